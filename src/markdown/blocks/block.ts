import type { ManagedBlock } from './managed-fence';

/** Lines count from 0 here; facts turn them into 1-based spans. */
interface Placed {
  readonly line: number;
  readonly endLine: number;
  /** Depth of `>` around the block. */
  readonly quote: number;
}

/** An ATX or setext heading; `topLevel` is false inside lists and quotes. */
export interface HeadingBlock extends Placed {
  readonly type: 'heading';
  readonly level: number;
  readonly text: string;
  readonly topLevel: boolean;
}

/**
 * A bullet or numbered item: its first paragraph, joined with newlines; `mark` is the character in its box, or null.
 */
export interface ItemBlock extends Placed {
  readonly type: 'item';
  /** Offset of its first line. */
  readonly start: number;
  readonly depth: number;
  readonly ordered: boolean;
  readonly mark: string | null;
  text: string;
  endLine: number;
}

/** Running text; `inItem` when it continues a list item. */
export interface ParagraphBlock extends Placed {
  readonly type: 'paragraph';
  /** Offset of its first line. */
  readonly start: number;
  readonly inItem: boolean;
  text: string;
  endLine: number;
}

/** One row of a table's body. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly text: string;
}

/** A pipe table. */
export interface TableBlock extends Placed {
  readonly type: 'table';
  readonly header: readonly string[];
  readonly rows: TableRow[];
  endLine: number;
}

/** One block of the rendered note; code, comments and raw HTML never become blocks. */
export type Block = HeadingBlock | ItemBlock | ParagraphBlock | TableBlock;

/** The front matter's source without its fences. */
export interface FrontMatterSource {
  readonly text: string;
  /** 0-based line of its first line of content. */
  readonly line: number;
}

/** All that the line scan finds. */
export interface ScannedNote {
  readonly blocks: Block[];
  readonly frontMatter: FrontMatterSource | null;
  /** The stretches that Shipshape keeps current. */
  readonly managed: readonly ManagedBlock[];
  readonly lines: number;
}
