import type { CalendarDate } from '../domain/calendar-date';
import { baseName, meansNote } from '../domain/note-path';
import type { ProcessEntry, ProcessStep } from '../domain/process';
import type { ProposedChange } from '../domain/process-change';
import { anyWord } from '../markdown/any-word';
import { wikilinks } from '../markdown/inline';
import { type ChangeProblem, changeEdits, stepKey } from '../markdown/process/change-edits';
import { readChange, saysChange, type StepChange, UNCLEAR } from '../markdown/process/read-change';
import { readProcess } from '../markdown/process/read-process';
import { sentencesOf } from '../markdown/process/sentences';
import type { TickProblem } from '../markdown/tick-edit';
import { decisionEdits, type ImprovementOutcome } from './improvement-actions';
import type { EditOutcome, NoteWriter } from './note-writer';

/** A proposal with the process that it means, and what it would do to it. */
export interface UnderstoodChange {
  readonly proposal: ProposedChange;
  /** Null where the note names none that there is, or a name that several have. */
  readonly process: ProcessEntry | null;
  /** The proposal without the name of its process. */
  readonly words: string;
  readonly change: StepChange;
}

const LEADING =
  /^(?:\*\*|__)?(?:\[\[([^[\]|#]+)(?:[#|][^[\]]*)?\]\]|([^:[\]]{2,60}?))(?:\*\*|__)?(?:\s+(?:process|playbook))?\s*(?::|–|—|-\s)(?:\*\*|__)?\s*(.+)$/i;
const LEADING_LINK = /^(?:(?:in|for|on)\s+)?\[\[([^[\]|#]+)(?:[#|][^[\]]*)?\]\] ?[,:]? (\S.*)$/i;
/** "@ann: drop …", "PROP-12: drop …": who asks, and not what. */
const ASKED_BY = /^(?:@[\w.-]+|\[\[[^\]]+\]\]|[A-Z]{2,8}-\d+)\s*[:,–—-]\s+/;

/** What a proposal means: the process it names before its words, above them, or in them. */
export function understandChange(proposal: ProposedChange, processes: readonly ProcessEntry[]): UnderstoodChange {
  const { process, words } = processMeant(proposal, processes);
  // A paragraph that asks for several things is for a person to take apart.
  const isSeveral = proposal.isProse && sentencesOf(words).filter(saysChange).length > 1;
  return { proposal, process, words, change: isSeveral ? UNCLEAR : readChange(words, process?.steps ?? []) };
}

function processMeant(
  { words, under }: ProposedChange,
  processes: readonly ProcessEntry[],
): { readonly process: ProcessEntry | null; readonly words: string } {
  const find = (target: string): ProcessEntry | null => {
    const found = processes.filter(
      ({ path, playbook }) => meansNote(target, path) || (playbook !== null && meansNote(target, playbook)),
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const [, link, name, rest = ''] = LEADING.exec(words) ?? [];
  const before = find((link ?? name ?? '').trim());
  if (before) return { process: before, words: rest };
  const [, inLink = '', inRest = ''] = LEADING_LINK.exec(words) ?? [];
  const leading = find(inLink.trim());
  if (leading) return { process: leading, words: inRest };
  const asked = words.replace(ASKED_BY, '');
  const own = asked !== words && saysChange(asked) ? asked : words;
  const above = [...under, ...wikilinks(words).map(({ target }) => target)].map(find).find((entry) => entry !== null);
  if (above) return { process: above, words: own };
  // "Remove step 5 from Launch day": a name without a link.
  for (const entry of processes) {
    const phrase = phraseOf(entry.name).exec(own);
    if (phrase && find(entry.name))
      return {
        process: entry,
        words: `${own.slice(0, phrase.index)} ${own.slice(phrase.index + phrase[0].length)}`
          .replace(/\s+/g, ' ')
          .replace(/^[\s,:]+|\s+$/g, ''),
      };
  }
  return { process: null, words: own };
}

function phraseOf(name: string): RegExp {
  return new RegExp(
    `(?:^|\\s)(?:in|from|of|for|on)\\s+(?:the\\s+)?${anyWord([name])}(?:\\s+(?:process|playbook))?(?=$|[\\s,.:;])`,
    'i',
  );
}

/** What words would do to a process. */
export function changeFor(words: string, process: Pick<ProcessEntry, 'steps'>): StepChange {
  return readChange(words, process.steps);
}

/** Writes a change into a process note, as it was shown; `shown` are its steps then. */
export function applyChange(
  writer: NoteWriter,
  process: string,
  change: StepChange,
  shown: readonly ProcessStep[],
): Promise<EditOutcome<ChangeProblem>> {
  const keys = shown.map(stepKey);
  return writer.edit<ChangeProblem>(process, baseName(process), (text) => changeEdits(text, change, keys));
}

/** Marks a proposal as taken over on a day, or as turned down for a reason. */
export function settleProposal(
  writer: NoteWriter,
  { title, mark, isProse, evidence: { path, spot } }: ProposedChange,
  how: { readonly applied: CalendarDate } | { readonly dropped: string },
): Promise<ImprovementOutcome> {
  const newMark = mark === null ? null : 'applied' in how ? 'x' : '-';
  return writer.edit<TickProblem>(path, title, (text) =>
    decisionEdits(text, { title, mark, isProse, spot }, newMark, { ...how }),
  );
}

/** True once the process has the step that a proposal asks for, where it asks for it: somebody changed it by hand. */
export function isCarriedOut({
  process,
  change: { kind, words, at },
}: Pick<UnderstoodChange, 'process' | 'change'>): boolean {
  if (process === null || kind === 'remove' || words === '') return false;
  const { steps } = readProcess(`## Steps\n1. ${words}`);
  const has = (wanted: ProcessStep, from: readonly ProcessStep[]): boolean =>
    from.some((step) => stepKey(step) === stepKey(wanted));
  const place =
    at === null
      ? process.steps
      : process.steps.slice(kind === 'add' ? at + 1 : at, kind === 'add' ? at + 1 + steps.length : at + steps.length);
  return steps.length > 0 && steps.every((wanted) => has(wanted, place));
}
