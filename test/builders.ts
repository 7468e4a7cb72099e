import fc from 'fast-check';
import { type CalendarDate, fromDayNumber } from '../src/domain/calendar-date';
import { DEFAULT_BUSINESS_CALENDAR } from '../src/domain/business-calendar';
import type { Release } from '../src/domain/release';
import { assessRisk, type RiskAssessment } from '../src/domain/risk/assess-risk';
import { DEFAULT_RISK_POLICY, type RiskPolicy } from '../src/domain/risk/risk-policy';
import { createFacetIndex, type FacetIndex } from '../src/index/facet-index';
import { createReleaseIndex } from '../src/index/release-index';
import { readNote } from '../src/markdown/read-note';
import type { NoteFacts } from '../src/domain/note-facts';
import { defaultSettings, readerOptions } from '../src/settings/settings';

/** Any day from 1996 to 2040. */
export const anyDate = fc.integer({ min: 9500, max: 25_900 }).map((day) => fromDayNumber(day));

/** Reads a note as of a file date. */
export function facts(path: string, text: string, fileDate = '2026-01-22'): NoteFacts {
  return readNote(path, text, readerOptions(defaultSettings(), fileDate as CalendarDate));
}

/** A note with a release, its usual facts replaced or completed by `lines`. */
export function releaseNote(
  lines: readonly string[],
  {
    target = 'Mar 20',
    gate = 'Mar 17',
    owner = '[[Sarah Kim]]',
    date = '2026-03-02',
  }: { target?: string; gate?: string; owner?: string; date?: string } = {},
): string {
  return [
    `# ${date} Release: v2.5 (Dashboard)`,
    ...(target ? [`- Target date: ${target}`] : []),
    ...(gate ? [`- Go/no-go: ${gate}`] : []),
    ...(owner ? [`- Owner: ${owner}`] : []),
    '',
    ...lines,
    '',
  ].join('\n');
}

/** The releases that notes make, by path. */
export function releasesOf(notes: Readonly<Record<string, string>>, fileDate = '2026-03-02'): Release[] {
  const index = createReleaseIndex('Active/Releases');
  index.apply(Object.entries(notes).map(([path, text]) => ({ path, facts: facts(path, text, fileDate) })));
  return [...index.releases()];
}

/** The verdict on the only release of one note. */
export function assess(
  note: string,
  today: string,
  policy: RiskPolicy = DEFAULT_RISK_POLICY,
  more: Readonly<Record<string, string>> = {},
): RiskAssessment {
  const [release] = releasesOf({ 'Inbox/note.md': note, ...more });
  if (!release) throw new Error('The note names no release.');
  return assessRisk(release, today as CalendarDate, policy, DEFAULT_BUSINESS_CALENDAR);
}

/** The reason that a rule gives, or null. */
export function reasonOf(assessment: RiskAssessment, rule: string): RiskAssessment['reasons'][number] | null {
  return assessment.reasons.find((reason) => reason.rule === rule) ?? null;
}

/** What features keep of notes, by path. */
export function facetsOf(notes: Readonly<Record<string, string>> | ReadonlyMap<string, string>): FacetIndex {
  const index = createFacetIndex();
  index.apply(
    [...(notes instanceof Map ? notes : Object.entries(notes as Record<string, string>))].map(([path, text]) => ({
      path,
      facts: facts(path as string, text as string),
    })),
  );
  return index;
}
