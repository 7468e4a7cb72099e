import { type App, Platform, type WorkspaceLeaf } from 'obsidian';

/** On a phone the panel is a drawer over what was asked for. */
export function closeDrawer({ workspace }: App): void {
  if (Platform.isMobile) workspace.rightSplit.collapse();
}

/** Opens a view in a tab of the main area: the one that shows it already, else a new one. */
export async function openInTab(
  app: App,
  type: string,
  state: Readonly<Record<string, unknown>> = {},
  shows: (leaf: WorkspaceLeaf) => boolean = () => true,
): Promise<void> {
  const { workspace } = app;
  const open = workspace.getLeavesOfType(type).find(shows);
  const leaf = open ?? workspace.getLeaf('tab');
  if (!open) await leaf.setViewState({ type, state, active: true });
  await workspace.revealLeaf(leaf);
  closeDrawer(app);
}
