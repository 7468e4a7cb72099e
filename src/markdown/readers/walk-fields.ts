import { lazily } from '../../domain/lazily';
import { type ReleaseIdentity, isAboutAnother } from '../../domain/release-identity';
import { plainText } from '../inline';
import { type FieldLine, MAY_BE_DATED, MOVED_LABEL, dateFirst, fieldsOfLine } from './field-line';
import { sameRelease } from './note-releases';
import type { Walk } from './outline-walk';
import { spanOf } from './reading';
import { dateBeside, isOnlyDate, releaseOfLink, sureRelease } from './release-heading';
import type { Place } from './walk-scope';

const NAME_LIKE = lazily(() => /^[\p{Lu}\p{N}"“‘'«]/u);

/** Longer lines are prose that mentions days. */
const MAX_DATED = 400;

/** Adds the fields that a line states, or the day that it gives the release. */
export function addFields(walk: Walk, line: string, at: number, place: Place): void {
  const current = walk.segments[walk.segments.length - 1]?.mention ?? null;
  const found = fieldsOfLine(line, walk.reading.lookup);
  for (const field of found)
    if (field.label !== MOVED_LABEL || !isAboutAnother(line, current)) addField(walk, field, line, at, place);
  // A title's date is the note's.
  if (found.length > 0 || place.scope !== 'whole' || at === walk.titleLine) return;
  if (line.length > MAX_DATED || !MAY_BE_DATED.test(line)) return;
  const dated = dateFirst(plainText(line), walk.reading.dates, ownIdentity(walk));
  if (dated)
    walk.fields.push({
      field: 'target',
      label: 'release date',
      value: dated,
      line: at,
      text: plainText(line),
      segment: walk.segments.length - 1,
      ...place,
    });
}

/** The release that the walk is in. */
export function ownIdentity(walk: Walk): ReleaseIdentity | null {
  return walk.segments[walk.segments.length - 1]?.mention ?? null;
}

/** Adds one field; one that names a release begins a stretch of the note about it. */
export function addField(walk: Walk, field: FieldLine, text: string, line: number, place: Place): void {
  if (field.field !== 'release') {
    walk.fields.push({ ...field, line, text: plainText(text), segment: walk.segments.length - 1, ...place });
    return;
  }
  const link = /^\s*!?\[\[([^\]]+)\]\]\s*$/.exec(field.value)?.[1];
  const value = link ? releaseOfLink(link) : plainText(field.value);
  if (isOnlyDate(value, walk.reading.dates)) {
    walk.fields.push({
      ...field,
      field: 'target',
      line,
      text: plainText(text),
      segment: walk.segments.length - 1,
      ...place,
    });
    return;
  }
  // In a part of the note that is about something else a release is only mentioned.
  if (place.scope === 'part' && walk.segments.some(({ sure }) => sure)) return;
  const named = sureRelease(value, walk.reading.lookup, walk.reading.dates);
  if (!named) return;
  const current = walk.segments[walk.segments.length - 1];
  if (current?.mention && current.sure && sameRelease(current.mention, named.identity)) return;
  // "Release: notes are sorted" is prose; a name alone must look like one, and counts only with facts beside it.
  const looksNamed = link !== undefined || NAME_LIKE().test(value);
  if (named.identity.version === null && !looksNamed) return;
  const beside = dateBeside(value, walk.reading.dates);
  if (beside)
    walk.fields.push({
      field: 'target',
      label: 'release date',
      value: beside,
      line,
      text: plainText(text),
      segment: walk.segments.length,
      ...place,
      isFallback: true,
    });
  walk.segments.push({
    mention: { ...named.identity, ...spanOf(line, line, plainText(text)), source: 'field' },
    sure: link !== undefined || (named.identity.version !== null && !/^\s*\d+\s*$/.test(value)),
  });
}
