import type { ReleaseMention } from '../../domain/note-facts';
import type { CalendarDate } from '../../domain/calendar-date';
import type { Scope } from '../section-scope';
import type { SectionKind } from '../vocabulary';
import type { FieldLine } from './field-line';
import type { BlockPlace, Reading } from './reading';
import type { RegisterEntry } from './register-entry';

/** A field line with the block and line it stands on, and the segment it belongs to. */
export interface PlacedField extends FieldLine {
  readonly line: number;
  readonly text: string;
  readonly segment: number;
  /** Whether it speaks of the release as a whole, or of a part of it. */
  readonly scope: Scope;
  /** The kind of section that it stands in. */
  readonly kind: SectionKind | null;
  /** The segment of a heading that only may name a release, and that gave the scope; −1 for none. */
  readonly through: number;
  /** A date beside the release's name: the target where nothing else states one. */
  readonly isFallback?: boolean;
}

/** A stretch of the note after a heading or label that names a release, or may name one. */
export interface Segment {
  readonly mention: ReleaseMention | null;
  readonly sure: boolean;
  /** After a table of releases the note goes on where it was: the index of that segment. */
  readonly resumes?: number;
}

/** The note's skeleton: where every block stands, which releases the note speaks of, and its field lines. */
export interface Outline {
  readonly places: readonly BlockPlace[];
  readonly fields: readonly (FieldLine &
    Pick<PlacedField, 'line' | 'text' | 'scope' | 'kind' | 'isFallback'> & { readonly release: number })[];
  readonly releases: readonly ReleaseMention[];
  readonly title: string | null;
}

/** A heading whose section is still open. */
export interface OpenHeading {
  readonly level: number;
  readonly text: string;
  readonly kind: SectionKind | null;
  /** The section above does not go on here. */
  readonly ends?: boolean;
  /** It is an entry of a register. */
  readonly isEntry?: boolean;
  /** It names the note. */
  readonly isTitle?: boolean;
  /** Of the title: the index of the block right below it. */
  readonly firstBelow?: number;
  /** It explains how something is rated. */
  readonly isLegend: boolean;
  readonly scope: Scope;
  /** The segment that this heading began; −1 for none. */
  readonly segment: number;
  /** The day with which it begins, in a log of several days. */
  readonly day: CalendarDate | null;
}

/** The first pass over a note while it goes on. */
export interface Walk {
  readonly reading: Reading;
  readonly segments: Segment[];
  readonly fields: PlacedField[];
  readonly places: (Omit<BlockPlace, 'release'> & { readonly segment: number })[];
  readonly headings: OpenHeading[];
  label: { readonly text: string; readonly kind: SectionKind | null; readonly scope: Scope | null } | null;
  /** Of each open list item by its depth: whether what is nested below it is about the release as a whole. */
  items: Scope[];
  /** Of each open list item by its depth: the section that its own list is, if it is one. */
  lists: ({ readonly kind: SectionKind; readonly text: string; readonly base: number } | null)[];
  /** Line of the heading that names the note. */
  readonly titleLine: number;
  title: string | null;
  /** Several headings of one level begin with a day: each section is of its day. */
  readonly isLog: boolean;
  readonly isRetro: boolean;
  /**
   * It lies in the folder of a release, or tells what is out: its headings name no other release by a version alone.
   */
  readonly isSettled: boolean;
  hasBoxes: boolean;
  /** The kind of the one block that heads its own details, such as a numbered risk in bold. */
  ownKind: SectionKind | null;
  /** Lines of running text are marked as work. */
  readonly hasMarks: () => boolean;
  /** The entry of a register that the last heading is. */
  entry: RegisterEntry | null;
  /** A section of decisions says how the go/no-go ended. */
  decides: boolean;
}
