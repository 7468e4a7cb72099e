import { countStates } from '../domain/checklist';
import type { CalendarDate } from '../domain/calendar-date';
import type { Evidence } from '../domain/evidence';
import { type Release, titleOf } from '../domain/release';
import type { RiskAssessment } from '../domain/risk/assess-risk';
import type { RiskLevel } from '../domain/risk/risk-rule';
import { wordReason } from './reason-wording';
import { compareByRisk } from './release-order';
import type { ReportedRelease } from './report';

const LEVEL_WORDS: Readonly<Record<RiskLevel, string>> = {
  'off-track': 'OFF TRACK',
  'at-risk': 'AT RISK',
  'on-track': 'on track',
  unknown: 'unknown',
};

/** The risk table for a terminal: one release a line, worst first, its gravest reasons beneath. */
export function reportTable(today: CalendarDate, releases: readonly ReportedRelease[]): string {
  if (releases.length === 0) return `No releases found as of ${today}.\n`;
  const sorted = [...releases].sort(compareByRisk);
  const rows = sorted.map(({ release, assessment }) => {
    const count = countStates(release.items.map((item) => item.state));
    return [
      levelWord(release, assessment),
      String(assessment.score),
      titleOf(release),
      release.goNoGo?.value.date ?? '-',
      release.target?.value.date ?? '-',
      `${count.done}/${count.done + count.open}`,
      release.owner?.value.join(', ') ?? '-',
    ];
  });
  const header = ['Level', 'Score', 'Release', 'Go/no-go', 'Target', 'Done', 'Owner'];
  const widths = header.map((cell, column) =>
    Math.min(40, Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => fit(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = [`Release risk as of ${today}`, '', line(header), widths.map((width) => '-'.repeat(width)).join('  ')];
  for (const [index, row] of rows.entries()) {
    lines.push(line(row));
    for (const reason of sorted[index]?.assessment.reasons.slice(0, 3) ?? [])
      lines.push(`    ${reason.rule} ${wordReason(reason).text}${where(reason.evidence[0])}`);
  }
  return `${lines.join('\n')}\n`;
}

function levelWord(release: Release, assessment: RiskAssessment): string {
  return release.phase === 'released' || release.phase === 'cancelled' ? release.phase : LEVEL_WORDS[assessment.level];
}

function where(evidence: Evidence | undefined): string {
  return evidence ? ` (${evidence.path}:${evidence.line})` : '';
}

function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
