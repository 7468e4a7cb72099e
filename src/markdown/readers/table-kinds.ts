import { plainText } from '../inline';
import { labelKey } from '../vocabulary';

/** What a column of such a table says. */
export type Column = 'item' | 'party' | 'due' | 'status' | 'severity' | 'lead';

/** "Residual risk", "Checklist item": the item by its last word. A column of numbers is none. */
export const ENDS_IN_ITEM = /\s(?:item|task|risk|action|issue|check|need|dependency|deliverable|description)$/;

/** A day by which something is due, and not any day. */
const DUE_BY =
  /due|deadline|by when|needed by|target|prazo|limite|límite|frist|fällig|échéance|scadenza|plazo|期限|截止/i;

/** Sections whose tables tell what was, or what is talked of. */
const NO_WORK =
  /^(?:.* )?(?:completed|done|shipped|finished|delivered|agenda|out of scope|cancelled|canceled|holidays?|vacations?|examples?|decisions?|template|history)(?: .*)?$/;

/** A table of tasks with somebody and a day for each is work, too. */
const WORK_COLUMN = /^(?:tasks?|aufgaben?|tâches?|tareas?|tarefas?|任务|タスク|activit(?:y|ies)|deliverables?)$/;

const ACTION_COLUMN =
  /^(?:actions?|azione|aksjon|åtgärd|actie|actiepunt|action items?|action points?|next steps?|ais?|to ?dos?|follow ups?|acción|acciones|ação|ações|maßnahmen?|行动项|アクション)$/;

const NEED_COLUMN = /^(?:dependency|dependencies|abhängigkeit|dépendance|dependencia|依赖|依存関係)$/;

const BLOCKER_COLUMN = /^(?:blockers?|blocking issue|show ?stopper|impediment)$/;

const RISK_COLUMN = /^(?:risks?|risque|riesgo|risco|risiko|rischio|ryzyko|риск|风险|风险描述|リスク)$/;

/**
 * A table without a section of its own says by its header what its rows are: actions with owners or days, or risks
 * that are rated.
 */
export function kindOfTable(
  header: readonly string[],
  columns: Partial<Record<Column, number>>,
  label: string,
): 'actions' | 'risks' | 'issues' | 'dependencies' | null {
  const item = labelKey(plainText(header[columns.item ?? -1] ?? ''));
  if (
    ACTION_COLUMN.test(item) &&
    (columns.party !== undefined ||
      (columns.due !== undefined && !/^target/i.test(plainText(header[columns.due] ?? ''))))
  )
    return 'actions';
  // A box to tick, somebody and a day: whatever the item's column is called, it is work.
  if (
    columns.party !== undefined &&
    columns.due !== undefined &&
    /^(?:done|✓|✔|x|erledigt|fait|hecho|feito)\W*$/i.test(plainText(header[columns.status ?? -1] ?? '')) &&
    columns.status === 0
  )
    return 'actions';
  if (
    WORK_COLUMN.test(item) &&
    columns.party !== undefined &&
    DUE_BY.test(plainText(header[columns.due ?? -1] ?? '')) &&
    !NO_WORK.test(labelKey(label))
  )
    return 'actions';
  const isFollowed = columns.party !== undefined || columns.due !== undefined || columns.status !== undefined;
  if (NEED_COLUMN.test(item) && isFollowed) return 'dependencies';
  if (BLOCKER_COLUMN.test(item) && (isFollowed || columns.severity !== undefined)) return 'issues';
  return RISK_COLUMN.test(item) &&
    (columns.severity !== undefined ||
      header.some((cell) =>
        /^(?:mitigations?|mitigation plan|contingency|mitigación|mesures?|maßnahmen?|tiltak|åtgärd|mitigering|mitigazione|mitigação|меры снижения|меры|대응 방안|缓解策略|对策|应对措施|缓解措施)$/i.test(
          labelKey(plainText(cell)),
        ),
      ))
    ? 'risks'
    : null;
}

/** A cheap first look: could a table with this header be followed without a section of its own? */
export function mayBeFollowed(header: readonly string[]): boolean {
  return header.some((cell) => {
    const key = labelKey(plainText(cell));
    return (
      WORK_COLUMN.test(key) ||
      ACTION_COLUMN.test(key) ||
      NEED_COLUMN.test(key) ||
      BLOCKER_COLUMN.test(key) ||
      RISK_COLUMN.test(key) ||
      ENDS_IN_ITEM.test(key)
    );
  });
}
