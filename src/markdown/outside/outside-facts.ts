import { type RiskFact, type TaskFact, NO_DUE } from '../../domain/note-facts';
import { parseCalendarDate } from '../../domain/calendar-date';
import { exactDay } from '../../domain/exact-day';
import type { OutsideRef } from '../../domain/outside-ref';
import type { TaskState } from '../../domain/checklist';
import { SYSTEM_NAMES } from '../../domain/outside-item';
import type { Block, ScannedNote } from '../blocks/block';
import type { ManagedBlock } from '../blocks/managed-fence';
import type { Outline } from '../readers/outline-walk';
import { readOutsideBlock, systemOf } from './outside-block';
import { MARKS, type OutsideLine } from './outside-line';

const STATES: Readonly<Record<OutsideLine['category'], TaskState>> = {
  todo: 'open',
  doing: 'in-progress',
  done: 'done',
  cancelled: 'cancelled',
};
/** Statuses in which work waits for somebody else, in the languages of trackers. */
const BLOCKED = new Set(
  ['blocked', 'impeded', 'blockiert', 'bloqué', 'bloquée', 'bloqueado', 'bloqueada', 'bloccato', 'bloccata'].concat([
    'geblokkeerd',
    'zablokowane',
    'заблокировано',
    'заблокирована',
    'ブロック',
    '被阻止',
    '차단됨',
  ]),
);

/** True for a note that holds a block of another system. */
export function holdsOutside(managed: readonly ManagedBlock[]): boolean {
  return managed.some((block) => systemOf(block) !== null);
}

/** What blocks of other systems state: items, and of those that are blocked an issue each. */
export function outsideFacts(
  text: string,
  { blocks, managed }: ScannedNote,
  outline: Outline,
): { readonly tasks: readonly TaskFact[]; readonly risks: readonly RiskFact[] } {
  const tasks: TaskFact[] = [];
  const risks: RiskFact[] = [];
  let line = 1;
  let from = 0;
  for (const block of managed) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < block.start; at = text.indexOf('\n', at + 1)) line++;
    from = block.start;
    const found = readOutsideBlock(block, line);
    if (!found) continue;
    const release = releaseAbove(blocks, outline, line);
    const { asOf } = found;
    for (const { line: at, text: words, states } of found.lines) {
      const span = { line: at, endLine: at, text: words };
      const { key, url, status } = states;
      const outside: OutsideRef = { system: found.system, key, url, status, asOf };
      const due = parseCalendarDate(states.due ?? '');
      tasks.push({
        ...span,
        title: states.title,
        gist: null,
        state: STATES[states.category],
        mark: MARKS[states.category],
        section: `From ${SYSTEM_NAMES[found.system]}`,
        depth: 0,
        role: 'checklist',
        optional: false,
        owner: states.owner,
        due: due === null ? NO_DUE : { ...NO_DUE, on: exactDay(due) },
        doneOn: parseCalendarDate(states.completion ?? ''),
        id: states.key === null ? null : `${found.system} ${states.key}`,
        release,
        outside,
      });
      const isBlocked =
        states.priority !== null || (states.status !== null && BLOCKED.has(states.status.toLowerCase()));
      if (isBlocked && (states.category === 'todo' || states.category === 'doing'))
        risks.push({
          ...span,
          title: states.title,
          severity: 'critical',
          type: 'issue',
          resolved: false,
          owner: states.owner,
          release,
          outside,
        });
    }
  }
  return { tasks, risks };
}

/** The release of the section in which a line stands; a note of one release is of that one throughout. */
function releaseAbove(blocks: readonly Block[], { places, releases }: Outline, line: number): number {
  let above = blocks.length - 1;
  while (above >= 0 && (blocks[above]?.line ?? 0) + 1 >= line) above--;
  const placed = places[above]?.release ?? -1;
  return placed < 0 && releases.length === 1 ? 0 : placed;
}
