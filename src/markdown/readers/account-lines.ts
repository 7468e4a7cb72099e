import { mapInSlices } from '../../domain/in-slices';
import { lazily } from '../../domain/lazily';
import { IMPROVEMENTS_HINT, RETRO_SECTIONS } from '../../domain/improvement';
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

/** Code is no block, but somebody put it there. */
const CODE = /^\s*(?:`{3}|~{3}|<[a-z!])/im;

/** Says of a retro that nobody has written it yet. */
export function withBlank(account: LineAccount, isRetro: boolean, blocks: readonly Block[], text: string): LineAccount {
  return isRetro && !CODE.test(text) && isBlankForm(blocks) ? { ...account, isBlank: true } : account;
}

/** "Plan: [[Plan]]" below the title of a form. */
const FORM_FIELD = /^[A-Za-z][\w /-]{0,30}:\s*(?:\[\[[^\]]*\]\])?\s*$/;
const LETTER = lazily(() => /\p{L}/u);

/**
 * True for a retro's form in which nobody has written yet: its own sections with empty list marks, its own hint and its
 * table of numbers, nothing else. Whatever else stands there, was written by somebody.
 */
function isBlankForm(blocks: readonly Block[]): boolean {
  let isBelow = false;
  for (const block of blocks) {
    if (block.type === 'heading') {
      if (block.level > 1 && !RETRO_SECTIONS.includes(block.text.trim())) return false;
      isBelow ||= block.level > 1;
    } else if (block.type === 'item') {
      if (!EMPTY_ITEM.test(block.text)) return false;
    } else if (block.type === 'paragraph') {
      const text = block.text.trim();
      if (isBelow ? text !== IMPROVEMENTS_HINT : !FORM_FIELD.test(text)) return false;
    } else if (block.rows.some(({ cells }) => cells.slice(1).some((cell) => LETTER().test(cell)))) return false;
  }
  return isBelow;
}

/** A box below another one is a step of it; one that stands for itself and was not taken says nothing. */
function placeOfBox({ role, depth }: TaskFact): Place {
  if (depth === 0) return 'notRead';
  return role === 'action' ? 'actions' : role === 'dependency' ? 'dependencies' : role === 'risk' ? 'risks' : 'notRead';
}
