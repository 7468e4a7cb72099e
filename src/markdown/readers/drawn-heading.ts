import type { Block, HeadingBlock } from '../blocks/block';
import { MAX_LABEL } from './line-marks';

/** Two signs are a highlight. */
const DRAWN = /^={3,} ?([^=]{2,60}?) ?={3,}$/;
/** It ends whatever stands below another heading but the title. */
const DRAWN_LEVEL = 2;

/** The heading that a line of plain text draws ("=== NEXT STEPS ==="); null for others. */
export function drawnHeading(block: Block): HeadingBlock | null {
  if (block.type !== 'paragraph' || block.inItem || block.text.length > MAX_LABEL) return null;
  const text = DRAWN.exec(block.text.trim())?.[1]?.trim();
  return text === undefined
    ? null
    : {
        type: 'heading',
        level: DRAWN_LEVEL,
        text,
        line: block.line,
        endLine: block.endLine,
        quote: block.quote,
        topLevel: true,
      };
}
