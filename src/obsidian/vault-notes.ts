import { type App, type Plugin, type TAbstractFile, TFile, TFolder, Vault } from 'obsidian';
import { isExcluded, isInScope, type Scope } from '../index/scope';
import type { NoteFile, NoteSource } from '../ports/note-source';

/** What the vault tells; paths only, so that no app object travels further. */
export interface VaultListener {
  readonly changed: (path: string, text?: string) => void;
  readonly removed: (path: string) => void;
  readonly renamed: (oldPath: string, newPath: string) => void;
}

/** Reads notes of the scope in force; folders are walked one by one, the whole vault only when a person chose that. */
export function vaultNotes(app: App, scope: () => Scope): NoteSource {
  const { vault } = app;
  const fileAt = (path: string): NoteFile | null => {
    const file = vault.getFileByPath(path);
    return file && isInScope(path, scope()) ? noteFile(file) : null;
  };
  return {
    list: () => {
      const found = new Map<string, NoteFile>();
      for (const folder of scope().folders) {
        const root = folder === '' ? vault.getRoot() : vault.getFolderByPath(folder);
        if (root instanceof TFolder)
          Vault.recurseChildren(root, (entry) => {
            if (entry instanceof TFile && !isExcluded(entry.path, scope())) found.set(entry.path, noteFile(entry));
          });
      }
      return [...found.values()];
    },
    file: fileAt,
    read: async (path) => {
      const file = vault.getFileByPath(path);
      if (!file) throw new Error('The note no longer exists.');
      return vault.cachedRead(file);
    },
  };
}

function noteFile(file: TFile): NoteFile {
  return { path: file.path, mtime: file.stat.mtime, size: file.stat.size };
}

/**
 * The one place where vault events enter. `changed` of the metadata cache brings the saved text; the vault's own events
 * complete it for what the cache does not tell: renames, deletions, and notes that other programs add.
 */
export function listenToVault(plugin: Plugin, scope: () => Scope, listener: VaultListener): void {
  const { vault, metadataCache } = plugin.app;
  plugin.registerEvent(
    metadataCache.on('changed', (file, text) => {
      if (isInScope(file.path, scope())) listener.changed(file.path, text);
    }),
  );
  plugin.registerEvent(
    vault.on('create', (file) => {
      if (file instanceof TFile && isInScope(file.path, scope())) listener.changed(file.path);
    }),
  );
  plugin.registerEvent(vault.on('delete', (file: TAbstractFile) => listener.removed(file.path)));
  plugin.registerEvent(
    vault.on('rename', (file: TAbstractFile, oldPath: string) => listener.renamed(oldPath, file.path)),
  );
}
