import { Gunzip, unzipSync } from 'fflate';
import type { OutsideProblem } from '../../domain/outside-item';

/** Counts and sizes (bytes after unpacking), over all archives in one another, and how deep they may be. */
export interface ZipLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  readonly depth: number;
}

/** What an archive may hold: more is no export of these systems, or not meant well. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 50_000,
  entryBytes: 128 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  depth: 2,
};

/** A file of an archive or a folder. */
export interface RawFile {
  /** With `/` between folders, never above the archive. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A path of an archive that stays below it: null for one that does not, or names a place of the machine. */
export function safeEntryPath(path: string): string | null {
  const parts = path.replace(/\\/g, '/').split('/');
  const isOutside = /^(?:[A-Za-z]:)?\//.test(path.replace(/\\/g, '/')) || parts.includes('..');
  if (isOutside || [...path].some((sign) => sign < ' ')) return null;
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}

/** What is of no use in an export, and only costs memory. */
const USELESS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\.)|\.(?:png|jpe?g|gif|webp|svg|mp4|mov|pdf|hyper|tde|ttf|woff2?)$/i;

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 8;
/** Bytes that are unpacked before the size is looked at: they hold at most a thousand times as many. */
const GZIP_STEP = 16 * 1024;
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** What all members of a gzip hold together, not what it says of itself; null where that is more than `most`. */
function gunzipped(bytes: Uint8Array, most: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Gunzip((part) => {
    size += part.length;
    if (size <= most) parts.push(part);
  });
  for (let from = 0; from < bytes.length && size <= most; from += GZIP_STEP)
    stream.push(bytes.subarray(from, from + GZIP_STEP), from + GZIP_STEP >= bytes.length);
  if (size > most) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** State of unpacking that all archives inside one another share. */
interface Room {
  readonly limits: ZipLimits;
  left: number;
  entries: number;
}

function unpackInto(file: RawFile, depth: number, room: Room, found: RawFile[], problems: OutsideProblem[]): void {
  const refuse = (text: string): void => void problems.push({ row: null, text });
  if (isGzip(file.bytes)) {
    try {
      const bytes = gunzipped(file.bytes, Math.min(room.limits.entryBytes, room.left));
      if (!bytes) return refuse(`${file.path} is too large to unpack.`);
      room.left -= bytes.length;
      found.push({ path: file.path.replace(/\.gz$/i, ''), bytes });
    } catch {
      refuse(`${file.path} is damaged.`);
    }
    return;
  }
  if (!isZip(file.bytes)) {
    found.push(file);
    return;
  }
  if (depth >= room.limits.depth) return refuse(`${file.path} is an archive in an archive in an archive.`);
  const refused: string[] = [];
  let isTooMuch = false;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(file.bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || isTooMuch) return false;
        if (safeEntryPath(name) === null) {
          refused.push(name);
          return false;
        }
        if (USELESS.test(name)) return false;
        isTooMuch =
          ++room.entries > room.limits.entries || originalSize > room.limits.entryBytes || originalSize > room.left;
        if (!isTooMuch) room.left -= originalSize;
        return !isTooMuch;
      },
    });
  } catch {
    return refuse(`${file.path} is damaged, or locked with a password.`);
  }
  if (isTooMuch) return refuse(`${file.path} holds more than an export does; nothing of it was read.`);
  if (refused.length > 0) refuse(`${file.path} names places outside of it (${refused.length}); they were left out.`);
  for (const name of Object.keys(entries).sort()) {
    const path = safeEntryPath(name);
    if (path !== null) unpackInto({ path, bytes: entries[name] ?? new Uint8Array() }, depth + 1, room, found, problems);
  }
}

/**
 * Files of archives (zip, gzip, archives in them), the others as they are. Sizes, counts, depth and paths are bounded
 * before anything is unpacked; what is left out is said.
 */
export function unpack(
  files: readonly RawFile[],
  limits: ZipLimits = ZIP_LIMITS,
): {
  readonly files: readonly RawFile[];
  readonly problems: readonly OutsideProblem[];
} {
  const found: RawFile[] = [];
  const problems: OutsideProblem[] = [];
  const room: Room = { limits, left: limits.totalBytes, entries: 0 };
  for (const file of files) unpackInto(file, 0, room, found, problems);
  return { files: found, problems };
}
