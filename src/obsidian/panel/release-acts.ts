import { Menu } from 'obsidian';
import { isAhead, retroOf } from '../../domain/release';
import type { RiskReason } from '../../domain/risk/risk-rule';
import type { AssessedRelease } from '../../index/portfolio';
import { ACT_WORDING } from '../../presentation/act-wording';
import { noteName, type Place } from '../../presentation/place';
import { RELEASE_VIEW_WORDING } from '../../presentation/release-view/release-view-wording';
import type { ActId } from '../../presentation/reason-acts';
import type { Writing } from '../writing/writing';
import { entriesOf, showMenu } from './show-menu';

/** What can be done with a release, or about one of its reasons. */
export interface ReleaseActs {
  readonly run: (act: ActId, entry: AssessedRelease, reason: RiskReason | null) => void;
  /** The page of a release offers to hand it on, too. */
  readonly menu: (entry: AssessedRelease, event: MouseEvent, isPage?: boolean) => void;
  /** Opens the view of the release in the main area. */
  readonly openView: (entry: AssessedRelease) => void;
}

/** Acts of a release that is ahead, in the order of its menu. */
const AHEAD: readonly (readonly [ActId, string])[] = [
  ['open-plan', 'file-text'],
  ['roll-call', 'gavel'],
  ['decide', 'gavel'],
  ['move-gate', 'calendar-clock'],
  ['move-target', 'calendar-clock'],
  ['owner', 'user'],
  ['add-item', 'list-plus'],
  ['ship', 'rocket'],
  ['verdict', 'hand'],
  ['status', 'clipboard-copy'],
  ['merge', 'merge'],
  ['rename', 'pencil'],
  ['archive', 'archive'],
];
const OVER: readonly (readonly [ActId, string])[] = [
  ['open-plan', 'file-text'],
  ['status', 'clipboard-copy'],
  ['archive', 'archive'],
];
const HAND_ON: readonly (readonly [ActId, string])[] = [
  ['save-page', 'file-down'],
  ['save-chart', 'image-down'],
  ['save-dates', 'calendar-plus'],
  ['print', 'printer'],
];
const MOST_NOTES = 8;

/** Acts as the panel offers them: by a button of a reason, and by a release's menu. */
export function releaseActs(
  writing: Writing,
  open: (place: Place, event: MouseEvent | KeyboardEvent) => void,
  openView: (release: string) => void,
): ReleaseActs {
  const { run } = writing.acts;
  return {
    run,
    openView: ({ release }) => openView(release.id),
    menu: (entry, event, isPage = false) => {
      const { release } = entry;
      const menu = Menu.forEvent(event);
      const add = entriesOf(menu);
      if (!isPage) add(RELEASE_VIEW_WORDING.openView, 'layout-dashboard', () => openView(release.id));
      const retro = release.phase === 'released' && retroOf(release).written === null;
      if (retro) add(ACT_WORDING.acts.retro, 'notebook-pen', () => run('retro', entry, null));
      for (const [id, icon] of isAhead(release) ? AHEAD : OVER)
        add(ACT_WORDING.acts[id], icon, () => run(id, entry, null));
      if (isPage) {
        menu.addSeparator();
        for (const [id, icon] of HAND_ON) add(ACT_WORDING.acts[id], icon, () => run(id, entry, null));
      }
      menu.addSeparator();
      for (const path of release.sources.slice(0, MOST_NOTES))
        add(noteName(path), 'file', (click) => open({ path, line: 1, label: path }, click));
      showMenu(menu, event);
    },
  };
}
