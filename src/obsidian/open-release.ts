import type { App } from 'obsidian';
import { openInTab } from './open-in-tab';

/** Under which the view of one release is registered. */
export const RELEASE_VIEW_TYPE = 'shipshape-release';

/** Opens a release in a tab of the main area: the one that shows it already, else a new one. */
export function openRelease(app: App, release: string): Promise<void> {
  return openInTab(app, RELEASE_VIEW_TYPE, { release }, ({ view }) => view.getState().release === release);
}
