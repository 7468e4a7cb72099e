import type { CalendarDate } from '../domain/calendar-date';
import type { ProcessEntry } from '../domain/process';
import { monthDay } from './date-wording';
import { PROCESS_WORDING as WORDS } from './process-wording';

/** A process as shown. */
export interface RegistryLine {
  readonly facts: readonly string[];
  /** What somebody should see to. */
  readonly problems: readonly string[];
}

/** A process in words; `tooOften` is how often a step may be skipped before it is named. */
export function registryLine(
  { category, owner, verified, reviewOn, playbook, runs, adherence }: ProcessEntry,
  today: CalendarDate,
  tooOften: number,
): RegistryLine {
  const decided = adherence.reduce((sum, { done, skipped }) => sum + done + skipped, 0);
  const done = adherence.reduce((sum, step) => sum + step.done, 0);
  const skipped = adherence.filter((step) => step.skipped >= tooOften);
  return {
    facts: [
      category,
      owner ?? '',
      verified === null ? '' : WORDS.verified(monthDay(verified, today)),
      runs === 0 ? '' : WORDS.runs(runs, decided === 0 ? null : Math.round((done / decided) * 100)),
    ].filter(Boolean),
    problems: [
      owner === null ? WORDS.noOwner : '',
      playbook === null ? WORDS.noPlaybook : '',
      verified === null
        ? WORDS.neverVerified
        : reviewOn !== null && reviewOn <= today
          ? WORDS.reviewDue(monthDay(reviewOn, today))
          : '',
      ...skipped.map((step) => WORDS.skipped(step.action, step.skipped)),
    ].filter(Boolean),
  };
}

/** What processes do not cover yet. */
interface Coverage {
  readonly withoutRun: readonly string[];
  readonly ahead: number;
  readonly withoutOwner: number;
  readonly processes: number;
  readonly emptyCategories: readonly string[];
}

/** So many releases are named. */
const NAMED = 3;

/** What processes do not cover yet, a sentence each; none where all is covered. */
export function coverageLines({ withoutRun, ahead, withoutOwner, processes, emptyCategories }: Coverage): string[] {
  return [
    withoutRun.length === 0
      ? ''
      : WORDS.withoutRun(withoutRun.slice(0, NAMED), Math.max(0, withoutRun.length - NAMED), ahead),
    withoutOwner === 0 ? '' : WORDS.withoutOwner(withoutOwner, processes),
    emptyCategories.length === 0 ? '' : WORDS.emptyCategories(emptyCategories),
  ].filter(Boolean);
}
