import { lazily } from '../../domain/lazily';
import { scanWhole } from '../blocks/scan-whole';
import type { Block } from '../blocks/block';
import { plainText } from '../inline';
import { labelKey } from '../vocabulary';

/** What the heading or label above a unit says about it. */
export type UnitPlace = 'trigger' | 'steps' | 'exceptions' | 'metric' | 'background' | null;

/** One sentence, list item or line, with where it stands. */
export interface Unit {
  /** Plain text; blanks inside of links and code are invisible separators, so that these stay one word. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly isItem: boolean;
  readonly ordered: boolean;
  readonly depth: number;
  readonly place: UnitPlace;
  /** Who says it, in a chat. */
  readonly speaker: string | null;
  /** `Trigger`, `Owner`, …: the label before a colon, in lower case. */
  readonly label: string | null;
}

const PLACES: readonly (readonly [RegExp, UnitPlace])[] = [
  [/^(?:trigger|triggers|when|starts when|when it starts|start|kick off|cadence|frequency)$/, 'trigger'],
  [/^(?:steps?|procedure|process|how|how it works|how to|what|what to do|instructions|workflow|checklist|runbook|playbook|tasks|actions|the process|flow|sequence|todo|to do)$/, 'steps'],
  [/^(?:exceptions?|exception|edge cases?|special cases?)$/, 'exceptions'],
  [/^(?:metrics?|measure|measures|kpi|kpis|success|success metric|success measure|how we know it works|how we measure|measured by|target|sla|goal metric)$/, 'metric'],
  [/^(?:purpose|background|context|why|why it matters|history|notes?|scope|change log|changelog|records|before you start|references|links)$/, 'background'],
];
const CHAT = /^(?:[-*]\s+)?(?:\[?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AaPp][Mm])?\]?\s*[-–—]?\s*)?(?:\*\*|<)?@?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?)(?:\*\*|>)?(?:\s*\([^)]{1,20}\)\s*:?|\s+\[?\d{1,2}:\d{2}\s*(?:[AaPp][Mm])?\]?\s*:?|\s*:)(?:\*\*)?\s+(?=\S)/;
/** A chat copied with its names on lines of their own: "**Ann** 09:15". */
const SPEAKER_LINE = /^(?:\*\*|<)?@?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?)(?:\*\*|>)?\s+[[(]?\d{1,2}[:.]\d{2}\s*(?:[AaPp][Mm])?[\])]?:?$/;
const LABEL = /^(?:\*\*)?([A-Z][A-Za-z ]{2,24}?)(?:\*\*)?:(?:\*\*)?\s+(?=\S)/;
const LABEL_WORDS = /^(?:trigger|owner|dri|lead|responsible|exceptions?|metrics?|measure|measured by|kpi|success(?: metric| measure)?|goal|sla|tool|tools|cadence|frequency|purpose|background|context|note|notes|nb|fyi|reminder|warning|tip|inputs?|outputs?|steps?|when|who|why|audience|scope|edge cases?|step \d+|title|process|procedure|example|how|what|actions?|instructions?|flow|routine|workflow|cadence|deadline|timing|start|end|done when|definition of done)$/;
const SENTENCE_END = lazily(() => /[.!?]+["”')\]]*(?=\s+["“'([@#\u2063]*[\p{Lu}\d#@])|[.!?]+["”')\]]*$/gu);
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|approx|cf|dr|mr|ms|mrs|st|incl|resp|ca|min|max)\.$/i;

/** Cuts a description into units: list items, sentences, chat lines; code blocks and comments are left out. */
export function unitsOf(source: string): { readonly units: readonly Unit[]; readonly title: string | null } {
  const { blocks } = scanWhole(source);
  // Steps that begin with who does them look like a chat, but are numbered or stand under a heading.
  const chat = !blocks.some(({ type }) => type === 'heading') && isChat(blocks);
  const units: Unit[] = [];
  let place: UnitPlace = null;
  let title: string | null = null;
  let lastSpeaker: string | null = null;
  for (const block of blocks) {
    if (block.type === 'table') continue;
    if (block.type === 'heading') {
      const text = plainText(block.text);
      const found = placeOf(text);
      if (title === null && found === null && block.level <= 2) title = text;
      place = found;
      continue;
    }
    const whole = plainText(block.text);
    if (units.length === 0 && title === null && block.type === 'paragraph' && isTitle(whole)) {
      title = whole.replace(/:\s*$/, '');
      continue;
    }
    const lines = chat ? block.text.split('\n') : labelledLines(block.text);
    for (const [offset, raw] of lines.entries()) {
      const header = chat ? SPEAKER_LINE.exec(raw.trim()) : null;
      if (header) {
        lastSpeaker = header[1] ?? null;
        continue;
      }
      const said = chat && lastSpeaker === null ? CHAT.exec(raw) : null;
      const speaker = said && !LABEL_WORDS.test((said[1] ?? '').toLowerCase()) ? (said[1] ?? null) : lastSpeaker;
      const spoken = said === null || speaker === null ? raw : raw.slice(said[0].length);
      const labelled = speaker === null ? LABEL.exec(spoken) : null;
      const label = labelled && LABEL_WORDS.test((labelled[1] ?? '').toLowerCase()) ? (labelled[1] ?? '').toLowerCase() : null;
      const text = label === null ? spoken : spoken.slice(labelled?.[0].length ?? 0);
      // A line that ends in a colon and heads a list is a heading in all but form.
      const headed = block.type === 'paragraph' && /^[^.!?]{2,40}:\s*$/.test(plainText(text)) ? placeOf(plainText(text).replace(/:\s*$/, '')) : null;
      if (headed !== null) {
        place = headed;
        continue;
      }
      const isItem = block.type === 'item';
      for (const [index, sentence] of sentencesOf(joinNames(text)).entries()) units.push({ text: sentence, line: block.line + offset + 1, isItem: isItem && index === 0, ordered: isItem && block.ordered, depth: isItem ? block.depth : 0, place: label === null ? place : (placeOf(label) ?? place), speaker, label });
    }
  }
  return { units, title };
}

/** The first line names the process where it is short, is no sentence, and tells no time. */
function isTitle(text: string): boolean {
  return text.split(/\s+/).length <= 8 && !/[.!?]["”')]*$/.test(text) && !/^(?:when|whenever|once|every|each|after|before|if|on|at)\b/i.test(text) && !LABEL.test(text);
}

/** The lines of a paragraph that begin with a label; the others belong to the line before them. */
function labelledLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const label = LABEL.exec(line)?.[1]?.toLowerCase() ?? '';
    if (lines.length === 0 || LABEL_WORDS.test(label)) lines.push(line);
    else lines.push(`${lines.pop() ?? ''} ${line}`);
  }
  return lines;
}

/** Two lines or more that begin with a name. */
function isChat(blocks: readonly Block[]): boolean {
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' || (block.type === 'item' && !block.ordered) ? block.text.split('\n') : []));
  if (lines.filter((line) => SPEAKER_LINE.test(line.trim())).length >= 2) return true;
  const spoken = lines.filter((line) => {
    const name = CHAT.exec(line)?.[1];
    return name !== undefined && !LABEL_WORDS.test(name.toLowerCase());
  });
  return spoken.length >= 2 && spoken.length * 2 >= lines.length;
}

/** What a heading says about the section below it. */
export function placeOf(heading: string): UnitPlace {
  const key = labelKey(heading);
  return PLACES.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** Links and code as words: their blanks no longer end a word. */
function joinNames(raw: string): string {
  const joined = raw.replace(/!?\[\[([^[\]]+)\]\]/g, (_, inner: string) => (inner.split('|').pop() ?? '').split('#')[0]?.trim().replace(/\s+/g, '\u2063') ?? '').replace(/`([^`]+)`/g, (_, code: string) => code.replace(/\s+/g, '\u2063').replace(/\./g, '\u2024'));
  return plainText(joined).replace(/[ \t\n]+/g, ' ').trim();
}

/** Sentences of a text: ends at . ! ? before a blank and a new beginning, not after abbreviations and numbers. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END())) {
    const end = match.index + match[0].length;
    if (ABBREVIATION.test(text.slice(start, match.index + 1))) continue;
    found.push(text.slice(start, end).trim());
    start = end;
  }
  const rest = text.slice(start).trim();
  return [...found, ...(rest === '' ? [] : [rest])].filter(Boolean);
}
