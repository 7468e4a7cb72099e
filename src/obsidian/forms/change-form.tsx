import { reasonOf } from '../../domain/reason-of';
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ProcessEntry } from '../../domain/process';
import { changeEdits, exchangedWords, stepKey } from '../../markdown/process/change-edits';
import type { StepChange } from '../../markdown/process/read-change';
import { readProcessNote } from '../../markdown/process/process-note';
import { applyEdits } from '../../markdown/text-edit';
import { runStep } from '../../presentation/process-text';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';
import { TextDifference } from '../panel/text-difference';
import { Buttons, Choice, TextArea } from './fields';

/** A change as a person accepted it. */
export interface AcceptedChange {
  readonly process: ProcessEntry;
  readonly change: StepChange;
}

interface ChangeFormProps {
  readonly about: string;
  readonly processes: readonly ProcessEntry[];
  readonly start: { readonly process: ProcessEntry | null; readonly change: StepChange };
  /** What the proposal would do to another process. */
  readonly changeFor: (process: ProcessEntry) => StepChange;
  readonly read: (path: string) => Promise<string | null>;
  readonly save: (accepted: AcceptedChange) => void;
  readonly close: () => void;
}

/** In the list of places: behind the last step. */
const END = 'end';
const KINDS = ['add', 'replace', 'remove'] as const;

/** What a proposal comes to in a process, to be corrected before it is written. */
export function ChangeForm({ about, processes, start, changeFor, read, save, close }: ChangeFormProps): JSX.Element {
  const [chosen, setChosen] = useState(start.process);
  const [change, setChange] = useState(start.change);
  const [text, setText] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setText(null);
    setFailure(null);
    if (chosen)
      void read(chosen.path).then(
        (found) => {
          if (!isCurrent) return;
          setText(found);
          if (found !== null) setChange((asked) => asWritten(found, asked, chosen, changeFor));
        },
        (error: unknown) => isCurrent && setFailure(reasonOf(error)),
      );
    return () => void (isCurrent = false);
  }, [chosen]);
  // The text speaks: it may have been saved since the list of processes was made.
  const process = useMemo(() => (chosen && text !== null ? withStepsOf(chosen, text) : chosen), [chosen, text]);
  const steps = process?.steps ?? [];
  const outcome = useMemo(
    () => (text === null || !process ? null : outcomeOf(text, change, process)),
    [text, change, process],
  );
  const ready = outcome !== null && 'after' in outcome;
  const choose = (path: string): void => {
    const next = processes.find((entry) => entry.path === path) ?? null;
    setChosen(next);
    if (next) setChange(changeFor(next));
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (ready && process) save({ process, change });
  };
  const stepOptions = steps.map((step, index): [string, string] => [
    String(index),
    `${step.number ?? index + 1}. ${runStep(step)}`,
  ]);
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <blockquote class="shipshape-quote">{about}</blockquote>
      <Choice
        label={WORDS.inProcess}
        value={process?.path ?? ''}
        set={choose}
        options={[
          ...(process ? [] : [['', WORDS.chooseProcess] as const]),
          ...processes.map(({ path, name }) => [path, name] as const),
        ]}
      />
      {process && (
        <>
          <Choice
            label={WORDS.whatChanges}
            value={change.kind}
            set={(kind) => setChange(ofKind(change, kind as StepChange['kind'], steps.length))}
            options={KINDS.filter((kind) => kind === 'add' || steps.length > 0).map(
              (kind) => [kind, WORDS.kinds[kind]] as const,
            )}
          />
          {change.kind === 'add' ? (
            steps.length > 0 && (
              <Choice
                label={WORDS.where}
                value={change.at === null ? END : String(change.at)}
                set={(at) => setChange({ ...change, at: at === END ? null : Number(at) })}
                options={[
                  ['-1', WORDS.atStart],
                  ...stepOptions.map(([value, shown]) => [value, WORDS.afterStep(shown)] as const),
                  [END, WORDS.atEnd],
                ]}
              />
            )
          ) : (
            <Choice
              label={WORDS.whichStep}
              value={String(change.at ?? 0)}
              set={(at) => setChange({ ...change, at: Number(at) })}
              options={stepOptions}
            />
          )}
          {change.kind !== 'remove' && (
            <TextArea
              label={WORDS.words}
              hint={WORDS.wordsHint}
              value={change.words}
              set={(words) => setChange({ ...change, words })}
              problem={outcome && 'problem' in outcome ? WORDS.changeProblems[outcome.problem] : ''}
            />
          )}
          {change.kind === 'remove' && outcome && 'problem' in outcome && (
            <p class="shipshape-says is-problem" aria-live="polite">
              {WORDS.changeProblems[outcome.problem]}
            </p>
          )}
          {failure !== null && (
            <p class="shipshape-says is-problem" aria-live="polite">
              {WORDS.unreadable(process.name, failure)}
            </p>
          )}
          {outcome && 'after' in outcome && (
            <TextDifference title={WORDS.comesTo} before={outcome.before} after={outcome.after} isSource />
          )}
        </>
      )}
      <Buttons submit={WORDS.applyChange} disabled={!ready} close={close} />
    </form>
  );
}

function withStepsOf(process: ProcessEntry, text: string): ProcessEntry {
  return { ...process, steps: readProcessNote(text).description.steps };
}

/** What is asked for, on the steps as they are written now; what is only exchanged shows the whole line. */
function asWritten(
  text: string,
  asked: StepChange,
  known: ProcessEntry,
  changeFor: ChangeFormProps['changeFor'],
): StepChange {
  const now = withStepsOf(known, text);
  const keys = ({ steps }: ProcessEntry): string => steps.map(stepKey).join('\n');
  const change = keys(now) === keys(known) ? asked : changeFor(now);
  return change.exchange ? { kind: change.kind, at: change.at, words: exchangedWords(text, change) ?? '' } : change;
}

/** The note before and after as it is written, or why it cannot be. */
function outcomeOf(
  text: string,
  change: StepChange,
  { steps }: ProcessEntry,
): { readonly before: string; readonly after: string } | Extract<ReturnType<typeof changeEdits>, { problem: unknown }> {
  const result = changeEdits(text, change, steps.map(stepKey));
  return 'problem' in result
    ? result
    : { before: withoutNumbers(text), after: withoutNumbers(applyEdits(text, result.edits)) };
}

/** That the steps behind it count on goes without saying. */
function withoutNumbers(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(/^([ \t]*)\d{1,9}[.)][ \t]+/gm, '$1');
}

/** Another kind of change at the same place. */
function ofKind(change: StepChange, kind: StepChange['kind'], count: number): StepChange {
  return {
    kind,
    words: change.words,
    at: kind === 'add' ? change.at : Math.min(Math.max(0, change.at ?? count - 1), count - 1),
  };
}
