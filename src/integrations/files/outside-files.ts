import { decodeText } from './decode-text';
import { readTable, type Table } from './table';
import type { RawFile } from './unzip';

/** What reading files needs of where it runs. */
export interface FileTools {
  /** The value of a YAML text; undefined where it is none. */
  readonly yaml: (text: string) => unknown;
}

/** One file of an import: text, table and values are made when they are asked for, and kept. */
export class OutsideFile {
  readonly path: string;
  readonly #bytes: Uint8Array;
  #text: string | null = null;
  #table: { readonly value: Table | null } | null = null;
  #values: { readonly value: readonly unknown[] | null } | null = null;

  constructor({ path, bytes }: RawFile) {
    this.path = path;
    this.#bytes = bytes;
  }

  get name(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  get folder(): string {
    return this.path.slice(0, Math.max(0, this.path.lastIndexOf('/')));
  }

  get text(): string {
    return (this.#text ??= decodeText(this.#bytes));
  }

  hasExtension(...extensions: readonly string[]): boolean {
    return extensions.includes(this.name.slice(this.name.lastIndexOf('.') + 1).toLowerCase());
  }

  /** The table of a file of separated values; null for one that is something else. */
  *table(): Generator<void, Table | null> {
    if (!this.#table) {
      const isProse = this.hasExtension('md', 'html', 'htm', 'json', 'jsonl', 'ndjson', 'xml', 'lookml', 'lkml', 'twb');
      const isMarks = /^\s*[<{[]/.test(this.text.slice(0, 200));
      this.#table = { value: isProse || isMarks ? null : yield* readTable(this.text) };
    }
    return this.#table.value;
  }

  /** The values of a JSON file (one), or of one value a line; null for what is neither. */
  values(): readonly unknown[] | null {
    this.#values ??= { value: readValues(this.text) };
    return this.#values.value;
  }

  /** The value of a JSON file, undefined for anything else. */
  json(): unknown {
    const values = this.values();
    return values?.length === 1 ? values[0] : undefined;
  }
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function readValues(text: string): readonly unknown[] | null {
  if (!/^\s*[[{]/.test(text.slice(0, 200))) return null;
  const whole = parsed(text);
  if (whole) return [whole.value];
  const values: unknown[] = [];
  let broken = 0;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value) values.push(value.value);
    else if (++broken > 1) return null;
  }
  return values.length > 0 ? values : null;
}
