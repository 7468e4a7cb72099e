/** Replaces the characters from `start` to `end` (offsets into the text) with `insert`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** How the lines of a text end, to write more of them. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Applies edits; all other characters stay as they are. Edits must lie inside the text and not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const { start, end, insert } of ordered) {
    if (start < at || end < start || end > text.length) throw new RangeError('Edits overlap or leave the text.');
    out += text.slice(at, start) + insert;
    at = end;
  }
  return out + text.slice(at);
}

/**
 * The one edit that turns a text into another: from the first character that differs to the last. None where none
 * does.
 */
export function editBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start, end: before.length - tail, insert: after.slice(start, after.length - tail) }];
}
