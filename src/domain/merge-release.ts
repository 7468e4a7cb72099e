import type { Evidence } from './evidence';
import { addDays, type CalendarDate, earlier, later } from './calendar-date';
import { type Claim, settleClaims, type Settled } from './merge-scalars';
import { PLAN_RANK, planDifference, slips } from './merge-dates';
import { mergeItems, type MergedItem, type Sighting } from './merge-items';
import {
  type ActionFact,
  type DateReading,
  evidenceIn,
  type NoteFacts,
  type RiskOverride,
  type ScalarFact,
  type ScalarValues,
  type TargetShift,
  type TaskFact,
} from './note-facts';
import type { ReleaseIdentity } from './release-identity';
import type {
  ActionItem,
  ChecklistItem,
  Decision,
  Dependency,
  Disagreement,
  RaidEntry,
  Release,
  ReleasePhase,
} from './release';
import { partyKey, type PartyAliases, resolveParty } from './party';
import { contentWords, jaccard, normalizedText, relatedAmong, subjectWords } from './text-similarity';

/**
 * One note's part in a release: its facts and the indices of its mentions that mean this release (−1: what belongs to
 * none).
 */
export interface ReleasePart {
  readonly facts: NoteFacts;
  readonly mentions: readonly number[];
  /** The day on which a line of it was seen to change to what it says; null where the note's own day counts. */
  readonly seenOn?: (fact: ScalarFact) => CalendarDate | null;
}

/** Merges what all notes say about one release; the order of `parts` does not matter. */
export function mergeRelease(
  id: string,
  identity: ReleaseIdentity,
  parts: readonly ReleasePart[],
  aliases: PartyAliases,
): Release {
  const ordered = [...parts].sort((a, b) =>
    a.facts.asOf < b.facts.asOf ? -1 : a.facts.asOf > b.facts.asOf ? 1 : a.facts.path < b.facts.path ? -1 : 1,
  );
  const scalars = settleScalars(ordered);
  const items = mergeItems(ordered.flatMap(taskSightings));
  const actions = mergeItems(ordered.flatMap(actionSightings));
  const checklist = items.map(checklistItem);
  const actionItems = actions.map((action) => actionItem(action, aliases));
  const { target, goNoGo, owner } = scalars;
  return {
    id,
    key: identity.version !== null ? `v${identity.version.replace(/^v/i, '')}` : (identity.name ?? id),
    version: identity.version,
    name: identity.name,
    tier: scalars.tier.current,
    phase: phaseOf(scalars),
    phaseEvidence: scalars.phase.current?.evidence ?? null,
    shipped: scalars.shipped.current,
    target: dated(target.current),
    goNoGo: dated(goNoGo.current),
    targetWithdrawn: target.current && target.current.value === null ? target.current.evidence : null,
    owner: owner.current,
    decision: scalars.decision.current,
    override: scalars.override.current,
    items: checklist,
    dependencies: mergeDependencies(undatedFirst(ordered), aliases),
    risks: mergeRisks(ordered, [...items.map((item) => item.deciding), ...actions.map((action) => action.deciding)]),
    actions: actionItems,
    slips: [...slips('target', target), ...slips('goNoGo', goNoGo)],
    planDifferences:
      scalars.phase.current && scalars.phase.current.value !== 'planned'
        ? []
        : [...planDifference('target', target), ...planDifference('goNoGo', goNoGo)],
    disagreements: [...scalarDisagreements(scalars), ...itemDisagreements(items), ...itemDisagreements(actions)],
    diagnostics: ordered.flatMap(({ facts }) =>
      facts.diagnostics.map((diagnostic) => ({ path: facts.path, ...diagnostic })),
    ),
    sources: ordered.map(({ facts }) => facts.path).sort(),
    accounts: ordered
      .map(({ facts: { path, kind, lines } }) => ({ path, kind, lines }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    started: span(ordered, earlier),
    startedWeak: ordered.every(({ facts }) => facts.asOfSource === 'file'),
    lastEvidence: span(ordered, later),
  };
}

function span(parts: readonly ReleasePart[], pick: typeof earlier): CalendarDate {
  const strong = parts.filter(({ facts }) => facts.asOfSource !== 'file');
  const dates = (strong.length > 0 && pick === earlier ? strong : parts).map(({ facts }) => facts.asOf);
  return dates.reduce<CalendarDate | null>((found, date) => pick(found, date), null) ?? ('1970-01-01' as CalendarDate);
}

interface Scalars {
  readonly target: Settled<DateReading | null>;
  readonly goNoGo: Settled<DateReading | null>;
  readonly owner: Settled<readonly string[]>;
  readonly tier: Settled<string>;
  readonly phase: Settled<'planned' | 'released' | 'cancelled'>;
  readonly shipped: Settled<DateReading>;
  readonly decision: Settled<Decision>;
  readonly override: Settled<RiskOverride>;
}

function settleScalars(parts: readonly ReleasePart[]): Scalars {
  const claims = <F extends keyof ScalarValues>(field: F): Claim<ScalarValues[F]>[] =>
    parts.flatMap((part) =>
      part.facts.scalars
        .filter((fact) => fact.field === field && part.mentions.includes(fact.release))
        .map((fact) => ({
          value: fact.value as ScalarValues[F],
          evidence: statedAsOf(part, fact),
          rank: rankOf(part.facts),
        })),
    );
  return {
    target: settleClaims(shifted(claims('target'), claims('shift'))),
    goNoGo: settleClaims(claims('goNoGo')),
    owner: settleClaims(claims('owner')),
    tier: settleClaims(claims('tier')),
    phase: settleClaims(claims('phase')),
    shipped: settleClaims(claims('shipped')),
    decision: settleClaims(claims('decision')),
    override: settleClaims(claims('override')),
  };
}

/** A line of a living note speaks as of the day on which it was seen to change, any other as of its note's. */
function statedAsOf({ facts, seenOn }: ReleasePart, fact: ScalarFact): Evidence {
  const evidence = evidenceIn(facts, fact);
  const seen = seenOn?.(fact) ?? null;
  return seen === null ? evidence : { ...evidence, asOf: seen, weak: false };
}

/**
 * Each "push the launch by a week" becomes the target that it makes of the one before it; without one it says
 * nothing.
 */
function shifted(
  targets: readonly Claim<DateReading | null>[],
  shifts: readonly Claim<TargetShift>[],
): readonly Claim<DateReading | null>[] {
  const all = [...targets];
  for (const shift of [...shifts].sort((a, b) =>
    a.evidence.asOf < b.evidence.asOf ? -1 : a.evidence.asOf > b.evidence.asOf ? 1 : a.evidence.line - b.evidence.line,
  )) {
    const isBefore = ({ evidence }: Claim<unknown>): boolean =>
      evidence.weak ||
      evidence.asOf < shift.evidence.asOf ||
      (evidence.path === shift.evidence.path && evidence.line < shift.evidence.line);
    const from = settleClaims(all.filter((claim) => isBefore(claim))).current?.value;
    if (from)
      all.push({
        ...shift,
        value: {
          ...from,
          date: addDays(from.date, shift.value.days),
          from: null,
          phrase: shift.evidence.text,
          assumption: 'counted from the target before it',
          fuzzy: false,
          ambiguous: false,
        },
      });
  }
  return all;
}

function rankOf(facts: NoteFacts): number {
  const name = facts.path.split('/').pop()?.toLowerCase() ?? '';
  return name === 'plan.md' ? PLAN_RANK : name === 'checklist.md' ? 1 : 0;
}

function dated(claim: Claim<DateReading | null> | null): Release['target'] {
  return claim && claim.value !== null ? { value: claim.value, evidence: claim.evidence } : null;
}

function phaseOf({ phase, decision }: Scalars): ReleasePhase {
  if (phase.current && phase.current.value !== 'planned') return phase.current.value;
  return decision.current && (decision.current.value === 'go' || decision.current.value === 'conditional')
    ? 'decided'
    : 'planned';
}

/** Notes of the same day, or an undated note of a later day, that state another value than the one that holds. */
function scalarDisagreements(scalars: Scalars): Disagreement[] {
  const date = (value: DateReading | null): string => value?.date ?? 'TBD';
  return [
    ...conflicts('target', scalars.target, date),
    ...conflicts('goNoGo', scalars.goNoGo, date),
    ...conflicts('owner', scalars.owner, (names) => names.map(partyKey).sort().join(', ')),
  ];
}

function conflicts<T>(
  about: Disagreement['about'],
  { current, past }: Settled<T>,
  show: (value: T) => string,
): Disagreement[] {
  if (!current) return [];
  const other = past.find(
    (claim) =>
      show(claim.value) !== show(current.value) &&
      claim.evidence.asOf >= current.evidence.asOf &&
      !(claim.evidence.path === current.evidence.path),
  );
  return other
    ? [
        {
          about,
          subject: about,
          values: [show(current.value), show(other.value)],
          evidence: [current.evidence, other.evidence],
        },
      ]
    : [];
}

function itemDisagreements(items: readonly MergedItem<unknown>[]): Disagreement[] {
  return items.flatMap(({ deciding, contradicted }) =>
    contradicted
      ? [
          {
            about: 'item' as const,
            subject: deciding.title,
            values: ['open', 'done'] as const,
            evidence: [deciding.evidence, contradicted.evidence] as const,
          },
        ]
      : [],
  );
}

function taskSightings({ facts, mentions }: ReleasePart): Sighting<TaskFact>[] {
  return facts.tasks
    .filter((task) => mentions.includes(task.release) && task.role === 'checklist')
    .map((task) => ({
      title: task.gist ?? task.title,
      id: task.id,
      state: task.state,
      evidence: evidenceIn(facts, task),
      value: task,
    }));
}

interface PlacedAction {
  readonly fact: ActionFact;
  readonly noteOwner: string | null;
}

function actionSightings({ facts, mentions }: ReleasePart): Sighting<PlacedAction>[] {
  const byLine = new Map(facts.tasks.map((task) => [task.line, task]));
  // Whose note it is, has its bare lines; a release's owner is never credited with them.
  const noteOwner = facts.owner;
  return facts.actions
    .filter((action) => mentions.includes(action.release))
    .map((action) => ({
      title: action.gist ?? action.title,
      id: byLine.get(action.line)?.id ?? null,
      state: action.state,
      evidence: evidenceIn(facts, action),
      value: { fact: action, noteOwner },
    }));
}

function checklistItem({ deciding, sightings, firstSeen, contradicted }: MergedItem<TaskFact>): ChecklistItem {
  const { value } = deciding;
  return {
    title: value.title,
    state: deciding.state,
    mark: value.mark,
    section: value.section,
    depth: value.depth,
    required: !value.optional,
    owner: value.owner ?? sightings.find((sighting) => sighting.value.owner !== null)?.value.owner ?? null,
    due: value.due,
    evidence: deciding.evidence,
    sightings: sightings.map((sighting) => sighting.evidence),
    firstSeen,
    tickable: value.mark !== '|',
    disagreement: contradicted !== null,
  };
}

function actionItem({ deciding, contradicted }: MergedItem<PlacedAction>, aliases: PartyAliases): ActionItem {
  const { fact, noteOwner } = deciding.value;
  return {
    title: fact.title,
    state: deciding.state,
    mark: fact.mark,
    ...(fact.note ? { note: fact.note } : {}),
    owner: fact.owner === null ? null : resolveParty(fact.owner, aliases),
    parties: fact.parties.map((party) => resolveParty(party, aliases)),
    noteOwner,
    due: fact.due,
    evidence: deciding.evidence,
    disagreement: contradicted !== null,
  };
}

/** A note without a date of its own is the older one, whatever its file says. */
function undatedFirst(parts: readonly ReleasePart[]): ReleasePart[] {
  const weak = ({ facts }: ReleasePart): boolean => facts.asOfSource === 'file';
  return [...parts.filter(weak), ...parts.filter((part) => !weak(part))];
}

const SAME_ASK = 0.5;
/** A party with more asks in one release is not compared any further. */
const MAX_ASKS = 200;

/** Newest statement of each ask: same party, and the same matter by most of its words. */
function mergeDependencies(parts: readonly ReleasePart[], aliases: PartyAliases): Dependency[] {
  const merged: Dependency[] = [];
  /** Places in `merged` by party; a line without one is its own party. */
  const byParty = new Map<string, number[]>();
  for (const { facts, mentions } of parts)
    for (const fact of facts.dependencies) {
      if (!mentions.includes(fact.release)) continue;
      const dependency: Dependency = {
        who: fact.who === null ? null : resolveParty(fact.who, aliases),
        what: fact.what,
        title: fact.title,
        direction: fact.direction,
        due: fact.due,
        settled: fact.settled,
        mark: fact.mark,
        ...(fact.note ? { note: fact.note } : {}),
        evidence: evidenceIn(facts, fact),
      };
      const party = dependency.who === null ? `? ${normalizedText(dependency.title)}` : partyKey(dependency.who);
      const places = byParty.get(party) ?? [];
      const known =
        places.length > MAX_ASKS
          ? undefined
          : places.find((place) => {
              const other = merged[place];
              return other !== undefined && other.evidence.path !== facts.path && sameAsk(other, dependency);
            });
      if (known !== undefined) merged[known] = dependency;
      else byParty.set(party, [...places, merged.push(dependency) - 1]);
    }
  return merged;
}

/** Whether two lines about one party mean the same matter. */
function sameAsk(a: Dependency, b: Dependency): boolean {
  if (a.who === null || normalizedText(a.what) === normalizedText(b.what)) return true;
  // "terms approved" settles "approves the new terms", though few of the words are the same.
  if (
    b.settled &&
    covers(
      subjectWords(a, () => `${a.what} ${a.title}`),
      subjectWords(b, () => `${b.what} ${b.title}`),
      1,
    )
  )
    return true;
  return (
    jaccard(
      new Set(subjectWords(a, () => `${a.what} ${a.title}`)),
      new Set(subjectWords(b, () => `${b.what} ${b.title}`)),
    ) >= SAME_ASK
  );
}

/**
 * Risks by their words; one is resolved when a later line resolves it in other words, or the work that fixes it is
 * done.
 */
function mergeRisks(parts: readonly ReleasePart[], work: readonly Sighting<unknown>[]): RaidEntry[] {
  const sightings = parts.flatMap(({ facts, mentions }) =>
    facts.risks
      .filter((risk) => mentions.includes(risk.release))
      .map((risk): Sighting<RaidEntry> => {
        const entry: RaidEntry = {
          title: risk.title,
          type: risk.type,
          severity: risk.severity,
          resolved: risk.resolved,
          owner: risk.owner,
          evidence: evidenceIn(facts, risk),
        };
        return {
          title: risk.title.replace(/\b(?:resolved|fixed|closed|mitigated)\b/gi, ' '),
          id: null,
          state: risk.resolved ? 'done' : 'open',
          evidence: entry.evidence,
          value: entry,
        };
      }),
  );
  const merged = mergeItems(sightings).map(({ deciding }) => deciding.value);
  const cures = [
    ...merged.filter((risk) => risk.resolved),
    ...work
      .filter(({ state, title }) => state === 'done' && CURE.test(title))
      .map(({ title, evidence }) => ({ title, evidence })),
  ];
  if (merged.length * cures.length > MAX_CURES) return merged;
  return merged.map((risk) => {
    const cure = risk.resolved
      ? undefined
      : cures.find(
          ({ title, evidence }) =>
            (risk.evidence.weak || evidence.asOf >= risk.evidence.asOf) &&
            covers(contentWords(risk.title), contentWords(title), 2),
        );
    return cure ? { ...risk, resolved: true, evidence: cure.evidence } : risk;
  });
}

const CURE = /^(?:fix|resolve|close|renew|repair|mitigate|remove|replace|restore)\b/i;
const MAX_CURES = 20_000;
const COVERED = 0.75;

/** Whether the shorter of two subjects lies within the longer, by at least `fewest` words. */
function covers(a: readonly string[], b: readonly string[], fewest: number): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const shared = relatedAmong([...new Set(short)], long).length;
  return shared >= fewest && shared / new Set(short).size >= COVERED;
}
