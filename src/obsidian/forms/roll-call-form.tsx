import type { App } from 'obsidian';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/calendar-date';
import { RELEASE_FUNCTIONS } from '../../domain/decision/functions';
import { objectionsTo, type RollCall, type RollCallRow } from '../../domain/decision/roll-call';
import type { Decision, Release } from '../../domain/release';
import type { RollCallModel } from '../../presentation/roll-call-model';
import { ROLL_CALL_WORDING as WORDS } from '../../presentation/roll-call-wording';
import type { UnderstoodDate } from '../../workflows/understand-date';
import { useUniqueId } from '../panel/unique-id';
import { TextField } from './fields';
import { type ConditionDraft, ConditionList, type FormTools, type WaiverDraft, WaiverList } from './roll-call-lists';
import { VoteTable } from './vote-table';

interface RollCallProps {
  readonly app: App;
  readonly names: () => readonly string[];
  readonly today: CalendarDate;
  readonly release: Release;
  readonly model: RollCallModel;
  readonly me: string;
  readonly understand: (text: string) => UnderstoodDate | null;
  readonly save: (decision: Decision, call: RollCall) => void;
  readonly close: () => void;
}

const DECISIONS: readonly Decision[] = ['go', 'conditional', 'no-go', 'postponed'];
const NO_CONDITION: ConditionDraft = { text: '', owner: '', due: '', otherwise: '' };

/** The roll call of a release: who says what, what is waived or asked for, and which decision that allows. */
export function RollCallForm(props: RollCallProps): JSX.Element {
  const { app, names, today, release, model, me, understand, save } = props;
  const [draft, setDraft] = useState<Draft>(() => ({
    rows: model.rows,
    waivers: [],
    conditions: [],
    approver: me,
    because: '',
    isEmergency: false,
  }));
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const tools: FormTools = { app, names, today, understand };
  const call = useMemo(() => callOf(draft, understand), [draft]);
  return (
    <div class="shipshape-form shipshape-roll-call">
      <Known lines={model.known} />
      <section>
        <h3>{WORDS.functions}</h3>
        {draft.rows.length === 0 && <p class="shipshape-note">{WORDS.noFunctions}</p>}
        <VoteTable rows={draft.rows} set={(rows) => change({ rows })} tools={tools} />
        <AddFunction rows={draft.rows} set={(rows) => change({ rows })} />
      </section>
      <WaiverList items={model.open} waivers={draft.waivers} set={(waivers) => change({ waivers })} tools={tools} />
      <ConditionList
        conditions={draft.conditions}
        set={(conditions) => change({ conditions })}
        add={() => change({ conditions: [...draft.conditions, NO_CONDITION] })}
        tools={tools}
      />
      <TextField
        label={WORDS.approver}
        hint={WORDS.approverHint}
        value={draft.approver}
        set={(approver) => change({ approver })}
        names={{ app, all: names }}
      />
      <TextField label={WORDS.because} value={draft.because} set={(because) => change({ because })} />
      {release.phase === 'released' && (
        <Check isOn={draft.isEmergency} set={(isEmergency) => change({ isEmergency })} label={WORDS.emergency} />
      )}
      <Decisions release={release} call={call} save={save} />
    </div>
  );
}

/** What is typed so far. */
interface Draft extends Omit<RollCall, 'waivers' | 'conditions'> {
  readonly waivers: readonly WaiverDraft[];
  readonly conditions: readonly ConditionDraft[];
}

function callOf(draft: Draft, understand: RollCallProps['understand']): RollCall {
  const dayOf = (text: string): CalendarDate | null => understand(text)?.date ?? null;
  return {
    ...draft,
    waivers: draft.waivers.map((waiver) => ({ ...waiver, expires: dayOf(waiver.expires) })),
    conditions: draft.conditions.map((condition) => ({ ...condition, due: dayOf(condition.due) })),
  };
}

function Known({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <section>
      <h3>{WORDS.know}</h3>
      <ul class="shipshape-then">
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddFunction({
  rows,
  set,
}: {
  readonly rows: readonly RollCallRow[];
  readonly set: (rows: readonly RollCallRow[]) => void;
}): JSX.Element | null {
  const missing = RELEASE_FUNCTIONS.filter((name) => !rows.some((row) => row.function === name));
  if (missing.length === 0) return null;
  return (
    <select
      class="dropdown"
      aria-label={WORDS.addFunction}
      value=""
      onChange={({ currentTarget: { value } }) => {
        if (value !== '') set([...rows, { function: value, vote: 'not-reached', name: '', evidence: '' }]);
      }}
    >
      <option value="">{WORDS.addFunction}</option>
      {missing.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Check({
  isOn,
  set,
  label,
}: {
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
  readonly label: string;
}): JSX.Element {
  return (
    <label class="shipshape-check">
      <input type="checkbox" checked={isOn} onChange={(event) => set(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

function Decisions({
  release,
  call,
  save,
}: Pick<RollCallProps, 'release' | 'save'> & { readonly call: RollCall }): JSX.Element {
  return (
    <>
      <p class="shipshape-note">{WORDS.proves}</p>
      <div class="shipshape-decisions">
        {DECISIONS.map((decision) => (
          <DecisionButton
            key={decision}
            decision={decision}
            objections={objectionsTo(decision, call, release).map(WORDS.objection)}
            save={() => save(decision, call)}
          />
        ))}
      </div>
    </>
  );
}

/** A decision that can't be taken yet says why beside the button, and stays in reach of the keyboard. */
function DecisionButton({
  decision,
  objections,
  save,
}: {
  readonly decision: Decision;
  readonly objections: readonly string[];
  readonly save: () => void;
}): JSX.Element {
  const id = useUniqueId();
  const isBlocked = objections.length > 0;
  return (
    <div class="shipshape-decision-choice">
      <button
        type="button"
        class={decision === 'go' && !isBlocked ? 'mod-cta' : ''}
        aria-disabled={isBlocked}
        aria-describedby={isBlocked ? id : undefined}
        onClick={() => {
          if (!isBlocked) save();
        }}
      >
        {WORDS.decisions[decision]}
      </button>
      {isBlocked && (
        <span id={id} class="shipshape-note" dir="auto">
          {objections.join(' ')}
        </span>
      )}
    </div>
  );
}
