import type { Guess } from '../files/columns';
import { categoryOfStatus } from '../files/status-words';
import { readTime } from '../files/times';
import { JIRA_KEY, type JiraField } from './fields';

/** So many of a column's values are what the field holds. */
const MOST = 0.8;

const mostly =
  (is: (value: string) => boolean) =>
  (values: readonly string[]): boolean =>
    values.filter(is).length >= values.length * MOST;

const isKey = mostly((value) => JIRA_KEY.test(value));
const isTime = mostly((value) => readTime(value, 'day-first') !== null);
/** No account of a machine's. */
const isName = mostly((value) => !/^[0-9a-f]{24}$|:[0-9a-f-]{8,}$/i.test(value));
const isCategory = mostly((value) => categoryOfStatus(value) !== null);

/**
 * Stems of headers in the languages of Jira, where a translation is another one than in the list: they changed over the
 * years. What a column holds decides, too: a creator is no day of creation.
 */
const GUESSES: Readonly<Partial<Record<JiraField, Guess>>> = {
  key: { without: 'parent|epic|padre|pai|uberge|nadrz|родител', fits: isKey },
  title: {
    stems: `summar|zusammenf|^resum|riepilog|samenv|podsum|^тема|сводк|резюм|sammanf|sammendr|yhteen|shrn|souhrn|ozet|
      要約|概要|摘要|요약`,
  },
  category: {
    stems: 'categor|kategor|катег|カテゴ|類|类|범주',
    with: 'stat|estad|etat|状态|статус|ステータス|상태|stav|durum',
    fits: isCategory,
  },
  created: {
    stems: `creat|erstell|^cre|cread|criad|maakt|utworz|созда|skapa|opret|opprett|luotu|vytvor|olustur|letre|
      作成|创建|建立|생성`,
    fits: isTime,
  },
  updated: {
    stems: `updat|aktuali|jour|actuali|atuali|aggiorn|bijgew|zaktual|обнов|uppdat|opdat|oppdat|paivit|guncel|friss|
      更新|업데이트`,
    fits: isTime,
  },
  resolved: {
    stems: `resol|erledig|gelost|resuel|risol|opgelos|rozwiaz|реш|lost|ratk|vyres|cozul|megold|解決|解决|해결`,
    fits: isTime,
  },
  due: {
    stems: `due|fallig|echean|vencim|entrega|limit|scaden|verval|eind|deadline|termin|срок|forfall|forfald|era|maara|
      splatn|bitis|son tarih|hatar|期限|期日|到期|截止|기한|마감`,
    fits: isTime,
  },
  version: {
    stems: 'versi|verses|wersj|верси|surum|バージョン|版本|버전',
    with: 'fix|corr|losungs|herstel|oploss|napraw|popraw|исправ|atgard|rett|korj|oprav|duzelt|risol|修正|修复|수정',
  },
  assignee: {
    stems: `assig|zugewies|bearbeit|asignad|atribu|respons|assegnat|toegew|uitvoer|przypis|исполн|tilldel|tildel|
      ansvar|vastuu|resitel|atanan|felelos|担当|经办|담당`,
    fits: isName,
  },
  labels: { stems: 'label|stichw|etique|etichet|etykiet|метк|etiket|stitk|cimke|ラベル|标签|레이블|categorias|rotul' },
  priority: { stems: 'prio|приор|oncelik|優先|优先|우선' },
  status: {
    stems: '^status|^statut|^estado|^stato|^etat|^статус|^tila|^stav|^durum|^allapot|ステータス|状态|狀態|상태|^situa',
  },
  type: { stems: '^type|^typ |^tip|issuetype|тип|tyyppi|turu|タイプ|类型|유형' },
};

/** Fields of a site's own, and those about something else than the issue. */
const NEVER = `custom field|benutzerdefin|champs personnal|campo personal|campi personal|aangepast veld|pole niestand|
  пользовательск|自定义字段|カスタム|사용자 지정|parent|time to|first response|changed`;

/** The same, never of fields that a site made, or that tell about another issue. */
export const JIRA_GUESSES: Readonly<Partial<Record<JiraField, Guess>>> = Object.fromEntries(
  (Object.entries(GUESSES) as [JiraField, Guess][]).map(([field, guess]) => [
    field,
    { ...guess, without: guess.without === undefined ? NEVER : `${NEVER}|${guess.without}` },
  ]),
);
