import { mapInSlices } from '../../domain/in-slices';
import { IMPROVEMENTS_HINT } from '../../domain/improvement';
import type { LineAccount } from '../../domain/line-account';
import type { Block } from '../blocks/block';
import type { NoteFacts, TaskFact } from '../../domain/note-facts';

const LINES_A_STEP = 2000;

/** Nothing, or a box alone. */
const EMPTY_ITEM = /^\s*(?:\[.\]\s*)?$/;

type Place = 'checklist' | 'dependencies' | 'actions' | 'risks' | 'looseEnds' | 'notRead';

/** Accounts for a note's lines, in steps; `isPlaced` where the note's place gives its work a release. */
export function* accountOf(
  { tasks, actions, dependencies, risks }: Pick<NoteFacts, 'tasks' | 'actions' | 'dependencies' | 'risks'>,
  isPlaced: boolean,
): Generator<void, LineAccount> {
  // Lists by line: a map of hundreds of thousands would grow in one long step.
  const isBox: (true | undefined)[] = [];
  const places: (Place | undefined)[] = [];
  const put = (line: number, place: Place): void => {
    places[line] ??= place;
  };
  let boxes = 0;
  const loose = (release: number): boolean => release < 0 && !isPlaced;
  yield* mapInSlices(tasks, ({ role, release, line, owner, due, mark }) => {
    if (mark !== '|' && isBox[line] !== true) {
      isBox[line] = true;
      boxes++;
    }
    if (role === 'checklist')
      put(line, loose(release) && owner === null && due.on === null ? 'looseEnds' : 'checklist');
  });
  yield* mapInSlices(dependencies, ({ line }) => put(line, 'dependencies'));
  yield* mapInSlices(actions, ({ line, release, owner, due }) =>
    put(
      line,
      loose(release) && owner === null && due.on === null && due.before === null && due.lead === null
        ? 'looseEnds'
        : 'actions',
    ),
  );
  yield* mapInSlices(risks, ({ line }) => put(line, 'risks'));
  yield* mapInSlices(tasks, (task) => put(task.line, placeOfBox(task)));
  const counts = { checklist: 0, dependencies: 0, actions: 0, risks: 0, looseEnds: 0 };
  const notRead: number[] = [];
  for (let line = 0; line < places.length; line++) {
    const place = places[line];
    if (place === 'notRead') notRead.push(line);
    else if (place !== undefined) counts[place]++;
    if (line % LINES_A_STEP === LINES_A_STEP - 1) yield;
  }
  return { boxes, ...counts, proposals: 0, notRead };
}

/** Says of a retro that nobody has written it yet. */
export function withBlank(account: LineAccount, isRetro: boolean, blocks: readonly Block[]): LineAccount {
  return isRetro && isBlankForm(blocks, [IMPROVEMENTS_HINT]) ? { ...account, isBlank: true } : account;
}

/**
 * True for a form in which nobody has written yet: below its sections stand empty list marks, tables of numbers and its
 * own hints, nothing else.
 */
function isBlankForm(blocks: readonly Block[], hints: readonly string[]): boolean {
  let isBelow = false;
  for (const block of blocks) {
    if (block.type === 'heading') isBelow ||= block.level > 1;
    else if (block.type === 'item' && !EMPTY_ITEM.test(block.text)) return false;
    else if (block.type === 'paragraph' && isBelow && !hints.includes(block.text.trim())) return false;
  }
  return isBelow;
}

/** A box below another one is a step of it; one that stands for itself and was not taken says nothing. */
function placeOfBox({ role, depth }: TaskFact): Place {
  if (depth === 0) return 'notRead';
  return role === 'action' ? 'actions' : role === 'dependency' ? 'dependencies' : role === 'risk' ? 'risks' : 'notRead';
}
