import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { lazily } from '../domain/lazily';
import { visibleLine } from './inline-scan';
import { codeSpanEnds } from './blocks/comments';

const MARKUP = /[*_`~<>\\&]|\]\(|\]\[/;
const WIKILINK = /!?\[\[([^[\]\n]+)\]\]/g;
const MAX_INLINE = 2000;
const OPTIONS = {
  extensions: [gfmStrikethrough({ singleTilde: false })],
  mdastExtensions: [gfmStrikethroughFromMarkdown()],
};

/** Inline code blanked with spaces of equal length, so that nothing in it is read. */
export function blankInlineCode(text: string): string {
  if (!text.includes('`')) return text;
  let out = '';
  let at = 0;
  const spanEnd = codeSpanEnds(text);
  for (let open = text.indexOf('`'); open >= 0; open = text.indexOf('`', at)) {
    const end = spanEnd(open);
    if (end < 0) {
      let run = open;
      while (text.charCodeAt(run) === 96) run++;
      out += text.slice(at, run);
      at = run;
    } else {
      out += text.slice(at, open) + ' '.repeat(end - open);
      at = end;
    }
  }
  return out + text.slice(at);
}

/** A wikilink's target without alias and `#part`; empty for a link inside the same note. */
export function linkTarget(inner: string): string {
  return (inner.split('|')[0] ?? '').replace(/\\$/, '').split('#')[0]?.trim().replace(/\.md$/, '') ?? '';
}

/** One wikilink in a text. */
export interface Wikilink {
  readonly target: string;
  readonly start: number;
  readonly end: number;
}

/** All wikilinks of a text outside inline code. */
export function wikilinks(text: string): Wikilink[] {
  if (!text.includes('[[')) return [];
  const found: Wikilink[] = [];
  for (const match of blankInlineCode(text).matchAll(WIKILINK)) {
    const target = linkTarget(match[1] ?? '');
    if (target !== '') found.push({ target, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const DAY_NAME = lazily(() => /^(?:\d{4}-\d{2}-\d{2}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})$/u);

/** The last part of a link's target: the page's name. */
function pageName(target: string): string {
  return target.split('/').pop() ?? target;
}

/** True for a link to a daily note: it names a day and never a person. */
export function isDayLink(target: string): boolean {
  return DAY_NAME().test(pageName(target));
}

/** The links of a text that can name a person or team, by the page's name wherever it lies. */
export function partyLinks(text: string): Wikilink[] {
  return wikilinks(text)
    .filter(({ target }) => !isDayLink(target))
    .map((link) => ({ ...link, target: pageName(link.target) }));
}

/** Wikilinks replaced by the text that a reader sees; a link to a daily note by its day, whatever words it shows. */
export function showWikilinks(text: string): string {
  if (!text.includes('[[')) return text;
  return text.replace(WIKILINK, (_, inner: string) => {
    const [target = '', shown] = inner.split('|');
    if (shown !== undefined && isDayLink(linkTarget(target))) return pageName(linkTarget(target));
    return shown?.trim() || (target.replace(/\\$/, '').split('#')[0]?.split('/').pop() ?? '').trim() || target;
  });
}

const remembered = new Map<string, string>();
const REMEMBER = 4096;

/** The text a reader of the rendered note sees: no markup, links by their text, one line. */
export function plainText(markdown: string): string {
  const shown = showWikilinks(markdown);
  if (!MARKUP.test(shown)) return oneLine(shown);
  const known = remembered.get(shown);
  if (known !== undefined) return known;
  const text = oneLine(parsed(shown));
  if (remembered.size >= REMEMBER) remembered.clear();
  remembered.set(shown, text);
  return text;
}

const UNEVEN = /[^\S ]| {2}/;

/** Runs of blanks and line ends as one blank. */
function oneLine(text: string): string {
  return (UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

const GUARD = '\u2E31';

/** Long lines are stripped instead of parsed: no one reads them, and an adversary could make parsing slow. */
function parsed(text: string): string {
  if (text.length > MAX_INLINE || (text.match(/[[\]*_]/g)?.length ?? 0) > 200) return text.replace(/[*_`~]/g, '');
  const line = text.replace(/\n\s*/g, ' ');
  return visibleLine(line) ?? parsedLine(line);
}

/** By the full parser: what the scan is not sure of. */
export function parsedLine(line: string): string {
  // A guard keeps "1." and "#" from being read as blocks; a sign of punctuation, behind which `_` still opens.
  return visibleText(fromMarkdown(`${GUARD}${line}`, OPTIONS)).replace(GUARD, '');
}

function visibleText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'html') return /^<br/i.test(node.value) ? ' ' : '';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map((child) => visibleText(child)).join('') : '';
}

/** Struck-through parts removed: what is struck no longer holds. */
export function withoutStruck(text: string): string {
  return text.includes('~~') ? text.replace(/~~(?!~)[^~\n]*~~/g, ' ') : text;
}
