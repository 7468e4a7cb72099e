import { addBusinessDays } from '../domain/business-calendar';
import {
  type DecisionEvidence,
  evidenceIn,
  evidenceLines,
  type Hash,
  sealed,
  type Statement,
  statementsOf,
} from '../domain/decision/decision-record';
import type { RollCall } from '../domain/decision/roll-call';
import type { Evidence } from '../domain/evidence';
import { type Decision, type Release, titleOf } from '../domain/release';
import type { RiskAssessment } from '../domain/risk/assess-risk';
import type { NoteStore } from '../ports/note-store';
import { ROLL_CALL_WORDING as WORDS } from '../presentation/roll-call-wording';
import { type ActInputs, plainLine, type PlannedAct } from './act-plan';
import { recordDecision } from './release-acts';

/** What a decision rests on beside what people say: gathered before anybody is asked. */
export interface Gathered {
  readonly statements: readonly Statement[];
  readonly previous: DecisionEvidence['previous'];
}

/** Reads the lines that are cited, and the decision before this one. */
export async function gatherEvidence(
  release: Release,
  cited: readonly Evidence[],
  { read }: Pick<NoteStore, 'read'>,
  hash: Hash,
): Promise<Gathered> {
  const lines = new Map<string, number[]>();
  for (const { path, line } of cited) lines.set(path, [...(lines.get(path) ?? []), line]);
  const statements: Statement[] = [];
  for (const [path, own] of lines) {
    const note = await read(path);
    if (note !== null) statements.push(...(await statementsOf(path, note, own, hash)));
  }
  const before = release.decision?.evidence.path;
  const previous = before === undefined ? null : evidenceIn((await read(before)) ?? '');
  return { statements, previous: before !== undefined && previous ? { path: before, hash: previous.hash } : null };
}

/** Within so many working days an emergency release is looked at again. */
const REVIEW_DAYS = 2;

/** The note of a decision: minutes that a person reads, and all that it rested on as one block. */
export function rollCallAct(
  { release, assessment }: { readonly release: Release; readonly assessment: RiskAssessment },
  decision: Decision,
  call: RollCall,
  gathered: Gathered,
  inputs: ActInputs & { readonly at: string },
): PlannedAct | null {
  const evidence = {
    schema: 1 as const,
    release: titleOf(release),
    decision,
    isEmergency: call.isEmergency,
    approver: call.approver,
    because: call.because,
    at: inputs.at,
    votes: call.rows,
    conditions: decision === 'conditional' ? call.conditions : [],
    waivers: call.waivers,
    statements: gathered.statements,
    policy: inputs.settings.policy,
    forecast: assessment.outlook.result?.inputs ?? null,
    previous: gathered.previous,
  };
  const review = addBusinessDays(inputs.today, REVIEW_DAYS, inputs.settings.calendar);
  const conditions = evidence.conditions.map(({ text, owner, due, otherwise }) =>
    WORDS.minutes.condition(plainLine(text), bare(owner), due ?? '', bare(otherwise)),
  );
  const also = call.isEmergency ? [WORDS.emergencyReview(review)] : [];
  return recordDecision(
    release,
    { decision, by: call.approver, because: call.because, conditions: conditions.join('\n'), also },
    inputs,
    [
      // In a block of their own, for what each function says is no decision of the release.
      { heading: WORDS.minutes.heading, items: fenced(call.rows.map(minutesOf)) },
      { heading: WORDS.minutes.waivers, items: fenced(call.waivers.map(waiverOf)) },
      { heading: WORDS.minutes.evidence, items: evidenceLines(evidence) },
    ],
  );
}

function minutesOf({ function: name, vote, name: who, evidence }: RollCall['rows'][number]): string {
  return WORDS.minutes.vote(name, WORDS.votes[vote], bare(who), evidence);
}

function waiverOf({ item, reason, owner, expires }: RollCall['waivers'][number]): string {
  return WORDS.minutes.waiver(item, plainLine(reason), bare(owner), expires ?? '');
}

function bare(name: string): string {
  return plainLine(name).replace(/[[\]]/g, '');
}

function fenced(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['```text', ...lines.map((line) => line.replace(/`/g, "'")), '```'];
}

/** The act with its notes sealed: the hash of each is filled in. */
export async function sealAct(act: PlannedAct, hash: Hash): Promise<PlannedAct> {
  const changes = await Promise.all(
    act.changes.map(async (change) =>
      change.kind === 'create'
        ? { ...change, note: { ...change.note, text: await sealed(change.note.text, hash) } }
        : change,
    ),
  );
  return { ...act, changes };
}
