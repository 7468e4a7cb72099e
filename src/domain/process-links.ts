import { lazily } from './lazily';
import type { ProcessLink } from './process';

const WORD_CHARACTER = lazily(() => /[\p{L}\p{N}]/u);

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

/** Where a name stands as a word of its own, in no link and no code; −1 for nowhere. */
function wholeWord(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + name.length)];
    const inside = (text.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1 || text.lastIndexOf('[[', at) > text.lastIndexOf(']]', at);
    if (!inside && !WORD_CHARACTER().test(before) && !WORD_CHARACTER().test(after)) return at;
  }
  return -1;
}
