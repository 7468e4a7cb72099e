import {
  type App,
  type Editor,
  type EditorPosition,
  EditorSuggest,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type Plugin,
} from 'obsidian';
import type { Writing } from './writing/writing';

/** What stands before the cursor that calls for suggestions: the text so far, and where it began in the line. */
type Find = (before: string) => { readonly query: string; readonly start: number } | null;

const MOST = 12;
const LONGEST_QUERY = 60;

/** Suggests texts for what is being typed, and puts the chosen one in its place. */
class TextSuggest extends EditorSuggest<string> {
  readonly #find: Find;
  readonly #texts: () => readonly string[];
  readonly #write: (text: string, line: string) => string;

  constructor(app: App, find: Find, texts: () => readonly string[], write: (text: string, line: string) => string) {
    super(app);
    this.limit = MOST;
    this.#find = find;
    this.#texts = texts;
    this.#write = write;
  }

  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const found = this.#find(editor.getLine(cursor.line).slice(0, cursor.ch));
    return found && found.query.length <= LONGEST_QUERY
      ? { start: { line: cursor.line, ch: found.start }, end: cursor, query: found.query }
      : null;
  }

  override getSuggestions({ query }: EditorSuggestContext): string[] {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    // What is complete needs no suggestion, which would only catch the Enter key.
    if (this.#texts().some((text) => text.toLowerCase() === query.trim().toLowerCase())) return [];
    const matching = this.#texts().filter((text) => words.every((word) => text.toLowerCase().includes(word)));
    return matching.sort(
      (a, b) =>
        Number(b.toLowerCase().startsWith(query.toLowerCase())) -
        Number(a.toLowerCase().startsWith(query.toLowerCase())),
    );
  }

  override renderSuggestion(text: string, element: HTMLElement): void {
    element.setText(text);
  }

  override selectSuggestion(text: string): void {
    const { context } = this;
    if (!context) return;
    const written = this.#write(text, context.editor.getLine(context.start.line));
    context.editor.replaceRange(written, context.start, context.end);
    context.editor.setCursor({ line: context.start.line, ch: context.start.ch + written.length });
    this.close();
  }
}

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
  plugin.registerEditorSuggest(new TextSuggest(plugin.app, person, writing.names, (name) => `[[${name}]]`));
  // A colon or a number sign would end the value in properties; in a line of the note it does no harm.
  plugin.registerEditorSuggest(
    new TextSuggest(plugin.app, release, writing.releases, (title, line) =>
      /^release:/i.test(line) && /[:#]/.test(title)
        ? JSON.stringify(title)
        : `${/:$/.test(line.trimEnd()) && !/\s$/.test(line) ? ' ' : ''}${title}`,
    ),
  );
}
