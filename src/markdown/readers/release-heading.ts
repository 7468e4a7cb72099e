import { lazily } from '../../domain/lazily';
import { isPlaceholder, parseReleaseIdentity, type ReleaseIdentity } from '../../domain/release-identity';
import { findDates } from '../dates/find-dates';
import type { DateContext } from '../dates/date-context';
import { linkTarget } from '../inline';
import type { LabelLookup } from '../vocabulary';

const LEADING_SYMBOLS = lazily(() => /^[\s\p{So}\p{Sk}\uFE0F\u200D]+/u);
const LEADING_NUMBER = lazily(() => /^\d{1,2}[.)]\s+(?=\p{L})/u);
const TRAILING_MARKS = lazily(() => /\s+(?:#[\p{L}][\p{L}\p{N}/_-]*|\^[\w-]+|\[[^\]]*\]|[\p{So}\uFE0F\u200D]+)\s*$/u);
const LEADING_LOWER = lazily(() => /^\p{Ll}/u);
const LETTER = lazily(() => /\p{L}/u);

/** A release that a heading or title may name; `sure` when its wording leaves no doubt. */
export interface NamedRelease {
  readonly identity: ReleaseIdentity;
  readonly sure: boolean;
}

const KIND = '(?:plan|planning|readiness|checklist|brief|status|tracker|kick-?off|retro(?:spective)?|review|overview|page|meeting|sync)';
const LABELLED = lazily(() => new RegExp(`^(?:upcoming\\s+|next\\s+|current\\s+)?(?:release|launch)(?:\\s+${KIND})?\\s*(?::|\\s[–—-])\\s*(.+)$`, 'iu'));
const NUMBERED = /^release\s+((?:v\.?|version\s+)?\s?\d.*)$/iu;
const ABOUT = /^(?:retro(?:spective)?|post-?mortem|go\s*\/?\s*no-?\s?go(?:\s+(?:review|meeting|decision|call))?|(?:launch|release)\s+(?:review|readiness|retro|planning|sync|check-?in)|kick-?off|readiness\s+review) ?(?::|[–—-]|\bfor\b|\bof\b)? (\S.*)$/iu;
const MAX_NAME_WORDS = 8;
const GENERIC = /^(?:notes?|process|checklist|template|cadence|schedule|plan(?:ning)?|overview|steps?|tasks?|criteria|guide|calendar|lifecycle|management|team|status|lead|manager|candidate|day|window|branch(?:es)?|train|n?e?w?)$/i;

/** A heading's text without a leading date, signs and the separators between them. */
export function withoutLeadingDate(text: string, dates: DateContext): string {
  const bare = text.replace(LEADING_SYMBOLS(), '');
  const first = findDates(bare.slice(0, 40), dates)[0];
  const cut = first?.start === 0 ? bare.slice(first.end) : bare;
  return cut.replace(/^[\s:,.–—-]+/, '').replace(LEADING_NUMBER(), '').trim();
}

/** Without what stands behind a name: dates, tags, anchors, `[status]`, and what is struck. */
function withoutTrailingNotes(text: string, dates: DateContext): string {
  let bare = text.replace(/~~[^~]*~~/g, ' ');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(TRAILING_MARKS(), '').trimEnd();
    const last = findDates(bare, dates).pop();
    if (last && last.start > 0 && /\d/.test(last.reading?.phrase ?? '') && /^[\s)]*$/.test(bare.slice(last.end)) && /[\s(,–—-]$/.test(bare.slice(0, last.start))) bare = bare.slice(0, last.start).replace(/[\s(,:–—-]+$/, '');
  }
  return bare;
}

/** "Release: v2.5 (Analytics Dashboard)", "Release v11", "Retro: v5.9 (Import wizard)"; unsure for "Cluster API v1.8". */
export function releaseInHeading(text: string, dates: DateContext, lookup: LabelLookup): NamedRelease | null {
  const bare = withoutTrailingNotes(withoutLeadingDate(text, dates), dates);
  if (bare === '' || isPlaceholder(bare)) return null;
  const labelled = LABELLED().exec(bare) ?? NUMBERED.exec(bare);
  if (labelled) return sureRelease(labelled[1] ?? '', lookup, dates);
  const about = ABOUT.exec(bare);
  if (about) {
    const identity = parseReleaseIdentity(about[1] ?? '');
    // "Release planning 12" is the twelfth meeting, not version 12.
    return identity?.version && /v\.?\s?\d|\d\.\d/i.test(about[1] ?? '') ? { identity, sure: true } : null;
  }
  if (lookup.section(bare)) return null;
  const identity = parseReleaseIdentity(bare);
  return identity?.version && wordCount(identity.name) <= MAX_NAME_WORDS ? { identity: withoutKindWords(identity), sure: false } : null;
}

/** The value of a "Release:" label: a name of a few words or a version; prose, dates and placeholders are none. */
export function sureRelease(value: string, lookup: LabelLookup, dates: DateContext): NamedRelease | null {
  const text = withoutTrailingNotes(value.replace(/[*`]/g, '').replace(/(^|\s)_+|_+(?=\s|$)/g, '$1').trim(), dates);
  const identity = parseReleaseIdentity(text);
  if (!identity || (identity.version === null && (wordCount(identity.name) > MAX_NAME_WORDS || GENERIC.test(identity.name ?? '') || lookup.section(text) !== null))) return null;
  // "Release: what it means" is a sentence, not a name.
  if (identity.version === null && LEADING_LOWER().test(identity.name ?? '')) return null;
  if (identity.version !== null && wordCount(identity.name) > MAX_NAME_WORDS + 4) return null;
  return { identity, sure: true };
}

/** Titles of pages about releases in general. */
const NOT_ONE_RELEASE = /\b(?:how (?:to|we)|guide|guidelines|template|handbook|policy|process|cadence|onboarding|changelog|release notes|what(?:'|’)?s new|faq)\b/i;
const TITLE_NOISE = lazily(() => new RegExp(`\\b(?:release|launch|go-live)\\b(?:\\s+${KIND}|\\s+notes?|\\s+window)?|\\b${KIND}\\b|\\bweekly\\b|\\bnotes\\b`, 'giu'));

function withoutKindWords(identity: ReleaseIdentity): ReleaseIdentity {
  return { version: identity.version, name: titleName(identity.name ?? '') };
}

function titleName(text: string): string | null {
  const name = text.replace(TITLE_NOISE(), ' ').replace(/\s+/g, ' ').replace(/^[\s:,.–—()-]+|[\s:,.–—()-]+$/g, '');
  return LETTER().test(name) ? name : null;
}

/** The release that a whole note is about when only its title can say: words such as "launch plan" are left out. */
export function releaseInTitle(title: string, dates: DateContext): ReleaseIdentity | null {
  const bare = withoutTrailingNotes(withoutLeadingDate(title, dates), dates);
  if (NOT_ONE_RELEASE.test(bare) || isPlaceholder(bare)) return null;
  const identity = parseReleaseIdentity(bare);
  if (!identity) return null;
  const cleaned = withoutKindWords(identity);
  return (cleaned.version === null && cleaned.name === null) || wordCount(cleaned.name) > MAX_NAME_WORDS ? null : cleaned;
}

function wordCount(text: string | null): number {
  return text === null ? 0 : text.split(/\s+/).length;
}

/** The release that a wikilink's inner text means: a Plan, Checklist or Retro stands for its folder. */
export function releaseOfLink(inner: string): string {
  return linkTarget(inner).replace(/\/(?:plan|checklist|retro)$/i, '').split('/').pop() ?? '';
}
