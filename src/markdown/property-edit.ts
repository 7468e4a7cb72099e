import { frontMatterOf } from './blocks/front-matter-source';
import type { TextEdit } from './text-edit';

/** The edit that sets a property to a plain value: on its own line, else as the last property, else in new properties at the top. */
export function propertyEdit(text: string, key: string, value: string): readonly TextEdit[] {
  const eol = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n';
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const properties = frontMatterOf(text);
  if (!properties) return [{ start, end: start, insert: `---${eol}${key}: ${value}${eol}---${eol}` }];
  const from = text.indexOf('\n', start) + 1;
  const to = from + properties.source.text.length;
  // The value, with lines that belong to it; a comment behind it stays.
  const line = new RegExp(`^${key}:[^#\\r\\n]*?(?=[ \\t]+#|\\r?$)(?:[ \\t]*(?=#)|(?:\\r?\\n(?:[ \\t]+\\S|- )[^\\r\\n]*)*)`, 'mi').exec(text.slice(from, to));
  if (!line) return [{ start: to, end: to, insert: `${key}: ${value}${eol}` }];
  const insert = `${key}: ${value}${/[ \t]$/.test(line[0]) && line[0].trim() !== `${key}:` ? ' ' : ''}`;
  return line[0] === insert ? [] : [{ start: from + line.index, end: from + line.index + line[0].length, insert }];
}
