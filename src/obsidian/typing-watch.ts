import { MarkdownView, type Plugin } from 'obsidian';

/** After this long without a key, nobody is typing in a note any more. */
const TYPING_MS = 10_000;

/** Says whether a person is typing in a note: it changed in an editor a moment ago, or stands in the one with the focus. */
export function typingWatch(plugin: Plugin): (path: string) => boolean {
  const { workspace } = plugin.app;
  const typed = new Map<string, number>();
  plugin.registerEvent(workspace.on('editor-change', (_editor, { file }) => {
    if (file) typed.set(file.path, Date.now());
  }));
  return (path) => {
    if (Date.now() - (typed.get(path) ?? 0) < TYPING_MS) return true;
    const view = workspace.getActiveViewOfType(MarkdownView);
    return view?.file?.path === path && view.contentEl.contains(view.contentEl.doc.activeElement) && view.contentEl.doc.hasFocus();
  };
}
