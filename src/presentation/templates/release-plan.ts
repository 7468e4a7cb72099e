/** Plan of a release; the checklist and the retro are notes of their own. */
export const RELEASE_PLAN = `---
release: "{{release}}"
tier: {{tier?}}
date: {{today}}
---
# Release: {{release}}

- Target date: {{target}}
- Go/no-go decision: {{go_no_go?}}
- Owner: {{owner}}
- Notes: {{checklist_link?}}, {{retro_link?}}

## Why now
{{cursor}}

## Scope
- In scope:
- Out of scope:
- Behind a flag at first: %% size 2+ %%

## How we will know it worked %% size 2+ %% %% tier 1-2 %%
| Measure | Today | Goal | Read after | %% size 2+ %% %% tier 1-2 %%
|-|-|-|-| %% size 2+ %% %% tier 1-2 %%
| Adoption | | | 2 weeks | %% size 2+ %% %% tier 1-2 %%
| Support load | | | 2 weeks | %% size 2+ %% %% tier 1-2 %%
 %% size 2+ %% %% tier 1-2 %%
## Dependencies
- {{asks}}

{{from_retros?}}
- [ ] {{improvements?}}

## Risks
- 

## What has to hold for a go %% size 2+ %% %% tier 1-2 %%
1. Every required item of the checklist is ticked. %% size 2+ %% %% tier 1-2 %%
2. Nothing critical is open. %% size 2+ %% %% tier 1-2 %%
3. The way back was rehearsed, and its owner is on duty. %% size 2+ %% %% tier 1-2 %%
4. Those who talk to customers know what changes. %% size 2+ %% %% tier 1-2 %%
5. Each exception has a waiver: what, why, approved by whom, until when. %% size 3+ %% %% tier 1-2 %%
 %% size 2+ %% %% tier 1-2 %%
## Who hears what %% size 2+ %%
| Audience | Message | Channel | Sent by | %% size 2+ %%
|-|-|-|-| %% size 2+ %%
| Customers | What changes for them, and from which day | Release notes | Marketing | %% size 2+ %%
| Support and success | What will be asked, and the answer | Briefing | Product | %% size 2+ %%
| Sales | Whom it helps, and what not to promise | Enablement note | Product | %% size 2+ %%
| Leadership | Date, verdict, the decision needed | Status | Product operations | %% size 3+ %%
 %% size 2+ %%
## Way back
- Back out when:
- How, and how long it takes:
- Who says so:

## Action items
- [ ] 
`;
