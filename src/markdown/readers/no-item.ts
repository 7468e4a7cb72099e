import { lazily } from '../../domain/lazily';
import { isPlaceholder } from '../../domain/release-identity';

const NOTHING = lazily(
  () =>
    /^(?:[^\p{L}\p{N}]*(?:none|nothing|n\/a|na|nil|no|keine|nope|tbd|tba|tbc|to be (?:decided|defined|added)|all clear|not applicable)\b[\s\w]{0,24}[^\p{L}\p{N}]*|no (?:further |new )?actions?\b[^.]{0,40}[.;!]?[^.]{0,40}|no (?:known |open |new |major |current |critical |blocking )*(?:risks?|issues?|bugs?|blockers?|dependencies|concerns|action items?|actions?)(?: (?:yet|so far|known|identified|at (?:this|the) (?:time|moment)|right now|today))?[^\p{L}\p{N}]*|[^\p{L}\p{N}]*|[^\p{L}\p{N}]*\(?\d{0,2}\)?[^\p{L}\p{N}]*(?:\.{3}|…))$/iu,
);
const ONE_WORD = lazily(
  () =>
    /^[^\p{L}\p{N}]*(?:none|offen|open|pending|ausstehend|pendiente|pendente|à compléter|à définir|aucune?|ninguno|ninguna|nenhum|nenhuma|keiner|无|なし|暂无|待定)[^\p{L}\p{N}]*$/iu,
);
const NONE_FOUND = lazily(
  () =>
    /^[^\p{L}\p{N}]*(?:no|keine|aucun|ningún|ninguna|nenhum)\b[^.]{0,50}\b(?:defects?|bugs?|issues?|blockers?|risks?|findings?|dependencies|problems?)\b(?: (?:were|was|are|is))?(?: (?:found|open|known|identified|outstanding|reported|raised|remaining|noted))(?: [^.]{0,40})?[.!]?\s*$/iu,
);
const FILL_IN = lazily(
  () =>
    /^[^\p{L}\p{N}]*(?:<[^>]*>|\{\{[^}]*\}\}|\[[^\]x ][^\]]*\](?!\()|_{3,}|x{3,}|lorem ipsum.*|(?:risk|action|item|task|dependency|blocker|name|owner|description) ?(?:\d|[a-c#])?)[^\p{L}\p{N}]*$/iu,
);

const LONGEST = 90;

/** A line of a table of contents: only a link to a heading of the same note. */
const IN_PAGE = /^\s*\[[^\]]*\]\(#[^)]*\)\s*$/;
const COUNT = /^[^:]{1,60}:\s*[+-]?\d[\d.,]*\s*%?(?:\s*\([^)]*\))?\s*$/;

/** True for a line that only leads to another heading, as a table of contents does. */
export function isContents(source: string): boolean {
  return IN_PAGE.test(source);
}

/** True for "Open bugs: 12 (−3)": a number, and no matter. */
export function isCount(text: string): boolean {
  return COUNT.test(text);
}

/** A cheap first look: the words with which such a line begins, or the signs of a place to be filled in. */
const MAY_BE_NONE = lazily(
  () =>
    /^[^\p{L}\p{N}]*(?:n|keine|to be|tb[dac]|all clear|offen|open|pending|ausstehend|pendiente|pendente|à|aucun|无|なし|暂无|待定|risk|action|item|task|dependency|blocker|name|owner|description|lorem|x{3}|\d{0,2}[^\p{L}\p{N}]*(?:\.{3}|…)|$)|[<>{}[\]_?]|YYYY|\.[xyzn](?![\p{L}])|M\.m\.p|^\P{L}*$/iu,
);

/** True for "None", "n/a", "None known", and for what a template leaves to be filled in. */
export function isNoItem(text: string): boolean {
  const bare = text.trim();
  if (bare.length > LONGEST || !MAY_BE_NONE().test(bare)) return false;
  if (
    /^no\s/i.test(bare) &&
    !/^no (?:known |open |new |major |current |critical |blocking )*(?:risks?|issues?|bugs?|blockers?|dependencies|concerns|action items?|actions?)\b/i.test(
      bare,
    )
  )
    return false;
  return (
    NOTHING().test(bare) ||
    ONE_WORD().test(bare) ||
    NONE_FOUND().test(bare) ||
    FILL_IN().test(bare) ||
    (isPlaceholder(bare) && bare.split(/\s+/).length <= 6)
  );
}
