import type { App } from 'obsidian';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/calendar-date';
import { ACT_WORDING } from '../../presentation/act-wording';
import { noteName } from '../../presentation/place';
import type { PlannedAct } from '../../workflows/act-plan';
import type { UnderstoodDate } from '../../workflows/understand-date';
import { Buttons, Choice, sayDate, TextArea, TextField } from './fields';

const WORDS = ACT_WORDING.form;

/** What was typed, by field; '' where nothing was. */
export type ActValues = Readonly<Record<string, string>>;
/** The days that were understood, by field; null where none was. */
export type ActDays = Readonly<Record<string, UnderstoodDate | null>>;

/** One field of an act's form. */
export interface ActField {
  readonly key: string;
  readonly kind: 'text' | 'names' | 'date' | 'area' | 'choice';
  readonly label: string;
  readonly hint?: string;
  readonly start?: string;
  readonly options?: readonly (readonly [string, string])[];
  /** Left out while this is false. */
  readonly when?: (values: ActValues) => boolean;
}

/** What the form comes to: nothing while something is missing; else what it writes, and what follows from it. */
export interface ActPreview {
  readonly act: PlannedAct | null;
  readonly says?: readonly string[];
}

interface ActFormProps {
  readonly app: App;
  readonly names: () => readonly string[];
  readonly today: CalendarDate;
  readonly fields: readonly ActField[];
  readonly understand: (text: string) => UnderstoodDate | null;
  readonly preview: (values: ActValues, days: ActDays) => ActPreview;
  readonly save: (act: PlannedAct) => void;
  readonly close: () => void;
}

/** A few fields, the lines that they will write and where, and what follows from them. */
export function ActForm({ app, names, today, fields, understand, preview, save, close }: ActFormProps): JSX.Element {
  const [values, setValues] = useState<ActValues>(() =>
    Object.fromEntries(fields.map(({ key, start = '' }) => [key, start])),
  );
  const shown = fields.filter(({ when }) => when?.(values) ?? true);
  const days: ActDays = useMemo(
    () =>
      Object.fromEntries(
        fields.filter(({ kind }) => kind === 'date').map(({ key }) => [key, understand(values[key] ?? '')]),
      ),
    [values],
  );
  const isUnclear = shown.some(({ key, kind }) => kind === 'date' && (values[key] ?? '').trim() !== '' && !days[key]);
  const { act, says = [] } = useMemo(() => preview(values, days), [values, days]);
  const isReady = act !== null && !isUnclear;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isReady) save(act);
  };
  return (
    <form class="shipshape-form" onSubmit={submit}>
      {shown.map((field) => (
        <Field
          key={field.key}
          field={field}
          value={values[field.key] ?? ''}
          day={days[field.key] ?? null}
          today={today}
          names={{ app, all: names }}
          set={(value) => setValues({ ...values, [field.key]: value })}
        />
      ))}
      {act && <Writes act={act} />}
      {says.length > 0 && (
        <div class="shipshape-writes" role="status">
          <span class="shipshape-note">{WORDS.then}</span>
          <ul class="shipshape-then">
            {says.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Buttons submit={WORDS.save} disabled={!isReady} close={close} />
    </form>
  );
}

function Field({
  field: { kind, label, hint = '', options = [] },
  value,
  day,
  today,
  names,
  set,
}: {
  readonly field: ActField;
  readonly value: string;
  readonly day: UnderstoodDate | null;
  readonly today: CalendarDate;
  readonly names: { readonly app: App; readonly all: () => readonly string[] };
  readonly set: (value: string) => void;
}): JSX.Element {
  const own = { label, hint, value, set };
  switch (kind) {
    case 'choice':
      return <Choice {...own} options={options} />;
    case 'area':
      return <TextArea {...own} />;
    case 'names':
      return <TextField {...own} names={names} />;
    case 'date':
      return (
        <TextField
          {...own}
          problem={value.trim() !== '' && !day ? WORDS.unclear : ''}
          understood={sayDate(day, today)}
          concerned={(day?.concerns.length ?? 0) > 0}
        />
      );
    case 'text':
      return <TextField {...own} />;
  }
}

/** The lines that will be written, each with its note. */
function Writes({ act }: { readonly act: PlannedAct }): JSX.Element {
  return (
    <div class="shipshape-writes">
      <span class="shipshape-note">{WORDS.writes}</span>
      {act.changes.map((change) => {
        const [path, text, where] =
          change.kind === 'create'
            ? [change.note.path, change.note.text.trimEnd(), WORDS.newNote(noteName(change.note.path))]
            : change.kind === 'move'
              ? [change.from, `${change.from} → ${change.to}`, WORDS.movesAll]
              : [change.path, change.shows, WORDS.into(noteName(change.path))];
        return (
          <div key={`${path}\n${text}`}>
            <code class="shipshape-lines" dir="auto">
              {text}
            </code>
            <span class="shipshape-note" title={path}>
              {where}
            </span>
          </div>
        );
      })}
    </div>
  );
}
