import type { BusinessCalendar } from '../domain/business-calendar';
import { exactDay } from '../domain/exact-day';
import { countStates } from '../domain/checklist';
import { effectiveDue } from '../domain/due-date';
import type { ForecastResult } from '../domain/forecast/forecast';
import { toFourDigits } from '../domain/forecast/score';
import type { Evidence } from '../domain/evidence';
import type { FollowUp } from '../domain/follow-up';
import type { NoteFacts } from '../domain/note-facts';
import { type Proposal, proposalsOf } from '../domain/proposal';
import type { Release } from '../domain/release';
import type { RiskAssessment } from '../domain/risk/assess-risk';
import type { CalendarDate } from '../domain/calendar-date';
import { wordReason } from './reason-wording';
import { compareByRisk } from './release-order';

/** A release with its verdict, as the index gives it. */
export interface ReportedRelease {
  readonly release: Release;
  readonly assessment: RiskAssessment;
}

/** What one note states, and its lines (1-based) as written. */
export interface ReportedNote {
  readonly facts: NoteFacts;
  readonly textOf: (line: number) => string;
}

/** The report as data, ready for `JSON.stringify`; documented in the README ("Report for a pipeline"). */
export interface Report {
  readonly schema: 1;
  readonly today: CalendarDate;
  readonly releases: readonly object[];
  readonly notes?: readonly object[];
}

/** Where a line stands. */
export function placeRow({ path, line }: Pick<Evidence, 'path' | 'line'>): object {
  return { path, line };
}
const place = placeRow;

/** Builds the report; `notes` only when facts are wanted. Absent facts are null, never invented. */
export function buildReport(
  today: CalendarDate,
  releases: readonly ReportedRelease[],
  calendar: BusinessCalendar,
  notes?: readonly ReportedNote[],
): Report {
  const sorted = [...releases].sort(compareByRisk);
  return {
    schema: 1,
    today,
    releases: sorted.map((entry) => releaseRow(entry, calendar)),
    ...(notes ? { notes: notes.map(({ facts, textOf }) => noteRow(facts, calendar, textOf)) } : {}),
  };
}

/** Chances 0 to 1, to four digits; without a number the reason for it; null for a release that is not ahead. */
function forecastRow(result: ForecastResult | null): object | null {
  if (!result) return null;
  const { forecast, none } = result;
  if (!forecast) return { none: none.cause };
  const rounded = (chance: number | null): number | null => (chance === null ? null : toFourDigits(chance));
  return {
    model: forecast.sample.model,
    sample: { releases: forecast.sample.releases, days: forecast.sample.days, items: forecast.sample.items },
    gate: rounded(forecast.gate),
    target: rounded(forecast.target),
    p50: forecast.p50,
    p85: forecast.p85,
    slowest: forecast.slowest?.title ?? null,
    baseRate: forecast.baseRate,
  };
}

/** One release as data. */
export function releaseRow({ release, assessment }: ReportedRelease, calendar: BusinessCalendar): object {
  return {
    key: release.key,
    version: release.version,
    name: release.name,
    phase: release.phase,
    level: assessment.level,
    ...(assessment.override
      ? {
          computedLevel: assessment.computedLevel,
          override: { ...assessment.override.value, ...place(assessment.override.evidence) },
        }
      : {}),
    score: assessment.score,
    owners: release.owner?.value ?? [],
    targetDate: release.target?.value.date ?? null,
    goNoGoDate: release.goNoGo?.value.date ?? null,
    forecast: forecastRow(assessment.outlook.result),
    checklist: countStates(release.items.map((item) => item.state)),
    reasons: assessment.reasons.map((reason) => ({
      rule: reason.rule,
      severity: reason.severity,
      weight: reason.weight,
      ...wordReason(reason),
      evidence: reason.evidence.map(place),
    })),
    dependencies: release.dependencies.map((dependency) => ({
      who: dependency.who,
      what: dependency.what,
      direction: dependency.direction,
      due: effectiveDue(dependency.due, release, calendar)?.date ?? null,
      leadDays: dependency.due.lead?.amount ?? null,
      leadUnit: dependency.due.lead?.unit ?? null,
      settled: dependency.settled,
      ...place(dependency.evidence),
    })),
    followUps: assessment.followUps.map(followUpRow),
    risks: release.risks.map((risk) => ({
      text: risk.title,
      type: risk.type,
      severity: risk.severity,
      resolved: risk.resolved,
      ...place(risk.evidence),
    })),
    actionItems: release.actions.map((action) => ({
      text: action.title,
      due: effectiveDue(action.due, release, calendar)?.date ?? null,
      owner: action.owner,
      done: action.state === 'done',
      ...place(action.evidence),
    })),
    sources: release.sources,
  };
}

function proposalRow({ line, kind, who, what, due, direction }: Proposal): object {
  return { line, kind, who, what, due, ...(direction === null ? {} : { direction }) };
}

function followUpRow(followUp: FollowUp): object {
  const { who, what, direction, due, inferred, state } = followUp;
  return { who, what, direction, due, inferred, state, evidence: followUp.evidence.map(place) };
}

/** What one note states. A note's own target turns its notice periods into dates; nothing is taken from other notes. */
function noteRow(facts: NoteFacts, calendar: BusinessCalendar, textOf: (line: number) => string): object {
  const scalar = <F extends 'target' | 'goNoGo'>(field: F, release: number): CalendarDate | null => {
    const found = facts.scalars.filter((fact) => fact.field === field && fact.release === release).pop();
    return found?.field === field ? (found.value?.date ?? null) : null;
  };
  const dates = (release: number): Pick<Release, 'target' | 'goNoGo'> => {
    const fact = (date: CalendarDate | null): Release['target'] =>
      date
        ? {
            value: exactDay(date, ''),
            evidence: { path: facts.path, line: 1, endLine: 1, text: '', asOf: facts.asOf, weak: false },
          }
        : null;
    return { target: fact(scalar('target', release)), goNoGo: fact(scalar('goNoGo', release)) };
  };
  return {
    path: facts.path,
    noteDate: facts.asOfSource === 'file' ? null : facts.asOf,
    kind: facts.kind,
    releases: facts.releases.map(({ version, name }, release) => ({
      version,
      name,
      targetDate: scalar('target', release),
      goNoGoDate: scalar('goNoGo', release),
      owners: ownersOf(facts, release),
    })),
    tasks: facts.tasks
      .filter((task) => task.mark !== '|')
      .map(({ title, state, mark, section, line }) => ({ text: title, state, mark, section, line })),
    headings: facts.headings,
    links: facts.links,
    risks: facts.risks.map(({ title, line, severity, type, resolved }) => ({
      text: title,
      line,
      severity,
      type,
      resolved,
    })),
    actionItems: facts.actions.map((action) => ({
      text: action.title,
      due: effectiveDue(action.due, dates(action.release), calendar)?.date ?? null,
      owner: action.owner,
      done: action.state === 'done',
      line: action.line,
    })),
    dependencies: facts.dependencies.map((dependency) => ({
      who: dependency.who,
      what: dependency.what,
      direction: dependency.direction,
      due:
        dependency.due.before === 'target' || dependency.due.before === 'go-no-go'
          ? null
          : (effectiveDue(dependency.due, dates(dependency.release), calendar)?.date ?? null),
      leadDays: dependency.due.lead?.amount ?? null,
      leadUnit: dependency.due.lead?.unit ?? null,
      line: dependency.line,
    })),
    diagnostics: facts.diagnostics,
    ...accountRow(facts, textOf),
  };
}

/** What became of the note's lines. */
function accountRow(facts: NoteFacts, textOf: (line: number) => string): object {
  return {
    lines: { ...facts.lines, notRead: facts.lines.notRead.length },
    proposals: proposalsOf(facts).map(proposalRow),
    notRead: facts.lines.notRead.map((line) => ({ line, text: textOf(line) })),
  };
}

function ownersOf(facts: NoteFacts, release: number): readonly string[] {
  const found = facts.scalars.filter((fact) => fact.field === 'owner' && fact.release === release).pop();
  return found?.field === 'owner' ? found.value : [];
}
