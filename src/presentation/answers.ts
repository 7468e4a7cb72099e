import type { BusinessCalendar } from '../domain/business-calendar';
import type { CalendarDate } from '../domain/calendar-date';
import type { Direction } from '../domain/note-facts';
import type { PlacedStatus } from '../domain/status/kept-status';
import { isSameParty } from '../domain/party';
import { titleOf } from '../domain/release';
import { isNamed } from '../domain/release-named';
import { reasonRow } from './card-model';
import { type FollowUpEntry, isWaiting } from './follow-ups-model';
import type { Assessed } from './panel-model';
import { compareByRisk } from './release-order';
import { buildReport, placeRow } from './report';
import { reportTable } from './report-table';
import { renderStatus } from './status/render-status';
import { checkStatus } from './status/status-checks';
import { type StatusReader, statusUpdate } from './status/status-update';

/** How an answer is given: for people, or as data. */
export type AnswerFormat = 'text' | 'json';

/** What is asked about, and when. */
export interface Asked {
  readonly releases: readonly Assessed[];
  readonly today: CalendarDate;
  readonly calendar: BusinessCalendar;
}

/** One form for all data: what it is, of which day, and as what it is listed. */
function data(today: CalendarDate, rows: Readonly<Record<string, readonly object[]>>): string {
  return `${JSON.stringify({ schema: 1, today, ...rows }, null, 1)}\n`;
}

/** Releases with their verdicts: the report for a pipeline. */
export function riskAnswer({ releases, today, calendar }: Asked, format: AnswerFormat): string {
  return format === 'json'
    ? `${JSON.stringify(buildReport(today, releases, calendar), null, 1)}\n`
    : reportTable(today, releases);
}

/** Reasons of all releases, the gravest release first, each with what clears it and its lines. */
export function findingsAnswer({ releases, today }: Asked, format: AnswerFormat): string {
  const rows = [...releases].sort(compareByRisk).flatMap(({ release, assessment }) =>
    assessment.reasons.map((reason) => {
      const { text, clears, rule, severity } = reasonRow(reason, today);
      const lines = reason.evidence.map(placeRow);
      return { release: titleOf(release), rule, severity, text, clears, evidence: lines };
    }),
  );
  if (format === 'json') return data(today, { findings: rows });
  const lines = rows.map(({ release, rule, text, evidence: [first] }) => {
    const { path, line } = (first ?? {}) as { readonly path?: string; readonly line?: number };
    return `${release}  ${rule}  ${text}${path === undefined ? '' : `  (${path}:${line ?? 1})`}`;
  });
  return lines.length === 0 ? `No findings as of ${today}.\n` : `${lines.join('\n')}\n`;
}

/**
 * Status updates, each sentence with its lines and what the checks say.
 *
 * @param wanted the release's name or version as people write it; '' for all
 */
export function statusAnswer(
  { releases, today }: Asked,
  {
    reader,
    wanted,
    kept,
  }: { readonly reader: StatusReader; readonly wanted: string; readonly kept: readonly PlacedStatus[] },
  format: AnswerFormat,
): string {
  const updates = [...releases]
    .sort(compareByRisk)
    .filter(({ release }) => release.phase !== 'cancelled' && (wanted.trim() === '' || isNamed(release, wanted)))
    .map((entry) => ({ of: { ...entry, today }, update: statusUpdate({ ...entry, today }, reader, kept) }));
  if (format === 'text')
    return updates.length === 0
      ? `No release found${wanted === '' ? '' : ` for ${wanted}`}.\n`
      : `${updates.map(({ update }) => renderStatus(update, 'markdown')).join('\n\n')}\n`;
  return data(today, {
    updates: updates.map(({ of, update }) => {
      const text = renderStatus(update, 'markdown');
      return {
        release: update.title,
        audience: update.audience,
        text,
        sentences: update.blocks
          .flatMap(({ items }) => items.flat())
          .map((one) => ({ text: one.text, evidence: one.sources.map(placeRow) })),
        findings: checkStatus(text, of, update),
      };
    }),
  });
}

/** An open follow-up as data. */
export interface FollowUpData {
  readonly who: string | null;
  readonly what: string;
  readonly direction: Direction;
  readonly due: CalendarDate | null;
  readonly release: string | null;
  readonly evidence: readonly object[];
}

/** A follow-up as the command line and the read interface give it. */
export function followUpData({ followUp, release }: FollowUpEntry): FollowUpData {
  const { who, what, direction, due, evidence } = followUp;
  return { who, what, direction, due, release, evidence: evidence.map(placeRow) };
}

/** True for what waits today, of a party where one is named; null for all. */
export function waitsFor({ followUp }: FollowUpEntry, today: CalendarDate, party: string | null): boolean {
  const { who } = followUp;
  return isWaiting(followUp, today) && (party === null || (who !== null && isSameParty(who, party)));
}

/** What waits for somebody, by day; of one party where one is named. */
export function followUpsAnswer(
  entries: readonly FollowUpEntry[],
  { today, party }: { readonly today: CalendarDate; readonly party: string },
  format: AnswerFormat,
): string {
  const rows = entries
    .filter((entry) => waitsFor(entry, today, party.trim() === '' ? null : party))
    .sort((a, b) => ((a.followUp.due ?? '9') < (b.followUp.due ?? '9') ? -1 : 1))
    .map(followUpData);
  if (format === 'json') return data(today, { followUps: rows });
  return rows.length === 0
    ? 'Nothing waits.\n'
    : rows
        .map(({ who, what, due, release }) => `${[due ?? '-', who ?? '-', what, release ?? ''].join('  ').trimEnd()}\n`)
        .join('');
}
