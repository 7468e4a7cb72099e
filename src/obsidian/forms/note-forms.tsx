import type { App } from 'obsidian';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/calendar-date';
import { safeFileName } from '../../domain/safe-name';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import type { CaptureForm as CaptureValues, MeetingForm as MeetingValues } from '../../workflows/new-note';
import type { UnderstoodDate } from '../../workflows/understand-date';
import { Buttons, Choice, sayDate, TextArea, TextField } from './fields';

const NO_RELEASE: readonly [string, string] = ['', WRITING_WORDING.meeting.noRelease];

interface MeetingFormProps {
  readonly app: App;
  readonly names: () => readonly string[];
  readonly releases: readonly string[];
  readonly release: string;
  readonly today: CalendarDate;
  readonly understand: (text: string) => UnderstoodDate | null;
  readonly create: (meeting: MeetingValues) => void;
  readonly close: () => void;
}

/** What a meeting is about, before its log is opened for typing. */
export function MeetingForm({
  app,
  names,
  releases,
  release: about,
  today,
  understand,
  create,
  close,
}: MeetingFormProps): JSX.Element {
  const WORDS = WRITING_WORDING.meeting;
  const [title, setTitle] = useState('');
  const [attendees, setAttendees] = useState('');
  const [release, setRelease] = useState(about);
  const [day, setDay] = useState('today');
  const understood = useMemo(() => understand(day), [day]);
  const ready = safeFileName(title) !== null && understood !== null;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (ready && understood) create({ title, attendees, release, date: understood.date });
  };
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <TextField
        label={WORDS.name}
        placeholder={WORDS.namePlaceholder}
        value={title}
        set={setTitle}
        problem={title.trim() !== '' && safeFileName(title) === null ? WRITING_WORDING.nameUnusable : ''}
      />
      <TextField
        label={WORDS.attendees}
        hint={WRITING_WORDING.optional}
        placeholder={WORDS.attendeesPlaceholder}
        value={attendees}
        set={setAttendees}
        names={{ app, all: names }}
      />
      <Choice
        label={WORDS.release}
        value={release}
        set={setRelease}
        options={[NO_RELEASE, ...releases.map((name) => [name, name] as const)]}
      />
      <TextField
        label={WORDS.date}
        value={day}
        set={setDay}
        problem={understood ? '' : WORDS.unclear}
        understood={sayDate(understood && { ...understood, concerns: [] }, today)}
      />
      <Buttons submit={WORDS.create} disabled={!ready} close={close} />
    </form>
  );
}

interface CaptureFormProps {
  readonly app: App;
  readonly kind: CaptureValues['kind'];
  readonly names: () => readonly string[];
  readonly releases: readonly string[];
  readonly me: string;
  readonly create: (capture: CaptureValues) => void;
  readonly close: () => void;
}

/** A request or an idea, caught in a moment. */
export function CaptureForm({ app, kind, names, releases, me, create, close }: CaptureFormProps): JSX.Element {
  const WORDS = WRITING_WORDING.capture;
  const [title, setTitle] = useState('');
  const [details, setDetails] = useState('');
  const [from, setFrom] = useState('');
  const [owner, setOwner] = useState(kind === 'request' ? me : '');
  const [release, setRelease] = useState('');
  const ready = safeFileName(title) !== null;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (ready) create({ kind, title, details, from, owner, release });
  };
  const people = { app, all: names };
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <TextField
        label={WORDS.name}
        value={title}
        set={setTitle}
        problem={title.trim() !== '' && !ready ? WRITING_WORDING.nameUnusable : ''}
      />
      <TextArea label={WORDS.details} hint={WRITING_WORDING.optional} value={details} set={setDetails} />
      {kind === 'request' && (
        <>
          <TextField label={WORDS.from} value={from} set={setFrom} names={people} />
          <TextField label={WORDS.owner} value={owner} set={setOwner} names={people} />
          <Choice
            label={WRITING_WORDING.meeting.release}
            value={release}
            set={setRelease}
            options={[NO_RELEASE, ...releases.map((name) => [name, name] as const)]}
          />
        </>
      )}
      <Buttons submit={WORDS.save} disabled={!ready} close={close} />
    </form>
  );
}

/** One line to name a new note. */
export function TitleForm({
  create,
  close,
}: {
  readonly create: (title: string) => void;
  readonly close: () => void;
}): JSX.Element {
  const [title, setTitle] = useState('');
  const ready = safeFileName(title) !== null;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (ready) create(title);
  };
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <TextField
        label={WRITING_WORDING.meeting.name}
        value={title}
        set={setTitle}
        problem={title.trim() !== '' && !ready ? WRITING_WORDING.nameUnusable : ''}
      />
      <Buttons submit={WRITING_WORDING.create} disabled={!ready} close={close} />
    </form>
  );
}
