import { parseCalendarDate } from '../../domain/calendar-date';
import type { RiskFact } from '../../domain/note-facts';
import { plainText } from '../inline';
import { itemMetadata } from '../item-metadata';
import type { SectionKind } from '../vocabulary';
import { saysDone } from './done-words';
import { partiesOf } from './parties';

/** What one risk line says. */
export type ReadRisk = Pick<RiskFact, 'title' | 'severity' | 'type' | 'resolved' | 'owner'>;

const CRITICAL =
  /\b(?:critical|cr[ií]tic[oa]|critique|kritisk|kritisch\w*|show-?stopper|blocker|blocking|p0|sev[\s-]?[01]|severity[\s:-]*[01])\b/i;
const HIGH = /\b(?:high|severe|major|p1|sev[\s-]?2)\b/i;
const MEDIUM = /\b(?:medium|moderate|p2|mid)\b/i;
const LOW = /\b(?:low|minor|p3|p4)\b/i;
const GRAVE = '(?:critical|kritisch\\w*|blockers?|blocking|show-?stoppers?|p0s?|sev[\\s-]?[01]s?)';
const NEGATED = new RegExp(
  `\\b(?:no|non|not|without|zero|0|nothing|keine?|isn't|aren't)[\\s-]+(?:\\w+\\s+){0,2}${GRAVE}|\\b${GRAVE}\\b[^:]{0,20}:\\s*(?:none|0|zero|nothing|keine)\\b|\\b${GRAVE}\\b[^.;]{0,40}\\b(?:is|are|was|were|down to|at|has|have)\\s+(?:now\\s+)?(?:zero|0|none|gone|fixed|resolved|closed|solved|over|behind us|been (?:fixed|resolved|closed|solved))\\b|\\b${GRAVE}\\s+(?:\\w+\\s+){1,3}(?:fixed|resolved|closed|solved)(?:\\s+(?:yesterday|today|last|on|in|this)\\b|[.!]?$)|\\b(?:previously|formerly|was|were|used to be|no longer|downgraded from)\\s+(?:a\\s+)?${GRAVE}`,
  'i',
);
/**
 * A condition, a rule or a word's meaning is no issue that is open: "If a critical bug appears", "Critical = stops
 * the launch".
 */
const NOT_YET_TRUE = new RegExp(
  `^\\W*(?:if|should|when(?:ever)?|in case|once|unless|any|every|each|all|falls|wenn|si)\\b|^\\W*(?:${GRAVE}|high|medium|low|major|minor)(?:\\s*\\([^)]*\\))?\\s*(?:=|means\\b|is defined|are defined|stands for)|^\\W*\\d+\\s+\\w+(?:\\s*[,;/]\\s*\\d+\\s+\\w+)+\\W*$`,
  'i',
);
const ALREADY_TRUE =
  /\b(?:still open|is open|open bug|bug|broken|failing|fails|down|outage|stuck|blocked|missing|unsigned|not reproduced|crash(?:es|ing)?)\b/i;
const RESOLVED =
  /^\W*(?:resolved|fixed|closed|done|mitigated|no longer)\b|(?:✅|✔)|[(—–-]\s*(?:resolved|fixed|closed|mitigated|gone)\b|(?:^|\s)(?:is|was|now|been)\s+(?:resolved|fixed|closed|mitigated)\b|\s(?:resolved|fixed|closed|mitigated)[.!]?$|(?:^|\s)(?:fixed|resolved|closed|solved)\s+(?:yesterday|today|on\s|last\s|in\s)/iu;
const GONE = /\b(?:is|are|was|has been|have been)\s+(?:gone|resolved|fixed|solved)\b/i;
const STILL =
  /\b(?:not|never|to be|must be|needs? to be|until|unless|cannot be|can't be)\s+(?:\w+\s+){0,1}(?:resolved|fixed|closed|mitigated)\b/i;
/** "Waiting for legal, not blocking" below Blockers. */
const NO_BLOCKER = /\b(?:not|non|isn't|no longer)[\s-]+(?:a\s+)?(?:blocking|blockers?|blocked)\b/i;
const BLOCKER_LABEL = /critical|block|show-?\s?stop|impediment/i;

/** Reads an item of a risk section; `severityCell` is a table's severity column. */
export function readRisk(
  source: string,
  kind: SectionKind,
  label: string,
  mark: string | null,
  severityCell?: string,
): ReadRisk {
  const metadata = itemMetadata(source);
  const title = plainText(metadata.text);
  const struck = /^\s*~~[^~]+~~.{0,60}$/s.test(metadata.text.trim());
  const isIssue = kind === 'issues' || ALREADY_TRUE.test(title);
  const { fields, doneOn } = metadata;
  // "[severity:: high]" is what a person decided later, whatever the words say.
  const stated = fields.severity === undefined ? severityCell : (severityOf('', fields.severity) ?? 'low');
  return {
    title,
    severity:
      severityOf(title, stated) ??
      (BLOCKER_LABEL.test(label) &&
      kind === 'issues' &&
      !NO_BLOCKER.test(title) &&
      !NEGATED.test(title) &&
      !NOT_YET_TRUE.test(title)
        ? 'critical'
        : null),
    type: isIssue ? 'issue' : 'risk',
    resolved:
      struck ||
      doneOn !== null ||
      parseCalendarDate(fields.resolved ?? '') !== null ||
      mark === 'x' ||
      mark === 'X' ||
      mark === '-' ||
      ((RESOLVED.test(title) || saysDone(metadata.text) || GONE.test(title)) && !STILL.test(title)) ||
      /\bcritical\b[^:]{0,20}:\s*(?:none|0)\b/i.test(title),
    owner: metadata.owner ? (partiesOf(metadata.owner)[0] ?? null) : null,
  };
}

/** How grave a risk is, by a table's cell or a label's value where there is one, else by its own words. */
export function severityOf(title: string, cell: string | undefined): RiskFact['severity'] {
  const text = cell ?? title;
  if (CRITICAL.test(text) && !NEGATED.test(text) && (cell !== undefined || !NOT_YET_TRUE.test(text))) return 'critical';
  if (cell === undefined) return /^\W*(?:\[?high\]?|p1)\b|\bhigh risk\b|\((?:high|p1)\)/i.test(text) ? 'high' : null;
  return HIGH.test(text) ? 'high' : MEDIUM.test(text) ? 'medium' : LOW.test(text) ? 'low' : null;
}
