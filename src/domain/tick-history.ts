import { type CalendarDate, earlier, later } from './calendar-date';
import type { NoteChangeEntry, TickChange } from './history-entry';
import { releaseKey, releaseKeys } from './line-history';
import type { NoteFacts, TaskFact } from './note-facts';
import { normalizedText } from './text-similarity';

function itemKey({ gist, title }: Pick<TaskFact, 'gist' | 'title'>): string {
  return normalizedText(gist ?? title);
}

interface Box {
  readonly release: string;
  readonly item: string;
  readonly done: boolean;
}

/**
 * The checklist boxes of a note by release and words; null where two lines say the same, for nobody knows which is
 * which.
 */
function boxesIn(facts: NoteFacts): ReadonlyMap<string, Box | null> {
  const boxes = new Map<string, Box | null>();
  for (const task of facts.tasks) {
    // What another system says was ticked there, on a day that it names itself.
    if (task.role !== 'checklist' || task.outside) continue;
    const [release, item] = [releaseKey(facts, task.release), itemKey(task)];
    const key = `${release}\n${item}`;
    boxes.set(key, boxes.has(key) ? null : { release, item, done: task.state === 'done' });
  }
  return boxes;
}

/**
 * The boxes that were ticked, or whose tick was taken back, between two readings of a note. What is new in it says
 * nothing.
 */
export function tickChanges(before: NoteFacts, after: NoteFacts, on: CalendarDate): TickChange[] {
  const old = boxesIn(before);
  return [...boxesIn(after)].flatMap(([key, now]) => {
    const was = old.get(key);
    return now && was && now.done !== was.done
      ? [{ kind: 'tick' as const, on, note: after.path, release: now.release, item: now.item, done: now.done }]
      : [];
  });
}

/**
 * The day on which a box that is ticked now was first seen to be ticked, after the last time that it was seen open
 * again; null where nobody saw it. Several devices may have seen the same, and their clocks may differ.
 */
export function tickedOn(
  changes: readonly (readonly NoteChangeEntry[])[],
  facts: NoteFacts,
  task: TaskFact,
): CalendarDate | null {
  if (task.state !== 'done') return null;
  const item = itemKey(task);
  // A note of one release kept its ticks, whatever the release is called by now.
  const names = facts.releases.length > 1 ? releaseKeys(facts, task.release) : null;
  let opened: CalendarDate | null = null;
  const ticks: CalendarDate[] = [];
  for (const ofDevice of changes)
    for (const day of lastOfDay(ofDevice ?? [], names, item))
      if (day.done) ticks.push(day.on);
      else opened = later(opened, day.on);
  return ticks.filter((on) => opened === null || on > opened).reduce<CalendarDate | null>(earlier, null);
}

/** What one device saw of an item last on each day: a tick that was taken back at once did not happen. */
function lastOfDay(
  changes: readonly NoteChangeEntry[],
  names: ReadonlySet<string> | null,
  item: string,
): Iterable<TickChange> {
  const days = new Map<CalendarDate, TickChange>();
  for (const change of changes)
    if (change.kind === 'tick' && change.item === item && (names?.has(change.release) ?? true))
      days.set(change.on, change);
  return days.values();
}
