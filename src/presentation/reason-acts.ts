import type { RuleId } from '../domain/risk/risk-policy';
import type { RiskReason } from '../domain/risk/risk-rule';
import { ACT_WORDING } from './act-wording';

/** What can be done about a reason, or with a release. */
export type ActId = keyof typeof ACT_WORDING.acts;

/** An act with its name on a button: "Record go/no-go…". */
export interface ReasonAct {
  readonly id: ActId;
  readonly label: string;
}

const MOVE: Readonly<Record<string, ActId>> = { goNoGo: 'move-gate', target: 'move-target' };

/** The acts of each rule, the most obvious first. */
const ACTS: Readonly<Record<RuleId, (reason: RiskReason) => readonly ActId[]>> = {
  R1: ({ values }) => [MOVE[String(values.gate)] ?? 'move-target', 'waive'],
  R2: () => ['roll-call', 'decide', 'move-gate'],
  R3: () => ['ship', 'move-target'],
  R4: ({ values }) => [MOVE[String(values.gate)] ?? 'move-target', 'waive'],
  R5: ({ variant }) => ['settle', variant === 'after-target' ? 'move-target' : 'move-gate'],
  R6: () => ['confirm', 'move-target'],
  R7: () => ['resolve', 'lower'],
  R8: ({ variant }) => (variant === 'verified-with-defect' ? ['resolve'] : variant === 'owner' ? ['owner'] : []),
  R9: () => ['assign'],
  R10: () => ['move-target'],
  R11: () => ['verdict'],
  R12: () => ['settle', 'move-target'],
  R13: () => ['resolve'],
  R14: () => ['move-target', 'verdict'],
  R15: () => ['move-target'],
  R16: () => ['decide', 'move-target'],
  R17: () => ['settle', 'remind'],
  R18: () => ['owner'],
};

/** Acts that write on the line of the reason. */
const ON_A_LINE: ReadonlySet<ActId> = new Set<ActId>(['resolve', 'lower', 'settle', 'assign']);

/** What a person can do about a reason. */
export function reasonActs(reason: RiskReason): ReasonAct[] {
  // What another system says is changed there.
  const isOutside = reason.evidence.length > 0 && reason.evidence.every(({ origin }) => origin !== undefined);
  const acts = ACTS[reason.rule](reason).filter((id) => !isOutside || !ON_A_LINE.has(id));
  return acts.map((id) => ({ id, label: ACT_WORDING.acts[id] }));
}
