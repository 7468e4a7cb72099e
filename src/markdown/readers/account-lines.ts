import type { LineAccount } from '../../domain/line-account';
import type { NoteFacts, TaskFact } from '../../domain/note-facts';

type Place = 'checklist' | 'dependencies' | 'actions' | 'risks' | 'looseEnds' | 'notRead';

/** Accounts for a note's lines; `isPlaced` where the note's place gives its work a release. */
export function accountOf({ tasks, actions, dependencies, risks }: Pick<NoteFacts, 'tasks' | 'actions' | 'dependencies' | 'risks'>, isPlaced: boolean): LineAccount {
  const places = new Map<number, Place>();
  const put = (line: number, place: Place): void => {
    if (!places.has(line)) places.set(line, place);
  };
  const loose = (release: number): boolean => release < 0 && !isPlaced;
  for (const { role, release, line, owner, due } of tasks) if (role === 'checklist') put(line, loose(release) && owner === null && due.on === null ? 'looseEnds' : 'checklist');
  for (const { line } of dependencies) put(line, 'dependencies');
  for (const { line, release, owner, due } of actions) put(line, loose(release) && owner === null && due.on === null && due.before === null && due.lead === null ? 'looseEnds' : 'actions');
  for (const { line } of risks) put(line, 'risks');
  for (const task of tasks) put(task.line, placeOfBox(task));
  const counts = { checklist: 0, dependencies: 0, actions: 0, risks: 0, looseEnds: 0 };
  const notRead: number[] = [];
  for (const [line, place] of places) {
    if (place === 'notRead') notRead.push(line);
    else counts[place]++;
  }
  return { boxes: new Set(tasks.filter(({ mark }) => mark !== '|').map(({ line }) => line)).size, ...counts, proposals: 0, notRead: notRead.sort((a, b) => a - b) };
}

/** A box below another one is a step of it; one that stands for itself and was not taken says nothing. */
function placeOfBox({ role, depth }: TaskFact): Place {
  if (depth === 0) return 'notRead';
  return role === 'action' ? 'actions' : role === 'dependency' ? 'dependencies' : role === 'risk' ? 'risks' : 'notRead';
}
