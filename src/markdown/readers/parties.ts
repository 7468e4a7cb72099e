import { lazily } from '../../domain/lazily';
import { isPlaceholder } from '../../domain/release-identity';
import { partyLinks, plainText } from '../inline';

const FULL_NAME = lazily(() => /^\p{Lu}\p{L}+(?:\s+\p{Lu}[\p{L}'’.-]+){1,2}$/u);
const LEADING_LETTER = lazily(() => /^[\p{L}]/u);
/** `@due(…)` and `@done(…)` are signs of other programs. */
const HANDLE = lazily(
  () => /(?:^|[\s(,;:&/[*_])@([\p{L}\p{N}][\p{L}\p{N}_.-]*[\p{L}\p{N}]|[\p{L}])(?![(\p{L}\p{N}_])/gu,
);
const NOBODY =
  /^@?(?:tbd|tba|tbc|unknown|unbekannt|inconnue?|desconocido|desconhecido|to be (?:decided|defined|confirmed|named|assigned|found)|unassigned|unowned|nobody(?: yet)?|no one(?: yet)?|not (?:yet )?(?:assigned|named|decided|known|clear)(?: yet)?|none(?: yet)?|n\/a|open|needed|wanted|vacant|(?:needs? |need )?(?:an? )?(?:volunteers?|owner|owners|someone|somebody)(?: (?:needed|wanted|please|yet))?|(?:any|every)(?:one|body)|who\??|[^?]{0,60}\?+|-+|–|—|offen|à définir|por definir)(?:\s+by\b.*)?$/i;
const MAX_NAME_WORDS = 4;
const MAX_VALUE = 600;

/** `@dan` and `@cs-team` in order, without the sign. */
export function handles(text: string): string[] {
  return text.includes('@')
    ? [...text.matchAll(HANDLE())].map((match) => match[1] ?? '').filter((name) => !/^\d{4}-\d{2}-\d{2}$/.test(name))
    : [];
}

const MARKDOWN_LINK = /!?\[([^\][]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g;
const MAIL = /<[^<>\s]+@[^<>\s]+>|<https?:[^<>\s]+>|\bmailto:\S+/g;
const FOOTNOTE = /\[\^[\w-]{1,40}\]/g;
const TAG = lazily(() => /(?:^|\s)#[\p{L}][\p{L}\p{N}/_-]*/gu);
/** A dot at the end, save behind an initial: "Ann L." */
const LAST_DOT = lazily(() => /((?:^|[^\p{L}])\p{Lu}\.)$|[.\s]+$/u);
const QUOTED = /^["'“‘«](.*)["'”’»]$/s;

/** A text in which every Markdown link stands as its words, without addresses, footnote marks and tags. */
export function withoutAddresses(text: string): string {
  return text.replace(MARKDOWN_LINK, '$1').replace(MAIL, ' ').replace(FOOTNOTE, '').replace(TAG(), ' ');
}

/**
 * The people and teams that a value names: links first, then handles, else plain names; empty for TBD and
 * placeholders.
 */
export function partiesOf(value: string): string[] {
  const shown = withoutAddresses(value.slice(0, MAX_VALUE).replace(/~~[^~]*~~/g, ' '));
  // "Bob -> Ann": who has it now stands last.
  const text = (shown.split(/\s(?:->|→|=>)\s/).pop() ?? shown).replace(
    /\((?![^()]{0,200}\[\[)[^()]{0,200}\)|\([^()]{0,100}\b(?:backup|until|deputy|was|previously|formerly|interim|cc|vertretung)\b[^()]{0,200}\)/gi,
    ' ',
  );
  const links = partyLinks(text).map((link) => link.target);
  if (links.length > 0) return unique([...links, ...namesBeside(text)]);
  const named = handles(text).filter((name) => !NOBODY.test(name));
  if (named.length > 0) return unique(named);
  const plain = plainText(text)
    .replace(/,?\s*\b(?:backup|deputy|until)\b.*$/i, '')
    .replace(/\s[–—]\s.*$/, '')
    .replace(/^[\s:–—-]+|[\s;:–—-]+$/g, '')
    .replace(LAST_DOT(), '$1')
    .replace(QUOTED, '$1')
    .trim();
  if (plain === '' || NOBODY.test(plain) || isPlaceholder(plain)) return [];
  return unique(
    plain
      .split(/\s*[,;/]\s*/)
      .flatMap(separately)
      .map((name) => name.trim())
      .filter((name) => isName(name)),
  );
}

const CONNECTORS = /\s*[,;&/+]\s*|\s+(?:and|und|y|et)\s+/iu;
const PAIRED = /\s*[&+]\s*|\s+(?:and|und|y|et)\s+/iu;

/** "Ann Lee and Bob Roy" are two; "Trust & Safety" and "Research and Development" are one party each, as written. */
function separately(text: string): string[] {
  const parts = text.split(PAIRED);
  return parts.every((part) => FULL_NAME().test(part.trim())) ? parts : [text];
}

/** Plain names that a connector joins to links: "[[Ann]] and Bob Kay". */
function namesBeside(text: string): string[] {
  const rest = text.replace(/!?\[\[[^\]]*\]\]/g, '\u0001');
  return plainText(rest)
    .split(CONNECTORS)
    .filter((name) => !name.includes('\u0001') && FULL_NAME().test(name.trim()))
    .map((name) => name.trim());
}

/** True when the value says in so many words that nobody is named yet. */
export function namesNobody(value: string): boolean {
  const plain = plainText(value).trim();
  return plain === '' || NOBODY.test(plain) || isPlaceholder(plain);
}

function isName(text: string): boolean {
  return (
    LEADING_LETTER().test(text) &&
    text.length <= 60 &&
    text.split(/\s+/).length <= MAX_NAME_WORDS &&
    !NOBODY.test(text) &&
    !isPlaceholder(text)
  );
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
