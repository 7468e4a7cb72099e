import { lazily } from '../../domain/lazily';
import { any, isSomebody, NAME, NAMES, PAST, type SentenceContext, type Told, told } from './grammar';

const WAITS = lazily(
  () =>
    new RegExp(
      String.raw`\b(?:waiting|awaiting|waits?|blocked|stuck|held up|pending|hinges|depend(?:s|ent|` +
        String.raw`ing))\b(?:\s(?:on|for|by|upon))?\s+(.+)$`,
      'i',
    ),
);
const ASK_CUE = /wait|block|stuck|held up|pending|hinges|depend|\bus\b|from/i;
const NO_WAIT = lazily(
  () =>
    new RegExp(
      String.raw`\b(?:rather than|instead of|without|blocked (?:out|off)|wait(?:ing)? list|while|not)\s+(?:wait|` +
        String.raw`block|$)|blocked (?:out|off)\b`,
      'i',
    ),
);
const NEEDS_FROM = lazily(
  () =>
    new RegExp(
      `\\b(?:need|needs|want|expect|missing)\\s(.{2,80}?)\\sfrom\\s(?:the\\s)?` +
        `(${NAMES}|us)(?=\\s*(?:$|[.,;:()]|\\b(?:by|before|to|for)\\b))`,
      'u',
    ),
);
const WANTS = any(
  `needs?, wants?, asked(?:\\sus)?\\s(?:for|to),
   requests?, requested, (?:is|are)\\swaiting\\s(?:for|on), would\\slike`,
);
const NEEDS_US = lazily(() => new RegExp(`^(?:the\\s)?(${NAMES})\\s` + `${WANTS}` + `\\s(.{3,})$`, 'u'));
/** Whom one waits for: a name that ends there, or goes on with what it is to do. */
const WAITED_FOR = lazily(
  () =>
    new RegExp(
      `^(?:(?:the|a|an|our|some|final|any)\\s)*(?:.{0,60}?\\b(?:from|by)\\s)?(?:the\\s)?` +
        `(${NAME})(?=\\s*(?:$|[.,;:()]|['’]s\\b|\\b(?:to|for|about|on|by|and|before|` +
        `regarding)\\b))`,
      'u',
    ),
);

/** The group waits for somebody, or somebody for the group. */
export function askIn(text: string): Told | null {
  if (!ASK_CUE.test(text) || PAST.test(text)) return null;
  const needsUs = NEEDS_US().exec(text);
  if (needsUs && /\b(?:us|from us|our)\b/.test(needsUs[2] ?? '') && isSomebody(needsUs[1] ?? '', new Set()))
    return told('ask', needsUs[1] ?? null, needsUs[2] ?? text, 'we-owe');
  const waits = NO_WAIT().test(text) ? null : WAITS().exec(text);
  if (waits) {
    const name = WAITED_FOR().exec(waits[1] ?? '')?.[1] ?? null;
    const who = name !== null && isSomebody(name, new Set()) ? name : null;
    // A thing may depend on another thing; "Pending items" is a heading.
    if (who === null && /^(?:hinges|depend|pending\s+\S+$)/i.test(waits[0])) return null;
    return told('ask', who, waits[1] ?? text, 'they-owe');
  }
  const from = NEEDS_FROM().exec(text);
  if (!from) return null;
  const [, what = '', who = ''] = from;
  return who === 'us' ? told('ask', null, what, 'we-owe') : told('ask', who, what, 'they-owe');
}

const GROUP = any(
  `we, they, the\\s(?:team|group|committee|board|council|tsc|wg|members|sig), everyone, everybody, all, participants,
   the\\s(?:two|three|four|five|six)(?:\\sof\\s(?:us|them))?,
   [\\p{Lu}][\\p{L}]+\\sand\\s[\\p{Lu}][\\p{L}]+, it\\s(?:was|is|has\\sbeen)`,
);
const HOW = any('have, has, had, all, also, then, both, generally, unanimously, therefore, finally, tentatively');
/** Without one of these words the patterns below find nothing. */
const DECIDED_CUE = lazily(
  () =>
    new RegExp(
      String.raw`won['’]t|not going to|n['’]t plan|will not|not plan|décision|decisi|agree|decid|decis|resolv|` +
        String.raw`resolution|vot|approv|opted|consensus|conclusion|go with|going with|stick|stay|\buse\b|adopt|` +
        String.raw`keep|switch|motion|accept|reject|declin|acord|acuerd|aprueb|aprob|\bopt|autoriz|defin|beschl|` +
        String.raw`entsch|vereinb|geeinigt|einstimmig|objection|festgelegt|décid`,
      'i',
    ),
);
const DECIDED = lazily(
  () =>
    new RegExp(
      `(?:^|[\\s,;:(–—-])(?:${GROUP}\\s(?:${HOW}\\s)*(?:agreed|decided|resolved\\s` +
        `(?:to|that)|voted|approved|opted)\\b|` +
        `(?:we|[\\p{Lu}][\\p{L}]+\\sand\\s[\\p{Lu}][\\p{L}]+)\\sagree\\s(?:to|that|` +
        `on)\\b|(?:general|rough)?\\s?(?:consensus|agreement)\\s(?:is|was|reached|` +
        `to|that)\\b|` +
        `(?:we(?:['’]ll|\\swill|\\sare)|let['’]s)\\s(?:(?:go|going|stick|stay)\\swith|` +
        `use|adopt|keep|switch\\sto)\\b|motion\\s(?:was\\s)?(?:passe[sd]|carrie[sd]|` +
        `approved))`,
      'iu',
    ),
);
const DECIDED_FIRST = lazily(
  () =>
    new RegExp(
      String.raw`^(?:agreed|decided)\b(?!\s+(?:by|in|at|upon|on\s+\d))|^(?:general |rough )?(?:decisions?|` +
        String.raw`décisions?|decisi[oó]n|decisão|entscheidung|conclusion|consensus|agreement|resolution|` +
        String.raw`resolved)\s?(?:[:–—-]|to\b|was\b)\s*\S|(?:^|→\s*|->\s*|[.:–—-]\s)(?:accepted|approved|agreed|` +
        String.raw`rejected|declined)[.!]?$|^se (?:acord|acuerd|decid|aprueb|aprob|adopt|opt|autoriz|define|` +
        String.raw`definió)\p{L}*|^(?:decidiu-se|foi (?:decidid|acordad|definid)\p{L}+|ficou (?:decidid|` +
        String.raw`acordad)\p{L}+)|einstimmig (?:angenommen|beschlossen|zugestimmt)|\bbeschließt\b|` +
        String.raw`\bdecision was (?:made|taken) to\b|^no objections\b|^(?:so\s)?we (?:won['’]t|will not|` +
        String.raw`are not going to|do not plan to|don['’]t plan to)\s[a-z]+\b|^(?:beschluss|beschlossen|` +
        String.raw`entscheidung|vereinbart)\b|\bwir haben (?:uns )?(?:\S+\s){0,6}(?:beschlossen|entschieden|` +
        String.raw`geeinigt|vereinbart)|\b(?:wurde|wird) (?:beschlossen|vereinbart|festgelegt)|^(?:décision|` +
        String.raw`il (?:a été|est) décidé|nous avons décidé|on (?:a )?décid)`,
      'iu',
    ),
);
const UNDECIDED = lazily(
  () =>
    new RegExp(
      String.raw`\b(?:not|n['’]t|yet|to be|should be|must be|needs? to|if|whether|until|once|can be|could be|` +
        String.raw`will be|still|pending|as)\s+(?:\w+\s+){0,2}(?:agree|decid|resolv|vot|approv)`,
      'i',
    ),
);

/** The group decided something. */
export function decisionIn(text: string): Told | null {
  if (!DECIDED_CUE().test(text)) return null;
  return (DECIDED().test(text) || DECIDED_FIRST().test(text)) && !UNDECIDED().test(text)
    ? told('decision', null, text.replace(/^decisions?\s?[:–—-]\s*/i, ''))
    : null;
}

const MILESTONE = any(
  `releas\\w*, launch\\w*, ship\\w*, target, go-?live, ga, roll-?out, cut-?over, freeze, deadline, milestone,
   due\\sdate, beta,
   rc\\d?, code\\scomplete, embargo`,
);
const MOVES = any(
  `mov\\w+, slip\\w*, push\\w*, postpon\\w*, delay\\w*, shift\\w*, brought\\sforward, now,
   set\\s(?:to|for), scheduled, planned,
   rescheduled, changed?, will\\sbe, is, on, for`,
);
const MILESTONE_MOVES = new RegExp(`\\b${MILESTONE}\\b(?:\\s+(?!to\\b)[\\w().-]+){0,4}?\\s+${MOVES}\\b`, 'i');
/** "3 May: final logo". */
const BEHIND_DAY = lazily(() => /^[\p{L}\d,./ -]{3,20}:\s\S.{3,80}$/u);
const DUE_FIRST = /^[(]?(?:(?:next )?deadline|due|launch|release|freeze|go-?live|target|final|public)\b[^.]{0,40}$/i;
const TO_COME = /\b(?:to come|will be (?:out|ready|available|published|released|delivered)|expected|due|coming)\b/i;
const AIMS = lazily(
  () =>
    new RegExp(
      String.raw`\b(?:targeting|aiming for|hoping for|planning for|planned for|working towards|desire to have|` +
        String.raw`would like to ship|is releasing|releases? (?:in|on|before|by)|ships? (?:in|on|before|by)|` +
        String.raw`likely won['’]t start)\b`,
      'i',
    ),
);
const WE_SHIP = lazily(
  () =>
    new RegExp(
      String.raw`\b(?:we|it)\s+(?:will\s+|plan\s+to\s+|aim\s+to\s+|are\s+|is\s+)?(?:ship|shipping|launch|` +
        String.raw`launching|release|releasing|go live|deploy)\b`,
      'i',
    ),
);

/** A milestone gets or changes its day. */
export function dateIn(
  text: string,
  { isDated, isDayFirst }: Pick<SentenceContext, 'isDated' | 'isDayFirst'>,
): Told | null {
  const mayTell =
    MILESTONE_MOVES.test(text) ||
    WE_SHIP().test(text) ||
    DUE_FIRST.test(text) ||
    TO_COME.test(text) ||
    AIMS().test(text) ||
    BEHIND_DAY().test(text);
  if (!mayTell || PAST.test(text) || !isDated()) return null;
  return BEHIND_DAY().test(text) && !isDayFirst() && !MILESTONE_MOVES.test(text) ? null : told('date', null, text);
}

const RISK = new RegExp(
  `(?:^|\\W)(?:${any(
    `risks?\\s(?:is|are|that|of|here), risks?:,
     (?:might|may|could|will\\slikely|is\\slikely\\sto)\\s(?:slip|delay|miss|fail|break|jeopardi[sz]e),
     (?:might|may)\\snot\\s(?:make|meet|have|finish|get), worr(?:y|ied|ies)\\s(?:that|about|is),
     concern(?:ed|s)?\\s(?:that|about|is|over|with|around), concerns?:, at\\srisk, unlikely\\sto\\s(?:make|finish),
     behind\\sschedule, running\\slate, no\\scapacity, bottleneck, single\\spoint\\sof\\sfailure, afraid\\s(?:that|of),
     blockers?:, in\\sdanger`,
  )})`,
  'i',
);
const NO_RISK = lazily(
  () =>
    new RegExp(
      String.raw`\b(?:no|not|without|n['’]t|low|little|zero|mitigated|reduced|removed|resolved|addressed|` +
        String.raw`if)\s+(?:\w+\s+){0,2}(?:risk|concern|worr|blocker|bottleneck)`,
      'i',
    ),
);

/** Something may go wrong. */
export function riskIn(text: string): Told | null {
  return RISK.test(text) && !NO_RISK().test(text) && !PAST.test(text) ? told('risk', null, text) : null;
}
