import type { Release } from '../../domain/release';
import type { RiskReason } from '../../domain/risk/risk-rule';
import type { AssessedRelease } from '../../index/portfolio';
import type { ActInputs, PlannedAct } from '../../workflows/act-plan';
import type { ActDays, ActField, ActPreview, ActValues } from '../forms/act-form';

/** A form of an act, over the release as it is now. */
export interface ActFormSpec {
  readonly title: string;
  readonly fields: readonly ActField[];
  readonly preview: (values: ActValues, days: ActDays) => ActPreview;
}

/** What a form is made of. */
export interface About {
  readonly entry: AssessedRelease;
  readonly reason: RiskReason | null;
  readonly inputs: ActInputs;
  /** The other releases that are ahead. */
  readonly others: readonly Release[];
  /** All releases, whatever became of them. */
  readonly all: readonly Release[];
}

/** A form, an act that needs none, or null where nothing can be done. */
export type MadeForm = (about: About) => ActFormSpec | { readonly act: PlannedAct } | null;

/** Named choices as options. */
export const choices = <Key extends string>(names: Readonly<Record<Key, string>>): (readonly [Key, string])[] =>
  (Object.keys(names) as Key[]).map((key) => [key, names[key]] as const);
