import type { Claim, Settled } from './merge-scalars';
import type { DateReading } from './note-facts';
import type { PlanDifference, Slip } from './release';

/** The standing of a plan's claims. */
export const PLAN_RANK = 2;

/** The claims that name a day, oldest first, the one that holds last. */
function datedClaims({ past, current }: Settled<DateReading | null>): Claim<DateReading>[] {
  return [...past, ...(current ? [current] : [])].flatMap((claim) =>
    claim.value === null ? [] : [{ ...claim, value: claim.value }],
  );
}

/** Each change of a date from one note to a later one. */
export function slips(field: Slip['field'], settled: Settled<DateReading | null>): Slip[] {
  const found: Slip[] = [];
  let last: Claim<DateReading> | null = null;
  for (const claim of datedClaims(settled)) {
    if (last && last.value.date !== claim.value.date && !last.evidence.weak && last.evidence.asOf < claim.evidence.asOf)
      found.push({
        field,
        from: { value: last.value, evidence: last.evidence },
        to: { value: claim.value, evidence: claim.evidence },
      });
    last = claim;
  }
  return found;
}

/** The plan's own line beside the one that holds, or beside one that contradicts it although the plan's holds. */
export function planDifference(field: PlanDifference['field'], settled: Settled<DateReading | null>): PlanDifference[] {
  const claims = datedClaims(settled);
  const plan = claims.filter(({ rank }) => rank === PLAN_RANK).pop();
  const holds = claims[claims.length - 1];
  if (!plan || !holds || settled.current?.value === null) return [];
  const rival =
    plan === holds
      ? claims
          .filter(
            ({ value, evidence }) =>
              value.date !== plan.value.date &&
              evidence.path !== plan.evidence.path &&
              evidence.asOf >= plan.evidence.asOf,
          )
          .pop()
      : holds;
  if (!rival || rival.value.date === plan.value.date || rival.evidence.path === plan.evidence.path) return [];
  return [
    {
      field,
      plan: { value: plan.value, evidence: plan.evidence },
      other: { value: rival.value, evidence: rival.evidence },
    },
  ];
}
