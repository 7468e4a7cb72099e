import { SaxesParser } from 'saxes';
import type { OutsideProblem } from '../../domain/outside-item';
import { lazily } from '../../domain/lazily';

/** What is heard while a text of marks is read from beginning to end. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>, depth: number) => void;
  readonly text?: (text: string, parent: string) => void;
  readonly close?: (name: string, text: string, depth: number) => void;
}

/** Entities of HTML that exports use without declaring them; their signs are what is meant. */
const ENTITIES = lazily((): Readonly<Record<string, string>> => ({
  nbsp: '\u00a0',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  rarr: '→',
  larr: '←',
  times: '×',
  deg: '°',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  trade: '™',
  reg: '®',
  copy: '©',
  euro: '€',
}));

/** What is said of a file that is no whole XML: it may end early. */
export function damage(errors: number, name: string): readonly OutsideProblem[] {
  return errors > 0 ? [{ row: null, text: `${name} is damaged: it ends early, or is no clean XML.` }] : [];
}

/**
 * Reads XML as exports have it: text before the root, unknown entities and undeclared prefixes stop nothing, and
 * nothing that a document type declares is expanded. The text of an element is that of its own, without its children's.
 */
export function readXml(source: string, listener: XmlListener): { readonly errors: number } {
  const parser = new SaxesParser({ fragment: false, xmlns: false });
  Object.assign(parser.ENTITIES, ENTITIES());
  const stack: { name: string; text: string }[] = [];
  let errors = 0;
  const onText = (text: string): void => {
    const top = stack[stack.length - 1];
    if (!top) return;
    top.text += text;
    listener.text?.(text, top.name);
  };
  parser.on('error', ({ message }) => {
    // Exports use entities of HTML and text before the root without declaring them; that is no damage.
    if (!/entity|text data outside|root/i.test(message)) errors++;
  });
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('opentag', ({ name, attributes }) => {
    stack.push({ name, text: '' });
    listener.open?.(name, attributes, stack.length);
  });
  parser.on('closetag', ({ name }) => {
    const top = stack.pop();
    listener.close?.(name, top?.text ?? '', stack.length + 1);
  });
  // A parser that insists on a declaration or a root at the very beginning stops at the mark of some exports.
  const start = source.search(/<[?!A-Za-z]/);
  parser.write(start > 0 ? source.slice(start) : source).close();
  return { errors };
}

/** Text with entities as the text that they stand for. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  let out = '';
  readXml(`<t>${text.split('<').join('&lt;')}</t>`, {
    text: (part) => {
      out += part;
    },
  });
  return out;
}

/** What stands between two marks of a page of the web, or null; looked for from `from` on. */
export function between(text: string, open: string, close: string, from = 0): string | null {
  const start = text.indexOf(open, from);
  if (start < 0) return null;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

/** What stands in the body of a page of the web. */
export function bodyOf(text: string): string {
  const from = text.indexOf('<body');
  const start = from < 0 ? 0 : text.indexOf('>', from) + 1;
  const end = text.lastIndexOf('</body>');
  return text.slice(start, end > start ? end : text.length);
}
