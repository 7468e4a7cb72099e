import { hoverTooltip } from '@codemirror/view';
import { editorInfoField, type Plugin } from 'obsidian';
import type { PhraseOnLine } from '../workflows/understand-date';

/** Lines longer than this are no prose, and are not searched while the mouse moves. */
const MAX_LINE = 1000;

/** Rests the mouse on a date of a note: shows the day that it is understood as, and what was assumed. */
export function addDateHover(
  plugin: Plugin,
  datesOf: (line: string, path: string | null, text: string) => readonly PhraseOnLine[],
  say: (phrase: PhraseOnLine) => string,
): void {
  plugin.registerEditorExtension(
    hoverTooltip((view, position) => {
      const line = view.state.doc.lineAt(position);
      if (line.length > MAX_LINE) return null;
      const path = view.state.field(editorInfoField, false)?.file?.path ?? null;
      const found = datesOf(line.text, path, view.state.doc.toString()).find(
        ({ start, end }) => line.from + start <= position && position <= line.from + end,
      );
      if (!found) return null;
      return {
        pos: line.from + found.start,
        end: line.from + found.end,
        above: true,
        create: () => ({ dom: createDiv({ cls: 'shipshape-date-tip', text: say(found) }) }),
      };
    }),
  );
}
