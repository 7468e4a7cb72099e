import { lazily } from '../../domain/lazily';
import { anyWord } from '../any-word';

/**
 * Month names by number 1–12 in the languages that are read; lower case, a dot after an abbreviation is allowed when
 * matching.
 */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'enero', 'janeiro', 'gennaio', 'января'],
  ['february', 'feb', 'februar', 'février', 'fevrier', 'febrero', 'fevereiro', 'febbraio', 'февраля'],
  ['march', 'mar', 'märz', 'maerz', 'mär', 'mars', 'marzo', 'março', 'марта'],
  ['april', 'apr', 'avril', 'abril', 'aprile', 'апреля'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'мая'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'junho', 'giugno', 'июня'],
  ['july', 'jul', 'juli', 'juillet', 'julio', 'julho', 'luglio', 'июля'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'августа'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'setiembre', 'setembro', 'settembre', 'сентября'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'outubro', 'ottobre', 'октября'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'ноября'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'decembre', 'diciembre', 'dezembro', 'dicembre', 'декабря'],
];

const BY_NAME = new Map(MONTH_NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** Any of the names, for use inside a larger pattern. */
export const MONTH_PATTERN = anyWord(BY_NAME.keys());

/** 1–12, or null. "may" is only a month with its capital: "may need" is not a date. */
export function monthNumber(word: string): number | null {
  if (word === 'may' || word === 'mar') return word === 'may' ? null : 3;
  return BY_NAME.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}

const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'sun'],
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'weds', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
];

const WEEKDAY_BY_NAME = new Map(WEEKDAYS.flatMap((names, index) => names.map((name) => [name, index] as const)));

/** Every name and abbreviation of a weekday. */
export const WEEKDAY_NAMES: readonly string[] = WEEKDAYS.flat();

/** Any weekday name or abbreviation. */
export const WEEKDAY_PATTERN = anyWord(WEEKDAY_BY_NAME.keys());

/** The weekday with which "fri, Oct 11" begins; null without one. Beside a day its capital is not needed. */
export function leadingWeekday(phrase: string): number | null {
  const word = LEADING_WORD().exec(phrase)?.[0] ?? '';
  return weekdayNumber(word.charAt(0).toUpperCase() + word.slice(1));
}

const LEADING_WORD = lazily(() => /^\p{L}+/u);

/** 0 (Sunday) to 6, or null. An abbreviation needs its capital: "sun", "sat" and "wed" are words as well. */
export function weekdayNumber(word: string): number | null {
  const plain = word.replace(/\.$/, '');
  const number = WEEKDAY_BY_NAME.get(plain.toLowerCase()) ?? null;
  return plain.toLowerCase().endsWith('day') || /^[A-Z]/.test(plain) ? number : null;
}
