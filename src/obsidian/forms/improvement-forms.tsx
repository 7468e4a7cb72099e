import type { App } from 'obsidian';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/calendar-date';
import { IMPROVEMENT_WORDING as WORDS } from '../../presentation/improvements-wording';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import type { Acceptance } from '../../workflows/improvement-actions';
import type { UnderstoodDate } from '../../workflows/understand-date';
import { Buttons, sayDate, TextField } from './fields';

interface AcceptFormProps {
  readonly app: App;
  readonly names: () => readonly string[];
  readonly today: CalendarDate;
  readonly about: string;
  readonly start: { readonly owner: string; readonly due: string; readonly doneWhen: string };
  readonly understand: (text: string) => UnderstoodDate | null;
  readonly save: (acceptance: Acceptance) => void;
  readonly close: () => void;
}

/** One owner, a day, and how we will see that it is done: without them nothing is accepted. */
export function AcceptForm({ app, names, today, about, start, understand, save, close }: AcceptFormProps): JSX.Element {
  const [owner, setOwner] = useState(start.owner);
  const [day, setDay] = useState(start.due);
  const [doneWhen, setDoneWhen] = useState(start.doneWhen);
  const due = useMemo(() => understand(day), [day]);
  const name = owner.split(/[,;]/)[0]?.trim() ?? '';
  const ready = name !== '' && due !== null && doneWhen.trim() !== '';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (ready && due) save({ owner: name, due: due.date, doneWhen });
  };
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <p class="shipshape-hint">{about}</p>
      <TextField label={WRITING_WORDING.release.owner} value={owner} set={setOwner} names={{ app, all: names }} />
      <TextField
        label={WORDS.dueField}
        value={day}
        set={setDay}
        problem={day.trim() !== '' && !due ? WRITING_WORDING.meeting.unclear : ''}
        understood={sayDate(due, today)}
      />
      <TextField label={WORDS.doneWhenField} value={doneWhen} set={setDoneWhen} />
      <Buttons submit={WORDS.accept} disabled={!ready} close={close} />
    </form>
  );
}

/** One line that must be said: what shows it, or why not. */
export function ReasonForm({
  label,
  hint,
  about,
  save,
  close,
}: {
  readonly label: string;
  readonly hint: string;
  readonly about: string;
  readonly save: (text: string) => void;
  readonly close: () => void;
}): JSX.Element {
  const [text, setText] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (text.trim() !== '') save(text.trim());
  };
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <p class="shipshape-hint">{about}</p>
      <TextField label={label} hint={hint} value={text} set={setText} />
      <Buttons submit={WORDS.save} disabled={text.trim() === ''} close={close} />
    </form>
  );
}
