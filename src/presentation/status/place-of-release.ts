import type { Evidence } from '../../domain/evidence';
import type { Release } from '../../domain/release';

/** A line of the release for sentences that no field supports: what its first item or note says. */
export function placeOfRelease(release: Release): Evidence | null {
  const { items, dependencies, actions, risks, phaseEvidence, owner } = release;
  return (
    phaseEvidence ??
    owner?.evidence ??
    items[0]?.evidence ??
    dependencies[0]?.evidence ??
    actions[0]?.evidence ??
    risks[0]?.evidence ??
    pathAlone(release)
  );
}

function pathAlone({ sources, lastEvidence, key }: Release): Evidence | null {
  const [path] = sources;
  return path === undefined ? null : { path, line: 1, endLine: 1, text: key, asOf: lastEvidence, weak: false };
}
