import type { Objection, Vote } from '../domain/decision/roll-call';

const list = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

const PARTS = {
  owner: 'an owner',
  due: 'a day',
  otherwise: 'who decides if it is not met',
  reason: 'a reason',
  expires: 'a day on which it ends',
} as const;

const needs = (what: string, missing: readonly (keyof typeof PARTS)[]): string =>
  `${what} needs ${missing.map((part) => PARTS[part]).join(', ')}.`;

/** What the roll call says to people. */
export const ROLL_CALL_WORDING = {
  title: (release: string): string => `Go/no-go: ${release}`,
  open: 'Open the roll call…',
  gathering: 'Gathering the lines that this decision rests on…',
  know: 'What the notes say',
  functions: 'Roll call',
  votes: { go: 'go', 'go-if': 'go if …', 'no-go': 'no-go', 'not-reached': 'not reached' } satisfies Record<
    Vote,
    string
  >,
  voteOf: (name: string): string => `${name} says`,
  nameOf: (name: string): string => `Who speaks for ${name}`,
  name: 'Name',
  addFunction: 'Add a function',
  noFunctions: 'No party and no section shows a function: add those that you ask.',
  evidence: (items: number, asks: number, latest: string | null): string =>
    [
      items > 0 ? `${items} open ${items === 1 ? 'item' : 'items'}` : '',
      asks > 0 ? `${asks} open ${asks === 1 ? 'ask' : 'asks'}${latest === null ? '' : `, latest ${latest}`}` : '',
    ]
      .filter(Boolean)
      .join(', ') || 'nothing open',
  openItems: (count: number): string => `${count} required ${count === 1 ? 'item is' : 'items are'} open`,
  noOpenItems: 'All required items are done',
  waive: (item: string): string => `Waive “${item}”`,
  waivers: 'Open required items',
  reason: 'Why it can wait',
  owner: 'Who looks after it',
  expires: 'Until',
  conditions: 'Conditions',
  addCondition: 'Add a condition',
  removeCondition: (index: number): string => `Remove condition ${index}`,
  condition: 'What has to be done',
  due: 'By',
  otherwise: 'If not met, who decides',
  approver: 'Approver',
  approverHint: 'Exactly one person decides',
  because: 'Because',
  emergency: 'Emergency: it went out before this decision',
  emergencyReview: (day: string): string => `Review of the emergency release by ${day}`,
  decisions: { go: 'Go', conditional: 'Conditional go', 'no-go': 'No-go', postponed: 'Postpone' },
  proves: 'The note holds these lines, the rules and the forecast as they are now. It proves no identity.',
  objection: (objection: Objection): string => {
    switch (objection.kind) {
      case 'not-reached':
        return `Not reached: ${list(objection.functions)}.`;
      case 'go-if':
        return `“Go if …” is not a go: ${list(objection.functions)}.`;
      case 'no-go':
        return `No-go of ${list(objection.functions)}.`;
      case 'open-items':
        return `Open and not waived: ${list(objection.items)}.`;
      case 'no-condition':
        return 'A conditional go needs a condition.';
      case 'condition':
        return needs(objection.text === '' ? 'A condition' : `“${objection.text}”`, objection.missing);
      case 'waiver':
        return needs(`The waiver of “${objection.item}”`, objection.missing);
      case 'no-approver':
        return 'Who approves it?';
      case 'several-approvers':
        return 'Exactly one person approves.';
      case 'sole-contributor':
        return 'In this tier nobody approves work that only they did.';
    }
  },
  minutes: {
    heading: 'Roll call',
    waivers: 'Waived',
    evidence: 'Evidence',
    vote: (name: string, vote: string, who: string, evidence: string): string =>
      `${name}: ${vote}${who === '' ? '' : ` (${who})`}${evidence === '' ? '' : `; ${evidence}`}`,
    waiver: (item: string, reason: string, owner: string, expires: string): string =>
      `${item}: ${reason} (${owner}, until ${expires})`,
    condition: (text: string, owner: string, due: string, otherwise: string): string =>
      `${text} [[${owner}]] (due ${due}); if not met, ${otherwise} decides`,
  },
  badge: {
    intact: 'Record intact',
    altered: 'Record altered',
    after: 'Approved after the release',
    changed: (count: number): string => `${count === 1 ? 'One source line' : `${count} source lines`} changed since`,
  },
} as const;
