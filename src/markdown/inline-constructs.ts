import type { Construct } from 'micromark-util-types';

// The parser is handed inline text only (blocks are found by our own line scan), so the bundle takes micromark's inline
// constructs and leaves its block constructs out. esbuild.config.mjs puts this in place of the full set.
export {
  attention,
  autolink,
  characterEscape,
  characterReference,
  codeText,
  hardBreakEscape,
  htmlText,
  labelEnd,
  labelStartImage,
  labelStartLink,
  lineEnding,
} from 'micromark-core-commonmark';

/** A construct that is never there. */
const absent: Construct = { tokenize: (_effects, _ok, nok) => nok };

export const blockQuote = absent;
export const codeFenced = absent;
export const codeIndented = absent;
export const definition = absent;
export const headingAtx = absent;
export const htmlFlow = absent;
export const list = absent;
export const setextUnderline = absent;
export const thematicBreak = absent;
