import { type BusinessCalendar, businessDaysBetween } from '../business-calendar';
import { addDays, type CalendarDate } from '../calendar-date';
import { type Release, wentOut } from '../release';

/** How releases of a span went out. */
export interface ReleaseMetrics {
  /** Went out within the span. */
  readonly released: number;
  /** Of those with a target: how many went out by the first target that was ever set. */
  readonly onFirstDate: number;
  readonly withTarget: number;
  /** The middle of their delays against the first target, in working days; negative is early; null without any. */
  readonly medianSlip: number | null;
  /** Those that only mend: a hotfix by name, or a third number of the version above zero. */
  readonly hotfixes: number;
}

const HOTFIX = /\bhot-?fix\b|\bpatch\b|^v?\d+\.\d+\.0*[1-9]\d*\b/i;

/** The third number of a version by date is its day. */
const BY_DATE = /^v?(?:19|20)\d\d\./i;

function isHotfix({ version, name }: Release): boolean {
  return (HOTFIX.test(version ?? '') && !BY_DATE.test(version ?? '')) || HOTFIX.test(name ?? '');
}

/** Releases that went out in `days` days up to and with a day. */
export function releaseMetrics(
  releases: readonly Release[],
  until: CalendarDate,
  days: number,
  calendar: BusinessCalendar,
): ReleaseMetrics {
  const after = addDays(until, -days);
  const out = releases.flatMap((release) => {
    const on = wentOut(release);
    return on !== null && on > after && on <= until ? [{ release, on }] : [];
  });
  const slips = out.flatMap(({ release, on }) => {
    const first = firstTarget(release);
    return first === null ? [] : [businessDaysBetween(first, on, calendar)];
  });
  return {
    released: out.length,
    onFirstDate: slips.filter((slip) => slip <= 0).length,
    withTarget: slips.length,
    medianSlip: median(slips),
    hotfixes: out.filter(({ release }) => isHotfix(release)).length,
  };
}

function firstTarget({ slips, target }: Release): CalendarDate | null {
  const first = slips
    .filter(({ field }) => field === 'target')
    .reduce<(typeof slips)[number] | null>(
      (oldest, slip) => (oldest === null || slip.from.evidence.asOf < oldest.from.evidence.asOf ? slip : oldest),
      null,
    );
  return first?.from.value.date ?? target?.value.date ?? null;
}

/** The middle value; of an even count the lower middle, so that it is one that was. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
