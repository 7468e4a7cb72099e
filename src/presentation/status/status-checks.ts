import { type Checked, STATUS_CHECKS } from './check-rules';
import type { StatusRule } from './status-rule';
import type { StatusOf } from './status-sentence';
import type { StatusUpdate } from './status-update';
import { STATUS_WORDING as WORDS } from './status-wording';
import { linesOfText, sentencesOfLine } from './text-sentences';
import { traceOf } from './traces';

/** What a check found in a text; line 0 is the text as a whole. */
export interface StatusFinding {
  readonly rule: StatusRule;
  readonly line: number;
  readonly message: string;
}

/** Holds a text, as it was generated or as a person edited it, against the rules S1 to S14. */
export function checkStatus(text: string, of: StatusOf, update: StatusUpdate): StatusFinding[] {
  const lines = linesOfText(text);
  const told = update.blocks.flatMap(({ items }) => items.flat());
  const names = namesIn(of);
  const checked: Checked = {
    text,
    lines,
    sentences: lines
      .filter(({ isHeading, text: words }) => !isHeading && words !== '')
      .flatMap(({ text: words, line }) => sentencesOfLine(words).map((sentence) => ({ text: sentence, line }))),
    of,
    update,
    trace: traceOf(told, [update.title, update.party, ...names]),
    names,
  };
  return (Object.keys(STATUS_CHECKS) as StatusRule[]).flatMap((rule) =>
    STATUS_CHECKS[rule](checked).map(([line, what]) => ({ rule, line, message: WORDS.finding[rule](what) })),
  );
}

/** People and parties of a release as its notes name them. */
function namesIn({ release, assessment }: StatusOf): string[] {
  const { owner, items, risks } = release;
  const all = [
    ...(owner?.value ?? []),
    ...[...items, ...risks].map((one) => one.owner),
    ...assessment.followUps.map(({ who }) => who),
  ];
  return [...new Set(all.filter((name): name is string => name !== null && name.trim().length > 1))];
}
