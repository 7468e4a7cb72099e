import { openRequired, titleAlone } from '../../domain/release';
import type { StatusFacts } from '../../domain/status/kept-status';
import { unexplained } from './abbreviations';
import { EXECUTIVE_WORDS, SHORT_CHARACTERS, type StatusRule } from './status-rule';
import type { StatusOf } from './status-sentence';
import type { StatusUpdate } from './status-update';
import { STATUS_WORDING as WORDS } from './status-wording';
import { type TextLine, unquoted, wordsIn } from './text-sentences';
import { hasDay, relativeIn, type Trace, untraced } from './traces';

/** A sentence of the text at hand. */
export interface TextSentence {
  readonly text: string;
  readonly line: number;
}

/** The text at hand, and what is known of its release. */
export interface Checked {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly sentences: readonly TextSentence[];
  readonly of: StatusOf;
  readonly update: StatusUpdate;
  readonly trace: Trace;
  /** People and parties of the release. */
  readonly names: readonly string[];
}

/** What is wrong in which line; 0 for the text as a whole. */
export type Found = readonly [line: number, what: string];

type Check = (checked: Checked) => readonly Found[];

const MOST_WORDS = 25;
const MEAN_WORDS = 16;

const HEDGE =
  /\b(?:soon|hopefully|almost|should|shortly|probably|maybe|perhaps|asap|likely|eventually|nearly|bald|hoffentlich)\b/i;
const CHANCE = /\b(?:in 20|chance|probabilit\w*|forecast|odds)\b|\d\s*%/i;

const isRisks = (heading: string): boolean => /\brisks?\b/i.test(heading);
const isAsks = (heading: string): boolean =>
  [WORDS.headings.asks, WORDS.headings.you].some((words) => words === heading.replace(/:$/, '').trim());

/** The items below headings of a kind. */
function itemsBelow(lines: readonly TextLine[], isMeant: (heading: string) => boolean): TextLine[] {
  let below = false;
  return lines.filter((line) => {
    if (line.isHeading) below = isMeant(line.text);
    else if (!line.isItem && line.text !== '') below = false;
    return below && line.isItem;
  });
}

function hasName({ names }: Checked, text: string): boolean {
  const low = text.toLowerCase();
  return low.includes(WORDS.noOwner) || names.some((name) => low.includes(name.toLowerCase()));
}

/** Every rule as a check of a text. */
export const STATUS_CHECKS: Readonly<Record<StatusRule, Check>> = {
  S1: ({ sentences: [first], of: { release, assessment }, update: { audience } }) => {
    if (audience === 'customer' || first === undefined) return [];
    const isOver = release.phase === 'released' || release.phase === 'cancelled';
    const verdict =
      release.phase === 'released'
        ? 'shipped'
        : release.phase === 'cancelled'
          ? 'cancelled'
          : WORDS.levels[assessment.level];
    const misses = [
      first.text.toLowerCase().includes(verdict.toLowerCase()) ? '' : 'verdict',
      hasDay(first.text) || first.text.includes(WORDS.noTarget) ? '' : 'date',
      isOver || CHANCE.test(first.text) ? '' : 'chance',
    ].filter(Boolean);
    return misses.length === 0 ? [] : [[first.line, misses.join(', ')]];
  },
  S2: ({ sentences }) => {
    const lengths = sentences.map(({ text, line }) => ({ line, count: wordsIn(unquoted(text)) }));
    const mean = lengths.reduce((sum, { count }) => sum + count, 0) / Math.max(1, lengths.length);
    return [
      ...lengths.filter(({ count }) => count > MOST_WORDS).map(({ line, count }): Found => [line, String(count)]),
      ...(mean > MEAN_WORDS ? [[0, mean.toFixed(1)] as const] : []),
    ];
  },
  S3: ({ lines, update: { audience } }) => {
    const words = lines.reduce((sum, line) => sum + wordsIn(line.text), 0);
    if (audience === 'executive' && words > EXECUTIVE_WORDS) return [[0, `${words} words`]];
    const characters = lines
      .map((line) => line.text)
      .join(' ')
      .trim().length;
    return audience === 'short' && characters > SHORT_CHARACTERS ? [[0, `${characters} characters`]] : [];
  },
  S4: ({ sentences, trace }) =>
    sentences.flatMap(({ text, line }) => untraced(text, trace).map((what): Found => [line, what])),
  S5: ({ sentences }) =>
    sentences.flatMap(({ text, line }): Found[] => {
      const word = relativeIn(text);
      return word === null ? [] : [[line, word]];
    }),
  S6: (checked) =>
    checked.sentences.flatMap(({ text, line }): Found[] => {
      const word = HEDGE.exec(unquoted(text))?.[0];
      return word === undefined || hasDay(text) || hasName(checked, text) ? [] : [[line, word]];
    }),
  S7: (checked) =>
    itemsBelow(checked.lines, isRisks)
      .filter(({ text }) => !/\bask:/i.test(text) || !hasName(checked, unquoted(text)))
      .map(({ line, text }): Found => [line, /\bask:/i.test(text) ? 'owner' : 'ask']),
  S8: (checked) => asksOf(checked).flatMap((ask) => missingOf(ask, checked)),
  S9: ({ text, lines, update: { audience, terms } }) =>
    audience === 'customer' || audience === 'stakeholder'
      ? unexplained(text, terms).map((word): Found => [lines.find((line) => line.text.includes(word))?.line ?? 0, word])
      : [],
  S10: (checked) => (checked.update.audience === 'customer' ? internalIn(checked) : []),
  S11: ({ sentences: [first], of: { release, assessment } }) => {
    if (first === undefined || release.phase === 'released' || release.phase === 'cancelled') return [];
    const named = Object.entries(WORDS.levels).find(([, word]) =>
      first.text.toLowerCase().startsWith(word.toLowerCase()),
    );
    if (named && named[0] !== assessment.level) return [[first.line, named[1]]];
    return named && assessment.override !== null && !/\bby hand\b/i.test(first.text) ? [[first.line, 'override']] : [];
  },
  S12: ({ lines, names }) =>
    lines.flatMap((line, index): Found[] => {
      const words = names.reduce((text, name) => text.split(name).join(' · '), unquoted(line.text));
      const double = /\b([a-z]{2,})\s+\1\b/i.exec(words)?.[0];
      const next = lines.slice(index + 1).find(({ text }) => text !== '');
      return [
        ...(double === undefined ? [] : [[line.line, double] as const]),
        ...(words.includes('!') ? [[line.line, '!'] as const] : []),
        ...(line.isHeading && (next === undefined || next.isHeading) ? [[line.line, line.text] as const] : []),
      ];
    }),
  S13: (checked) => checked.sentences.flatMap((one) => notYet(one, checked)),
  S14: ({ sentences, update }) => {
    const all = update.blocks.flatMap(({ items }) => items.flat()).map(({ text }) => text);
    const undated = new Set(all.map(withoutAsOf).filter((text) => !all.includes(text)));
    const basis = all.find((text) => text.startsWith(WORDS.basis('').replace(/\.$/, '')));
    if (basis !== undefined && !sentences.some(({ text }) => text === basis)) return [[0, basis]];
    return sentences.filter(({ text }) => undated.has(text)).map(({ text, line }): Found => [line, text]);
  },
};

function withoutAsOf(text: string): string {
  return text.replace(/, as of [A-Z][a-z]{2} \d{1,2}(?:, \d{4})?\.$/, '.');
}

interface Ask {
  readonly line: number;
  readonly text: string;
}

function asksOf({ lines, sentences }: Checked): Ask[] {
  return [
    ...sentences.flatMap(({ text, line }) => {
      const asked = /^ask:\s*(.+)$/i.exec(text)?.[1];
      return asked === undefined ? [] : [{ line, text: asked }];
    }),
    ...itemsBelow(lines, isAsks).map(({ line, text }) => ({ line, text })),
  ];
}

/** Words with which an ask begins here that are no verbs. */
const NO_VERB = /^(?:the|an?|we|our|they|it|there|no|some|all|need|needs)\b|^[“"]/i;

function missingOf({ line, text }: Ask, checked: Checked): Found[] {
  return [
    ...(NO_VERB.test(text) ? [[line, 'verb'] as const] : []),
    ...(hasName(checked, unquoted(text)) ? [] : [[line, 'who'] as const]),
    ...(hasDay(unquoted(text)) || text.includes(WORDS.noDate) ? [] : [[line, 'by when'] as const]),
  ];
}

/** What no customer should read. */
function internalIn({ lines, names, of: { release }, update }: Checked): Found[] {
  const own = update.title.toLowerCase();
  return lines.flatMap(({ text, line }): Found[] => {
    const low = text.toLowerCase();
    const people = names.filter((name) => !own.includes(name.toLowerCase()) && low.includes(name.toLowerCase()));
    const key = /\b[A-Z][A-Z0-9]+-\d+\b/.exec(text)?.[0];
    const word = CHANCE.exec(text)?.[0] ?? /\b(?:risk\w*|off track|on track)\b/i.exec(text)?.[0];
    const unreleased = release.phase !== 'released' && low.includes(own) ? update.title : undefined;
    return [...people, key, word, unreleased].flatMap((what) => (what === undefined ? [] : [[line, what] as const]));
  });
}

const SHIPPED = /\b(?:shipped|released|launched|is live|went live|is available)\b/i;

function notYet({ text, line }: TextSentence, { of: { release }, update: { facts } }: Checked): Found[] {
  const words = unquoted(text);
  const shipped = SHIPPED.exec(words)?.[0];
  if (
    shipped !== undefined &&
    release.phase !== 'released' &&
    !/\b(?:no|not|nothing|without|unless|until|before)\b/i.test(words)
  )
    return [[line, shipped]];
  const said = /\b(\d+) of (\d+)\b[^.]*\bdone\b/i.exec(words);
  if (said) return isCount(said, facts) ? [] : [[line, said[0]]];
  if (!/\b(?:is|are) (?:all )?(?:done|complete|completed|finished)\b/i.test(words)) return [];
  const open = openRequired(release.items);
  const named = open.find((item) => text.toLowerCase().includes(`“${titleAlone(item).toLowerCase().slice(0, 40)}`));
  const isAll = /\b(?:all|everything)\b/i.test(words) && open.length > 0;
  return named || isAll ? [[line, named?.title ?? words.trim()]] : [];
}

function isCount([, done, total]: RegExpExecArray, facts: StatusFacts): boolean {
  return Number(done) === facts.done && Number(total) === facts.total;
}
