import { type App, MarkdownView } from 'obsidian';
import type { NoteStore } from '../ports/note-store';

/** Writes through `Vault.process`; a note open in an editor is saved first, so that no typed character is lost. */
export function vaultStore(app: App): NoteStore {
  return {
    process: async (path, edit) => {
      const file = app.vault.getFileByPath(path);
      if (!file) return 'missing';
      for (const leaf of app.workspace.getLeavesOfType('markdown')) {
        if (leaf.view instanceof MarkdownView && leaf.view.file === file) await leaf.view.save();
      }
      await app.vault.process(file, edit);
      return 'done';
    },
  };
}
