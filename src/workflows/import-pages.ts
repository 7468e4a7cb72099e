import { commandless, inertText } from '../domain/inert-text';
import type { OutsidePage, OutsideReading } from '../domain/outside-item';
import { safeFileName } from '../domain/safe-name';
import type { NewNote } from './note-writer';

/** Pages of a reading; rows of databases beside them are none. */
export function pagesOf({ items }: OutsideReading): readonly OutsidePage[] {
  return items.filter((item): item is OutsidePage => 'page' in item && 'bodyChars' in item);
}

/** Made Markdown without living tags; within fences a tag is none, and only commands are taken out. */
function inertMarkdown(text: string): string {
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1] ?? '';
      const isInside = fence !== '';
      if (!isInside) fence = mark;
      else if (mark.startsWith(fence)) fence = '';
      return isInside || fence !== '' ? commandless(line) : inertText(line);
    })
    .join('\n');
}

/**
 * Pages as notes of a folder, each under its title; of several with one title the later ones get a number. Text that is
 * Markdown stays as it is, but for commands of other plugins; text that is HTML is made Markdown, and what is left of
 * tags in it is shown, not run.
 */
export function pageNotes(
  reading: OutsideReading,
  folder: string,
  toMarkdown: (html: string) => string,
): readonly NewNote[] {
  const taken = new Map<string, number>();
  const home = folder.replace(/^\/+|\/+$/g, '');
  return pagesOf(reading).map(({ row, title }) => {
    const name = safeFileName(title) ?? 'Untitled';
    const times = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), times);
    const body = reading.bodies?.get(row);
    const text =
      body === undefined
        ? `# ${inertText(title)}\n`
        : body.form === 'markdown'
          ? commandless(body.text.replace(/^\ufeff/, ''))
          : `# ${inertText(title)}\n\n${inertMarkdown(toMarkdown(body.text)).trim()}\n`;
    const file = times === 1 ? name : `${name} ${times}`;
    return { path: `${home === '' ? '' : `${home}/`}${file}.md`, text };
  });
}
