import { isOpen } from '../domain/checklist';
import { SYSTEM_NAMES } from '../domain/outside-item';
import type { OutsideRef } from '../domain/outside-ref';
import type { ChecklistItem } from '../domain/release';
import { monthDay } from './date-wording';
import { type Place, placeOf } from './place';
import { WORDING } from './wording';

/** A checklist line with its box. */
export interface ItemRow {
  readonly key: string;
  readonly title: string;
  readonly mark: string;
  readonly done: boolean;
  readonly cancelled: boolean;
  readonly tickable: boolean;
  /** The system that says so, and where it is opened; its box is not ticked here. */
  readonly outside: { readonly label: string; readonly url: string | null; readonly source: string } | null;
  readonly depth: number;
  readonly notes: readonly string[];
  readonly place: Place;
  /** Which of several equal lines of its note it is. */
  readonly spot: string | undefined;
}

/** Lines under one heading. */
export interface ItemSection {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly rows: readonly ItemRow[];
}

/** Items under their headings, in the order of the notes. */
export function itemSections(items: readonly ChecklistItem[]): ItemSection[] {
  const sections = new Map<string, ChecklistItem[]>();
  for (const item of items) {
    const title = item.section ?? WORDING.noSection;
    const list = sections.get(title);
    if (list) list.push(item);
    else sections.set(title, [item]);
  }
  return [...sections].map(([title, list]) => ({
    title,
    done: list.filter((item) => item.state === 'done').length,
    total: list.filter((item) => item.state !== 'cancelled').length,
    rows: list.map(itemRow),
  }));
}

function itemRow(item: ChecklistItem): ItemRow {
  const due = item.due.on && isOpen(item.state) ? monthDay(item.due.on.date) : null;
  const owner = item.owner !== null && !item.title.toLowerCase().includes(item.owner.toLowerCase()) ? item.owner : null;
  const notes = [
    item.outside?.status ?? null,
    owner,
    due,
    item.required ? null : WORDING.optional,
    item.disagreement ? WORDING.disagreement : null,
  ].filter((note): note is string => note !== null);
  return {
    key: `${item.evidence.path}:${item.evidence.line}`,
    title: item.title,
    mark: item.mark,
    done: item.state === 'done',
    cancelled: item.state === 'cancelled',
    tickable: item.tickable,
    outside: item.outside ? outsideOf(item.outside) : null,
    depth: Math.min(item.depth, 4),
    notes,
    place: placeOf(item.evidence),
    spot: item.evidence.spot,
  };
}

function outsideOf({ system, key, url }: OutsideRef): ItemRow['outside'] {
  const source = SYSTEM_NAMES[system];
  return { label: key ?? source, url, source };
}
