import { Platform, type Plugin } from 'obsidian';
import { statusBarModel } from '../presentation/status-bar-model';
import { dueNow, type VaultState } from '../workflows/vault-state';

/** What the status bar follows. */
interface Followed {
  readonly state: () => VaultState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** On the desktop: how many releases are off track and how much is due; a press opens Today. Empty while nothing is. */
export function addStatusBar(plugin: Plugin, { state, subscribe }: Followed, open: () => void): void {
  if (Platform.isMobile) return;
  const item = plugin.addStatusBarItem();
  item.addClass('mod-clickable', 'shipshape-status');
  item.setAttribute('role', 'button');
  item.tabIndex = 0;
  const draw = (): void => {
    const { text, label } = statusBarModel(state().releases, dueNow(state()));
    item.setText(text);
    item.toggle(text !== '');
    item.setAttribute('aria-label', label);
  };
  plugin.registerDomEvent(item, 'click', open);
  plugin.registerDomEvent(item, 'keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') open();
  });
  plugin.register(subscribe(draw));
  draw();
}
