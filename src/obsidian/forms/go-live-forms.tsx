import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/calendar-date';
import type { Stamp } from '../../domain/go-live/go-live-plan';
import { stampIn } from '../../markdown/go-live/go-live-feature';
import { GO_LIVE_WORDING as WORDS } from '../../presentation/go-live/go-live-wording';
import { Buttons, TextField } from './fields';

/** When T is, and until when the window lasts. A bare time means today. */
export function StartForm({
  today,
  save,
  close,
}: {
  readonly today: CalendarDate;
  readonly save: (start: Stamp, until: Stamp | null) => void;
  readonly close: () => void;
}): JSX.Element {
  const [start, setStart] = useState(`${today} 22:00`);
  const [until, setUntil] = useState('');
  const [at, end] = [stampIn(start), stampIn(until)];
  const isUnclear = until.trim() !== '' && end === null;
  return (
    <form
      class="shipshape-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (at && !isUnclear) save({ ...at, day: at.day ?? today }, end);
      }}
    >
      <TextField
        label={WORDS.start}
        hint={WORDS.startHint}
        value={start}
        set={setStart}
        problem={at === null ? WORDS.unclear : ''}
      />
      <TextField
        label={WORDS.until}
        hint={WORDS.untilHint}
        value={until}
        set={setUntil}
        problem={isUnclear ? WORDS.unclear : ''}
      />
      <Buttons submit={WORDS.save} disabled={at === null || isUnclear} close={close} />
    </form>
  );
}

/** Who decides to roll back, and why. */
export function RollbackForm({
  me,
  save,
  close,
}: {
  readonly me: string;
  readonly save: (who: string, why: string) => void;
  readonly close: () => void;
}): JSX.Element {
  const [who, setWho] = useState(me);
  const [why, setWhy] = useState('');
  const isWhole = who.trim() !== '' && why.trim() !== '';
  return (
    <form
      class="shipshape-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) save(who, why);
      }}
    >
      <TextField label={WORDS.who} value={who} set={setWho} />
      <TextField label={WORDS.why} value={why} set={setWhy} />
      <Buttons submit={WORDS.rollBack.replace('…', '')} disabled={!isWhole} close={close} />
    </form>
  );
}
