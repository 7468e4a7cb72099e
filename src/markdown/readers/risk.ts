import type { RiskFact } from '../../domain/note-facts';
import { plainText } from '../inline';
import { itemMetadata } from '../item-metadata';
import type { SectionKind } from '../vocabulary';
import { partiesOf } from './parties';

/** What one risk line says. */
export type ReadRisk = Pick<RiskFact, 'title' | 'severity' | 'type' | 'resolved' | 'owner'>;

const CRITICAL = /\b(?:critical|kritisch\w*|show-?stopper|blocker|blocking|p0|sev[\s-]?[01]|severity[\s:-]*[01])\b/i;
const HIGH = /\b(?:high|severe|major|p1|sev[\s-]?2)\b/i;
const MEDIUM = /\b(?:medium|moderate|p2|mid)\b/i;
const LOW = /\b(?:low|minor|p3|p4)\b/i;
const NEGATED = /\b(?:no|non|not|without|zero|0|nothing)[\s-]+(?:\w+\s+){0,2}(?:critical|blockers?|blocking|show-?stoppers?|p0)|\b(?:critical|blockers?|p0)\b[^:]{0,20}:\s*(?:none|0|nothing)\b/i;
const ALREADY_TRUE = /\b(?:still open|is open|open bug|bug|broken|failing|fails|down|outage|stuck|blocked|missing|unsigned|not reproduced|crash(?:es|ing)?)\b/i;
const RESOLVED = /^\W*(?:resolved|fixed|closed|done|mitigated|no longer)\b|(?:✅|✔)|[(—–-]\s*(?:resolved|fixed|closed|mitigated|gone)\b|(?:^|\s)(?:is|was|now|been)\s+(?:resolved|fixed|closed|mitigated)\b|\s(?:resolved|fixed|closed|mitigated)[.!]?$/iu;
const STILL = /\b(?:not|never|to be|must be|needs? to be|until|unless|cannot be|can't be)\s+(?:\w+\s+){0,1}(?:resolved|fixed|closed|mitigated)\b/i;
const BLOCKER_LABEL = /block|show-?\s?stop|impediment/i;

/** Reads an item of a risk section; `severityCell` is a table's severity column. */
export function readRisk(source: string, kind: SectionKind, label: string, mark: string | null, severityCell?: string): ReadRisk {
  const metadata = itemMetadata(source);
  const title = plainText(metadata.text);
  const struck = /^\s*~~[^~]+~~.{0,60}$/s.test(metadata.text.trim());
  const isIssue = kind === 'issues' || ALREADY_TRUE.test(title);
  return {
    title,
    severity: severityOf(title, severityCell) ?? (BLOCKER_LABEL.test(label) && kind === 'issues' ? 'critical' : null),
    type: isIssue ? 'issue' : 'risk',
    resolved: struck || mark === 'x' || mark === 'X' || mark === '-' || (RESOLVED.test(title) && !STILL.test(title)) || /\bcritical\b[^:]{0,20}:\s*(?:none|0)\b/i.test(title),
    owner: metadata.owner ? (partiesOf(metadata.owner)[0] ?? null) : null,
  };
}

function severityOf(title: string, cell: string | undefined): RiskFact['severity'] {
  const text = cell ?? title;
  if (CRITICAL.test(text) && !NEGATED.test(text)) return 'critical';
  if (cell === undefined) return /^\W*(?:\[?high\]?|p1)\b|\bhigh risk\b|\((?:high|p1)\)/i.test(text) ? 'high' : null;
  return HIGH.test(text) ? 'high' : MEDIUM.test(text) ? 'medium' : LOW.test(text) ? 'low' : null;
}
