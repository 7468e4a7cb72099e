import { lazily } from '../domain/lazily';
import { addressEnd } from './link-address';

/**
 * The inline constructs of CommonMark and GFM that ordinary lines hold, by one pass over the characters: code, escapes,
 * emphasis, strikethrough, links, images, plain tags. What they need is little beside a parser's tree, and a line costs
 * about a hundredth. Where the pass is not sure it says so, and the parser decides.
 */

/** A run of `*`, `_` or `~` that may open or close; `count` signs of it are still text. */
interface Run {
  readonly code: number;
  readonly piece: number;
  readonly opens: boolean;
  readonly closes: boolean;
  count: number;
  gone: boolean;
}

/** A `[` or `![` whose end has not come yet. */
interface Opener {
  readonly piece: number;
  readonly isImage: boolean;
  /** Runs before it are none of its text's business. */
  readonly runs: number;
  active: boolean;
}

interface Pass {
  readonly text: string;
  readonly pieces: string[];
  readonly runs: Run[];
  readonly openers: Opener[];
}

const [TAB, SPACE, BANG, PAREN, LESS, BRACKET, BACKSLASH, BRACKET_END, UNDERSCORE, TICK, TILDE] = [
  9, 32, 33, 40, 60, 91, 92, 93, 95, 96, 126,
];
const SPECIAL = /[*_`~<\\![\]]/g;
const PUNCTUATION = lazily(() => /[\p{P}\p{S}]/u);
/** What the pass leaves to the parser: references, line ends and signs that stand for others. */
const NOT_SURE = /&#?[a-z\d]{1,31};|[\r\0]/i;
const TAG = /^<(?:\/[a-z][a-z\d-]*\s?|[a-z][a-z\d-]*(?: [a-z_:][\w:.-]*="[^"<>]*")* ?\/?)>/i;
const ADDRESS = /^<[a-z][a-z\d+.-]{1,31}:[^\s<>]*>/i;

/** The text that a reader of one rendered line sees; null where only a parser is sure. */
export function visibleLine(text: string): string | null {
  if (NOT_SURE.test(text) || (text.includes('~~') && /[*_[]/.test(text))) return null;
  const pass: Pass = { text, pieces: [], runs: [], openers: [] };
  let at = 0;
  while (at < text.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(text)?.index ?? text.length;
    if (next > at) pass.pieces.push(text.slice(at, next));
    if (next === text.length) break;
    const end = construct(pass, next);
    if (end === null) return null;
    at = end;
  }
  pairRuns(pass, 0);
  return pass.pieces.join('');
}

/** Reads what begins at a special sign; returns where it ends, null where that is not sure. */
function construct(pass: Pass, at: number): number | null {
  const { text, pieces, openers } = pass;
  const code = text.charCodeAt(at);
  switch (code) {
    case BACKSLASH: {
      const escaped = isAsciiPunctuation(text.charCodeAt(at + 1));
      pieces.push(escaped ? text.charAt(at + 1) : '\\');
      return escaped ? at + 2 : at + 1;
    }
    case TICK:
      return codeSpan(pass, at);
    case LESS:
      return angle(pass, at);
    case BANG:
      if (text.charCodeAt(at + 1) !== BRACKET) return literal(pass, at, at + 1);
      openers.push({ piece: pieces.push('![') - 1, isImage: true, runs: pass.runs.length, active: true });
      return at + 2;
    case BRACKET:
      openers.push({ piece: pieces.push('[') - 1, isImage: false, runs: pass.runs.length, active: true });
      return at + 1;
    case BRACKET_END:
      return closeBracket(pass, at);
    default:
      return run(pass, at, code);
  }
}

function literal({ text, pieces }: Pass, from: number, to: number): number {
  pieces.push(text.slice(from, to));
  return to;
}

function runEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === code) end++;
  return end;
}

function codeSpan(pass: Pass, at: number): number {
  const { text, pieces } = pass;
  const open = runEnd(text, at);
  for (let from = text.indexOf('`', open); from >= 0;) {
    const end = runEnd(text, from);
    if (end - from === open - at) {
      const inner = text.slice(open, from);
      const isPadded = inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '';
      pieces.push(isPadded ? inner.slice(1, -1) : inner);
      return end;
    }
    from = text.indexOf('`', end);
  }
  return literal(pass, at, open);
}

/** A tag without attributes, or an address; of anything else in angle brackets the parser is asked. */
function angle(pass: Pass, at: number): number | null {
  const { text, pieces, openers } = pass;
  const close = text.indexOf('>', at);
  if (close < 0) return literal(pass, at, at + 1);
  const inside = text.slice(at, close + 1);
  if (TAG.test(inside)) {
    // In an image's text a tag is nothing, elsewhere a line break is a blank.
    if (openers.some(({ isImage }) => isImage)) return null;
    pieces.push(/^<br/i.test(inside) ? ' ' : '');
    return close + 1;
  }
  if (ADDRESS.test(inside)) {
    pieces.push(inside.slice(1, -1));
    return close + 1;
  }
  return /^<[a-z/!?]/i.test(inside) || text.slice(at).includes('@') ? null : literal(pass, at, at + 1);
}

/** 0 for letters and the like, 1 for blanks and the line's ends, 2 for punctuation. */
function kindAt(text: string, at: number): 0 | 1 | 2 {
  // A sign of punctuation is thought to stand before the line.
  if (at < 0) return 2;
  if (at >= text.length) return 1;
  const code = text.charCodeAt(at);
  if (code < 128) {
    if (code === SPACE || (code >= TAB && code <= 13)) return 1;
    return isAsciiPunctuation(code) ? 2 : 0;
  }
  const sign = text.charAt(at);
  if (/\s/.test(sign)) return 1;
  return PUNCTUATION().test(sign) ? 2 : 0;
}

function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

function run(pass: Pass, at: number, code: number): number {
  const { text, pieces, runs } = pass;
  const end = runEnd(text, at);
  if (code === TILDE && end - at !== 2) return literal(pass, at, end);
  const [before, after] = [kindAt(text, at - 1), kindAt(text, end)];
  // Beside a tilde the other runs are looser.
  const left = after === 0 || (after === 2 && before !== 0) || (code !== TILDE && text.charCodeAt(end) === TILDE);
  const right = before === 0 || (before === 2 && after !== 0) || (code !== TILDE && text.charCodeAt(at - 1) === TILDE);
  const opens = code === UNDERSCORE ? left && (before !== 0 || !right) : left;
  const closes = code === UNDERSCORE ? right && (after !== 0 || !left) : right;
  const piece = pieces.push(text.slice(at, end)) - 1;
  runs.push({ code, piece, opens, closes, count: end - at, gone: false });
  return end;
}

/** Pairs the runs from number `from` on: signs of a pair are no text; what lies between is settled then. */
function pairRuns({ runs, pieces }: Pass, from: number): void {
  for (let index = from; index < runs.length; index++) {
    const closer = runs[index];
    while (closer && !closer.gone && closer.closes && closer.count > 0) {
      const at = openerOf(runs, from, index);
      const opener = runs[at];
      if (!opener) break;
      const used = opener.count > 1 && closer.count > 1 ? 2 : 1;
      opener.count -= used;
      closer.count -= used;
      for (const each of [opener, closer]) pieces[each.piece] = String.fromCharCode(each.code).repeat(each.count);
      for (let between = at + 1; between < index; between++) settle(runs[between]);
      if (opener.count === 0) opener.gone = true;
    }
  }
  for (let index = from; index < runs.length; index++) settle(runs[index]);
}

function settle(entry: Run | undefined): void {
  if (entry) entry.gone = true;
}

/** The nearest run before that can open what the run at `index` closes. */
function openerOf(runs: readonly Run[], from: number, index: number): number {
  const closer = runs[index];
  for (let at = index - 1; closer && at >= from; at--) {
    const opener = runs[at];
    if (!opener || opener.gone || !opener.opens || opener.code !== closer.code || opener.count === 0) continue;
    // A run that could do both pairs with no other whose length makes it a multiple of three.
    if (
      closer.code !== TILDE &&
      (opener.closes || closer.opens) &&
      closer.count % 3 !== 0 &&
      (opener.count + closer.count) % 3 === 0
    )
      continue;
    return at;
  }
  return -1;
}

/** At `]`: a link or an image when an address follows, else text. */
function closeBracket(pass: Pass, at: number): number {
  const { text, pieces, openers } = pass;
  const opener = openers.pop();
  const end = opener?.active && text.charCodeAt(at + 1) === PAREN ? addressEnd(text, at + 1) : -1;
  if (!opener || end < 0) return literal(pass, at, at + 1);
  pieces[opener.piece] = '';
  pairRuns(pass, opener.runs);
  // A link holds no link.
  if (!opener.isImage) for (const outer of openers) if (!outer.isImage) outer.active = false;
  return end;
}
