import { type App, type Keymap, Notice } from 'obsidian';
import { noteName, type Place } from '../presentation/place';
import { closeDrawer } from './open-in-tab';
import { WORDING } from '../presentation/wording';

/** Opens a note at a line, in the present tab or as a key asks; says so when the note is gone. */
export async function openPlace(
  app: App,
  { path, line }: Place,
  newLeaf: ReturnType<typeof Keymap.isModEvent> = false,
): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (!file) {
    new Notice(WORDING.fileGone(noteName(path)));
    return;
  }
  await app.workspace.getLeaf(newLeaf).openFile(file, { active: true, eState: { line: line - 1 } });
  closeDrawer(app);
}
