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
    const next = nextOpening(line, at);
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

interface Opening {
  readonly kind: 'percent' | 'html' | 'code' | 'end';
  readonly at: number;
  readonly end: number;
}

/** The next comment opener or complete inline code span. */
function nextOpening(line: string, from: number): Opening {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 37 && line.charCodeAt(at + 1) === 37) return { kind: 'percent', at, end: at + 2 };
    if (code === 60 && line.startsWith('<!--', at)) return { kind: 'html', at, end: at + 4 };
    if (code === 96) {
      const end = codeSpanEnd(line, at);
      if (end > 0) return { kind: 'code', at, end };
      while (line.charCodeAt(at + 1) === 96) at++;
    }
  }
  return { kind: 'end', at: line.length, end: line.length };
}

/** End offset of the code span that opens at `at`, or −1 when its backticks are never closed. */
export function codeSpanEnd(text: string, at: number): number {
  let run = 0;
  while (text.charCodeAt(at + run) === 96) run++;
  for (let i = text.indexOf('`', at + run); i >= 0; i = text.indexOf('`', i)) {
    let close = 0;
    while (text.charCodeAt(i + close) === 96) close++;
    if (close === run) return i + close;
    i += close;
  }
  return -1;
}
