/** The parts of a workspace that have a folder of their own. */
export const WORKSPACE_PARTS = [
  'releases',
  'processes',
  'analytics',
  'tools',
  'relationships',
  'meetings',
  'requests',
  'ideas',
  'templates',
  'resourceTemplates',
  'playbooks',
  'learnings',
  'history',
] as const;

/** One of the parts. */
export type WorkspacePart = (typeof WORKSPACE_PARTS)[number];

/** Where everything lies: vault paths without a slash at either end, and the folders inside three of them. */
export interface WorkspaceLayout {
  readonly folders: Readonly<Record<WorkspacePart, string>>;
  readonly processCategories: readonly string[];
  readonly analyticsAreas: readonly string[];
  readonly functions: readonly string[];
}

/** All folders of a layout, in the order in which they are made. */
export function layoutFolders({ folders, processCategories, analyticsAreas, functions }: WorkspaceLayout): string[] {
  const inside = (folder: string, names: readonly string[]): string[] =>
    names.length > 0 ? names.map((name) => `${folder}/${name}`) : [folder];
  return [
    folders.releases,
    ...inside(folders.processes, processCategories),
    ...inside(folders.analytics, analyticsAreas),
    folders.tools,
    ...inside(folders.relationships, functions),
    folders.meetings,
    folders.requests,
    folders.ideas,
    folders.resourceTemplates,
    folders.playbooks,
    folders.learnings,
    folders.templates,
  ];
}

/** One form for all ways to write a folder's name: `Data_Quality`, "data quality" and "Data-Quality" are one. */
export function folderKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
