import { type CalendarDate, parseCalendarDate } from './calendar-date';
import type { KeptForecast } from './forecast/kept-forecast';
import { type HistoryEntry, KEPT_FIELDS } from './history-entry';
import { readStatus, statusValue } from './status/status-line';

/** An entry as a history note keeps it: one line of JSON. */
export function historyLine(entry: HistoryEntry): string {
  const { on } = entry;
  switch (entry.kind) {
    case 'moved':
      return JSON.stringify({ on, moved: entry.from, to: entry.to });
    case 'tick':
      return JSON.stringify({
        on,
        note: entry.note,
        release: entry.release,
        [entry.done ? 'ticked' : 'unticked']: entry.item,
      });
    case 'forecast': {
      const { release, gate, chance, p85, model } = entry;
      return JSON.stringify({ on, release, forecast: { gate, chance, p85, model } });
    }
    case 'status':
      return JSON.stringify({ on, release: entry.release, status: statusValue(entry) });
    case 'line': {
      const { note, release, field, value, was } = entry;
      return JSON.stringify({ on, note, release, field, value, was });
    }
  }
}

/** Reads what {@link historyLine} wrote; null for any other line, also for those of later versions. */
export function parseHistoryLine(line: string): HistoryEntry | null {
  if (!line.startsWith('{"on":')) return null;
  let value: Readonly<Record<string, unknown>>;
  try {
    value = JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
  const on = typeof value.on === 'string' ? parseCalendarDate(value.on) : null;
  if (on === null) return null;
  const text = (key: string): string | null => (typeof value[key] === 'string' ? value[key] : null);
  const [from, to] = [text('moved'), text('to')];
  if (from !== null && to !== null) return { kind: 'moved', on, from, to };
  const forecast = readForecast(on, text('release'), value.forecast);
  if (forecast) return forecast;
  const status = readStatus(on, text('release'), value.status);
  if (status) return status;
  const [note, release, said] = [text('note'), text('release'), text('value')];
  if (note === null || release === null) return null;
  const [ticked, unticked] = [text('ticked'), text('unticked')];
  if (ticked !== null || unticked !== null)
    return { kind: 'tick', on, note, release, item: ticked ?? unticked ?? '', done: ticked !== null };
  const field = KEPT_FIELDS.find((name) => name === value.field);
  return field !== undefined && said !== null
    ? { kind: 'line', on, note, release, field, value: said, was: text('was') }
    : null;
}

function readForecast(on: CalendarDate, release: string | null, value: unknown): KeptForecast | null {
  if (release === null || typeof value !== 'object' || value === null) return null;
  const { gate, chance, p85, model } = value as Readonly<Record<string, unknown>>;
  const day = (text: unknown): CalendarDate | null => (typeof text === 'string' ? parseCalendarDate(text) : null);
  const [at, late] = [day(gate), day(p85)];
  if (at === null || (p85 !== null && late === null)) return null;
  if (typeof chance !== 'number' || !(chance >= 0 && chance <= 1)) return null;
  if (model !== 'queue' && model !== 'slips') return null;
  return { kind: 'forecast', on, release, gate: at, chance, p85: late, model };
}
