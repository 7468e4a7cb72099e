/** Log of a meeting, in the shape that the reader knows best. */
export const MEETING_LOG = `# {{meeting_date}} - {{meeting}}

- Attendees: {{attendees?}}

## Release: {{release?}}

## Notes
- {{cursor}}

## Decisions
- 

## Dependencies
- 

## Risks
- 

## Action items
- [ ] 
`;

/** A request to product operations. */
export const REQUEST = `---
type: request
status: open
owner: {{owner?}}
release: {{release?}}
---
# {{meeting_date}} - {{request}}

- From: {{from?}}

{{details}}{{cursor}}
`;

/** An idea, parked. */
export const IDEA = `---
type: idea
status: parked
---
# {{meeting_date}} - {{request}}

{{details}}{{cursor}}
`;
