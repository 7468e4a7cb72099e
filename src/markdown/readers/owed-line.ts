import type { ItemBlock } from '../blocks/block';
import { plainText } from '../inline';
import { readDependency } from './dependency';
import { type BlockPlace, type Reading, spanOf } from './reading';

/** "Risks & dependencies" is one list of both: what somebody needs, or is waited for, is a dependency. */
const BOTH = /\b(?:dependenc|depend[êe]nc|dépendanc|dependenci|abhängigk)/i;

const OWED =
  /^(?:(?!if\b)[^.:;?]{1,60}\b(?:needs?|requires?|owes?|is waiting (?:for|on)|are waiting (?:for|on)|must (?:approve|confirm|deliver|provide|send|sign))\b|(?:waiting (?:for|on)|blocked (?:by|on)|depends on|dependent on|needs? .{1,60} from)\b)/i;

/** "Legal: terms by Feb 12" names a party and a day; "Risk: …" says what it is itself. */
const ASKED = /^(?!(?:risk|issue|blocker|concern|problem)s?\b)[A-Z][\w&/. -]{1,30}: [^.]{2,80}\b(?:by|due|until|eta)\b/;

/** True for a line of a list of risks and dependencies that says who needs what. */
export function isOwed(block: ItemBlock, { kind, label, base }: BlockPlace): boolean {
  if ((kind !== 'risks' && kind !== 'issues') || block.depth !== base || !BOTH.test(label)) return false;
  const text = plainText(block.text).replace(/^\W+/, '');
  return OWED.test(text) || ASKED.test(text);
}

/** Reads an item of a list of dependencies. */
export function readOwed(reading: Reading, block: ItemBlock, { label, release }: BlockPlace): void {
  const state = block.mark === null ? 'open' : (reading.options.taskMarks[block.mark] ?? 'open');
  const dates = state === 'done' ? { ...reading.dates, tense: 'past' as const } : reading.dates;
  const read = readDependency(block.text, label, dates);
  // A list of libraries is no list of parties.
  if (
    reading.releases.length === 0 &&
    reading.risks.length === 0 &&
    release < 0 &&
    read.who === null &&
    read.due.on === null &&
    read.due.lead === null
  )
    return;
  reading.dependencies.push({
    ...spanOf(block.line, block.endLine, plainText(block.text)),
    ...read,
    settled: read.settled || state === 'done' || state === 'cancelled',
    mark: block.mark,
    release,
  });
}
