import { type CalendarDate, later, parseCalendarDate } from '../../domain/calendar-date';
import { asWords, oneLine } from '../../domain/inert-text';
import {
  type OutsideDashboard,
  type OutsideEvent,
  type OutsideFigure,
  type OutsideMessage,
  type OutsideReading,
  SYSTEM_NAMES,
} from '../../domain/outside-item';
import { visible } from './outside-line';

/** Rows of a table; what is beyond is counted. */
const MOST_ROWS = 1000;
const MAX_CELL = 300;
/** What Slack says about itself in a channel is no message of a person. */
const QUIET =
  /^(?:channel_(?:join|leave|topic|purpose|name|archive|unarchive)|group_(?:join|leave)|bot_add|bot_remove)$/;

const cell = (text: string | number | null): string => asWords(oneLine(visible(String(text ?? '').slice(0, MAX_CELL))));

function table(headers: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const more = rows.length - MOST_ROWS;
  return [
    line(headers),
    line(headers.map(() => '---')),
    ...rows.slice(0, MOST_ROWS).map((row) => line(row.map(cell))),
    ...(more > 0 ? ['', `${more} more rows are not shown.`] : []),
  ];
}

function dashboards(items: readonly OutsideDashboard[]): string[] {
  const rows = items.map(({ kind, title, dashboard, owner, viewed, updated, explore }) => [
    title,
    kind === 'tile' ? `tile of ${dashboard ?? ''}` : kind,
    explore,
    owner,
    viewed?.slice(0, 10) ?? null,
    updated?.slice(0, 10) ?? null,
  ]);
  return table(['Title', 'Kind', 'Source', 'Owner', 'Last viewed', 'Updated'], rows);
}

interface Seen {
  count: number;
  last: CalendarDate | null;
  readonly properties: Set<string>;
}

function events(items: readonly OutsideEvent[]): string[] {
  const seen = new Map<string, Seen>();
  for (const { name, time, properties } of items) {
    const event = seen.get(name) ?? { count: 0, last: null, properties: new Set<string>() };
    event.count++;
    event.last = later(event.last, parseCalendarDate(time?.slice(0, 10) ?? ''));
    for (const property of properties) event.properties.add(property);
    seen.set(name, event);
  }
  const rows = [...seen]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { count, last, properties }]) => [name, count, last, [...properties].sort().join(', ')]);
  return table(['Event', 'In the file', 'Last seen', 'Properties'], rows);
}

function figures(items: readonly OutsideFigure[]): string[] {
  const dimensions = [...new Set(items.flatMap((item) => Object.keys(item)))].filter(
    (name) => !['row', 'measure', 'value'].includes(name),
  );
  const rows = items.map((item) => [item.measure, ...dimensions.map((name) => item[name] ?? null), item.value]);
  return table(['Measure', ...dimensions.map(cell), 'Value'], rows);
}

function messages(items: readonly OutsideMessage[]): string[] {
  const told = items.filter(({ subtype }) => subtype === null || !QUIET.test(subtype));
  const lines = [...told]
    .sort((a, b) => {
      const [one, two] = [a.thread ?? a.ts, b.thread ?? b.ts];
      return one === two ? (a.ts < b.ts ? -1 : 1) : one < two ? -1 : 1;
    })
    .slice(0, MOST_ROWS)
    .map(({ utc, author, channel, said, thread, ts }) => {
      const indent = thread !== null && thread !== ts ? '  ' : '';
      const where = channel === null ? '' : ` ${asWords(`#${channel}`)}`;
      const time = utc.replace('T', ' ').slice(0, 16);
      return `${indent}- ${time} UTC${where} **${cell(author ?? 'nobody')}:** ${cell(said)}`;
    });
  const more = told.length - lines.length;
  return more > 0 ? [...lines, '', `${more} more messages are not shown.`] : lines;
}

/** Content of a block for what is no work: a table, or the messages of a channel. Nothing of it is read as a fact. */
export function tableContent({ system, kind, items, rows }: OutsideReading, level: number): string | null {
  if (system === null) return null;
  const heading = `${'#'.repeat(level)} From ${SYSTEM_NAMES[system]}`;
  const body =
    kind === 'dashboards'
      ? dashboards(items as readonly OutsideDashboard[])
      : kind === 'events'
        ? events(items as readonly OutsideEvent[])
        : kind === 'figures'
          ? figures(items as readonly OutsideFigure[])
          : kind === 'messages'
            ? messages(items as readonly OutsideMessage[])
            : null;
  return body && [heading, '', ...body, '', `${rows} rows in the file.`].join('\n');
}
