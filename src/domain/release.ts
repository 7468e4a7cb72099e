import type { LineAccount } from './line-account';
import type { CalendarDate } from './calendar-date';
import { isOpen, type TaskState } from './checklist';
import type { Evidence, Fact } from './evidence';
import type { OutsideRef } from './outside-ref';
import type { DateReading, Direction, Due, FollowUpNote, NoteKind, RiskOverride } from './note-facts';

/** The day on which an item was done, and how that is known. */
export interface Completion {
  readonly on: CalendarDate;
  /**
   * `stated`: its line says so; `observed`: its tick was seen; `between-notes`: the first note that shows done what an
   * earlier one showed open, which is only about right.
   */
  readonly source: 'stated' | 'observed' | 'between-notes';
}

/** A checklist item as all notes together state it; `evidence` decides, `sightings` are all places, newest first. */
export interface ChecklistItem {
  readonly title: string;
  readonly state: TaskState;
  readonly mark: string;
  readonly section: string | null;
  readonly depth: number;
  readonly required: boolean;
  readonly owner: string | null;
  readonly due: Due;
  readonly evidence: Evidence;
  readonly sightings: readonly Evidence[];
  readonly firstSeen: CalendarDate;
  /** When it was done, where that is known: boxes that were ticked at first sight say nothing about it. */
  readonly completion: Completion | null;
  /** The system that says so, where it is one. */
  readonly outside?: OutsideRef;
  /** Only a box in a list can be ticked; a table row cannot, nor what another system says. */
  readonly tickable: boolean;
  readonly disagreement: boolean;
}

/** True for an item that counts: required, and not cancelled. */
export function isCounted({ required, state }: Pick<ChecklistItem, 'required' | 'state'>): boolean {
  return required && state !== 'cancelled';
}

/** Required items that are still open. */
export function openRequired(items: readonly ChecklistItem[]): ChecklistItem[] {
  return items.filter(({ required, state }) => required && isOpen(state));
}

/** Something another party needs or owes. */
export interface Dependency {
  readonly who: string | null;
  readonly what: string;
  readonly title: string;
  readonly direction: Direction;
  readonly due: Due;
  readonly settled: boolean;
  readonly mark: string | null;
  readonly note?: FollowUpNote;
  readonly evidence: Evidence;
}

/** A risk (may happen) or issue (already true); RAID's A and D are action items and dependencies here. */
export interface RaidEntry {
  readonly title: string;
  readonly type: 'risk' | 'issue';
  readonly severity: 'low' | 'medium' | 'high' | 'critical' | null;
  readonly resolved: boolean;
  readonly owner: string | null;
  readonly evidence: Evidence;
}

/** A line of an action section. */
export interface ActionItem {
  readonly title: string;
  readonly state: TaskState;
  readonly mark: string | null;
  readonly owner: string | null;
  readonly parties: readonly string[];
  /** The owner of the note, to whom a bare action falls. */
  readonly noteOwner: string | null;
  readonly due: Due;
  readonly note?: FollowUpNote;
  readonly evidence: Evidence;
  readonly disagreement: boolean;
}

/** A target or gate date that a later note replaced. */
export interface Slip {
  readonly field: 'target' | 'goNoGo';
  readonly from: Fact<DateReading>;
  readonly to: Fact<DateReading>;
}

/** Two places that cannot both hold; the first is the one that was followed. */
export interface Disagreement {
  readonly about: 'target' | 'goNoGo' | 'owner' | 'item';
  readonly subject: string;
  readonly values: readonly [string, string];
  readonly evidence: readonly [Evidence, Evidence];
}

/** The outcome of a go/no-go. */
export type Decision = 'go' | 'conditional' | 'no-go' | 'postponed';

/** Where a release stands. */
export type ReleasePhase = 'planned' | 'decided' | 'released' | 'cancelled';

/** True while a release is still to go out. */
export function isAhead({ phase }: Pick<Release, 'phase'>): boolean {
  return phase === 'planned' || phase === 'decided';
}

/** A line that could not be read, with its note. */
export interface PlacedDiagnostic {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A day that the plan states, and the day that another note states. */
export interface PlanDifference {
  readonly field: 'target' | 'goNoGo';
  readonly plan: Fact<DateReading>;
  readonly other: Fact<DateReading>;
}

/** One release, merged over all notes that speak of it; every value carries its evidence. */
export interface Release {
  /** Stable within a vault while the release keeps its name: used for selection and rendering. */
  readonly id: string;
  /** Short name in lists: `v2.5`, or the name where there is no version. */
  readonly key: string;
  readonly version: string | null;
  readonly name: string | null;
  readonly tier: Fact<string> | null;
  readonly phase: ReleasePhase;
  readonly phaseEvidence: Evidence | null;
  /** The day on which it went out, where a note states one. */
  readonly shipped: Fact<DateReading> | null;
  readonly target: Fact<DateReading> | null;
  readonly goNoGo: Fact<DateReading> | null;
  /** A note says that the target is not known ("TBD"), later than any date. */
  readonly targetWithdrawn: Evidence | null;
  readonly owner: Fact<readonly string[]> | null;
  readonly decision: Fact<Decision> | null;
  readonly override: Fact<RiskOverride> | null;
  readonly items: readonly ChecklistItem[];
  readonly dependencies: readonly Dependency[];
  readonly risks: readonly RaidEntry[];
  readonly actions: readonly ActionItem[];
  readonly slips: readonly Slip[];
  /** Where its plan states another day than the newest note, or than one that counts as much. */
  readonly planDifferences: readonly PlanDifference[];
  readonly disagreements: readonly Disagreement[];
  readonly diagnostics: readonly PlacedDiagnostic[];
  readonly sources: readonly string[];
  /** What became of the lines of each of its notes. */
  readonly accounts: readonly { readonly path: string; readonly kind: NoteKind; readonly lines: LineAccount }[];
  /** As-of of the earliest evidence: where the measured time begins. */
  readonly started: CalendarDate;
  /** Only the time of a file says so. */
  readonly startedWeak: boolean;
  /** As-of of the newest evidence. */
  readonly lastEvidence: CalendarDate;
}

/** "v2.5 Analytics Dashboard". */
export function titleOf(release: Pick<Release, 'key' | 'name' | 'version'>): string {
  return release.version !== null && release.name !== null ? `${release.key} ${release.name}` : release.key;
}

/** The day on which it went out; null for what did not. */
export function wentOut({
  phase,
  shipped,
  phaseEvidence,
}: Pick<Release, 'phase' | 'shipped' | 'phaseEvidence'>): CalendarDate | null {
  return phase === 'released' ? (shipped?.value.date ?? phaseEvidence?.asOf ?? null) : null;
}

/** The retro in which somebody wrote, and the one that waits for it; null where there is none. */
export function retroOf({ accounts }: Pick<Release, 'accounts'>): {
  readonly written: string | null;
  readonly blank: string | null;
} {
  const retros = accounts.filter(({ kind }) => kind === 'retro');
  return {
    written: retros.find(({ lines }) => lines.isBlank !== true)?.path ?? null,
    blank: retros.find(({ lines }) => lines.isBlank === true)?.path ?? null,
  };
}

/** An item's words without the owner at their end: "QA sign-off" of "QA sign-off Mei Chen". */
export function titleAlone({ title, owner }: Pick<ChecklistItem, 'title' | 'owner'>): string {
  if (owner === null || !title.toLowerCase().endsWith(owner.toLowerCase())) return title;
  const bare = title.slice(0, title.length - owner.length).replace(/[\s@:,–—(-]+$/, '');
  return bare === '' ? title : bare;
}
