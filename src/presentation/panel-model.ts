import { type Release, titleOf } from '../domain/release';
import type { RiskAssessment } from '../domain/risk/assess-risk';
import { tierKey } from '../domain/risk/tier';
import type { RiskLevel } from '../domain/risk/risk-rule';
import { monthDay, monthName } from './date-wording';
import { compareByGate, compareByName, compareByRisk } from './release-order';
import { WORDING } from './wording';

/** How a card is marked; shipped and cancelled releases have a face of their own. */
export type CardFace = RiskLevel | 'released' | 'cancelled';

/** How the list is sorted. */
export type PanelSort = 'risk' | 'gate' | 'name';

/** How the list is parted. */
export type PanelGrouping = 'none' | 'owner' | 'month' | 'team' | 'tier';

/** What the person chose to see. */
export interface PanelFilter {
  readonly text: string;
  readonly faces: readonly CardFace[];
  readonly sort: PanelSort;
}

/** A release with its verdict. */
export interface Assessed {
  readonly release: Release;
  readonly assessment: RiskAssessment;
}

/** Releases below one title; '' where the list is not parted. */
export interface ReleaseGroup<T> {
  readonly title: string;
  readonly entries: readonly T[];
}

/** So many releases are shown at length in a compact list. */
const GRAVEST = 2;
const ORDERS = { risk: compareByRisk, gate: compareByGate, name: compareByName } as const;

/** The face of an assessed release. */
export function faceOf({ release, assessment }: Assessed): CardFace {
  return release.phase === 'released' || release.phase === 'cancelled' ? release.phase : assessment.level;
}

/** How many releases there are of each face. */
export function countFaces(entries: readonly Assessed[]): Readonly<Record<CardFace, number>> {
  const counts: Record<CardFace, number> = {
    'off-track': 0,
    'at-risk': 0,
    'on-track': 0,
    unknown: 0,
    released: 0,
    cancelled: 0,
  };
  for (const entry of entries) counts[faceOf(entry)]++;
  return counts;
}

/** The releases to show, in order. All words of the filter must occur in what a release says. */
export function selectReleases<T extends Assessed>(entries: readonly T[], filter: PanelFilter): T[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = entries.filter(
    (entry) =>
      (filter.faces.length === 0 || filter.faces.includes(faceOf(entry))) &&
      words.every((word) => searchText(entry.release).includes(word)),
  );
  return shown.sort(ORDERS[filter.sort]);
}

/** Those to show at length: the gravest two that are still ahead. */
export function gravest(entries: readonly Assessed[]): ReadonlySet<string> {
  return new Set(
    entries
      .filter(({ release: { phase } }) => phase === 'planned' || phase === 'decided')
      .sort(compareByRisk)
      .slice(0, GRAVEST)
      .map(({ release }) => release.id),
  );
}

/** The list in parts, each in the order given; a release stands below each team that it needs something of. */
export function groupReleases<T extends Assessed>(entries: readonly T[], by: PanelGrouping): ReleaseGroup<T>[] {
  if (by === 'none') return [{ title: '', entries }];
  const groups = new Map<string, { readonly title: string; readonly entries: T[] }>();
  for (const entry of entries)
    for (const { key, title } of placesIn(entry.release, by)) {
      const group = groups.get(key);
      if (group) group.entries.push(entry);
      else groups.set(key, { title, entries: [entry] });
    }
  return [...groups]
    .sort(([a], [b]) => Number(a === LAST) - Number(b === LAST) || (a < b ? -1 : a > b ? 1 : 0))
    .map(([, group]) => group);
}

const LAST = '\uFFFF';

function placesIn(release: Release, by: PanelGrouping): { readonly key: string; readonly title: string }[] {
  const none = [{ key: LAST, title: WORDING.groupless[by === 'none' ? 'owner' : by] }];
  if (by === 'month') {
    const date = release.target?.value.date;
    return date ? [{ key: date.slice(0, 7), title: monthName(date) }] : none;
  }
  if (by === 'tier') {
    const tier = release.tier?.value;
    return tier === undefined ? none : [{ key: tierKey(tier), title: WORDING.tierNamed(tierKey(tier)) }];
  }
  const names =
    by === 'owner'
      ? (release.owner?.value ?? [])
      : release.dependencies.flatMap(({ who, settled }) => (who === null || settled ? [] : [who]));
  const titles = new Map(names.map((name) => [name.toLowerCase(), name]));
  return titles.size > 0 ? [...titles].map(([key, title]) => ({ key, title })) : none;
}

const searchTexts = new WeakMap<Release, string>();

/** All that a filter finds a release by: names, people, items, risks, asks and days ("feb 10", "2026-02-10"). */
function searchText(release: Release): string {
  const known = searchTexts.get(release);
  if (known !== undefined) return known;
  const days = [release.target, release.goNoGo].flatMap((fact) =>
    fact ? [fact.value.date, monthDay(fact.value.date)] : [],
  );
  const text = [
    titleOf(release),
    release.tier?.value ?? '',
    ...(release.owner?.value ?? []),
    ...days,
    ...release.dependencies.flatMap(({ who, what }) => [who ?? '', what]),
    ...release.items.flatMap(({ title, owner }) => [title, owner ?? '']),
    ...release.risks.map(({ title }) => title),
    ...release.actions.flatMap(({ title, owner }) => [title, owner ?? '']),
  ]
    .join('\n')
    .toLowerCase();
  searchTexts.set(release, text);
  return text;
}
