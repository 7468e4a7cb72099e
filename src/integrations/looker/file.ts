import { bareDashboard, type OutsideDashboard, type OutsideReading, readingOf } from '../../domain/outside-item';
import { columnsOf } from '../files/columns';
import type { FileTools, OutsideFile } from '../files/outside-files';
import { fieldsOf, type Fields, listOf, nameOf, textOf } from '../files/unknown';

function tilesOf(dashboard: Fields, from: number): OutsideDashboard[] {
  return listOf(dashboard['elements']).flatMap((value, index) => {
    const tile = fieldsOf(value);
    if (!tile) return [];
    return {
      ...bareDashboard(
        from + index,
        textOf(tile['title']) ?? textOf(tile['name']) ?? textOf(tile['title_text']) ?? '',
        'tile',
      ),
      dashboard: textOf(dashboard['dashboard']),
      type: textOf(tile['type']),
      explore: textOf(tile['explore']),
      fields: listOf(tile['fields']).flatMap((field) => textOf(field) ?? []),
    };
  });
}

/** Dashboards of LookML, with their tiles. */
function readLookml(file: OutsideFile, tools: FileTools): OutsideReading | null {
  if (!/^[ \t]*-[ \t]+dashboard[ \t]*:/m.test(file.text.slice(0, 20_000))) return null;
  const dashboards = listOf(tools.yaml(file.text)).flatMap((one) => {
    const fields = fieldsOf(one);
    return fields && textOf(fields['dashboard']) !== null ? [fields] : [];
  });
  if (dashboards.length === 0) return null;
  const items: OutsideDashboard[] = [];
  for (const dashboard of dashboards) items.push(...tilesOf(dashboard, items.length + 1));
  return readingOf('looker', 'lookml-dashboard', 'dashboards', items, {
    rows: dashboards.length,
    usedColumns: ['dashboard', 'title', 'elements'],
  });
}

/** Views and models in LookML's own language: no dashboards are in them. */
function declineViews(file: OutsideFile): OutsideReading | null {
  const isLanguage =
    /^[ \t]*(?:view|explore|connection|include|label|datagroup|dashboard|model)[ \t]*:[^\n]{0,300}(?:\{|"|$)/m;
  if (!file.hasExtension('lkml', 'lookml') || !isLanguage.test(file.text.slice(0, 20_000))) return null;
  return readingOf('looker', 'lookml-views', 'dashboards', [], {
    rows: 1,
    seems: 'views and models of LookML: they hold no dashboards',
  });
}

const HEADERS = {
  id: ['Dashboard ID', 'Dashboard ID (User-defined only)', 'Dashboard ID (Inclusive)', 'Look ID', 'Dashboard Id'],
  title: ['Dashboard Title', 'Look Title', 'Dashboard Name', 'Title'],
  owner: ['User Name', 'Dashboard Creator', 'Creator', 'Owner', 'Creator Name'],
  viewed: ['Last Viewed', 'Last Accessed Date', 'Dashboard Last Accessed Date', 'Last Viewed Date', 'Last Accessed At'],
  updated: ['Updated Date', 'Last Updated', 'Dashboard Updated Date', 'Updated At'],
} as const;

function* readInventory(file: OutsideFile): Generator<void, OutsideReading | null> {
  const table = yield* file.table();
  if (!table) return null;
  const columns = columnsOf(table, HEADERS);
  if (!columns.has('title') || !columns.has('id')) return null;
  const text = (cells: readonly string[], field: keyof typeof HEADERS): string | null =>
    columns.first(cells, field) || null;
  const items = table.records.map(({ row, cells }): OutsideDashboard => ({
    ...bareDashboard(row, text(cells, 'title') ?? '', 'dashboard'),
    id: text(cells, 'id'),
    owner: text(cells, 'owner'),
    viewed: text(cells, 'viewed'),
    updated: text(cells, 'updated'),
  }));
  return readingOf('looker', 'looker-inventory-csv', 'dashboards', items, {
    usedColumns: columns.used,
    ignoredColumns: columns.ignored,
    problems: table.problems,
  });
}

/** Tiles of dashboards that were asked for whole; one without a title has that of its Look. */
function tilesIn(list: readonly unknown[]): OutsideDashboard[] {
  const tiles: OutsideDashboard[] = [];
  for (const one of list)
    for (const value of listOf(fieldsOf(one)?.['dashboard_elements'])) {
      const tile = fieldsOf(value);
      const title =
        textOf(tile?.['title']) ?? nameOf(fieldsOf(tile?.['look']), 'title') ?? textOf(tile?.['title_text']);
      if (tile)
        tiles.push({
          ...bareDashboard(tiles.length + 1, title ?? '', 'tile'),
          id: textOf(tile['id']),
          dashboard: textOf(fieldsOf(one)?.['title']),
          type: textOf(tile['type']),
          explore: textOf(fieldsOf(tile['query'])?.['view']),
        });
    }
  return tiles;
}

/** Dashboards in an answer of the interface's search. */
function readAnswer(value: unknown): OutsideReading | null {
  const list = Array.isArray(value) ? listOf(value) : [value];
  const tiles = tilesIn(list);
  if (tiles.length > 0) return readingOf('looker', 'looker-json', 'dashboards', tiles, { rows: list.length });
  const items = list.flatMap((one, index): OutsideDashboard[] => {
    const fields = fieldsOf(one);
    const title = textOf(fields?.['title']);
    const isOwn = fields && ('user_name' in fields || 'last_viewed_at' in fields || 'dashboard_elements' in fields);
    if (!isOwn || title === null) return [];
    return [
      {
        ...bareDashboard(index + 1, title, 'dashboard'),
        id: textOf(fields['id']),
        owner: nameOf(fields['user_name'] ?? fields['user'], 'display_name', 'name'),
        viewed: textOf(fields['last_viewed_at']) ?? textOf(fields['last_accessed_at']),
        updated: textOf(fields['updated_at']),
      },
    ];
  });
  return items.length > 0 && items.length >= list.length / 2
    ? readingOf('looker', 'looker-json', 'dashboards', items, { rows: list.length })
    : null;
}

/** Reads a file of Looker: dashboards in LookML, an inventory, or an answer of its interface. */
export function* readLookerFile(file: OutsideFile, tools: FileTools): Generator<void, OutsideReading | null> {
  return readAnswer(file.json()) ?? readLookml(file, tools) ?? declineViews(file) ?? (yield* readInventory(file));
}
