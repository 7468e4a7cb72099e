import type { CalendarDate } from '../domain/calendar-date';
import type { NoteFacts, TaskFact } from '../domain/note-facts';
import { type ChecklistItem, type RaidEntry, type Release, titleAlone } from '../domain/release';
import { fieldEdit } from '../markdown/field-edit';
import { lineInSection } from '../markdown/section-line';
import type { LineKind } from '../markdown/line-spot';
import { tickEdit } from '../markdown/tick-edit';
import { applyEdits, editBetween } from '../markdown/text-edit';
import { ACT_WORDING as WORDS } from '../presentation/act-wording';
import {
  act,
  type ActChange,
  type ActInputs,
  create,
  fieldOn,
  optionsOf,
  plainLine,
  type PlannedAct,
} from './act-plan';
import { factsOf, mentionsOf } from './stated-facts';
import { linksTo } from './note-link';
import { homeOf, recordOf } from './release-note';

/** Gives an item's box a mark, and its line a field that says why. */
export function settleItem(item: ChecklistItem, mark: string, key: string, why: string): ActChange {
  const { path, spot } = item.evidence;
  return {
    kind: 'edit',
    path,
    shows: `- [${mark}] ${item.title} [${key}:: ${why}]`,
    plan: (text) => {
      const intent = { title: item.title, spot };
      const ticked = tickEdit(text, { ...intent, mark: item.mark, newMark: mark });
      if ('problem' in ticked) return ticked;
      const half = applyEdits(text, [ticked.edit]);
      const noted = fieldEdit(half, { ...intent, kind: 'box', key, value: why });
      if ('problem' in noted) return noted;
      return { edits: editBetween(text, applyEdits(half, noted.edits)) };
    },
  };
}

/** Takes a required item out of what must be done, with a reason on its line. */
export function waive(item: ChecklistItem, reason: string): PlannedAct | null {
  const why = plainLine(reason);
  return item.tickable && why !== '' ? act(WORDS.steps.waive(item.title), settleItem(item, '-', 'waived', why)) : null;
}

/** Says on items' lines who does them. */
export function assignAll(items: readonly ChecklistItem[], names: string): PlannedAct | null {
  const [link] = linksTo(names);
  const [first] = items;
  if (link === undefined || !first) return null;
  const changes = items.map(({ title, evidence }) => fieldOn(evidence, title, ['box'], 'owner', link));
  return act(WORDS.steps.assign(first.title), ...changes);
}

/** Marks a risk as resolved today, on its line. */
export function resolveRisk(risk: RaidEntry, today: CalendarDate): PlannedAct | null {
  return act(WORDS.steps.resolve(risk.title), fieldOn(risk.evidence, risk.title, RISK_LINES, 'resolved', today));
}

/** Lowers the severity of a risk, and says who did. */
export function lowerRisk(
  risk: RaidEntry,
  { severity, by }: { readonly severity: 'high' | 'medium' | 'low'; readonly by: string },
): PlannedAct | null {
  const [name] = linksTo(by);
  if (name === undefined) return null;
  return act(
    WORDS.steps.lower(risk.title),
    fieldOn(risk.evidence, risk.title, RISK_LINES, 'severity', severity),
    fieldOn(risk.evidence, risk.title, RISK_LINES, 'lowered by', name),
  );
}

/** A risk stands on a line with a box or without one. */
const RISK_LINES: readonly LineKind[] = ['bullet', 'box'];

/** Adds an item to the checklist of a release. */
export function addItem(
  release: Release,
  item: { readonly what: string; readonly who: string; readonly due: CalendarDate | null; readonly optional: boolean },
  inputs: ActInputs,
): PlannedAct | null {
  const what = plainLine(item.what);
  if (what === '') return null;
  const names = linksTo(item.who).join(', ');
  const words = [what, names === '' ? '' : `(${names})`, item.due === null ? '' : `by ${item.due}`];
  const line = [...words, item.optional ? '(optional)' : ''].filter(Boolean).join(' ');
  return act(WORDS.steps.addItem(release.key), itemsInto(release, [line], inputs));
}

/** Lines for the checklist of a release: in its note with most items, else in its living note, else in a record. */
export function itemsInto(release: Release, lines: readonly string[], inputs: ActInputs): ActChange | null {
  const counts = new Map<string, number>();
  const living = new Set(
    release.accounts.filter(({ kind }) => kind === 'release' || kind === 'checklist').map(({ path }) => path),
  );
  for (const { evidence } of release.items)
    if (living.has(evidence.path)) counts.set(evidence.path, (counts.get(evidence.path) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const path = most?.[0] ?? homeOf(release);
  const items = lines.map((line) => `- [ ] ${line}`);
  if (path === null)
    return create(
      recordOf(
        release,
        { what: WORDS.records.items, on: inputs.today, lines: [], sections: [{ heading: 'Checklist', items }] },
        inputs.settings,
        inputs.store,
      ),
    );
  return {
    kind: 'edit',
    path,
    shows: items.join('\n'),
    plan: (text) => {
      let now = text;
      for (const item of items) {
        const { vocabulary } = inputs.settings;
        const one = lineInSection(now, { kind: 'checklist', heading: 'Checklist' }, item, vocabulary);
        if ('problem' in one) return one;
        now = applyEdits(now, one.edits);
      }
      return areIn(path, text, now, release, items.length, inputs)
        ? { edits: editBetween(text, now) }
        : { problem: 'refused' };
    },
  };
}

/** True when so many items more are the release's, and nobody else's. */
function areIn(
  path: string,
  before: string,
  after: string,
  release: Release,
  added: number,
  inputs: ActInputs,
): boolean {
  const [was, is] = [before, after].map((text) => factsOf(path, text, optionsOf(inputs))) as [NoteFacts, NoteFacts];
  const own = mentionsOf(is, release);
  if (own === null) return false;
  const isOwn = (task: TaskFact): boolean => own.has(task.release) || is.releases.length < 2;
  const count = ({ tasks }: NoteFacts): number =>
    tasks.filter((task) => task.role === 'checklist' && isOwn(task)).length;
  return count(is) === count(was) + added && is.tasks.length === was.tasks.length + added;
}

/** An item as a line of another checklist: with its owner. */
export function lineOf(item: ChecklistItem): string {
  const names = linksTo(item.owner ?? '').join(', ');
  const words = titleAlone(item);
  return names === '' || words.includes(item.owner ?? '') ? words : `${words} (${names})`;
}
