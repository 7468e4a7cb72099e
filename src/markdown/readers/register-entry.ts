import { lazily } from '../../domain/lazily';
import type { Block } from '../blocks/block';
import { labelKey, type SectionKind } from '../vocabulary';
import { isNoItem } from './no-item';

/** An entry of a register of risks, issues or dependencies whose heading is its title. */
export interface RegisterEntry {
  readonly kind: SectionKind;
  readonly title: string;
}

/** "RISK-001: …", "R-3 – …", "Issue #2. …". */
const NUMBERED = lazily(
  () =>
    /^(?:(risk|issue|problem|blocker|dependency|dependence|risiko|abhängigkeit|risque|dépendance|riesgo|dependencia|risco|dependência)\s?[-#]?\s?\d{1,4}|(R|I|D|RSK|ISS|DEP)[-#]?\d{1,4})\s?[:.)–—-]+\s?(\S.*)$/iu,
);
const KIND_OF_WORD: readonly (readonly [RegExp, SectionKind])[] = [
  [/^(?:ris|r$|rsk)/i, 'risks'],
  [/^(?:dep|dép|abh|d$)/i, 'dependencies'],
  [/^(?:iss|prob|block|i$)/i, 'issues'],
];
/** True for the kinds of section of which registers are made. */
export function isRegistered(kind: SectionKind | null): kind is 'risks' | 'issues' | 'dependencies' {
  return kind === 'risks' || kind === 'issues' || kind === 'dependencies';
}

/** What is said of an entry on lines of its own: no list of further entries has these. */
const DETAIL =
  /^(?:[-*+]\s+)?(?:\*\*|__)?(?:(?:current )?status|severity(?: score)?|(?:risk )?level|probability|likelihood|impact|priority|rating|mitigation(?: plan| strategy)?|contingency(?: plan)?|(?:date )?(?:identified|raised|opened)|risk owner|trigger|resolution|required by)(?:\*\*|__)?\s?(?:\([^)]{1,20}\))?:/i;

/** The entry that a heading is; `above` is the kind of the section around it, `next` the block below it. */
export function registerEntry(text: string, above: SectionKind | null, next: Block | undefined): RegisterEntry | null {
  const [, word, letter, title = ''] = NUMBERED().exec(text) ?? [];
  const named = word ?? letter;
  if (named === undefined)
    return isRegistered(above) && !OTHER.test(text) && !isNoItem(text) && isDetailed(next)
      ? { kind: above, title: text }
      : null;
  const kind = KIND_OF_WORD.find(([pattern]) => pattern.test(named))?.[1] ?? null;
  // A letter and a number may be of anything: what stands around it must say so.
  if (
    kind === null ||
    isNoItem(title) ||
    !((word === undefined ? above === kind : isRegistered(above)) || isDetailed(next) || /^blocker$/i.test(named))
  )
    return null;
  return { kind, title };
}

/** A log of risks may hold these, too. */
const OTHER = /^(?:\W|\d)*(?:decision|assumption|action|opportunity)\b/i;

function isDetailed(next: Block | undefined): boolean {
  return (
    next !== undefined &&
    next.type !== 'heading' &&
    next.type !== 'table' &&
    next.text.split('\n').some((line) => DETAIL.test(line))
  );
}

/** Labels below a list of risks that introduce what is done about them, and no further ones. */
const ABOUT =
  /^(?:mitigations?|mitigating actions?|mitigation (?:plans?|strategy|strategies|actions?|steps?|measures?)|contingenc(?:y|ies)|contingency (?:plans?|actions?|measures?)|responses?|response plan|prevention|preventive (?:actions|measures)|impacts?|potential impacts?|triggers?|examples?|indicators?|early warning signs?|workarounds?|fallback|fallback plan|recovery|recovery plan|root causes?|causes?|evidence|monitoring|escalation|(?:risk )?acceptance criteria|risk acceptance(?: criteria)?|consequences|opportunities|benefits|maßnahmen|gegenmaßnahmen|mesures|mitigaciones|mitigación|mitigação|mitigações|contramedidas)$|^(?:if|in case|when|should|falls|wenn|si|en cas)\s/;

/** True for a label or heading below risks whose list says what is done about them. */
export function isAboutRisks(text: string): boolean {
  return ABOUT.test(labelKey(text));
}
