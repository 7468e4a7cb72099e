/** A party that a release needs, and how many business days of notice it wants. */
export interface StakeholderAsk {
  readonly who: string;
  readonly noticeDays: number;
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

/** "Marketing, CS Team 5 days, [[Legal]] 2 weeks" as asks; weeks are five business days. */
export function parseAsks(text: string): StakeholderAsk[] {
  const asks = text.split(/[,;\n]/).flatMap((part): StakeholderAsk[] => {
    const match = /^(.*?)(?:[\s:(]+(\d{1,3})\s*(?:business\s+)?(d|days?|w|weeks?)\)?)?$/i.exec(part.trim());
    const who = (match?.[1] ?? '').replace(/^\[\[|\]\]$/g, '').split('|')[0]?.replace(/[[\]|#^]/g, ' ').replace(/\s+/g, ' ').trim() ?? '';
    if (who === '') return [];
    const stated = match?.[2] === undefined ? null : Number(match[2]) * (/^w/i.test(match[3] ?? '') ? 5 : 1);
    return [{ who, noticeDays: stated ?? USUAL_NOTICE.find(([pattern]) => pattern.test(who))?.[1] ?? DEFAULT_NOTICE }];
  });
  return asks.filter((ask, index) => asks.findIndex(({ who }) => who.toLowerCase() === ask.who.toLowerCase()) === index);
}
