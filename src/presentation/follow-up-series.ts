import type { FollowUp } from '../domain/follow-up';
import { partyKey } from '../domain/party';
import { normalizedText } from '../domain/text-similarity';
import type { FollowUpEntry, FollowUpGroup, FollowUpLine } from './follow-ups-model';

/** Follow-ups of notes without a release: same words and same person in several notes are one, that of the newest. */
export function foldRepeats(followUps: readonly FollowUp[]): FollowUpEntry[] {
  const series = new Map<string, FollowUp[]>();
  for (const followUp of followUps) {
    const { state, who, title } = followUp;
    const key = [state, who === null ? '' : partyKey(who), normalizedText(title)].join('\n');
    const known = series.get(key);
    if (known) known.push(followUp);
    else series.set(key, [followUp]);
  }
  const asOf = ({ evidence }: FollowUp): string => evidence[0]?.asOf ?? '';
  return [...series.values()].map((list) => {
    const [newest, ...repeats] = list.length === 1 ? list : [...list].sort((a, b) => (asOf(a) < asOf(b) ? 1 : -1));
    return { followUp: newest as FollowUp, release: null, ...(repeats.length > 0 ? { repeats } : {}) };
  });
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
  const isHere = ({ title }: FollowUpGroup): boolean => leaving.some(({ group }) => group === title);
  const gone = leaving.filter(({ group }, at) => leaving.findIndex((other) => other.group === group) === at);
  const all = [
    ...groups,
    ...gone
      .filter(({ group }) => !groups.some(({ title }) => title === group))
      .map(({ group }) => ({ title: group, count: 0, lines: [] })),
  ];
  return all.map((group) => {
    const own = leaving.filter(({ group: title }) => title === group.title);
    if (!isHere(group)) return { ...group, closed: new Set<string>() };
    const closed = new Set(own.map(({ line }) => placeKey(line)));
    const lines = group.lines.filter((line) => !closed.has(placeKey(line)));
    for (const { line, index } of [...own].sort((a, b) => a.index - b.index)) lines.splice(index, 0, line);
    return { ...group, lines, closed };
  });
}

/** What stays the same of a line when others come and go. */
export function placeKey({ place, what }: FollowUpLine): string {
  return `${place.path}:${place.line}:${what}`;
}
