import type { JSX } from 'preact';
import type { OutsideReading } from '../../domain/outside-item';
import { IMPORT_WORDING as WORDS, previewLine } from '../../presentation/import-wording';
import { Icon } from '../panel/icon';
import { Choice, TextField } from './fields';

/** What a person chose to do with a file. */
export interface ImportChoice {
  /** Id of a release; '' where none is needed. */
  readonly release: string;
  /** Version of the file's issues; null for all. */
  readonly version: string | null;
  /** Folder for pages that become notes; null where the rest is imported. */
  readonly folder: string | null;
  /** Write over what was changed by hand in the block. */
  readonly overwrite: boolean;
}

/** What would happen, in sentences. */
export interface ImportPreview {
  /** '' where nothing can be written. */
  readonly target: string;
  readonly says: string;
  readonly problem: string;
  readonly canWrite: boolean;
  readonly isEdited: boolean;
}

/** What is offered for a reading: releases, versions, and which of them are likely meant. */
export interface ImportOffer {
  readonly releases: readonly (readonly [string, string])[];
  readonly versions: readonly (readonly [string, number])[];
  readonly release: string;
  readonly version: string | null;
  readonly isOffered: boolean;
  /** Pages that can become notes, and the folder that is proposed for them. */
  readonly pages: number;
  readonly folder: string;
}

const FIRST = 5;

/** How the file was understood: what it is, its first items, its columns, and what was odd. */
export function Understood({ reading }: { readonly reading: OutsideReading }): JSX.Element {
  const { system, kind, seems, items, usedColumns, ignoredColumns, problems } = reading;
  const more = problems.length - FIRST;
  return (
    <section class="shipshape-import-found" aria-label={WORDS.found(reading)}>
      {system === null || items.length === 0 ? (
        <p class="shipshape-import-problem" role="alert">
          {seems === null ? (system === null ? WORDS.nothing : WORDS.found(reading)) : WORDS.seems(seems)}
        </p>
      ) : (
        <h3>{WORDS.found(reading)}</h3>
      )}
      {items.length > 0 && (
        <ul aria-label={WORDS.first} class="shipshape-import-items">
          {items.slice(0, FIRST).map((item, index) => {
            const { text, notes } = previewLine(kind, item);
            return (
              <li key={index}>
                <span dir="auto">{text}</span>
                {notes.map((note) => (
                  <span key={note} class="shipshape-note" dir="auto">
                    {note}
                  </span>
                ))}
              </li>
            );
          })}
          {items.length > FIRST && <li class="shipshape-note">{WORDS.more(items.length - FIRST)}</li>}
        </ul>
      )}
      {problems.length > 0 && (
        <ul class="shipshape-import-problems">
          {problems.slice(0, FIRST).map(({ row, text }, index) => (
            <li key={index}>
              <Icon name="triangle-alert" />
              <span>{WORDS.problem(row, text)}</span>
            </li>
          ))}
          {more > 0 && <li>{WORDS.more(more)}</li>}
        </ul>
      )}
      {usedColumns.length + ignoredColumns.length > 0 && (
        <details class="shipshape-import-columns">
          <summary>{WORDS.columns(usedColumns.length, ignoredColumns.length)}</summary>
          {usedColumns.length > 0 && <p class="shipshape-hint">{WORDS.used(usedColumns)}</p>}
          {ignoredColumns.length > 0 && <p class="shipshape-hint">{WORDS.ignored(ignoredColumns)}</p>}
        </details>
      )}
    </section>
  );
}

interface WhereProps {
  readonly offer: ImportOffer;
  readonly choice: ImportChoice;
  readonly set: (choice: ImportChoice) => void;
}

/** Where it goes: release and version where it is work, a folder for pages, and what would change. */
export function Where({
  isWork,
  shown,
  ...props
}: WhereProps & { readonly isWork: boolean; readonly shown: ImportPreview | null }): JSX.Element {
  const { offer, choice, set } = props;
  const { folder } = choice;
  return (
    <>
      {isWork && offer.pages > 0 && (
        <Choice
          label={WORDS.as}
          value={folder === null ? 'work' : 'pages'}
          set={(as) => set({ ...choice, folder: as === 'pages' ? offer.folder : null })}
          options={[
            ['work', WORDS.asWork],
            ['pages', WORDS.asPages(offer.pages)],
          ]}
        />
      )}
      {folder !== null && (
        <TextField
          label={WORDS.folder}
          hint={WORDS.folderHint}
          value={folder}
          set={(text) => set({ ...choice, folder: text })}
        />
      )}
      {isWork && folder === null && <WorkFields {...props} />}
      {shown && <Says shown={shown} {...props} />}
    </>
  );
}

/** The release that takes work, and the version of the file that is meant. */
function WorkFields({ offer, choice, set }: WhereProps): JSX.Element {
  const all = offer.versions.reduce((sum, [, number]) => sum + number, 0);
  return (
    <>
      {offer.releases.length > 0 && (
        <Choice
          label={WORDS.release}
          hint={offer.isOffered && choice.release === offer.release ? WORDS.offered : ''}
          value={choice.release}
          set={(release) => set({ ...choice, release, overwrite: false })}
          options={offer.isOffered ? offer.releases : [['', WORDS.choose], ...offer.releases]}
        />
      )}
      {offer.versions.length > 0 && (
        <Choice
          label={WORDS.version}
          hint={WORDS.versionHint}
          value={choice.version ?? ''}
          set={(version) => set({ ...choice, version: version === '' ? null : version })}
          options={[
            ['', WORDS.anyVersion(all)],
            ...offer.versions.map(([name, number]) => [name, WORDS.versionOption(name, number)] as const),
          ]}
        />
      )}
    </>
  );
}

/** What would be written, or why nothing can be. */
function Says({
  shown: { problem, target, says, isEdited },
  choice,
  set,
}: WhereProps & { readonly shown: ImportPreview }): JSX.Element {
  return (
    <>
      <div class="shipshape-import-target" role="status">
        {problem !== '' && <p class="shipshape-import-problem">{problem}</p>}
        {target !== '' && <p>{`${WORDS.target} ${target}`}</p>}
        {says !== '' && <p class="shipshape-hint">{says}</p>}
      </div>
      {isEdited && (
        <label class="shipshape-import-overwrite">
          <input
            type="checkbox"
            checked={choice.overwrite}
            onChange={({ currentTarget }) => set({ ...choice, overwrite: currentTarget.checked })}
          />
          {WORDS.overwrite}
        </label>
      )}
    </>
  );
}
