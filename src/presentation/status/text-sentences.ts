import { lazily } from '../../domain/lazily';

const LETTER_OR_DIGIT = lazily(() => /[\p{L}\p{N}]/u);
const BEGINNING = lazily(() => /^\s+[\p{Lu}\p{N}“]/u);

/** Number of words: what stands between spaces and holds a letter or a digit. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => LETTER_OR_DIGIT().test(word)).length;
}

/** A line of a text without the marks of its format. */
export interface TextLine {
  /** Counts from 1. */
  readonly line: number;
  readonly text: string;
  readonly isHeading: boolean;
  readonly isItem: boolean;
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** The lines of a text in Markdown, as Slack writes it, or plain. */
export function linesOfText(text: string): TextLine[] {
  return text.split(/\r?\n/).map((raw, index) => {
    const isItem = /^\s*(?:[-*•]|\d+[.)])\s/.test(raw);
    const bare = raw
      .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
      .replace(/^#{1,6}\s*/, '')
      .replace(/\*\*|__/g, '')
      .replace(/(^|[\s(])[*_]([^*_]+)[*_](?=$|[\s.,;:!?)])/g, '$1$2')
      .replace(/\\([^A-Za-z0-9\s])/g, '$1')
      .replace(/&(amp|lt|gt);/g, (_sign, name: string) => SIGNS[name] ?? '')
      .replace(/\u2060/g, '')
      .trim();
    return { line: index + 1, text: bare, isHeading: isHeadingLine(raw, isItem), isItem };
  });
}

function isHeadingLine(raw: string, isItem: boolean): boolean {
  const line = raw.trim();
  return /^#{1,6}(?:\s|$)/.test(line) || (!isItem && /^(?:\*[^*]*\*|\*\*[^*]*\*\*|[^.!?]{1,40}:)$/.test(line));
}

/** The sentences of a line. Versions, numbers and what stands in quotation marks end none. */
export function sentencesOfLine(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '“' || char === '”') isQuoted = char === '“';
    if (isQuoted || !/[.!?]/.test(char) || !BEGINNING().test(text.slice(at + 1, at + 4))) continue;
    found.push(text.slice(from, at + 1).trim());
    from = at + 1;
  }
  return [...found, text.slice(from).trim()].filter((part) => part !== '');
}

/** The text without what stands in quotation marks. */
export function unquoted(text: string): string {
  return text.replace(/“[^”]*”/g, ' ');
}
