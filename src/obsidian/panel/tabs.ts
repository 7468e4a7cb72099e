import { FOLLOW_UPS_TAB } from './follow-ups';
import type { PanelTab } from './panel-tab';
import { PROCESSES_TAB } from './processes';
import { RELEASES_TAB } from './releases';
import { TODAY_TAB } from './today';

/** All tabs of the panel, in order: the one list that names them. */
export const TABS: readonly [PanelTab, ...PanelTab[]] = [TODAY_TAB, RELEASES_TAB, FOLLOW_UPS_TAB, PROCESSES_TAB];
