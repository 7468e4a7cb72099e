import { type App, MarkdownView, normalizePath, TFile, TFolder } from 'obsidian';
import { folderOf } from '../domain/note-path';
import type { NoteStore } from '../ports/note-store';

/** Writes through `Vault.process`; a note open in an editor is saved first, so that no typed character is lost. */
export function vaultStore(app: App): NoteStore {
  const { vault } = app;

  const find = (path: string): string | null => findIn(vault, normalizePath(path));

  /** The path below its folder as that is really written. */
  const below = (path: string): string => {
    const folder = folderOf(path);
    return folder === '' ? path : `${find(folder) ?? below(folder)}${path.slice(folder.length)}`;
  };

  const createFolder = async (path: string): Promise<readonly string[]> => {
    const wanted = normalizePath(path);
    if (wanted === '/' || wanted === '' || find(wanted) !== null) return [];
    const above = await createFolder(folderOf(wanted));
    const real = below(wanted);
    await vault.createFolder(real);
    return [...above, real];
  };

  /**
   * Typed text reaches the disk first; a view that shows what is there already is not saved, so that its line ends
   * stay.
   */
  const saveOpenEditors = async (file: TFile): Promise<void> => {
    for (const leaf of app.workspace.getLeavesOfType('markdown')) {
      if (!(leaf.view instanceof MarkdownView) || leaf.view.file !== file) continue;
      const typed = withPlainEnds(leaf.view.getViewData());
      if (typed !== withPlainEnds(await vault.read(file))) await leaf.view.save();
    }
  };

  return {
    process: async (path, edit) => {
      const file = vault.getFileByPath(path);
      if (!file) return 'missing';
      await saveOpenEditors(file);
      // Nothing to change is no write: it would set the note's time and wake every listener.
      const text = await vault.read(file);
      if (edit(text) !== text) await vault.process(file, edit);
      return 'done';
    },
    read: async (path) => {
      const file = vault.getFileByPath(path);
      return file ? vault.read(file) : null;
    },
    create: async (path, text) => {
      const wanted = normalizePath(path);
      if (find(wanted) !== null) return null;
      const folders = await createFolder(folderOf(wanted));
      const real = below(wanted);
      await vault.create(real, text);
      return { path: real, folders };
    },
    createFolder,
    find,
    stamp: (path) => {
      const file = vault.getFileByPath(path);
      return file ? `${file.stat.mtime} ${file.stat.size}` : null;
    },
    folders: () => vault.getAllFolders(false).map((folder) => folder.path),
    notesIn: (folder) =>
      (vault.getFolderByPath(normalizePath(folder))?.children ?? []).flatMap((entry) =>
        entry instanceof TFile && entry.extension === 'md' ? [entry.path] : [],
      ),
    move: async (from, to) => {
      const entry = vault.getAbstractFileByPath(normalizePath(from));
      const wanted = normalizePath(to);
      if (!entry || find(wanted) !== null) return false;
      await createFolder(folderOf(wanted));
      await app.fileManager.renameFile(entry, below(wanted));
      return true;
    },
    trash: async (path) => {
      const entry = vault.getAbstractFileByPath(path);
      if (entry instanceof TFolder && entry.children.length > 0) return;
      if (entry) await app.fileManager.trashFile(entry);
    },
  };
}

/** Obsidian compares paths without regard to case when it creates, with regard to it when it looks up. */
function findIn(vault: App['vault'], wanted: string): string | null {
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
}

function withPlainEnds(text: string): string {
  return text.replace(/\r\n/g, '\n');
}
