import { lazily } from '../domain/lazily';

const CAMEL_JOINT = lazily(() => /([\p{Ll}\p{N}])(\p{Lu})/gu);
const NOT_WORD = lazily(() => /[^\p{L}\p{N}]+/gu);

/** The single-valued facts of a release that a label can introduce. */
export type FieldName =
  'release' | 'version' | 'name' | 'target' | 'goNoGo' | 'owner' | 'tier' | 'phase' | 'decision' | 'override' | 'date';

/** The kinds of section whose items mean something. */
export type SectionKind =
  'checklist' | 'dependencies' | 'risks' | 'issues' | 'actions' | 'decisions' | 'attendance' | 'changes';

/** How people label things; settings extend it. All words are compared in {@link labelKey} form. */
export interface Vocabulary {
  readonly fields: Readonly<Record<FieldName, readonly string[]>>;
  readonly sections: Readonly<Record<SectionKind, readonly string[]>>;
}

/** Words of a list, apart by commas. */
export function words(list: string): readonly string[] {
  return list.split(',').map((word) => word.trim());
}

/** English, with the commonest German, French and Spanish labels. */
export const DEFAULT_VOCABULARY: Vocabulary = {
  fields: {
    release: ['release', 'launch'],
    version: words(
      `version, release version, fix version, release series, release candidate, candidate, release tag, tag,
       versión, versão, версия, versie, 版本, 版本号, バージョン, 버전, version number, product version, platform version,
       app version, software version, system version`,
    ),
    name: ['name', 'codename', 'code name', 'release name'],
    target: words(
      `target, target date, target release date, target launch date, target launch, launch target, target end,
       target end date, target completion, target completion date, target release, launch date, launch day,
       planned launch, planned release, planned release date, release date, release day, release window,
       launch window, ship date, ship, ships, shipping, ship by, ga, ga date, ga target, general availability,
       go live, go live date, golive, live date, goes live, rollout, rollout date, delivery date, due date,
       deadline, new target date, new target, zieldatum, zieltermin, livegang, veröffentlichung, date cible,
       date de sortie, mise en production, fecha objetivo, fecha de lanzamiento, lanzamiento, fecha de entrega,
       fecha límite, data de lançamento, data alvo, date de livraison, date de mise en production, date prévue,
       data di rilascio, дата релиза, дата выпуска, releasedatum, go live termin, 发布日期, 上线日期, 计划发布日期, リリース日,
       リリース予定日, 公開日, new launch date, lanseringsdato, lanseringsdatum, lanceringsdato, udgivelsesdato, 预计发布,
       预计发布日期, 预计上线, data rilascio, data wydania, 公開予定日, 목표 출시일, 출시 예정일, 출시일, final launch target,
       release target, production launch, public launch, official launch, production release,
       production deployment, production go live, ga launch, lancement officiel, lancement public,
       lanzamiento público, lanzamiento oficial, lançamento oficial`,
    ),
    goNoGo: words(
      `go no go, go no go decision, go no go date, go no go meeting, go no go review, go no go call, gonogo,
       gonogo date, decision date, decision meeting, release decision, launch decision, sign off, sign off date,
       signoff, signoff date, gate, gate date, gate review, go nogo, freigabe, entscheidung, décision go no go,
       decisión go no go`,
    ),
    owner: words(
      `owner, owners, release owner, release owners, launch owner, dri, dris, release manager, release captain,
       captain, lead, leads, release lead, launch lead, owned by, led by, responsible, accountable,
       release coordinator, release shepherd, shepherd, coordinator, release driver, champion, release champion,
       driver, verantwortlich, verantwortliche, verantwortlicher, responsable, responsables, felelős,
       zodpovědný, sorumlu, vastuuhenkilö, responsabil, penanggung jawab, відповідальний, propriétaire,
       propietario, responsável, responsáveis, pilote, responsabile, ответственный, verantwoordelijke, 负责人,
       发布负责人, 担当者, 責任者, release eier, ansvarig, ansvarlig`,
    ),
    tier: ['tier', 'launch tier', 'release tier'],
    phase: words(
      `status, phase, state, release status, launch status, stage, overall status, statut, estado, 状态, ステータス,
       stato, статус, tila`,
    ),
    decision: words(
      `decision, outcome, result, verdict, final verdict, recommendation, go no go outcome, go no go result,
       go no go verdict, go no go status, go no go state, final decision, final decision state,
       current decision, decision state, decision status, overall decision, overall verdict, formal decision,
       décision, décision finale, decisión, decisión final, decisão, decisão final, ergebnis, beschluss, 决定, 判定`,
    ),
    override: ['risk override', 'level override', 'status override', 'rag override', 'risk level override'],
    date: words(
      `date, meeting date, generated, generated on, generated at, date generated, prepared, prepared on, as of,
       stand, report date, review date, last updated, last update, updated, last modified,
       letzte aktualisierung, dernière mise à jour, última actualización, 更新日期, 最終更新, assessment date,
       validation date, charter date, as at, date of review, date de revue, data da reunião, data da revisão,
       status date, date de mise à jour, mise à jour, fecha de actualización, data de atualização,
       data di aggiornamento, session date, date utc, date of meeting, meeting date time, date time,
       date and time, when, datum, created, fecha, data, date de la réunion, data e hora, дата, fecha y hora,
       日期, 会议时间, 日時, 日付, 開催日, dato, møtedato, mötesdatum, data riunione, data spotkania, дата встречи, 创建时间,
       创建日期, 编制日期, 编写日期, 会议日期, 开会时间, 作成日, 작성일, 회의 일시, 일시, 作成日時, 完成时间, 生成时间, 更新时间, 報告日`,
    ),
  },
  sections: {
    checklist: words(
      `checklist, checklists, checklist status, readiness, readiness checklist, exit criteria, entry criteria,
       launch criteria, release criteria, go criteria, launch tasks, release tasks, definition of done,
       readiness criteria, readiness status, launch readiness, release readiness, checkliste,
       lista de verificación, liste de contrôle, lista de verificação, 检查清单, 发布清单, 上线检查, チェックリスト, чек лист,
       체크리스트, sjekkliste, tjekliste, checklista, checklijst, lista kontrolna, контрольный список`,
    ),
    changes: words(
      `process change, process changes, proposed process change, proposed process changes, process update,
       process updates, change to the process, changes to the process, changes to our process,
       changes to processes, playbook change, playbook changes, playbook update, playbook updates,
       changes to the playbook, changes to, change to, updates to, workflow change, workflow update, sop change,
       sop update, procedure change, prozessänderung, prozessänderungen, changement de processus,
       changements de processus, cambio de proceso, cambios de proceso`,
    ),
    dependencies: words(
      `függőségek, závislosti, bağımlılıklar, riippuvuudet, dependențe, ketergantungan, залежності,
       dependencies, dependency, needs, asks, blocked by, waiting on, waiting for, depends on, we need,
       what we need, needs from others, we are waiting for, we are waiting on, who needs what,
       cross team dependencies, cross functional dependencies, team dependencies, stakeholder needs,
       stakeholder asks, abhängigkeiten, dépendances, dependencias, dependências, dipendenze, 依赖, 依赖项, 依存関係,
       avhengigheter, avhengigheiter, afhængigheder, beroenden, afhankelijkheden, zależności, зависимости, 의존성`,
    ),
    risks: words(
      `kockázatok, 风险列表, 风险清单, 风险登记表, 风险登记册, kockázat, rizika, riziko, riskler, riskit, riscuri, rủi ro, ризики,
       risikomatrix, risikoanalyse, risikoregister, risks, risk, risk assessment, risk analysis,
       risk management, risk matrix, concerns, worries, risk register, red flags, what could go wrong,
       things that could go wrong, what worries us, risiken, risques, riesgos, riscos, rischi, risico s, risico,
       риски, 리스크, 위험, 风险, リスク, risikoer, risikovurdering, risikologg, risker, riskanalys, risklista,
       riskbedömning, risklogg, risques identifiés, riesgos identificados, riscos identificados,
       matriz de riesgos, matriz de riscos, ryzyka, ryzyko, 风险评估, 风险登记册, 风险管理, 风险分析, 风险与应对, 风险与缓解, 风险清单, リスク評価,
       リスク一覧, risk log, risk list, risikobewertung, 主要风险, 主要リスク, 主要リスクと対策, リスクと対策, реестр рисков,
       registro de riesgos, registro de riscos`,
    ),
    issues: words(
      `blokkolók, akadályok, blokátory, engeller, esteet, blocaje, hambatan, trở ngại, блокери, blockers,
       blocker, issues, issue log, bloqueurs, bloqueios, issue list, issue register, showstoppers, show stoppers,
       launch blockers, release blockers, blocking issues, impediments, blocker und risiken, hindernisse, blocages,
       points bloquants, bloqueos, bloqueadores, impedimentos, 阻塞, 阻碍, blocking items, blocking item, critical
       blockers, blokkere, hindringer, blokkeringer, блокеры, проблемы и блокеры, 阻塞项, 阻塞问题, saksliste`,
    ),
    actions: words(
      `action items, action item, actions, action points, action list, next steps, next actions, to be done, medidas
       a serem tomadas, medidas a tomar, ações a tomar, actions to be taken, owner task link, következő lépések,
       teendők, feladatok, akciók, akciópontok, další kroky, úkoly, sonraki adımlar, eylem maddeleri, aksiyonlar,
       yapılacaklar, seuraavat askeleet, toimenpiteet, tehtävät, pașii următori, următorii pași, acțiuni, langkah
       selanjutnya, tindak lanjut, việc cần làm, các bước tiếp theo, наступні кроки, encaminhamentos, encaminhamentos e
       tarefas, to do, to dos, to do s, outstanding to dos, outstanding to do s, out standing to do s, open tasks,
       planned tasks, naplánované úlohy, próximas etapas, todo, todos, follow ups, follow up, followups, improvements,
       improvement items, process improvements, improvement actions, retro actions, agreed actions, follow up items,
       follow up actions, corrective actions, action plan, ai, ais, commitments, commitment, action required, actions
       required, required actions, required action, future actions, immediate actions, immediate next steps, post
       meeting actions, takeaways and actions, aufgaben, nächste schritte, maßnahmen, todos und aufgaben, actions à
       faire, actions à mener, actions à réaliser, plan d action, plan d actions, prochaines étapes, prochaines
       actions, à faire, tâches à effectuer, tâches à réaliser, actions engagées, acciones, compromisos, acuerdos y
       compromisos, acciones a realizar, plan de acción, acciones requeridas, próximos pasos, siguientes pasos,
       próximos passos, ações, plano de ação, encaminhamentos, compromissos, azioni, prossimi passi, actiepunten,
       acties, actielijst, vervolgstappen, следующие шаги, план действий, действия, 다음 단계, 액션 아이템, 行动项, 待办, 待办事项, 下一步,
       后续步骤, アクションアイテム, 次のステップ, ネクストアクション, neste steg, neste skritt, neste aksjoner, aksjoner, aksjonspunkter,
       aksjonsliste, oppfølging, oppfølgingspunkter, handlingspunkter, tiltak, gjøremål, å gjøre, næste skridt,
       opfølgning, nästa steg, åtgärder, åtgärdslista, åtgärdspunkter, att göra, uppföljning, actionpoints,
       actionpunkter, action points and owners, actions à suivre, actions de suivi, suivi des actions, points d action,
       aufgabenverteilung, offene aufgaben, aufgabenliste, acties en verantwoordelijkheden, te doen, azioni da
       intraprendere, azioni da svolgere, tareas pendientes, acciones pendientes, próximas acciones, pendências,
       próximas ações, działania, następne kroki, kolejne kroki, поручения, дальнейшие шаги, 할 일, 후속 조치, 조치 사항, 次の一手,
       今後の対応, 対応事項, 宿題, アクション, 待办任务, 行动计划, 下一步计划, 下一步行动, 后续行动, 后续工作, à faire avant lancement, knowledge transfer
       actions, post release actions, post launch actions, tareas asignadas, tarefas atribuídas`,
    ),
    decisions: words(
      `döntések, határozatok, rozhodnutí, kararlar, päätökset, decizii, keputusan, quyết định, рішення,
       decisions, decision, decisions made, key decisions, outcome, go no go decision, final decision, verdict,
       entscheidungen, entscheidung, beschlüsse, décisions, décision, decisiones, decisión, decisões, decisão,
       besluiten, решения, 결정, 결정 사항, 决定, 决策, 決定事項, beslutninger, beslutning, avgjerder, avgjørelser, vedtak,
       beslut, décisions prises, decisioni, decisioni prese, decyzje, decisiones tomadas, decisões tomadas,
       genomen besluiten`,
    ),
    attendance: words(
      `résztvevők, jelenlévők, účastníci, přítomni, katılımcılar, osallistujat, läsnä, participanți, peserta,
       người tham dự, учасники, attendees, attended by, in attendance, who attended, who was there,
       who was here, who came, in the room, members present, people present, also present, attendance,
       participants, present, who is here, roll call, invitees, members, apologies, regrets, teilnehmer,
       présents, asistentes, participantes, presentes, aanwezig, aanwezigen, участники, 참석자, 参会人员, 与会者, 参加者,
       出席者, deltakere, deltakarar, deltakarliste, til stede, tilstede, deltagere, deltagare, närvarande,
       frånvarande, forfall, fravær, afbud, presenti, partecipanti, uczestnicy, obecni, присутствовали, 참석,
       anwesend, anwesende, abwesend, présences, ledamöter, medlemmer`,
    ),
  },
};

/** A label in comparable form: "Go/No-Go decision:", "go_no_go decision" and "goNoGoDecision" are one. */
export function labelKey(label: string): string {
  const known = keys.get(label);
  if (known !== undefined) return known;
  const key = keyOf(label);
  if (label.length > LONGEST_KEPT) return key;
  if (keys.size >= REMEMBERED_KEYS) keys.clear();
  // A copy: a slice of a note would keep the whole note in memory.
  keys.set(label.length > 12 ? detached(label) : label, key);
  return key;
}

/** A copy that keeps nothing else in memory. */
function detached(label: string): string {
  const codes: number[] = [];
  for (let at = 0; at < label.length; at++) codes.push(label.charCodeAt(at));
  return String.fromCharCode(...codes);
}

/** The same few labels occur in every note. */
const keys = new Map<string, string>();
const REMEMBERED_KEYS = 4000;
const LONGEST_KEPT = 40;

function keyOf(label: string): string {
  return asciiKey(label) ?? anyKey(label);
}

const [QUOTE, SMALL_S] = [39, 115];

/** The key of a label in ASCII letters by one pass, which nearly all are; null for others. */
function asciiKey(label: string): string | null {
  let key = '';
  let isApart = false;
  let last = 0;
  for (let at = 0; at < label.length; at++) {
    const code = label.charCodeAt(at);
    if (code > 127) return null;
    const isCapital = code >= 65 && code <= 90;
    const isDigit = code >= 48 && code <= 57;
    const isSmall = code >= 97 && code <= 122;
    if (isCapital || isDigit || isSmall) {
      // "goNoGo" is three words.
      if (key !== '' && (isApart || (isCapital && last !== 0))) key += ' ';
      key += isCapital ? String.fromCharCode(code + 32) : label.charAt(at);
      isApart = false;
    } else if (!isPossessive(label, at)) isApart = true;
    last = isSmall || isDigit ? code : 0;
  }
  return key;
}

/** At the sign of "team's". */
function isPossessive(label: string, at: number): boolean {
  if (label.charCodeAt(at) !== QUOTE || (label.charCodeAt(at + 1) | 32) !== SMALL_S) return false;
  const next = label.charCodeAt(at + 2);
  return (
    Number.isNaN(next) ||
    !((next >= 48 && next <= 57) || (next >= 65 && next <= 90) || (next >= 97 && next <= 122) || next === 95)
  );
}

function anyKey(label: string): string {
  return label
    .normalize('NFKC')
    .replace(CAMEL_JOINT(), '$1 $2')
    .toLowerCase()
    .replace(/[’']s\b/g, 's')
    .replace(NOT_WORD(), ' ')
    .trim();
}

/** Looks labels up; made once per vocabulary. */
export interface LabelLookup {
  readonly field: (label: string) => FieldName | null;
  readonly section: (heading: string) => SectionKind | null;
  /** False when a line's first word begins no label: a cheap first look at prose. */
  readonly mayBeField: (line: string) => boolean;
}

const QUALIFIERS =
  /^(?:(?:release|launch|open|key|top|main|current|known|major|project|other|our|new|cross team|cross functional|team|next|identified|potential|remaining|outstanding|pre launch|pre release|external|internal|partner|agreed|residual|accepted|critical|blocking|biggest|immediate|new|top|ongoing|recommended|suggested|post release|post launch|documented|what has documented|\d+)\s+)+|(?:\s+(?:status|list|log|ledger|not accepted|accepted|tracker|register|section|overview|so far|for next time|from last time|from last week|from today|this week|flagged|identified|raised|discussed|taken|assigned|agreed|captured|summary|review|noted|made|acceptance|discovered|found|asignadas|atribuídas))+$/g;
/** Words that may stand around a field's label without changing what it means; "original" or "previous" would. */
const FIRST_QUALIFIERS =
  /^(?:(?:target|major|planned|revised|final|new|current|expected|estimated|anticipated|scheduled|public|official|proposed|tentative|updated|overall|our|the)\s+)+/;
const LAST_QUALIFIERS = /(?:\s+(?:date|day|time|deadline|target|on|by|is|meeting))+$/;
const QUALIFYING = [
  'target',
  'planned',
  'revised',
  'final',
  'new',
  'current',
  'expected',
  'estimated',
  'anticipated',
  'scheduled',
  'the',
  'public',
  'official',
  'proposed',
  'tentative',
  'updated',
  'overall',
  'our',
  'go',
];
const FIRST_WORD = lazily(() => /\p{L}+/u);

/** The first run of letters of a line, in lower case; of ASCII, as most are, by one pass. */
function firstWordOf(line: string): string {
  let start = -1;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code > 127) return (FIRST_WORD().exec(line)?.[0] ?? '').toLowerCase();
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (isLetter && start < 0) start = at;
    else if (!isLetter && start >= 0) return line.slice(start, at).toLowerCase();
  }
  return start < 0 ? '' : line.slice(start).toLowerCase();
}

const lookups = new WeakMap<Vocabulary, LabelLookup>();

/** The lookup for a vocabulary; building it costs once. */
export function labelLookup(vocabulary: Vocabulary): LabelLookup {
  const known = lookups.get(vocabulary);
  if (known) return known;
  const fields = invert(vocabulary.fields);
  const sections = invert(vocabulary.sections);
  const firstWords = new Set([...fields.keys()].map((label) => label.split(' ')[0] ?? ''));
  for (const word of QUALIFYING) firstWords.add(word);
  const sectionWords = new Set([...sections.keys()].map((label) => label.split(' ')[0] ?? ''));
  const lookup: LabelLookup = {
    mayBeField: (line) => line.includes('::') || firstWords.has(firstWordOf(line)),
    field: (label) => (label.length > 60 ? null : findField(label, fields)),
    section: (heading) => (heading.length > 80 ? null : findSection(heading, sections, sectionWords)),
  };
  lookups.set(vocabulary, lookup);
  return lookup;
}

function invert<Name extends string>(table: Readonly<Record<Name, readonly string[]>>): Map<string, Name> {
  const map = new Map<string, Name>();
  for (const name of Object.keys(table) as Name[])
    for (const word of table[name]) if (!map.has(labelKey(word))) map.set(labelKey(word), name);
  return map;
}

/** "Revised target date", "Owner (interim)" and "Final go/no-go" find the field of their bare label. */
function findField(label: string, fields: ReadonlyMap<string, FieldName>): FieldName | null {
  const whole = labelKey(label);
  const known = fields.get(whole);
  if (known) return known;
  const bare = label.includes('(') ? labelKey(label.replace(/\([^)]*\)/g, ' ')) : whole;
  // One side first: "tentative release date" is a release date, not a release.
  const [front, back] = [bare.replace(FIRST_QUALIFIERS, ''), bare.replace(LAST_QUALIFIERS, '')];
  return (
    fields.get(bare) ?? fields.get(front) ?? fields.get(back) ?? fields.get(front.replace(LAST_QUALIFIERS, '')) ?? null
  );
}

/** Other halves of headings that leave the known half its meaning: "Risks and mitigations". */
const NEUTRAL = new Set([
  'dueño',
  'fecha',
  'owner',
  'owners',
  'date',
  'dates',
  'responsable',
  'responsables',
  'status',
  'dettes',
  'debt',
  'debts',
  'technical debt',
  'tech debt',
  'offene punkte',
  'open points',
  'open items',
  'points ouverts',
  'puntos abiertos',
  'open topics',
  'mitigation',
  'mitigations',
  'mitigation plan',
  'mitigation plans',
  'contingency',
  'contingencies',
  'contingency plan',
  'assumptions',
  'opportunities',
  'constraints',
  'owners',
  'owner',
  'assignees',
  'deadlines',
  'deadline',
  'due dates',
  'dates',
  'responsible',
  'questions',
  'open questions',
  'notes',
  'comments',
  'status',
  'updates',
  'schedule',
  'timeline',
  'responsibilities',
  'verantwoordelijkheden',
  'verantwortlichkeiten',
  'responsabilités',
  'responsabilidades',
  'ansvar',
  'asks',
  'recommendations',
  'challenges',
  'problems',
  'conclusions',
  'conclusion',
  'summary',
  'wrap up',
  'closing',
  'monitoring',
  'ownership',
  'plan',
  'plans',
  'lessons',
  'lessons learned',
  'learnings',
  'findings',
  'observations',
  'tasks',
  'gegenmaßnahmen',
  'mitigaciones',
  'mitigación',
  'mesures',
  'mitigações',
  '对策',
  '缓解措施',
  '対策',
]);
/** Which kind a heading of several known halves has: what asks for work comes first. */
const PRECEDENCE: readonly SectionKind[] = [
  'actions',
  'dependencies',
  'risks',
  'issues',
  'checklist',
  'decisions',
  'attendance',
  'changes',
];

/** "Risks & blockers", "Open risks (week 12)", "3. Next steps"; of "Issues and pull requests triaged" nothing is known. */
function findSection(
  heading: string,
  sections: ReadonlyMap<string, SectionKind>,
  firstWords: ReadonlySet<string>,
): SectionKind | null {
  // Most headings hold no word with which a section's name begins.
  if (
    !labelKey(heading)
      .split(' ')
      .some((word) => firstWords.has(word))
  )
    return null;
  const bare = heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').replace(/^\s*[\d.)]+\s+/, '');
  if (ATTENDANCE.test(labelKey(bare))) return 'attendance';
  if (ISSUE_STATUS.test(labelKey(bare))) return null;
  const kindOf = (text: string): SectionKind | null => {
    const key = labelKey(text);
    const found =
      sections.get(key) ?? sections.get(key.replace(QUALIFIERS, '')) ?? kindOfLog(sections.get(key.replace(LOG, '')));
    if (found) return found;
    // "Action items for the next release", "Risks of v2.5": what follows only says which.
    const short = key.replace(WHICH, '');
    // A follow-up from or on something is talk about it.
    return short === key || /^follow ups? (?:from|of|on)\b/.test(key)
      ? null
      : (sections.get(short) ?? sections.get(short.replace(QUALIFIERS, '')) ?? null);
  };
  // A part before or after a colon or dash only says more about the other: "Phase 1: Risks", "Action items – Ann".
  for (const part of [bare, ...bare.split(/[:;|–—]|\s-\s/)]) {
    const whole = kindOf(part);
    if (whole) return whole;
    // "Risks / to be watched" says one thing twice.
    const [alias, other = ''] = part.includes(' / ') ? part.split(' / ') : [];
    const named = alias === undefined || OTHER_HALF.test(labelKey(other)) ? null : kindOf(alias);
    if (named !== null && named !== 'issues' && LOGGED.has(named)) return named;
    const halves = part.split(/\s+(?:and|und|et|y|e|or)\s+|[&/,+]/i).filter((half) => labelKey(half) !== '');
    const kinds = halves.map(kindOf);
    if (kinds.some(Boolean) && kinds.every((kind, index) => kind !== null || isNeutral(halves[index] ?? ''))) {
      const known = kinds.filter((kind) => kind !== null);
      // Risks and issues keep the first word's meaning; it stands for both. With dependencies each line says which it is.
      const isRaid =
        known.every((kind) => kind === 'risks' || kind === 'issues' || kind === 'dependencies') &&
        known.some((kind) => kind !== 'dependencies');
      if (isRaid) return known.includes('dependencies') || known.includes('risks') ? 'risks' : 'issues';
      return known[0] === 'risks' || known[0] === 'issues'
        ? known[0]
        : (PRECEDENCE.find((kind) => kinds.includes(kind)) ?? null);
    }
  }
  return headOf(labelKey(bare)) ?? headOf(labelKey(bare).replace(WHICH, ''));
}

/** "Risks / closed", "Risk / reward": no second name for the same. */
const OTHER_HALF =
  /^(?:closed|resolved|done|completed|rewards?|fyi|none|wants?|opportunit(?:y|ies)|benefits?|prs?|pull|mitigations?)(?: .*)?$/;
/** "Issue log", "Action list". */
const LOG = / (?:log|register|list|table)$/;
const LOGGED: ReadonlySet<SectionKind> = new Set(['risks', 'issues', 'actions', 'dependencies']);

function kindOfLog(kind: SectionKind | undefined): SectionKind | null {
  return kind !== undefined && LOGGED.has(kind) ? kind : null;
}

/** A heading's last words say its kind, whatever else is before them: "Known security risks", "Immediate next steps for Ann". */
const HEADS: readonly (readonly [RegExp, SectionKind])[] = [
  [
    /^(?:\S+ ){1,3}risks$|^(?:\S+ ){1,2}risks (?:and |with )?(?:their )?mitigations?$|^(?:\S+ )?risk factors$|^(?:riesgos|risques|riscos|rischi|risks|risiken) (?:que|qui|che|die|that|which|we|to)\s/,
    'risks',
  ],
  [/^(?:\S+ ){1,2}(?:blockers|showstoppers)$|^(?:bloqueurs|bloqueos|bloqueios) \S+$/, 'issues'],
  [
    /(?:^| )(?:할 일|해야 할 일)$|^(?:prochaines|próximos|próximas) (?:étapes|pasos|passos|acciones|actions) \S+$|^(?:\S+ ){1,3}action items$|^(?:\S+ ){0,5}action (?:register|log|list|tracker)$|^(?:\S+ )?next (?:\S+ )?(?:steps?|actions?)(?: for \S+(?: \S+)?)?$/,
    'actions',
  ],
];
/** What is settled is followed no more, and a question or a count is no list. */
const NO_HEAD =
  /^(?:completed|closed|done|resolved|past|previous|former|mitigated|retired|old|no|zero|what|how|why|which|number|count|total)\s/;

function headOf(key: string): SectionKind | null {
  return NO_HEAD.test(key) ? null : (HEADS.find(([pattern]) => pattern.test(key))?.[1] ?? null);
}

/** "Voting member attendance", "Other attendees". */
const ATTENDANCE =
  /^(?:\S+ ){0,3}(?:attendance|attendees|participants)$|^(?:participantes|asistentes|participants|teilnehmer|membros|integrantes|membres|miembros) (?:presentes|présents|presenti|anwesend|ausentes|absents)$/;
/** The state of a tracker's issues is no list of what blocks. */
const ISSUE_STATUS = /^issues? status\b/;
const WHICH =
  /\s+(?:with|inför|för|till|til|før|mot|avant|antes|d|for|from|of|in|until|before|after|during|by|this|next|last|since|as of|to be|na|nach|aus|für|von|voor|van|après|pour|on|des?|du|después|para|del|após|do|da)\s.*$/;

function isNeutral(half: string): boolean {
  const key = labelKey(half);
  return NEUTRAL.has(key) || NEUTRAL.has(key.replace(QUALIFIERS, ''));
}
