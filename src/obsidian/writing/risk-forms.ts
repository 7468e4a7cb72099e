import type { Evidence } from '../../domain/evidence';
import { type RaidEntry, type Release, titleOf } from '../../domain/release';
import type { RiskReason } from '../../domain/risk/risk-rule';
import { ACT_WORDING } from '../../presentation/act-wording';
import { lowerRisk, resolveRisk } from '../../workflows/item-acts';
import type { ActField } from '../forms/act-form';
import { choices, type MadeForm } from './act-form-spec';

const WORDS = ACT_WORDING.form;

/** The open risks that a reason rests on; all critical ones where it says nothing. */
function risksOf({ risks }: Release, reason: RiskReason | null): RaidEntry[] {
  const isMeant = ({ path, line }: Evidence): boolean =>
    reason === null || reason.evidence.some((evidence) => evidence.path === path && evidence.line === line);
  // What another system says is changed there.
  return risks.filter(({ resolved, evidence }) => !resolved && evidence.origin === undefined && isMeant(evidence));
}

const riskField = (risks: readonly RaidEntry[]): ActField => ({
  key: 'risk',
  kind: 'choice',
  label: WORDS.risk,
  start: '0',
  options: risks.map(({ title }, index) => [String(index), title] as const),
  when: () => risks.length > 1,
});

/** A risk that is over. */
export const resolving: MadeForm = ({ entry: { release }, reason, inputs: { today } }) => {
  const risks = risksOf(release, reason);
  const [only] = risks;
  if (!only) return null;
  if (risks.length === 1) {
    const act = resolveRisk(only, today);
    return act ? { act } : null;
  }
  return {
    title: WORDS.move(ACT_WORDING.acts.resolve, titleOf(release)),
    fields: [riskField(risks)],
    preview: ({ risk = '0' }) => {
      const chosen = risks[Number(risk)];
      return { act: chosen ? resolveRisk(chosen, today) : null };
    },
  };
};

/** A risk that is less grave than its words. */
export const lowering: MadeForm = ({ entry: { release }, reason, inputs: { settings } }) => {
  const risks = risksOf(release, reason);
  if (risks.length === 0) return null;
  return {
    title: WORDS.move(ACT_WORDING.acts.lower.replace('…', ''), titleOf(release)),
    fields: [
      riskField(risks),
      {
        key: 'severity',
        kind: 'choice',
        label: WORDS.severity,
        start: 'high',
        options: choices(ACT_WORDING.severities),
      },
      { key: 'by', kind: 'names', label: WORDS.lowered, start: settings.me },
    ],
    preview: ({ risk = '0', severity = 'high', by = '' }) => {
      const chosen = risks[Number(risk)];
      return {
        act: chosen ? lowerRisk(chosen, { severity: severity as keyof typeof ACT_WORDING.severities, by }) : null,
      };
    },
  };
};
