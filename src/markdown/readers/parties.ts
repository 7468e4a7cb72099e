import { lazily } from '../../domain/lazily';
import { isPlaceholder } from '../../domain/release-identity';
import { plainText, wikilinks } from '../inline';

const FULL_NAME = lazily(() => /^\p{Lu}\p{L}+(?:\s+\p{Lu}[\p{L}'’.-]+){1,2}$/u);
const LEADING_LETTER = lazily(() => /^[\p{L}]/u);
const HANDLE = lazily(() => /(?:^|[\s(,;:&/[])@([\p{L}\p{N}][\p{L}\p{N}_.-]*[\p{L}\p{N}]|[\p{L}])/gu);
const NOBODY = /^@?(?:tbd|tba|tbc|to be (?:decided|defined|confirmed|named|assigned|found)|unassigned|unowned|nobody|no one|none(?: yet)?|n\/a|open|needed|wanted|vacant|who\??|\?+|-+|–|—|offen)(?:\s+by\b.*)?$/i;
const MAX_NAME_WORDS = 4;
const MAX_VALUE = 600;

/** `@dan` and `@cs-team` in order, without the sign. */
export function handles(text: string): string[] {
  return text.includes('@') ? [...text.matchAll(HANDLE())].map((match) => match[1] ?? '') : [];
}

/** The people and teams that a value names: links first, then handles, else plain names; empty for TBD and placeholders. */
export function partiesOf(value: string): string[] {
  const text = value.slice(0, MAX_VALUE).replace(/~~[^~]*~~/g, ' ').replace(/\((?![^()]{0,200}\[\[)[^()]{0,200}\)|\([^()]{0,100}\b(?:backup|until|deputy|was|previously|formerly|interim|cc|vertretung)\b[^()]{0,200}\)/gi, ' ');
  const links = wikilinks(text).map((link) => link.target);
  if (links.length > 0) return unique([...links, ...namesBeside(text)]);
  const named = handles(text).filter((name) => !NOBODY.test(name));
  if (named.length > 0) return unique(named);
  const plain = plainText(text).replace(/,?\s*\b(?:backup|deputy|until)\b.*$/i, '').replace(/\s[–—]\s.*$/, '').replace(/^[\s:–—-]+|[\s.;:–—-]+$/g, '');
  if (plain === '' || NOBODY.test(plain) || isPlaceholder(plain)) return [];
  return unique(plain.split(CONNECTORS).map((name) => name.trim()).filter((name) => isName(name)));
}

const CONNECTORS = /\s*[,;&/+]\s*|\s+(?:and|und|y|et)\s+/iu;

/** Plain names that a connector joins to links: "[[Ann]] and Bob Kay". */
function namesBeside(text: string): string[] {
  const rest = text.replace(/!?\[\[[^\]]*\]\]/g, '\u0001');
  return plainText(rest).split(CONNECTORS).filter((name) => !name.includes('\u0001') && FULL_NAME().test(name.trim())).map((name) => name.trim());
}

/** True when the value says in so many words that nobody is named yet. */
export function namesNobody(value: string): boolean {
  const plain = plainText(value).trim();
  return plain === '' || NOBODY.test(plain) || isPlaceholder(plain);
}

function isName(text: string): boolean {
  return LEADING_LETTER().test(text) && text.length <= 60 && text.split(/\s+/).length <= MAX_NAME_WORDS && !NOBODY.test(text) && !isPlaceholder(text);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
