import type { Plugin } from 'obsidian';
import { TextSuggest, type Typed } from './text-suggest';
import type { Writing } from './writing/writing';

/** What is being typed at the end of the line up to the cursor. */
type Find = (before: string) => Typed | null;

/** `@` at the beginning of a word, as in "@sar"; an address such as ann@example.com is none. */
const person: Find = (before) => {
  const match = /(?:^|[\s(,;:>-])@([^\s@[\]|#^][^@[\]|#^]{0,40})?$/.exec(before);
  return match ? { query: match[1] ?? '', start: before.lastIndexOf('@') } : null;
};

/** `release:` and what follows it, in properties and in lines. */
const release: Find = (before) => {
  const match = /(?:^|[\s#*>[(-])release:{1,2}\s*(\S.*)?$/i.exec(before);
  if (!match) return null;
  const query = match[1] ?? '';
  return { query, start: before.length - query.length };
};

/** People after `@` become links; releases after `release:` are written as their notes name them. */
export function addEditorSuggests(plugin: Plugin, writing: Pick<Writing, 'names' | 'releases'>): void {
  plugin.registerEditorSuggest(
    new TextSuggest(plugin.app, { find: person, texts: writing.names, write: (name) => `[[${name}]]` }),
  );
  plugin.registerEditorSuggest(
    new TextSuggest(plugin.app, {
      find: release,
      texts: writing.releases,
      // A colon or a number sign would end the value in properties; in a line of the note it does no harm.
      write: (title, line) =>
        /^release:/i.test(line) && /[:#]/.test(title)
          ? JSON.stringify(title)
          : `${/:$/.test(line.trimEnd()) && !/\s$/.test(line) ? ' ' : ''}${title}`,
    }),
  );
}
