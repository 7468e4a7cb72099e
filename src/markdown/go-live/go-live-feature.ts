import { lazily } from '../../domain/lazily';
import { baseName } from '../../domain/note-path';
import type { GoLivePlan, GoLiveStep, RollbackPlan, Stamp } from '../../domain/go-live/go-live-plan';
import type { FeatureReader } from '../feature';

const NAME = /(?:^|- )(?:go-?live|cut-?over|launch run-?book|run-?book)\b/i;
const BOX = lazily(() => /^\s*[-*+]\s+\[(.)\]\s+(.*)$/u);
const HANDLE = lazily(() => /(?:^|\s|\()@([\p{L}\w.-]+)/u);
const OFFSET = /^(?:\*\*)?T\s*([-−–+±])?\s*((?:\d+\s*(?:d|h|m(?:in)?)\s*)+|0)(?:\*\*)?\s*[:–—-]?\s+/i;
const LENGTH = /\b(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?\b/i;
const NO_RETURN = /point of no return|\bPONR\b/i;
const STAMP = /(?:(\d{4}-\d{2}-\d{2})[T ]\s*)?(\d{1,2}:\d{2})(?::\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?/;
const FIELD = /\[(started|completion)::\s*([^\]]*)\]/gi;

/** Go-live notes: steps with their times, the rollback, and what was logged. */
export const GO_LIVE: FeatureReader<GoLivePlan> = {
  id: 'go-live',
  version: 1,
  mayConcern: (path) => NAME.test(baseName(path)),
  *read(_path, text) {
    yield;
    const plan = goLivePlan(text);
    return plan.steps.length > 1 && (plan.start !== null || plan.steps.some(({ offset }) => offset !== null))
      ? plan
      : null;
  },
};

type Part = 'steps' | 'rollback' | 'triggers' | 'log';

/** The plan in the text of a go-live note. */
export function goLivePlan(text: string): GoLivePlan {
  const found: { -readonly [Key in keyof GoLivePlan]: GoLivePlan[Key] } & { steps: GoLiveStep[] } = {
    title: null,
    start: null,
    until: null,
    steps: [],
    rollback: { owner: null, minutes: null, triggers: [], steps: [] },
    isRolledBack: false,
  };
  let part: Part = 'steps';
  for (const [line, raw] of bodyLines(text)) {
    const heading = /^(#{1,6})[ \t](.*)$/.exec(raw);
    if (heading) {
      const words = (heading[2] ?? '').trim();
      if (heading[1] === '#') found.title ??= words;
      part = partOf(words, heading[1]?.length ?? 1, part);
      continue;
    }
    if (part === 'log') {
      if (/^\s*[-*]\s+.*\brolled back\b/i.test(raw)) found.isRolledBack = true;
      continue;
    }
    const step = stepOf(raw, line);
    if (step && part === 'steps') found.steps.push(step);
    else if (part !== 'steps') found.rollback = withLine(found.rollback, { raw, line, step, part });
    else {
      found.start ??= stampAfter(raw, /^\s*(?:[-*]\s+)?(?:start|T)(?:\s+time)?\s*:/i);
      const window = /^\s*(?:[-*]\s+)?(?:window|until|ends?)\b[^:]*:?\s*(?:until\s+)?/i.exec(raw);
      if (window) {
        const [first, last] = raw.slice(window[0].length).split(/\s*(?:–|—|\bto\b|\buntil\b| - )\s*/);
        found.until ??= stampIn(last ?? first ?? '');
      }
    }
  }
  return found;
}

/** The lines of a note beside its properties and its code, counted from 1. */
function bodyLines(text: string): (readonly [line: number, raw: string])[] {
  const lines = text.split('\n').map((raw) => raw.replace(/\r$/, ''));
  const start = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
  let isCode = false;
  return lines.flatMap((raw, index) => {
    const fence = /^\s*(?:```|~~~)/.test(raw);
    const isBody = index >= start && !fence && !isCode;
    if (fence) isCode = !isCode;
    return isBody ? [[index + 1, raw] as const] : [];
  });
}

function partOf(heading: string, depth: number, before: Part): Part {
  if (/^log\b/i.test(heading)) return 'log';
  if (/roll\s?-?back|back-?out/i.test(heading)) return 'rollback';
  if (before !== 'steps' && before !== 'log' && depth > 2) return /trigger/i.test(heading) ? 'triggers' : 'rollback';
  return 'steps';
}

function withLine(
  rollback: RollbackPlan,
  {
    raw,
    line,
    step,
    part,
  }: { readonly raw: string; readonly line: number; readonly step: GoLiveStep | null; readonly part: Part },
): RollbackPlan {
  if (step) return { ...rollback, steps: [...rollback.steps, step] };
  const item = raw.trim().replace(/^[-*+]\s+/, '');
  const label = /^(owner|duration|takes|triggers?|point of no return)\s*:\s*(.*)$/i.exec(item);
  const value = label?.[2] ?? '';
  switch (label?.[1]?.toLowerCase()) {
    case 'owner':
      return { ...rollback, owner: nameIn(value) ?? (value === '' ? null : value) };
    case 'duration':
    case 'takes':
      return { ...rollback, minutes: minutesIn(value) ?? rollback.minutes };
    case 'trigger':
    case 'triggers':
      return value === '' ? rollback : { ...rollback, triggers: [...rollback.triggers, { line, text: value }] };
    default:
      return part === 'triggers' && item !== ''
        ? { ...rollback, triggers: [...rollback.triggers, { line, text: item }] }
        : rollback;
  }
}

function stepOf(raw: string, line: number): GoLiveStep | null {
  const [, mark, body] = BOX().exec(raw) ?? [];
  if (mark === undefined || body === undefined) return null;
  const stamps = new Map([...body.matchAll(FIELD)].map(([, key, value]) => [key?.toLowerCase(), stampIn(value ?? '')]));
  const words = body
    .replace(FIELD, '')
    .replace(/\s\^[\w-]+\s*$/, '')
    .trim();
  const time = OFFSET.exec(words);
  const rest = time ? words.slice(time[0].length) : words;
  const bare = rest
    .replace(NO_RETURN, '')
    .replace(/\(\s*\)/g, '')
    .trim();
  const details = /\(([^()]*)\)\s*$/.exec(bare);
  const minutes = details ? minutesIn(details[1] ?? '') : null;
  const owner = nameIn(rest);
  return {
    line,
    raw,
    title: titleOf(
      details && (minutes !== null || nameIn(details[1] ?? '') !== null) ? bare.slice(0, details.index) : bare,
    ),
    offset: time ? offsetIn(time[1] ?? '', time[2] ?? '') : null,
    minutes,
    owner,
    isDone: /[xX]/.test(mark) || mark === '-',
    started: stamps.get('started') ?? null,
    completed: stamps.get('completion') ?? null,
    isPointOfNoReturn: NO_RETURN.test(words),
  };
}

function titleOf(words: string): string {
  return words
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/[\s,;:–—-]+$/, '')
    .trim();
}

function nameIn(text: string): string | null {
  const link = /\[\[(?:[^\]|]*\|)?([^\]]+)\]\]/.exec(text)?.[1];
  return link ?? HANDLE().exec(text)?.[1] ?? null;
}

/** "20 min", "1h", "1 h 30 min" in minutes; null where none stands. */
function minutesIn(text: string): number | null {
  for (const part of text.split(/[,;]/)) {
    const [all, hours, minutes] = LENGTH.exec(part.replace(/\[\[[^\]]*\]\]/g, '').trim()) ?? [];
    if (all && (hours !== undefined || minutes !== undefined)) return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  }
  return null;
}

function offsetIn(sign: string, words: string): number {
  const parts = [...words.matchAll(/(\d+)\s*(d|h|m)/gi)];
  const unit: Readonly<Record<string, number>> = { d: 1440, h: 60, m: 1 };
  const minutes = parts.reduce((sum, [, count, of]) => sum + Number(count) * (unit[of?.toLowerCase() ?? ''] ?? 0), 0);
  return /[-−–]/.test(sign) ? 0 - minutes : minutes;
}

function stampAfter(raw: string, label: RegExp): Stamp | null {
  const found = label.exec(raw);
  return found ? stampIn(raw.slice(found[0].length)) : null;
}

/** A day, a time of day and an offset as written; null without a time of day, and for times that no clock shows. */
export function stampIn(text: string): Stamp | null {
  const [, day = null, time = '', zone] = STAMP.exec(text) ?? [];
  const [hours = 99, minutes = 99] = time.split(':').map(Number);
  if (time === '' || hours > 23 || minutes > 59) return null;
  if (day !== null && !Number.isFinite(Date.parse(`${day}T00:00:00Z`))) return null;
  const [, sign, h, m] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  const offset = zone === undefined ? null : zone === 'Z' ? 0 : (Number(h) * 60 + Number(m)) * (sign === '-' ? -1 : 1);
  return { day, time: time.padStart(5, '0'), offset };
}
