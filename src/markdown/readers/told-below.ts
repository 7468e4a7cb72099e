import { lazily } from '../../domain/lazily';
import { type Due, NO_DUE } from '../../domain/note-facts';
import type { HeadingBlock } from '../blocks/block';
import { plainText } from '../inline';
import { readDependency } from './dependency';
import { partiesOf } from './parties';
import { type BlockPlace, type Reading, spanOf } from './reading';
import type { RegisterEntry } from './register-entry';
import { readRisk, severityOf } from './risk';
import { readDue } from './work-item';

/**
 * The last fact that was read, while the lines below it may tell about it: an item of that depth, or a heading (−1).
 */
export interface OpenFact {
  readonly kind: 'action' | 'risk' | 'dependency';
  readonly depth: number;
  readonly isHeading?: boolean;
}

/** "Owner: Ann", "Due: Feb 12", "Status: mitigated" nested below an action or risk. */
const tells = (words: string): (() => RegExp) =>
  lazily(() => new RegExp(`^(?:\\*\\*|__)?(?:${words})(?:\\*\\*|__)? ?[:：](?:\\*\\*|__)? ?(\\S.*)$`, 'iu'));
const TELLS_OWNER = tells(
  'owners?|assignees?|risk owner|assigned to|responsible|dri|lead|assigné à|responsable|verantwortlich|zuständig|responsável|responsabile|ansvarlig|ansvarig|负责人|担当',
);
const TELLS_DUE = tells(
  'due(?: date)?|deadline|by when|(?:required|needed) by|target(?: close| resolution)? date|eta|échéance|date limite|fällig(?: am| bis)?|frist|fecha límite|prazo|scadenza|截止日期|期限',
);
const TELLS_STATUS = tells('status|state|statut|estado|stato|状态');
const TELLS_PROVIDER = tells(
  '(?:provider|provided by|supplier|needed from|from|depends on|external party|vendor|lieferant|fournisseur|proveedor|fornecedor)(?: \\([^)]{1,20}\\))?',
);
const TELLS_SEVERITY = tells(
  'severity|risk level|level|criticality|priority|schweregrad|gravité|severidad|gravidade|严重程度',
);
const SETTLED =
  /^\W*(?:mitigated|resolved|closed|fixed|done|complete|completed|accepted and closed|erledigt|terminé|hecho|concluído)\b/i;

/** A heading that is an entry of a register; the lines below are its details. */
export function readEntry(
  reading: Reading,
  block: HeadingBlock,
  { label, release }: BlockPlace,
  { kind, title }: RegisterEntry,
): OpenFact {
  const at = spanOf(block.line, block.endLine, title);
  if (kind === 'dependencies') {
    const read = readDependency(title, label, reading.dates);
    reading.dependencies.push({ ...at, ...read, who: null, what: read.title, due: NO_DUE, mark: null, release });
  } else reading.risks.push({ ...at, ...readRisk(title, kind, '', null), release });
  return { kind: kind === 'dependencies' ? 'dependency' : 'risk', depth: -1, isHeading: true };
}

/** Adds to the last action or risk what a line below it says of its owner, day or state. */
export function tellOfLast(reading: Reading, line: string, fact: OpenFact | null): void {
  if (fact === null) return;
  const owner = TELLS_OWNER().exec(line)?.[1];
  const due = TELLS_DUE().exec(line)?.[1];
  const provider = fact.kind === 'dependency' ? TELLS_PROVIDER().exec(line)?.[1] : undefined;
  const severity = fact.kind === 'risk' ? TELLS_SEVERITY().exec(line)?.[1] : undefined;
  const settled = SETTLED.test(plainText(TELLS_STATUS().exec(line)?.[1] ?? ''));
  if (owner === undefined && due === undefined && provider === undefined && severity === undefined && !settled) return;
  const { actions, risks, dependencies, dates } = reading;
  const ownerOf = (known: string | null): string | null =>
    known ?? (owner === undefined ? null : (partiesOf(owner)[0] ?? null));
  const dueOf = (known: Due): Due =>
    known.on !== null || due === undefined ? known : { ...known, on: readDue(plainText(due), dates).due.on };
  const [action, risk, dependency] = [
    actions[actions.length - 1],
    risks[risks.length - 1],
    dependencies[dependencies.length - 1],
  ];
  if (fact.kind === 'action' && action)
    actions[actions.length - 1] = {
      ...action,
      owner: ownerOf(action.owner),
      due: dueOf(action.due),
      state: settled ? 'done' : action.state,
    };
  else if (fact.kind === 'risk' && risk)
    risks[risks.length - 1] = {
      ...risk,
      owner: ownerOf(risk.owner),
      severity: severity === undefined ? risk.severity : (severityOf('', plainText(severity)) ?? risk.severity),
      resolved: risk.resolved || settled,
    };
  else if (fact.kind === 'dependency' && dependency)
    dependencies[dependencies.length - 1] = {
      ...dependency,
      who: provider === undefined ? ownerOf(dependency.who) : (partiesOf(provider)[0] ?? dependency.who),
      due: dueOf(dependency.due),
      settled: dependency.settled || settled,
    };
}
