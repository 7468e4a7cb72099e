/** A file or folder on disk. */
export interface DiskEntry {
  readonly path: string;
  readonly folder: boolean;
  readonly mtime: number;
  readonly size: number;
}

/** The workbench server, which alone touches the disk. */
export interface VaultServer {
  readonly list: () => Promise<DiskEntry[]>;
  /** All notes with their texts: what the app's own database was made of. */
  readonly texts: () => Promise<{ readonly path: string; readonly text: string }[]>;
  readonly read: (path: string) => Promise<{ readonly text: string }>;
  readonly write: (path: string, text: string, create: boolean) => Promise<DiskEntry>;
  readonly makeFolder: (path: string) => Promise<DiskEntry>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly loadData: () => Promise<unknown>;
  readonly saveData: (data: unknown) => Promise<void>;
  readonly listen: (
    changed: (changes: { kind: 'created' | 'modified' | 'deleted'; entry: DiskEntry }[]) => void,
  ) => void;
}

async function ask<T>(action: string, body: object): Promise<T> {
  const response = await fetch(`/api/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

/** Talks to the server that served the page. */
export const server: VaultServer = {
  list: () => ask('list', {}),
  texts: () => ask('texts', {}),
  read: (path) => ask('read', { path }),
  write: (path, text, create) => ask('write', { path, text, create }),
  makeFolder: (path) => ask('folder', { path }),
  rename: (from, to) => ask('rename', { from, to }),
  remove: (path) => ask('remove', { path }),
  // No file is no settings; a damaged one is an error of whoever loads it.
  loadData: async () => {
    const text: unknown = await ask('load-data', {});
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : null;
  },
  saveData: (data) => ask('save-data', { data }),
  listen: (changed) => {
    const source = new EventSource('/api/events');
    source.onmessage = (event) => changed(JSON.parse(event.data as string) as Parameters<typeof changed>[0]);
  },
};
