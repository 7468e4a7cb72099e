import { type App, MarkdownView, normalizePath, TFile, TFolder } from 'obsidian';
import type { NoteStore } from '../ports/note-store';

/** Writes through `Vault.process`; a note open in an editor is saved first, so that no typed character is lost. */
export function vaultStore(app: App): NoteStore {
  const { vault } = app;

  /** Obsidian compares paths without regard to case when it creates, with regard to it when it looks up. */
  const find = (path: string): string | null => {
    const wanted = normalizePath(path);
    const exact = vault.getAbstractFileByPath(wanted);
    if (exact) return exact.path;
    let folder = vault.getRoot();
    for (const part of wanted.split('/')) {
      const child = folder.children.find((entry) => entry.name.toLowerCase() === part.toLowerCase());
      if (!child) return null;
      if (child.path.length === wanted.length) return child.path;
      if (!(child instanceof TFolder)) return null;
      folder = child;
    }
    return null;
  };

  const createFolder = async (path: string): Promise<'done' | 'exists'> => {
    const wanted = normalizePath(path);
    if (wanted === '/' || wanted === '' || find(wanted) !== null) return 'exists';
    const cut = wanted.lastIndexOf('/');
    if (cut > 0) await createFolder(wanted.slice(0, cut));
    await vault.createFolder(wanted);
    return 'done';
  };

  const saveOpenEditors = async (file: TFile): Promise<void> => {
    for (const leaf of app.workspace.getLeavesOfType('markdown')) {
      if (leaf.view instanceof MarkdownView && leaf.view.file === file) await leaf.view.save();
    }
  };

  return {
    process: async (path, edit) => {
      const file = vault.getFileByPath(path);
      if (!file) return 'missing';
      await saveOpenEditors(file);
      await vault.process(file, edit);
      return 'done';
    },
    read: async (path) => {
      const file = vault.getFileByPath(path);
      return file ? vault.read(file) : null;
    },
    create: async (path, text) => {
      const wanted = normalizePath(path);
      if (find(wanted) !== null) return 'exists';
      const cut = wanted.lastIndexOf('/');
      const folder = cut > 0 ? wanted.slice(0, cut) : '';
      if (folder !== '') await createFolder(folder);
      await vault.create(`${folder === '' ? '' : `${find(folder) ?? folder}/`}${wanted.slice(cut + 1)}`, text);
      return 'done';
    },
    createFolder,
    find,
    folders: () => vault.getAllFolders(false).map((folder) => folder.path),
    notesIn: (folder) => (vault.getFolderByPath(normalizePath(folder))?.children ?? []).flatMap((entry) => (entry instanceof TFile && entry.extension === 'md' ? [entry.path] : [])),
    trash: async (path) => {
      const entry = vault.getAbstractFileByPath(path);
      if (entry instanceof TFolder && entry.children.length > 0) return;
      if (entry) await app.fileManager.trashFile(entry);
    },
  };
}
