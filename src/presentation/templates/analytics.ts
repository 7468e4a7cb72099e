/** Requirements of a dashboard. */
export const DASHBOARD_SPEC = `---
type: dashboard
owner: {{owner?}}
refresh: daily
verified: 
---
# {{dashboard}}

## Question it answers
{{cursor}}

## Readers, and what they decide with it
| Reader | Decision | How often |
|-|-|-|
| | | |

## Metrics
| Metric | Definition, with what is left out | Source | Grain | Owner |
|-|-|-|-|-|
| | | | | |

## Filters and segments
- 

## Freshness
- Refreshed: daily, before 09:00
- Too old after: 2 days

## Checks
- Total agrees with the source on the day of the launch
- Each metric has one definition, written above %% size 2+ %%
- Access is limited to the readers above %% size 3+ %%

## Known limits
- 
`;

/** Assessment of a tool. */
export const TOOL_EVALUATION = `---
type: tool
owner: {{owner?}}
status: evaluating
---
# {{tool}}

## Need
{{cursor}}

## Knock-outs
A candidate that fails one of these is out.
- [ ] Single sign-on %% size 2+ %%
- [ ] Data can be exported in full
- [ ] Price known for twice our size
- [ ] Data processing agreement signed %% size 3+ %%

## Criteria
Weights sum to 100; scores run from 0 to 5.

| Criterion | Weight | Candidate A | Candidate B |
|-|-|-|-|
| Does the job | 40 | | |
| Effort to adopt | 20 | | |
| Fits our stack | 15 | | |
| Cost over 3 years | 15 | | |
| Leaving it again | 10 | | |

## Contract
- Renewal:
- Notice:
- Seats, and price a seat:

## Access
| Role | Who | Reviewed |
|-|-|-|
| Administrator | | |

## Outcome
- Chosen, and why:
- Looked at again:
`;

/** One planning cycle. */
export const QUARTERLY_PLANNING = `---
type: planning
owner: {{owner?}}
---
# {{quarter}}

## Carried over
- {{cursor}}

## Objectives
| Objective | Key result | Start | Now | Goal | Owner |
|-|-|-|-|-|-|
| | | | | | |

## Capacity
| Team | Workdays | Leave | Focus | Planned |
|-|-|-|-|-|
| | | | 75% | |

## Releases of the quarter
| Release | Planned for | Tier | Led by |
|-|-|-|-|
| | | | |

## Not this quarter
- 

## Cadence
- Mid-quarter review:
- Closing review:

## Across the organisation %% size 3+ %%
- Dependencies on other groups: %% size 3+ %%
- Freezes and events: %% size 3+ %%
`;
