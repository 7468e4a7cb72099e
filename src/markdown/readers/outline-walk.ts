import type { ReleaseMention } from '../../domain/note-facts';
import type { SectionKind } from '../vocabulary';
import type { FieldLine } from './field-line';
import type { BlockPlace, Reading } from './reading';

/** A field line with the block and line it stands on, and the segment it belongs to. */
export interface PlacedField extends FieldLine {
  readonly line: number;
  readonly text: string;
  readonly segment: number;
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
  readonly fields: readonly (FieldLine & { readonly line: number; readonly text: string; readonly release: number })[];
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
}

/** The first pass over a note while it goes on. */
export interface Walk {
  readonly reading: Reading;
  readonly segments: Segment[];
  readonly fields: PlacedField[];
  readonly places: (Omit<BlockPlace, 'release'> & { readonly segment: number })[];
  readonly headings: OpenHeading[];
  label: { readonly text: string; readonly kind: SectionKind | null } | null;
  title: string | null;
  readonly isRetro: boolean;
  hasBoxes: boolean;
}

