import { Notice } from 'obsidian';
import { h } from 'preact';
import {
  type DecisionEvidence,
  evidenceIn,
  recordState,
  type RecordState,
} from '../../domain/decision/decision-record';
import { titleOf } from '../../domain/release';
import type { AssessedRelease } from '../../index/portfolio';
import { ACT_WORDING } from '../../presentation/act-wording';
import { rollCallModel } from '../../presentation/roll-call-model';
import { ROLL_CALL_WORDING as WORDS } from '../../presentation/roll-call-wording';
import type { ActInputs, PlannedAct } from '../../workflows/act-plan';
import { gatherEvidence, rollCallAct, sealAct } from '../../workflows/roll-call-act';
import { understandDate } from '../../workflows/understand-date';
import { FormModal } from '../forms/form-modal';
import { RollCallForm } from '../forms/roll-call-form';
import { deviceTime, sha256 } from '../system-clock';
import type { Desk } from './desk';

/** Opens the roll call of a release, once the lines that it rests on are gathered. */
export async function openRollCall(
  desk: Desk,
  entry: AssessedRelease,
  inputs: ActInputs,
  write: (act: PlannedAct) => Promise<boolean>,
): Promise<void> {
  const { app, names, store } = desk;
  const { release } = entry;
  const model = rollCallModel(entry, inputs.today);
  const gathered = await gatherEvidence(release, model.cited, store, sha256);
  new FormModal(app, WORDS.title(titleOf(release)), (close) =>
    h(RollCallForm, {
      app,
      names,
      today: inputs.today,
      release,
      model,
      me: inputs.settings.me,
      understand: (text) => understandDate(text, inputs.today, inputs.settings),
      save: (decision, call) =>
        desk.attempt(async () => {
          const act = rollCallAct(entry, decision, call, gathered, { ...inputs, at: deviceTime() });
          if (act) return write(await sealAct(act, sha256));
          new Notice(ACT_WORDING.form.saidToday);
          return false;
        }, close),
      close,
    }),
  ).open();
}

/** What became of a decision's note and of its sources, and whether it says that the release went out before it. */
export async function stateOfRecord({ store }: Pick<Desk, 'store'>, path: string): Promise<LookedAtRecord> {
  const text = await store.read(path);
  const evidence = text === null ? null : evidenceIn(text);
  const state: RecordState = text === null ? { kind: 'none' } : await recordState(text, store.read, sha256);
  return { state, evidence };
}

/** A decision's note, looked at. */
export interface LookedAtRecord {
  readonly state: RecordState;
  /** What it holds as data; null for a decision that was only written down. */
  readonly evidence: DecisionEvidence | null;
}
