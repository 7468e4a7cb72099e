import type { Scope } from '../section-scope';
import type { SectionKind } from '../vocabulary';
import type { OpenHeading, PlacedField, Walk } from './outline-walk';

/** What a line's place says about whose it is. */
export type Place = Pick<PlacedField, 'scope' | 'through' | 'kind'>;

/** The scope of what stands below the open headings and labels, and the unsure segment that it hangs on. */
export function scopeHere(walk: Walk): Place {
  const heading = walk.headings[walk.headings.length - 1];
  const scope = heading?.scope ?? 'whole';
  const named = innermostSegment(walk.headings);
  const unsure = walk.segments[named]?.sure === false ? named : -1;
  return {
    scope: walk.label?.scope ? narrower(scope, walk.label.scope) : scope,
    kind: walk.label ? walk.label.kind : deepestKind(walk.headings),
    through: unsure,
  };
}

function innermostSegment(headings: readonly OpenHeading[]): number {
  for (let at = headings.length - 1; at >= 0; at--) {
    const segment = headings[at]?.segment ?? -1;
    if (segment >= 0) return segment;
  }
  return -1;
}

/** The scope of something within something else. */
export function narrower(outer: Scope, inner: Scope): Scope {
  if (outer === 'part' || inner === 'part') return 'part';
  return outer === 'talk' || inner === 'talk' ? 'talk' : 'whole';
}

/** The meaning of the innermost open section that has one. */
export function deepestKind(headings: readonly OpenHeading[]): SectionKind | null {
  for (let i = headings.length - 1; i >= 0; i--) {
    const heading = headings[i];
    if (heading?.kind) return heading.kind;
    if (heading?.ends) return null;
  }
  return null;
}
