import { lazily } from '../../domain/lazily';
import { exactDay } from '../../domain/exact-day';
import type { Due } from '../../domain/note-facts';
import { NO_DUE } from '../../domain/note-facts';
import type { CalendarDate } from '../../domain/calendar-date';
import type { DateContext, DateMatch } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { findCountdown, findLeadTime } from '../dates/lead-time';
import { monthNumber, weekdayNumber } from '../dates/month-names';
import { partyLinks, plainText, withoutStruck } from '../inline';
import { type ItemMetadata, itemMetadata } from '../item-metadata';
import { isBase } from '../process/verbs';
import { handles, partiesOf, withoutAddresses } from './parties';

const HANDLE_OR_EMPTY = lazily(() => /\((?:done|due|by|completed)?\s*\)|(?:^|\s)@[\p{L}\p{N}_.-]+/giu);

/** What one line of work says: its words, who has it, and by when. */
export interface WorkItem {
  readonly title: string;
  /** The title without dates, people and "(done …)", for finding the same item in other notes; null when equal. */
  readonly gist: string | null;
  readonly owner: string | null;
  readonly parties: readonly string[];
  readonly due: Due;
  readonly metadata: ItemMetadata;
  readonly problem: string | null;
}

const DEADLINE_BEFORE =
  /(?:\bby|\bdue|\bdeadline|\buntil|\btill|\bbis|\bno later than|\bon or before|\blatest)[:\s]*(?:on\s+|the\s+)?$/i;
/** "since Feb 2" and "asked on Feb 2" say when something was, not when it is due. */
const PAST_BEFORE =
  /\b(?:since|asked|requested|sent|shared|opened|raised|reported|started|contacted|last contact|chased|pinged|reminded|completed|finished|done|closed|created|added|had (?:it|the \w+)|as of)(?:\s+(?:on|at|last|them|her|him))?[\s:(]*$/i;
const AHEAD_BEFORE = lazily(() => /\b(?:be|get|gets|must|should|needs?|to)\s+(?:be\s+)?\p{L}+(?:\s+(?:on|at))?\s*$/iu);
const EVENT_VERB = /^(?:schedule|book|arrange|organi[sz]e|plan|set up|prepare|announce|invite)\b/i;
const EVENT_BEFORE = /\b(?:for|on)\s+(?:the\s+)?$/i;
const BEFORE_DATE = /\bbefore\s+(?:the\s+)?$/i;
const ETA_BEFORE = /\b(?:eta|expected|arrives?|arriving|delivered|delivery|lands?|ready|available)\b[^.;]*$/i;
const BEFORE_LAUNCH =
  /\b(?:before|ahead of|prior to|by|in time for|vor)\s+(?:the\s+)?(?:launch|release|go-?live|target|ga|ship(?:ping)?|rollout)\b(?!\s+(?:notes|review|meeting|plan|checklist))/i;
const BEFORE_GATE =
  /\b(?:before|ahead of|prior to|by|in time for)\s+(?:the\s+)?(?:go\s*\/?\s*no-?\s?go|decision|sign-?off)\b/i;
const EXPLICIT_OWNER = /\((?:owner|dri|lead|assignee|who)(?: ?:)? ([^()]{1,80})\)/i;
const ACTION_FOR = /^\W{0,3}\[(?:action|ai) (?:for|on) ([^\]]{2,40})\]/i;
const LEADING_NAME = lazily(() => /^((?:@|\p{Lu})[\p{L}\p{N}'’.-]*(?:\s+\p{Lu}[\p{L}\p{N}'’.-]*){0,2})\s?:\s+(?=\S)/u);
const NO_NAME =
  /^(?:todo|note|fixme|blocker|blocked|risk|issue|action|decision|update|draft|review|done|qa|ci|ui|ux|api|p\d|sev\d?|fix|bug|test|tests|docs?|all|eta|due|question|idea|phase \d|step \d|option \w|optional|required|critical|important|beta|alpha|web|mobile|android|windows|linux|done|tbd|final|new|old|later|blocked|urgent|pending|internal|external|public|next|first|staging|production|phase|step|part|week|sprint|release|launch|feature|screenshots|feedback|change|changes|improvement|start|stop|continue|shipped|moved|dropped|cancelled|completed|complete|merged|closed|open|opened|resolved|fixed|in progress|wip|approved|rejected|released|deployed|unknown|note to self|reminder|fyi|n\/a)(?:\s.*)?$/i;
const PREPOSITION =
  /(?:^|\s)(?:to|with|for|from|of|at|about|in|on|see|into|via|per|by|the|and|vs|using|like|against|at|der|dem|mit|für|von)\s*$/i;
const AFTER_OWNER = /^\s*(?:$|[.,;)]|[–—-]|\(|\bby\b|\bdue\b|\buntil\b|\bbis\b|📅|\d)/u;

/** Reads a task or action line. `dates` says what the note knows about dates by now. */
export function readWorkItem(source: string, dates: DateContext): WorkItem {
  const metadata = itemMetadata(source);
  const raw = withoutStruck(metadata.text);
  const text = plainText(raw === metadata.text || raw.trim() === '' ? metadata.text : raw);
  const stated = metadata.due ?? statedDue(metadata, dates);
  const { due, problem } = readDue(text, dates, stated);
  const title = plainText(metadata.text);
  return {
    title,
    gist: gistOf(title, dates),
    owner: ownerOf(metadata, raw, text),
    parties: partiesIn(metadata.text),
    due,
    metadata,
    problem,
  };
}

/** `[due:: Feb 12]` and `[due:: [[2026-02-12]]]`, which are no ISO dates. */
function statedDue(metadata: ItemMetadata, dates: DateContext): CalendarDate | null {
  const field = metadata.fields.due ?? metadata.fields.deadline;
  return field === undefined
    ? null
    : (findDates(plainText(field), dates).find((match) => match.reading)?.reading?.date ?? null);
}

const LOOSE_WORD = /\b(?:by|due|until|on|done)\b/i;

function gistOf(title: string, dates: DateContext): string | null {
  let gist = title;
  for (const match of findDates(gist, dates).reverse()) gist = `${gist.slice(0, match.start)} ${gist.slice(match.end)}`;
  const countdown = findCountdown(gist, dates.countdownInBusinessDays);
  if (countdown) gist = `${gist.slice(0, countdown.start)} ${gist.slice(countdown.end)}`;
  if (gist.includes('@') || gist.includes('(')) gist = gist.replace(HANDLE_OR_EMPTY(), ' ');
  if (LOOSE_WORD.test(gist)) gist = gist.replace(/\s*\b(?:by|due|until|on|done)\s*[:,]?\s*(?=$|[),.;]|\s{2})/gi, ' ');
  gist = gist
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:–—-]+$/, '')
    .trim();
  return gist === title || gist === '' ? null : gist;
}

/** Everyone a line names by link or handle. */
function partiesIn(text: string): string[] {
  return [...new Set([...partyLinks(text).map((link) => link.target), ...handles(text)])];
}

function ownerOf(metadata: ItemMetadata, raw: string, text: string): string | null {
  if (metadata.owner) return partiesOf(metadata.owner)[0] ?? null;
  const asked = raw.includes('[') ? ACTION_FOR.exec(raw)?.[1] : undefined;
  if (asked !== undefined) return partiesOf(asked.replace(/^the\s/i, ''))[0] ?? null;
  const explicit = raw.includes('(') ? EXPLICIT_OWNER.exec(raw) : null;
  if (explicit) return partiesOf(explicit[1] ?? '')[0] ?? null;
  const linked = linkedOwner(raw);
  if (linked) return linked;
  const own = handleOwner(raw) ?? plainOwner(text.replace(MARKER(), '').replace(DONE_BEHIND, ')'), MARKER().test(text));
  if (own !== null) return own;
  // ":pencil: **Re: launch** Ann to …": what leads in bold is the matter, the words behind it say who.
  const behind = BOLD_LEAD.exec(raw)?.[1];
  return behind === undefined ? null : plainOwner(plainText(behind), false);
}

/** "… (Peter) Done": what stands behind the name says how it went. */
const DONE_BEHIND = /\) (?:done|erledigt|fait|hecho|feito|klar|ferdig|gedaan)[.!]?$/i;
const BOLD_LEAD = /^(?::\w+:\s*)*\*\*[^*]{2,120}\*\*[\s.:–—-]*(\S.*)$/s;
const PROFILE = /\[@?([\w-]+)\]\(https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/@?\1\/?\)/i;
const ASSIGNED_HANDLE = /\b(?:assigned to|owner|assignee|dri)\s*:?\s*@([\w.-]*\w)/i;
const LAST_HANDLE = /\(@([\w.-]*\w)\)\s*[.]?$/;
const TODO_OF = /^\W{0,6}(?:TODO|FIXME)\(@?([\w.-]*\w)\)/;
/** "AI:", "TODO:" and their like say that a line is an action, not who has it. */
const MARKER = lazily(
  () =>
    /^(?:[[(]?(?:AI|AP|TODO|To-?do|Action(?: item| point)?s?|T(?:ask|ASK)|Follow-?up|Next step)[\])]?)\s*(?:[:–—-]\s*|(?=\*)|(?=\(\p{Lu}))|^\((?:AI|AP|TODO|Action|Action item)\)\s+/iu,
);

/** A handle owns the line where it is called so, leads it, or stands behind the words; in "Add @eve to the README (@fay)" it is the last. */
function handleOwner(raw: string): string | null {
  if (!raw.includes('@') && !raw.includes('(')) return null;
  // A link to a profile behind the words, or before them, is who has it.
  const profile = PROFILE.exec(raw);
  if (
    profile &&
    (raw.slice(0, profile.index).trim() === '' ||
      /^[\s.,;)]*(?:$|\[@?[\w-]+\]\()/.test(raw.slice(profile.index + profile[0].length)))
  )
    return profile[1] ?? null;
  const shown = withoutAddresses(raw).trim();
  const called = TODO_OF.exec(shown)?.[1] ?? ASSIGNED_HANDLE.exec(shown)?.[1] ?? LAST_HANDLE.exec(shown)?.[1];
  if (called !== undefined) return called;
  const handle = handles(raw)[0];
  return handle && !PREPOSITION.test(raw.slice(0, raw.indexOf(`@${handle}`))) ? handle : null;
}

const NAME =
  "(?:\\p{Lu}{1,2}\\.? )?\\p{Lu}[\\p{Ll}'’]+\\p{Lu}?(?:\\s+\\p{Lu}[\\p{L}'’.-]+)?(?:\\s+(?:teams?|agent|lead|manager|group|squad|owner))?";
const LISTED = lazily(() => new RegExp(`^(${NAME})(?:\\s*(?:,|&|\\band\\b)\\s*${NAME})+:\\s+\\S`, 'u'));
const ASSIGNED = lazily(
  () => new RegExp(`(?:^|[\\s,;(])(?:[Oo]wner|[Dd]ri|DRI|[Aa]ssignee|[Aa]ssigned to)\\s*:?\\s+(${NAME})`, 'u'),
);
const ACTS = lazily(
  () =>
    new RegExp(
      `^(${NAME})(?:\\s*(?:,|&|\\band\\b)\\s*${NAME})*\\s+(?:will|should|must|has to|have to|is to|are to|is going to)(?![\\p{L}])`,
      'u',
    ),
);
const TO_ACT = lazily(
  () =>
    new RegExp(`^(${NAME})(?:\\s*(?:,|&|/|\\band\\b)\\s*${NAME})*\\s+to\\s+(?:also\\s+|then\\s+)?([\\p{L}-]+)`, 'u'),
);
/** "Ann asks …", "Ann takes …": only with verbs that people, not things, are said to do. */
const PERSON_ACTS = lazily(
  () =>
    new RegExp(
      `^(${NAME})\\s+(?:takes|asks|sends|writes|checks|reviews|prepares|drafts|follows up|schedules|books|contacts|talks|updates|creates|fixes|joins|leads|owns|drives|organi[sz]es|investigates|files|opens|picks up)\\s`,
      'u',
    ),
);

/** "Ann to send the deck": a name, and a verb of work behind "to"; "Need to fix" names nobody. */
function toAct(text: string): string | undefined {
  const match = TO_ACT().exec(text);
  const [first = ''] = match?.[1]?.split(/\s+/) ?? [];
  return match &&
    (isBase(match[2] ?? '') || MORE_VERBS.test(match[2] ?? '')) &&
    !isBase(first) &&
    !TO_BEFORE.test(first)
    ? match[1]
    : undefined;
}

const INITIALS = '\\p{Lu}{2,3}';
/** "(Ann) send …", "Action (Ann / Bob): …". */
const IN_BRACKETS = lazily(() => new RegExp(`^\\((${NAME}|${INITIALS})(?: ?[,/&] ?[^()]{1,60})?\\)(?: ?:)? \\S`, 'u'));

function markedActs(text: string): string | undefined {
  const name = MARKED_ACTS().exec(text)?.[1];
  return name !== undefined && isBase(name.split(/\s+/)[0] ?? '') ? undefined : name;
}

const MORE_VERBS =
  /^(?:consider|continue|begin|try|handle|think|propose|revisit|do|be|use|bring|figure|go|look|come|own|aim|help|keep|let|put|double-check|finali[sz]e|circle|dig|explore|experiment|socialize|socialise|formalize|re-?\w+)$/i;
const TO_BEFORE =
  /^(?:need|want|plan|try|remember|continue|start|have|agree[d]?|aim|how|decide[d]?|due|ready|able|unable|happy|hope|propose[sd]?|proposal|next|nothing|something|time|way|ways|ability|option|request|permission|access|things?|steps?|here|thanks?|ok|okay|yes|no|also|we|i|you|they|he|she|it|someone|somebody|everyone|nobody)$/i;
const DASHED = lazily(() => new RegExp(`^(${NAME})\\s+[–—-]\\s+\\S|^\\[(${NAME})\\]\\s`, 'u'));
/** "Finish the tests – Ann to complete six". */
const DASH_ACTS = lazily(() => new RegExp(`\\s[–—-]\\s+(${NAME})\\s+(?:to|will|should|is going to)\\s+\\p{Ll}`, 'u'));
const TRAILING = lazily(
  () =>
    new RegExp(
      `(?:\\((${NAME})(?: ?[&/] ?${NAME})?(?:\\s*,[^()]*\\d[^()]*|\\s*,\\s*(?:by |due )?(?:today|tomorrow|mon|tue|wed|thu|fri|sat|sun|next|this|eod|eow|asap)[^()]*)?\\)|\\s[–—-]\\s+(${NAME})(?:\\s*(?:,|[–—-])\\s*[^–—]{3,24})?)\\)?\\s*[.]?$`,
      'u',
    ),
);

const ARROW = lazily(
  () => new RegExp(`^(${NAME}|${INITIALS})(?:\\s*(?:,|&|\\+)\\s*(?:${NAME}|${INITIALS}))*\\s*(?:->|→|=>)\\s*\\S`, 'u'),
);
/** "Draft the mail → Ann Lee". */
const ENDS_IN_ARROW = lazily(() => new RegExp(`\\S\\s*(?:->|→|=>)\\s*(${NAME}|${INITIALS})\\s*[.]?$`, 'u'));
const INITIALS_ACT = lazily(
  () => new RegExp(`^(${INITIALS})(?:\\s*(?:,|&|\\+|/)\\s*${INITIALS})*(?:\\s+(?:to|will)\\s+\\p{Ll}|:\\s+\\S)`, 'u'),
);
/** After "AI:" the first word with a verb in the present is who does it: "AI: Mei writes the guide". */
const MARKED_ACTS = lazily(() => new RegExp(`^(${NAME})\\s+\\p{Ll}{2,}s\\s`, 'u'));
/** Words that head a note or name a matter, and endings of such words. */
const MATTER =
  /^(?:(?:pre|post)-.*|workshop|documentation|cleanup|knowledge|transfer|retrospective|planning|agenda|timeline|overview|summary|scope|goals?|goal|context|background|status|topic|topics|pre-?work|homework|owner|owners|release|build|deploy|setup|research|report|roadmap|budget|security|team|date|time|where|when|why|how|what|who|note|notes|next|today|tomorrow|homepage|blog|website|demo|mail|email|backend|frontend|server|client|app|model|data|analytics|logs?|metrics|dashboards?|pipelines?|infrastructure|infra|kickoff|handoff|reminder|goal|objective|priority|channel|approval|approvals|call|calls|ticket|tickets|branch|repo|repository|account|accounts|domain|budget|proposal|prototype|action|actions|items?|someway|somehow|reviews?|bugs?|fixes|owner - action.*)$/i;
const MATTER_ENDING =
  /(?:ung|ungen|heit|keit|schaft|tät|ание|ение|ация|ость|tion|sion|ment|ance|ence|ness|ship|ity|ology|ing|work|line|sheet|list|liste|lista|plan|guide|page|file|code|base|flow|board|release|sis)$/i;

const CAPITALS = lazily(() => /^\p{Lu}{2,}$/u);

const FUNCTION =
  /^(?:marketing|engineering|analytics|accounting|procurement|finance|legal|sales|support|operations|product|design|security|data|platform|devops|compliance|communications|hr)(?: (?:team|lead|manager))?$/i;

/** "Backend team", "QA group": a party, whatever its first words. */
const TEAM = lazily(
  () =>
    /^(?!(?:the|our|your|each|every|this|whole|next|new|same)\b)[\p{L}&-]+(?: [\p{L}&-]+){0,2} (?:teams?|group|squad|crew|leads)$/iu,
);

/** False for "Agenda", "Build IPA" and "Parameter Normalization": what heads a line is not always a person. */
function mayBePerson(name: string): boolean {
  const words = name.split(/\s+/);
  const [last = ''] = words.slice(-1);
  if (FUNCTION.test(name) || TEAM().test(name)) return true;
  return (
    !NO_NAME.test(name) &&
    !/^(?:the|a|an|all|our|this|that|these|each|every)\s/i.test(name) &&
    !weekdayOrMonth(name) &&
    !words.some((word) => MATTER.test(word)) &&
    !(words.length > 1 && CAPITALS().test(last)) &&
    !(last.length > 6 && MATTER_ENDING.test(last))
  );
}

/** "QA group: run the suite". */
const TEAM_LEADS = lazily(() => /^(\p{Lu}[\p{L}&-]*(?: [\p{L}&-]+){0,2} (?:teams?|group|squad|crew)):\s/u);
const CALLED = lazily(() => /^The \p{Lu}[\p{Ll}-]+$/u);

/** The party that a label above a list of work names: "**Legal team:**", "### The Architect"; null for "**Short term:**", and for two words that only may be a name ("Corto Plazo"). */
export function partyOfLabel(label: string): string | null {
  const name = label
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[:\s]+$/, '')
    .trim();
  if (/^@[\w.-]+$/.test(name)) return name.slice(1);
  return TEAM().test(name) || FUNCTION.test(name) || CALLED().test(name) ? name : null;
}

/** An owner in plain words: "Ann: …", "Ann to send …", "… (Ann, Feb 12)", "… – Lena Marsh – Apr 28", "owner Ann". */
function plainOwner(text: string, isMarked: boolean): string | null {
  // Each pattern is tried only where its sign occurs: most items have none.
  const leading = text.includes(':') ? (LEADING_NAME().exec(text)?.[1] ?? LISTED().exec(text)?.[1] ?? null) : null;
  const dashed = /[–—[]|\s-\s/.test(text);
  const candidates = [
    leading?.replace(/^@/, '') ?? (text.includes(':') ? TEAM_LEADS().exec(text)?.[1] : undefined),
    /->|→|=>/.test(text) ? ARROW().exec(text)?.[1] : undefined,
    INITIALS_ACT().exec(text)?.[1],
    /owner|dri|assign/i.test(text) ? ASSIGNED().exec(text)?.[1] : undefined,
    ACTS().exec(text)?.[1],
    toAct(text),
    PERSON_ACTS().exec(text)?.[1],
    ENDS_IN_ARROW().exec(text)?.[1],
    isMarked ? markedActs(text) : undefined,
    text.startsWith('(') ? IN_BRACKETS().exec(text)?.[1] : undefined,
    dashed ? DASH_ACTS().exec(text)?.[1] : undefined,
    dashed ? DASHED().exec(text)?.slice(1).find(Boolean) : undefined,
    dashed || text.includes('(') ? TRAILING().exec(text)?.slice(1).find(Boolean) : undefined,
  ];
  return candidates.find((name): name is string => name !== undefined && mayBePerson(name)) ?? null;
}

const FULL = /^\S+\s+[A-Z][\w.'’-]*$/;

function weekdayOrMonth(name: string): boolean {
  const first = name.split(/\s+/)[0] ?? '';
  // "Mai T." and "June Park" are people.
  return weekdayNumber(first) !== null || (monthNumber(first) !== null && !FULL.test(name));
}

/** A link owns the line when it leads it, or stands at its end or before the deadline and is nobody's object. */
function linkedOwner(raw: string): string | null {
  const links = partyLinks(raw);
  const first = links[0];
  if (first && raw.slice(0, first.start).replace(/[\s*_:–—-]/g, '') === '') return first.target;
  for (const link of links) {
    const before = raw.slice(0, link.start).replace(/[\s*_]+$/, '');
    if (AFTER_OWNER.test(raw.slice(link.end)) && (/[–—(,:-]$/.test(before) || !PREPOSITION.test(before)))
      return link.target;
  }
  return null;
}

/** "in the call today" tells when something was said; "by today" and a day at either end say when it is due. */
const TOLD_DAY = /^(?:today|tonight|yesterday|heute)$/i;
/** A quarter or month that only names a matter ("the Q1 2026 review") is no day. */
const MAY_BE_DUE =
  /(?:\b(?:by|due|until|till|in|during|before|eta|for|deadline|target|early|mid|late|end of|bis)[:\s]*(?:the\s+)?|[(,:;–—-]\s*)$/i;

function isDueDay(text: string, { start, end, reading }: DateMatch): boolean {
  const before = text.slice(0, start);
  if (reading && TOLD_DAY.test(reading.phrase))
    return (
      DEADLINE_BEFORE.test(before) ||
      before.trim() === '' ||
      (/^[\s.!)]*$/.test(text.slice(end)) &&
        !/\b(?:call|meeting|sync|discussed|said|agreed|raised|review)\s*$/i.test(before))
    );
  return !reading?.fuzzy || !SPAN_NAME().test(reading.phrase) || MAY_BE_DUE.test(before);
}

const SPAN_NAME = lazily(() => /^(?:Q[1-4]\b|\p{L}+\.?\s+\d{4}$)/iu);

function isPast(before: string): boolean {
  return PAST_BEFORE.test(before) && !AHEAD_BEFORE().test(before);
}

/** When a line is due, in this order: a stated sign or field, a date by its wording, a lead time, "before launch". */
export function readDue(
  text: string,
  dates: DateContext,
  stated: CalendarDate | null = null,
): { readonly due: Due; readonly problem: string | null } {
  if (stated) return { due: { ...NO_DUE, on: exactDay(stated) }, problem: null };
  const lead = findLeadTime(text);
  const searched = lead ? text.slice(0, lead.start) + ' '.repeat(lead.end - lead.start) + text.slice(lead.end) : text;
  const matches = findDates(searched, dates).filter(
    (match) => !isPast(searched.slice(0, match.start)) && isDueDay(searched, match),
  );
  const problem = matches.find((match) => match.problem)?.problem ?? null;
  const readable = matches.filter((match) => match.reading);
  const deadline = readable.find((match) => DEADLINE_BEFORE.test(searched.slice(0, match.start)));
  const chosen = deadline ?? readable[readable.length > 1 && /\bmoved?\b|→|->/.test(text) ? readable.length - 1 : 0];
  if (chosen?.reading) return { due: dueFrom(searched, chosen, lead?.lead ?? null, deadline !== undefined), problem };
  const before = BEFORE_GATE.test(text) ? 'go-no-go' : BEFORE_LAUNCH.test(text) ? 'target' : null;
  const time = lead?.lead ?? findCountdown(text, dates.countdownInBusinessDays)?.lead ?? null;
  return { due: { on: null, lead: time, before: time ? null : before, kind: 'due' }, problem };
}

function dueFrom(text: string, match: DateMatch, lead: Due['lead'], isDeadline: boolean): Due {
  const before = text.slice(0, match.start);
  const reading = match.reading;
  if (!isDeadline && ((EVENT_VERB.test(text) && EVENT_BEFORE.test(before)) || BEFORE_DATE.test(before)))
    return { on: null, lead: null, before: reading, kind: 'due' };
  return { on: reading, lead, before: null, kind: !isDeadline && ETA_BEFORE.test(before) ? 'eta' : 'due' };
}
