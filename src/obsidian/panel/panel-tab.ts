import type { JSX } from 'preact';
import type { PendingUpdate } from '../../workflows/pending-updates';
import type { VaultState } from '../../workflows/vault-state';
import type { PanelActions } from './panel-actions';

/** A tab that a command asks for, and a release in it. */
export interface WantedTab {
  readonly id: string;
  readonly release?: string;
}

/** What a tab may draw from. */
export interface TabProps {
  readonly state: VaultState;
  /** Playbooks that wait for a person. */
  readonly pending: readonly PendingUpdate[];
  /** The folders that are read. */
  readonly folders: readonly string[];
  /** What a command asked for; a new object each time, null before the first. */
  readonly wanted: WantedTab | null;
  readonly actions: PanelActions;
}

/** One tab of the panel: the panel, its strip and the commands are loops over a list of these. */
export interface PanelTab {
  /** Stays the same for ever: it is remembered on the device, and part of the command's id. */
  readonly id: string;
  readonly title: string;
  /** Shown instead of the words where the sidebar is too narrow for them. */
  readonly icon: string;
  /** Of the command that opens it. */
  readonly command: string;
  /** How many things wait in it; 0 shows none. */
  readonly count: (props: Pick<TabProps, 'state' | 'pending' | 'actions'>) => number;
  readonly View: (props: TabProps) => JSX.Element;
}
