import { type App, Platform } from 'obsidian';

/** Under which the view of one release is registered. */
export const RELEASE_VIEW_TYPE = 'shipshape-release';

/** Opens a release in a tab of the main area: the one that shows it already, else a new one. */
export async function openRelease(app: App, release: string): Promise<void> {
  const { workspace } = app;
  const open = workspace.getLeavesOfType(RELEASE_VIEW_TYPE).find((leaf) => leaf.view.getState().release === release);
  const leaf = open ?? workspace.getLeaf('tab');
  if (!open) await leaf.setViewState({ type: RELEASE_VIEW_TYPE, state: { release }, active: true });
  await workspace.revealLeaf(leaf);
  // On a phone the panel is a drawer over the view; the view is what was asked for.
  if (Platform.isMobile) workspace.rightSplit.collapse();
}
