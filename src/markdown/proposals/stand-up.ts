import { lazily } from '../../domain/lazily';
import type { Block } from '../blocks/block';
import { plainText } from '../inline';
import { partyOfLabel } from '../readers/work-item';

/** "Next:", "Plans", "Next week": what somebody is going to do stands below. */
const AHEAD = lazily(
  () =>
    new RegExp(
      String.raw`^(?:what(?:'s| is) )?(?:next|next up|up next|next (?:week|sprint|steps)|plans?|planned|planning|` +
        String.raw`to[\s-]?dos?|upcoming|tomorrow|nächste(?:s| woche| schritte)?|geplant|ensuite|à venir|` +
        String.raw`próxim[oa]s?(?: pasos| passos)?|siguiente)\s*:?$`,
      'iu',
    ),
);
/** Nothing is planned. */
const NOTHING = /^(?:n\/?a|none|nothing|nope|-+|tbd|same|keine|nada|aucun)\b/i;
/** What is over, or no work. */
const OVER = new RegExp(
  String.raw`^(?:[✅✔☑~]|already|thanks|no meeting|next meeting|\w+ed|was` +
    String.raw`|were|been|got|did|made|met|wrote|drew|had|took|gave|sent)\b`,
  'i',
);
const ABSENT = /\b(?:vacation|holidays?|offsite|out of office|pto|sick)\b/i;
const WHOLE_NAME = lazily(() => /^\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+$/u);
/** A handle or a name in a line of its own. */
const NAME_LINE = lazily(() => /^@?[\p{L}][\p{L}\p{N}_-]{1,30}(?: [\p{Lu}][\p{L}'’-]{0,20}){0,2}\s*:?$/u);
const SHORTEST = 8;
const LONGEST = 200;

/** What stands above the present block: items by depth, and the last line of text or heading. */
export interface StandUp {
  /** Takes the next block; says whose plan it is one of, null where it is none or nobody is named. */
  readonly take: (block: Block) => { readonly who: string; readonly what: string } | null;
}

/**
 * Reads lists of what each person did and will do: the items right below "Next:" are that person's work. `people` are
 * those whom the note names, in lower case.
 */
export function standUp(people: ReadonlySet<string>): StandUp {
  let above: string[] = [];
  let last = '';
  return {
    take: (block) => {
      if (block.type !== 'item') {
        above = [];
        last = block.type === 'table' ? '' : (block.text.split('\n').pop() ?? '');
        return null;
      }
      const text = block.text.length > LONGEST ? '' : plainText(block.text).trim();
      above = [...above.slice(0, block.depth), text];
      const label = block.depth === 0 ? plainText(last) : (above[block.depth - 1] ?? '');
      if (block.mark !== null || !AHEAD().test(label.trim())) return null;
      const isWork =
        text.length >= SHORTEST &&
        text.includes(' ') &&
        !NOTHING.test(text) &&
        !OVER.test(block.text) &&
        !OVER.test(text) &&
        !ABSENT.test(text) &&
        !/[?:]$/.test(text);
      if (!isWork) return null;
      const named = block.depth < 2 ? plainText(last) : (above[block.depth - 2] ?? '');
      const who = personIn(named, people);
      return who === null ? null : { who, what: text.replace(/[.;]$/, '') };
    },
  };
}

function personIn(line: string, people: ReadonlySet<string>): string | null {
  const bare = line.trim();
  if (!NAME_LINE().test(bare) || AHEAD().test(bare)) return null;
  const name = bare.replace(/\s*:$/, '');
  if (name.startsWith('@')) return name;
  const isKnown = [...people].some(
    (known) => known === name.toLowerCase() || known.startsWith(`${name.toLowerCase()} `),
  );
  // Two words with capitals are a name where they say so themselves; a single one only where the note knows it.
  return isKnown || (WHOLE_NAME().test(name) && partyOfLabel(name) !== null) ? name : null;
}
