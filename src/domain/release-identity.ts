import { lazily } from './lazily';
import { normalizedText } from './text-similarity';

const LEADING_NOISE = lazily(() => /^[\s\p{P}\p{S}]*(?:(?:release|version)\b(?=\s*(?:$|[:–—-])))?/iu);
const WORD_CHARACTER = lazily(() => /[\p{L}\p{N}]/u);

/** What a text says about which release is meant. At least one of the two is set. */
export interface ReleaseIdentity {
  readonly version: string | null;
  readonly name: string | null;
}

const VERSION =
  /(?:^|[\s([{"“'«,:;#-])(?:(?:version|release|ver)\s+|v\.?\s?)?(\d{1,4}(?:\.\d{1,5}){1,3}(?:[-.]?(?:rc|beta|alpha|preview|pre|demo|dev|snapshot)[-.]?\d*|[ab]\d{1,2})?)(?![\d%])(?!\.\d)/i;
const MAJOR = lazily(
  () =>
    /(?:^|[\s([{"“'«,:;-])(?:v\.?\s?(?=\d)|version\s+)(\d{1,4}(?:[-.]?(?:rc|beta|alpha)[-.]?\d*)?)(?![\d.%]*\d)(?![\p{L}])/iu,
);
const LEADING_NUMBER = /^(\d{1,3})(?=\s*(?:$|[("“«–—:-]))/;
const PLACEHOLDER =
  /\{\{|\}\}|<(?!https?:|[^<>\s@]{1,80}@|\/?(?:a|b|i|u|s|em|strong|br|span|small|sub|sup|mark|del|ins|kbd|code|font|img|p|div)\b)[^<>]*>|\bv?[xyn]\.[xyzn]\b|\bv?x\.y|\b\d+\.x\b|\bM\.m\.p\b|YYYY|_{4,}|\[\s*(?:name|version|release)[^\]]*\]|^(?:tbd|tba|n\/a|none|\?+|-+|…|\.{3})$/i;

/** True for text that a template leaves to be filled in: `{{name}}`, `<version>`, `vX.Y.Z`, TBD. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}

/**
 * Reads "v2.5 (Analytics Dashboard)", `v3.8 "Compass"`, "Customer Portal 4.0", "Insights Beta" into version and name.
 * Whole version tokens only; null where nothing but placeholders or punctuation is left.
 */
export function parseReleaseIdentity(text: string): ReleaseIdentity | null {
  const source = text.replace(/[™®©]/g, '').normalize('NFKC').replace(/[‐‑]/g, '-').trim();
  if (source === '' || isPlaceholder(source)) return null;
  const match = VERSION.exec(source) ?? MAJOR().exec(source) ?? LEADING_NUMBER.exec(source);
  const version = match?.[1]?.toLowerCase() ?? null;
  const rest = match ? `${source.slice(0, match.index)} ${source.slice(match.index + match[0].length)}` : source;
  const name = cleanName(rest);
  return version === null && name === null ? null : { version, name };
}

function cleanName(text: string): string | null {
  const bare = text
    .replace(LEADING_NOISE(), ' ')
    .replace(/["“”«»]/g, ' ')
    .replace(/^[\s:;,.–—\-/([{]+|[\s:;,.–—\-/([{]+$/g, '')
    .trim();
  const inner = /^\(([^()]*)\)$/.exec(bare)?.[1] ?? bare;
  const balanced = inner.includes(')') && !inner.includes('(') ? inner.replace(/\)/g, ' ') : inner;
  const name = balanced
    .replace(/^[\s:;,.–—-]+|[\s:;,.–—-]+$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\(\s*\)/g, '')
    .trim();
  return WORD_CHARACTER().test(name) ? name : null;
}

const ANY_VERSION = lazily(
  () => /(?:^|[^\p{L}\p{N}.])(?:v\.?\s?(\d+(?:\.\d+)*)|(\d+(?:\.\d+){1,3}))(?![\p{L}\p{N}%])/giu,
);

/** True when a text names versions, and none of them is this release's: "v2.5 went live" in the plan of v2.6. */
export function isAboutAnother(text: string, identity: ReleaseIdentity | null): boolean {
  if (!identity || identity.version === null) return false;
  const own = versionKey(identity.version);
  const named = [...text.matchAll(ANY_VERSION())].map((match) => versionKey(match[1] ?? match[2] ?? ''));
  return named.length > 0 && !named.includes(own);
}

/** Version in comparable form: no leading "v", lower case. `2.5` and `2.5.1` stay different. */
export function versionKey(version: string): string {
  return version.toLowerCase().replace(/^v\.?/, '');
}

/** Name in comparable form: case, punctuation, `_` and the words release/launch/plan at either end do not count. */
export function nameKey(name: string): string {
  const tokens = normalizedText(name.replace(/_/g, ' ')).split(' ');
  const noise = new Set(['release', 'launch', 'plan', 'the']);
  while (tokens.length > 1 && noise.has(tokens[0] ?? '')) tokens.shift();
  while (tokens.length > 1 && noise.has(tokens[tokens.length - 1] ?? '')) tokens.pop();
  return tokens.join(' ');
}

/** What a mention can be matched by. */
export interface IdentityKeys {
  readonly version: string | null;
  readonly name: string | null;
}

/** Comparable keys of an identity. */
export function identityKeys({ version, name }: ReleaseIdentity): IdentityKeys {
  return { version: version === null ? null : versionKey(version), name: name === null ? null : nameKey(name) };
}
