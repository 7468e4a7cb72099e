import type { StatusBlock, StatusSentence } from './status-sentence';

/** What these mean to people outside of the team. */
const MEANINGS: Readonly<Record<string, string>> = {
  CS: 'customer success',
  CX: 'customer experience',
  GA: 'general availability',
  GTM: 'go-to-market',
  KPI: 'key figure',
  MVP: 'first version',
  OKR: 'goal',
  PM: 'product manager',
  QA: 'quality assurance',
  SLA: 'service level agreement',
  SRE: 'site reliability engineering',
  UAT: 'user acceptance test',
  UX: 'user experience',
};

/** Everybody knows these. */
const KNOWN: ReadonlySet<string> = new Set(
  'AI API CEO CSV EU FAQ HR ID IT OK PDF Q1 Q2 Q3 Q4 TV UK URL US USA USB'.split(' '),
);

const ABBREVIATION = /\b[A-Z][A-Z0-9]{1,5}\b/g;

/** Abbreviations that are neither known, nor named among what is allowed, nor explained right behind. */
export function unexplained(text: string, allowed: readonly string[]): string[] {
  const free = new Set(allowed.flatMap((name) => name.match(ABBREVIATION) ?? []));
  const explained = new Set<string>();
  return [...text.matchAll(ABBREVIATION)].flatMap(({ 0: word, index }) => {
    if (/^\s\([a-z]/.test(text.slice(index + word.length))) explained.add(word);
    return KNOWN.has(word) || free.has(word) || explained.has(word) ? [] : [word];
  });
}

/**
 * The same blocks for people outside of the team: what an abbreviation means stands behind its first place, and words
 * of a note with others, which nobody there knows, are left out.
 */
export function expandBlocks(blocks: readonly StatusBlock[], allowed: readonly string[]): StatusBlock[] {
  const explained = new Set<string>();
  const expand = (one: StatusSentence): StatusSentence => {
    const text = one.text.replace(ABBREVIATION, (word) => {
      const meaning = MEANINGS[word];
      if (meaning === undefined || explained.has(word) || allowed.some((name) => name.includes(word))) return word;
      explained.add(word);
      return `${word} (${meaning})`;
    });
    const names = [...allowed, ...explained];
    return {
      ...one,
      text: text.replace(/“[^”]*”/g, (words) => (unexplained(words, names).length > 0 ? UNNAMED : words)),
    };
  };
  return blocks.map((block) => ({ ...block, items: block.items.map((item) => item.map(expand)) }));
}

/** Instead of words that only the team knows. */
const UNNAMED = 'one item';
