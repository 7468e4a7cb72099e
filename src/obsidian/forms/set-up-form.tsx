import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { toggled } from '../../domain/toggled';
import { settingWords } from '../../presentation/settings-wording';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import { COMPANY_SIZES } from '../../settings/schema';
import type { Progress } from '../../workflows/note-writer';
import type { Adoption, SetUpPlan, SetUpRow } from '../../workflows/set-up-workspace';
import { Buttons, Choice, TextField } from './fields';

const WORDS = WRITING_WORDING.setUp;

/** What a person chose: where, for whom, and what. */
export interface SetUpChoice {
  readonly size: string;
  readonly root: string;
  readonly adopt: readonly Adoption[];
}

interface SetUpFormProps {
  readonly start: Pick<SetUpChoice, 'size' | 'root'>;
  readonly plan: (choice: SetUpChoice) => SetUpPlan;
  readonly rootProblem: (root: string) => string;
  readonly run: (choice: SetUpChoice, rows: readonly SetUpRow[], progress: Progress) => void;
  readonly close: () => void;
}

/** A dry run of the set-up with a box for each thing; then the same with progress, which can be stopped. */
export function SetUpForm({ start, plan: planOf, rootProblem, run, close }: SetUpFormProps): JSX.Element {
  const [size, setSize] = useState(start.size);
  const [root, setRoot] = useState(start.root);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [working, setWorking] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const stopped = useRef(false);
  useEffect(() => () => void (stopped.current = true), []);
  const problem = rootProblem(root);
  const offered = useMemo(
    () => planOf({ size, root: problem === '' ? root : start.root, adopt: [] }).adoptions,
    [size, root],
  );
  // A likely folder is used unless it is refused, another one only when it is asked for: the box flips either.
  const adopt = offered.filter(({ part, isLikely }) => isLikely !== refused.has(`adopt:${part}`));
  const choice: SetUpChoice = { size, root, adopt };
  const plan = useMemo(() => planOf({ ...choice, root: problem === '' ? root : start.root }), [size, root, refused]);
  const chosen = plan.rows.filter(({ path, exists }) => !exists && !refused.has(path));
  const flip = (path: string): void => setRefused((last) => toggled(last, path));
  const submit = (event: Event): void => {
    event.preventDefault();
    if (working || problem !== '') return;
    setWorking({ done: 0, total: chosen.length });
    run(choice, chosen, { report: (done, total) => setWorking({ done, total }), isStopped: () => stopped.current });
  };
  const group = (title: string, kind: SetUpRow['kind']): JSX.Element => (
    <Rows title={title} rows={plan.rows.filter((row) => row.kind === kind)} refused={refused} flip={flip} />
  );
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <Choice
        label={WORDS.size}
        hint={WORDS.sizeHint[size as keyof typeof WORDS.sizeHint] ?? ''}
        value={size}
        set={setSize}
        options={COMPANY_SIZES.map((key) => [key, settingWords('companySize').options?.[key] ?? key] as const)}
      />
      <TextField label={WORDS.root} hint={WORDS.rootHint} value={root} set={setRoot} problem={problem} />
      <p class="shipshape-hint">{chosen.length === 0 && adopt.length === 0 ? WORDS.none : WORDS.intro}</p>
      <div class="shipshape-set-up" role="group" aria-label={WORDS.intro}>
        {offered.length > 0 && (
          <fieldset>
            <legend class="shipshape-section-title">{WORDS.adoptTitle}</legend>
            {offered.map(({ part, planned, existing, isLikely }) => (
              <Box
                key={part}
                text={WORDS.adopt(existing, planned)}
                checked={isLikely !== refused.has(`adopt:${part}`)}
                flip={() => flip(`adopt:${part}`)}
              />
            ))}
          </fieldset>
        )}
        {group(WORDS.folders, 'folder')}
        {group(WORDS.templates, 'template')}
      </div>
      {working && (
        <div class="shipshape-progress">
          <progress max={working.total} value={working.done} aria-label={WORDS.title} />
          <span class="shipshape-progress-label" role="status">
            {WORDS.progress(working.done, working.total)}
          </span>
        </div>
      )}
      <Buttons
        submit={WORDS.make(chosen.length)}
        disabled={
          working !== null ||
          problem !== '' ||
          (chosen.length === 0 && adopt.length === 0 && size === start.size && root === start.root)
        }
        cancel={working ? WRITING_WORDING.stop : WRITING_WORDING.cancel}
        close={() => (working ? void (stopped.current = true) : close())}
      />
    </form>
  );
}

function Rows({
  title,
  rows,
  refused,
  flip,
}: {
  readonly title: string;
  readonly rows: readonly SetUpRow[];
  readonly refused: ReadonlySet<string>;
  readonly flip: (path: string) => void;
}): JSX.Element {
  return (
    <fieldset>
      <legend class="shipshape-section-title">{title}</legend>
      {rows.map(({ path, exists }) => (
        <Box
          key={path}
          text={path.replace(/\.md$/, '')}
          note={exists ? WORDS.exists : ''}
          checked={!exists && !refused.has(path)}
          disabled={exists}
          flip={() => flip(path)}
        />
      ))}
    </fieldset>
  );
}

function Box({
  text,
  note = '',
  checked,
  disabled = false,
  flip,
}: {
  readonly text: string;
  readonly note?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly flip: () => void;
}): JSX.Element {
  return (
    <label class={`shipshape-box${disabled ? ' is-there' : ''}`}>
      <input type="checkbox" checked={checked} disabled={disabled} onChange={flip} />
      <span>{text}</span>
      {note !== '' && <span class="shipshape-note">{note}</span>}
    </label>
  );
}
