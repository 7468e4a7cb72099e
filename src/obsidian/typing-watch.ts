import { MarkdownView, type Plugin } from 'obsidian';

/** After this long without a key, nobody is typing in a note any more. */
const TYPING_MS = 10_000;

/** What is known about who types where on this device. */
export interface TypingWatch {
  /** Nothing shall be written now: the note changed in an editor a moment ago, or has the cursor. */
  readonly isBeingEdited: (path: string) => boolean;
  /** Its change was typed here, and did not arrive by sync. */
  readonly wasTypedHere: (path: string) => boolean;
}

/** Follows the editors of one plugin's app. */
export function typingWatch(plugin: Plugin): TypingWatch {
  const { workspace } = plugin.app;
  const typed = new Map<string, number>();
  plugin.registerEvent(workspace.on('editor-change', (_editor, { file }) => {
    if (file) typed.set(file.path, Date.now());
  }));
  const wasTypedHere = (path: string): boolean => Date.now() - (typed.get(path) ?? 0) < TYPING_MS;
  return {
    wasTypedHere,
    isBeingEdited: (path) => {
      if (wasTypedHere(path)) return true;
      const view = workspace.getActiveViewOfType(MarkdownView);
      return view?.file?.path === path && view.contentEl.contains(view.contentEl.doc.activeElement) && view.contentEl.doc.hasFocus();
    },
  };
}
