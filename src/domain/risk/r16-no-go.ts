import type { Evidence, Fact } from '../evidence';
import type { DateReading } from '../note-facts';
import type { RiskRule } from './risk-rule';

/** R16: the decision was no-go, or postponed without a new date; it stands until a later date or decision. */
export const noGo: RiskRule = {
  id: 'R16',
  assess: ({ release, policy }) => {
    const { decision } = release;
    if (decision?.value !== 'no-go' && decision?.value !== 'postponed') return null;
    const since = decision.evidence.asOf;
    const redated = [release.target, release.goNoGo].some((fact) => fact !== null && setAfter(fact, decision.evidence));
    if (redated) return null;
    return {
      rule: 'R16',
      severity: 'red',
      weight: policy.rules.R16.redWeight,
      variant: decision.value,
      values: { date: since },
      evidence: [decision.evidence],
    };
  },
};

/** A new date is one from a later note that dates itself, or one that the note of the decision states below it. */
function setAfter({ evidence, value }: Fact<DateReading>, decision: Evidence): boolean {
  if (value.date <= decision.asOf) return false;
  if (evidence.path === decision.path) return evidence.line >= decision.line;
  return !evidence.weak && evidence.asOf > decision.asOf;
}
