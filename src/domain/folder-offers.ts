import { HEAD_KINDS, type HeadFinding, type HeadKind } from './note-head';
import { folderOf } from './note-path';

/** A folder in which something was found: what, and how much of the folder that is. */
export interface FolderOffer {
  /** Without a slash at either end; '' is the top of the vault. */
  readonly folder: string;
  /** How many notes lie in it, whatever they are. */
  readonly notes: number;
  /** The titles of what was found, each once, by kind. */
  readonly found: Readonly<Record<HeadKind, readonly string[]>>;
}

/** A folder of which more than this many notes are something else is offered by the folders inside it. */
const MOST_OTHERS = 40;

/** A folder on the way down from the top. */
interface Place {
  readonly folder: string;
  readonly notes: readonly string[];
  readonly findings: readonly HeadFinding[];
}

/**
 * The folders to offer: as few as say it, as small as hold it. A folder whose findings lie in one folder inside it is
 * offered as that one; one that is mostly something else, by the folders inside it. The fullest come first.
 */
export function folderOffers(notes: readonly string[], findings: readonly HeadFinding[]): FolderOffer[] {
  return placesIn({ folder: '', notes, findings }, true)
    .map(({ folder, notes: all, findings: found }) => ({
      folder,
      notes: all.length,
      found: Object.fromEntries(
        HEAD_KINDS.map((kind) => [
          kind,
          [...new Set(found.filter((one) => one.kind === kind).map(({ title }) => title))],
        ]),
      ) as unknown as FolderOffer['found'],
    }))
    .sort(
      (a, b) =>
        b.found.release.length - a.found.release.length ||
        b.found.meeting.length - a.found.meeting.length ||
        (a.folder < b.folder ? -1 : 1),
    );
}

/** The top of the vault is always parted; whoever wants all of it can say so. */
function placesIn(place: Place, isTop: boolean): Place[] {
  if (place.findings.length === 0) return [];
  const inside = childrenOf(place);
  const direct = place.findings.filter(({ path }) => folderOf(path) === place.folder);
  const others = place.notes.length - place.findings.length;
  const isOne = direct.length === 0 && inside.length === 1;
  const isMixed = others > MOST_OTHERS && others > place.findings.length;
  if (!isTop && !isOne && !isMixed) return [place];
  const below = inside.flatMap((child) => placesIn(child, false));
  const own = place.notes.filter((path) => folderOf(path) === place.folder);
  // A folder's own notes cannot be had without what lies below them.
  if (direct.length > 0 && !isTop) return [place];
  return direct.length > 0 ? [...below, { folder: place.folder, notes: own, findings: direct }] : below;
}

/** The folders right inside a place that hold findings. */
function childrenOf({ folder, notes, findings }: Place): Place[] {
  const start = folder === '' ? 0 : folder.length + 1;
  const children = new Map<string, { notes: string[]; findings: HeadFinding[] }>();
  const childOf = (path: string): string | null => {
    const end = path.indexOf('/', start);
    return end < 0 ? null : path.slice(0, end);
  };
  for (const finding of findings) {
    const child = childOf(finding.path);
    if (child === null) continue;
    const known = children.get(child) ?? { notes: [], findings: [] };
    known.findings.push(finding);
    children.set(child, known);
  }
  for (const path of notes) {
    const child = childOf(path);
    if (child !== null) children.get(child)?.notes.push(path);
  }
  return [...children].map(([child, held]) => ({ folder: child, ...held }));
}
