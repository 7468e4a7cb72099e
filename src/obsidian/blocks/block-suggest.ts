import {
  type App,
  type Editor,
  type EditorPosition,
  EditorSuggest,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type Plugin,
} from 'obsidian';
import { BLOCK_GROUPS, BLOCK_KEYS, BLOCK_LEVELS, BLOCK_SHOWS } from '../../presentation/block/block-request';
import type { Writing } from '../writing/writing';

/** A block has so few lines that no longer way up is looked at. */
const MOST_LINES = 20;
const FENCE = /^\s*(?:>\s*)*(?:`{3,}|~{3,})\s*(\S*)\s*$/;
const LINE = /^(\s*(?:>\s*)*)(?:([a-z]+):\s*)?([^:]{0,60})$/i;

/** True for a line inside a code block `shipshape`. */
function isInBlock(editor: Editor, line: number): boolean {
  for (let at = line - 1; at >= Math.max(0, line - MOST_LINES); at--) {
    const fence = FENCE.exec(editor.getLine(at));
    if (fence) return fence[1] === 'shipshape';
  }
  return false;
}

/** Completes the lines of a block while they are typed: first the word, then what may stand behind it. */
class BlockSuggest extends EditorSuggest<string> {
  readonly #writing: Pick<Writing, 'names' | 'releases'>;

  constructor(app: App, writing: Pick<Writing, 'names' | 'releases'>) {
    super(app);
    this.#writing = writing;
  }

  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const typed = LINE.exec(before);
    if (!typed || FENCE.test(before) || !isInBlock(editor, cursor.line)) return null;
    const query = typed[3] ?? '';
    return { start: { line: cursor.line, ch: cursor.ch - query.length }, end: cursor, query };
  }

  override getSuggestions({ query, start, editor }: EditorSuggestContext): string[] {
    const key = LINE.exec(editor.getLine(start.line).slice(0, start.ch))?.[2]?.toLowerCase();
    const wanted = query.trim().toLowerCase();
    const known = this.#known(key);
    // What is complete needs no suggestion, which would only catch the Enter key.
    if (known.some((text) => text.toLowerCase() === wanted)) return [];
    return known.filter((text) => text.toLowerCase().includes(wanted));
  }

  #known(key: string | undefined): readonly string[] {
    switch (key) {
      case undefined:
        return BLOCK_KEYS.map((name) => `${name}: `);
      case 'show':
        return BLOCK_SHOWS;
      case 'level':
        return BLOCK_LEVELS;
      case 'group':
        return BLOCK_GROUPS;
      case 'within':
        return ['7d', '14d', '4w'];
      case 'release':
        return this.#writing.releases();
      case 'party':
        return this.#writing.names();
      default:
        return [];
    }
  }

  override renderSuggestion(text: string, element: HTMLElement): void {
    element.setText(text);
  }

  override selectSuggestion(text: string): void {
    const { context } = this;
    if (!context) return;
    context.editor.replaceRange(text, context.start, context.end);
    context.editor.setCursor({ line: context.start.line, ch: context.start.ch + text.length });
    this.close();
  }
}

/** Registers the completion. */
export function addBlockSuggest(plugin: Plugin, writing: Pick<Writing, 'names' | 'releases'>): void {
  plugin.registerEditorSuggest(new BlockSuggest(plugin.app, writing));
}
