import { type App, Notice } from 'obsidian';
import { titleOf } from '../domain/release';
import { isNamed } from '../domain/release-named';
import { WORDING } from '../presentation/wording';
import { ACT_WORDING } from '../presentation/act-wording';
import { cardModel } from '../presentation/card-model';
import { isWaiting } from '../presentation/follow-ups-model';
import { selectReleases } from '../presentation/panel-model';
import { placeOf } from '../presentation/place';
import { RELEASE_VIEW_WORDING } from '../presentation/release-view/release-view-wording';
import { renderStatus } from '../presentation/status/render-status';
import { statusUpdate } from '../presentation/status/status-update';
import { TODAY_WORDING as WORDS } from '../presentation/today-wording';
import type { VaultSurvey } from '../workflows/vault-survey';
import { followUpsIn, type VaultState } from '../workflows/vault-state';
import type { PanelCommands } from './command-list';
import { ChooseModal } from './forms/choose-modal';
import { openPlace } from './open-place';
import { openRelease } from './open-release';
import { openPortfolio } from './portfolio/portfolio-view';
import { copyText } from './writing/copy-text';
import type { ActWriting } from './writing/write-act';
import { settled, type Watched } from './settled';
import type { WantedTab } from './panel/panel-tab';

/** Commands that show something, over what the watch says. */
export function panelCommands(
  app: App,
  watch: Watched,
  open: (wanted: WantedTab) => void,
  survey: VaultSurvey,
  acts: Pick<ActWriting, 'run'>,
): PanelCommands {
  const { state } = watch;
  const worstFirst = (): VaultState['releases'] =>
    selectReleases(state().releases, { text: '', faces: [], sort: 'risk' });
  const choose = (take: (release: string) => void): void => {
    const { today, phase } = state();
    if (phase === 'loading' && state().releases.length === 0) {
      new Notice(RELEASE_VIEW_WORDING.loading);
      return;
    }
    const options = worstFirst().map((entry) => {
      const { faceWord, next } = cardModel(entry, today);
      return {
        value: entry.release.id,
        text: titleOf(entry.release),
        note: [faceWord, next ? `${next.label} ${next.distance}` : ''].filter(Boolean).join(' · '),
      };
    });
    new ChooseModal(app, WORDS.goToPrompt, options, take).open();
  };
  // The place of the follow-up that was opened last: the next one comes after it.
  let last: string | null = null;
  return {
    survey,
    openTab: (id) => open({ id }),
    goToRelease: () => choose((release) => open({ id: 'releases', release })),
    openRelease: () => choose((release) => void openRelease(app, release)),
    openNamed: (name) => void openNamed(app, watch, name),
    openPortfolio: () => void openPortfolio(app),
    nextFollowUp: () => {
      const { today } = state();
      const due = followUpsIn(state())
        .filter(({ followUp }) => isWaiting(followUp, today) && followUp.due !== null)
        .sort((a, b) => ((a.followUp.due ?? '') < (b.followUp.due ?? '') ? -1 : 1));
      const places = due.flatMap(({ followUp: { evidence } }) => (evidence[0] ? [placeOf(evidence[0])] : []));
      const next = places[(places.findIndex(({ label }) => label === last) + 1) % Math.max(1, places.length)];
      if (!next) {
        new Notice(WORDS.nothingDue);
        return;
      }
      last = next.label;
      void openPlace(app, next);
    },
    statusUpdate: () =>
      choose((id) => {
        const entry = state().releases.find(({ release }) => release.id === id);
        if (entry) acts.run('status', entry, null);
      }),
    copyStatus: () => void copyText(statusOfAll(worstFirst(), state()), ACT_WORDING.statusCopied),
  };
}

/** Opens the view of a release by its name; a link may start the app, and then nothing has been read yet. */
async function openNamed(app: App, watch: Watched, name: string): Promise<void> {
  await settled(watch);
  const found = watch.state().releases.find(({ release }) => isNamed(release, name));
  if (found) await openRelease(app, found.release.id);
  else new Notice(WORDING.noSuchRelease(name));
}

/** The status of all releases for executives, one after the other. */
function statusOfAll(releases: VaultState['releases'], { today, statuses }: VaultState): string {
  return releases
    .filter(({ release: { phase } }) => phase !== 'cancelled')
    .map((entry) => statusUpdate({ ...entry, today }, { audience: 'executive', party: '' }, statuses))
    .map((update) => renderStatus(update, 'markdown'))
    .join('\n\n');
}
