const [TAB, SPACE, PAREN, PAREN_END, LESS, MORE, BACKSLASH] = [9, 32, 40, 41, 60, 62, 92];
/** Deeper brackets in a link's address are text. */
const MAX_PARENS = 32;

function blanksEnd(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === SPACE || text.charCodeAt(end) === TAB) end++;
  return end;
}

/** Where `(address "title")` ends, given where it begins; −1 when it is none. */
export function addressEnd(text: string, open: number): number {
  const start = blanksEnd(text, open + 1);
  const address = text.charCodeAt(start) === LESS ? angleAddressEnd(text, start) : bareAddressEnd(text, start);
  if (address < 0) return -1;
  const gap = blanksEnd(text, address);
  const title = gap > address ? titleEnd(text, gap) : gap;
  if (title < 0) return -1;
  const end = blanksEnd(text, title);
  return text.charCodeAt(end) === PAREN_END ? end + 1 : -1;
}

function angleAddressEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === MORE) return at + 1;
    if (code === LESS) return -1;
    if (code === BACKSLASH && [LESS, MORE, BACKSLASH].includes(text.charCodeAt(at + 1))) at++;
  }
  return -1;
}

function bareAddressEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code === 127) break;
    if (code === BACKSLASH && [PAREN, PAREN_END, BACKSLASH].includes(text.charCodeAt(at + 1))) at++;
    else if (code === PAREN && ++depth > MAX_PARENS) return -1;
    else if (code === PAREN_END && --depth < 0) break;
  }
  const closed = depth <= 0;
  const isEnd =
    at >= text.length ||
    text.charCodeAt(at) === PAREN_END ||
    text.charCodeAt(at) === SPACE ||
    text.charCodeAt(at) === TAB;
  return closed && isEnd ? at : -1;
}

/** Where a title ends; where none begins, it is empty. */
function titleEnd(text: string, start: number): number {
  const open = text.charAt(start);
  const close = open === '"' || open === "'" ? open : open === '(' ? ')' : '';
  if (close === '') return start;
  for (let at = start + 1; at < text.length; at++) {
    if (text.charCodeAt(at) === BACKSLASH) at++;
    else if (text.charAt(at) === close) return at + 1;
    else if (open === '(' && text.charAt(at) === '(') return -1;
  }
  return -1;
}
