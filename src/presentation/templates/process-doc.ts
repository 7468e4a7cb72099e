/** Standard operating procedure. */
export const PROCESS_DOC = `---
type: process
owner: {{owner?}}
verified: 
review: 90
---
# {{process}}

## Purpose
{{cursor}}

## Trigger
When 

## Before you start
- Access needed:
- Tools:

## Steps
1. Who does what, with which tool, by when.
2. 

## Exceptions
- If something blocks a step, stop and tell the owner.

## How we know it works
- Measure:
- Goal:

## Records %% size 3+ %%
- Evidence kept in: %% size 3+ %%
- Approved by, on: %% size 3+ %%
 %% size 3+ %%
## Change log
| Date | Change | Source |
|-|-|-|
| {{today}} | First version | |
`;

/** Enablement documentation. */
export const TRAINING_GUIDE = `---
type: training
owner: {{owner?}}
review: 90
---
# {{training}}

- Audience:
- Needed before:
- Time needed: 30 minutes

## After this you can
- {{cursor}}

## Before you begin
- 

## Lesson
1. Why it matters to you
2. The usual case, step by step
3. What goes wrong, and what to do then

## Try it
- 

## Check yourself
1. 

## Completed by
| Name | Team | Date |
|-|-|-|
| | | |

## Where to ask
- 
`;
