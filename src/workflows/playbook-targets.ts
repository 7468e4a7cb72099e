import { meansNote } from '../domain/note-path';
import { wikilinks } from '../markdown/inline';
import { managedBlocks } from '../markdown/managed-block';
import { processesOf } from '../markdown/process/process-note';
import type { NoteStore } from '../ports/note-store';
import type { Settings } from '../settings/settings';
import { appliesTo, learningsIn } from './learnings';
import { processNotes } from './process-registry';
import { ownNotesIn } from './own-notes';

/** Which processes and learnings playbooks are about. */
export interface PlaybookTargets {
  /** All playbooks, by path. */
  readonly playbooks: () => readonly string[];
  /** The process notes that a playbook's text names. */
  readonly processesNamedIn: (text: string) => string[];
  /** True when the bare name by which a playbook names a process could mean another one as well. */
  readonly isAmbiguous: (text: string, process: string) => boolean;
  /** The processes whose playbooks cite a learning, or should. */
  readonly processesFor: (learning: string) => Promise<string[]>;
}

/** Looks into the vault as it is at each question. */
export function playbookTargets(store: Pick<NoteStore, 'notesIn' | 'read'>, settings: () => Settings): PlaybookTargets {
  const playbooks = (): readonly string[] => ownNotesIn(store, settings().workspace.folders.playbooks);
  const processesNamedIn = (text: string): string[] => {
    const targets = processesOf(text);
    return targets.length === 0
      ? []
      : processNotes(store, settings())
          .map(({ path }) => path)
          .filter((path) => targets.some((target) => meansNote(target, path)));
  };
  return {
    playbooks,
    processesNamedIn,
    isAmbiguous: (text, process) => {
      const target = processesOf(text).find((entry) => meansNote(entry, process)) ?? '';
      return processNotes(store, settings()).some(({ path }) => path !== process && meansNote(target, path));
    },
    processesFor: async (path) => {
      const learning = (await learningsIn(store, settings())).find((entry) => entry.path === path);
      const found = new Set<string>();
      for (const playbook of playbooks()) {
        const text = (await store.read(playbook)) ?? '';
        for (const process of processesNamedIn(text))
          if (citesIn(text, path) || (learning && appliesTo(learning, process, playbook))) found.add(process);
      }
      return [...found];
    },
  };
}

/** True when a block of a playbook cites a learning. */
function citesIn(playbook: string, learning: string): boolean {
  return managedBlocks(playbook).some(
    ({ name, content }) =>
      /^learnings/.test(name) && wikilinks(content).some(({ target }) => meansNote(target, learning)),
  );
}
