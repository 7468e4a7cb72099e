import type { CalendarDate } from '../domain/calendar-date';
import { countStates } from '../domain/checklist';
import { outOfTwenty } from '../domain/forecast/score';
import { isAhead } from '../domain/release';
import type { AssessedRelease } from '../index/portfolio';
import { propertyEdit } from '../markdown/property-edit';
import { type ActChange, act, type PlannedAct } from './act-plan';
import { homeOf } from './release-note';

/**
 * What is known of the releases that are ahead as properties of their plans, for tables and formulas of others. No
 * label of ours begins like this, so nothing of it is ever read as a fact.
 */
export function propertiesAct(
  entries: readonly AssessedRelease[],
  today: CalendarDate,
  label: string,
): PlannedAct | null {
  const changes = entries
    .filter(({ release }) => isAhead(release))
    .flatMap((entry) => {
      const home = homeOf(entry.release);
      return home === null ? [] : propertiesOf(entry, today).map(([key, value]) => setting(home, key, value));
    });
  return changes.length === 0 ? null : act(label, ...changes);
}

/** Keys with their values; what is not known is left out. */
export function propertiesOf(
  { release, assessment }: AssessedRelease,
  today: CalendarDate,
): readonly (readonly [key: string, value: string])[] {
  const { done, open } = countStates(release.items.map(({ state }) => state));
  const chance = assessment.outlook.result?.forecast?.gate ?? null;
  const asks = assessment.followUps.filter(({ state }) => state === 'open').length;
  const values: readonly (readonly [string, string | null])[] = [
    ['level', assessment.level],
    ['go-no-go', release.goNoGo?.value.date ?? null],
    ['target', release.target?.value.date ?? null],
    ['done', done + open === 0 ? null : String(Math.round((100 * done) / (done + open)))],
    ['asks', String(asks)],
    ['chance', chance === null ? null : String(outOfTwenty(chance) * 5)],
    ['as-of', today],
  ];
  return values.flatMap(([key, value]) => (value === null ? [] : [[`shipshape-${key}`, value] as const]));
}

function setting(path: string, key: string, value: string): ActChange {
  return {
    kind: 'edit',
    path,
    shows: `${key}: ${value}`,
    plan: (text) => {
      const planned = propertyEdit(text, key, value);
      return 'edits' in planned ? planned : { problem: 'refused' };
    },
  };
}
