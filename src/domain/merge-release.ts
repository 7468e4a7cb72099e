import { type CalendarDate, earlier, later } from './calendar-date';
import { isOpen } from './checklist';
import { completionOf, type PlacedTask } from './completion';
import { mergeDependencies, undatedFirst } from './merge-asks';
import { planDifference, slips } from './merge-dates';
import { meetOutside } from './meet-outside';
import { mergeItems, type MergedItem, type Sighting } from './merge-items';
import { mergeRisks } from './merge-risks';
import { type ActionFact, evidenceIn } from './note-facts';
import { type PartyAliases, resolveParty } from './party';
import type { ActionItem, ChecklistItem, Disagreement, Release } from './release';
import type { ReleaseIdentity } from './release-identity';
import type { ReleasePart } from './release-part';
import { dated, phaseOf, scalarDisagreements, settleScalars } from './release-scalars';

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
  const items = mergeItems(meetOutside(ordered.flatMap(taskSightings)));
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

function itemDisagreements(items: readonly MergedItem<unknown>[]): Disagreement[] {
  return items.flatMap(({ deciding, contradicted }) =>
    contradicted
      ? [
          {
            about: 'item' as const,
            subject: deciding.title,
            values: isOpen(deciding.state) ? (['open', 'done'] as const) : (['done', 'open'] as const),
            evidence: [deciding.evidence, contradicted.evidence] as const,
          },
        ]
      : [],
  );
}

function taskSightings({ facts, mentions, tickedOn }: ReleasePart): Sighting<PlacedTask>[] {
  return facts.tasks
    .filter((task) => mentions.includes(task.release) && task.role === 'checklist')
    .map((task) => ({
      title: task.gist ?? task.title,
      id: task.id,
      state: task.state,
      evidence: evidenceIn(facts, task),
      ...(task.outside ? { source: `${facts.path}\n${task.outside.system}` } : {}),
      value: { fact: task, tickedOn: tickedOn?.(task) ?? null },
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

function checklistItem({ deciding, sightings, firstSeen, contradicted }: MergedItem<PlacedTask>): ChecklistItem {
  const value = deciding.value.fact;
  return {
    title: value.title,
    state: deciding.state,
    mark: value.mark,
    section: value.section,
    depth: value.depth,
    // What a person calls optional stays so, whatever a system lists.
    required: !value.optional && !(value.outside && sightings.some((sighting) => sighting.value.fact.optional)),
    owner: value.owner ?? sightings.find((sighting) => sighting.value.fact.owner !== null)?.value.fact.owner ?? null,
    due: value.due,
    evidence: deciding.evidence,
    sightings: sightings.map((sighting) => sighting.evidence),
    firstSeen,
    completion: deciding.state === 'done' ? completionOf(sightings) : null,
    tickable: value.mark !== '|' && !value.outside,
    ...(value.outside ? { outside: value.outside } : {}),
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
