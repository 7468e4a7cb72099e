import type { BusinessCalendar } from '../../domain/business-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import type { BurnUp } from '../../domain/forecast/burn-up';
import type { Place } from '../place';

/** What the picture shows beside what happened. */
export interface ChartInputs {
  readonly burnUp: BurnUp;
  readonly calendar: BusinessCalendar;
  readonly today: CalendarDate;
  readonly goNoGo: CalendarDate | null;
  readonly target: CalendarDate | null;
  /** Business days from today, one an outcome; null for those beyond the picture. Empty without a forecast. */
  readonly outcomes: readonly (number | null)[];
  /** The date that outcomes are held against; null without one. */
  readonly gate: CalendarDate | null;
}

/** A mark with its words; places in pixels. */
export interface ChartLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** One equally likely outcome. */
export interface ChartDot {
  readonly x: number;
  readonly y: number;
  readonly isInTime: boolean;
}

/** A vertical line at the end of a day. */
export interface ChartLimit {
  readonly x: number;
  readonly kind: 'today' | 'go-no-go' | 'target';
  readonly label: ChartLabel;
}

/** The picture of a forecast, worked out for a width; nothing of it is scaled when drawn. */
export interface BurnUpChart {
  readonly width: number;
  readonly height: number;
  readonly axisY: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly todayX: number };
  /** SVG path data. */
  readonly scopePath: string;
  readonly donePath: string;
  readonly doneArea: string;
  readonly steps: readonly (ChartLabel & {
    readonly place: Place;
    readonly title: string;
    readonly dotX: number;
    readonly dotY: number;
  })[];
  readonly grid: readonly ChartLabel[];
  readonly ticks: readonly ChartLabel[];
  readonly limits: readonly ChartLimit[];
  readonly dots: readonly ChartDot[];
  readonly dotSize: number;
  /** "24 in scope", "15 done" at the day of today. */
  readonly ends: readonly (ChartLabel & { readonly kind: 'scope' | 'done' })[];
  /** How many outcomes lie beyond the picture; null where all are in it. */
  readonly later: ChartLabel | null;
  /** The same as a table: what happened and what may happen, by day. */
  readonly table: readonly (readonly [day: string, what: string])[];
  readonly description: string;
}

/** Measures of the picture: pixels, and (names with days) working days. */
export const FRAME = {
  top: 56,
  plot: 170,
  axis: 46,
  left: 30,
  right: 14,
  widestDay: 14,
  narrowestDay: 4,
  largestDot: 12,
  smallestDot: 8,
  /** Width of a letter, about. */
  letter: 6,
  /** Room that the words at the end of a line take. */
  endRoom: 80,
  /** Days shown beyond the last thing that happens. */
  marginDays: 2,
  /** And as many more where there is room. */
  roomyDays: 14,
  /** Nothing later than so many working days from today is drawn. */
  farthest: 50,
} as const;

/** To a tenth of a pixel. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
