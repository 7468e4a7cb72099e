import type { CalendarDate } from '../calendar-date';
import type { Decision } from '../release';
import type { Condition, RollCallRow, Waiver } from './roll-call';

/** SHA-256 of a text, as 64 hexadecimal digits. */
export type Hash = (text: string) => Promise<string>;

/** A line on which a decision rests, as it was then. */
export interface Statement {
  readonly text: string;
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly lineHash: string;
  /** Of the whole note. */
  readonly noteHash: string;
}

/** What a decision's note holds as data: all that it rested on. It proves no identity. */
export interface DecisionEvidence {
  readonly schema: 1;
  readonly release: string;
  readonly decision: Decision;
  readonly isEmergency: boolean;
  readonly approver: string;
  readonly because: string;
  /** Time of the device, with its offset: `2026-02-10T14:03:00+01:00`. */
  readonly at: string;
  readonly votes: readonly RollCallRow[];
  readonly conditions: readonly Condition[];
  readonly waivers: readonly Waiver[];
  readonly statements: readonly Statement[];
  /** Rules and thresholds in force. */
  readonly policy: unknown;
  /** What the forecast was worked out from; null without one. */
  readonly forecast: unknown;
  /** The decision before this one. */
  readonly previous: { readonly path: string; readonly hash: string } | null;
  /** Of the whole note, with this value left out. */
  readonly hash: string;
}

/** What became of a decision's note and its sources. */
export type RecordState =
  | { readonly kind: 'intact' }
  | { readonly kind: 'source-changed'; readonly statements: readonly Statement[] }
  | { readonly kind: 'altered' }
  | { readonly kind: 'none' };

const FENCE = '```json shipshape-decision';
const NO_HASH = '';

/** The lines of the block that holds the evidence, without its hash yet. */
export function evidenceLines(evidence: Omit<DecisionEvidence, 'hash'>): string[] {
  const json = JSON.stringify({ ...evidence, hash: NO_HASH }, null, 1).replace(/`/g, '\\u0060');
  return [FENCE, ...json.split('\n'), '```'];
}

/** The note with its hash filled in. */
export async function sealed(text: string, hash: Hash): Promise<string> {
  const value = await hash(unsealed(text));
  return text.replace(EMPTY_HASH, `"hash": "${value}"`);
}

const EMPTY_HASH = /"hash": ""(?=\s*\}\s*```)/;
const ANY_HASH = /"hash": "[0-9a-f]*"(?=\s*\}\s*```)/;

/** What the hash is made of: everything but itself, and but the boxes of conditions, which are there to be ticked. */
function unsealed(text: string): string {
  return text
    .replace(ANY_HASH, '"hash": ""')
    .replace(/^(\s*- \[)[^\]\n](\].*?)(?: ✅ \d{4}-\d{2}-\d{2}| \[completion:: \d{4}-\d{2}-\d{2}\])?$/gm, '$1 $2');
}

/** The evidence in a note; null where it has none that can be read. */
export function evidenceIn(text: string): DecisionEvidence | null {
  const start = text.indexOf(`${FENCE}\n`);
  if (start < 0) return null;
  const body = text.slice(start + FENCE.length + 1);
  const end = body.indexOf('\n```');
  if (end < 0) return null;
  try {
    const value = JSON.parse(body.slice(0, end)) as DecisionEvidence;
    return value.schema === 1 && typeof value.hash === 'string' && Array.isArray(value.statements) ? value : null;
  } catch {
    return null;
  }
}

/** Lines of one note as statements of a record; those that it has not are left out. */
export async function statementsOf(
  path: string,
  note: string,
  lines: readonly number[],
  hash: Hash,
): Promise<Statement[]> {
  const noteHash = await hash(note);
  const texts = linesOf(note);
  const known = lines.flatMap((line) => {
    const text = texts[line - 1];
    return text === undefined ? [] : [{ text, line }];
  });
  return Promise.all(known.map(async ({ text, line }) => ({ text, path, line, lineHash: await hash(text), noteHash })));
}

function linesOf(note: string): string[] {
  return note.split('\n').map((line) => line.replace(/\r$/, ''));
}

/**
 * Holds a record against itself and its sources. A source that changed elsewhere, or in which a line only moved, is
 * as it was.
 */
export async function recordState(
  text: string,
  read: (path: string) => Promise<string | null>,
  hash: Hash,
): Promise<RecordState> {
  const evidence = evidenceIn(text);
  if (evidence === null) return { kind: text.includes(FENCE) ? 'altered' : 'none' };
  if ((await hash(unsealed(text))) !== evidence.hash) return { kind: 'altered' };
  const changed: Statement[] = [];
  const notes = new Map<string, { readonly hash: string; readonly lines: ReadonlySet<string> } | null>();
  for (const statement of evidence.statements) {
    if (!notes.has(statement.path)) {
      const note = await read(statement.path);
      notes.set(statement.path, note === null ? null : { hash: await hash(note), lines: new Set(linesOf(note)) });
    }
    const note = notes.get(statement.path);
    if (!note || (note.hash !== statement.noteHash && !note.lines.has(statement.text))) changed.push(statement);
  }
  return changed.length > 0 ? { kind: 'source-changed', statements: changed } : { kind: 'intact' };
}

/** A decision that was taken after the release went out, without saying that it was an emergency. */
export function isApprovedAfter(
  decidedOn: CalendarDate,
  wentOut: CalendarDate | null,
  evidence: DecisionEvidence | null,
): boolean {
  return wentOut !== null && decidedOn > wentOut && evidence?.isEmergency !== true;
}
