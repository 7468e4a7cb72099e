import { plainText } from '../inline';
import { type LabelLookup, labelKey } from '../vocabulary';

const HISTORY_COLUMN =
  /\b(?:author|authors|editor|edited by|change|changes|changed|description|reviewer|reviewed by|approved by|approver|prepared by|modified by|updated by|comment|comments|remarks?|document|documents|recipient|autor|autorin|bearbeiter|änderung|änderungen|beschreibung|auteur|modification|modifications|cambios?|descripción|descrição|alteração|alterações|作者|修改|变更|変更)\b|作者|修改|变更|変更|说明|備考|备注|描述|説明|内容/;
const HISTORY_HEADING =
  /\b(?:history|revisions?|change ?log|document control|document versions?|versionshistorie|änderungshistorie|historique|historial|histórico|changelog)\b|变更记录|修订|変更履歴/;

/** True for the table of a document's own versions, and for an inventory of documents: its rows are no releases. */
export function isDocumentHistory(header: readonly string[], lookup: LabelLookup, heading: string): boolean {
  const keys = header.map((cell) => labelKey(plainText(cell)));
  const isVersioned = keys.some(
    (key) =>
      /^(?:document |doc |file )?(?:version|rev|revision|ver|versión|versão|版本|バージョン)\b/.test(key) ||
      key === '版本',
  );
  // "Version | Target date | Description" is a plan.
  const isPlan = keys.some((key) => lookup.field(key) === 'target');
  return (
    isVersioned &&
    (HISTORY_HEADING.test(labelKey(heading)) || (!isPlan && keys.some((key) => HISTORY_COLUMN.test(key))))
  );
}
