import type { CalendarDate } from '../domain/calendar-date';
import type { ProcessDescription } from '../domain/process';
import { safeFileName } from '../domain/safe-name';
import { blockText } from '../markdown/managed-block';
import { readProcessNote } from '../markdown/process/process-note';
import type { NoteStore } from '../ports/note-store';
import {
  newPlaybook,
  newProcessNote,
  PLAYBOOK_BLOCKS,
  playbookContent,
  type PlaybookContent,
  withChange,
} from '../presentation/process-text';
import type { Settings } from '../settings/settings';
import { linkTo } from './note-link';
import type { NewNote } from './note-writer';

/** A process as it was accepted in the form. */
export interface ProcessForm {
  readonly name: string;
  readonly category: string;
  readonly owner: string;
  readonly description: ProcessDescription;
}

/** The two notes that would be made. */
export interface ProcessDraft {
  readonly notes: readonly NewNote[];
  readonly folders: readonly string[];
  readonly process: string;
  readonly playbook: string;
  /** What the playbook's blocks were generated with. */
  readonly content: PlaybookContent;
  /** Paths that something has already; nothing is written over. */
  readonly taken: readonly string[];
}

/** Turns an accepted process into its note and its playbook; null while the name makes no file name. */
export function documentProcess(
  { name, category, owner, description }: ProcessForm,
  {
    settings,
    today,
    find,
  }: { readonly settings: Settings; readonly today: CalendarDate; readonly find: NoteStore['find'] },
): ProcessDraft | null {
  const file = safeFileName(name);
  if (file === null) return null;
  const { processes, playbooks } = settings.workspace.folders;
  const process = `${processes}/${category === '' ? '' : `${category}/`}${file}.md`;
  const playbook = `${playbooks}/${file}.md`;
  const text = newProcessNote(name, description, owner, today);
  // The playbook follows the note as it will be read, not the form: the first save then changes nothing.
  const note = readProcessNote(text);
  const content = playbookContent(note.description, note);
  const generated = Object.fromEntries(
    PLAYBOOK_BLOCKS.map((key) => [key, blockText(key, content[key])]),
  ) as PlaybookContent;
  const blocks = {
    ...generated,
    changes: blockText('changes', withChange('', today, 'First version', linkTo(process))),
  };
  return {
    notes: [
      { path: process, text },
      { path: playbook, text: newPlaybook(name, linkTo(process, name), blocks) },
    ],
    folders: [],
    process,
    playbook,
    content,
    taken: [process, playbook].filter((path) => find(path) !== null),
  };
}
