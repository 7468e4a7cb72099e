import { type App, type Keymap, Notice, Platform } from 'obsidian';
import { noteName, type Place } from '../presentation/place';
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
  // On a phone the panel is a drawer over the note; the note is what was asked for.
  if (Platform.isMobile) app.workspace.rightSplit.collapse();
}
