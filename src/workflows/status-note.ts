import type { Release } from '../domain/release';
import { titleOf } from '../domain/release';
import { safeFileName } from '../domain/safe-name';
import { noteName } from '../presentation/place';
import { renderStatus } from '../presentation/status/render-status';
import type { StatusUpdate } from '../presentation/status/status-update';
import { STATUS_WORDING as WORDS } from '../presentation/status/status-wording';
import type { ActInputs } from './act-plan';
import { freePath } from './free-path';
import type { NewNote } from './note-writer';
import { folderOfRelease } from './release-note';

/**
 * A status update as a note in the release's folder, with the lines that it rests on. Its type says that it only tells:
 * nothing in it is read as a fact.
 *
 * @param text as a person edited it; null for the text from the notes
 */
export function statusNote(
  release: Release,
  update: StatusUpdate,
  text: string | null,
  { settings, store, today }: ActInputs,
): NewNote | null {
  const title = titleOf(release);
  const audience = update.party === '' ? WORDS.audiences[update.audience] : update.party;
  const name = safeFileName(`${WORDS.record} ${title}`);
  if (name === null) return null;
  return {
    path: freePath(folderOfRelease(release, settings), `${today} - ${name}`, store),
    text: [
      '---\ntype: status-update\n---',
      `# ${today} - ${WORDS.noteTitle(title, audience)}`,
      (text ?? renderStatus(update, 'markdown')).trim(),
      `## ${WORDS.sources}`,
      `${sourcesOf(update).join('\n')}\n`,
    ].join('\n\n'),
  };
}

/** "- [[Plan]], lines 4, 5": the notes that the update rests on. */
function sourcesOf({ blocks }: StatusUpdate): string[] {
  const lines = new Map<string, Set<number>>();
  for (const { path, line } of blocks.flatMap(({ items }) => items.flat()).flatMap(({ sources }) => sources))
    lines.set(path, (lines.get(path) ?? new Set()).add(line));
  return [...lines].map(([path, own]) => {
    const target = path.replace(/\.md$/i, '');
    return `- [[${target}|${noteName(path)}]], ${WORDS.lines([...own].sort((a, b) => a - b))}`;
  });
}
