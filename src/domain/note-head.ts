/** What is known of a note without opening it. */
export interface NoteHead {
  readonly path: string;
  /** Texts of its headings, in order. */
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Its properties as they stand in the front matter. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** How many list items have a box. */
  readonly boxes: number;
}

/** What a note can seem to be. */
export const HEAD_KINDS = ['release', 'meeting', 'playbook', 'checklist', 'retro'] as const;

/** One of them. */
export type HeadKind = (typeof HEAD_KINDS)[number];

/** What a note seems to be by its name, headings and properties: a guess, on which no verdict rests. */
export interface HeadFinding {
  readonly path: string;
  readonly kind: HeadKind;
  /** What the release, or else the note, is called. */
  readonly title: string;
}
