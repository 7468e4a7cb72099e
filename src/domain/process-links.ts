import type { ProcessLink } from './process';

/** Signs that may stand directly before and behind a name. */
const BEFORE = /^(?:$|[\s("'“‘*_,;–—])/;
const BEHIND = /^(?:$|[\s)"'”’*_,;:.!?–—])/;

/** Names that the source links are links again, the first time they come up in a line. */
export function linked(text: string, links: readonly ProcessLink[]): string {
  let parts: readonly (string | ProcessLink)[] = [text];
  for (const entry of links) {
    let isDone = false;
    parts = parts.flatMap((part) => {
      const at = isDone || typeof part !== 'string' ? -1 : wholeWord(part, entry.name);
      if (at < 0 || typeof part !== 'string') return [part];
      isDone = true;
      return [part.slice(0, at), entry, part.slice(at + entry.name.length)];
    });
  }
  return parts.map((part) => (typeof part === 'string' ? part : part.link)).join('');
}

/** Where a name stands as words of their own: in no link, no code, no address and no tag; −1 for nowhere. */
function wholeWord(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(0, at);
    const behind = text.slice(at + name.length);
    const inside =
      (before.match(/`/g)?.length ?? 0) % 2 === 1 ||
      before.lastIndexOf('[[') > before.lastIndexOf(']]') ||
      before.lastIndexOf('[') > before.lastIndexOf(']') ||
      /\]\([^)\s]*$/.test(before);
    // The rest of the word it begins or ends: an address goes on after a colon or a point.
    const goesOn = /^[:.]\S/.test(behind) && /^\S*(?:\/|@)/.test(behind);
    if (
      !inside &&
      !goesOn &&
      BEFORE.test(before.slice(-1)) &&
      BEHIND.test(behind.slice(0, 1)) &&
      !/(?:^|\s)(?:[a-z]+:\/\/|www\.|#|@)\S*$/i.test(before)
    )
      return at;
  }
  return -1;
}
