import type { TaskState } from '../../domain/checklist';
import { NO_DUE } from '../../domain/note-facts';
import type { TableBlock, TableRow } from '../blocks/block';
import { plainText, withoutStruck } from '../inline';
import { labelKey } from '../vocabulary';
import { readDependency } from './dependency';
import { isNoItem } from './no-item';
import { namesNobody, partiesOf } from './parties';
import { type BlockPlace, type Reading, spanOf } from './reading';
import { readRisk } from './risk';
import { type Column, ENDS_IN_ITEM, kindOfTable } from './table-kinds';
import { readDue } from './work-item';

const ROWS_A_STEP = 4;

const COLUMNS: Readonly<Record<Column, RegExp>> = {
  due: /^(?:by|by when|due|due date|when|date|eta|deadline|needed by|needs by|target|target date|bis|fällig|fällig am|fällig bis|frist|innen|dato|datum|tidsfrist|termin wykonania|termin|wann|finish date|end date|completion date|échéance|date limite|date butoir|délai|quand|fecha|fecha límite|fecha limite|plazo|vencimiento|cuándo|prazo|data|data limite|quando|scadenza|срок|기한|deadline opmerking|截止日期|期限|完成时间|日期)$/,
  status:
    /^(?:status|stato|state|done|complete|completed|ok|progress|ready|erledigt|statut|état|avancement|estado|situação|andamento|stato|状态|ステータス)$/,
  severity:
    /^(?:severity|impact|priority|level|rating|likelihood|sev|probability|schwere|wahrscheinlichkeit|eintrittswahrscheinlichkeit|auswirkung|priorität|概率|可能性|gravité|criticité|impacto|probabilité|severidad|prioridad|prioridade|gravidade|вероятность|влияние|影響度|影响程度|발생 가능성|영향|sannsynlighet|konsekvens|sannolikhet|sandsynlighed|probabilità|impatto|严重程度|影响|优先级)$/,
  party:
    /^(?:owner|owners|who|assignee|assignees|assigned|assigned to|action owner|owner s|responsible party|responsables|responsable s|responsable|responsável|responsáveis|responsável is|responsabile|verantwoordelijke|verantwoordelijke n|wie|ответственный|담당|담당자|porteur|pilote|autor|autor es|autores|auteur|qui|quién|quem|负责人|责任人|担当|担当者|dri|team|party|stakeholder|responsible|lead|person|by whom|from|wer|verantwortlich|eier|ansvarlig|ansvarig|ejer|hvem|vem|odpowiedzialny|responsabili|responsible person|负责部门)$/,
  lead: /^(?:notice|lead time|notice period|advance notice)$/,
  item: /^(?:actions|action items|action point|action points|next step|next steps|follow up|todo|to do|activity|activities|tâche|tâches|tarea|tareas|tarefa|tarefas|acción|acciones|ação|ações|atividade|atividades|actividad|actividades|risque|riesgo|risco|maßnahme|actie|actiepunt|задача|작업|事项|任务|行动项|风险|タスク|アクション|リスク|items|oppgave|oppgåve|aktivitet|uppgift|åtgärd|tiltak|sak|opgave|риск|azione|attività|rischio|zadanie|ryzyko|风险描述|任务描述|item|task|check|what|needs?|ask|action|action item|risk|description|dependency|criterion|criteria|issue|blocker|bloqueur|bloqueo|bloqueio|deliverable|step|title|topic|concern|was|aufgabe|risiko)$/,
};

const IS_NUMBER = /^(?:|id|no|nr|num|number|ref|key|.*\sid|.*id|(?:.* )?(?:date|time|day|week)|日期|时间|编号|序号)$/;

/** Which column says what; the first column that nothing else claims is the item. */
function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number>> = {};
  for (const [index, cell] of header.entries()) {
    const key = labelKey(plainText(cell).replace(/\((?!s\))[^)]*\)/g, ' '));
    for (const name of Object.keys(COLUMNS) as Column[])
      if (columns[name] === undefined && COLUMNS[name].test(key)) {
        columns[name] = index;
        break;
      }
  }
  if (columns.item === undefined) {
    const taken = new Set(Object.values(columns));
    const named = header.findIndex((cell, index) => !taken.has(index) && ENDS_IN_ITEM.test(labelKey(plainText(cell))));
    const free =
      named >= 0
        ? named
        : header.findIndex((cell, index) => !taken.has(index) && !IS_NUMBER.test(labelKey(plainText(cell))));
    if (free >= 0) columns.item = free;
  }
  return columns;
}

/** Reads the rows of a table that stands in a section with a meaning. */
export function* readTable(reading: Reading, table: TableBlock, place: BlockPlace): Generator<void> {
  if (place.kind === 'attendance' || place.kind === 'changes') return;
  const columns = columnsOf(table.header);
  const own = kindOfTable(table.header, columns, place.kind === 'decisions' ? 'decisions' : place.label);
  // What is to be done about risks, by whom, is work wherever it stands.
  const isWork =
    own === 'actions' && columns.party !== undefined && (place.kind === 'risks' || place.kind === 'issues');
  const asked = place.kind === null || place.kind === 'decisions' || isWork ? own : place.kind;
  if (asked === null) return;
  // Tasks under a heading of blockers are work, no blockers.
  if (
    (asked === 'issues' || asked === 'risks') &&
    TASK_COLUMN.test(labelKey(plainText(table.header[columns.item ?? -1] ?? '')))
  )
    return;
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const cell = (name: Column): string => row.cells[columns[name] ?? -1] ?? '';
    const title = plainText(cell('item'));
    if (
      title === '' ||
      isNoItem(title) ||
      /^none$/i.test(plainText(row.cells[0] ?? '').trim()) ||
      reading.lookup.field(title) !== null
    )
      continue;
    readRow(reading, row, {
      cell,
      title,
      place: { ...place, kind: asked },
      has: (name) => columns[name] !== undefined,
    });
  }
}

const TASK_COLUMN = /^(?:tasks?|steps?|aufgaben?|tâches?|tareas?|tarefas?|任务|タスク)$/;

/** A row of a legend. */
const ONLY_LEVEL =
  /^(?:grün|gelb|orange|rot|green|yellow|amber|red|low|medium|high|critical|niedrig|mittel|hoch|kritisch)$/;

/** "Mitigated risks": what the section says of all its lines. */
export const SETTLED_LABEL = /^\W*(?:mitigated|closed|resolved|retired|past|former)\b/i;

interface RowContext {
  readonly cell: (name: Column) => string;
  readonly title: string;
  readonly place: BlockPlace;
  readonly has: (name: Column) => boolean;
}

function readRow(reading: Reading, row: TableRow, { cell, title, place, has }: RowContext): void {
  const at = spanOf(row.line, row.line, row.text);
  const owner = namesNobody(cell('party')) ? null : (partiesOf(cell('party'))[0] ?? null);
  const due = has('due')
    ? { ...NO_DUE, on: readDue(plainText(withoutStruck(cell('due'))), reading.dates).due.on }
    : readDue(title, reading.dates).due;
  const { release } = place;
  if (place.kind === 'risks' || place.kind === 'issues') {
    if (ONLY_LEVEL.test(labelKey(title.replace(/\([^)]*\)/g, ' ')))) return;
    const risk = readRisk(
      cell('item'),
      place.kind,
      place.label,
      null,
      has('severity') ? plainText(cell('severity')) : undefined,
    );
    reading.risks.push({
      ...at,
      ...risk,
      resolved: risk.resolved || rowState(cell('status')) === 'done' || SETTLED_LABEL.test(place.label),
      owner,
      release,
    });
  } else if (place.kind === 'actions') {
    reading.actions.push({
      ...at,
      title,
      gist: null,
      owner,
      parties: owner ? [owner] : [],
      due,
      state: rowState(cell('status')),
      mark: '|',
      release,
    });
  } else if (place.kind === 'dependencies') {
    const read = readDependency(
      `${cell('party')} needs ${cell('item')} ${cell('lead')} ${due.on ? '' : cell('due')}`,
      place.label,
      reading.dates,
    );

    reading.dependencies.push({
      ...at,
      ...read,
      title: row.cells.map((value) => plainText(value)).join(' · '),
      who: owner ?? read.who,
      what: title,
      due: due.on ? due : read.due,
      settled: rowState(cell('status')) === 'done',
      mark: '|',
      release,
    });
  } else if (has('status')) {
    reading.tasks.push({
      ...at,
      title,
      gist: null,
      state: rowState(cell('status')),
      mark: '|',
      section: place.section,
      depth: 0,
      role: 'checklist',
      optional: false,
      owner,
      due,
      doneOn: null,
      id: null,
      release,
    });
  }
}

/** What a status cell says: a tick or "done" is done, a dash or "n/a" cancelled, all else open. */
function rowState(cell: string): TaskState {
  const text = plainText(cell).toLowerCase();
  if (
    /✅|✔|☑|🟢|^(?:done|complete|completed|yes|y|x|ok|ready|passed|approved|closed?|shipped|resolved|mitigated|erledigt|terminé|hecho|concluído|ferdig|klar|\[x\])(?![\w-])|(?:^|[:\s])closed?$|^(?:已完成|完成|完了|завершено|готово)/.test(
      text,
    )
  )
    return 'done';
  if (/^(?:n\/a|na|cancelled|canceled|dropped|skipped|\[-\])/.test(text)) return 'cancelled';
  return /^(?:in progress|wip|started|ongoing|\[\/\]|🟡)/.test(text) ? 'in-progress' : 'open';
}
