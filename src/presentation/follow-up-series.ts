import type { FollowUp } from '../domain/follow-up';
import { partyKey } from '../domain/party';
import { normalizedText } from '../domain/text-similarity';
import type { FollowUpEntry, FollowUpGroup, FollowUpLine } from './follow-ups-model';

/**
 * Follow-ups of notes without a release: the same words, person, direction and day in several notes of one series
 * ("2026-01-12 Weekly", "2026-01-19 Weekly") are one, that of the newest. Two lines of one note are two.
 */
export function foldRepeats(followUps: readonly FollowUp[]): FollowUpEntry[] {
  const series = new Map<string, FollowUp[]>();
  for (const followUp of followUps) {
    const { state, who, title, direction, due, note } = followUp;
    const path = followUp.evidence[0]?.path ?? '';
    const person = who === null ? '' : partyKey(who);
    const key = JSON.stringify([
      state,
      person,
      normalizedText(title),
      direction,
      due,
      note?.snoozed ?? null,
      seriesOf(path),
    ]);
    const known = series.get(key);
    if (known && !known.some(({ evidence }) => evidence[0]?.path === path)) known.push(followUp);
    else series.set(known ? `${key} ${series.size}` : key, [followUp]);
  }
  return [...series.values()].map((list) => {
    const [newest, ...repeats] = [...list].sort(newestFirst);
    return { followUp: newest as FollowUp, release: null, ...(repeats.length > 0 ? { repeats } : {}) };
  });
}

/** Notes with open work, the newest first: what several notes of one series repeat stands below the newest only. */
export function onceEach<Note extends { readonly path: string; readonly items: readonly { readonly title: string }[] }>(
  notes: readonly Note[],
): Note[] {
  const seen = new Map<string, string>();
  return notes
    .map((note) => ({
      ...note,
      items: note.items.filter(({ title }) => {
        const key = `${seriesOf(note.path)}\n${normalizedText(title)}`;
        // Two lines of one note are two.
        if ((seen.get(key) ?? note.path) !== note.path) return false;
        seen.set(key, note.path);
        return true;
      }),
    }))
    .filter(({ items }) => items.length > 0);
}

/** A note's folder and name without its dates and numbers. */
function seriesOf(path: string): string {
  return path
    .toLowerCase()
    .replace(/\d+/g, '')
    .replace(/[\s._-]+/g, ' ');
}

function newestFirst({ evidence: [a] }: FollowUp, { evidence: [b] }: FollowUp): number {
  const [own, other] = [`${a?.asOf ?? ''} ${a?.path ?? ''}`, `${b?.asOf ?? ''} ${b?.path ?? ''}`];
  return own === other ? 0 : own < other ? 1 : -1;
}

/** A line that was just closed, and where it stood: it stays for some seconds, so that it can be taken back. */
export interface LeavingLine {
  readonly line: FollowUpLine;
  readonly group: string;
  readonly index: number;
}

/** Lines with those that were just closed, each where it stood. */
export function withLeaving(
  groups: readonly FollowUpGroup[],
  leaving: readonly LeavingLine[],
): readonly (FollowUpGroup & { readonly closed: ReadonlySet<string> })[] {
  const shown = new Set(groups.map(({ title }) => title));
  const gone = new Set(leaving.map(({ group }) => group).filter((title) => !shown.has(title)));
  return [...groups, ...[...gone].map((title) => ({ title, count: 0, lines: [] }))].map((group) => {
    const own = leaving.filter(({ group: title }) => title === group.title).sort((a, b) => a.index - b.index);
    const closed = new Set(own.map(({ line }) => placeKey(line)));
    const lines = group.lines.filter((line) => !closed.has(placeKey(line)));
    for (const { line, index } of own) lines.splice(index, 0, line);
    return { ...group, lines, closed };
  });
}

/** What stays the same of a line when others come and go. */
export function placeKey({ place, what }: FollowUpLine): string {
  return `${place.path}:${place.line}:${what}`;
}
