import type { JSX } from 'preact';
import { remembering } from '../../domain/remembering';
import { onceEach } from '../../presentation/follow-up-series';
import { FOLLOW_UP_WORDING } from '../../presentation/follow-ups-wording';
import { WORDING } from '../../presentation/wording';
import { placeOf } from '../../presentation/place';
import { monthDay } from '../../presentation/date-wording';
import { PROCESS_WORDING } from '../../presentation/process-wording';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import type { LooseEnd, UnreadNote, UnroutedRequest } from '../../workflows/vault-state';
import { Chip } from './chip';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { Survey } from './survey';
import { useUniqueId } from './unique-id';

/** Shown until the first notes have been read. */
export function Loading({ done, total }: { readonly done: number; readonly total: number }): JSX.Element {
  return (
    <div class="shipshape-panel shipshape-state" role="status">
      <Icon name="loader" class="shipshape-spin" />
      <div>{total > 0 ? WORDING.loadingCount(done, total) : WORDING.loading}</div>
    </div>
  );
}

/** Shown when reading failed as a whole. */
export function Failed({ reason, retry }: { readonly reason: string | null; readonly retry: () => void }): JSX.Element {
  return (
    <div class="shipshape-panel shipshape-state" role="alert">
      <Icon name="circle-alert" />
      <div>{WORDING.failedTitle}</div>
      {reason !== null && <div class="shipshape-hint">{reason}</div>}
      <button type="button" onClick={retry}>
        {WORDING.retry}
      </button>
    </div>
  );
}

/** Nothing here yet: what lies elsewhere in the vault, ways to start, what is read, and a note to compare with. */
export function Empty({
  folders,
  actions,
  looseEnds,
  isReady,
}: {
  readonly folders: readonly string[];
  readonly actions: PanelActions;
  readonly looseEnds: readonly LooseEnd[];
  /** Everything in the folders that are read has been read. */
  readonly isReady: boolean;
}): JSX.Element {
  return (
    <div class="shipshape-scroll">
      <Survey survey={actions.survey} isAutomatic={isReady} />
      <div class="shipshape-empty">
        <div class="shipshape-empty-title">{WORDING.emptyTitle}</div>
        <p>{WORDING.emptyText}</p>
        <Starts {...actions} />
        <details class="shipshape-example-box">
          <summary>{WORDING.emptyExampleTitle}</summary>
          <pre class="shipshape-example" tabIndex={0}>
            {WORDING.emptyExample}
          </pre>
        </details>
        <p class="shipshape-empty-folders">
          {WORDING.emptyFolders(folders)}{' '}
          <button type="button" class="shipshape-link" onClick={actions.openSettings}>
            {WORDING.emptySettings}
          </button>
        </p>
      </div>
      <LooseEnds looseEnds={looseEnds} actions={actions} />
    </div>
  );
}

/** Four ways to begin. */
function Starts({ writing }: Pick<PanelActions, 'writing'>): JSX.Element {
  const { commands } = WRITING_WORDING;
  const { starts } = WORDING;
  return (
    <div class="shipshape-starts">
      <Start icon="ship" title={commands.newRelease} text={starts.release} run={() => void writing.newRelease()} main />
      <Start icon="list-checks" title={PROCESS_WORDING.command} text={starts.process} run={writing.documentProcess} />
      <Start icon="notebook-pen" title={commands.logMeeting} text={starts.meeting} run={writing.logMeeting} />
      <Start icon="folder-tree" title={commands.setUp} text={starts.setUp} run={writing.setUp} />
    </div>
  );
}

function Start({
  icon,
  title,
  text,
  run,
  main = false,
}: {
  readonly icon: string;
  readonly title: string;
  readonly text: string;
  readonly run: () => void;
  readonly main?: boolean;
}): JSX.Element {
  return (
    <button type="button" class={`shipshape-start${main ? ' is-main' : ''}`} onClick={run}>
      <Icon name={icon} />
      <span class="shipshape-start-words">
        <span class="shipshape-start-title">{title}</span>
        <span class="shipshape-note">{text}</span>
      </span>
    </button>
  );
}

const MOST_NOTES = 20;
const MOST_ITEMS = 5;

/** Open actions that belong to no release, by note, newest first. */
export function LooseEnds({
  looseEnds,
  actions,
}: {
  readonly looseEnds: readonly LooseEnd[];
  readonly actions: PanelActions;
}): JSX.Element | null {
  const id = useUniqueId();
  const shown = shownOnce(looseEnds);
  if (shown.length === 0) return null;
  return (
    <div class="shipshape-loose" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title" title={WORDING.looseEndsHint}>
        {WORDING.looseEnds}
        <span class="shipshape-count">{shown.length}</span>
      </div>
      {shown.slice(0, MOST_NOTES).map((note) => (
        <div key={note.path} class="shipshape-loose-note">
          <div class="shipshape-loose-head">
            <PlaceButton
              place={{ path: note.path, line: note.items[0]?.line ?? 1, label: note.title }}
              actions={actions}
              class="shipshape-subsection"
            >
              {note.title}
            </PlaceButton>
            <Chip
              label={FOLLOW_UP_WORDING.link}
              about={note.title}
              run={() => actions.writing.acts.linkNote(note.path)}
            />
          </div>
          <ul class="shipshape-rows">
            {note.items.slice(0, MOST_ITEMS).map((item) => (
              <li key={item.line}>
                <PlaceButton
                  place={{ path: note.path, line: item.line, label: WORDING.place(note.title, item.line) }}
                  actions={actions}
                >
                  <span class="shipshape-text">{item.title}</span>
                </PlaceButton>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const shownOnce = remembering(onceEach);

/** Notes outside any release of which something could not be read. */
export function Unread({
  unread,
  actions,
}: {
  readonly unread: readonly UnreadNote[];
  readonly actions: PanelActions;
}): JSX.Element | null {
  const id = useUniqueId();
  if (unread.length === 0) return null;
  return (
    <div class="shipshape-loose" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">
        {WORDING.sections.problems}
        <span class="shipshape-count">{unread.length}</span>
      </div>
      <ul class="shipshape-rows">
        {unread.slice(0, MOST_NOTES).map(({ path, line, message }) => (
          <li key={`${path}:${line}:${message}`}>
            <PlaceButton place={placeOf({ path, line })} actions={actions}>
              <span class="shipshape-text">{message}</span>
              <span class="shipshape-note">{placeOf({ path, line }).label}</span>
            </PlaceButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Requests that nobody has after a working week. */
export function UnroutedRequests({
  requests,
  actions,
}: {
  readonly requests: readonly UnroutedRequest[];
  readonly actions: PanelActions;
}): JSX.Element | null {
  const id = useUniqueId();
  if (requests.length === 0) return null;
  return (
    <div class="shipshape-loose" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title" title={WRITING_WORDING.requests.hint}>
        {WRITING_WORDING.requests.title}
        <span class="shipshape-count">{requests.length}</span>
      </div>
      <ul class="shipshape-rows">
        {requests.slice(0, MOST_NOTES).map(({ path, title, since }) => (
          <li key={path}>
            <PlaceButton place={placeOf({ path, line: 1 })} actions={actions} title={path}>
              <span class="shipshape-text">{title}</span>
              <span class="shipshape-note">{monthDay(since)}</span>
            </PlaceButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
