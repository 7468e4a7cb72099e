import { isOpen } from '../checklist';
import { titleAlone } from '../release';
import { sharedSubjects } from '../text-similarity';
import type { RiskRule } from './risk-rule';

const CAPACITY =
  /\b(?:at|over|no|limited|out of|short on|beyond) (?:full )?(?:capacity|bandwidth)\b|\b(?:capacity (?:is|constraint|issue|risk)|overloaded|overbooked|overstretched|stretched|understaffed|short-?staffed|swamped|on leave)\b/i;

/** R13: somebody is at capacity, and an item of theirs is still open. */
export const atCapacity: RiskRule = {
  id: 'R13',
  assess: ({ release, policy }) => {
    for (const risk of release.risks) {
      if (risk.resolved || !CAPACITY.test(risk.title)) continue;
      const subject = risk.title.replace(CAPACITY, ' ');
      const tied = release.items.find((item) => isOpen(item.state) && sharedSubjects(subject, item.title).length > 0);
      if (tied)
        return {
          rule: 'R13',
          severity: 'amber',
          weight: policy.rules.R13.amberWeight,
          variant: 'tied',
          values: { risk: risk.title, item: titleAlone(tied) },
          evidence: [risk.evidence, tied.evidence],
        };
    }
    return null;
  },
};
