import { Notice } from 'obsidian';
import { h } from 'preact';
import type { FollowUp } from '../../domain/follow-up';
import { isAhead, type Release, retroOf, titleOf } from '../../domain/release';
import type { RiskReason } from '../../domain/risk/risk-rule';
import type { AssessedRelease } from '../../index/portfolio';
import { ACT_WORDING as WORDS } from '../../presentation/act-wording';
import { FOLLOW_UP_WORDING as FOLLOW_UPS } from '../../presentation/follow-ups-wording';
import { noteName } from '../../presentation/place';
import type { ActId } from '../../presentation/reason-acts';
import { type ActInputs, pathOf, perform, type PlannedAct } from '../../workflows/act-plan';
import { closeFollowUp } from '../../workflows/follow-up-actions';
import { titleOfIdentity } from '../../workflows/new-release';
import { draftRetro } from '../../workflows/draft-retro';
import { propertiesAct } from '../../workflows/release-properties';
import { noteOfRelease } from '../../workflows/identity-acts';
import { homeOf } from '../../workflows/release-note';
import { understandDate } from '../../workflows/understand-date';
import { ActForm } from '../forms/act-form';
import { ChooseModal } from '../forms/choose-modal';
import { FormModal } from '../forms/form-modal';
import { told } from '../told';
import type { ActFormSpec } from './act-form-spec';
import { ACT_FORMS } from './act-forms';
import type { Desk } from './desk';
import { fieldOn, followUpForms } from './follow-up-forms';
import { remind } from './remind';
import { type LookedAtRecord, openRollCall, stateOfRecord } from './roll-call';
import { type GoLiveWriting, goLiveWriting } from './write-go-live';
import { pageFileWriting } from './write-page-file';
import { openStatus } from './write-status';

/** What a person can do with a release, or about one of its reasons. */
export interface ActWriting {
  readonly run: (act: ActId, entry: AssessedRelease, reason: RiskReason | null) => void;
  /** What became of a decision's note and of its sources. */
  readonly recordState: (path: string) => Promise<LookedAtRecord>;
  readonly goLive: GoLiveWriting;
  /** Asks who does it, and says so on the lines. */
  readonly assignFollowUps: (followUps: readonly FollowUp[]) => void;
  /** Asks to which release they belong, and says so on the lines. */
  readonly linkFollowUps: (followUps: readonly FollowUp[]) => void;
  /** Asks, then writes what is known of all releases as properties of their plans. */
  readonly writeProperties: () => void;
  /** The same for a whole note, in its properties. */
  readonly linkNote: (path: string) => void;
  /** Asks until when they rest, and says so on the lines. */
  readonly snoozeFollowUps: (followUps: readonly FollowUp[]) => void;
}

type Run = (entry: AssessedRelease, reason: RiskReason | null) => void;

/** Each act shows first what it would write, where more than one line or a new note is at stake; undo takes it back. */
export function actWriting(desk: Desk): ActWriting {
  const direct = directActs(desk);
  return {
    ...followUpForms((form) => show(desk, form)),
    linkFollowUps: (followUps) =>
      chooseRelease(desk, (release) => {
        const what = followUps[0]?.what ?? '';
        desk.attempt(() =>
          write(desk, fieldOn(followUps, FOLLOW_UPS.linkStep(what), 'release', fieldOfRelease(release))),
        );
      }),
    writeProperties: () => {
      const { releases, today } = desk.state();
      const act = propertiesAct(releases, today, WORDS.steps.properties);
      if (act === null) new Notice(FOLLOW_UPS.noReleases);
      else
        show(desk, {
          title: WORDS.form.properties,
          fields: [],
          preview: () => ({ act, says: [WORDS.form.propertiesAsOf] }),
        });
    },
    linkNote: (path) =>
      chooseRelease(desk, (release) => {
        const act = noteOfRelease(path, release, inputsOf(desk));
        if (act) desk.attempt(() => write(desk, act));
      }),
    recordState: (path) => stateOfRecord(desk, path),
    goLive: goLiveWriting(
      desk,
      (act) => write(desk, act),
      (form) => show(desk, form),
    ),
    run: (id, entry, reason) => {
      const run = direct[id];
      if (run) {
        run(entry, reason);
        return;
      }
      const others = othersThan(entry.release, desk);
      const all = desk.state().releases.map(({ release }) => release);
      const form = ACT_FORMS[id]?.({ entry, reason, inputs: inputsOf(desk), others, all }) ?? null;
      if (form === null) new Notice(WORDS.nothingOpen);
      else if ('act' in form) desk.attempt(() => write(desk, form.act));
      else show(desk, form);
    },
  };
}

/** How a line says whose it is: a version as such, a bare name as a link. */
function fieldOfRelease(release: Release): string {
  return release.version === null ? `[[${release.name ?? release.key}]]` : titleOfIdentity(release);
}

/** Lists the releases that are ahead. */
function chooseRelease({ app, state }: Desk, chosen: (release: Release) => void): void {
  const ahead = state()
    .releases.map(({ release }) => release)
    .filter(isAhead)
    .sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1));
  if (ahead.length === 0) new Notice(FOLLOW_UPS.noReleases);
  else
    new ChooseModal(
      app,
      WORDS.form.to,
      ahead.map((release) => ({ value: release, text: titleOf(release), note: '' })),
      chosen,
    ).open();
}

function inputsOf({ settings, store, clock }: Desk): ActInputs {
  return { settings: settings.current(), store, today: clock.today() };
}

/** The other releases that are ahead, by name. */
function othersThan(own: Release, { state }: Desk): Release[] {
  return state()
    .releases.map(({ release }) => release)
    .filter((release) => isAhead(release) && release.id !== own.id)
    .sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1));
}

async function write({ writer }: Desk, act: PlannedAct): Promise<boolean> {
  const { failed } = await perform(writer, act);
  if (failed === null) {
    new Notice(WORDS.done(act.label));
    return true;
  }
  const path = pathOf(failed.item);
  if (failed.outcome === 'refused') new Notice(WORDS.refused(noteName(path)));
  else told(failed.outcome, act.label, path, writer);
  return false;
}

function show(desk: Desk, { title, fields, preview }: ActFormSpec): void {
  const { app, names } = desk;
  const { today, settings } = inputsOf(desk);
  new FormModal(app, title, (close) =>
    h(ActForm, {
      app,
      names,
      today,
      fields,
      preview,
      understand: (text) => understandDate(text, today, settings),
      save: (act) => desk.attempt(() => write(desk, act), close),
      close,
    }),
  ).open();
}

/** Acts without a form: one line, one note, or the clipboard. */
function directActs(desk: Desk): Partial<Record<ActId, Run>> {
  const { writer, clock, store } = desk;
  const pages = pageFileWriting(desk);
  const settle: Run = (entry, reason) => {
    const followUp = followUpOf(entry, reason);
    if (!followUp) new Notice(WORDS.nothingOpen);
    else if (followUp.mark === '|') new Notice(WORDS.inTable);
    else
      desk.attempt(async () => {
        const outcome = await closeFollowUp(writer, followUp, clock.today());
        const done = told(outcome, followUp.what, followUp.evidence[0]?.path ?? '', writer);
        if (done) new Notice(WORDS.done(followUp.what));
        return done;
      });
  };
  return {
    settle,
    confirm: settle,
    remind: (entry, reason) => {
      const followUp = followUpOf(entry, reason);
      if (followUp) void remind(writer, [{ followUp, release: titleOf(entry.release) }], clock.today());
      else new Notice(WORDS.nothingOpen);
    },
    status: (entry) => openStatus(desk, entry),
    'save-page': pages.savePage,
    'save-chart': pages.saveChart,
    print: pages.print,
    'save-dates': pages.saveDates,
    'roll-call': (entry) =>
      desk.attempt(async () => {
        await openRollCall(desk, entry, inputsOf(desk), (act) => write(desk, act));
        return true;
      }),
    'open-plan': ({ release }) => void desk.open(homeOf(release) ?? release.sources[0] ?? '', null),
    retro: ({ release }) =>
      desk.attempt(async () => {
        const { path, text } = await draftRetro(release, { ...inputsOf(desk), store });
        // One that waits to be written may not have been read yet.
        const there = retroOf(release).blank ?? store.find(path);
        if (there === null) return desk.makeAndOpen(WORDS.steps.retro(release.key), { path, text, cursor: null });
        const bullet = /^- $/m.exec((await store.read(there)) ?? '');
        await desk.open(there, bullet && bullet.index + bullet[0].length);
        return true;
      }),
  };
}

/** The open follow-up that a reason rests on first. */
function followUpOf({ assessment }: AssessedRelease, reason: RiskReason | null): FollowUp | undefined {
  const [first] = reason?.evidence ?? [];
  return assessment.followUps.find(
    ({ evidence, state }) =>
      state === 'open' && evidence.some(({ path, line }) => path === first?.path && line === first.line),
  );
}
