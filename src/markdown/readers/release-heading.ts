import { lazily } from '../../domain/lazily';
import { isPlaceholder, parseReleaseIdentity, type ReleaseIdentity } from '../../domain/release-identity';
import { findDates } from '../dates/find-dates';
import type { DateContext } from '../dates/date-context';
import { linkTarget } from '../inline';
import type { LabelLookup } from '../vocabulary';
import { isNoName, KIND, withoutKindWords } from './title-name';

const LEADING_SYMBOLS = lazily(() => /^[\s\p{So}\p{Sk}\uFE0F\u200D]+/u);
const LEADING_NUMBER = lazily(() => /^\d{1,2}[.)]\s+(?=\p{L})/u);
const TRAILING_MARKS = lazily(
  () => /(?:\s+|(?=\[\^))(?:#[\p{L}][\p{L}\p{N}/_-]*|\^[\w-]+|\[[^\]]*\]|[\p{So}\uFE0F\u200D]+)\s*$/u,
);
const LEADING_LOWER = lazily(() => /^\p{Ll}/u);

/** A release that a heading or title may name; `sure` when its wording leaves no doubt. */
export interface NamedRelease {
  readonly identity: ReleaseIdentity;
  readonly sure: boolean;
  /** A date that stands beside the name, as written. */
  readonly date?: string | null;
}

const LABELLED = lazily(
  () =>
    new RegExp(`^(?:upcoming\\s+|next\\s+|current\\s+)?(release|launch)(\\s+${KIND})?\\s*(:|\\s[–—-])\\s*(.+)$`, 'iu'),
);
/** A lone number counts only where a name or nothing follows it: "Release 1 effort.xlsx" is a file. */
const NUMBERED = lazily(
  () =>
    /^release\s+((?:v\.?|version\s+)?\s?\d+(?:\.\d+)+.*|(?:v\.?|version\s+)\s?\d.*|\d+(?:\s*$|\s*[:(–—"“-]\s*[\p{Lu}\d"“(].*))$/iu,
);
const KINDED = lazily(
  () =>
    new RegExp(
      `^(?:(?:release|launch|go-live) ${KIND}(?: (?:for|of))? \\(?(v?\\d+(?:\\.\\d+)+[^)]*)\\)?|(v?\\d+(?:\\.\\d+)+) (?:release|launch) ${KIND})$`,
      'iu',
    ),
);
/** "Zowe 1.19 release", "v22.10 release", "22.10.0 Release": a name or more than two numbers, so that it is no section's number. */
const CALLED = lazily(
  () =>
    /^(?:((?:\p{Lu}[\p{L}\d-]*\s+){1,3}v?\d+(?:\.\d+)+|v\d+(?:\.\d+)*|\d+(?:\.\d+){2,}|0\.\d+|(?:1[3-9]|[2-9]\d)\.\d+|\d+\.[1-9]\d)\s+release)$/iu,
);
/** "The release schedule of openEuler 20.09". */
const KIND_OF = lazily(
  () =>
    new RegExp(
      `^(?:the\\s+)?(?:release|launch)\\s+(?:${KIND}|schedule|timeline|calendar|notes)\\s+(?:for|of)\\s+(.+)$`,
      'iu',
    ),
);
const RELEASE_WORDS = new Set(['release', 'launch', 'go-live', 'golive', 'cutover', 'cut-over']);
/** Words behind "release" that only say what kind of note it is. */
const KIND_WORDS = new Set(
  'plan planning readiness checklist brief status tracker kick-off kickoff retro retrospective review overview page meeting sync schedule timeline roadmap progress milestones milestone cutover road-map calendar runbook run-book report go/no-go go/nogo day decision record criteria coordination and'.split(
    ' ',
  ),
);
const JOINING = new Set(['for', 'of', '-', '–', '—', ':', '|', '·']);
const bareWord = (word: string): string => word.toLowerCase().replace(/[:,]$/, '');

/** What "X launch checklist" and "Release plan for X" name; null for a title in another form. */
function namedByKind(title: string): string | null {
  const words = title
    .replace(/ ?\([^()]*\)$/, '')
    .replace(/\bgo ?\/ ?no-? ?go\b/gi, 'go/no-go')
    .split(' ')
    .filter(Boolean);
  const lead = words[0]?.toLowerCase() === 'the' ? 1 : 0;
  const isKind = (word: string): boolean => KIND_WORDS.has(bareWord(word)) || JOINING.has(word);
  const at = words
    .map(bareWord)
    .findIndex(
      (word, index) =>
        index > 0 && RELEASE_WORDS.has(word) && words.length > index + 1 && words.slice(index + 1).every(isKind),
    );
  if (at > 0)
    return words
      .slice(0, at)
      .join(' ')
      .replace(/[\s:|–—-]+$/, '');
  if (!RELEASE_WORDS.has(bareWord(words[lead] ?? ''))) return null;
  let end = lead + 1;
  while (end < words.length && KIND_WORDS.has(bareWord(words[end] ?? ''))) end++;
  const joined = JOINING.has(words[end]?.toLowerCase() ?? '') || /:$/.test(words[end - 1] ?? '');
  if (end === lead + 1 || !joined) return null;
  return words.slice(JOINING.has(words[end]?.toLowerCase() ?? '') ? end + 1 : end).join(' ');
}

const ROMANCE = lazily(
  () =>
    /^(?:checklist|liste de contrôle|lista de verificación|lista de verificação|plan|plano|cronograma|calendrier) (?:de|du|da|do|del) (?:lancement|lanzamiento|lançamento|mise en production|sortie|release) (?:[-–—:|] |(?:de|du|da|do|del) )?(\S.{1,49})$/iu,
);
/** What a page is before it is about a release. */
const MEETING =
  /^(?:reuni[oó]n|reunião|r[eé]union|borrador|brouillon|rascunho|marketing|acta|ata|agenda|notas?|notes?|comit[eé]|comitê|proyecto|projeto|projet)\b/i;
/** "Cliente 360 — Plan de lanzamiento v1". */
const ROMANCE_BEHIND = lazily(
  () =>
    /^(\S.{1,49}?) ?[-–—:|] ?(?:checklist|plan|plano|calendrier|cronograma) (?:de|du|da|do) (?:lancement|lanzamiento|lançamento|mise en production|sortie)(?: v?\d{1,2})?$/iu,
);
/** The release that a title of a plan, checklist or decision names by a name alone: "VA.gov Launch Checklist"; null for "Product launch checklist". */
export function releaseOfKind(title: string, dates: DateContext): ReleaseIdentity | null {
  const bare = withoutTrailingNotes(withoutLeadingDate(title, dates), dates);
  if (
    bare.length > 100 ||
    NOT_ONE_RELEASE.test(bare) ||
    isPlaceholder(title) ||
    isPlaceholder(bare) ||
    NOTES_OF_RELEASE.test(bare)
  )
    return null;
  const named = namedByKind(bare) ?? ROMANCE().exec(bare)?.[1]?.trim() ?? ROMANCE_BEHIND().exec(bare)?.[1]?.trim();
  if (named === undefined || named.length < 2 || named.length > 50 || isNoName(named) || !CAPITAL().test(named))
    return null;
  const identity = parseReleaseIdentity(named.replace(/[:–—|-]\s*$/, '').trim());
  if (identity === null || wordCount(identity.name) > MAX_NAME_WORDS) return null;
  // Offices and data centres are cut over, too: only a version says that it is a release.
  if (identity.version === null && /\bcut-?over\b/i.test(bare)) return null;
  if (MEETING.test(named)) return null;
  // "Aurora Release Plan (2024.06)"; "(10.02)" is a day.
  const behind =
    identity.version ??
    /\((?:version ?|v\.? ?)(\d[\d.]{0,20})\)$|\(((?:19|20)\d\d\.(?:0?[1-9]|1[0-2])|\d+\.\d+\.\d+)\)$/i
      .exec(bare)
      ?.slice(1)
      .find(Boolean) ??
    null;
  return withoutKindWords({ ...identity, version: behind });
}

/** "KubeVirt 1.6 Release Schedule", "План релиза v0.7.0", "V2.0 全栈发布计划", "Release decision record: v2.5.0". */
const VERSIONED_TITLES: readonly (() => RegExp)[] = [
  ROMANCE,
  lazily(() => /^(?:план\s+(?:релиза|выпуска)|чек-?лист\s+релиза)\s+(.+)$/iu),
  lazily(() => /^(.*\d\.\d[^\s]*)\s*.{0,8}(?:发布|上线)(?:计划|清单|检查)/u),
  lazily(() => /^(.*\d\.\d[^\s]*)\s*.{0,8}リリース(?:計画|チェックリスト)/u),
];

const CAPITAL = lazily(() => /^["“'(]?(?:\p{Lu}|\p{Lo}|v?\d|\p{Ll}+\p{Lu})/u);

/** "v1.1 RC1 go/no-go record". */
const GATE_OF = /^(v?\d+(?:\.\d+)+(?:[\s-]?rc\s?\d*)?)\s+(?:release\s+)?go\s*\/?\s*no-?\s?go\b/i;
const LOOKS_BACK = lazily(
  () =>
    /^(?:[\p{L}-]+\s+){0,5}(?:retro(?:spective)?|post-?mortem)\s*[:–—-]\s*(\S.*)$|^(\S.*?)\s+(?:retro(?:spective)?|post-?mortem)$/iu,
);
/** "2.2 Timeline", "2.1) Scope": the number of a section, where nothing calls it a release. */
const SECTION_NUMBER = lazily(() => /^\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+\p{L}/u);
const PART_NUMBER =
  /^(?:phase|step|sprint|iteration|section|part|chapter|appendix|week|day|milestone|stage|round|wave|task|story|epic|feature|item|option|question|section|table|figure|wcag|python|node(?:\.?js)?|java|php|ruby|rust|tls|http|iso|rfc|ios|android|windows|ubuntu|debian|postgres\w*|mysql|redis|react|angular|vue|rails|django|openssl|schema|usb|bluetooth)\s*v?\d/i;
const WORK_ON = /\d\s+(?:upgrade|migration|audit|support|update|compatibility|deprecation|removal)\b/i;
const SAYS_RELEASE = /\b(?:release|launch|version)\b/i;
const ABOUT =
  /^(?:retro(?:spective)?|post-?mortem|go\s*\/?\s*no-?\s?go(?:\s+(?:review|meeting|decision|call))?|(?:launch|release)\s+(?:review|readiness|retro|planning|sync|check-?in)|kick-?off|readiness\s+review) ?(?::|[–—-]|\bfor\b|\bof\b)? (\S.*)$/iu;
const MAX_NAME_WORDS = 8;
const GENERIC =
  /^(?:notes?|process|checklist|template|cadence|schedule|plan(?:ning)?|overview|steps?|tasks?|criteria|guide|calendar|lifecycle|management|team|status|lead|manager|candidate|day|window|branch(?:es)?|train|n?e?w?)$/i;

/** A heading's text without a leading date, signs and the separators between them. */
export function withoutLeadingDate(text: string, dates: DateContext): string {
  const bare = text.replace(LEADING_SYMBOLS(), '');
  const first = findDates(bare.slice(0, 40), dates)[0];
  const cut = first?.start === 0 ? bare.slice(first.end) : bare;
  return cut
    .replace(/^[\s:,.–—-]+/, '')
    .replace(LEADING_NUMBER(), '')
    .trim();
}

/** Without what stands behind a name: dates, tags, anchors, `[status]`, and what is struck. */
function withoutTrailingNotes(text: string, dates: DateContext): string {
  let bare = text.replace(/~~[^~]*~~/g, ' ');
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(TRAILING_MARKS(), '').trimEnd();
    const last = findDates(bare, dates).pop();
    if (
      last &&
      last.start > 0 &&
      /\d/.test(last.reading?.phrase ?? '') &&
      /^[\s)]*$/.test(bare.slice(last.end)) &&
      /[\s(,–—-]$/.test(bare.slice(0, last.start))
    )
      bare = bare
        .slice(0, last.start)
        .replace(/[\s(,:–—-]+$/, '')
        .replace(
          /[\s(,:–—-]+(?:on|by|due|ships?|shipping|launch(?:es|ing)?|targeting|targets?|planned(?: for)?|scheduled(?: for)?|for|expected|eta|out)$/i,
          '',
        )
        .replace(/[\s(,:–—-]+$/, '');
  }
  return bare;
}

/** Every form has a version or one of the two words. */
const MAY_NAME = /[\d０-９]|release|launch/i;

/** "Release: v2.5 (Analytics Dashboard)", "Release v11", "Retro: v5.9 (Import wizard)"; unsure for "Cluster API v1.8". */
export function releaseInHeading(
  text: string,
  dates: DateContext,
  lookup: LabelLookup,
  isTitle = false,
): NamedRelease | null {
  if (!MAY_NAME.test(text)) return null;
  const led = withoutLeadingDate(text, dates);
  const bare = withoutTrailingNotes(led.replace(STATE_OF_TEXT, '').replace(NUMBERED_PARTS, ' '), dates);
  if (bare === '' || isPlaceholder(bare) || isPlaceholder(led) || NOTES_OF_RELEASE.test(bare)) return null;
  const labelled = LABELLED().exec(bare);
  if (labelled) {
    const [, word = '', kind, sign = '', value = ''] = labelled;
    const named = sureRelease(value, lookup, dates);
    if (!named) return null;
    const date = kind === undefined ? dateBeside(led, dates) : null;
    // "Launch: Communications" and "Release – Final steps" name parts; a version, a title, or "Release: Name" leaves no doubt.
    return {
      ...named,
      sure: named.identity.version !== null || isTitle || (word.toLowerCase() === 'release' && sign === ':'),
      date,
    };
  }
  const numbered = NUMBERED().exec(bare)?.[1] ?? KINDED().exec(bare)?.slice(1).find(Boolean);
  if (numbered !== undefined) return sureRelease(/^\d+$/.test(numbered) ? `v${numbered}` : numbered, lookup, dates);
  const gate = GATE_OF.exec(bare)?.[1];
  if (gate !== undefined) return sureRelease(gate, lookup, dates);
  const called = CALLED().exec(bare)?.slice(1).find(Boolean);
  if (called !== undefined) return sureRelease(called, lookup, dates);
  const of = isTitle ? KIND_OF().exec(bare)?.[1] : undefined;
  const ofVersion = of === undefined ? null : parseReleaseIdentity(of);
  if (ofVersion?.version && /\d\.\d/.test(of ?? '')) return { identity: withoutKindWords(ofVersion), sure: true };
  const titled = isTitle
    ? [namedByKind(bare) ?? undefined, ...VERSIONED_TITLES.map((pattern) => pattern().exec(bare)?.[1])].find(
        (value) => value !== undefined && /\d\.\d/.test(value),
      )
    : undefined;
  const titledIdentity = titled === undefined ? null : parseReleaseIdentity(titled);
  if (titledIdentity?.version) return { identity: withoutKindWords(titledIdentity), sure: true };
  const back = LOOKS_BACK().exec(bare)?.slice(1).find(Boolean);
  const looked = back === undefined ? null : parseReleaseIdentity(back);
  if (looked?.version && /v\.?\s?\d|\d\.\d/i.test(back ?? ''))
    return { identity: withoutKindWords(looked), sure: true };
  if (
    (SECTION_NUMBER().test(bare) && !isTitle && !SAYS_RELEASE.test(bare)) ||
    (PART_NUMBER.test(bare) && !(isTitle && SAYS_RELEASE.test(bare))) ||
    WORK_ON.test(bare)
  )
    return null;
  const about = ABOUT.exec(bare);
  if (about) {
    const identity = parseReleaseIdentity(about[1] ?? '');
    // "Release planning 12" is the twelfth meeting, not version 12.
    return identity?.version && /v\.?\s?\d|\d\.\d/i.test(about[1] ?? '') ? { identity, sure: true } : null;
  }
  if (lookup.section(bare)) return null;
  const planned = PLANNED.exec(led)?.[1];
  const plannedFor = planned === undefined ? null : dateBeside(led, dates);
  if (planned !== undefined && plannedFor !== null)
    return {
      ...(sureRelease(planned, lookup, dates) ?? { identity: { version: planned, name: null } }),
      sure: true,
      date: plannedFor,
    };
  const identity = parseReleaseIdentity(bare);
  return identity?.version && wordCount(identity.name) <= MAX_NAME_WORDS
    ? { identity: withoutKindWords(identity), sure: false }
    : null;
}

/** "v1.0 (planned on June 30)". */
const PLANNED = /^(v?\d+(?:\.\d+)+)[\s(:–—-]{1,5}(?:planned|target(?:ed)?|due|eta|expected|scheduled|release date)\b/i;

/** What is out is told by its notes: no plan of a release. */
const NOTES_OF_RELEASE =
  /\brelease[\s-]notes\b|\bchange-?log\b|\bwhat(?:'|’)?s new\b|\bnotes de version\b|\bnotas de (?:la )?versi[oó]n\b|\bversionshinweise\b/i;

/** True for the title of release notes or a changelog. */
export function isReleaseNotes(title: string): boolean {
  return NOTES_OF_RELEASE.test(title);
}

const ONLY_ABOUT_DATE = lazily(
  () =>
    /^(?:[\s,.:;?!~≈()–—-]|(?:tentative(?:ly)?|probably|planned|targeted|target|tb[acd]|approx\w*|around|about|maybe|likely|confirmed|by|on|of|the|before|after|end|eod|week|utc|cet|est|pst|am|pm|latest|earliest|at|or)(?![\p{L}]))*$/iu,
);
const CLOCK_ONLY = /^\d{1,2}[:h]\d{2}(?:\s*(?:am|pm|uhr))?\s*(?:\([^)]*\))?$/i;
const UNDATED = /^(?:tb[acd]|unknown|asap|n\/a|soon|later)\b/i;

/** True for "March 8 (tentative)", "Q2 (probably May)" and "TBD (after audit)": a day, and no name. */
export function isOnlyDate(value: string, dates: DateContext): boolean {
  const bare = value.replace(/\([^()]*\)/g, ' ').trim();
  if (UNDATED.test(bare)) return true;
  const found = findDates(bare, dates).filter(({ reading }) => reading);
  if (found.length === 0) return false;
  const rest = found.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, bare);
  return ONLY_ABOUT_DATE().test(rest);
}

const JOINS_DATE =
  /(?:[\s(,–—-]|(?:^|\s)(?:on|by|due|ships?|shipping|launch(?:es|ing)?|targeting|targets?|target|planned|scheduled|for|expected|eta|out|:|→))\s*\(?$/i;

/** The date at the end of a name, as written: "v2.5 on Feb 15", "v2.5 (Atlas), Feb 15"; null where nothing stands before it. */
export function dateBeside(value: string, dates: DateContext): string | null {
  const last = findDates(value, dates)
    .filter(({ reading }) => reading)
    .pop();
  if (!last?.reading || last.start === 0 || last.reading.fuzzy || !/\d/.test(last.reading.phrase)) return null;
  return /^[\s).!]*$/.test(value.slice(last.end)) && JOINS_DATE.test(value.slice(0, last.start))
    ? value.slice(last.start, last.end)
    : null;
}

/** The value of a "Release:" label: a name of a few words or a version; prose, dates and placeholders are none. */
/** "v1.0.0 (UPDATED)": how far the text is, not what the release is called. */
const STATE_OF_TEXT =
  /\s*[([](?:updated?|draft|final(?: draft)?|wip|revised|current|archived?|deprecated|in progress|planned|approved|confirmed|tentative|proposed|new|old|internal|public|confidential|template|entwurf|borrador|brouillon|rascunho)[)\]]/gi;

export function sureRelease(stated: string, lookup: LabelLookup, dates: DateContext): NamedRelease | null {
  const value = stated.replace(STATE_OF_TEXT, '');
  if (isPlaceholder(value) || isOnlyDate(value, dates) || CLOCK_ONLY.test(value.trim())) return null;
  const text = withoutTrailingNotes(
    value
      .replace(/[*`]/g, '')
      .replace(/(^|\s)_+|_+(?=\s|$)/g, '$1')
      .trim(),
    dates,
  );
  const identity = parseReleaseIdentity(text);
  if (
    !identity ||
    (identity.version === null &&
      (wordCount(identity.name) > MAX_NAME_WORDS || GENERIC.test(identity.name ?? '') || lookup.section(text) !== null))
  )
    return null;
  // "Release: what it means" is a sentence, not a name.
  if (identity.version === null && LEADING_LOWER().test(identity.name ?? '')) return null;
  if (identity.version !== null && wordCount(identity.name) > MAX_NAME_WORDS + 4) return null;
  return { identity, sure: true };
}

/** Titles of pages about releases in general. */
const NOT_ONE_RELEASE =
  /\b(?:prd|rfc|adr|adr-\d+|spec(?:ification)?|proposal|design doc|how (?:to|we)|guide|guidelines|template|handbook|policy|process|cadence|onboarding|changelog|release notes|what(?:'|’)?s new|faq)\b/i;
/** "(Stories 1.11–1.21)": numbers of something else. */
const NUMBERED_PARTS =
  /[（(]?\b(?:stor(?:y|ies)|epics?|sprints?|tasks?|tickets?|sections?|chapters?|weeks?|phases?)\s+\d[\d.]*(?:\s?[–—-]\s?[\d.]+)?[）)]?/gi;

/** The release that a whole note is about when only its title can say: words such as "launch plan" are left out. */
export function releaseInTitle(title: string, dates: DateContext): ReleaseIdentity | null {
  const bare = withoutTrailingNotes(
    withoutLeadingDate(title.replace(STATE_OF_TEXT, '').replace(NUMBERED_PARTS, ' '), dates),
    dates,
  );
  if (NOT_ONE_RELEASE.test(bare) || isPlaceholder(bare)) return null;
  const identity = parseReleaseIdentity(bare);
  if (!identity) return null;
  const cleaned = withoutKindWords(identity);
  return (cleaned.version === null && cleaned.name === null) || wordCount(cleaned.name) > MAX_NAME_WORDS
    ? null
    : cleaned;
}

function wordCount(text: string | null): number {
  return text === null ? 0 : text.split(/\s+/).length;
}

/** The release that a wikilink's inner text means: a Plan, Checklist or Retro stands for its folder. */
export function releaseOfLink(inner: string): string {
  return (
    linkTarget(inner)
      .replace(/\/(?:plan|checklist|retro)$/i, '')
      .split('/')
      .pop() ?? ''
  );
}
