/** What a rule is about. */
export const RULES: Readonly<Record<string, string>> = {
  R1: 'Required item open near the gate',
  R2: 'Go/no-go undecided',
  R3: 'Target passed, not released',
  R4: 'Forecast below what is asked for',
  R5: 'Arrival after what it feeds',
  R6: 'Notice not confirmed',
  R7: 'Critical item open',
  R8: 'Contradiction, or notes disagree',
  R9: 'Required item without an owner',
  R10: 'Behind the pace of time',
  R11: 'Target moved',
  R12: 'One party in several releases',
  R13: 'At capacity, tied to an open item',
  R14: 'Scope grew late',
  R15: 'Target on a day off',
  R16: 'No-go, or postponed without a date',
  R17: 'Follow-ups overdue',
  R18: 'No release owner',
};

/** The numbers of a rule, where its own words say more than the usual ones. */
export const RULE_PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  R1: {
    amberAt: 'Amber from this many working days before the gate',
    redAt: 'Red from this many working days before the gate',
  },
  R2: { redAt: 'Red after this many working days' },
  R4: { amberAt: 'Amber below this chance in percent', redAt: 'Red below this chance in percent' },
  R6: {
    amberAt: 'Amber from this many working days before the deadline',
    strongWeight: 'Weight once the deadline has passed',
    redAt: 'Red when passed and the target is this near',
  },
  R7: {
    strongAt: 'Stronger from this many working days before the gate',
    strongWeight: 'Stronger weight',
    redAt: 'Red from this many working days before the gate',
  },
  R9: { amberAt: 'From this many working days before the gate' },
  R10: { amberAt: 'Amber from this gap in percent', redAt: 'Red from this gap in percent' },
  R11: { amberAt: 'From more than this many working days' },
  R12: { amberAt: 'Targets within this many working days', strongAt: 'Or this many different asks' },
  R14: { amberAt: 'From this growth in percent' },
  R17: {
    strongAt: 'Stronger from this many overdue follow-ups',
    strongWeight: 'Stronger weight',
    redAt: 'Stronger when one is later than this many working days and the gate is that near',
  },
  R18: { strongAt: 'Stronger from this many working days before the gate', strongWeight: 'Stronger weight' },
};

/** The usual words for the numbers of a rule. */
export const PART_NAMES: Readonly<Record<string, string>> = {
  enabled: 'Use this rule',
  amberWeight: 'Weight when amber',
  redWeight: 'Weight when red',
  strongWeight: 'Stronger weight',
  amberAt: 'Amber from',
  strongAt: 'Stronger from',
  redAt: 'Red from',
};
