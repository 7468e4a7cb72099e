import { mapInSlices } from '../domain/in-slices';
import { type Due, NO_DUE, type NoteFacts, type TaskFact } from '../domain/note-facts';

/**
 * Facts as they are kept: strings no longer hold on to the note's whole text, equal strings are one, and what only the
 * report shows (headings, links that lead to no release) is left out. Thousands of notes then take a few megabytes.
 */
export function* compactFacts(facts: NoteFacts): Generator<void, NoteFacts> {
  const strings = new Map<string, string>();
  const kept: NoteFacts = {
    ...facts,
    headings: NOTHING,
    tasks: facts.tasks.filter(isNeeded),
    links: facts.links.filter((link) => RELEASE_LINK.test(link)),
  };
  const record: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(kept) as [string, unknown][]) {
    record[key] = Array.isArray(value)
      ? value.length === 0
        ? NOTHING
        : yield* mapInSlices(value, (entry) => copied(entry, strings))
      : copied(value, strings);
  }
  return record as unknown as NoteFacts;
}

/** Boxes of people present say nothing about a release, and those of actions are in the actions already. */
function isNeeded({ role, depth, id }: TaskFact): boolean {
  return (
    role !== 'attendance' &&
    role !== 'choice' &&
    role !== 'change' &&
    !(role === 'action' && depth === 0 && id === null)
  );
}

/** The same for facts that were remembered. */
export function shareStrings(facts: NoteFacts): NoteFacts {
  return intern(facts, new Map()) as NoteFacts;
}

const NOTHING: readonly never[] = [];
const RELEASE_LINK = /\/(?:plan|checklist|retro)$/i;

/** A copy that shares its strings, and holds on to none of the text it was cut from. */
function copied(value: unknown, strings: Map<string, string>): unknown {
  return value === undefined ? undefined : intern(JSON.parse(JSON.stringify(value)), strings);
}

function intern(value: unknown, strings: Map<string, string>): unknown {
  if (typeof value === 'string') {
    const known = strings.get(value);
    if (known !== undefined) return known;
    strings.set(value, value);
    return value;
  }
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.map((entry) => intern(entry, strings));
  if (typeof value !== 'object' || value === null) return value;
  if (saysNothing(value)) return NO_DUE;
  const record = value as Record<string, unknown>;
  for (const key of Object.keys(record)) {
    const entry = record[key];
    if (typeof entry === 'string' || (typeof entry === 'object' && entry !== null))
      record[key] = intern(entry, strings);
  }
  return record;
}

function saysNothing(value: object): boolean {
  const due = value as Partial<Due>;
  return due.kind === 'due' && due.on === null && due.lead === null && due.before === null;
}
