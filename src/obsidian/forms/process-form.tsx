import type { App } from 'obsidian';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ProcessDescription, ProcessStep } from '../../domain/process';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import { Icon } from '../panel/icon';
import { Buttons, Choice, TextArea, TextField } from './fields';
import { Sentences } from './process-sentences';

/** A process as accepted. */
export interface AcceptedProcess {
  readonly name: string;
  readonly category: string;
  readonly owner: string;
  readonly description: ProcessDescription;
}

interface ProcessFormProps {
  readonly app: App;
  readonly start: { readonly name: string; readonly source: string };
  readonly categories: readonly string[];
  readonly me: string;
  readonly names: () => readonly string[];
  readonly read: (text: string) => ProcessDescription;
  /** Paths that something has already. */
  readonly taken: (form: AcceptedProcess) => readonly string[];
  readonly create: (form: AcceptedProcess) => void;
  readonly close: () => void;
}

/** What was written at the left, what it comes to at the right; everything can be changed before it is accepted. */
export function ProcessForm({
  app,
  start,
  categories,
  me,
  names,
  read,
  taken: takenBy,
  create,
  close,
}: ProcessFormProps): JSX.Element {
  const [name, setName] = useState(start.name);
  const [category, setCategory] = useState(categories[0] ?? '');
  const [source, setSource] = useState(start.source);
  const [owner, setOwner] = useState(() => read(start.source).owner ?? me);
  const [edited, setEdited] = useState<ProcessDescription | null>(null);
  const [shown, setShown] = useState<number | null>(null);
  const fresh = useMemo(() => read(source), [source]);
  const description = edited ?? fresh;
  const form: AcceptedProcess = { name, category, owner: owner.replace(/[,;]\s*$/, '').trim(), description };
  const taken = takenBy(form);
  const ready = name.trim() !== '' && taken.length === 0 && description.steps.length + description.branches.length > 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (ready) create(form);
  };
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <TextField
        label={WORDS.name}
        placeholder={WORDS.namePlaceholder}
        value={name}
        set={setName}
        problem={name.trim() !== '' && taken.length > 0 ? WORDS.taken(taken) : ''}
      />
      <Choice
        label={WORDS.category}
        value={category}
        set={setCategory}
        options={categories.map((key) => [key, key] as const)}
      />
      <TextField label={WORDS.owner} value={owner} set={setOwner} names={{ app, all: names }} />
      <TextArea
        label={WORDS.source}
        hint={WORDS.sourceHint}
        placeholder={WORDS.sourcePlaceholder}
        value={source}
        set={setSource}
      />
      {edited !== null && edited.sentences !== fresh.sentences && source !== start.source && (
        <button type="button" class="shipshape-link" onClick={() => setEdited(null)}>
          {WORDS.reread}
        </button>
      )}
      <div class="shipshape-panes">
        <Sentences description={description} shown={shown} set={setEdited} read={read} />
        <Understood description={description} set={setEdited} show={setShown} />
      </div>
      <Buttons submit={WORDS.accept} disabled={!ready} close={close} cancel={WRITING_WORDING.cancel} />
    </form>
  );
}

interface UnderstoodProps {
  readonly description: ProcessDescription;
  readonly set: (description: ProcessDescription) => void;
  /** Marks the sentence that something was read from. */
  readonly show: (source: number | null) => void;
}

function Understood({ description, set, show }: UnderstoodProps): JSX.Element {
  const { trigger, steps, branches, exceptions, metric } = description;
  const change = (part: Partial<ProcessDescription>): void => set({ ...description, ...part });
  const without = <T,>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);
  const replaced = <T,>(list: readonly T[], index: number, value: T): T[] =>
    list.map((entry, at) => (at === index ? value : entry));
  return (
    <section class="shipshape-pane">
      <div class="shipshape-section-title">{WORDS.understood}</div>
      {steps.length + branches.length === 0 && <p class="shipshape-hint">{WORDS.nothing}</p>}
      <Field
        label={WORDS.trigger}
        value={trigger?.text ?? ''}
        set={(text) => change({ trigger: text === '' ? null : { text, source: trigger?.source ?? -1 } })}
        focus={() => show(trigger?.source ?? null)}
      />
      <ol class="shipshape-rows">
        {steps.map((step, index) => (
          <Step
            key={index}
            step={step}
            index={index}
            set={(next) => change({ steps: replaced(steps, index, next) })}
            remove={() => change({ steps: without(steps, index) })}
            show={show}
          />
        ))}
      </ol>
      <button
        type="button"
        class="shipshape-link"
        onClick={() =>
          change({ steps: [...steps, { action: '', actor: null, tool: null, timing: null, output: null, source: -1 }] })
        }
      >
        {WORDS.addStep}
      </button>
      {branches.map((branch, index) => (
        <fieldset key={index} class="shipshape-act" onFocusIn={() => show(branch.source)}>
          <legend>{WORDS.branch(index)}</legend>
          <Field
            label={WORDS.condition}
            value={branch.condition}
            set={(condition) => change({ branches: replaced(branches, index, { ...branch, condition }) })}
          />
          <Field
            label={WORDS.what}
            value={branch.action}
            set={(action) => change({ branches: replaced(branches, index, { ...branch, action }) })}
          />
          <Remove what={WORDS.branch(index)} run={() => change({ branches: without(branches, index) })} />
        </fieldset>
      ))}
      {exceptions.map((exception, index) => (
        <Field
          key={index}
          label={WORDS.exceptions}
          value={exception.text}
          set={(text) =>
            change({
              exceptions:
                text === '' ? without(exceptions, index) : replaced(exceptions, index, { ...exception, text }),
            })
          }
          focus={() => show(exception.source)}
        />
      ))}
      <Field
        label={WORDS.metric}
        value={metric?.text ?? ''}
        set={(text) => change({ metric: text === '' ? null : { text, source: metric?.source ?? -1 } })}
        focus={() => show(metric?.source ?? null)}
      />
    </section>
  );
}

function Step({
  step,
  index,
  set,
  remove,
  show,
}: {
  readonly step: ProcessStep;
  readonly index: number;
  readonly set: (step: ProcessStep) => void;
  readonly remove: () => void;
  readonly show: (source: number | null) => void;
}): JSX.Element {
  const part =
    (key: 'actor' | 'tool' | 'timing') =>
    (text: string): void =>
      set({ ...step, [key]: text === '' ? null : text });
  return (
    <li>
      <fieldset class="shipshape-act" onFocusIn={() => show(step.source)} onMouseEnter={() => show(step.source)}>
        <legend>{WORDS.step(index)}</legend>
        <Field label={WORDS.what} value={step.action} set={(action) => set({ ...step, action })} />
        <Field label={WORDS.who} value={step.actor ?? ''} set={part('actor')} />
        <Field label={WORDS.tool} value={step.tool ?? ''} set={part('tool')} />
        <Field label={WORDS.when} value={step.timing ?? ''} set={part('timing')} />
        <Remove what={WORDS.step(index)} run={remove} />
      </fieldset>
    </li>
  );
}

function Field({
  label,
  value,
  set,
  focus,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
  readonly focus?: () => void;
}): JSX.Element {
  return (
    <label class="shipshape-small-field">
      <span class="shipshape-note">{label}</span>
      <input
        type="text"
        spellcheck={false}
        placeholder={WORDS.notStated}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
        onFocus={focus}
      />
    </label>
  );
}

function Remove({ what, run }: { readonly what: string; readonly run: () => void }): JSX.Element {
  return (
    <button type="button" class="clickable-icon" aria-label={WORDS.remove(what)} onClick={run}>
      <Icon name="x" />
    </button>
  );
}
