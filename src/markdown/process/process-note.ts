import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date';
import { ended } from '../../domain/in-slices';
import type { ProcessDescription } from '../../domain/process';
import { scanWhole } from '../blocks/scan-whole';
import { wikilinks } from '../inline';
import { property, readFrontMatter } from '../readers/front-matter';
import { partiesOf } from '../readers/parties';
import { readProcessInSteps } from './read-process';

/** A process note read: its process, and what its properties say. */
export interface ProcessNote {
  readonly description: ProcessDescription;
  readonly owner: string | null;
  readonly verified: CalendarDate | null;
  readonly reviewDays: number;
}

const USUAL_REVIEW_DAYS = 90;

/** Reads a process note; whatever is missing is null, the review interval 90 days. */
export function readProcessNote(text: string): ProcessNote {
  return ended(readProcessNoteInSteps(text));
}

/** The same in steps. */
export function* readProcessNoteInSteps(text: string): Generator<void, ProcessNote> {
  const description = yield* readProcessInSteps(text);
  const properties = propertiesOf(text);
  const days = Number.parseInt(property(properties, 'review')?.values[0] ?? '', 10);
  return {
    description,
    owner: partiesOf(property(properties, 'owner', 'dri')?.values[0] ?? '')[0] ?? description.owner,
    verified: parseCalendarDate(property(properties, 'verified')?.values[0] ?? ''),
    reviewDays: days > 0 && days < 3660 ? days : USUAL_REVIEW_DAYS,
  };
}

/** The process notes that a playbook says it follows: link targets, without ending. */
export function processesOf(playbook: string): string[] {
  return (property(propertiesOf(playbook), 'process', 'processes')?.values ?? []).flatMap((value) => {
    const [link] = wikilinks(value);
    return link ? [link.target] : value.trim() === '' ? [] : [value.trim().replace(/\.md$/i, '')];
  });
}

function propertiesOf(text: string): ReturnType<typeof readFrontMatter> {
  return readFrontMatter(scanWhole(text).frontMatter);
}
