import type { CalendarDate } from '../calendar-date';
import { partyKey } from '../party';
import { type Decision, openRequired, type Release } from '../release';
import { tierKey } from '../risk/tier';

/** What a function of the release says in the roll call. */
export type Vote = 'go' | 'go-if' | 'no-go' | 'not-reached';

/** One function's row. */
export interface RollCallRow {
  readonly function: string;
  readonly vote: Vote;
  /** Who spoke for it; '' while nobody did. */
  readonly name: string;
  /** What the notes hold about it, in one line. */
  readonly evidence: string;
}

/** What has to be done after a conditional go, by whom and by when, and who decides when it is not. */
export interface Condition {
  readonly text: string;
  readonly owner: string;
  readonly due: CalendarDate | null;
  readonly otherwise: string;
}

/** A required item that the decision goes without, for a time. */
export interface Waiver {
  readonly item: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: CalendarDate | null;
}

/** A go/no-go as it is taken. */
export interface RollCall {
  readonly rows: readonly RollCallRow[];
  readonly conditions: readonly Condition[];
  readonly waivers: readonly Waiver[];
  /** Exactly one. */
  readonly approver: string;
  readonly because: string;
  /** Taken after the release, under pressure: a review is due. */
  readonly isEmergency: boolean;
}

/** Why a decision can't be recorded as it stands. */
export type Objection =
  | { readonly kind: 'not-reached' | 'go-if' | 'no-go'; readonly functions: readonly string[] }
  | { readonly kind: 'open-items'; readonly items: readonly string[] }
  | { readonly kind: 'no-condition' }
  | { readonly kind: 'condition'; readonly text: string; readonly missing: readonly ('owner' | 'due' | 'otherwise')[] }
  | { readonly kind: 'waiver'; readonly item: string; readonly missing: readonly ('reason' | 'owner' | 'expires')[] }
  | { readonly kind: 'no-approver' | 'several-approvers' | 'sole-contributor' };

/** In these tiers nobody approves work that only they did. */
const STRICT_TIERS: ReadonlySet<string> = new Set(['1', '2']);

/**
 * What speaks against recording this decision; empty where nothing does. A no-go and a postponement need an approver
 * only.
 */
export function objectionsTo(
  decision: Decision,
  call: RollCall,
  release: Pick<Release, 'items' | 'tier' | 'owner'>,
): Objection[] {
  const approval = approverObjections(call, release);
  if (decision === 'no-go' || decision === 'postponed') return approval;
  const votes = (vote: Vote): string[] => call.rows.filter((row) => row.vote === vote).map((row) => row.function);
  const said = (kind: 'not-reached' | 'go-if' | 'no-go'): Objection[] =>
    votes(kind).length > 0 ? [{ kind, functions: votes(kind) }] : [];
  const waived = new Set(call.waivers.map(({ item }) => item));
  const open = openRequired(release.items)
    .map(({ title }) => title)
    .filter((title) => !waived.has(title));
  const isGo = decision === 'go';
  return [
    ...said('no-go'),
    ...(isGo ? said('not-reached') : []),
    ...(isGo ? said('go-if') : []),
    ...(isGo && open.length > 0 ? [{ kind: 'open-items' as const, items: open }] : []),
    ...call.waivers.flatMap(waiverObjection),
    ...(isGo ? [] : conditionObjections(call.conditions)),
    ...approval,
  ];
}

function waiverObjection({ item, reason, owner, expires }: Waiver): Objection[] {
  const missing = [
    ...(reason.trim() === '' ? (['reason'] as const) : []),
    ...(owner.trim() === '' ? (['owner'] as const) : []),
    ...(expires === null ? (['expires'] as const) : []),
  ];
  return missing.length > 0 ? [{ kind: 'waiver', item, missing }] : [];
}

function conditionObjections(conditions: readonly Condition[]): Objection[] {
  if (conditions.length === 0) return [{ kind: 'no-condition' }];
  return conditions.flatMap(({ text, owner, due, otherwise }): Objection[] => {
    const missing = [
      ...(owner.trim() === '' ? (['owner'] as const) : []),
      ...(due === null ? (['due'] as const) : []),
      ...(otherwise.trim() === '' ? (['otherwise'] as const) : []),
    ];
    return missing.length > 0 ? [{ kind: 'condition', text, missing }] : [];
  });
}

function approverObjections({ approver }: RollCall, release: Pick<Release, 'items' | 'tier' | 'owner'>): Objection[] {
  const names = approver
    .split(/[,;]|\band\b/)
    .map((name) => name.replace(/[[\]]/g, '').trim())
    .filter(Boolean);
  const [only] = names;
  if (only === undefined) return [{ kind: 'no-approver' }];
  if (names.length > 1) return [{ kind: 'several-approvers' }];
  if (!STRICT_TIERS.has(tierKey(release.tier?.value ?? ''))) return [];
  const contributors = new Set(
    [...(release.owner?.value ?? []), ...release.items.flatMap(({ owner }) => (owner === null ? [] : [owner]))].map(
      partyKey,
    ),
  );
  return contributors.size === 1 && contributors.has(partyKey(only)) ? [{ kind: 'sole-contributor' }] : [];
}
