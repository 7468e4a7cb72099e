import { parse } from 'yaml';

/** What the app keeps of a note, as far as plugins here ask for it. */
export interface CachedMetadata {
  readonly headings?: readonly { readonly level: number; readonly heading: string }[];
  readonly frontmatter?: Readonly<Record<string, unknown>>;
  readonly listItems?: readonly { readonly task?: string }[];
}

/** Headings and boxes outside code, and the properties; what a note has none of is left out, as the app does. */
export function cachedMetadata(text: string): CachedMetadata {
  const [front = '', source = ''] = /^---\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  const lines = withoutCode(text.slice(front.length)).split('\n');
  const headings = lines.flatMap((line) => {
    const [, marks = '', heading = ''] = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\r?$/.exec(line) ?? [];
    return marks === '' ? [] : [{ level: marks.length, heading }];
  });
  const listItems = lines.flatMap((line) => {
    const [whole, task] = /^\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[(.)\][ \t])?/.exec(line) ?? [];
    return whole === undefined ? [] : [task === undefined ? {} : { task }];
  });
  const properties = propertiesOf(source);
  return {
    ...(headings.length > 0 ? { headings } : {}),
    ...(listItems.length > 0 ? { listItems } : {}),
    ...(properties ? { frontmatter: properties } : {}),
  };
}

function withoutCode(text: string): string {
  return text.replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|$(?![\s\S]))/gm, '');
}

function propertiesOf(source: string): Record<string, unknown> | null {
  try {
    const read: unknown = parse(source);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
