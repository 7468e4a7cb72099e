import type { CalendarDate } from '../domain/calendar-date';
import { baseName, meansNote } from '../domain/note-path';
import type { ProcessEntry } from '../domain/process';
import type { ProposedChange } from '../domain/process-change';
import { wikilinks } from '../markdown/inline';
import { type ChangeProblem, changeEdits } from '../markdown/process/change-edits';
import { readChange, type StepChange } from '../markdown/process/read-change';
import { readProcess } from '../markdown/process/read-process';
import { sentencesOf } from '../markdown/process/sentences';
import { decideLine, type ImprovementOutcome } from './improvement-actions';
import type { EditOutcome, NoteWriter } from './note-writer';

/** A proposal with the process that it means, and what it would do to it. */
export interface UnderstoodChange {
  readonly proposal: ProposedChange;
  /** Null where the note names none that there is. */
  readonly process: ProcessEntry | null;
  /** The proposal without the name of its process. */
  readonly words: string;
  readonly change: StepChange;
}

const LEADING = /^(?:\*\*|__)?(?:\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\]|([^:[\]]{2,60}?))(?:\*\*|__)?\s*(:|–|—|-\s)(?:\*\*|__)?\s*(.+)$/;
const LEADING_LINK = /^(?:in|for|on)\s+\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\]\s*[,:]\s*(.+)$/i;

/** What a proposal means: the process it names before its words, above them, or in them. */
export function understandChange(proposal: ProposedChange, processes: readonly ProcessEntry[]): UnderstoodChange {
  const find = (target: string): ProcessEntry | null => processes.find(({ path, playbook }) => meansNote(target, path) || (playbook !== null && meansNote(target, playbook))) ?? null;
  const [, link, name, , rest = ''] = LEADING.exec(proposal.words) ?? [];
  const [, inLink, inRest = ''] = LEADING_LINK.exec(proposal.words) ?? [];
  const before = find((link ?? name ?? '').trim());
  const inside = inLink === undefined ? null : find(inLink.trim());
  const words = before ? rest : inside ? inRest : proposal.words;
  const process = before ?? inside ?? [...proposal.under, ...wikilinks(proposal.words).map(({ target }) => target)].map(find).find((entry) => entry !== null) ?? null;
  return { proposal, process, words, change: changeFor(words, process, proposal.isProse) };
}

/** What words would do to a process; of a paragraph its first sentence counts. */
export function changeFor(words: string, process: Pick<ProcessEntry, 'steps'> | null, isProse = false): StepChange {
  return readChange(isProse ? (sentencesOf(words)[0] ?? words) : words, process?.steps ?? []);
}

/** Writes a change into a process note, as it was shown; `shown` are the actions of its steps then. */
export function applyChange(writer: NoteWriter, process: string, change: StepChange, shown: readonly string[]): Promise<EditOutcome<ChangeProblem>> {
  return writer.edit<ChangeProblem>(process, baseName(process), (text) => changeEdits(text, change, shown));
}

/** Marks a proposal as taken over on a day, or as turned down for a reason; on its own line only. */
export function settleProposal(writer: NoteWriter, proposal: ProposedChange, how: { readonly applied: CalendarDate } | { readonly reason: string }): Promise<ImprovementOutcome> {
  const newMark = proposal.mark === null ? null : 'applied' in how ? 'x' : '-';
  return decideLine(writer, proposal, newMark, { ...how });
}

/** True once the process has the step that a proposal asks for: somebody changed it by hand. */
export function isCarriedOut({ process, change: { kind, words } }: Pick<UnderstoodChange, 'process' | 'change'>): boolean {
  if (process === null || kind === 'remove') return false;
  const { steps } = readProcess(`## Steps\n1. ${words}`);
  return steps.length > 0 && steps.every((wanted) => process.steps.some((step) => step.action === wanted.action && step.actor === wanted.actor && step.tool === wanted.tool && step.timing === wanted.timing));
}
