import { lazily } from '../../domain/lazily';
import type { StatusCategory } from '../../domain/outside-item';
import { plain } from './columns';

/** Names of statuses in trackers, by what they mean, in the languages that trackers come in. */
const NAMES: Readonly<Record<StatusCategory, string>> = {
  todo: `to do|todo|open|new|backlog|reopened|re opened|unstarted|not started|planned|proposed|ready|triage|idea|
    selected for development|selected|ready for development|ready for dev|waiting|waiting for support|draft|created|
    submitted|accepted for work|new idea|candidate|under consideration|considering|inbox|
    next|up next|upcoming|future|icebox|groomed|scheduled|
    tareas por hacer|por hacer|pendiente|pendientes|abierto|abierta|nuevo|nueva|sin empezar|no iniciado|
    tarefas pendentes|itens pendentes|a fazer|pendente|aberto|aberta|novo|nova|nao iniciado|nao iniciada|
    a faire|ouvert|ouverte|nouveau|nouvelle|pas commence|non commence|en attente|
    zu erledigen|offen|neu|nicht begonnen|aufgaben|geplant|
    te doen|nieuw|niet gestart|gepland|da completare|da fare|aperto|aperta|nuovo|nuova|non iniziato|
    do zrobienia|otwarte|otwarty|nowe|nowy|nierozpoczete|
    к выполнению|сделать|открыто|открыта|открыт|новый|новая|новое|не начато|
    att gora|oppen|ny|ej paborjad|at gore|aben|a gjore|apen|tehtava|avoin|uusi|
    k vyrizeni|k reseni|otevreno|novy|yapilacaklar|yapilacak|acik|yeni|teendo|nyitott|uj|
    作業前|未着手|オープン|新規|待办|待处理|未开始|打开|待辦事項|할 일|해야 할 일|시작 전`,
  doing: `in progress|doing|in review|review|code review|peer review|in code review|under review|in development|
    development|developing|in dev|dev|testing|in testing|in test|test|qa|in qa|ready for qa|ready for test|
    ready for testing|ready for review|ready for release|ready to release|ready for deploy|ready to deploy|
    ready for merge|ready to merge|started|wip|work in progress|active|blocked|on hold|paused|in design|design|
    analysis|in analysis|uat|in uat|staging|in staging|deploying|implementing|ongoing|waiting for customer|
    waiting for review|pending review|awaiting review|awaiting approval|escalated|investigating|
    en curso|en progreso|en proceso|haciendo|en revision|en desarrollo|en pruebas|bloqueado|bloqueada|
    em andamento|em progresso|fazendo|em revisao|em desenvolvimento|em teste|em testes|
    en cours|en cours de revision|en revue|en developpement|en test|bloque|
    in arbeit|in bearbeitung|in umsetzung|in prufung|in entwicklung|im test|begonnen|blockiert|
    bezig|in uitvoering|mee bezig|in behandeling|in corso|in revisione|in sviluppo|
    w toku|w trakcie|в работе|в процессе|в разработке|на проверке|на ревью|тестирование|
    pagar|pagaende|i gang|igang|under behandling|kesken|tyon alla|kaynissa|probiha|v reseni|rozpracovano|
    devam ediyor|folyamatban|進行中|作業中|レビュー中|进行中|正在进行|處理中|开发中|测试中|진행 중|진행중|검토 중|
    处理中|进行|验证中|待验证|待测试|處理|in discovery|discovery|building|in build|launching|rolling out|beta|in beta`,
  done: `done|closed|resolved|completed|complete|released|shipped|live|deployed|finished|merged|verified|fixed|
    published|archived|delivered|in production|production|
    finalizada|finalizado|listo|lista|hecho|hecha|cerrado|cerrada|resuelto|resuelta|terminado|terminada|completado|
    completada|entregado|entregada|
    concluido|concluida|feito|feita|fechado|fechada|resolvido|resolvida|itens concluidos|entregue|
    termine|terminee|termine e|termine es|ferme|fermee|resolu|resolue|clos|fini|fait|livre|acheve|
    erledigt|fertig|geschlossen|gelost|abgeschlossen|umgesetzt|
    gereed|klaar|gesloten|opgelost|voltooid|afgerond|fatto|fatta|completato|completata|chiuso|chiusa|risolto|risolta|
    gotowe|zakonczone|zamkniete|zrobione|rozwiazane|ukonczone|
    готово|закрыто|закрыта|закрыт|решено|решен|решена|выполнено|выполнена|сделано|завершено|
    klar|klart|fardig|stangd|faerdig|lukket|ferdig|valmis|suljettu|ratkaistu|
    hotovo|uzavreno|vyreseno|dokonceno|tamam|tamamlandi|kapali|kapatildi|cozuldu|bitti|kesz|lezart|megoldva|
    完了|完成|已完成|已关闭|已解决|解決済み|クローズ|已解決|종료|완료|완료됨|해결됨|닫힘`,
  cancelled: `cancelled|canceled|won t do|wont do|won t fix|wont fix|will not do|not doing|duplicate|rejected|declined|
    abandoned|obsolete|invalid|discarded|dropped|not planned|cannot reproduce|
    cancelado|cancelada|descartado|descartada|rechazado|rechazada|duplicado|duplicada|
    rejeitado|rejeitada|annule|annulee|abandonne|abandonnee|refuse|
    abgebrochen|abgelehnt|verworfen|storniert|zuruckgezogen|geannuleerd|afgewezen|vervallen|annullato|annullata|
    anulowane|odrzucone|отменено|отменена|отменен|отклонено|отклонена|avbruten|avvisad|annulleret|avbrutt|peruttu|
    zruseno|zamitnuto|iptal|iptal edildi|elvetve|キャンセル|中止|已取消|已拒绝|취소|취소됨`,
};

const CATEGORIES = lazily((): ReadonlyMap<string, StatusCategory> => {
  const found = new Map<string, StatusCategory>();
  for (const [category, names] of Object.entries(NAMES) as [StatusCategory, string][])
    for (const name of names.split('|')) found.set(plain(name), category);
  return found;
});

/** A longer name is none of a status. */
const MOST_LETTERS = 80;
const PICTURES = lazily(() => /[\p{So}\uFE0F]+/gu);

/** What vendors' own keys mean: Jira's categories and Linear's types of states. */
const KEYS: Readonly<Record<string, StatusCategory>> = {
  new: 'todo',
  undefined: 'todo',
  indeterminate: 'doing',
  done: 'done',
  triage: 'todo',
  backlog: 'todo',
  unstarted: 'todo',
  started: 'doing',
  completed: 'done',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  duplicate: 'cancelled',
};

/** The category of a vendor's own key, which is the same in every language. */
export function categoryOfKey(key: string | null): StatusCategory | null {
  const name = key?.toLowerCase() ?? '';
  return Object.hasOwn(KEYS, name) ? (KEYS[name] ?? null) : null;
}

/** Where work stands by the name of its status; null for a name that nobody here has seen. */
export function categoryOfStatus(name: string | null): StatusCategory | null {
  if (name === null || name.length > MOST_LETTERS) return null;
  // Without its accent this is another word.
  if (/^l[øö]st$/i.test(name.trim())) return 'done';
  // "4 - Done", "✅ Done", "Done ✓": order and pictures are no part of the name; a share or a question mark is.
  const key = plain(name.replace(PICTURES(), ' ')).replace(/^\d{1,2} (?=\D)/, '');
  return CATEGORIES().get(key) ?? null;
}

/** Names of resolutions that are ends, beside those of statuses. */
const ENDS = lazily(
  (): ReadonlySet<string> =>
    new Set(
      'fixed|solved|workaround|answered|implemented|behoben|umgesetzt|corrige|corregido|corrigido|corretto|opgelost'
        .split('|')
        .map(plain),
    ),
);

/** What an issue's resolution says; null for one that says that there is none, or that nobody here has seen. */
function categoryOfResolution(name: string | null): StatusCategory | null {
  const named = categoryOfStatus(name);
  if (named === 'done' || named === 'cancelled') return named;
  return name !== null && ENDS().has(plain(name)) ? 'done' : null;
}

/**
 * Where work stands by all that its system says: its own category first, the name of the status, the resolution. What
 * is over there and is called cancelled, or was resolved as such, is not done.
 */
export function standing(
  category: StatusCategory | null,
  status: string | null,
  resolution: string | null,
): StatusCategory | null {
  const named = categoryOfStatus(status);
  const found = category ?? named ?? categoryOfResolution(resolution);
  const isDropped = named === 'cancelled' || (named !== 'done' && categoryOfResolution(resolution) === 'cancelled');
  return found === 'done' && isDropped ? 'cancelled' : found;
}
