import { IMPROVEMENTS_HINT } from '../../domain/improvement';

/** Checklist of a release; T-10 is ten business days before the target, wherever that moves. */
export const CHECKLIST = `---
release: "{{release}}"
---
# Checklist

Plan: {{plan_link?}}

## Build
- [ ] Scope agreed (T-20) %% size 2+ %%
- [ ] Feature complete (T-10)
- [ ] Instrumentation checked: each event arrives once, with its properties (T-6) %% size 2+ %%
- [ ] Migration rehearsed on a copy of real data (T-6) %% size 2+ %% %% tier 1-2 %%

## Quality
- [ ] QA sign-off (T-4)
- [ ] Security and privacy review (T-8) %% size 2+ %% %% tier 1-2 %%
- [ ] Load checked at twice the expected peak (T-5) %% size 2+ %% %% tier 1 %%
- [ ] Accessibility checked (T-5) %% size 2+ %% %% tier 1-2 %%
- [ ] Way back rehearsed (T-4)

## Readiness
- [ ] Documentation updated (T-3)
- [ ] Support briefed, known issues written down (T-3)
- [ ] Sales enablement ready (T-3) %% size 2+ %% %% tier 1-2 %%
- [ ] Marketing assets approved (T-3) %% size 2+ %% %% tier 1-2 %%
- [ ] Release notes approved (T-2)
- [ ] Legal and compliance approval on file (T-5) %% size 3+ %% %% tier 1-2 %%
- [ ] Change record approved (T-3) %% size 3+ %%
- [ ] Regions and business units informed (T-5) %% size 4+ %%

## Launch day
- [ ] Dashboards and alerts watched by a named person (T-0)
- [ ] Launch announced (T-0)
- [ ] Status page prepared (T-1) (optional) %% size 2+ %%
`;

/** Retrospective of a release. */
export const RETRO = `---
release: "{{release}}"
type: retro
---
# Retro: {{release}}

Plan: {{plan_link?}}

## What went well
- 

## What went wrong
- 

## What surprised us
- 

## Improvements
${IMPROVEMENTS_HINT}
- [ ] 

## Process changes
- 

## Numbers %% size 2+ %%
| | Planned | Actual | %% size 2+ %%
|-|-|-| %% size 2+ %%
| Planned day | {{target}} | | %% size 2+ %%
| Items added late | 0 | | %% size 2+ %%
| Hotfixes in two weeks | 0 | | %% size 2+ %%
`;
