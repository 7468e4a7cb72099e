import { isPlaceholder } from '../../domain/release-identity';
import { plainText, wikilinks } from '../inline';

const HANDLE = /(?:^|[\s(,;:&/[])@([\p{L}\p{N}][\p{L}\p{N}_.-]*[\p{L}\p{N}]|[\p{L}])/gu;
const NOBODY = /^(?:tbd|tba|tbc|to be (?:decided|defined|confirmed)|unassigned|unowned|nobody|no one|none|n\/a|open|\?+|-+|–|—|offen)$/i;
const MAX_NAME_WORDS = 4;

/** `@dan` and `@cs-team` in order, without the sign. */
export function handles(text: string): string[] {
  return text.includes('@') ? [...text.matchAll(HANDLE)].map((match) => match[1] ?? '') : [];
}

/** The people and teams that a value names: links first, then handles, else plain names; empty for TBD and placeholders. */
export function partiesOf(value: string): string[] {
  const text = value.replace(/~~[^~]*~~/g, ' ').replace(/\((?![^)]*\[\[)[^)]*\)|\([^)]*\b(?:backup|until|deputy|was|previously|formerly|interim|cc|vertretung)\b[^)]*\)/gi, ' ');
  const links = wikilinks(text).map((link) => link.target);
  if (links.length > 0) return unique(links);
  const named = handles(text);
  if (named.length > 0) return unique(named);
  const plain = plainText(text).replace(/^[\s:–—-]+|[\s.;:–—-]+$/g, '');
  if (plain === '' || NOBODY.test(plain) || isPlaceholder(plain)) return [];
  return unique(plain.split(/\s*(?:,|;|&|\/|\+|\band\b|\bund\b)\s*/i).filter((name) => isName(name)));
}

/** True when the value says in so many words that nobody is named yet. */
export function namesNobody(value: string): boolean {
  const plain = plainText(value).trim();
  return plain === '' || NOBODY.test(plain) || isPlaceholder(plain);
}

function isName(text: string): boolean {
  return /^[\p{L}]/u.test(text) && text.length <= 60 && text.split(/\s+/).length <= MAX_NAME_WORDS && !NOBODY.test(text) && !isPlaceholder(text);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
