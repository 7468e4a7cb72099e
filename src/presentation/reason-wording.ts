import { SYSTEM_IDS, SYSTEM_NAMES } from '../domain/outside-item';
import type { CalendarDate } from '../domain/calendar-date';
import type { RiskReason } from '../domain/risk/risk-rule';
import type { RuleId } from '../domain/risk/risk-policy';
import { chanceWords } from './chance-wording';
import { businessDays, monthDay } from './date-wording';

/** The sentence that says what is wrong, and the one that says what would clear it. */
export interface ReasonWording {
  readonly text: string;
  readonly clears: string;
}

type Values = RiskReason['values'];

/** A day of a reason; with its year when that is another one than today's. */
const date = (values: Values, key = 'date'): string =>
  monthDay(String(values[key] ?? '') as CalendarDate, (values[TODAY] as CalendarDate | undefined) ?? undefined);
/** Under which the day on which a sentence is read stands among its values. */
const TODAY = '(today)';
/** What a note states: a day as a day, anything else as it is. */
const dayOrText = (values: Values, key: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(values[key])) ? date(values, key) : String(values[key]);
const number = (values: Values, key: string): number => Number(values[key] ?? 0);
const quoted = (values: Values, key: string): string => `“${String(values[key] ?? '')}”`;
const named = (values: Values, fallback: string): string => String(values.who ?? '') || fallback;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "5 business days to go/no-go", "on the day of the go/no-go", "2 business days after the target date". */
function toGate(values: Values): string {
  const days = number(values, 'days');
  const gate = gateWord(values);
  if (days === 0) return `on the day of the ${gate}`;
  return days > 0 ? `${businessDays(days)} to ${gate}` : `${businessDays(-days)} after the ${gate}`;
}

const gateWord = (values: Values): string => (values.gate === 'goNoGo' ? 'go/no-go' : 'target date');

/** The first of several, and how many more there are. */
function andMore(values: Values): string {
  const more = number(values, 'count') - 1;
  return `${quoted(values, 'item')}${more > 0 ? ` and ${more} more` : ''}`;
}

const DISAGREEMENT: Readonly<Record<string, string>> = {
  target: 'target date',
  goNoGo: 'go/no-go date',
  owner: 'release owner',
};

const WORDING: Readonly<Record<RuleId, (values: Values, variant: string) => ReasonWording>> = {
  R1: (values, variant) => ({
    text: `${variant === 'one' ? 'Required item' : `${number(values, 'count')} required items`} still open, ${toGate(values)}: ${andMore(values)}`,
    clears:
      variant === 'one'
        ? 'Clears when it is ticked, cancelled or marked optional.'
        : 'Clears when they are ticked, cancelled or marked optional.',
  }),
  R2: (values, variant) => ({
    text:
      variant === 'today'
        ? `Go/no-go is today (${date(values)}) and no decision is recorded`
        : `Go/no-go was ${date(values)}, ${businessDays(number(values, 'days'))} ago, and no decision is recorded`,
    clears: 'Clears when a note records the decision, for example “Decision: GO”.',
  }),
  R3: (values) => ({
    text: `Target date ${date(values)} passed ${businessDays(number(values, 'days'))} ago and the release has not shipped`,
    clears: 'Clears when a note says it shipped (“Status: released”) or sets a later target date.',
  }),
  R4: (values, variant) => ({
    text: `Forecast: ${chanceWords(number(values, 'chance'))} to be done by the ${gateWord(values)} ${date(values)}${
      variant === 'slowest' ? `; without ${quoted(values, 'slowest')} ${chanceWords(number(values, 'without'))}` : ''
    }`,
    clears: 'Clears when items are ticked, cancelled or marked optional, or the date moves.',
  }),
  R5: (values, variant) => ({
    text: `${named(values, 'A dependency')}: ${quoted(values, 'what')} arrives ${date(values, 'eta')}, after the ${variant === 'after-target' ? 'target date' : 'go/no-go'} ${date(values)}`,
    clears: `Clears when it arrives by ${date(values)}, is settled, or the date moves.`,
  }),
  R6: (values, variant) => ({
    text:
      variant === 'passed'
        ? `${named(values, 'A party')} needed ${businessDays(number(values, 'notice'))} of notice by ${date(values)}; nothing says it was given`
        : `${named(values, 'A party')} needs ${businessDays(number(values, 'notice'))} of notice: confirm by ${date(values)}`,
    clears: 'Clears when the matching action is ticked or the line says “confirmed”.',
  }),
  R7: (values, variant) => ({
    text: `${number(values, 'count') === 1 ? 'Critical item' : `${number(values, 'count')} critical items`} still open${variant === 'dated' ? `, ${toGate(values)}` : ''}: ${andMore(values)}`,
    clears:
      values.source === undefined
        ? 'Clears when the line is marked resolved, or a named person lowers its severity.'
        : `Clears when ${placeName(values.source)} says otherwise, and it is imported again.`,
  }),
  R8: (values, variant) => {
    if (variant === 'verified-with-defect')
      return {
        text: `${quoted(values, 'item')} is ticked while ${quoted(values, 'other')} is open`,
        clears: 'Clears when the defect is resolved or the item is opened again.',
      };
    if (variant === 'outside')
      return {
        text: `${quoted(values, 'subject')} is ${apartWords(values)}`,
        clears: 'Clears when both say the same: tick the box, or bring it up to date there and import again.',
      };
    if (variant === 'item')
      return {
        text: `Notes disagree: ${quoted(values, 'subject')} is ticked in one note and open in another`,
        clears: 'Clears when both boxes say the same.',
      };
    return {
      text: `Notes disagree on the ${DISAGREEMENT[variant] ?? variant}: ${dayOrText(values, 'first')} and ${dayOrText(values, 'second')}`,
      clears: 'Clears when the notes state the same, or the newer one carries its date.',
    };
  },
  R9: (values, variant) => ({
    text: `${variant === 'one' ? 'Required item has' : `${number(values, 'count')} required items have`} no owner, ${toGate(values)}: ${andMore(values)}`,
    clears:
      variant === 'one'
        ? 'Clears when it names a person or team.'
        : 'Clears when each open item names a person or team.',
  }),
  R10: (values) => ({
    text: `${number(values, 'elapsed')}% of the time has gone, ${number(values, 'done')}% of the checklist is done`,
    clears: 'Clears when enough items are ticked or the gate moves.',
  }),
  R11: (values, variant) => ({
    text:
      variant === 'often'
        ? `Target date moved ${number(values, 'count')} times: ${date(values, 'from')} to ${date(values, 'to')}`
        : `Target date moved by ${businessDays(number(values, 'days'))}: ${date(values, 'from')} to ${date(values, 'to')}`,
    clears: 'Stays as a reminder until the release ships.',
  }),
  R12: (values, variant) => ({
    text:
      variant === 'collision'
        ? `${named(values, 'A party')} is also needed by ${String(values.other)} (${date(values)}) within 5 days`
        : `${named(values, 'A party')} is asked for ${number(values, 'count')} different things`,
    clears:
      variant === 'collision'
        ? 'Clears when one of the asks is settled or the dates move apart.'
        : 'Clears when enough of the asks are settled.',
  }),
  R13: (values) => ({
    text: `${quoted(values, 'risk')} holds up ${quoted(values, 'item')}`,
    clears: 'Clears when the item is ticked or the risk is marked resolved.',
  }),
  R14: (values) => ({
    text: `${number(values, 'count')} items were added in the last third of the time (+${number(values, 'growth')}%)`,
    clears: 'Clears when late items are done, cancelled or moved to a later release.',
  }),
  R15: (values, variant) => ({
    text:
      variant === 'weekend'
        ? `Target date ${date(values)} is a ${WEEKDAYS[number(values, 'weekday')] ?? 'weekend day'}`
        : variant === 'holiday'
          ? `Target date ${date(values)} is a holiday`
          : `Target date ${date(values)} lies in a freeze`,
    clears: 'Clears when the target is a working day outside any freeze.',
  }),
  R16: (values, variant) => ({
    text:
      variant === 'no-go'
        ? `The decision of ${date(values)} was no-go`
        : `Postponed on ${date(values)} without a new date`,
    clears: 'Clears when a later note sets a new date or records a go.',
  }),
  R17: (values, variant) => ({
    text:
      variant === 'one'
        ? `Overdue since ${date(values)}: ${quoted(values, 'what')}${String(values.who ?? '') ? ` (${String(values.who)})` : ''}`
        : `${number(values, 'count')} follow-ups overdue, the oldest since ${date(values)}: ${quoted(values, 'what')}`,
    clears:
      variant === 'one'
        ? 'Clears when it is ticked or its date moves.'
        : 'Clears when they are ticked or their dates move.',
  }),
  R18: () => ({ text: 'No release owner is named', clears: 'Clears when a note names one: “Owner: [[Name]]”.' }),
};

/** A system by its name, anything else as the note. */
function placeName(value: unknown): string {
  const system = SYSTEM_IDS.find((id) => id === value);
  return system === undefined ? 'the note' : SYSTEM_NAMES[system];
}

/** "done in Jira and open in the note": what two places say, the one that is followed first. */
export function apartWords(values: RiskReason['values']): string {
  const { first, second, followed, apart } = values;
  return `${String(first)} in ${placeName(followed)} and ${String(second)} in ${placeName(apart)}`;
}

/** Words for a reason, in plain sentences. */
export function wordReason(
  { rule, variant, values }: Pick<RiskReason, 'rule' | 'variant' | 'values'>,
  today: CalendarDate | null = null,
): ReasonWording {
  return WORDING[rule](today === null ? values : { ...values, [TODAY]: today }, variant);
}
