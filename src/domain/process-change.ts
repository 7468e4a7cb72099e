import { addDays, type CalendarDate } from './calendar-date';
import type { Evidence } from './evidence';
import { evidenceIn, type NoteFacts, type ProcessChangeFact } from './note-facts';

/** A change of a process that a note asks for, and that nobody has taken over or turned down. */
export interface ProposedChange extends Pick<ProcessChangeFact, 'title' | 'words' | 'under' | 'mark' | 'isProse'> {
  readonly evidence: Evidence;
}

/** What nobody took up for so long is history. */
const PROPOSED_FOR_DAYS = 90;

/** What one note asks for; process notes and pages of people ask for nothing. */
export function proposedChangesOf(facts: NoteFacts): ProposedChange[] {
  if (facts.kind === 'process' || facts.kind === 'person') return [];
  return facts.changes
    .filter(({ settled }) => !settled)
    .map((change) => ({
      title: change.title,
      words: change.words,
      under: change.under,
      mark: change.mark,
      isProse: change.isProse,
      evidence: evidenceIn(facts, change),
    }));
}

/** Those of the last 90 days, the newest first. */
export function recentChanges(changes: readonly ProposedChange[], today: CalendarDate): ProposedChange[] {
  const since = addDays(today, -PROPOSED_FOR_DAYS);
  return changes
    .filter(({ evidence }) => evidence.asOf >= since)
    .sort((a, b) =>
      a.evidence.asOf > b.evidence.asOf
        ? -1
        : a.evidence.asOf < b.evidence.asOf
          ? 1
          : a.evidence.path < b.evidence.path
            ? -1
            : a.evidence.path > b.evidence.path
              ? 1
              : a.evidence.line - b.evidence.line,
    );
}
