import { titleAlone } from '../release';
import type { RiskReason, RiskRule } from './risk-rule';

const VERIFIED = /\b(?:qa|quality|tests?|testing|tested|regression|bug(?:s)?|bug[- ]?free|sign-?off)\b/i;
const DEFECT = /\b(?:bug|defect|crash|regression|failing|fails|broken|incident|outage)\b/i;

/** R8: quality is ticked while a critical defect is open, or notes state different things about the same matter. */
export const contradiction: RiskRule = {
  id: 'R8',
  assess: ({ release, policy }): RiskReason | null => {
    const weight = policy.rules.R8.amberWeight;
    const defect = release.risks.find(
      (risk) => risk.severity === 'critical' && !risk.resolved && DEFECT.test(risk.title),
    );
    const verified = defect
      ? release.items.find((item) => item.state === 'done' && VERIFIED.test(item.title))
      : undefined;
    if (defect && verified)
      return {
        rule: 'R8',
        severity: 'amber',
        weight,
        variant: 'verified-with-defect',
        values: { item: titleAlone(verified), other: defect.title },
        evidence: [verified.evidence, defect.evidence],
      };
    const disagreement = release.disagreements[0];
    if (!disagreement) return null;
    const [first, second] = disagreement.values;
    const [followed, apart] = disagreement.evidence;
    const isOutside = followed.origin !== undefined || apart.origin !== undefined;
    return {
      rule: 'R8',
      severity: 'amber',
      weight,
      variant: isOutside ? 'outside' : disagreement.about,
      values: {
        subject: disagreement.subject,
        first,
        second,
        count: release.disagreements.length,
        ...(isOutside ? { followed: followed.origin ?? 'note', apart: apart.origin ?? 'note' } : {}),
      },
      evidence: disagreement.evidence,
    };
  },
};
