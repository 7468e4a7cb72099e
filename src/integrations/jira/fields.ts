/** What Shipshape reads of an issue of Jira. */
export type JiraField =
  | 'title'
  | 'key'
  | 'numericId'
  | 'type'
  | 'status'
  | 'category'
  | 'project'
  | 'priority'
  | 'resolution'
  | 'assignee'
  | 'created'
  | 'updated'
  | 'resolved'
  | 'due'
  | 'version'
  | 'labels'
  | 'sprint'
  | 'parent'
  | 'parentKey'
  | 'epic';

/** Headers of the fields in exports, in the languages that Jira has (its own translations changed over the years). */
export const JIRA_HEADERS: Readonly<Record<JiraField, readonly string[]>> = {
  title: [
    ...['Summary', 'Zusammenfassung', 'Résumé', 'Resumen', 'Resumo', 'Riepilogo', 'Samenvatting', 'Podsumowanie'],
    ...[
      'Тема',
      'Резюме',
      'Сводка',
      'Sammanfattning',
      'Resumé',
      'Sammendrag',
      'Yhteenveto',
      'Shrnutí',
      'Souhrn',
      'Özet',
    ],
    ...['Összefoglaló', '要約', '摘要', '概要', '요약', 'Sumário', 'Oppsummering', 'Sažetak', 'Rezumat'],
  ],
  key: [
    ...['Issue key', 'Issue Key', 'Key', 'Work item key', 'Vorgangsschlüssel', 'Schlüssel', 'Clé de ticket', 'Clé'],
    ...['Clé de demande', "Clé d'élément de travail", 'Clave de incidencia', 'Clave', 'Clave de la incidencia'],
    ...['Clave de actividad', 'Chave da ocorrência', 'Chave da item', 'Chave do item', 'Chave', 'Chave do ticket'],
    ...['Chave da atividade', 'Chave de item', 'Chiave', 'Chiave segnalazione', 'Chiave ticket', 'Chiave del ticket'],
    ...['Issuesleutel', 'Sleutel', 'Issue-sleutel', 'Klucz zgłoszenia', 'Klucz', 'Ключ задачи', 'Код задачи', 'Ключ'],
    ...['Ключ проблемы', 'Ärendenyckel', 'Nyckel', 'Sagsnøgle', 'Nøgle', 'Saksnøkkel', 'Nøkkel', 'Tapauksen avain'],
    ...['Avain', 'Klíč úkolu', 'Klíč', 'Klíč požadavku', 'Sorun anahtarı', 'Anahtar', 'Kulcs', '課題キー', 'キー'],
    ...['问题关键字', '事务键', '问题密钥', '密钥', '关键字', '议题键', '이슈 키', '키'],
  ],
  numericId: [
    ...[
      'Issue id',
      'Work item id',
      'Vorgangs-ID',
      'Vorgangs-Id',
      'ID de ticket',
      'ID de la incidencia',
      'ID de demande',
    ],
    ...['ID de incidencia', 'ID da ocorrência', 'ID da item', 'ID do item', 'ID do ticket', 'ID segnalazione'],
    ...['ID ticket', 'Issue-id', 'Identyfikator zgłoszenia', 'ID zgłoszenia', 'Идентификатор задачи', 'ID задачи'],
    ...[
      'Ärende-ID',
      'Sags-id',
      'Saks-ID',
      'Tapauksen tunnus',
      'ID úkolu',
      'Sorun kimliği',
      '課題 ID',
      '问题 ID',
      '이슈 ID',
    ],
  ],
  type: [
    ...['Issue Type', 'Work type', 'Work item type', 'Vorgangstyp', 'Type de ticket', 'Type de demande', 'Type'],
    ...['Tipo de Incidencia', 'Tipo de actividad', 'Tipo de item', 'Tipo de problema', 'Tipo de ocorrência'],
    ...['Tipo de ticket', 'Tipo di ticket', 'Tipo segnalazione', 'Tipo ticket', 'Issuetype', 'Typ zgłoszenia'],
    ...['Тип задачи', 'Ärendetyp', 'Sagstype', 'Sakstype', 'Tapauksen tyyppi', 'Typ úkolu', 'Sorun türü', '課題タイプ'],
    ...['问题类型', '事务类型', '이슈 유형', 'Típus', 'Tipo'],
  ],
  status: [
    ...['Status', 'Statut', 'État', 'Estado', 'Stato', 'Статус', 'Tila', 'Stav', 'Durum', 'Állapot', 'Situação'],
    ...['ステータス', '状态', '狀態', '상태'],
  ],
  category: [
    ...['Status Category', 'Statuskategorie', "Catégorie d'état", 'Catégorie de statut', 'Categoría de estado'],
    ...['Categoria do status', 'Categoria de status', 'Categoria di stato', 'Categoria stato', 'Statuscategorie'],
    ...['Kategoria statusu', 'Категория статуса', 'Statuskategori', 'Tilan luokka', 'Kategorie stavu'],
    ...['Durum kategorisi', 'ステータス カテゴリー', 'ステータスカテゴリー', '状态类别', '상태 범주', '상태 카테고리'],
  ],
  project: [
    ...['Project key', 'Projektschlüssel', 'Clé de projet', 'Clé du projet', 'Clave del proyecto', 'Clave de proyecto'],
    ...['Chave do projeto', 'Chiave progetto', 'Chiave del progetto', 'Projectsleutel', 'Klucz projektu'],
    ...['Ключ проекта', 'Код проекта', 'Projektnyckel', 'Projektnøgle', 'Prosjektnøkkel', 'Projektin avain'],
    ...[
      'Klíč projektu',
      'Proje anahtarı',
      'プロジェクト キー',
      'プロジェクトキー',
      '项目关键字',
      '项目密钥',
      '프로젝트 키',
    ],
  ],
  priority: [
    ...['Priority', 'Priorität', 'Priorité', 'Prioridad', 'Prioridade', 'Priorità', 'Prioriteit', 'Priorytet'],
    ...['Приоритет', 'Prioritet', 'Prioriteetti', 'Priorita', 'Öncelik', 'Prioritás', '優先度', '优先级', '우선순위'],
  ],
  resolution: [
    ...['Resolution', 'Lösung', 'Résolution', 'Resolución', 'Resolução', 'Risoluzione', 'Soluzione', 'Oplossing'],
    ...['Rozwiązanie', 'Резолюция', 'Решение', 'Lösning', 'Løsning', 'Ratkaisu', 'Řešení', 'Çözüm', 'Megoldás'],
    ...['解決状況', '解决结果', '解决方案', '해결', '해결 방법'],
  ],
  assignee: [
    ...['Assignee', 'Zugewiesene Person', 'Bearbeiter', 'Zugewiesen an', 'Zugewiesener', 'Responsable', 'Attribution'],
    ...[
      'Personne assignée',
      'Persona asignada',
      'Asignado a',
      'Asignado',
      'Responsável',
      'Assegnatario',
      'Assegnato a',
    ],
    ...['Toegewezen persoon', 'Toegewezen aan', 'Uitvoerder', 'Behandelaar', 'Osoba przypisana', 'Przypisany'],
    ...['Исполнитель', 'Tilldelad', 'Ansvarig', 'Tildelt', 'Tildelt til', 'Ansvarlig', 'Vastuuhenkilö', 'Řešitel'],
    ...['Přiřazená osoba', 'Atanan', 'Atanan kişi', 'Felelős', '担当者', '经办人', '담당자'],
  ],
  created: [
    ...[
      'Created',
      'Erstellt',
      'Création',
      'Créé',
      'Créée',
      'Créé(e)',
      'Creada',
      'Creado',
      'Criado',
      'Criada',
      'Creato',
    ],
    ...['Creata', 'Gemaakt', 'Aangemaakt', 'Gecreëerd', 'Utworzono', 'Utworzone', 'Создано', 'Дата создания'],
    ...['Skapad', 'Skapat', 'Oprettet', 'Opprettet', 'Luotu', 'Vytvořeno', 'Oluşturuldu', 'Oluşturma', 'Létrehozva'],
    ...['作成日', '作成日時', '创建日期', '已创建', '创建时间', '생성일', '만듦'],
  ],
  updated: [
    ...[
      'Updated',
      'Aktualisiert',
      'Mise à jour',
      'Mis à jour',
      'Actualizada',
      'Actualizado',
      'Atualizado',
      'Atualizada',
    ],
    ...['Aggiornato', 'Aggiornata', 'Bijgewerkt', 'Zaktualizowano', 'Обновлено', 'Дата обновления', 'Uppdaterad'],
    ...['Opdateret', 'Oppdatert', 'Päivitetty', 'Aktualizováno', 'Güncellendi', 'Frissítve', '更新日', '更新日時'],
    ...['更新日期', '已更新', '已更新日期', '업데이트', '업데이트됨'],
  ],
  resolved: [
    ...['Resolved', 'Resolution date', 'Erledigt', 'Gelöst', 'Résolu', 'Résolue', 'Résolu(e)', 'Resuelta', 'Resuelto'],
    ...['Resolvido', 'Resolvida', 'Risolto', 'Risolta', 'Opgelost', 'Rozwiązano', 'Rozwiązane', 'Решено'],
    ...['Дата резолюции', 'Дата решения', 'Löst', 'Løst', 'Ratkaistu', 'Vyřešeno', 'Çözüldü', 'Megoldva', '解決日'],
    ...['已解决', '解决日期', '해결됨', '해결일'],
  ],
  due: [
    ...['Due date', 'Due Date', 'Due', 'Fälligkeitsdatum', 'Fällig', 'Fällig am', "Date d'échéance", 'Échéance'],
    ...[
      'Fecha de vencimiento',
      'Fecha de entrega',
      'Data limite',
      'Data de vencimento',
      'Data de entrega',
      'Vencimento',
    ],
    ...['Data di scadenza', 'Scadenza', 'Deadline', 'Vervaldatum', 'Einddatum', 'Termin realizacji', 'Termin'],
    ...['Termin wykonania', 'Срок исполнения', 'Срок', 'Крайний срок', 'Förfallodatum', 'Forfaldsdato', 'Forfallsdato'],
    ...['Eräpäivä', 'Määräpäivä', 'Datum splatnosti', 'Termín', 'Termín dokončení', 'Bitiş tarihi', 'Son tarih'],
    ...['Határidő', '期限', '期日', '到期日', '截止日期', '기한', '마감일'],
  ],
  version: [
    ...['Fix Version/s', 'Fix versions', 'Fix version', 'Fixed versions', 'Lösungsversion', 'Lösungsversionen'],
    ...['Lösungsversion(en)', 'Korrigierte Versionen', 'Versions corrigées', 'Version(s) corrigée(s)'],
    ...[
      'Version corrigée',
      'Versions de correction',
      'Corriger les versions',
      'Versión Correctora',
      'Versiones corregidas',
    ],
    ...['Versión(es) Correctora(s)', 'Versiones correctoras', 'Corregir versiones', 'Versões corrigidas'],
    ...['Versão(ões) corrigida(s)', 'Corrigir versões', 'Versões de correção', 'Versioni risolte', 'Correggi versioni'],
    ...['Versioni di correzione', 'Versioni corrette', 'Herstelversie', 'Herstelversies', 'Oplossingsversies'],
    ...['Wersje z poprawką', 'Wersje z poprawkami', 'Wersja naprawiona', 'Исправить в версиях', 'Исправленные версии'],
    ...['Исправить в версии', 'Åtgärdad i version', 'Rettet i version', 'Korjattu versioissa', 'Opraveno ve verzích'],
    ...['Opravit ve verzi', 'Düzeltme sürümleri', '修正バージョン', '修复的版本', '修复版本', '수정 버전'],
  ],
  labels: [
    ...['Labels', 'Stichwörter', 'Étiquettes', 'Etiquetas', 'Categorias', 'Rótulos', 'Etichette', 'Etykiety', 'Метки'],
    ...['Etiketter', 'Etiketit', 'Tunnisteet', 'Štítky', 'Etiketler', 'Címkék', 'ラベル', '标签', '레이블'],
  ],
  sprint: ['Sprint', 'Sprints', 'Спринт', 'スプリント', '冲刺', '스프린트', 'Custom field (Sprint)'],
  parent: [
    ...['Parent', 'Parent id', 'Übergeordnet', 'Principal', 'Primário', 'Pai', 'Elemento padre', 'Bovenliggend'],
    ...['Element nadrzędny', 'Родитель', 'Родительская задача', 'Överordnat', '親', '父级', '상위'],
  ],
  parentKey: [
    ...['Parent key', 'Clave principal', 'Chave pai', 'Chave primária', 'Clé parente', 'Übergeordneter Schlüssel'],
    ...['Chiave padre', '親キー', '父级关键字'],
  ],
  epic: [
    ...[
      'Custom field (Epic Link)',
      'Epic Link',
      'Benutzerdefinierte Felder (Epic Link)',
      'Campo personalizado (Epic Link)',
    ],
    ...['Champs personnalisés (Epic Link)'],
  ],
};

/** A key of an issue: `PAY-12`. */
export const JIRA_KEY = /^[A-Z][A-Z0-9_]*-\d+$/i;

/** The project of an issue's key; null without one. */
export const projectOf = (key: string | null): string | null =>
  key === null ? null : key.slice(0, key.lastIndexOf('-'));
