import { type ItemView, Notice, type Plugin, TFile } from 'obsidian';
import { reasonOf } from '../domain/reason-of';
import { IMPORT_WORDING as WORDS } from '../presentation/import-wording';
import type { Writing } from './writing/writing';

/** Files of the vault that may be an export of another system. */
const EXPORTS = new Set(['csv', 'tsv', 'json', 'jsonl', 'ndjson', 'xml', 'zip', 'gz', 'lookml', 'twb', 'twbx']);

/** Exports that lie in the vault can be imported from their menu. */
export function addImportMenu(plugin: Plugin, writing: Pick<Writing, 'importFiles'>): void {
  const { workspace, vault } = plugin.app;
  plugin.registerEvent(
    workspace.on('file-menu', (menu, file) => {
      if (!(file instanceof TFile) || !EXPORTS.has(file.extension.toLowerCase())) return;
      menu.addItem((item) =>
        item
          .setTitle(WORDS.fromFile)
          .setIcon('file-input')
          .onClick(() => {
            void vault.readBinary(file).then(
              (bytes) => writing.importFiles([new File([bytes], file.name)]),
              (error: unknown) => new Notice(WORDS.unreadable(reasonOf(error))),
            );
          }),
      );
    }),
  );
}

/** Files that are dropped on a view are imported; what else is dragged there is the app's. */
export function importDropped(view: ItemView, writing: Pick<Writing, 'importFiles'>): void {
  view.registerDomEvent(view.contentEl, 'dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  view.registerDomEvent(view.contentEl, 'drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    writing.importFiles(files);
  });
}
