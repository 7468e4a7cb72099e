import type { OutsideProblem } from '../../domain/outside-item';

/** What a list of unknown values holds, if most of it is that; null else. A place in the list is a row, from 1. */
export function readMost<Item>(
  list: readonly unknown[],
  read: (value: unknown, row: number) => Item | null,
): readonly Item[] | null {
  const items = list.flatMap((one, index) => read(one, index + 1) ?? []);
  return items.length > 0 && items.length >= list.length / 2 ? items : null;
}

/** What is said of an answer that is a part of a list, or that holds other things, too. */
export function partProblems(
  isPart: boolean,
  list: number,
  items: number,
  total: number | null = null,
): OutsideProblem[] {
  const part = total === null ? 'The file is one page of more.' : `The file is one page: ${list} of ${total}.`;
  const broken = list - items;
  return [
    ...(isPart ? [{ row: null, text: part }] : []),
    ...(broken > 0 ? [{ row: null, text: `${broken} of ${list} are no issues.` }] : []),
  ];
}
