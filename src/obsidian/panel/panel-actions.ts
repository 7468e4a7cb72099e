import { type App, Keymap, Menu, Notice, Platform, type HoverParent } from 'obsidian';
import { noteName, type Place } from '../../presentation/panel-model';
import { WORDING } from '../../presentation/wording';
import { noteWriter } from '../../workflows/note-writer';
import { tickItem } from '../../workflows/tick-item';
import { vaultStore } from '../vault-store';

/** Id under which hover previews and the view itself are registered. */
export const PANEL_VIEW_TYPE = 'shipshape-release-risk';

/** What the panel can do in the app. */
export interface PanelActions {
  readonly open: (place: Place, event: MouseEvent | KeyboardEvent) => void;
  readonly preview: (place: Place, event: MouseEvent, target: HTMLElement) => void;
  /** True when the box was written. */
  readonly tick: (row: { readonly title: string; readonly mark: string; readonly place: Place }, newMark: string) => Promise<boolean>;
  readonly showNotes: (places: readonly Place[], event: MouseEvent) => void;
  readonly createExample: () => Promise<void>;
  readonly openSettings: () => void;
  readonly load: (key: string) => unknown;
  readonly save: (key: string, value: unknown) => void;
}

/** Actions for one panel; `hoverParent` is its view. */
export function panelActions(app: App, hoverParent: HoverParent, openSettings: () => void, exampleFolder: () => string): PanelActions {
  const writer = noteWriter(vaultStore(app));
  const open = async (place: Place, newLeaf: ReturnType<typeof Keymap.isModEvent>): Promise<void> => {
    const file = app.vault.getFileByPath(place.path);
    if (!file) {
      new Notice(WORDING.fileGone(noteName(place.path)));
      return;
    }
    await app.workspace.getLeaf(newLeaf).openFile(file, { active: true, eState: { line: place.line - 1 } });
    // On a phone the panel is a drawer over the note; the note is what was asked for.
    if (Platform.isMobile) app.workspace.rightSplit.collapse();
  };
  return {
    open: (place, event) => void open(place, Keymap.isModEvent(event)),
    preview: (place, event, target) => {
      app.workspace.trigger('hover-link', { event, source: PANEL_VIEW_TYPE, hoverParent, targetEl: target, linktext: place.path, state: { scroll: place.line - 1 } });
    },
    tick: async ({ title, mark, place }, newMark) => {
      const outcome = await tickItem(writer, place.path, { line: place.line, title, mark, newMark });
      const note = noteName(place.path);
      if (outcome === 'gone') new Notice(WORDING.tickGone(title, note));
      else if (outcome === 'changed') new Notice(WORDING.tickChanged(title, note));
      else if (outcome === 'missing') new Notice(WORDING.tickMissing(note));
      else if (outcome === 'failed') new Notice(WORDING.tickFailed(note));
      return outcome === 'done';
    },
    showNotes: (places, event) => {
      const menu = Menu.forEvent(event);
      for (const place of places) menu.addItem((item) => item.setTitle(place.label).setIcon('file-text').onClick((click) => void open(place, Keymap.isModEvent(click))));
      menu.showAtMouseEvent(event);
    },
    createExample: () => createExample(app, exampleFolder()),
    openSettings,
    load: (key) => app.loadLocalStorage(`shipshape-panel-${key}`) as unknown,
    save: (key, value) => app.saveLocalStorage(`shipshape-panel-${key}`, value),
  };
}

/** Writes the example note of the empty panel; an existing note is never touched. */
async function createExample(app: App, folder: string): Promise<void> {
  const path = `${folder === '' ? '' : `${folder}/`}${WORDING.exampleName}.md`;
  if (app.vault.getAbstractFileByPath(path)) {
    new Notice(WORDING.exampleExists(path));
    return;
  }
  if (folder !== '' && !app.vault.getFolderByPath(folder)) await app.vault.createFolder(folder);
  const file = await app.vault.create(path, `${WORDING.emptyExample}\n`);
  new Notice(WORDING.exampleMade(path));
  await app.workspace.getLeaf(false).openFile(file);
}
