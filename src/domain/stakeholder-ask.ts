/** A party that a release needs, and how many business days of notice it wants. */
export interface StakeholderAsk {
  readonly who: string;
  readonly noticeDays: number;
  /** Nothing was said, so the usual notice is assumed. */
  readonly isUsual: boolean;
}

/** What teams usually ask for, by a word in their name; a person can say otherwise behind the name. */
const USUAL_NOTICE: readonly (readonly [RegExp, number])[] = [
  [/\b(?:legal|compliance|privacy)\b/i, 10],
  [/\bsecurity\b/i, 8],
  [/\b(?:marketing|sales|press|pr|partners?)\b/i, 5],
  [/\b(?:docs?|documentation|localization|translation)\b/i, 5],
  [/\b(?:cs|customer success|success|support|training|finance)\b/i, 3],
];
const DEFAULT_NOTICE = 3;

const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const MAX_DAYS = 120;

/**
 * "Marketing, CS Team 5 days, [[Legal]] two weeks" as asks; weeks are five business days. Null when a notice is not
 * understood.
 */
export function parseAsks(text: string): StakeholderAsk[] | null {
  const asks: StakeholderAsk[] = [];
  for (const part of text
    .split(/[,;\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean)) {
    const match = /^(.*?)[\s:(]+(\d{1,3}|[a-z]+)\s*(?:business\s+|working\s+)?(d|days?|w|weeks?)\)?$/i.exec(part);
    const number = match
      ? COUNTS.indexOf((match[2] ?? '').toLowerCase()) >= 0
        ? COUNTS.indexOf((match[2] ?? '').toLowerCase())
        : Number(match[2])
      : NaN;
    const days = match ? number * (/^w/i.test(match[3] ?? '') ? 5 : 1) : null;
    const who =
      ((match ? match[1] : part) ?? '')
        .replace(/^\[\[|\]\]$/g, '')
        .split('|')[0]
        ?.replace(/[[\]|#^]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() ?? '';
    if (who === '') continue;
    if (
      (days !== null && !(days >= 0 && days <= MAX_DAYS)) ||
      /-\s*$/.test(who) ||
      (!match && /\b\d+\s*\w*$/.test(who) && /\b(?:days?|weeks?|months?)\b/i.test(who))
    )
      return null;
    if (asks.some((ask) => ask.who.toLowerCase() === who.toLowerCase())) continue;
    asks.push({
      who,
      noticeDays: days ?? USUAL_NOTICE.find(([pattern]) => pattern.test(who))?.[1] ?? DEFAULT_NOTICE,
      isUsual: days === null,
    });
  }
  return asks;
}
