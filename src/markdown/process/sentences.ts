import { lazily } from '../../domain/lazily';
import { scanWhole } from '../blocks/scan-whole';
import { plainText } from '../inline';
import { labelKey } from '../vocabulary';
import { type ChatLine, chatLines } from './chat';
import { isLabel, placeOfLabel, type UnitPlace } from './labels';
import { isBase, isThirdPerson } from './verbs';

/** One sentence, list item or line, with where it stands. */
export interface Unit {
  /** Plain text; blanks inside of links and code are invisible separators, so that these stay one word. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly isItem: boolean;
  readonly ordered: boolean;
  readonly depth: number;
  /** The number in front of it, outside of all other items; null without one. */
  readonly number: number | null;
  readonly place: UnitPlace;
  /** Who says it, in a chat. */
  readonly speaker: string | null;
  /** `Trigger`, `Owner`, …: the label before a colon, in lower case. */
  readonly label: string | null;
}

const LABEL =
  /^(?:\*\*)?([A-Z][A-Za-z -]{1,24}?)(?:(?:\*\*)?(?:\s*:|\s+(?:–|—|>>|\|))(?:\*\*)?|(?<bold>\*\*))\s+(?=\S)/;
/** "CSM - pulls the data", "IT → revokes the keys": who, and what they do. */
const ROLE_LINE = lazily(
  () => /^(?:\*\*)?(\p{Lu}[\p{L}\p{N}&/'’ -]{1,30}?)(?:\*\*)?\s*(?:[:–—]|\s-|→|->|=>)\s+([\p{Ll}-]+)\s/u,
);
/** "Outgoing engineer:" above a list of what they do. */
const ROLE_HEAD = lazily(() => /^(?:\*\*)?(\p{Lu}[\p{L}\p{N}&/'’ -]{1,30}?)(?:\*\*)?:(?:\*\*)?$/u);
const OTHER_BULLET = /^(\s*)[•‣◦▪●]\s+/;
const LETTERED = /^(\s*)([a-h])\)\s+(?=\S)/;
const LEADING_SIGN = lazily(() => /^(\s*(?:[-*+]\s+)?)(?:\p{Extended_Pictographic}\uFE0F?)+\s+(?=[\p{L}*])/u);
/** "[QA] run the tests", "- [ ] [Dev] add labels"; a box is none. */
const BRACKETED_ROLE = lazily(
  () => /^(\s*(?:(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?)?)\[(\p{L}[\p{L}\p{N} &/-]{1,24})\]\s+(?=\p{L})/u,
);
/** A label alone on its line, with or without a colon. */
const ALONE = /^(?:\*\*)?[A-Z][\w -]{1,30}?(?:\*\*)?:?(?:\*\*)?\s*$/;
const CHAIN = /\s+(?:->|→|=>|>>)\s+/g;
/** A line of a block that tells one step in parts. */
const PART = /^(?:\*\*)?(?:what|who|when|where|tool|tools|owner|action|task|system|deadline|due|by when)(?:\*\*)?:/i;
const FENCE = /^\s*(?:`{3,}|~{3,})/;
const NUMBER = /^[\s>]*(\d{1,9})[.)]/;
/** Two words that are one to a reader. */
const COMPOUND = /\b(smoke|on)[ -](test(?:s|ed|ing)?|call|duty|rotation)\b/gi;
/** So many lines of code are read along with the line above them. */
const MAX_CODE_LINES = 3;
/** In chats a sentence may begin with a small letter: these words begin one. */
const SENTENCE_END = lazily(
  () =>
    /[.!?]+["”')\]]*(?=\s+(?:["“'([@#\u2063]*[\p{Lu}\d#@]|(?:then|afterwards|once|when|if|we|next|finally|also|otherwise|everyone|nobody|after that)\s))|[.!?]+["”')\]]*$/gu,
);
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|approx|cf|dr|mr|ms|mrs|st|incl|resp|ca|min|max)\.$/i;

/** Cuts a description into units: list items, sentences, chat lines; comments are left out, and code that no line leads to. */
export function unitsOf(source: string): { readonly units: readonly Unit[]; readonly title: string | null } {
  const chat = chatLines(source);
  return chat ? { units: chatUnits(chat), title: null } : writtenUnits(source);
}

function chatUnits(chat: ReadonlyMap<number, ChatLine>): Unit[] {
  const units: Unit[] = [];
  for (const [line, { speaker, text }] of chat) {
    if (text === null) continue;
    const { label, rest } = labelOf(text);
    for (const sentence of sentencesOf(joinNames(rest)))
      units.push({
        text: sentence,
        line: line + 1,
        isItem: false,
        ordered: false,
        depth: 0,
        number: null,
        place: label === null ? null : placeOfLabel(labelKey(label)),
        speaker,
        label,
      });
  }
  return units;
}

function writtenUnits(source: string): { readonly units: readonly Unit[]; readonly title: string | null } {
  const { lines, numbers } = prepared(source);
  const { blocks } = scanWhole(lines.join('\n'));
  const units: Unit[] = [];
  let place: UnitPlace = null;
  let title: string | null = null;
  let role: string | null = null;
  for (const block of blocks) {
    if (block.type === 'table') continue;
    if (block.type !== 'item') role = null;
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
    const isItem = block.type === 'item';
    const told = toldInParts(block.text);
    for (const [offset, raw] of (told === null ? labelledLines(block.text) : [told]).entries()) {
      const { label, rest } = labelOf(raw);
      if (
        label !== null &&
        /^(?:process|title)$/.test(label) &&
        units.length === 0 &&
        title === null &&
        isTitle(plainText(rest))
      ) {
        title = plainText(rest);
        continue;
      }
      if (label === 'role') {
        role = plainText(rest).replace(/[:.\s]+$/, '');
        continue;
      }
      // A line that ends in a colon and heads a list is a heading in all but form.
      const headed = /^[^.!?]{2,40}:\s*$/.test(plainText(raw)) ? placeOf(plainText(raw).replace(/:\s*$/, '')) : null;
      if (headed !== null) {
        place = headed;
        continue;
      }
      const head = block.type === 'paragraph' ? (ROLE_HEAD().exec(raw.trim())?.[1] ?? null) : null;
      if (head !== null && !isLabel(head)) {
        role = head;
        continue;
      }
      const code = codeBelow(lines, block.endLine, raw);
      const text = code === null ? rest : `${rest.trim().replace(/:$/, '')} ${code}`;
      for (const [index, sentence] of sentencesOf(joinNames(text)).entries())
        units.push({
          text: index === 0 && role !== null && isVerb(sentence) ? `${role}: ${sentence}` : sentence,
          line: (numbers[block.line + offset] ?? 0) + 1,
          isItem: isItem && index === 0,
          ordered: isItem && block.ordered,
          depth: isItem ? block.depth : 0,
          number:
            isItem && block.ordered && block.depth === 0
              ? Number.parseInt(NUMBER.exec(lines[block.line] ?? '')?.[1] ?? '', 10) || null
              : null,
          place: label === null ? place : (placeOf(label) ?? place),
          speaker: null,
          label,
        });
    }
  }
  return { units, title };
}

/** A description as Markdown knows it ("• one", "a) one", "⏰ When: one"), each label in a paragraph of its own; with the number of each line in the source. */
function prepared(source: string): { readonly lines: readonly string[]; readonly numbers: readonly number[] } {
  const lines: string[] = [];
  const numbers: number[] = [];
  let isCode = false;
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    if (FENCE.test(line)) isCode = !isCode;
    const plain = isCode ? line : plainLine(line);
    const isPart = PART.test(plain) && PART.test(lines[lines.length - 1] ?? '');
    if (
      !isCode &&
      !isPart &&
      /^\S/.test(plain) &&
      (labelOf(plain).label !== null || (ALONE.test(plain) && isLabel(plain.replace(/[*:\s]+$|^\*+/g, ''))))
    ) {
      lines.push('');
      numbers.push(index);
      if (ALONE.test(plain) && placeOf(plain.replace(/[*:\s]+$|^\*+/g, '')) !== null) {
        lines.push(`## ${plain.replace(/[*:\s]+$|^\*+/g, '')}`);
        numbers.push(index);
        continue;
      }
    }
    // "A does this -> B does that -> C ends it": a line each.
    const links =
      isCode || (plain.match(CHAIN)?.length ?? 0) < 2
        ? [plain]
        : plain
            .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+/, '')
            .split(CHAIN)
            .map((link) => `- ${link.trim()}`);
    for (const link of links) {
      lines.push(link);
      numbers.push(index);
    }
  }
  return { lines, numbers };
}

/** One line as Markdown knows it: "• one", "a) one", "Step 2: one", "1.2 one", "(3) one", "[QA] one", "⏰ When: one". */
function plainLine(line: string): string {
  return line
    .replace(OTHER_BULLET, '$1- ')
    .replace(LETTERED, (_, indent: string, letter: string) => `${indent}${letter.charCodeAt(0) - 96}. `)
    .replace(/^(\s*)(?:[-*+]\s+)?\**step\s+(\d{1,3})\**\s*[:.)–—-]\**\s+(?=\S)/i, '$1$2. ')
    .replace(/^(\s*)\(?(\d{1,3})\)\s+(?=\S)/, '$1$2. ')
    .replace(/^(\s*)\d{1,2}\.\d{1,2}\.?\s+(?=\S)/, '$1- ')
    .replace(LEADING_SIGN(), '$1')
    .replace(BRACKETED_ROLE(), '$1$2: ');
}

/** The label before a line's colon, in lower case, and what stands behind it. */
function labelOf(line: string): { readonly label: string | null; readonly rest: string } {
  const found = LABEL.exec(line);
  const label = found?.[1] ?? '';
  // Without a colon only a bold word is a label.
  return found && isLabel(label) && (found.groups?.bold === undefined || line.startsWith('**'))
    ? { label: label.toLowerCase(), rest: line.slice(found[0].length) }
    : { label: null, rest: line };
}

/** An item that tells a step in parts ("What: …", "Who: …", "Tool: …", "When: …"), as a sentence; null for any other. */
function toldInParts(item: string): string | null {
  const parts = new Map<string, string>();
  for (const line of item.split('\n')) {
    const { label, rest } = labelOf(line);
    if (label !== null) parts.set(label, rest.trim().replace(/\.$/, ''));
  }
  const part = (...labels: readonly string[]): string =>
    labels.map((label) => parts.get(label)).find((text) => text !== undefined) ?? '';
  const [what, who] = [part('what', 'action', 'task', 'step'), part('who', 'owner', 'responsible', 'lead')];
  const [tool, when] = [part('tool', 'tools', 'where', 'system'), part('when', 'deadline', 'due', 'by when', 'timing')];
  if (what === '' || (who === '' && tool === '' && when === '')) return null;
  return `${who === '' ? '' : `${who}: `}${what.charAt(0).toLowerCase()}${what.slice(1)}${tool === '' ? '' : ` in ${tool}`}${when === '' ? '' : ` ${when}`}`;
}

/** What a code block directly below a line that ends in a colon holds, as inline code; null without a short one. */
function codeBelow(lines: readonly string[], endLine: number, text: string): string | null {
  if (!/:\s*$/.test(text) || !FENCE.test(lines[endLine + 1] ?? '')) return null;
  const from = endLine + 2;
  const length = lines.slice(from).findIndex((line) => FENCE.test(line));
  const code =
    length < 0
      ? []
      : lines
          .slice(from, from + length)
          .map((line) => line.trim().replace(/`/g, ''))
          .filter(Boolean);
  return code.length === 0 || code.length > MAX_CODE_LINES ? null : `\`${code.join('; ')}\``;
}

function isVerb(sentence: string): boolean {
  const first = sentence.split(' ')[0] ?? '';
  return isBase(first) || isThirdPerson(first);
}

/** The first line names the process where it is short, is no sentence, and tells no time. */
function isTitle(text: string): boolean {
  return (
    text.split(/\s+/).length <= 8 &&
    !/[.!?]["”')]*$/.test(text) &&
    !/^(?:when|whenever|once|every|each|after|before|if|on|at)\b/i.test(text) &&
    !LABEL.test(text)
  );
}

/** The lines of a paragraph that begin with a label or with who does it; the others belong to the line before them. */
function labelledLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const verb = ROLE_LINE().exec(line)?.[2] ?? '';
    if (lines.length === 0 || labelOf(line).label !== null || isThirdPerson(verb) || isBase(verb)) lines.push(line);
    else lines.push(`${lines.pop() ?? ''} ${line}`);
  }
  return lines;
}

/** What a heading says about the section below it. */
export function placeOf(heading: string): UnitPlace {
  const key = labelKey(heading);
  return placeOfLabel(key);
}

/** Code keeps its signs: what Markdown would take for its own stands as a private character until it is shown. */
function guarded(code: string): string {
  return code
    .replace(/\s+/g, '\u2063')
    .replace(/\./g, '\u2024')
    .replace(/[<>*_~[\]&\\!?]/g, (sign) => String.fromCharCode(0xe000 + sign.charCodeAt(0)));
}

/** Links and code as words: their blanks no longer end a word. */
function joinNames(raw: string): string {
  const joined = raw
    .replace(
      /!?\[\[([^[\]]+)\]\]/g,
      (_, inner: string) => (inner.split('|').pop() ?? '').split('#')[0]?.trim().replace(/\s+/g, '\u2063') ?? '',
    )
    .replace(/`([^`]+)`/g, (_, code: string) => guarded(code));
  return plainText(joined.replace(COMPOUND, '$1\u2063$2'))
    .replace(/[ \t\n]+/g, ' ')
    .trim();
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
