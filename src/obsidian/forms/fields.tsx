import type { ComponentChildren, JSX } from 'preact';
import type { CalendarDate } from '../../domain/calendar-date';
import { WRITING_WORDING as WORDS } from '../../presentation/writing-wording';
import type { UnderstoodDate } from '../../workflows/understand-date';
import { type NameSource, useNames } from './use-names';
import { useUniqueId } from '../panel/unique-id';

interface RowProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong, in a sentence; '' when nothing is. */
  readonly problem?: string;
  /** What was understood. */
  readonly understood?: string;
  /** What was understood may be a mistake. */
  readonly concerned?: boolean;
  readonly children: (ids: { readonly id: string; readonly describedBy: string }) => ComponentChildren;
}

/** A labelled row in Obsidian's own shape: name and explanation at the left, control at the right. */
function Row({ label, hint = '', problem = '', understood = '', concerned = false, children }: RowProps): JSX.Element {
  const id = useUniqueId();
  return (
    <div class="setting-item">
      <div class="setting-item-info">
        <label class="setting-item-name" for={id}>
          {label}
        </label>
        {hint !== '' && <div class="setting-item-description">{hint}</div>}
      </div>
      <div class="setting-item-control">
        {children({ id, describedBy: `${id}-says` })}
        <div
          id={`${id}-says`}
          class={`shipshape-says${problem !== '' ? ' is-problem' : concerned ? ' is-warning' : ''}`}
          aria-live="polite"
        >
          {problem === '' ? understood : problem}
        </div>
      </div>
    </div>
  );
}

interface FieldProps extends Omit<RowProps, 'children'> {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly placeholder?: string;
  /** Names to suggest, apart by commas. */
  readonly names?: NameSource;
}

/** One line of text, with suggestions where there are any. */
export function TextField({ value, set, placeholder = '', names, ...row }: FieldProps): JSX.Element {
  const input = useNames(set, names);
  return (
    <Row {...row}>
      {({ id, describedBy }) => (
        <input
          ref={input}
          id={id}
          type="text"
          spellcheck={false}
          autocomplete="off"
          aria-describedby={describedBy}
          aria-invalid={row.problem ? 'true' : undefined}
          placeholder={placeholder}
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Row>
  );
}

/** Several lines of text. */
export function TextArea({ value, set, ...row }: FieldProps): JSX.Element {
  return (
    <Row {...row}>
      {({ id, describedBy }) => (
        <textarea
          id={id}
          rows={4}
          aria-describedby={describedBy}
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Row>
  );
}

/** One of a few. */
export function Choice({
  value,
  set,
  options,
  ...row
}: Omit<FieldProps, 'names'> & { readonly options: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <Row {...row}>
      {({ id, describedBy }) => (
        <select
          id={id}
          class="dropdown"
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        >
          {options.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Row>
  );
}

/** The buttons at the end of a form. */
export function Buttons({
  submit,
  disabled,
  close,
  cancel = WORDS.cancel,
  children,
}: {
  readonly submit: string;
  readonly disabled: boolean;
  readonly close: () => void;
  readonly cancel?: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="modal-button-container">
      {children}
      <button type="submit" class="mod-cta" disabled={disabled}>
        {submit}
      </button>
      <button type="button" onClick={close}>
        {cancel}
      </button>
    </div>
  );
}

/** "Sun, Feb 15 · year inferred · a weekend". */
export function sayDate(understood: UnderstoodDate | null, today: CalendarDate): string {
  // In a form a day counts from today, and that goes without saying.
  return understood
    ? sayReading(/note/.test(understood.assumption ?? '') ? { ...understood, assumption: null } : understood, today)
    : '';
}

/** The same for a date of a note, with all that was assumed. */
export function sayReading({ date, from, assumption, concerns }: UnderstoodDate, today: CalendarDate): string {
  const assumed =
    assumption === 'ambiguous' ? WORDS.ambiguous : assumption === 'year' ? WORDS.year : (assumption ?? '');
  return [
    from ? WORDS.span(from, date, today) : WORDS.understood(date, today),
    assumed,
    ...concerns.map((concern) => WORDS.concerns[concern]),
  ]
    .filter(Boolean)
    .join(' · ');
}
