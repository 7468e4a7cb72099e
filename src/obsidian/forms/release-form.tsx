import type { App } from 'obsidian';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/calendar-date';
import { parseAsks } from '../../domain/stakeholder-ask';
import { fromToday } from '../../presentation/date-wording';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import type { ReleaseDraft, ReleaseForm as Form, ScheduledDay } from '../../workflows/new-release';
import { Buttons, Choice, sayDate, TextField } from './fields';

const WORDS = WRITING_WORDING.release;

interface ReleaseFormProps {
  readonly app: App;
  readonly start: Form;
  readonly names: () => readonly string[];
  readonly today: CalendarDate;
  readonly draft: (form: Form) => ReleaseDraft;
  readonly create: (draft: ReleaseDraft) => void;
  readonly openExisting: (draft: ReleaseDraft) => void;
  readonly close: () => void;
}

/** A new release: what is typed, how it is understood, and the days that follow from it, before anything is written. */
export function ReleaseForm({
  app,
  start,
  names,
  today,
  draft: draftOf,
  create,
  openExisting,
  close,
}: ReleaseFormProps): JSX.Element {
  const [form, setForm] = useState(start);
  const [tried, setTried] = useState(false);
  const draft = useMemo(() => draftOf(form), [form]);
  const set =
    (key: keyof Form) =>
    (value: string): void =>
      setForm((last) => ({ ...last, [key]: value }));
  const problem = (...which: readonly ReleaseDraft['problems'][number][]): string => {
    const found = draft.problems.find((entry) => which.includes(entry));
    return found ? WORDS.problems[found] : '';
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (draft.problems.length === 0) create(draft);
  };
  const people = { app, all: names };
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <TextField
        label={WORDS.name}
        placeholder={WORDS.namePlaceholder}
        value={form.release}
        set={set('release')}
        problem={problem('name-unclear', 'exists', 'folder-taken')}
      />
      <TextField
        label={WORDS.target}
        placeholder={WORDS.targetPlaceholder}
        value={form.target}
        set={set('target')}
        problem={problem('target-unclear')}
        understood={sayDate(draft.target, today)}
        concerned={(draft.target?.concerns.length ?? 0) > 0}
      />
      <TextField
        label={WORDS.goNoGo}
        hint={WRITING_WORDING.optional}
        placeholder={WORDS.goNoGoPlaceholder}
        value={form.goNoGo}
        set={set('goNoGo')}
        problem={tried || draft.target ? problem('gate-unclear') : ''}
        understood={sayDate(draft.goNoGo, today)}
        concerned={(draft.goNoGo?.concerns.length ?? 0) > 0}
      />
      <TextField label={WORDS.owner} value={form.owner} set={set('owner')} names={people} />
      <TextField
        label={WORDS.stakeholders}
        hint={WORDS.stakeholdersHint}
        placeholder={WORDS.stakeholdersPlaceholder}
        value={form.stakeholders}
        set={set('stakeholders')}
        names={people}
        problem={problem('asks-unclear')}
        understood={(parseAsks(form.stakeholders) ?? [])
          .map(({ who, noticeDays, isUsual }) => WORDS.ask(who, noticeDays, isUsual))
          .join(' · ')}
      />
      <Choice label={WORDS.tier} value={form.tier} set={set('tier')} options={WORDS.tiers} />
      {draft.problems.length === 0 && <p class="shipshape-hint">{WORDS.makes(draft.folder)}</p>}
      {draft.homeless.length > 0 && (
        <p class="shipshape-hint is-warning" role="status">
          {WORDS.homeless(draft.homeless.map((field) => WORDS.fields[field]))}
        </p>
      )}
      <Schedule days={draft.schedule} today={today} />
      <Buttons submit={WRITING_WORDING.create} disabled={draft.problems.length > 0} close={close}>
        {draft.existing && (
          <button type="button" onClick={() => openExisting(draft)}>
            {WORDS.openExisting}
          </button>
        )}
      </Buttons>
    </form>
  );
}

function Schedule({
  days,
  today,
}: {
  readonly days: readonly ScheduledDay[];
  readonly today: CalendarDate;
}): JSX.Element {
  const past = days.filter((day) => day.isPast).length;
  const dated = days.some((day) => day.kind === 'target');
  return (
    <div class="shipshape-schedule">
      <div class="shipshape-section-title">{WORDS.plan}</div>
      {!dated && <p class="shipshape-hint">{WORDS.noPlan}</p>}
      {dated && past > 0 && <p class="shipshape-hint is-warning">{WORDS.past(past)}</p>}
      {dated && (
        <ol class="shipshape-rows" aria-label={WORDS.plan}>
          {days.map((day, index) => (
            <li key={index} class={`shipshape-day is-${day.kind}${day.isPast ? ' is-past' : ''}`}>
              <span class="shipshape-day-date">{WRITING_WORDING.understood(day.date, today)}</span>
              <span class="shipshape-day-what">
                {day.kind === 'target'
                  ? WORDS.targetDay
                  : day.kind === 'goNoGo'
                    ? WORDS.gateDay
                    : day.kind === 'ask' && day.who !== null
                      ? WORDS.notice(day.who)
                      : day.what}
              </span>
              <span class="shipshape-note">{fromToday(day.date, today)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
