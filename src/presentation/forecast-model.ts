import { addBusinessDays } from '../domain/business-calendar';
import type { CalendarDate } from '../domain/calendar-date';
import { type Forecast, type ForecastInputs, SLIP_RELEASES, baseRateOf } from '../domain/forecast/forecast';
import { type ForecastRecord, isPoor, isTelling } from '../domain/forecast/kept-forecast';
import type { Outlook } from '../domain/risk/risk-rule';
import type { Release } from '../domain/release';
import { chanceWords } from './chance-wording';
import { type ForecastLook, whyMoved } from '../domain/forecast/why-moved';
import { monthDay, weekdayAndDay } from './date-wording';
import { FORECAST_WORDING as WORDS } from './forecast-wording';

/** What is said of a release's forecast; the sentence first, with how much it rests on. */
export interface ForecastModel {
  /** "About 14 in 20 from here make the go/no-go Tue Feb 10". */
  readonly sentence: string;
  /** "3 past releases, 41 items"; '' where there is no number. */
  readonly sample: string;
  /** Further short sentences: what delays most, half and 85 %, the base rate. */
  readonly more: readonly string[];
  /** What a forecast still needs, where there is none for want of history. */
  readonly recipe: readonly RecipeRow[];
}

/** One thing that a forecast needs. */
export interface RecipeRow {
  readonly label: string;
  readonly value: string;
  readonly isMet: boolean;
}

/** The forecast in words; null for a release that is not ahead. */
export function forecastModel(
  release: Release,
  { result, record }: Outlook,
  today: CalendarDate,
): ForecastModel | null {
  if (!result) return null;
  const { inputs, forecast } = result;
  if (forecast) return numberModel(release, inputs, forecast, record, today);
  const { none } = result;
  if (none.cause !== 'little-history') return { sentence: WORDS.none[none.cause], sample: '', more: [], recipe: [] };
  const { completions, days } = none;
  const [ticks, rest] = [Math.max(0, completions.need - completions.have), Math.max(0, days.need - days.have)];
  const day = rest > 0 ? weekdayAndDay(addBusinessDays(today, rest, inputs.calendar), today) : null;
  return {
    sentence: WORDS.none[none.cause],
    sample: '',
    more: [WORDS.comesWith(ticks, rest, day), ...baseRate(baseRateOf(inputs.finished))],
    recipe: [
      row(WORDS.recipe.completions(completions.need), completions.have, completions.need),
      row(WORDS.recipe.days(days.need), days.have, days.need),
      row(WORDS.recipe.releases(SLIP_RELEASES), inputs.finished.length, SLIP_RELEASES),
      { label: WORDS.recipe.items, value: String(inputs.total), isMet: true },
    ],
  };
}

function row(label: string, have: number, need: number): RecipeRow {
  return { label, value: WORDS.recipe.soFar(have), isMet: have >= need };
}

function numberModel(
  { goNoGo }: Release,
  { gate }: ForecastInputs,
  forecast: Forecast,
  record: ForecastRecord,
  today: CalendarDate,
): ForecastModel {
  const { sample, p50, slowest } = forecast;
  const late = isPoor(record) ? forecast.p95 : forecast.p85;
  const which = gate !== null && gate === goNoGo?.value.date ? 'goNoGo' : 'target';
  const sentence =
    gate !== null && forecast.gate !== null
      ? capital(WORDS.makes(chanceWords(forecast.gate), which, weekdayAndDay(gate, today)))
      : p50 === null
        ? WORDS.beyond
        : WORDS.undated(weekdayAndDay(p50, today));
  return {
    sentence,
    sample:
      sample.model === 'slips'
        ? WORDS.ofReleases(sample.releases, sample.items)
        : WORDS.ofDays(sample.items, sample.days),
    more: [
      ...(slowest ? [WORDS.without(slowest.title, chanceWords(slowest.gateWithout))] : []),
      ...(p50 === null
        ? [`${WORDS.beyond}.`]
        : [
            WORDS.range(
              weekdayAndDay(p50, today),
              late === null ? null : weekdayAndDay(late, today),
              isPoor(record) ? 95 : 85,
            ),
          ]),
      ...(isTelling(record) ? [WORDS.record(record.held, record.scored)] : []),
      ...(isPoor(record) ? [WORDS.widened] : []),
      ...baseRate(forecast.baseRate),
    ],
    recipe: [],
  };
}

function baseRate(rate: Forecast['baseRate']): string[] {
  return rate.of > 0 ? [WORDS.baseRate(rate.made, rate.of)] : [];
}

/** Why it is another than at a look: "It was about 14 in 20 on Jan 20: 3 ticks (+2), …"; null where it is not. */
export function* movedText(
  look: ForecastLook | null,
  release: Release,
  { result }: Outlook,
): Generator<void, string | null> {
  const movement = look && (yield* whyMoved(look, release, result));
  if (!look || !movement) return null;
  const causes = movement.parts.map(({ cause, by, count }) => WORDS.inTwenty(WORDS.causes[cause](count), by));
  return WORDS.moved(chanceWords(look.chance), monthDay(look.on), causes.join(', '));
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
