/** Whether a scan stands inside a comment that a former line opened. */
export interface CommentState {
  inPercent: boolean;
  inHtml: boolean;
  /** Set once no `-->` is left in the text, so that hopeless searches are not repeated. */
  noHtmlEnd: boolean;
}

/**
 * Blanks `%%…%%` and `<!--…-->` in one line with spaces of equal length, so that offsets stay; inline code is left alone.
 * `closesLater` tells whether `-->` occurs in a later line.
 */
export function blankComments(line: string, state: CommentState, closesLater: () => boolean): string {
  if (!state.inPercent && !state.inHtml && !line.includes('%%') && !line.includes('<!--')) return line;
  let out = '';
  let at = 0;
  let openingFrom: ((from: number) => Opening) | null = null;
  while (at < line.length) {
    if (state.inPercent || state.inHtml) {
      const closer = state.inPercent ? '%%' : '-->';
      const end = line.indexOf(closer, at);
      const stop = end < 0 ? line.length : end + closer.length;
      out += ' '.repeat(stop - at);
      at = stop;
      if (end >= 0) state.inPercent = state.inHtml = false;
      continue;
    }
    const next = (openingFrom ??= openingsOf(line))(at);
    out += line.slice(at, next.at);
    at = next.at;
    if (next.kind === 'code') {
      out += line.slice(at, next.end);
      at = next.end;
    } else if (next.kind === 'percent') {
      out += '  ';
      at += 2;
      state.inPercent = true;
    } else if (next.kind === 'html') {
      if (line.indexOf('-->', at + 4) < 0 && (state.noHtmlEnd || !closesLater())) {
        state.noHtmlEnd = true;
        const blockLevel = line.slice(0, at).trim() === '';
        if (!blockLevel) return out + line.slice(at);
      }
      out += '    ';
      at += 4;
      state.inHtml = true;
    }
  }
  return out;
}

const CHARACTERS_A_STEP = 50_000;

/** Follows the comments of a line that is too long to be read: an odd number of `%%` opens or closes one. */
export function* passLongLine(line: string, state: CommentState): Generator<void> {
  for (let from = 0; from < line.length; from += CHARACTERS_A_STEP) {
    const end = from + CHARACTERS_A_STEP;
    for (let at = line.indexOf('%%', from); at >= 0 && at < end; at = line.indexOf('%%', at + 2))
      if (!state.inHtml) state.inPercent = !state.inPercent;
    yield;
  }
}

interface Opening {
  readonly kind: 'percent' | 'html' | 'code' | 'end';
  readonly at: number;
  readonly end: number;
}

/** Tells the next comment opener or complete inline code span of a line from an offset on; offsets grow. */
function openingsOf(line: string): (from: number) => Opening {
  const spanEnd = codeSpanEnds(line);
  const percent = searcher(line, '%%');
  const html = searcher(line, '<!--');
  const tick = searcher(line, '`');
  return (from) => {
    const [percentAt, htmlAt] = [percent(from), html(from)];
    const comment = Math.min(percentAt, htmlAt);
    for (let at = tick(from); at < comment; at = tick(at)) {
      const end = spanEnd(at);
      if (end > 0) return { kind: 'code', at, end };
      at += runAt(line, at);
    }
    if (comment >= line.length) return { kind: 'end', at: line.length, end: line.length };
    return comment === percentAt
      ? { kind: 'percent', at: comment, end: comment + 2 }
      : { kind: 'html', at: comment, end: comment + 4 };
  };
}

/** The next place of a word from an offset on, the text's end when there is none; each stretch is searched once. */
function searcher(text: string, word: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) found = text.indexOf(word, from);
    if (found < 0) found = text.length;
    return found;
  };
}

/**
 * Tells the end of the code span that opens at an offset of a text, or −1 when its backticks are never closed. Where the
 * last run of each length stands is looked up once, so that runs which nothing closes cost no search each.
 */
export function codeSpanEnds(text: string): (at: number) => number {
  let last: Map<number, number> | null = null;
  const lastOf = (length: number): number => {
    if (!last) {
      last = new Map();
      for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
        const run = runAt(text, at);
        last.set(run, at);
        at += run;
      }
    }
    return last.get(length) ?? -1;
  };
  return (at) => {
    const run = runAt(text, at);
    if (lastOf(run) < at + run) return -1;
    for (let i = text.indexOf('`', at + run); i >= 0; i = text.indexOf('`', i)) {
      const close = runAt(text, i);
      if (close === run) return i + close;
      i += close;
    }
    return -1;
  };
}

/** Length of the run of backticks at an offset. */
function runAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 96) end++;
  return end - at;
}
