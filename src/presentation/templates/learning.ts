/** What was learned from an improvement that was done, for the next one who has the problem. */
export const LEARNING = `---
type: learning
---
# {{learning}}

- From: {{retro?}}
- Shown by: {{evidence?}}
- Since: {{today}}

## What we learned
{{cursor}}

## Where it applies

`;
