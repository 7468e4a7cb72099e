import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { outOfTwenty } from '../../domain/forecast/score';
import { isAhead, titleOf, wentOut } from '../../domain/release';
import { type Assessed, faceOf } from '../panel-model';
import { WORDING } from '../wording';
import { compareByName } from '../release-order';
import { PORTFOLIO_WORDING as WORDS } from './portfolio-wording';

const RECENT_DAYS = 90;

/** Releases that are ahead, and those that went out lately: by target, undated ones last. */
export function onTimeLine<T extends Assessed>(entries: readonly T[], today: CalendarDate): T[] {
  const lately = addDays(today, -RECENT_DAYS);
  const dateOf = ({ release }: Assessed): string => wentOut(release) ?? release.target?.value.date ?? '9';
  return entries
    .filter(({ release }) => isAhead(release) || (wentOut(release) ?? '') >= lately)
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : compareByName(a, b)));
}

/** The rows as a table: what a reader of the screen gets, and what is copied. */
export function timeTable(entries: readonly Assessed[], today: CalendarDate): readonly (readonly string[])[] {
  return onTimeLine(entries, today).map(({ release, assessment }) => {
    const { forecast } = assessment.outlook.result ?? {};
    const chance = forecast?.gate ?? null;
    return [
      titleOf(release),
      WORDING.faces[faceOf({ release, assessment })],
      release.owner?.value.join(', ') ?? '',
      release.tier?.value ?? '',
      release.startedWeak ? '' : release.started,
      release.goNoGo?.value.date ?? '',
      release.target?.value.date ?? '',
      release.slips
        .filter(({ field, from }) => field === 'target' && from.value.date !== release.target?.value.date)
        .map(({ from }) => from.value.date)
        .join(', '),
      forecast?.p50 ?? '',
      forecast?.p85 ?? '',
      wentOut(release) ?? '',
      chance === null ? '' : WORDS.outOf(outOfTwenty(chance)),
    ];
  });
}
