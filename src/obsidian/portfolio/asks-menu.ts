import { Menu } from 'obsidian';
import type { DatedAsk } from '../../domain/portfolio/collisions';
import { placeOf } from '../../presentation/place';
import type { PanelActions } from '../panel/panel-actions';
import { entriesOf, showMenu } from '../panel/show-menu';

/** Lists asks; each opens its line. */
export function asksMenu(asks: readonly DatedAsk[], actions: PanelActions, event: MouseEvent): void {
  const menu = new Menu();
  const add = entriesOf(menu);
  for (const { followUp } of asks)
    add(followUp.what, 'corner-down-right', (click) => {
      const [first] = followUp.evidence;
      if (first) actions.open(placeOf(first), click);
    });
  showMenu(menu, event);
}
