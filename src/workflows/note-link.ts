/**
 * A wikilink to a note by name or path, with the text to show; text that no link can hold loses what it cannot. ''
 * for ''.
 */
export function linkTo(name: string, shown = ''): string {
  const bare = name
    .trim()
    .replace(/^\[\[([^\]|]*)(?:\|[^\]]*)?\]\]$/, '$1')
    .replace(/^@/, '');
  const target = bare
    .replace(/\.md$/i, '')
    .replace(/[[\]|#^]+|%%|\{\{|\}\}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (target === '') return '';
  const label = shown.replace(/[[\]|\r\n]+/g, ' ').trim();
  return label === '' ? `[[${target}]]` : `[[${target}|${label}]]`;
}

/** Names as links: "Ann, [[Bob]]; CS Team". */
export function linksTo(names: string): string[] {
  return names
    .split(/[,;\n]/)
    .map((name) => linkTo(name))
    .filter(Boolean);
}
