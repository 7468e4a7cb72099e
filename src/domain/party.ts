/** One form for all ways to write a person or team: `[[Teams/CS Team|CS]]`, `@cs-team`, "the CS team" are one party. */
export function partyKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = keyOf(name);
  if (keys.size >= REMEMBERED_KEYS) keys.clear();
  keys.set(name, key);
  return key;
}

/** The same few parties are named in every note. */
const keys = new Map<string, string>();
const REMEMBERED_KEYS = 2000;

function keyOf(name: string): string {
  const page =
    name
      .replace(/^\[\[|\]\]$/g, '')
      .split('|')[0]
      ?.split('#')[0]
      ?.split('/')
      .pop() ?? '';
  const words = page
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/[’']/g, "'")
    .replace(/\.md$/, '')
    .replace(/[-_]+/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const bare = words.filter((word) => word !== 'the' && word !== 'team');
  return (bare.length > 0 ? bare : words).join(' ');
}

/** Maps an alias to the party's own name; keys are {@link partyKey}s. */
export type PartyAliases = Readonly<Record<string, string>>;

/** The name under which a party is shown: its page's name where `name` is an alias of it. */
export function resolveParty(name: string, aliases: PartyAliases): string {
  const key = partyKey(name);
  return Object.hasOwn(aliases, key) ? (aliases[key] ?? name) : name;
}

/** True when two ways to write a person or team mean one. */
export function isSameParty(one: string, other: string): boolean {
  return partyKey(one) === partyKey(other);
}
