import { asWords, commandless, inertText } from '../domain/inert-text';
import type { OutsidePage, OutsideReading } from '../domain/outside-item';
import { safeFileName } from '../domain/safe-name';
import type { NewNote } from './note-writer';

/** Pages of a reading; rows of databases beside them are none. */
export function pagesOf({ items }: OutsideReading): readonly OutsidePage[] {
  return items.filter((item): item is OutsidePage => 'page' in item && 'bodyChars' in item);
}

/** Languages of code blocks that plugins run. */
const RUNNING =
  /^(\s{0,3}(?:`{3,}|~{3,})[ \t]*)((?:dataview|tasks|js-engine|templater|query|button|meta-bind|shipshape).*)$/i;

/** Markdown without living tags; within fences a tag is none, and only commands are taken out. */
function inertMarkdown(text: string): string {
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1] ?? '';
      const isInside = fence !== '';
      if (!isInside) fence = mark;
      else if (mark.startsWith(fence)) fence = '';
      const safe = line.split('%% shipshape:').join('%\\% shipshape:');
      if (!isInside && fence !== '') return commandless(safe.replace(RUNNING, '$1text $2'));
      return isInside ? commandless(safe) : inertText(safe);
    })
    .join('\n');
}

/**
 * Pages as notes of a folder, each under its title; of several with one title the later ones get a number. Their text
 * stays, but nothing of it comes to life: tags, commands, code that plugins run, blocks of our own.
 */
export function pageNotes(
  reading: OutsideReading,
  folder: string,
  toMarkdown: (html: string) => string,
): readonly NewNote[] {
  const taken = new Set<string>();
  const home = folder.replace(/^\/+|\/+$/g, '');
  return pagesOf(reading).map(({ row, title }) => {
    const name = safeFileName(title) ?? 'Untitled';
    let file = name;
    for (let times = 2; taken.has(file.toLowerCase()); times++) file = `${name} ${times}`;
    taken.add(file.toLowerCase());
    const body = reading.bodies?.get(row);
    const head = `# ${asWords(title)}\n`;
    const text =
      body === undefined
        ? head
        : body.form === 'markdown'
          ? inertMarkdown(body.text.replace(/^\ufeff/, ''))
          : `${head}\n${inertMarkdown(toMarkdown(body.text)).trim()}\n`;
    return { path: `${home === '' ? '' : `${home}/`}${file}.md`, text };
  });
}
