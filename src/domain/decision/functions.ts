import type { FollowUp } from '../follow-up';
import { lazily } from '../lazily';
import { type ChecklistItem, openRequired, type Release } from '../release';

/** The functions of a release that a go/no-go asks, in the order of the roll call. */
export const RELEASE_FUNCTIONS = [
  'Product',
  'Engineering',
  'QA',
  'Support',
  'Marketing',
  'Customer success',
  'Legal',
  'Security',
] as const;
/** One of them. */
export type ReleaseFunction = (typeof RELEASE_FUNCTIONS)[number];

/** By which words of parties, sections and items a function is known. */
const WORDS: Readonly<Record<ReleaseFunction, readonly string[]>> = {
  Product: ['product', 'design', 'ux'],
  Engineering: ['engineering', 'eng', 'dev', 'development', 'backend', 'frontend', 'platform', 'devops', 'infra'],
  QA: ['qa', 'quality', 'test', 'testing', 'tests', 'regression'],
  Support: ['support', 'helpdesk', 'docs', 'documentation'],
  Marketing: ['marketing', 'pmm', 'comms', 'sales'],
  'Customer success': ['cs', 'csm', 'customer success', 'success'],
  Legal: ['legal', 'privacy', 'compliance', 'counsel'],
  Security: ['security', 'infosec', 'appsec'],
};

/** What a release's notes hold about one function. */
export interface FunctionPart {
  readonly name: ReleaseFunction;
  readonly items: readonly ChecklistItem[];
  readonly followUps: readonly FollowUp[];
}

/** The functions that a release's parties and checklist show. */
export function functionsOf(release: Pick<Release, 'items'>, followUps: readonly FollowUp[]): FunctionPart[] {
  return RELEASE_FUNCTIONS.flatMap((name) => {
    const means = (text: string | null): boolean => text !== null && says(text, WORDS[name]);
    const items = release.items.filter(({ section, owner }) => means(section) || means(owner));
    const own = followUps.filter(({ who }) => means(who));
    return items.length + own.length > 0 ? [{ name, items, followUps: own }] : [];
  });
}

const NO_WORD = lazily(() => /[^\p{L}\p{N}]+/gu);

/** Whole words only: "QA" is not in "quantity". */
function says(text: string, words: readonly string[]): boolean {
  const padded = ` ${text.toLowerCase().replace(NO_WORD(), ' ')} `;
  return words.some((word) => padded.includes(` ${word} `));
}

/** How much of it is open. */
export function openOf({ items, followUps }: FunctionPart): {
  readonly items: number;
  readonly asks: number;
  readonly latest: FollowUp['due'];
} {
  const open = followUps.filter(({ state }) => state === 'open');
  const days = open.flatMap(({ due }) => (due === null ? [] : [due])).sort();
  return {
    items: openRequired(items).length,
    asks: open.length,
    latest: days[days.length - 1] ?? null,
  };
}
