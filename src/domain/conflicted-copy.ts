import type { CalendarDate } from './calendar-date';
import { lazily } from './lazily';
import { emptyFacts, type NoteFacts } from './note-facts';
import { baseName } from './note-path';

/**
 * Names that sync programs give to the other version of a note. Each stands at the end of the file's name:
 * Obsidian Sync, Dropbox, Nextcloud, ownCloud `(… conflicted copy …)`, Dropbox also in other languages and as
 * `(Case Conflict 1)`; Syncthing `.sync-conflict-20260214-101112-ABCDEFG`; older Nextcloud and ownCloud
 * `_conflict-20260214-101112`; Seafile `(SFConflict ann@x.org 2026-02-14-10-11-12)`; pCloud `[conflicted]`; Resilio
 * `.Conflict`. What stands in the brackets may hold brackets, as in the name of a device.
 */
const IN_BRACKETS = lazily(
  () =>
    /conflicted copy|in konflikt stehende kopie|copie en conflit|copie conflictuelle|copia en conflicto|copia in conflitto|cópia (?:em|com) conflito|conflicterende kopie|konfliktkopi|kopia powodująca konflikt|конфликтующая копия|çakışan kopya|競合コピー|冲突副本|衝突複本|衝突的副本|冲突的副本|충돌|(?:case|selective sync|unicode encoding|white ?space|sync) conflicts?(?: \d{1,3})?[)）]|sfconflict /iu,
);
const AT_THE_END = [
  /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{1,12})?$/i,
  /^(.+)_conflict-\d{8}-\d{6}$/i,
  /^(.+?) ?\[conflicted(?: \d{1,3})?\]$/i,
  /^(.+?) ?\(conflicted\)$/i,
  /^(.+)\.conflict(?:ed)?(?:[ .]?\d{1,3}| \(\d{1,3}\))?$/i,
] as const;
const CLOSED = /[)）](?: \d{1,3})?$/;
/** No file system allows longer names. */
const MAX_NAME = 255;

/**
 * `Plan 2` (iCloud), `Plan (1)` (Google Drive), `Plan-DESKTOP-7A1B2C` (OneDrive): copies only where the words say so,
 * too.
 */
const LIKELY = [
  /^(.+) (?:[2-9]|1\d)$/,
  /^(.+) \(\d{1,2}\)$/,
  /^(.+?)-[A-Z0-9][A-Z0-9-]{3,20}$/,
  /^(.+?)(?: -)? copy(?: \d{1,2})?$/i,
] as const;

function partsOf(path: string): { readonly folder: string; readonly name: string } | null {
  if (!/\.md$/i.test(path)) return null;
  const cut = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, cut), name: path.slice(cut, -3) };
}

/** The path of the note of which a file is a conflicted copy by its name alone; null for any other file. */
export function conflictedOriginal(path: string): string | null {
  const parts = partsOf(path);
  const original =
    parts === null || parts.name.length > MAX_NAME || !SPEAKS_OF_IT().test(parts.name)
      ? null
      : originalName(parts.name);
  return parts && original !== null ? `${parts.folder}${original}.md` : null;
}

/** A cheap first look: most names speak of no conflict. */
const SPEAKS_OF_IT = lazily(() => /confli|konflikt|конфликт|çakışan|競合|冲突|衝突|충돌/iu);

function originalName(name: string): string | null {
  const word = CLOSED.test(name) ? IN_BRACKETS().exec(name) : null;
  const open = word ? Math.max(name.lastIndexOf('(', word.index), name.lastIndexOf('（', word.index)) : -1;
  if (open > 0) return name.slice(0, open).trimEnd();
  for (const pattern of AT_THE_END) {
    const original = pattern.exec(name)?.[1];
    if (original !== undefined) return original;
  }
  return null;
}

/** The path of the note of which a file may be a copy, if that exists and says the same: see {@link saysTheSame}. */
export function likelyOriginal(path: string): string | null {
  const parts = partsOf(path);
  for (const pattern of LIKELY) {
    const name = parts === null ? undefined : pattern.exec(parts.name)?.[1];
    if (parts && name !== undefined) return `${parts.folder}${name}.md`;
  }
  return null;
}

const SAME_LINES = 0.6;
const SAME_LINES_WITHOUT_TITLE = 0.8;
/** Shorter notes share too much by chance, as two from one template do. */
const FEWEST_LINES = 3;

/** True when two notes are versions of one: the same title, and most lines of the shorter one in the other. */
export function saysTheSame(text: string, other: string): boolean {
  const [a, b] = [linesOf(text), linesOf(other)];
  const [titleA, titleB] = [a, b].map((lines) => lines.find((line) => line.startsWith('# ')) ?? null);
  if (titleA !== titleB) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < FEWEST_LINES) return text.trim() === other.trim();
  const left = new Map<string, number>();
  for (const line of long) left.set(line, (left.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of short) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(line, count - 1);
  }
  return shared / short.length >= (titleA === null ? SAME_LINES_WITHOUT_TITLE : SAME_LINES);
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/\[.\]/, '[ ]').trim())
    .filter((line) => line !== '');
}

/** The facts of a conflicted copy: none, and a word about it. */
export function copyFacts(path: string, original: string, asOf: CalendarDate): NoteFacts {
  return {
    ...emptyFacts(path, asOf),
    kind: 'copy',
    diagnostics: [
      {
        line: 1,
        message:
          `A conflicted copy lies beside “${baseName(original)}”. ` +
          'It is neither read nor written: compare the two, and keep one.',
      },
    ],
  };
}
