import { h } from 'preact';
import { titleOf } from '../../domain/release';
import type { AssessedRelease } from '../../index/portfolio';
import { STATUS_WORDING as WORDS } from '../../presentation/status/status-wording';
import type { StatusUpdate } from '../../presentation/status/status-update';
import { statusNote } from '../../workflows/status-note';
import { FormModal } from '../forms/form-modal';
import { StatusForm } from '../forms/status-form';
import { openPlace } from '../open-place';
import { copyText } from './copy-text';
import type { Desk } from './desk';

/** Opens the status update of a release: for whom, as what, with its checks; then it is copied or saved. */
export function openStatus(desk: Desk, { release, assessment }: AssessedRelease): void {
  const { app, settings, store, clock, state, keepStatus } = desk;
  const today = clock.today();
  const given = ({ audience, party, facts }: StatusUpdate): void =>
    keepStatus({ kind: 'status', on: today, release: release.id, audience, party, facts });
  new FormModal(app, WORDS.title(titleOf(release)), (close) =>
    h(StatusForm, {
      of: { release, assessment, today },
      kept: state().statuses,
      open: (place) => {
        close();
        void openPlace(app, place, false);
      },
      copy: (update, text) =>
        desk.attempt(async () => {
          const isCopied = await copyText(text, WORDS.copied);
          if (isCopied) given(update);
          return isCopied;
        }),
      save: (update, text) =>
        desk.attempt(async () => {
          const note = statusNote(release, update, text, { settings: settings.current(), store, today });
          const isMade = await desk.makeAndOpen(WORDS.record, note && { ...note, cursor: null });
          if (isMade) given(update);
          return isMade;
        }, close),
      close,
    }),
  ).open();
}
