import { addBusinessDays, type BusinessCalendar } from '../../domain/business-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import { type Release, retroOf } from '../../domain/release';
import { fromToday, weekdayAndDay } from '../date-wording';
import { noteName, type Place, placeOf } from '../place';
import { RELEASE_VIEW_WORDING as WORDS } from './release-view-wording';

/** One station of a release. */
export interface StepModel {
  readonly name: string;
  readonly note: string;
  readonly state: 'done' | 'current' | 'ahead';
  readonly place: Place | null;
}

/** Within so many working days after it went out a retro is usual. */
const RETRO_DAYS = 10;

/** Planned, decided, released, retro: the first that is not done is what comes next. */
export function stepsOf(
  release: Release,
  { today, calendar }: { readonly today: CalendarDate; readonly calendar: BusinessCalendar },
): StepModel[] {
  const { phase, goNoGo, target, decision, shipped, phaseEvidence } = release;
  const isOut = phase === 'released';
  const { written, blank } = retroOf(release);
  const retro = written ?? blank;
  const on = (date: CalendarDate | undefined): string =>
    date === undefined
      ? ''
      : `${weekdayAndDay(date, today)}${date >= today && !isOut ? `, ${fromToday(date, today)}` : ''}`;
  const stations: (Omit<StepModel, 'state'> & { readonly isDone: boolean })[] = [
    {
      name: WORDS.steps.planned,
      note: release.startedWeak ? '' : weekdayAndDay(release.started, today),
      isDone: true,
      place:
        release.sources[0] === undefined
          ? null
          : { path: release.sources[0], line: 1, label: noteName(release.sources[0]) },
    },
    {
      name: WORDS.steps.decided,
      note: decision && phase !== 'planned' ? weekdayAndDay(decision.evidence.asOf, today) : on(goNoGo?.value.date),
      isDone: phase === 'decided' || isOut,
      place: decision ? placeOf(decision.evidence) : goNoGo ? placeOf(goNoGo.evidence) : null,
    },
    {
      name: WORDS.steps.released,
      note: shipped ? weekdayAndDay(shipped.value.date, today) : on(target?.value.date),
      isDone: isOut,
      place: phaseEvidence ? placeOf(phaseEvidence) : target ? placeOf(target.evidence) : null,
    },
    {
      name: WORDS.steps.retro,
      note: written !== null ? '' : retroBy(shipped?.value.date ?? target?.value.date, calendar, today),
      isDone: written !== null && isOut,
      place: retro === null ? null : { path: retro, line: 1, label: noteName(retro) },
    },
  ];
  const next = stations.findIndex(({ isDone }) => !isDone);
  return stations.map(({ isDone, ...station }, index) => ({
    ...station,
    state: isDone ? 'done' : index === next ? 'current' : 'ahead',
  }));
}

function retroBy(date: CalendarDate | undefined, calendar: BusinessCalendar, today: CalendarDate): string {
  return date === undefined ? '' : WORDS.retroBy(weekdayAndDay(addBusinessDays(date, RETRO_DAYS, calendar), today));
}
