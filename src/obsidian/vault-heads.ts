import { type App, TFile, Vault } from 'obsidian';
import type { HeadSource } from '../ports/note-heads';

/** Heads of notes from the app's own cache; no file is opened. */
export function vaultHeads({ vault, metadataCache }: App): HeadSource {
  return {
    paths: () => {
      const found: string[] = [];
      Vault.recurseChildren(vault.getRoot(), (entry) => {
        if (entry instanceof TFile && entry.extension === 'md') found.push(entry.path);
      });
      return found;
    },
    head: (path) => {
      const file = vault.getFileByPath(path);
      const known = file && metadataCache.getFileCache(file);
      if (!known) return null;
      return {
        path,
        headings: (known.headings ?? []).map(({ level, heading }) => ({ level, text: heading })),
        properties: known.frontmatter ?? {},
        boxes: (known.listItems ?? []).filter(({ task }) => task !== undefined).length,
      };
    },
  };
}
