import type { Evidence } from '../domain/evidence';
import { WORDING } from './wording';

/** A place that can be opened. */
export interface Place {
  readonly path: string;
  readonly line: number;
  /** "Q1 Release Planning, line 22". */
  readonly label: string;
}

/** A place with its label. */
export function placeOf({ path, line }: Pick<Evidence, 'path' | 'line'>): Place {
  return { path, line, label: WORDING.place(noteName(path), line) };
}

/** A note's name without folder and ending; Plan, Checklist and Retro keep their folder, which names the release. */
export function noteName(path: string): string {
  const parts = path.replace(/\.md$/i, '').split('/');
  const name = parts.pop() ?? path;
  return /^(?:plan|checklist|retro)$/i.test(name) && parts.length > 0 ? `${parts.pop() ?? ''}/${name}` : name;
}

/** The places of some lines, each once. */
export function uniquePlaces(evidence: readonly Evidence[]): Place[] {
  const seen = new Set<string>();
  const places = evidence.map(placeOf).filter((place) => {
    const key = `${place.path}:${place.line}`;
    return seen.has(key) ? false : seen.add(key);
  });
  // A note is named once; its further lines go by their number.
  return places.map((place, index) =>
    index > 0 && places[index - 1]?.path === place.path ? { ...place, label: WORDING.line(place.line) } : place,
  );
}
