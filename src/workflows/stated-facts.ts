import { ended } from '../domain/in-slices';
import type { NoteFacts, ScalarFact, ScalarValues } from '../domain/note-facts';
import {
  type IdentityKeys,
  identityKeys,
  parseReleaseIdentity,
  type ReleaseIdentity,
} from '../domain/release-identity';
import { readNoteInSteps } from '../markdown/read-note';
import type { ReaderOptions } from '../markdown/readers/reading';

/** Larger notes are not read between a click and its effect. */
export const MAX_TEXT = 1_000_000;

/** A note's facts as they would be read. */
export function factsOf(path: string, text: string, options: ReaderOptions): NoteFacts {
  return ended(readNoteInSteps(path, text, options));
}

/**
 * Which of a note's releases are meant: those named so, or by one of the names that the note's `aliases` say mean the
 * same. None where its place names it; null where the note speaks of others.
 */
export function mentionsOf({ releases, aliases }: NoteFacts, release: ReleaseIdentity): ReadonlySet<number> | null {
  if (releases.length === 0) return new Set();
  const names = [release, ...aliases.flatMap((alias) => parseReleaseIdentity(alias) ?? [])].map(identityKeys);
  const own = names[0] ?? { version: null, name: null };
  const isSame = (a: IdentityKeys, b: IdentityKeys): boolean =>
    (a.version ?? b.version) === b.version && (a.name ?? b.name) === b.name;
  const keys = releases.map(identityKeys);
  // The aliases are those of this release only where the note names it, by one name or the other.
  if (!keys.some((mention) => isSame(mention, own))) return null;
  return new Set(keys.flatMap((mention, index) => (names.some((name) => isSame(mention, name)) ? [index] : [])));
}

/** What a note says of a field of these of its releases, line by line. */
export function stated(
  { scalars, releases }: NoteFacts,
  own: ReadonlySet<number>,
  field: keyof ScalarValues,
): ScalarFact[] {
  return scalars.filter((fact) => fact.field === field && (own.has(fact.release) || releases.length < 2));
}
