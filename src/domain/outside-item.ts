/** The systems that a release also lives in. */
export const SYSTEM_IDS = [
  'jira',
  'linear',
  'productboard',
  'amplitude',
  'mixpanel',
  'looker',
  'tableau',
  'confluence',
  'notion',
  'slack',
] as const;
export type SystemId = (typeof SYSTEM_IDS)[number];

/** What people call them. */
export const SYSTEM_NAMES: Readonly<Record<SystemId, string>> = {
  jira: 'Jira',
  linear: 'Linear',
  productboard: 'Productboard',
  amplitude: 'Amplitude',
  mixpanel: 'Mixpanel',
  looker: 'Looker',
  tableau: 'Tableau',
  confluence: 'Confluence',
  notion: 'Notion',
  slack: 'Slack',
};

/** Where a piece of work stands, whatever its status is called; null where nothing says it. */
export type StatusCategory = 'todo' | 'doing' | 'done' | 'cancelled';

/**
 * A day `YYYY-MM-DD`, a time `YYYY-MM-DDTHH:MM` without a zone where the source names none, or the source's own ISO
 * time where it has a zone.
 */
export type OutsideTime = string;

/** A piece of work as another system has it: an issue, a task, a feature, a row of a database. */
export interface OutsideIssue {
  /** Record of the file, counted from 1 after the header. */
  readonly row: number;
  /** The key people know (`PAY-12`); null where the source has none, and a second import can't tell it again. */
  readonly id: string | null;
  readonly title: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly statusCategory: StatusCategory | null;
  readonly assignee: string | null;
  /** Days; two for a range. */
  readonly due: OutsideTime | readonly [OutsideTime, OutsideTime] | null;
  readonly version: readonly string[];
  readonly project: string | null;
  readonly labels: readonly string[];
  readonly sprints: readonly string[];
  readonly priority: string | number | null;
  readonly resolution: string | null;
  readonly created: OutsideTime | null;
  readonly updated: OutsideTime | null;
  readonly completed: OutsideTime | null;
  readonly parent: string | null;
  readonly milestone: string | null;
  /** Where it can be opened; null where the source does not say. */
  readonly url: string | null;
}

/** An issue of which nothing but its title is known. */
export function bareIssue(row: number, title: string): OutsideIssue {
  return {
    row,
    id: null,
    title,
    type: null,
    status: null,
    statusCategory: null,
    assignee: null,
    due: null,
    version: [],
    project: null,
    labels: [],
    sprints: [],
    priority: null,
    resolution: null,
    created: null,
    updated: null,
    completed: null,
    parent: null,
    milestone: null,
    url: null,
  };
}

/** A page of a wiki or a workspace; its text stays in the file until somebody asks for it. */
export interface OutsidePage {
  readonly row: number;
  readonly id: string | null;
  readonly title: string;
  readonly parent: string | null;
  /** File of the export that it lies in. */
  readonly page: string;
  readonly pageId: string | null;
  readonly version: string | null;
  readonly created: string | null;
  readonly properties: Readonly<Record<string, string>>;
  /** Characters of its text as the export has it. */
  readonly bodyChars: number;
}

/** A row of a workspace's database: what is understood of it, and its cells as they are. */
export interface OutsideRow extends OutsideIssue {
  readonly database: string;
  readonly raw: Readonly<Record<string, string>>;
}

/** A message of a channel. */
export interface OutsideMessage {
  readonly row: number;
  readonly file: string;
  readonly channel: string | null;
  /** Seconds since 1970 with six decimals: a message's name within its channel. */
  readonly ts: string;
  /** The same as an ISO time in UTC, to the second. */
  readonly utc: string;
  /** Name where the export knows it, else the system's own id; null for what no person wrote. */
  readonly user: string | null;
  /** Who it is to the readers of the channel. */
  readonly author: string | null;
  readonly bot: string | null;
  readonly subtype: string | null;
  /** As the system keeps it, with ids and marks. */
  readonly text: string;
  /** As its readers saw it: names for ids, links by their words. */
  readonly said: string;
  readonly thread: string | null;
}

/** A dashboard, a chart of one, or a sheet. */
export interface OutsideDashboard {
  readonly row: number;
  readonly id: string | null;
  readonly title: string;
  readonly kind: 'dashboard' | 'tile' | 'worksheet';
  readonly dashboard: string | null;
  readonly type: string | null;
  readonly explore: string | null;
  readonly fields: readonly string[];
  readonly owner: string | null;
  readonly viewed: string | null;
  readonly updated: string | null;
}

/** A dashboard of which nothing but its title is known. */
export function bareDashboard(row: number, title: string, kind: OutsideDashboard['kind']): OutsideDashboard {
  return {
    row,
    id: null,
    title,
    kind,
    dashboard: null,
    type: null,
    explore: null,
    fields: [],
    owner: null,
    viewed: null,
    updated: null,
  };
}

/** A row of figures: a measure and what it is broken down by. */
export interface OutsideFigure {
  readonly row: number;
  readonly measure: string;
  readonly value: number | null;
  readonly [dimension: string]: string | number | null;
}

/** An event that was seen, or one of a vendor's list of events. */
export interface OutsideEvent {
  readonly row: number;
  readonly name: string;
  readonly event: string;
  readonly time: string | null;
  /** Names of its properties, sorted. */
  readonly properties: readonly string[];
  readonly [column: string]: unknown;
}

export type OutsideItem =
  OutsideIssue | OutsideRow | OutsidePage | OutsideMessage | OutsideDashboard | OutsideFigure | OutsideEvent;

/** What kind of thing the items are. */
export type OutsideKind = 'issues' | 'pages' | 'messages' | 'dashboards' | 'events' | 'figures';

/** Something in a file that was not understood, and where. */
export interface OutsideProblem {
  /** Record of the file, from 1 after the header; null where it concerns the whole. */
  readonly row: number | null;
  readonly text: string;
}

/** What was understood of files of another system. Nothing is written by reading them. */
export interface OutsideReading {
  /** Null for files that are something else. */
  readonly system: SystemId | null;
  /** The vendor's form of it, such as `jira-csv`. */
  readonly format: string | null;
  /** What it seems to be instead, in words; null where it is what it seems. */
  readonly seems: string | null;
  readonly kind: OutsideKind;
  /** Records of the source. */
  readonly rows: number;
  readonly items: readonly OutsideItem[];
  readonly usedColumns: readonly string[];
  readonly ignoredColumns: readonly string[];
  readonly problems: readonly OutsideProblem[];
  /** Texts of pages by the number of their item; not printed. */
  readonly bodies?: ReadonlyMap<number, PageBody>;
}

/** The text of a page, as its export has it. */
export interface PageBody {
  readonly form: 'markdown' | 'html';
  readonly text: string;
}

/** A reading of which nothing is known yet but its source. */
export function readingOf(
  system: SystemId | null,
  format: string | null,
  kind: OutsideKind,
  items: readonly OutsideItem[],
  rest: Partial<OutsideReading> = {},
): OutsideReading {
  return {
    system,
    format,
    kind,
    items,
    seems: null,
    rows: items.length,
    usedColumns: [],
    ignoredColumns: [],
    problems: [],
    ...rest,
  };
}
