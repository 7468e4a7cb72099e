import { type ReleaseIdentity, nameKey, versionKey } from '../../domain/release-identity';
import { mapInSlices } from '../../domain/in-slices';
import type { ReleaseMention } from '../../domain/note-facts';
import { firstDate } from '../dates/find-dates';
import { plainText } from '../inline';
import { type FrontMatter, property } from './front-matter';
import type { Outline, PlacedField, Walk } from './outline-walk';
import { placeWith, type Reading, spanOf } from './reading';
import { decisionIn } from './decision';
import {
  isOnlyDate,
  isReleaseNotes,
  releaseInTitle,
  releaseOfKind,
  releaseOfLink,
  sureRelease,
} from './release-heading';
import { namesRelease } from '../section-scope';

/** A note that names more releases is a log, not a plan. */
const MAX_RELEASES = 100;
/** "1.0.0-rc.1", "2.0b3". */
const PRE_RELEASE = /\d[-.]?(?:rc|beta|alpha|preview|pre)[-.]?\d*$|\d[ab]\d{1,2}$/i;
const FACT_FIELDS = new Set(['target', 'goNoGo', 'owner']);

/** Whether two mentions in one note mean the same release. */
export function sameRelease(a: ReleaseIdentity, b: ReleaseIdentity): boolean {
  if (a.version !== null && b.version !== null) return versionKey(a.version) === versionKey(b.version);
  if (a.name !== null && b.name !== null) return nameKey(a.name) === nameKey(b.name);
  return false;
}

/** Decides which segments are releases, and gives every place and field its release. */
export function* settleReleases(walk: Walk, frontMatter: FrontMatter): Generator<void, Outline> {
  const releases: ReleaseMention[] = [];
  const own = frontMatterRelease(frontMatter, walk.title, walk.reading);
  if (own) releases.push(own);
  // What is out is told by its release notes: no plan, and no other release either.
  const isOut = own === null && (isReleaseNotes(walk.title ?? '') || tellsWhatIsOut(walk));
  const refused = new Set<number>();
  // "v1.0.0-rc" in the schedule of v1.0.0 is a step towards it.
  const hasFinal = walk.segments.some(
    ({ mention, sure }) => sure && mention?.version != null && !PRE_RELEASE.test(mention.version),
  );
  const anySure = own !== null || walk.segments.some((segment) => segment.sure);
  const fieldsOf = new Map<number, PlacedField[]>();
  yield* mapInSlices(walk.fields, (field) => {
    const known = fieldsOf.get(field.segment);
    if (known) known.push(field);
    else fieldsOf.set(field.segment, [field]);
  });
  const ofSegment: number[] = [];
  let current = own ? 0 : -1;
  for (const [index, { mention, sure, resumes }] of walk.segments.entries()) {
    if (resumes !== undefined) current = ofSegment[resumes] ?? -1;
    const isStep =
      hasFinal && mention?.version != null && PRE_RELEASE.test(mention.version) && mention.line - 1 !== walk.titleLine;
    if (
      mention &&
      !isOut &&
      !isStep &&
      releases.length < MAX_RELEASES &&
      (sure || hasFacts(walk, fieldsOf.get(index) ?? [], anySure))
    )
      current = joinMention(releases, completed(walk, fieldsOf.get(index) ?? [], mention));
    else if (mention) refused.add(index);
    ofSegment.push(current);
    if (index % 8 === 7) yield;
  }
  if (releases.length === 0 && !isOut) {
    const titled = titleRelease(walk);
    if (titled) releases.push(titled);
  }
  const only = releases.length === 1 ? 0 : null;
  const of = (segment: number): number => only ?? ofSegment[segment] ?? -1;
  return {
    releases,
    title: walk.title,
    places: yield* mapInSlices(walk.places, (place) =>
      placeWith(
        {
          scope: place.scope,
          base: place.base,
          section: place.section,
          kind: place.kind,
          label: place.label,
          release: of(place.segment),
        },
        place,
      ),
    ),
    fields: yield* mapInSlices(walk.fields, ({ segment, ...field }) => ({
      ...field,
      scope: refused.has(field.through) ? ('part' as const) : field.scope,
      release: of(segment),
    })),
  };
}

/** An unsure heading is a release when facts stand under it: a target or go/no-go, or an owner where no other release is sure. */
function hasFacts(walk: Walk, fields: readonly PlacedField[], anySure: boolean): boolean {
  return fields.some(
    (field) =>
      FACT_FIELDS.has(field.field) &&
      field.scope !== 'part' &&
      field.isFallback !== true &&
      (field.field !== 'owner' || (!anySure && (walk.hasBoxes || namesRelease(field.label)))) &&
      (field.field === 'owner' || firstDate(plainText(field.value), walk.reading.dates) !== null),
  );
}

/** Takes the missing half of an identity from a "Name:" or "Version:" line of the same part of the note. */
function completed(walk: Walk, fields: readonly PlacedField[], mention: ReleaseMention): ReleaseMention {
  const value = (name: 'name' | 'version'): string | undefined =>
    fields.find((field) => field.field === name && field.scope === 'whole')?.value;
  const stated = versionOf(value('version'), walk.reading);
  // "v23" in a title is 23.0 where the note says so.
  const version =
    mention.version !== null && !(stated !== null && stated.startsWith(`${mention.version}.`))
      ? mention.version
      : (stated ?? mention.version);
  // "EduBoost V2" with "Release version: 1.0.0": the number in the title belongs to the product's name.
  const isProduct =
    mention.version !== null &&
    mention.name !== null &&
    !mention.version.includes('.') &&
    stated !== null &&
    stated.includes('.') &&
    !stated.startsWith(`${mention.version}.`);
  if (isProduct) return { ...mention, version: stated, name: `${mention.name ?? ''} V${mention.version ?? ''}` };
  const named =
    mention.name === null ? sureRelease(plainText(value('name') ?? ''), walk.reading.lookup, walk.reading.dates) : null;
  return { ...mention, version, name: mention.name ?? named?.identity.name ?? null };
}

function versionOf(text: string | undefined, reading: Reading): string | null {
  if (text === undefined) return null;
  const plain = plainText(text).trim();
  return sureRelease(/^\d/.test(plain) ? `v${plain}` : plain, reading.lookup, reading.dates)?.identity.version ?? null;
}

function joinMention(releases: ReleaseMention[], mention: ReleaseMention): number {
  const known = releases.findIndex((release) => sameRelease(release, mention));
  if (known < 0) return releases.push(mention) - 1;
  const existing = releases[known];
  if (existing)
    releases[known] = {
      ...existing,
      version: existing.version ?? mention.version,
      name: existing.name ?? mention.name,
    };
  return known;
}

function frontMatterRelease(frontMatter: FrontMatter, title: string | null, reading: Reading): ReleaseMention | null {
  const stated = property(frontMatter, 'release');
  const typed =
    property(frontMatter, 'type', 'kind', 'class')?.values.some((value) => /^release\b/i.test(value)) ?? false;
  const named = property(frontMatter, 'release name', 'name', 'title', 'codename');
  const version = property(frontMatter, 'version', 'release version');
  const dated = frontMatter.properties.some(
    (entry) =>
      ['target', 'goNoGo'].includes(reading.lookup.field(entry.key) ?? '') &&
      entry.values.some((value) => firstDate(value, reading.dates)),
  );
  const asDate = stated ? isOnlyDate(stated.values[0] ?? '', reading.dates) : false;
  const linked = (stated?.values[0] ?? '').replace(/^!?\[\[([^\]]+)\]\]$/, (_, inner: string) => releaseOfLink(inner));
  const own = stated && !asDate ? sureRelease(linked, reading.lookup, reading.dates)?.identity : null;
  const fallback =
    typed || dated
      ? sureRelease(named?.values[0] ?? (typed ? (title ?? '') : ''), reading.lookup, reading.dates)?.identity
      : null;
  const identity = own ?? fallback ?? null;
  const stableVersion = own || typed || dated ? versionOf(version?.values[0], reading) : null;
  if (!identity && stableVersion === null) return null;
  const at = stated ?? named ?? version;
  const name =
    identity?.name ??
    (own ? sureRelease(named?.values[0] ?? '', reading.lookup, reading.dates)?.identity.name : null) ??
    null;
  return {
    version: identity?.version ?? stableVersion,
    name,
    ...spanOf(at?.line ?? 0, at?.line ?? 0, at ? `${at.key}: ${at.values.join(', ')}` : ''),
    source: 'front-matter',
  };
}

const OUT_SECTIONS =
  /^(?:new features?|features|new|bug ?fixes|fixes|fixed|added|changed|removed|deprecated|breaking changes|enhancements|what(?:'|’)?s changed|full changelog|contributors|upgrade notes|known issues)$/i;

/** "# v0.7.0" with its release date and what was added and fixed, without work or a decision: the notes of what is out. */
function tellsWhatIsOut(walk: Walk): boolean {
  if (walk.hasBoxes || walk.fields.some(({ field }) => field === 'goNoGo' || field === 'decision' || field === 'owner'))
    return false;
  return (
    /\d\.\d/.test(walk.title ?? '') &&
    walk.places.filter(
      ({ section }, index) => section !== walk.places[index - 1]?.section && OUT_SECTIONS.test(section ?? ''),
    ).length > 0
  );
}

const RELEASE_WORD =
  /\b(?:release|launch|version|go-?live|roll-?out|v\d+\.\d+|lanzamiento|lançamento|lancement|sortie|mise en production|livegang|publicaci[oó]n|publicação|veröffentlichung|go\s*\/?\s*no[\s-]?go)\b|发布|上线|リリース/i;

/** "Checklist publication v0.1.0". */
const CHECK_WORD = /\b(?:check-?list|readiness|run-?book|plan|checkliste|lista)\b|清单|チェックリスト/i;

/** "Version: 1.0" above a text is the text's own, unless its title names it, too. */
function isOfDocument({ value, label }: PlacedField, title: string): boolean {
  const version = plainText(value).trim();
  return /^\d\.\d$/.test(version) && !namesRelease(label) && !title.includes(version);
}

/** A release that a line states by its version. */
function statedRelease(version: string, stated: PlacedField | undefined): ReleaseMention {
  const { line = 0, text = '' } = stated ?? {};
  return { version, name: null, ...spanOf(line, line, text), source: 'field' };
}

/** A page called a release plan or tracker, with work, risks or needs in it, is about that release. */
function isOfKind({ title, places }: Walk): boolean {
  return (
    /\b(?:release|launch|cutover|go-?live) (?:plan|progress|tracker|milestones|readiness|checklist)\b|\bplan de lan(?:cement|zamiento)\b|\bplano de lançamento\b/i.test(
      title ?? '',
    ) && places.some(({ kind }) => kind !== null && kind !== 'attendance' && kind !== 'decisions')
  );
}

/** A note with a target, a go/no-go or a decision but no named release is about the release in its title. */
function titleRelease(walk: Walk): ReleaseMention | null {
  const whole = walk.fields.filter(({ scope }) => scope !== 'part');
  const dated = whole.some(
    (field) =>
      (field.field === 'target' || field.field === 'goNoGo') &&
      /\d/.test(firstDate(plainText(field.value), walk.reading.dates)?.phrase ?? ''),
  );
  const decided =
    walk.decides ||
    whole.some((field) => (field.field === 'decision' || field.field === 'goNoGo') && decisionIn(field.value) !== null);
  const signals =
    ['goNoGo', 'owner', 'tier'].filter((name) => whole.some((field) => field.field === name)).length +
    (walk.places.some((place) => place.kind !== null && place.kind !== 'attendance' && place.kind !== 'decisions')
      ? 1
      : 0) +
    (walk.hasBoxes ? 1 : 0);
  const title = walk.title ?? '';
  const version = whole.find((field) => field.field === 'version' && !isOfDocument(field, title));
  const name = whole.find((field) => field.field === 'name');
  // "Version: 0.2.0" beside "Release date: 2026-07-29" is a release, whatever the page is called.
  const released =
    version &&
    /\d\.\d/.test(version.value) &&
    whole.some(
      (field) =>
        field.field === 'target' &&
        namesRelease(field.label) &&
        firstDate(plainText(field.value), walk.reading.dates) !== null,
    )
      ? versionOf(version.value, walk.reading)
      : null;
  if (walk.title === null || (released !== null && !RELEASE_WORD.test(title) && !walk.reading.isRecord))
    return released === null ? null : statedRelease(released, version);
  // A lone date says little: films and leases have release dates, too.
  if (
    !(dated && signals > 0) &&
    !(decided && (version !== undefined || RELEASE_WORD.test(walk.title))) &&
    !(walk.hasBoxes && version !== undefined && /\d/.test(walk.title) && RELEASE_WORD.test(walk.title))
  ) {
    const called =
      walk.hasBoxes ||
      dated ||
      (isOfKind(walk) && !walk.reading.isRecord) ||
      whole.some(({ field, label }) => field === 'owner' && namesRelease(label))
        ? releaseOfKind(walk.title, walk.reading.dates)
        : null;
    const versioned =
      walk.hasBoxes && /\d\.\d/.test(walk.title) && CHECK_WORD.test(walk.title)
        ? releaseInTitle(walk.title, walk.reading.dates)
        : null;
    const stated = called && called.version === null && version ? versionOf(version.value, walk.reading) : null;
    const identity = called ? { ...called, version: called.version ?? stated } : versioned?.version ? versioned : null;
    if (identity) return { ...identity, ...spanOf(0, 0, walk.title), source: 'title' };
    return released !== null && !walk.reading.isRecord ? statedRelease(released, version) : null;
  }
  // The title of a meeting's log is the meeting's name.
  if (walk.reading.isRecord && !RELEASE_WORD.test(walk.title)) return null;
  // "Tax return" with a deadline names no release.
  if (
    !version &&
    !RELEASE_WORD.test(walk.title) &&
    !whole.some(({ label, field }) => (field === 'target' || field === 'owner') && namesRelease(label))
  )
    return null;
  const named = [name?.value, version ? `v${plainText(version.value).replace(/^v(?:ersion)?\s*/i, '')}` : null]
    .filter(Boolean)
    .join(' ');
  const identity =
    sureRelease(named, walk.reading.lookup, walk.reading.dates)?.identity ??
    releaseInTitle(walk.title, walk.reading.dates);
  return identity ? { ...identity, ...spanOf(0, 0, walk.title), source: 'title' } : null;
}
