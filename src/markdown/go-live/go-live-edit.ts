import type { GoLiveStep, Stamp } from '../../domain/go-live/go-live-plan';
import { lineEndOf, type TextEdit } from '../text-edit';

/** Why a line of a go-live note cannot be changed: it is gone, stands there twice, or says something else by now. */
export type GoLiveProblem = 'gone' | 'ambiguous';

/** Edits of a note, or why there are none. */
export type GoLiveEdit = { readonly edits: readonly TextEdit[] } | { readonly problem: GoLiveProblem };

/** "2026-02-15 22:00 +01:00": how a time stands in a note. */
export function stampText({ day, time, offset }: Stamp): string {
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const zone = offset === null ? '' : ` ${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
  return `${day === null ? '' : `${day} `}${time}${zone}`;
}

/** Bounds of a line by its words: where it stood, else the only place where it stands. */
function boundsOf(
  text: string,
  { line, raw }: Pick<GoLiveStep, 'line' | 'raw'>,
): { start: number; end: number } | GoLiveProblem {
  const lines = text.split('\n');
  const bare = (index: number): string | undefined => lines[index]?.replace(/\r$/, '');
  const places = lines.flatMap((_, index) => (bare(index) === raw ? [index] : []));
  const at = bare(line - 1) === raw ? line - 1 : places.length === 1 ? places[0] : undefined;
  if (at === undefined) return places.length === 0 ? 'gone' : 'ambiguous';
  const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
  return { start, end: start + raw.length };
}

/** Puts a stamp on a step, and its tick where it is done; a block id stays the last word of its line. */
export function stampStep(text: string, step: GoLiveStep, field: 'started' | 'completion', stamp: Stamp): GoLiveEdit {
  const bounds = boundsOf(text, step);
  if (typeof bounds === 'string') return { problem: bounds };
  const id = /\s\^[\w-]+\s*$/.exec(step.raw)?.[0] ?? '';
  const at = bounds.end - id.length;
  const space = /\s$/.test(step.raw.slice(0, step.raw.length - id.length)) ? '' : ' ';
  const box = /^\s*[-*+]\s+\[/.exec(step.raw)?.[0].length ?? 0;
  const tick = { start: bounds.start + box, end: bounds.start + box + 1, insert: 'x' };
  return {
    edits: [
      ...(field === 'completion' ? [tick] : []),
      { start: at, end: at, insert: `${space}[${field}:: ${stampText(stamp)}]` },
    ],
  };
}

/** Says when T is, and until when the window lasts: in lines of their own below the title. */
export function setTimes(text: string, start: Stamp, until: Stamp | null): GoLiveEdit {
  const newline = lineEndOf(text);
  const title = /^#[ \t].*$/m.exec(text);
  const properties = /^---\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  const at = title ? title.index + title[0].replace(/\r$/, '').length : properties;
  const lines = [`- Start: ${stampText(start)}`, ...(until === null ? [] : [`- Window until: ${stampText(until)}`])];
  const insert = title ? `${newline}${newline}${lines.join(newline)}` : `${lines.join(newline)}${newline}${newline}`;
  return { edits: [{ start: at, end: at, insert }] };
}

/** Adds a line to the log at the end of the note, which begins with the first one. */
export function addToLog(text: string, line: string): GoLiveEdit {
  return addToSection(text, 'Log', [line]);
}

/** Adds lines to a section, which begins at the end of the note with the first ones. */
export function addToSection(text: string, heading: 'Log' | 'Hand-over', lines: readonly string[]): GoLiveEdit {
  const newline = lineEndOf(text);
  const items = lines.map((line) => `- ${line}`).join(newline);
  const section = SECTION[heading].exec(text);
  if (!section) {
    const gap =
      text === '' || text.endsWith(`${newline}${newline}`) ? '' : text.endsWith('\n') ? newline : newline + newline;
    const insert = `${gap}## ${heading}${newline}${newline}${items}${newline}`;
    return { edits: [{ start: text.length, end: text.length, insert }] };
  }
  const from = section.index + section[0].length;
  const next = /^#{1,2}[ \t]/m.exec(text.slice(from));
  const body = next ? text.slice(0, from + next.index) : text;
  const end = body.trimEnd().length;
  const isFirst = end <= from;
  return { edits: [{ start: end, end, insert: `${isFirst ? newline : ''}${newline}${items}` }] };
}

const SECTION = { Log: /^## Log[ \t]*\r?$/m, 'Hand-over': /^## Hand-over[ \t]*\r?$/m } as const;

/** The same note without stamps and ticks, for a rehearsal. */
export function withoutRun(text: string): string {
  return text
    .replace(/\s*\[(?:started|completion)::[^\]\n]*\]/gi, '')
    .replace(/^(\s*[-*+]\s+\[)[xX](\])/gm, '$1 $2')
    .replace(/^[ \t]*[-*][ \t]+(?:Start|Window until):[^\n]*\n/gim, '')
    .replace(/^## (?:Log|Hand-over)[^]*$/m, '')
    .trimEnd()
    .concat('\n');
}
