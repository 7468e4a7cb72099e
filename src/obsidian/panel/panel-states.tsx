import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { WORDING } from '../../presentation/wording';
import { placeOf } from '../../presentation/panel-model';
import type { LooseEnd, UnreadNote } from '../../workflows/vault-state';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';

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
export function Failed({ retry }: { readonly retry: () => void }): JSX.Element {
  return (
    <div class="shipshape-panel shipshape-state" role="alert">
      <Icon name="circle-alert" />
      <div>{WORDING.failedTitle}</div>
      <button type="button" onClick={retry}>{WORDING.retry}</button>
    </div>
  );
}

/** Nothing here yet: what to write, where it is looked for, and a way to start. */
export function Empty({ folders, actions, looseEnds }: { readonly folders: readonly string[]; readonly actions: PanelActions; readonly looseEnds: readonly LooseEnd[] }): JSX.Element {
  return (
    <div class="shipshape-panel shipshape-scroll">
      <div class="shipshape-empty">
        <div class="shipshape-empty-title">{WORDING.emptyTitle}</div>
        <p>{WORDING.emptyText}</p>
        <pre class="shipshape-example" tabIndex={0}>{WORDING.emptyExample}</pre>
        <button type="button" class="mod-cta" onClick={() => void actions.createExample()}>{WORDING.emptyCreate}</button>
        <p class="shipshape-empty-folders">{WORDING.emptyFolders(folders)}</p>
        <button type="button" onClick={actions.openSettings}>{WORDING.emptySettings}</button>
      </div>
      <LooseEnds looseEnds={looseEnds} actions={actions} />
    </div>
  );
}

const MOST_NOTES = 20;
const MOST_ITEMS = 5;

/** Open actions that belong to no release, by note, newest first. */
export function LooseEnds({ looseEnds, actions }: { readonly looseEnds: readonly LooseEnd[]; readonly actions: PanelActions }): JSX.Element | null {
  const id = useId();
  if (looseEnds.length === 0) return null;
  return (
    <div class="shipshape-loose" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title" title={WORDING.looseEndsHint}>{WORDING.looseEnds}<span class="shipshape-count">{looseEnds.length}</span></div>
      {looseEnds.slice(0, MOST_NOTES).map((note) => (
        <div key={note.path} class="shipshape-loose-note">
          <PlaceButton place={{ path: note.path, line: note.items[0]?.line ?? 1, label: note.title }} actions={actions} class="shipshape-subsection">{note.title}</PlaceButton>
          <ul class="shipshape-rows">{note.items.slice(0, MOST_ITEMS).map((item) => <li key={item.line}><PlaceButton place={{ path: note.path, line: item.line, label: WORDING.place(note.title, item.line) }} actions={actions}><span class="shipshape-text">{item.title}</span></PlaceButton></li>)}</ul>
        </div>
      ))}
    </div>
  );
}

/** Notes outside any release of which something could not be read. */
export function Unread({ unread, actions }: { readonly unread: readonly UnreadNote[]; readonly actions: PanelActions }): JSX.Element | null {
  const id = useId();
  if (unread.length === 0) return null;
  return (
    <div class="shipshape-loose" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">{WORDING.sections.problems}<span class="shipshape-count">{unread.length}</span></div>
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
