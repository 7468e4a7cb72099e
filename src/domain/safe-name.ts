import { lazily } from './lazily';

/** Refused by Windows, or by Obsidian in a file name or link. */
const FORBIDDEN = /[/\\:*?"<>|#^[\]]+/g;
/** Control characters, halves of characters, line ends, and marks without a width of their own. */
const INVISIBLE = lazily(() => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu);
const RESERVED = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;
/** Bytes of UTF-8; file systems allow 255, and a name is joined by a date and an ending. */
const MAX_BYTES = 180;

/**
 * A file or folder name, without ending, that every system and Obsidian's links accept; null when nothing is left of
 * the text. The same name for the same text everywhere, and a name that is already safe stays as it is.
 */
export function safeFileName(text: string): string | null {
  const plain = text
    .normalize('NFC')
    .replace(INVISIBLE(), ' ')
    .replace(/\s*:+\s+|\s+[/\\|]+\s+/g, ' - ')
    .replace(/\s*[/\\:|]+\s*/g, '-')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ');
  const bare = shorten(trimmed(plain));
  if (bare === '' || /^[-\s]+$/.test(bare)) return null;
  return RESERVED.test(bare) ? bare.replace(/^[^.]+/, '$&_') : bare;
}

/** No dot in front (such files are hidden), no dot, blank or hyphen left over at the ends. */
function trimmed(text: string): string {
  return text.replace(/^[\s.-]+|[\s.-]+$/g, '');
}

function shorten(text: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= MAX_BYTES) return text;
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > MAX_BYTES) break;
    kept += character;
  }
  return trimmed(kept.replace(/\u200d$/, ''));
}
