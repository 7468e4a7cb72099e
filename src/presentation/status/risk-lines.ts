import { apartWords } from '../reason-wording';
import { type CalendarDate, later } from '../../domain/calendar-date';
import type { ChecklistItem, Release } from '../../domain/release';
import type { RuleId } from '../../domain/risk/risk-policy';
import type { RiskReason } from '../../domain/risk/risk-rule';
import { businessDays } from '../date-wording';
import {
  day,
  namedElsewhere,
  quote,
  sentence,
  sourcesOf,
  sourcesOfOwner,
  type StatusOf,
  type StatusSentence,
} from './status-sentence';
import { STATUS_WORDING as WORDS } from './status-wording';

/** What is asked for about a reason: what to do, who does it, and by when ('' for the next gate). */
interface RiskLine {
  readonly says: string;
  readonly ask: string;
  /** Names from the reason's lines; 'release' for the release's owner; empty where nobody is named. */
  readonly who: readonly string[] | 'release';
  readonly by?: CalendarDate | 'today';
}

interface Told {
  readonly values: RiskReason['values'];
  readonly variant: string;
  readonly on: (key?: string) => string;
  readonly gate: string;
  /** Owners of the items and risks among the reason's lines. */
  readonly owners: readonly string[];
}

const text = ({ values }: Told, key: string): string => String(values[key] ?? '');
const number = ({ values }: Told, key: string): number => Number(values[key] ?? 0);
const isOne = (told: Told): boolean => number(told, 'count') === 1;
const party = (told: Told): string => text(told, 'who') || 'Somebody';
const partyAlone = (told: Told): string[] => (text(told, 'who') === '' ? [] : [text(told, 'who')]);

/** The sentence and the ask of each rule; null for what is told elsewhere or asks for nothing. */
const LINES: Readonly<Record<RuleId, ((told: Told) => RiskLine) | null>> = {
  R1: (told) => ({
    says: isOne(told)
      ? `Required item ${quote(text(told, 'item'))} is open`
      : `${number(told, 'count')} required items are open, first ${quote(text(told, 'item'))}`,
    ask: isOne(told) ? 'finish or drop it' : 'finish or drop them',
    who: told.owners,
  }),
  R2: (told) => ({
    says: `Go/no-go was due ${told.on()} and is undecided`,
    ask: 'decide',
    who: 'release',
    by: 'today',
  }),
  R3: (told) => ({
    says: `Target ${told.on()} passed without a shipment`,
    ask: 'ship or set a new date',
    who: 'release',
    by: 'today',
  }),
  // The chance itself stands in the first sentence.
  R4: (told) => ({
    says: `The chance to make the ${told.gate} ${told.on()} is lower than its tier asks for`,
    ask: 'drop items or move the date',
    who: 'release',
  }),
  R5: (told) => ({
    says: [
      `${party(told)}: ${quote(text(told, 'what'))} arrives ${told.on('eta')}`,
      `after the ${told.variant === 'after-target' ? 'target' : 'go/no-go'} ${told.on()}`,
    ].join(', '),
    ask: 'bring it forward',
    who: partyAlone(told),
  }),
  R6: (told) => ({
    says:
      told.variant === 'passed'
        ? `${party(told)} needed ${businessDays(number(told, 'notice'))} of notice by ${told.on()}`
        : `${party(told)} needs ${businessDays(number(told, 'notice'))} of notice`,
    ask: 'confirm the notice',
    who: 'release',
    by: told.variant === 'passed' ? 'today' : (text(told, 'date') as CalendarDate),
  }),
  R7: (told) => ({
    says: isOne(told)
      ? `${quote(text(told, 'item'))} is open`
      : `${number(told, 'count')} critical items are open, first ${quote(text(told, 'item'))}`,
    ask: isOne(told) ? 'resolve it' : 'resolve them',
    who: told.owners,
  }),
  R8: (told) => contradiction(told),
  R9: (told) => ({
    says: isOne(told)
      ? `Required item ${quote(text(told, 'item'))} has no owner`
      : `${number(told, 'count')} required items have no owner`,
    ask: isOne(told) ? 'name one' : 'name owners',
    who: 'release',
  }),
  R10: (told) => ({
    says: `${number(told, 'elapsed')} % of the time has gone, ${number(told, 'done')} % of the checklist is done`,
    ask: 'catch up or move the date',
    who: 'release',
  }),
  // Moved dates have a sentence of their own.
  R11: null,
  R12: (told) => ({
    says:
      told.variant === 'collision'
        ? `${party(told)} is also needed by ${text(told, 'other')} for ${told.on()}`
        : `${party(told)} is asked for ${number(told, 'count')} different things`,
    ask: 'agree what comes first',
    who: 'release',
  }),
  R13: (told) => ({
    says: `${quote(text(told, 'risk'))} holds up ${quote(text(told, 'item'))}`,
    ask: 'make room or drop the item',
    who: told.owners,
  }),
  R14: (told) => ({
    says: `${number(told, 'count')} items came late, ${number(told, 'growth')} % more scope`,
    ask: 'move or drop them',
    who: 'release',
  }),
  // A note, which asks for nothing.
  R15: null,
  R16: (told) => ({
    says: told.variant === 'no-go' ? `No-go on ${told.on()}` : `Postponed on ${told.on()} without a new date`,
    ask: 'set a new date or decide again',
    who: 'release',
    by: 'today',
  }),
  R17: (told) => ({
    says:
      told.variant === 'one'
        ? `${quote(text(told, 'what'))} is overdue since ${told.on()}`
        : `${number(told, 'count')} follow-ups are overdue, first ${quote(text(told, 'what'))} since ${told.on()}`,
    ask: told.variant === 'one' ? 'close it' : 'close them',
    who: partyAlone(told),
    by: 'today',
  }),
  R18: () => ({ says: 'No release owner is named', ask: 'name one', who: [] }),
};

function contradiction(told: Told): RiskLine {
  switch (told.variant) {
    case 'verified-with-defect':
      return {
        says: `${quote(text(told, 'item'))} is ticked while ${quote(text(told, 'other'))} is open`,
        ask: 'settle which holds',
        who: told.owners,
      };
    case 'outside':
      return {
        says: `${quote(text(told, 'subject'))} is ${apartWords(told.values)}`,
        ask: 'settle which holds',
        who: told.owners,
      };
    case 'item':
      return { says: `Notes disagree on ${quote(text(told, 'subject'))}`, ask: 'settle which holds', who: told.owners };
    default: {
      const value = (key: string): string =>
        /^\d{4}-\d{2}-\d{2}$/.test(text(told, key)) ? told.on(key) : quote(text(told, key));
      const what = told.variant === 'owner' ? 'owner' : told.variant === 'goNoGo' ? 'go/no-go date' : 'target date';
      return {
        says: `Notes disagree on the ${what}: ${value('first')} and ${value('second')}`,
        ask: 'settle which holds',
        who: 'release',
      };
    }
  }
}

/** The gravest reasons that ask for something; of several about the same lines the first. */
export function riskLines(of: StatusOf): (readonly StatusSentence[])[] {
  const told = new Set<string>();
  return of.assessment.reasons.flatMap((reason) => {
    const line = riskLine(reason, of);
    const cited = reason.evidence.map(({ path, line: at }) => `${path}\n${at}`);
    if (line === null || cited.some((place) => told.has(place))) return [];
    for (const place of cited) told.add(place);
    return [line];
  });
}

/** A reason as a sentence with its ask; null for reasons that ask for nothing. */
function riskLine(
  reason: RiskReason,
  { release, assessment: { gate }, today }: StatusOf,
): readonly [says: StatusSentence, ask: StatusSentence] | null {
  const make = LINES[reason.rule];
  if (make === null) return null;
  const line = make({
    values: reason.values,
    variant: reason.variant,
    on: (key = 'date') => day(String(reason.values[key] ?? '') as CalendarDate, today),
    gate: reason.values.gate === 'target' ? WORDS.gates.target : WORDS.gates.goNoGo,
    owners: ownersOf(reason, release),
  });
  const owner = line.who === 'release' ? (release.owner?.value ?? []) : line.who;
  const by = line.by === 'today' ? today : (line.by ?? (gate === null ? null : later(gate, today)));
  const when = by === null ? WORDS.noDate : WORDS.by(day(by, today));
  const { goNoGo, target, owner: ownerFact } = release;
  const sources = [
    ...sourcesOf([...reason.evidence, goNoGo?.evidence, target?.evidence]),
    ...(line.who === 'release' ? sourcesOfOwner(ownerFact) : namedElsewhere(line.who, reason.evidence)),
  ];
  // How many there are, shares, notices: all numbers of a reason are counted or worked out from its lines.
  const computed = Object.entries(reason.values).flatMap(([key, value]) =>
    typeof value === 'number' && key !== 'chance' && key !== 'without' ? [String(value)] : [],
  );
  const days = Object.values(reason.values).flatMap((value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [day(value as CalendarDate, today)] : [],
  );
  return [
    sentence(`${line.says}.`, sources, [...computed, ...days, String(reason.values.other ?? '')]),
    sentence(WORDS.asked(line.ask, namesOf(owner), when), sources, [
      ...(by === null ? [] : [day(by, today)]),
      ...moreIn(owner),
    ]),
  ];
}

const MOST_NAMES = 2;

/** "Mei Chen and Tom Lee", "no owner yet". */
export function namesOf(names: readonly string[]): string {
  const known = [...new Set(names)];
  return known.length === 0
    ? WORDS.noOwner
    : WORDS.and(known.slice(0, MOST_NAMES), Math.max(0, known.length - MOST_NAMES));
}

/** The number that {@link namesOf} names, where it names one. */
export function moreIn(names: readonly string[]): string[] {
  const more = new Set(names).size - MOST_NAMES;
  return more > 0 ? [String(more)] : [];
}

function ownersOf({ evidence }: RiskReason, release: Release): string[] {
  const cited = new Set(evidence.map(({ path, line }) => `${path}\n${line}`));
  const isCited = ({ evidence: { path, line } }: Pick<ChecklistItem, 'evidence'>): boolean =>
    cited.has(`${path}\n${line}`);
  return [...release.items.filter(isCited), ...release.risks.filter(isCited)].flatMap(({ owner }) => owner ?? []);
}
