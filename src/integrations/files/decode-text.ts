const UTF8_BOM = [0xef, 0xbb, 0xbf] as const;
/** How much of a file without a mark is looked at to tell two-byte text. */
const SAMPLE_BYTES = 4096;

/** Windows-1252 from 0x80 to 0x9f; five places are empty. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CONTROLS = /[\u0080-\u009f]/g;

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** Two-byte text without a mark: every other byte of Western text is zero. */
function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (end < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < end; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const most = (end / 2) * 0.6;
  if (odd > most && even < most / 4) return 'utf-16le';
  return even > most && odd < most / 4 ? 'utf-16be' : null;
}

/**
 * Text of a file as people have it: UTF-8 or UTF-16 with or without a byte order mark, else Windows-1252. The mark is
 * no part of the text.
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, UTF8_BOM)) return new TextDecoder('utf-8').decode(bytes);
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  const wide = looksLikeUtf16(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Some versions of Node leave the signs between the two controls' blocks as controls.
    return new TextDecoder('windows-1252')
      .decode(bytes)
      .replace(CONTROLS, (sign) => WINDOWS.charAt(sign.charCodeAt(0) - 0x80));
  }
}
