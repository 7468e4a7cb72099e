import type { NoteFacts } from './note-facts';
import { SYSTEM_IDS } from './outside-item';

type Shape = Readonly<Record<string, 'string' | 'number' | 'boolean' | 'object' | 'array' | 'optional'>>;

const SPAN: Shape = { line: 'number', endLine: 'number', text: 'string' };
/** What each entry of a list has, as far as code relies on it without asking. */
const LISTS: Readonly<Record<string, Shape>> = {
  releases: { ...SPAN, source: 'string' },
  scalars: { ...SPAN, field: 'string', release: 'number' },
  tasks: {
    ...SPAN,
    title: 'string',
    state: 'string',
    mark: 'string',
    depth: 'number',
    role: 'string',
    due: 'object',
    release: 'number',
    outside: 'optional',
  },
  risks: { ...SPAN, title: 'string', type: 'string', release: 'number', outside: 'optional' },
  actions: { ...SPAN, title: 'string', parties: 'array', due: 'object', state: 'string', release: 'number' },
  dependencies: { ...SPAN, title: 'string', what: 'string', direction: 'string', due: 'object', release: 'number' },
  changes: { ...SPAN, title: 'string', words: 'string', under: 'array' },
  diagnostics: { line: 'number', message: 'string' },
};
const STRINGS = ['path', 'kind', 'asOf', 'asOfSource'] as const;
const NAMES = ['aliases', 'headings', 'links'] as const;

/** True for remembered facts that have the form of facts; anything else was damaged on its way. */
export function isNoteFacts(value: unknown): value is NoteFacts {
  if (!isRecord(value)) return false;
  if (STRINGS.some((key) => typeof value[key] !== 'string')) return false;
  if (NAMES.some((key) => !isListOf(value[key], (entry) => typeof entry === 'string'))) return false;
  if (
    !isRecord(value.lines) ||
    typeof value.lines.boxes !== 'number' ||
    !isListOf(value.lines.notRead, (entry) => typeof entry === 'number')
  )
    return false;
  if (value.facets !== undefined && !isRecord(value.facets)) return false;
  return Object.entries(LISTS).every(([key, shape]) => isListOf(value[key], (entry) => hasShape(entry, shape)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isEntry: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isEntry);
}

function hasShape(value: unknown, shape: Shape): boolean {
  if (!isRecord(value)) return false;
  return Object.entries(shape).every(([key, type]) => {
    const entry = value[key];
    if (type === 'array') return Array.isArray(entry);
    if (type === 'optional') return entry === undefined || isOutside(entry);
    return type === 'object' ? isRecord(entry) && (key !== 'due' || isDue(entry)) : typeof entry === type;
  });
}

function isDue(due: Readonly<Record<string, unknown>>): boolean {
  return (
    typeof due.kind === 'string' &&
    (due.on === null || isReading(due.on)) &&
    (due.lead === null || isRecord(due.lead)) &&
    (due.before === null || typeof due.before === 'string' || isReading(due.before))
  );
}

function isReading(value: unknown): boolean {
  return isRecord(value) && typeof value.date === 'string' && typeof value.phrase === 'string';
}

function isOutside(value: unknown): boolean {
  return (
    isRecord(value) &&
    (value.asOf === null || typeof value.asOf === 'string') &&
    SYSTEM_IDS.some((id) => id === value.system)
  );
}
