import {
  type App,
  type Editor,
  type EditorPosition,
  EditorSuggest,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
} from 'obsidian';

/** What calls for suggestions: the text so far, and where it began in the line. */
export interface Typed {
  readonly query: string;
  readonly start: number;
}

/** How suggestions are found, and what becomes of the chosen one. */
export interface SuggestSpec {
  /** What is being typed at the end of `before`, the line up to the cursor; null where nothing is to be suggested. */
  readonly find: (before: string, editor: Editor, line: number) => Typed | null;
  /** All that may be meant; `before` is the line up to where the typed text began. */
  readonly texts: (before: string) => readonly string[];
  /** What is written for a chosen text, in a line. */
  readonly write: (text: string, line: string) => string;
}

const MOST = 12;
const LONGEST_QUERY = 60;

/** Suggests texts for what is being typed, and puts the chosen one in its place. */
export class TextSuggest extends EditorSuggest<string> {
  readonly #spec: SuggestSpec;

  constructor(app: App, spec: SuggestSpec) {
    super(app);
    this.limit = MOST;
    this.#spec = spec;
  }

  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const found = this.#spec.find(editor.getLine(cursor.line).slice(0, cursor.ch), editor, cursor.line);
    return found && found.query.length <= LONGEST_QUERY
      ? { start: { line: cursor.line, ch: found.start }, end: cursor, query: found.query }
      : null;
  }

  override getSuggestions({ query, start, editor }: EditorSuggestContext): string[] {
    const texts = this.#spec.texts(editor.getLine(start.line).slice(0, start.ch));
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    // What is complete needs no suggestion, which would only catch the Enter key.
    if (texts.some((text) => text.toLowerCase() === query.trim().toLowerCase())) return [];
    const matching = texts.filter((text) => words.every((word) => text.toLowerCase().includes(word)));
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
    const written = this.#spec.write(text, context.editor.getLine(context.start.line));
    context.editor.replaceRange(written, context.start, context.end);
    context.editor.setCursor({ line: context.start.line, ch: context.start.ch + written.length });
    this.close();
  }
}
