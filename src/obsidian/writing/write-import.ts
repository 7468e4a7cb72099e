import { htmlToMarkdown, Notice, parseYaml } from 'obsidian';
import { h } from 'preact';
import { asWords } from '../../domain/inert-text';
import { baseName } from '../../domain/note-path';
import { type OutsideIssue, type OutsideReading, SYSTEM_NAMES } from '../../domain/outside-item';
import { isAhead, type Release, titleOf } from '../../domain/release';
import { applyEdits } from '../../markdown/text-edit';
import { IMPORT_WORDING as WORDS } from '../../presentation/import-wording';
import {
  importHome,
  type ImportProblem,
  isShared,
  issuesOf,
  offeredRelease,
  planIssues,
  planTable,
  tableNote,
  versionsIn,
} from '../../workflows/import-outside';
import { pageNotes, pagesOf } from '../../workflows/import-pages';
import { slices } from '../../workflows/read-in-slices';
import { FormModal } from '../forms/form-modal';
import { ImportForm } from '../forms/import-form';
import type { ImportChoice, ImportOffer, ImportPreview } from '../forms/import-preview';
import type { Desk } from './desk';

/** The app's own reader of YAML; what is none has no value. */
function yaml(text: string): unknown {
  try {
    return parseYaml(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Where an import goes, and the text that stands there now. */
interface Target {
  readonly path: string;
  readonly title: string;
  /** Null for a note that is yet to be made. */
  readonly text: string | null;
}

/** Imports files of another system: shown as they were understood, written only then, into a block of their own. */
export function importFiles(desk: Desk, start: readonly File[] = []): void {
  new FormModal(desk.app, WORDS.title, (close) =>
    h(ImportForm, {
      start,
      read: (files, isStopped) => read(desk, files, isStopped),
      offer: (reading) => offerFor(desk, reading),
      preview: (reading, choice) => preview(desk, reading, choice),
      save: (reading, choice) => desk.attempt(() => save(desk, reading, choice), close),
      close,
    }),
  ).open();
}

async function read(
  { clock, scheduler }: Desk,
  files: readonly File[],
  isStopped: () => boolean,
): Promise<OutsideReading | null> {
  const raw = await Promise.all(
    files.map(async (file) => ({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  // What reads files of other systems is not made ready while the app starts: few sessions need it.
  const { readOutsideFiles } = await import('../../integrations/read-files');
  const steps = readOutsideFiles(raw, { yaml });
  const slice = slices(clock, scheduler);
  for (;;) {
    if (isStopped()) return null;
    const step = steps.next();
    if (step.done) return step.value;
    await slice.rest();
  }
}

const issuesIn = ({ kind, items }: OutsideReading): readonly OutsideIssue[] =>
  // Rows of a database come with pages of the same name, which are no work of their own.
  kind === 'issues' ? items.filter((item): item is OutsideIssue => 'statusCategory' in item) : [];

const ahead = ({ state }: Desk): readonly Release[] =>
  state()
    .releases.map(({ release }) => release)
    .filter(isAhead);

function offerFor(desk: Desk, reading: OutsideReading): ImportOffer {
  const releases = ahead(desk);
  const versions = versionsIn(issuesIn(reading));
  const offered = offeredRelease(
    releases,
    versions.map(([name]) => name),
  );
  return {
    releases: releases.map((release) => [release.id, titleOf(release)]),
    versions,
    // One that merely is the next is not meant by that: a person chooses.
    release: offered?.release.id ?? '',
    version: offered?.version ?? null,
    isOffered: offered !== null,
    pages: pagesOf(reading).length,
    folder: `Inbox/Imports/${reading.system === null ? '' : SYSTEM_NAMES[reading.system]}`,
  };
}

/** The note that takes a reading, or why none does. */
async function targetOf(desk: Desk, reading: OutsideReading, { release }: ImportChoice): Promise<Target | string> {
  const { store, settings } = desk;
  if (reading.kind !== 'issues') {
    const note = tableNote(reading, settings.current());
    return note ? { ...note, text: await store.read(note.path) } : WORDS.nothing;
  }
  const of = ahead(desk).find(({ id }) => id === release);
  if (!of) return ahead(desk).length === 0 ? WORDS.noRelease : WORDS.whichRelease;
  const path = importHome(of);
  if (path === null) return WORDS.homeless;
  if (isShared(path, desk.notes())) return WORDS.shared(baseName(path));
  return { path, title: titleOf(of), text: await store.read(path) };
}

const planFor = (
  desk: Desk,
  reading: OutsideReading,
  { version, overwrite }: ImportChoice,
  text: string,
): ReturnType<typeof planIssues> | ReturnType<typeof planTable> =>
  reading.kind === 'issues' && reading.system !== null
    ? planIssues(text, reading.system, issuesOf(issuesIn(reading), version), {
        today: desk.clock.today(),
        known: issuesIn(reading),
        overwrite,
      })
    : planTable(text, reading, overwrite);

const isRefusal = (outcome: string): outcome is ImportProblem => Object.hasOwn(WORDS.refused, outcome);

const NOTHING: ImportPreview = { target: '', says: '', problem: '', canWrite: false, isEdited: false };

const blank = ({ title }: Target): string => `# ${asWords(title)}\n`;

async function preview(desk: Desk, reading: OutsideReading, choice: ImportChoice): Promise<ImportPreview> {
  if (reading.system === null || reading.items.length === 0) return NOTHING;
  if (choice.folder !== null) return previewPages(desk, reading, choice.folder);
  const target = await targetOf(desk, reading, choice);
  if (typeof target === 'string') return { ...NOTHING, problem: target };
  const planned = planFor(desk, reading, choice, target.text ?? blank(target));
  const into = WORDS.into(baseName(target.path), target.text === null);
  if ('problem' in planned)
    return {
      ...NOTHING,
      target: into,
      problem: WORDS.refused[planned.problem],
      isEdited: planned.problem === 'edited',
    };
  const content = 'content' in planned ? planned.content : null;
  const isSame = planned.edits.length === 0;
  const changes = content
    ? WORDS.changes(content.added, content.changed, content.gone.length, content.shown, content.total)
    : '';
  return {
    target: into,
    says: isSame ? WORDS.same : changes,
    problem: '',
    canWrite: !isSame,
    isEdited: choice.overwrite,
  };
}

async function save(desk: Desk, reading: OutsideReading, choice: ImportChoice): Promise<boolean> {
  if (choice.folder !== null) return savePages(desk, reading, choice.folder);
  const target = await targetOf(desk, reading, choice);
  if (typeof target === 'string' || reading.system === null) {
    new Notice(typeof target === 'string' ? target : WORDS.nothing);
    return false;
  }
  const label = WORDS.step(SYSTEM_NAMES[reading.system]);
  let counts = { shown: reading.items.length, total: reading.items.length };
  const plan = (text: string): ReturnType<typeof planFor> => {
    const planned = planFor(desk, reading, choice, text);
    if ('content' in planned && planned.content) counts = planned.content;
    return planned;
  };
  if (target.text === null) {
    const planned = plan(blank(target));
    if (!('edits' in planned)) return false;
    const text = applyEdits(blank(target), planned.edits);
    if ((await desk.make(label, { path: target.path, text, cursor: null })) === null) return false;
  } else {
    const outcome = await desk.writer.edit<ImportProblem>(target.path, label, plan);
    if (outcome !== 'done' && outcome !== 'unchanged') {
      new Notice(isRefusal(outcome) ? WORDS.refused[outcome] : WORDS.failed(desk.writer.failure()));
      return false;
    }
  }
  new Notice(WORDS.written(counts.shown, counts.total, baseName(target.path)));
  await desk.open(target.path, null);
  return true;
}

/** Where pages would go, and how many of their names are taken there. */
function previewPages({ store }: Desk, reading: OutsideReading, folder: string): ImportPreview {
  const notes = pageNotes(reading, folder, () => '');
  const there = notes.filter(({ path }) => store.find(path) !== null).length;
  if (folder.trim() === '') return { ...NOTHING, problem: WORDS.noFolder };
  return {
    ...NOTHING,
    target: WORDS.pagesInto(notes.length, folder),
    says: there > 0 ? WORDS.pagesThere(there) : '',
    canWrite: there < notes.length,
  };
}

async function savePages({ writer }: Desk, reading: OutsideReading, folder: string): Promise<boolean> {
  const notes = pageNotes(reading, folder, htmlToMarkdown);
  const label = WORDS.step(reading.system === null ? '' : SYSTEM_NAMES[reading.system]);
  const { count, existing, failed } = await writer.create(label, [], notes);
  const why = failed === null ? WORDS.there(existing.map(baseName)) : WORDS.failed(writer.failure());
  new Notice(WORDS.pagesWritten(count, notes.length, folder, why));
  return count > 0;
}
