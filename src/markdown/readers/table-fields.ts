import { addDays } from '../../domain/calendar-date';
import { mapInSlices } from '../../domain/in-slices';
import type { TableBlock } from '../blocks/block';
import { firstDate } from '../dates/find-dates';
import { plainText } from '../inline';
import type { SectionKind } from '../vocabulary';
import { dateFirst } from './field-line';
import { isDocumentHistory } from './history-table';
import type { Walk } from './outline-walk';
import { spanOf } from './reading';
import { sureRelease } from './release-heading';
import { addField, ownIdentity } from './walk-fields';
import { scopeHere } from './walk-scope';

/** Column of a timeline that holds the day. */
const WHEN =
  /^(?:date|when|day|deadline|due|target|planned|planned date|target date|end|end date|end time|finish|datum|fecha|data|quand|wann|日期|时间|日付)$/i;

const ROWS_A_STEP = 16;

/** A release table keeps its history; only rows from this many days before the note on are plans. */
const RECENT_DAYS = 14;

/** Rows whose first cell is a label state fields; so does a milestone row of the note's own version. */
export function* tableFields(walk: Walk, table: TableBlock, kind: SectionKind | null): Generator<void> {
  if (kind !== null && kind !== 'checklist' && kind !== 'decisions') return;
  if (isDocumentHistory(table.header, walk.reading.lookup, walk.headings[walk.headings.length - 1]?.text ?? '')) return;
  if (yield* releaseRows(walk, table)) return;
  const here = scopeHere(walk);
  // A table of roles below "Team" names the owner.
  const place =
    here.scope === 'talk' && /^(?:role|rolle|rôle|rol|função)$/i.test(plainText(table.header[0] ?? ''))
      ? { ...here, scope: 'whole' as const }
      : here;
  const rows = [{ cells: table.header, line: table.line, text: table.header.join(' | ') }, ...table.rows];
  // One row that happens to be called "release" in a table of numbers names none.
  const labels = yield* mapInSlices(
    rows,
    (row) => (row.cells.length > 1 ? walk.reading.lookup.field(plainText(row.cells[0] ?? '').replace(/:$/, '')) : null),
    ROWS_A_STEP,
  );
  const labelled = labels.filter((field) => field !== null).length;
  const isTimeline = table.header.length <= 4 && table.header.some((cell) => WHEN.test(plainText(cell)));
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const label = plainText(row.cells[0] ?? '').replace(/:$/, '');
    const known = walk.reading.lookup.field(label) ?? (shipsOwnVersion(label, walk) ? 'target' : null);
    const field = known === 'release' && isTimeline ? 'target' : known;
    const others = row.cells.slice(1).filter((cell) => cell.trim() !== '');
    if (field === 'release' && labelled < 2) continue;
    if (!field && isTimeline && place.scope === 'whole') {
      const shown = row.cells.map((cell) => plainText(cell));
      const day = shown.find((cell) => firstDate(cell, walk.reading.dates)) ?? '';
      const days =
        day === ''
          ? null
          : (shown
              .filter((cell) => cell !== day)
              .map((cell) => dateFirst(`${day} – ${cell}`, walk.reading.dates, ownIdentity(walk)))
              .find((value) => value !== null) ?? null);
      if (days)
        walk.fields.push({
          field: 'target',
          label: 'release date',
          value: days,
          line: row.line,
          text: plainText(row.text),
          segment: walk.segments.length - 1,
          ...place,
        });
      continue;
    }
    if (!field || others.length === 0 || (row.line === table.line && others.length > 1)) continue;
    const renewed =
      row.cells[table.header.findIndex((cell) => /^(?:new|revised|current|now|updated)\b/i.test(plainText(cell)))];
    const dated =
      field === 'target' || field === 'goNoGo'
        ? [renewed ?? '', ...others].find((cell) => firstDate(plainText(cell), walk.reading.dates))
        : undefined;
    addField(walk, { field, label, value: dated ?? others[0] ?? '' }, row.text, row.line, place);
  }
}

/** A table with one release a row: those whose target is not long past become releases of their own. */
function* releaseRows(walk: Walk, table: TableBlock): Generator<void, boolean> {
  const columns = table.header.map((cell) => walk.reading.lookup.field(plainText(cell)));
  const nameColumn = columns.findIndex((column) => column === 'release' || column === 'version');
  const window = table.header.findIndex((cell) => /^(?:window|dates?|ships?|when)$/i.test(plainText(cell)));
  const targetColumn = columns.includes('target')
    ? columns.indexOf('target')
    : columns.includes('date')
      ? columns.indexOf('date')
      : columns[nameColumn] === 'release'
        ? window
        : -1;
  if (nameColumn < 0 || targetColumn < 0 || table.header.length < 2) return false;
  const resumes = walk.segments.length - 1;
  const earliest = addDays(walk.reading.dates.reference, -RECENT_DAYS);
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const named = sureRelease(
      plainText(row.cells[nameColumn] ?? '').replace(/^\[([^\]]*)\]$/, '$1'),
      walk.reading.lookup,
      walk.reading.dates,
    );
    const target = firstDate(plainText(row.cells[targetColumn] ?? ''), walk.reading.dates);
    if (!named || !target || target.date < earliest) continue;
    walk.segments.push({
      mention: { ...named.identity, ...spanOf(row.line, row.line, row.text), source: 'field' },
      sure: true,
    });
    for (const [column, cell] of row.cells.entries()) {
      const field = column === targetColumn ? 'target' : columns[column];
      if (field && field !== 'release' && field !== 'version' && cell.trim() !== '')
        walk.fields.push({
          field,
          label: field,
          value: cell,
          line: row.line,
          text: plainText(row.text),
          segment: walk.segments.length - 1,
          scope: 'whole',
          kind: null,
          through: -1,
        });
    }
  }
  if (walk.segments.length - 1 > resumes) walk.segments.push({ mention: null, sure: false, resumes });
  return true;
}

/** "v1.8.0 released" in the timeline of a note about v1.8. */
function shipsOwnVersion(label: string, walk: Walk): boolean {
  const version = /^v?(\d+(?:\.\d+)+)\s+(?:released?|release|ga|launch(?:ed)?|ships)$/i.exec(label)?.[1];
  const own = walk.segments[walk.segments.length - 1]?.mention?.version;
  return version !== undefined && own !== null && own !== undefined && (version === own || version === `${own}.0`);
}
