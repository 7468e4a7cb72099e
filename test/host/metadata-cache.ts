import { type CachedMetadata, cachedMetadata } from './cached-metadata';
import { Events } from './events';
import { TFile, type TAbstractFile, type Vault } from './vault';

const INDEX_DELAY_MS = 15;

/**
 * The order of the app: the vault's event first; then, asynchronously, `changed` with the text; then `resolve`; and
 * `resolved` when nothing is left to do. Nothing on rename. `deleted` after a deletion.
 */
export class MetadataCache extends Events {
  readonly #known = new Map<string, CachedMetadata>();
  readonly #waiting = new Set<TFile>();
  #working = false;

  constructor(readonly vault: Vault) {
    super();
    const queue = (file: TAbstractFile): void => {
      if (file instanceof TFile && file.extension === 'md') this.#enqueue(file);
    };
    vault.on('create', queue);
    vault.on('modify', queue);
    vault.on('rename', (file: TAbstractFile, oldPath: string) => {
      const known = this.#known.get(oldPath);
      if (known) this.#known.set(file.path, known);
      this.#known.delete(oldPath);
    });
    vault.on('delete', (file: TAbstractFile) => {
      if (file instanceof TFile) {
        this.#known.delete(file.path);
        this.#waiting.delete(file);
        setTimeout(() => this.trigger('deleted', file, null), INDEX_DELAY_MS);
      }
    });
  }

  /** What is known of a note; null for one that has not been indexed yet. */
  getFileCache(file: TFile): CachedMetadata | null {
    return this.#known.get(file.path) ?? null;
  }

  /** What the app's database holds of the vault at its start: no note is read for it. */
  recall(texts: readonly { readonly path: string; readonly text: string }[]): void {
    for (const { path, text } of texts) this.#known.set(path, cachedMetadata(text));
  }

  /** Start of the app with a cache that already knows every file: no `changed`, one `resolved`. */
  warmStart(): void {
    setTimeout(() => this.trigger('resolved'), INDEX_DELAY_MS);
  }

  #enqueue(file: TFile): void {
    this.#waiting.add(file);
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    while (this.#waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, INDEX_DELAY_MS));
      const files = [...this.#waiting];
      this.#waiting.clear();
      const indexed: TFile[] = [];
      for (const file of files) {
        try {
          const text = await this.vault.cachedRead(file);
          if (this.vault.getFileByPath(file.path) !== file) continue;
          const known = cachedMetadata(text);
          this.#known.set(file.path, known);
          this.trigger('changed', file, text, known);
          indexed.push(file);
        } catch {
          // The file vanished between the event and the read, as files do.
        }
      }
      await new Promise((resolve) => setTimeout(resolve, INDEX_DELAY_MS));
      for (const file of indexed) this.trigger('resolve', file);
    }
    this.#working = false;
    this.trigger('resolved');
  }
}
