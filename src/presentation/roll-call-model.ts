import type { CalendarDate } from '../domain/calendar-date';
import { functionsOf, openOf } from '../domain/decision/functions';
import type { RollCallRow } from '../domain/decision/roll-call';
import type { Evidence } from '../domain/evidence';
import { openRequired, type Release } from '../domain/release';
import type { RiskAssessment } from '../domain/risk/assess-risk';
import { monthDay } from './date-wording';
import { forecastModel } from './forecast-model';
import { wordReason } from './reason-wording';
import { ROLL_CALL_WORDING as WORDS } from './roll-call-wording';

/** What the roll call opens with. */
export interface RollCallModel {
  readonly rows: readonly RollCallRow[];
  /** Required items that are still open, by their words. */
  readonly open: readonly string[];
  /** What an auditor would look at, in sentences. */
  readonly known: readonly string[];
  /** The lines that the decision rests on. */
  readonly cited: readonly Evidence[];
}

/** Rules whose reasons an auditor looks at: contradictions, notices, no owner, defects. */
const AUDITED: ReadonlySet<string> = new Set(['R5', 'R6', 'R7', 'R8', 'R9', 'R18']);
const MOST_CITED = 200;

/** The roll call of a release as its notes stand. */
export function rollCallModel(
  { release, assessment }: { readonly release: Release; readonly assessment: RiskAssessment },
  today: CalendarDate,
): RollCallModel {
  const open = openRequired(release.items);
  const forecast = forecastModel(release, assessment.outlook, today);
  const reasons = assessment.reasons.filter(({ rule }) => AUDITED.has(rule));
  return {
    rows: functionsOf(release, assessment.followUps).map((part) => {
      const { items, asks, latest } = openOf(part);
      const evidence = WORDS.evidence(items, asks, latest === null ? null : monthDay(latest, today));
      return { function: part.name, vote: 'not-reached', name: '', evidence };
    }),
    open: open.map(({ title }) => title),
    known: [
      open.length > 0 ? WORDS.openItems(open.length) : WORDS.noOpenItems,
      ...(forecast ? [`${forecast.sentence}${forecast.sample === '' ? '' : ` (${forecast.sample})`}`] : []),
      ...reasons.map((reason) => wordReason(reason, today).text),
    ],
    cited: citedBy(release, assessment),
  };
}

function citedBy(release: Release, { reasons }: RiskAssessment): Evidence[] {
  const all = [
    ...[release.target, release.goNoGo, release.owner, release.tier].flatMap((fact) => (fact ? [fact.evidence] : [])),
    ...reasons.flatMap(({ evidence }) => evidence),
    ...release.items.filter(({ required }) => required).map(({ evidence }) => evidence),
    ...release.dependencies.map(({ evidence }) => evidence),
  ];
  return [...new Map(all.map((one) => [`${one.path}\n${one.line}`, one])).values()].slice(0, MOST_CITED);
}
