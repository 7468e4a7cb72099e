import type { CalendarDate } from './calendar-date';
import type { TaskState } from './checklist';
import type { Evidence, Span } from './evidence';
import { type LineAccount, NO_LINES } from './line-account';
import type { OutsideRef } from './outside-ref';
import type { ImprovementNote } from './improvement-note';
import type { ReleaseIdentity } from './release-identity';

/**
 * What a note is, decided cheaply; `plain` notes hold nothing that Shipshape follows, a `copy` is another version of
 * one, by a sync, and a `history` is what Shipshape itself keeps.
 */
export type NoteKind =
  'release' | 'meeting' | 'retro' | 'process' | 'checklist' | 'person' | 'request' | 'plain' | 'copy' | 'history';

/** How the note's own date was found; `file` is only the file's time and therefore weak. */
export type AsOfSource = 'front-matter' | 'file-name' | 'title' | 'line' | 'file';

/** A date as a person wrote it, with how it was understood. */
export interface DateReading {
  readonly date: CalendarDate;
  /** First day where the text names a range or a fuzzy span; `date` is then its last day. */
  readonly from: CalendarDate | null;
  readonly phrase: string;
  /** One short sentence on what was assumed (year, weekday, business days); null when nothing was. */
  readonly assumption: string | null;
  readonly fuzzy: boolean;
  readonly ambiguous: boolean;
  readonly time: string | null;
}

/** A duration before an event: "3 days notice", "1 week before". */
export interface LeadTime {
  readonly amount: number;
  readonly unit: 'business' | 'calendar';
}

/** Something due: a stated date, a lead time before an event, or an event that it must precede. */
export interface Due {
  readonly on: DateReading | null;
  readonly lead: LeadTime | null;
  /** `target`: "before launch"; a reading: "schedule X for D", so the work is due before D. */
  readonly before: 'target' | 'go-no-go' | DateReading | null;
  /** `eta` when the text announces arrival rather than a deadline. */
  readonly kind: 'due' | 'eta';
}

/** Where in the note a checkbox item stands in meaning. */
export type TaskRole = 'checklist' | 'action' | 'dependency' | 'risk' | 'attendance' | 'choice' | 'change';

/** One checkbox item of the rendered note. `release` indexes {@link NoteFacts.releases}, −1 for none. */
export interface TaskFact extends Span {
  readonly title: string;
  /** The title without dates and people, where that differs: it finds the item again in other notes. */
  readonly gist: string | null;
  readonly state: TaskState;
  readonly mark: string;
  readonly section: string | null;
  readonly depth: number;
  readonly role: TaskRole;
  readonly optional: boolean;
  readonly owner: string | null;
  readonly due: Due;
  readonly doneOn: CalendarDate | null;
  readonly id: string | null;
  readonly release: number;
  /** Where it comes from, in a block that another system filled. */
  readonly outside?: OutsideRef;
}

/** An item of a risk section. `issue` is already true; `risk` may happen. */
export interface RiskFact extends Span {
  readonly title: string;
  readonly severity: 'low' | 'medium' | 'high' | 'critical' | null;
  readonly type: 'risk' | 'issue';
  readonly resolved: boolean;
  readonly owner: string | null;
  readonly release: number;
  readonly outside?: OutsideRef;
}

/** What a person noted on a line that is followed up: when it was last chased, until when it rests, who owes whom. */
export interface FollowUpNote {
  readonly nudged: CalendarDate | null;
  readonly snoozed: CalendarDate | null;
  readonly direction: Direction | null;
}

/** An item of an action section, box or not. */
export interface ActionFact extends Span {
  readonly title: string;
  readonly gist: string | null;
  readonly owner: string | null;
  readonly parties: readonly string[];
  readonly due: Due;
  readonly state: TaskState;
  /** The character in its box; null without one, `|` for a table row. */
  readonly mark: string | null;
  readonly note?: FollowUpNote;
  /** In a retro, where it says more than its words. */
  readonly improvement?: ImprovementNote;
  readonly release: number;
}

/** An item or paragraph that asks for a change of a process. */
export interface ProcessChangeFact extends Span {
  /** Its words as a reader sees them: they find the line again. */
  readonly title: string;
  /** The same as written, links and all, without fields and signs. */
  readonly words: string;
  /** What the heading, the label or the item above it names, nearest first: targets of links, or plain names. */
  readonly under: readonly string[];
  /** The character in its box; null without one. */
  readonly mark: string | null;
  readonly isProse: boolean;
  /** It was taken over, or turned down. */
  readonly settled: boolean;
}

/** Who owes whom: we owe the named party, they owe us, or the text does not say. */
export type Direction = 'we-owe' | 'they-owe' | 'unclear';

/** An item of a dependency section, or a line that says who needs what. */
export interface DependencyFact extends Span {
  readonly title: string;
  readonly who: string | null;
  readonly what: string;
  readonly direction: Direction;
  readonly due: Due;
  readonly settled: boolean;
  /** The character in its box; null without one. */
  readonly mark: string | null;
  readonly note?: FollowUpNote;
  readonly release: number;
}

/** The single-valued fields of a release and what each holds; a target of null means that the note says TBD. */
export interface ScalarValues {
  readonly target: DateReading | null;
  readonly goNoGo: DateReading | null;
  readonly owner: readonly string[];
  readonly tier: string;
  readonly phase: 'planned' | 'released' | 'cancelled';
  /** The day on which it went out. */
  readonly shipped: DateReading;
  readonly decision: 'go' | 'conditional' | 'no-go' | 'postponed';
  readonly override: RiskOverride;
  /** The target moves by so much from where it stood. */
  readonly shift: TargetShift;
}

/** "Push the launch by a week": calendar days, forward or (negative) back. */
export interface TargetShift {
  readonly days: number;
}

/** A verdict that a person set by hand, with why and until when; the worked-out one stays visible beside it. */
export interface RiskOverride {
  readonly level: 'on-track' | 'at-risk' | 'off-track';
  readonly until: CalendarDate;
  readonly reason: string;
}

/** A single-valued field of a release, as one line states it. */
export type ScalarFact = {
  [F in keyof ScalarValues]: { readonly field: F; readonly value: ScalarValues[F]; readonly release: number } & Span;
}[keyof ScalarValues];

/** A release that a note speaks about, with how it is named there. */
export interface ReleaseMention extends ReleaseIdentity, Span {
  readonly source: 'front-matter' | 'heading' | 'field' | 'title';
}

/** A line that could not be understood, in a sentence a person can act on. */
export interface Diagnostic {
  readonly line: number;
  readonly message: string;
}

/** All that one note states: plain readonly data, no text beyond the stated lines. */
export interface NoteFacts {
  readonly path: string;
  readonly kind: NoteKind;
  readonly title: string | null;
  readonly asOf: CalendarDate;
  readonly asOfSource: AsOfSource;
  readonly owner: string | null;
  readonly aliases: readonly string[];
  readonly releases: readonly ReleaseMention[];
  readonly scalars: readonly ScalarFact[];
  readonly tasks: readonly TaskFact[];
  readonly risks: readonly RiskFact[];
  readonly actions: readonly ActionFact[];
  readonly dependencies: readonly DependencyFact[];
  readonly changes: readonly ProcessChangeFact[];
  readonly headings: readonly string[];
  readonly links: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What became of its lines with a box or a commitment. */
  readonly lines: LineAccount;
  /** What features read of it: one small JSON value each, by the feature's id; left out where none did. */
  readonly facets?: Readonly<Record<string, unknown>>;
}

/** A due that says nothing. */
export const NO_DUE: Due = { on: null, lead: null, before: null, kind: 'due' };

/** Adds path and as-of to a span of one note's facts; what another system says has a day of its own. */
export function evidenceIn(
  { path, asOf, asOfSource }: Pick<NoteFacts, 'path' | 'asOf' | 'asOfSource'>,
  { line, endLine, text, spot, outside }: Span & { readonly outside?: OutsideRef },
): Evidence {
  const place = { path, line, endLine, text };
  if (outside) return { ...place, asOf: outside.asOf ?? asOf, weak: outside.asOf === null, origin: outside.system };
  return { ...place, asOf, weak: asOfSource === 'file', ...(spot === undefined ? {} : { spot }) };
}

/** The facts of a note that states nothing. */
export function emptyFacts(path: string, asOf: CalendarDate): NoteFacts {
  return {
    path,
    kind: 'plain',
    title: null,
    asOf,
    asOfSource: 'file',
    owner: null,
    aliases: [],
    releases: [],
    scalars: [],
    tasks: [],
    risks: [],
    actions: [],
    dependencies: [],
    changes: [],
    headings: [],
    links: [],
    diagnostics: [],
    lines: NO_LINES,
  };
}
