import { ACT_WORDING } from '../act-wording';
import { counted } from '../counted';
import type { Decision } from '../../domain/release';
import type { RiskLevel } from '../../domain/risk/risk-rule';
import type { StatusRule } from './status-rule';
import type { StatusAudience } from '../../domain/status/kept-status';

const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');

/** Every word of a status update and of its form. */
export const STATUS_WORDING = {
  command: 'Write a status update…',
  title: (release: string): string => `Status update: ${release}`,
  audience: 'For',
  audiences: {
    executive: 'Executives',
    team: 'The team',
    stakeholder: 'One stakeholder',
    customer: 'Customers',
    short: 'Short (280 characters)',
  } satisfies Record<StatusAudience, string>,
  party: 'Stakeholder',
  format: 'Format',
  formats: { markdown: 'Markdown', slack: 'Slack', plain: 'Plain text' },
  preview: 'Text',
  edit: 'Edit',
  asGenerated: 'Back to the text from the notes',
  edited: 'Edited text',
  words: (words: number, characters: number): string => `${counted(words, 'word')}, ${characters} characters`,
  copy: 'Copy',
  save: 'Save as a note',
  copied: 'The status update is on the clipboard.',
  checks: 'Checks',
  passed: 'Passes all checks',
  record: 'Status',
  noteTitle: (release: string, audience: string): string => `Status of ${release}: ${audience}`,
  sources: 'Sources',
  lines: (lines: readonly number[]): string => `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`,
  moreLines: (count: number): string => `and ${counted(count, 'more line')}`,
  inLine: (line: number): string => `Line ${line}:`,
  levels: { ...ACT_WORDING.levels, unknown: 'Not known yet' } satisfies Record<RiskLevel, string>,
  byHand: (level: string, until: string, computed: string): string =>
    `${level} (set by hand until ${until}; the notes say ${computed.toLowerCase()})`,
  lead: (verdict: string, title: string, target: string, forecast: string): string =>
    `${verdict}: ${title}, ${target}; ${forecast}.`,
  target: (on: string, isPast: boolean): string => (isPast ? `target ${on} passed` : `target ${on}`),
  noTarget: 'no target date',
  noForecast: 'no forecast yet',
  allDone: 'all done, no forecast',
  makes: (chance: string, gate: string): string => `${chance} to make the ${gate}`,
  gates: { goNoGo: 'go/no-go', target: 'target' },
  shipped: (title: string, on: string, late: string): string => `Shipped: ${title} on ${on}${late}.`,
  shippedAbout: (title: string, on: string): string => `Shipped: ${title}, as of ${on}.`,
  late: (days: number, target: string): string =>
    days === 0
      ? ', on its target date'
      : `, ${counted(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'} its target ${target}`,
  cancelled: (title: string, on: string): string => `Cancelled: ${title}, as of ${on}.`,
  since: (on: string, parts: readonly string[]): string => `Since ${on}: ${parts.join(', ')}.`,
  nothingNew: (on: string): string => `No change since ${on}.`,
  changed: {
    level: (from: string, to: string): string => `${from.toLowerCase()} became ${to.toLowerCase()}`,
    done: (count: number): string =>
      count > 0 ? `${counted(count, 'item')} done` : `${counted(-count, 'item')} opened again`,
    scope: (count: number): string => (count > 0 ? `${count} added` : `${-count} dropped`),
    chance: (from: string, to: string): string => `chance from ${from} to ${to}`,
    none: 'none',
    decision: (decision: Decision): string => ACT_WORDING.decided[decision],
    raised: (count: number): string => `${counted(count, 'new concern')}`,
    cleared: (count: number): string => `${counted(count, 'concern')} cleared`,
  },
  moved: (field: string, from: string, to: string, on: string, because: string, before: string): string =>
    `${field} moved from ${from} to ${to} on ${on}${because}${before}.`,
  movedFields: { target: 'Target', goNoGo: 'Go/no-go' },
  because: (reason: string): string => `, because ${reason}`,
  noReason: ', no reason noted',
  wasBefore: (days: readonly string[]): string => `; it was ${days.join(' and ')} before`,
  progress: (done: number, total: number): string =>
    `${done} of ${counted(total, 'required item')} ${isOrAre(done)} done.`,
  openItem: (title: string, owner: string, due: string): string => `${title}: ${owner}, ${due}.`,
  asked: (what: string, who: string, by: string): string => `Ask: ${what}, ${who}, ${by}.`,
  askAlone: (what: string, who: string, by: string): string =>
    `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${who}, ${by}.`,
  by: (on: string): string => `by ${on}`,
  noDate: 'no date yet',
  noOwner: 'no owner yet',
  /** "Mei", "Mei and Tom", "Mei, Tom and 2 more". */
  and: (names: readonly string[], more: number): string => {
    const last = more > 0 ? `${more} more` : (names[names.length - 1] ?? '');
    const first = more > 0 ? names : names.slice(0, -1);
    return first.length === 0 ? last : `${first.join(', ')} and ${last}`;
  },
  give: (what: string, who: string): string => `give ${who} ${what}`,
  deliver: (what: string): string => `deliver ${what}`,
  settle: (what: string): string => `close ${what}`,
  clarify: (what: string): string => `agree who does ${what}`,
  moreOpen: (count: number): string => `${count} more ${isOrAre(count)} open.`,
  decided: (decision: Decision, on: string): string => `Decision: ${ACT_WORDING.decided[decision]}, taken on ${on}.`,
  undecided: (on: string, isPast: boolean): string =>
    isPast ? `Decision: none yet, planned for ${on}.` : `Decision: go/no-go on ${on}.`,
  asOf: (on: string): string => `as of ${on}`,
  basis: (on: string): string => `Based on notes as of ${on}.`,
  noted: (on: string): string => ` (noted ${on})`,
  finding: {
    S1: (what) => `The first sentence lacks: ${what}.`,
    S2: (what) => `Long sentences: ${what} words.`,
    S3: (what) => `Too long: ${what}.`,
    S4: (what) => `“${what}” stands in no line of its notes.`,
    S5: (what) => `“${what}” needs its day.`,
    S6: (what) => `“${what}” needs a day or an owner.`,
    S7: (what) => `This risk has no ${what}.`,
    S8: (what) => `This ask lacks: ${what}.`,
    S9: (what) => `“${what}” is not explained.`,
    S10: (what) => `“${what}” is nothing for customers.`,
    S11: (what) => `“${what}” is not what the notes say.`,
    S12: (what) => `Typing: “${what}”.`,
    S13: (what) => `“${what}”: not yet.`,
    S14: (what) => `Older than 14 days, without “as of”: ${what}`,
  } satisfies Record<StatusRule, (what: string) => string> as Record<StatusRule, (what: string) => string>,
  headings: { risks: 'Risks', open: 'Open items', asks: 'Asks', you: 'What you need', us: 'What we need from you' },
  nothingForYou: (party: string): string => `Nothing is open between ${party} and this release.`,
  noShippedFacts: 'No shipped facts yet.',
  available: (title: string, on: string): string => `${title} is available since ${on}.`,
  availableNow: (title: string, on: string): string => `${title} is available (as of ${on}).`,
} as const;
