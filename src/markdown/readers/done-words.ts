import { lazily } from '../../domain/lazily';

const STRUCK = /^\s*~~[^~]+~~.{0,60}$/s;
const SIGN = lazily(() => /(?:✅|✔|☑)\uFE0F?\s*$|^\s*(?:✅|✔|☑)/u);
const WORD = '(?:done|completed?|resolved|fixed|closed|finished|erledigt|fait|hecho|feito|gedaan|ferdig)';
const LEADS = new RegExp(`^(?:\\*\\*|__)?[[(]?${WORD}[\\])]?(?:\\*\\*|__)? ?[:–—-]`, 'i');
const BRACKETED = new RegExp(`[[(]\\s*${WORD}\\b[^\\])]{0,40}[\\])](?!\\()`, 'i');
const ENDS = new RegExp(
  `(?:[–—:,;.)]|\\s-|->|→)\\s*(?:\\*\\*|__)?${WORD}(?:\\s+(?:on\\s+)?\\S{0,12}\\d\\S{0,12}|\\s+(?:today|yesterday))?(?:\\*\\*|__)?[.!]?\\s*$`,
  'i',
);
const SHOUTED = /\s(?:\*\*|__)?(?:DONE|COMPLETED?|RESOLVED|FIXED|CLOSED|FINISHED)(?:\*\*|__)?[.!]?\s*$/;
const NOT_YET =
  /\b(?:not|isn't|until|when|once|if|to be|must be|needs? to be|get|getting)\s+(?:\w+\s+)?(?:\*\*)?(?:done|completed?|resolved|fixed|closed|finished)/i;

/**
 * True for a line without a box whose own words settle it: "Send FAQ – DONE", "(done)", "DONE: …", ✅, or struck
 * through.
 */
export function saysDone(source: string): boolean {
  if (STRUCK.test(source) || SIGN().test(source)) return true;
  return (
    !NOT_YET.test(source) && (LEADS.test(source) || BRACKETED.test(source) || ENDS.test(source) || SHOUTED.test(source))
  );
}
