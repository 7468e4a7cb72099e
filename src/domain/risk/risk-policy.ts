/** The rules of semantics section 4. */
export const RULE_IDS = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R18',
] as const;

/** One of {@link RULE_IDS}. */
export type RuleId = (typeof RULE_IDS)[number];

/** A rule's weights and thresholds. Days are business days, shares are percent. */
export interface RuleSettings {
  readonly enabled: boolean;
  readonly amberWeight: number;
  /** Weight of the stronger amber where a rule has two, else unused. */
  readonly strongWeight: number;
  readonly redWeight: number;
  readonly amberAt: number;
  readonly strongAt: number;
  readonly redAt: number;
}

/** The published, editable scale: from reasons to a level. */
export interface RiskPolicy {
  readonly rules: Readonly<Record<RuleId, RuleSettings>>;
  /** Sum of weights from which a release is at risk. */
  readonly atRiskSum: number;
  /** Sum of weights from which a release is off track. */
  readonly offTrackSum: number;
  /** Business days without evidence after which "on track" is no longer known. */
  readonly staleDays: number;
  /** Factor on all weights by launch tier (lower case, without the word "tier"); 1 where a tier is not named. */
  readonly tiers: Readonly<Record<string, number>>;
}

function rule(settings: Partial<RuleSettings>): RuleSettings {
  return {
    enabled: true,
    amberWeight: 0,
    strongWeight: 0,
    redWeight: 0,
    amberAt: 0,
    strongAt: 0,
    redAt: 0,
    ...settings,
  };
}

/** The table of semantics section 4. */
export const DEFAULT_RISK_POLICY: RiskPolicy = {
  rules: {
    R1: rule({ amberWeight: 15, amberAt: 5, redWeight: 30, redAt: 2 }),
    R2: rule({ amberWeight: 10, redWeight: 30, redAt: 1 }),
    R3: rule({ redWeight: 40 }),
    R4: rule({ amberWeight: 15, amberAt: 85, redWeight: 30, redAt: 50 }),
    R5: rule({ amberWeight: 15, redWeight: 30 }),
    R6: rule({ amberWeight: 12, amberAt: 2, strongWeight: 25, redWeight: 30, redAt: 1 }),
    R7: rule({ amberWeight: 15, strongWeight: 25, strongAt: 5, redWeight: 30, redAt: 1 }),
    R8: rule({ amberWeight: 10 }),
    R9: rule({ amberWeight: 8, amberAt: 10 }),
    R10: rule({ amberWeight: 10, amberAt: 20, redWeight: 20, redAt: 40 }),
    R11: rule({ amberWeight: 10, amberAt: 10 }),
    R12: rule({ amberWeight: 10, amberAt: 5, strongAt: 3 }),
    R13: rule({ amberWeight: 10 }),
    R14: rule({ amberWeight: 8, amberAt: 25 }),
    R15: rule({ amberWeight: 5 }),
    R16: rule({ redWeight: 40 }),
    R17: rule({ amberWeight: 15, strongWeight: 25, strongAt: 4, redAt: 5 }),
    R18: rule({ amberWeight: 5, strongWeight: 15, strongAt: 10 }),
  },
  atRiskSum: 15,
  offTrackSum: 75,
  staleDays: 14,
  tiers: {},
};
