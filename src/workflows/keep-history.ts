import { reasonOf } from '../domain/reason-of';
import { isNews, keptForecast, type KeptForecast } from '../domain/forecast/kept-forecast';
import type { HistoryEntry } from '../domain/history-entry';
import { confirmation, historyName, lineChanges } from '../domain/line-history';
import { historyLine, parseHistoryLine } from '../domain/history-line';
import type { NoteFacts } from '../domain/note-facts';
import { tickChanges } from '../domain/tick-history';
import type { KeptStatus } from '../domain/status/kept-status';
import type { AssessedRelease } from '../index/portfolio';
import type { Clock } from '../ports/clock';
import type { DeviceStore } from '../ports/device-store';
import type { NoteStore } from '../ports/note-store';
import type { Settings } from '../settings/settings';

/** What keeping a history needs from outside. */
export interface HistoryPorts {
  readonly store: Pick<NoteStore, 'process' | 'create'>;
  readonly device: DeviceStore;
  readonly clock: Clock;
  readonly settings: () => Settings;
  /** What this device is called when it has no name yet; drawn at random, so that two devices never write one note. */
  readonly drawName: () => string;
  /** Its last change was made by a person on this device, and did not arrive by a sync. */
  readonly isByHand: (path: string) => boolean;
  readonly hasHistory: (path: string) => boolean;
  /** What a note states; null when it states nothing. */
  readonly facts: (path: string) => NoteFacts | null;
  /** Says once that a history is kept, and where. */
  readonly tell: (path: string) => void;
  /** Says that an entry could not be kept. */
  readonly failed: (reason: string) => void;
}

/** Keeps on which day a person changed lines of plans, so that all devices agree on what is newest. */
export interface HistoryKeeper {
  readonly reread: (before: NoteFacts, after: NoteFacts) => void;
  readonly renamed: (from: string, to: string) => void;
  /** A person says that a line counts as it stands, as of today; false where nothing is kept. */
  readonly confirm: (path: string, field: 'target' | 'goNoGo', line: number) => boolean;
  /** Keeps what is forecast today where it says something else than before; begins no history of its own. */
  readonly forecasts: (releases: readonly AssessedRelease[], kept: readonly KeptForecast[]) => void;
  /** Keeps what a status update rested on, so that the next one says what is different. */
  readonly status: (entry: KeptStatus) => void;
  /** Resolves when nothing waits to be written. */
  readonly settled: () => Promise<void>;
}

const DEVICE = 'history-device';
const HEAD =
  '# History\n\nShipshape keeps here on which day dates, owners, status and tier of plans were changed on one device, so that\nthe newest statement counts on all of them, and on which day items of releases were ticked, from which it forecasts, and\nwhat status updates rested on.\nIt only adds lines. Without this note a plan counts as of its own date.\n\n```jsonl\n';
const FOOT = '```\n';

/** Starts to keep a history; each entry is one line of this device's note of the year. */
export function keepHistory(ports: HistoryPorts): HistoryKeeper {
  const { store, device, clock, settings } = ports;
  let writing: Promise<void> = Promise.resolve();
  /** What was written in this session: its note may not be read again yet. */
  const written: KeptForecast[] = [];

  /** The name is drawn once and stays on the device. */
  const deviceName = (): string => {
    const known = device.load(DEVICE);
    if (typeof known === 'string' && /^[\w ]{1,40}$/.test(known)) return known;
    const drawn = ports.drawName();
    device.save(DEVICE, drawn);
    return drawn;
  };

  const append = async (entries: readonly HistoryEntry[], mayBegin: boolean): Promise<void> => {
    const path = `${settings().workspace.folders.history}/${historyName(deviceName(), clock.today())}.md`;
    const add = (text: string): string => entries.reduce(withEntry, text);
    if ((await store.process(path, add)) !== 'missing' || !mayBegin) return;
    const made = await store.create(path, add(`${HEAD}${FOOT}`));
    if (made) ports.tell(made.path);
    else if ((await store.process(path, add)) === 'missing') throw new Error(path);
  };

  const keep = (entries: readonly HistoryEntry[], mayBegin = true): void => {
    if (entries.length === 0 || !settings().keepHistory) return;
    writing = writing.then(() => append(entries, mayBegin)).catch((error: unknown) => ports.failed(reasonOf(error)));
  };

  return {
    reread: (before, after) => {
      const today = clock.today();
      const changes = [...lineChanges(before, after, today), ...tickChanges(before, after, today)];
      if (changes.length > 0 && ports.isByHand(after.path)) keep(changes);
    },
    renamed: (from, to) => {
      if (ports.hasHistory(from)) keep([{ kind: 'moved', on: clock.today(), from, to }]);
    },
    confirm: (path, field, line) => {
      const facts = ports.facts(path);
      const entry = facts && settings().keepHistory ? confirmation(facts, field, line, clock.today()) : null;
      if (entry) keep([entry]);
      return entry !== null;
    },
    forecasts: (releases, kept) => {
      const news = freshForecasts(releases, [...kept, ...written]);
      written.push(...news);
      keep(news, false);
    },
    status: (entry) => keep([entry]),
    settled: () => writing,
  };
}

/** Of each release, its forecast where it says something else than the last one that was kept. */
function freshForecasts(releases: readonly AssessedRelease[], kept: readonly KeptForecast[]): KeptForecast[] {
  const last = new Map<string, KeptForecast>();
  for (const one of kept) if (one.on >= (last.get(one.release)?.on ?? '')) last.set(one.release, one);
  return releases.flatMap(({ release, assessment }) => {
    const now = keptForecast(release.id, assessment.outlook.result);
    return now && isNews(now, last.get(now.release)) ? [now] : [];
  });
}

/** A forecast, or an update for one audience, is kept once a day: the last one counts. */
function isSameOfDay(last: HistoryEntry, entry: HistoryEntry): boolean {
  if (last.on !== entry.on) return false;
  if (last.kind === 'forecast' && entry.kind === 'forecast') return last.release === entry.release;
  return (
    last.kind === 'status' &&
    entry.kind === 'status' &&
    last.release === entry.release &&
    last.audience === entry.audience &&
    last.party === entry.party
  );
}

/**
 * A history note with one more entry; the last one gives way when it is of the same line and day, as while somebody
 * types.
 */
function withEntry(text: string, entry: HistoryEntry): string {
  const end = text.lastIndexOf(`\n${FOOT.trimEnd()}`);
  const body =
    end < 0
      ? `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${HEAD.slice(HEAD.lastIndexOf('```'))}`
      : text.slice(0, end + 1);
  const rest = end < 0 ? FOOT : text.slice(end + 1);
  const start = body.lastIndexOf('\n', body.length - 2) + 1;
  const last = parseHistoryLine(body.slice(start).trimEnd());
  if (last && isSameOfDay(last, entry)) return `${body.slice(0, start)}${historyLine(entry)}\n${rest}`;
  const isSame =
    last?.kind === 'line' &&
    entry.kind === 'line' &&
    entry.was !== null &&
    last.on === entry.on &&
    last.note === entry.note &&
    last.release === entry.release &&
    last.field === entry.field;
  return isSame
    ? `${body.slice(0, start)}${historyLine({ ...entry, was: last.was })}\n${rest}`
    : `${body}${historyLine(entry)}\n${rest}`;
}
