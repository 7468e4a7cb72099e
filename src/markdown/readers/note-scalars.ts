import { mapInSlices } from '../../domain/in-slices';
import type { DateContext } from '../dates/date-context';
import { namesRelease } from '../section-scope';
import type { FrontMatter } from './front-matter';
import type { Outline } from './outline-walk';
import type { Reading } from './reading';
import { isOnlyDate } from './release-heading';
import { addScalar } from './scalars';

const FIELDS_A_STEP = 8;

/** Reads what properties and fields say of the releases as wholes. */
export function* readScalars(
  reading: Reading,
  frontMatter: FrontMatter,
  outline: Outline,
  isRetro: boolean,
): Generator<void> {
  const kept = reading.dates;
  if (isRetro) reading.dates = { ...kept, tense: 'past' };
  if (outline.releases.length > 0)
    for (const entry of frontMatter.properties) {
      const label = reading.lookup.field(entry.key);
      const field = label === 'release' && isOnlyDate(entry.values[0] ?? '', reading.dates) ? 'target' : label;
      const text = `${entry.key}: ${entry.values.join(', ')}`;
      if (field && entry.values.length > 0 && !(isRetro && PLANNED.has(field)))
        addScalar(
          reading,
          { field, label: entry.key, value: field === 'owner' ? entry.values.join(', ') : (entry.values[0] ?? '') },
          { line: entry.line, text, release: 0 },
        );
    }
  // Targets first: "Go/no-go: T-3" counts from them.
  const targetFields: Outline['fields'][number][] = [];
  const otherFields: Outline['fields'][number][] = [];
  const stated = new Set<number>();
  yield* mapInSlices(
    outline.fields,
    (field) => {
      if (!isAboutRelease(field) || (isRetro && PLANNED.has(field.field))) return;
      if (field.field === 'target') targetFields.push(field);
      else otherFields.push(field);
      if (field.field === 'target' && !field.isFallback) stated.add(field.release);
    },
    FIELDS_A_STEP,
  );
  yield* mapInSlices(
    targetFields,
    (field) => {
      if (field.isFallback !== true || !stated.has(field.release)) addScalar(reading, field, field);
    },
    FIELDS_A_STEP,
  );
  const targets = anchors(reading);
  yield* mapInSlices(
    otherFields,
    (field) => {
      reading.dates = { ...reading.dates, anchor: targets.get(field.release) ?? null };
      addScalar(reading, field, field);
    },
    FIELDS_A_STEP,
  );
  reading.dates = kept;
}

/** What a retro tells of the plan is what it was; it sets none of it anew. */
const PLANNED: ReadonlySet<string> = new Set(['target', 'goNoGo', 'owner', 'tier']);

/** A field of the release as a whole; among talk and people only a label that names the release is one. */
function isAboutRelease({ scope, label, field, kind }: Outline['fields'][number]): boolean {
  return (
    scope === 'whole' ||
    field === 'override' ||
    (scope === 'talk' &&
      field !== 'phase' &&
      (namesRelease(label) || label === 'moved' || (field === 'decision' && kind === 'checklist')))
  );
}

/** Target date of each release by its index, for "T-5". */
export function anchors(reading: Reading): Map<number, DateContext['anchor']> {
  const found = new Map<number, DateContext['anchor']>();
  for (const fact of reading.scalars)
    if (fact.field === 'target' && fact.value) found.set(fact.release, fact.value.date);
  return found;
}
