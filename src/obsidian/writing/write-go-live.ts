import { h } from 'preact';
import type { GoLivePlan, GoLiveStep, Stamp } from '../../domain/go-live/go-live-plan';
import type { Release } from '../../domain/release';
import type { AssessedRelease } from '../../index/portfolio';
import { GO_LIVE_WORDING as WORDS } from '../../presentation/go-live/go-live-wording';
import type { PlannedAct } from '../../workflows/act-plan';
import {
  beginStep,
  finishStep,
  goLiveNote,
  handOver,
  rehearsalOf,
  rollBack,
  setStart,
} from '../../workflows/go-live-acts';
import { FormModal } from '../forms/form-modal';
import { RollbackForm, StartForm } from '../forms/go-live-forms';
import { nowStamp } from '../system-clock';
import { type ActFormSpec, choices } from './act-form-spec';
import type { Desk } from './desk';

/** What a person does in a go-live. */
export interface GoLiveWriting {
  readonly plan: (entry: AssessedRelease) => void;
  readonly setStart: (path: string, entry: AssessedRelease) => void;
  readonly begin: (path: string, step: GoLiveStep, isEarly: boolean) => void;
  readonly finish: (path: string, step: GoLiveStep) => void;
  readonly rollBack: (path: string, entry: AssessedRelease) => void;
  readonly rehearse: (path: string) => void;
  /** Asks which triggers were looked at, then keeps what the run came to. */
  readonly handOver: (path: string, entry: AssessedRelease, plan: GoLivePlan, lines: readonly string[]) => void;
}

/** Each of them writes one line of the go-live's note; undo takes it back. */
export function goLiveWriting(
  desk: Desk,
  write: (act: PlannedAct) => Promise<boolean>,
  show: (form: ActFormSpec) => void,
): GoLiveWriting {
  const { app, store, clock, settings } = desk;
  const inputs = (): Parameters<typeof goLiveNote>[1] => ({
    settings: settings.current(),
    store,
    today: clock.today(),
  });
  const run = (act: PlannedAct | null, close?: () => void): void =>
    desk.attempt(() => (act === null ? Promise.resolve(false) : write(act)), close);
  return {
    plan: ({ release }) =>
      desk.attempt(async () => {
        const note = goLiveNote(release, inputs());
        return desk.makeAndOpen(WORDS.note, note && { ...note, cursor: null });
      }),
    setStart: (path, { release }) =>
      new FormModal(app, WORDS.set, (close) =>
        h(StartForm, {
          today: clock.today(),
          save: (start: Stamp, until: Stamp | null) => run(setStart(path, release, start, until), close),
          close,
        }),
      ).open(),
    begin: (path, step, isEarly) => run(beginStep(path, step, nowStamp(), isEarly)),
    finish: (path, step) => run(finishStep(path, step, nowStamp())),
    rollBack: (path, { release }) =>
      new FormModal(app, WORDS.rollBackTitle(release.key), (close) =>
        h(RollbackForm, {
          me: settings.current().me,
          save: (who: string, why: string) => run(rollBack(path, release, who, why, nowStamp()), close),
          close,
        }),
      ).open(),
    handOver: (path, { release }, plan, lines) => show(handOverForm(path, release, plan, lines)),
    rehearse: (path) =>
      desk.attempt(async () => {
        const text = await store.read(path);
        const act = text === null ? null : rehearsalOf(path, text, inputs());
        return act !== null && (await write(act));
      }),
  };
}

/** Asks of each trigger whether it was looked at. */
function handOverForm(
  path: string,
  release: Release,
  { rollback: { triggers } }: GoLivePlan,
  lines: readonly string[],
): ActFormSpec {
  return {
    title: WORDS.handOver,
    fields: triggers.map(({ text, line }) => ({
      key: String(line),
      kind: 'choice',
      label: text,
      start: 'quiet',
      options: choices(WORDS.looked),
    })),
    preview: (values) => {
      const looked = triggers.map(({ text, line }) => {
        const said = values[String(line)] as keyof typeof WORDS.looked | undefined;
        return WORDS.lookedAt(text, WORDS.looked[said ?? 'quiet']);
      });
      return { act: handOver(path, release, [...lines, ...looked]) };
    },
  };
}
