import {
  bareDashboard,
  type OutsideDashboard,
  type OutsideFigure,
  type OutsideReading,
  readingOf,
} from '../../domain/outside-item';
import { hasHeaders, plain } from '../files/columns';
import type { OutsideFile } from '../files/outside-files';
import { damage, readXml } from '../files/xml';

/** Worksheets and dashboards of a workbook, by the names people see. */
function readWorkbook(file: OutsideFile): OutsideReading | null {
  if (!/<workbook\b/.test(file.text.slice(0, 4000))) return null;
  const items: OutsideDashboard[] = [];
  const stack: string[] = [];
  const { errors } = readXml(file.text, {
    open: (name, attributes) => {
      const parent = stack[stack.length - 1];
      stack.push(name);
      const kind =
        name === 'worksheet' && parent === 'worksheets'
          ? 'worksheet'
          : name === 'dashboard' && parent === 'dashboards'
            ? 'dashboard'
            : null;
      if (kind === null) return;
      items.push(bareDashboard(items.length + 1, attributes['caption'] ?? attributes['name'] ?? '', kind));
    },
    close: () => void stack.pop(),
  });
  return readingOf('tableau', 'tableau-twb', 'dashboards', items, { problems: damage(errors, file.name) });
}

/** A number with thousands, a currency or a percent sign; null for text. */
export function figure(cell: string): number | null {
  const text = cell.replace(/[\s,$€£¥]/g, '');
  const match = /^(\(?)(-?\d+(?:\.\d+)?)(%?)\)?$/.exec(text);
  if (!match) return null;
  // Moving the point loses nothing, where a division does.
  const value = Number(match[3] === '%' ? `${match[2] ?? ''}e-2` : match[2]);
  return match[1] === '(' ? -value : value;
}

/** The data behind a view: one record a measure, the other columns say of what. */
function* readView(file: OutsideFile): Generator<void, OutsideReading | null> {
  const table = yield* file.table();
  if (!table || !hasHeaders(table, 'Measure Names', 'Measure Values')) return null;
  const names = table.headers.findIndex((header) => plain(header) === 'measure names');
  const values = table.headers.findIndex((header) => plain(header) === 'measure values');
  // A column that holds numbers throughout repeats a measure; what is left, is what it is broken down by.
  const dimensions = table.headers.flatMap((header, index) =>
    index === names ||
    index === values ||
    header === '' ||
    table.records.every(({ cells }) => figure(cells[index] ?? '') !== null)
      ? []
      : [{ header, index }],
  );
  const items = table.records.map(({ row, cells }): OutsideFigure => ({
    ...Object.fromEntries(dimensions.map(({ header, index }) => [header.toLowerCase(), (cells[index] ?? '').trim()])),
    row,
    measure: (cells[names] ?? '').trim(),
    value: figure(cells[values] ?? ''),
  }));
  const used = new Set([names, values, ...dimensions.map(({ index }) => index)]);
  return readingOf('tableau', 'tableau-view-csv', 'figures', items, {
    usedColumns: table.headers.filter((_, index) => used.has(index)),
    ignoredColumns: table.headers.filter((header, index) => header !== '' && !used.has(index)),
    problems: table.problems,
  });
}

/** Reads a file of Tableau: a workbook, or the data of a view. */
export function* readTableauFile(file: OutsideFile): Generator<void, OutsideReading | null> {
  return (file.hasExtension('csv', 'txt', 'tsv') ? null : readWorkbook(file)) ?? (yield* readView(file));
}
