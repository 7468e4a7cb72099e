import { Events } from './events';
import type { DiskEntry, VaultServer } from './server-client';

/** A file or folder; plugins test with instanceof. */
export class TAbstractFile {
  vault!: Vault;
  path = '';
  name = '';
  parent: TFolder | null = null;
}

/** A file with its times and size. */
export class TFile extends TAbstractFile {
  stat = { ctime: 0, mtime: 0, size: 0 };
  basename = '';
  extension = '';
}

/** A folder. */
export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];
  isRoot(): boolean {
    return this.path === '/';
  }
}

/** The vault over a real folder: writes go to disk first, events follow; changes by others arrive from the server. */
export class Vault extends Events {
  readonly root = new TFolder();
  readonly entries = new Map<string, TAbstractFile>();
  readonly texts = new Map<string, string>();
  /** Notes that were read from disk since the start. */
  readonly notesRead = new Set<string>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly server: VaultServer) {
    super();
    this.root.path = '/';
    this.root.vault = this;
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }

  getName(): string {
    return 'Example';
  }

  getRoot(): TFolder {
    return this.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return path === '/' ? this.root : (this.entries.get(path) ?? null);
  }

  getFileByPath(path: string): TFile | null {
    const entry = this.entries.get(path);
    return entry instanceof TFile ? entry : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const entry = this.getAbstractFileByPath(path);
    return entry instanceof TFolder ? entry : null;
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return [
      ...(includeRoot ? [this.root] : []),
      ...[...this.entries.values()].filter((entry): entry is TFolder => entry instanceof TFolder),
    ];
  }

  async read(file: TFile): Promise<string> {
    const { stat } = file;
    const { text } = await this.server.read(file.path);
    this.notesRead.add(file.path);
    // A text that was on its way while the file changed is not kept: the reading after it would find the old one.
    if (file.stat === stat) this.texts.set(file.path, text);
    return text;
  }

  /** The host keeps text only. */
  async readBinary(file: TFile): Promise<ArrayBuffer> {
    const bytes = new TextEncoder().encode((await this.server.read(file.path)).text);
    return bytes.buffer as ArrayBuffer;
  }

  async cachedRead(file: TFile): Promise<string> {
    return this.texts.get(file.path) ?? (await this.read(file));
  }

  async create(path: string, data: string): Promise<TFile> {
    if (this.#existsIgnoringCase(path)) throw new Error('File already exists.');
    const entry = await this.server.write(path, data, true);
    this.texts.set(path, data);
    const file = this.add(entry) as TFile;
    this.trigger('create', file);
    return file;
  }

  async createFolder(path: string): Promise<TFolder> {
    if (this.#existsIgnoringCase(path)) throw new Error('Folder already exists.');
    const folder = this.add(await this.server.makeFolder(path)) as TFolder;
    this.trigger('create', folder);
    return folder;
  }

  async modify(file: TFile, data: string): Promise<void> {
    const entry = await this.server.write(file.path, data, false);
    this.#changed(file, entry, data);
  }

  /** Reads, edits and writes with nothing in between: edits of one vault wait for each other. */
  process(file: TFile, edit: (data: string) => string): Promise<string> {
    const run = this.#queue.then(async () => {
      const { text } = await this.server.read(file.path);
      const next = edit(text);
      if (next !== text) await this.modify(file, next);
      return next;
    });
    this.#queue = run.catch(() => undefined);
    return run;
  }

  #existsIgnoringCase(path: string): boolean {
    const wanted = path.toLowerCase();
    return [...this.entries.keys()].some((known) => known.toLowerCase() === wanted);
  }

  #changed(file: TFile, entry: DiskEntry, text: string | null): void {
    file.stat = { ctime: file.stat.ctime, mtime: entry.mtime, size: entry.size };
    if (text === null) this.texts.delete(file.path);
    else this.texts.set(file.path, text);
    this.trigger('modify', file);
  }

  /** Adds an entry and its folders without an event. */
  add(entry: DiskEntry): TAbstractFile {
    const known = this.entries.get(entry.path);
    if (known) return known;
    const cut = entry.path.lastIndexOf('/');
    const parent =
      cut < 0 ? this.root : (this.add({ path: entry.path.slice(0, cut), folder: true, mtime: 0, size: 0 }) as TFolder);
    const item = entry.folder ? new TFolder() : new TFile();
    item.vault = this;
    item.path = entry.path;
    item.name = entry.path.slice(cut + 1);
    item.parent = parent;
    if (item instanceof TFile) {
      item.stat = { ctime: entry.mtime, mtime: entry.mtime, size: entry.size };
      item.extension = item.name.includes('.') ? (item.name.split('.').pop() ?? '') : '';
      item.basename = item.extension === '' ? item.name : item.name.slice(0, -item.extension.length - 1);
    }
    parent.children.push(item);
    this.entries.set(entry.path, item);
    return item;
  }

  #remove(item: TAbstractFile): void {
    this.entries.delete(item.path);
    this.texts.delete(item.path);
    if (item.parent) item.parent.children = item.parent.children.filter((child) => child !== item);
  }

  /** A deletion: children first, as Obsidian tells it. */
  remove(item: TAbstractFile): void {
    if (item instanceof TFolder) for (const child of [...item.children]) this.remove(child);
    this.#remove(item);
    this.trigger('delete', item);
  }

  /** A deletion inside the app. */
  async trash(item: TAbstractFile): Promise<void> {
    await this.server.remove(item.path);
    if (this.entries.get(item.path) === item) this.remove(item);
  }

  /** A rename inside the app: the folder first, then what lies in it. */
  async rename(item: TAbstractFile, newPath: string): Promise<void> {
    await this.server.rename(item.path, newPath);
    this.#move(item, newPath);
  }

  #move(item: TAbstractFile, newPath: string): void {
    const oldPath = item.path;
    const text = this.texts.get(oldPath);
    this.#remove(item);
    const cut = newPath.lastIndexOf('/');
    const parent =
      cut < 0 ? this.root : (this.add({ path: newPath.slice(0, cut), folder: true, mtime: 0, size: 0 }) as TFolder);
    item.path = newPath;
    item.name = newPath.slice(cut + 1);
    item.parent = parent;
    if (item instanceof TFile) item.basename = item.name.replace(/\.[^.]*$/, '');
    parent.children.push(item);
    this.entries.set(newPath, item);
    if (text !== undefined) this.texts.set(newPath, text);
    this.trigger('rename', item, oldPath);
    if (item instanceof TFolder) for (const child of [...item.children]) this.#move(child, `${newPath}/${child.name}`);
  }

  /** What another program did on disk: Obsidian sees no renames there, only files that come and go. */
  takeFromDisk(
    changes: readonly { readonly kind: 'created' | 'modified' | 'deleted'; readonly entry: DiskEntry }[],
  ): void {
    for (const { kind, entry } of changes) {
      const known = this.entries.get(entry.path);
      if (kind === 'deleted') {
        if (known) this.remove(known);
      } else if (!known) this.trigger('create', this.add(entry));
      else if (known instanceof TFile && (known.stat.mtime !== entry.mtime || known.stat.size !== entry.size))
        this.#changed(known, entry, null);
    }
  }
}
