import fc from 'fast-check';
import type { OutsideIssue, OutsideItem } from '../../src/domain/outside-item';
import { SERVICES } from '../../src/integrations/services';
import { readFiles, readText, separated, textFiles } from './files';

const issues = (items: readonly OutsideItem[]): OutsideIssue[] => items as OutsideIssue[];

describe('Jira, separated values', () => {
  // Headers as sites in these languages write them: summary, key, id, type, status, assignee, created, due, versions, category.
  it.each([
    [
      'en',
      'Summary,Issue key,Issue id,Issue Type,Status,Assignee,Created,Due date,Fix versions,Status Category',
      'In Progress',
      'In Progress',
    ],
    [
      'de',
      'Zusammenfassung,Vorgangsschlüssel,Vorgangs-ID,Vorgangstyp,Status,Zugewiesene Person,Erstellt,Fälligkeitsdatum,Lösungsversionen,Statuskategorie',
      'In Prüfung',
      'In Arbeit',
    ],
    [
      'fr',
      "Résumé,Clé de ticket,ID de ticket,Type de ticket,État,Responsable,Création,Date d'échéance,Versions corrigées,Catégorie d'état",
      'Relecture',
      'En cours',
    ],
    [
      'es',
      'Resumen,Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Persona asignada,Creada,Fecha de vencimiento,Versiones corregidas,Categoría de estado',
      'QA',
      'En curso',
    ],
    [
      'pt',
      'Resumo,Chave da item,ID da item,Tipo de item,Status,Responsável,Criado,Data limite,Versões corrigidas,Categoria do status',
      'Homologação',
      'Em andamento',
    ],
    [
      'it',
      'Riepilogo,Chiave ticket,ID ticket,Tipo ticket,Stato,Assegnatario,Creato,Data di scadenza,Versioni risolte,Categoria di stato',
      'Verifica',
      'In corso',
    ],
    [
      'nl',
      'Samenvatting,Issuesleutel,Issue-id,Issuetype,Status,Toegewezen persoon,Gemaakt,Vervaldatum,Herstelversies,Statuscategorie',
      'Controle',
      'In uitvoering',
    ],
    [
      'pl',
      'Podsumowanie,Klucz zgłoszenia,Identyfikator zgłoszenia,Typ zgłoszenia,Status,Osoba przypisana,Utworzono,Termin realizacji,Wersje z poprawkami,Kategoria statusu',
      'Przegląd',
      'W toku',
    ],
    [
      'ru',
      'Тема,Ключ задачи,Идентификатор задачи,Тип задачи,Статус,Исполнитель,Создано,Срок исполнения,Исправить в версиях,Категория статуса',
      'Ревью',
      'В работе',
    ],
    [
      'ja',
      '要約,課題キー,課題 ID,課題タイプ,ステータス,担当者,作成日,期限,修正バージョン,ステータスカテゴリー',
      'レビュー',
      '進行中',
    ],
  ])('is read in %s', (_, header, status, category) => {
    const row = `"Filter, quickly",PAY-12,10012,Task,${status},Ana Ruiz,2026-01-05 09:30,2026-02-06 00:00,v2.5,${category}`;
    const read = readText('export.csv', `${header}\n${row}\n`);
    expect(read).toMatchObject({ system: 'jira', format: 'jira-csv', rows: 1, ignoredColumns: [], problems: [] });
    expect(issues(read.items)[0]).toMatchObject({
      row: 1,
      id: 'PAY-12',
      title: 'Filter, quickly',
      status,
      statusCategory: 'doing',
      assignee: 'Ana Ruiz',
      created: '2026-01-05T09:30',
      due: '2026-02-06',
      version: ['v2.5'],
      project: 'PAY',
    });
  });

  it('gathers repeated columns, says what it ignored, and resolves parents by their number', () => {
    const read = readText(
      'jira.csv',
      separated([
        [
          'Summary',
          'Issue key',
          'Issue id',
          'Issue Type',
          'Status',
          'Sprint',
          'Sprint',
          'Fix versions',
          'Fix versions',
          'Labels',
          'Labels',
          'Parent',
          'Custom field (Rank)',
        ],
        ['One', 'PAY-1', '101', 'Epic', 'Done', 'S1', 'S2', '2.5', '2.6', 'a', 'b', '', '0|i'],
        ['Two', 'PAY-2', '102', 'Task', 'Frobnicated', 'S2', '', '', '2.6', '', '', '101', '0|j'],
      ]),
    );
    expect(issues(read.items)[0]).toMatchObject({
      sprints: ['S1', 'S2'],
      version: ['2.5', '2.6'],
      labels: ['a', 'b'],
      statusCategory: 'done',
    });
    expect(issues(read.items)[1]).toMatchObject({
      sprints: ['S2'],
      version: ['2.6'],
      parent: 'PAY-1',
      status: 'Frobnicated',
      statusCategory: null,
    });
    expect(read.ignoredColumns).toEqual(['Custom field (Rank)']);
    expect(read.problems).toEqual([{ row: null, text: 'Nothing says what the status “Frobnicated” means (1).' }]);
  });

  it('takes the category of a status that nobody knows from resolution and day of resolution', () => {
    const header = 'Summary,Issue key,Issue Type,Status,Resolution,Resolved,Created\n';
    const read = readText(
      'jira.csv',
      `${header}A,P-1,Task,Frob,Fixed,,1/Feb/26\nB,P-2,Task,Frob,Won't Do,,1/Feb/26\nC,P-3,Task,Frob,,2/Feb/26 1:00 PM,1/Feb/26\n`,
    );
    expect(issues(read.items).map(({ statusCategory }) => statusCategory)).toEqual(['done', 'cancelled', 'done']);
  });

  it('never guesses which number of a date is the day', () => {
    const table = (first: string, second: string): string =>
      `Summary,Issue key,Issue Type,Status,Due date\nA,P-1,Task,Done,${first}\nB,P-2,Task,Done,${second}\n`;
    expect(issues(readText('a.csv', table('05/06/26', '25/06/26')).items).map(({ due }) => due)).toEqual([
      '2026-06-05',
      '2026-06-25',
    ]);
    const unsure = readText('a.csv', table('05/06/26', '06/07/26'));
    expect(issues(unsure.items).map(({ due }) => due)).toEqual([null, null]);
    expect(unsure.problems).toEqual([
      { row: 1, text: '“05/06/26” is no date that is sure.' },
      { row: 2, text: '“06/07/26” is no date that is sure.' },
    ]);
  });

  it.each([
    ['a work log of Tempo', 'Issue Key,Issue summary,Hours,Work date,Username\nP-1,A,1,2026-01-01,ana\n'],
    ['test cases', 'Issue Key,Summary,Test Step,Status,Created\nP-1,A,press,Open,1/Feb/26\n'],
    ['an export of Asana', 'Task ID,Created At,Name,Section/Column,Assignee,Due Date\n1,2026-01-01,A,Do,,\n'],
    ['an export of Azure DevOps', 'ID,Work Item Type,Title,State,Assigned To\n12,Bug,A,New,ana\n'],
    ['an export of Trello', 'Card ID,Card Name,List Name,Due Date\n12,A,Doing,\n'],
  ])('is told from %s', (what, text) => {
    const read = readText('jira.csv', text);
    expect(read).toMatchObject({ system: null, rows: 1, items: [] });
    expect(read.seems).toContain(what);
  });

  it('takes a table of something else for nothing', () => {
    expect(readText('jira.csv', 'Name,Price\nApples,3\n')).toMatchObject({
      system: null,
      seems: null,
      rows: 1,
      items: [],
    });
    expect(
      readText('jira.csv', 'Summary,Issue key,Status,Type\nA,not a key,Open,x\nB,neither,Open,x\n').system,
    ).toBeNull();
  });
});

describe('the name of a status', () => {
  it.each([
    ...(
      ['Done', '4 - Done', '✅ Done', 'Færdig', 'Løst', 'Tamamlandı', 'Kapalı', 'Erledigt', 'Готово', '完了'] as const
    ).map((name) => [name, 'done'] as const),
    ...(['Å gjøre', 'Açık', 'To Do', 'Pendiente', 'Nicht begonnen', 'К выполнению'] as const).map(
      (name) => [name, 'todo'] as const,
    ),
    ...(['In Progress', 'Code Review', '进行中', '处理中', 'In Prüfung'] as const).map(
      (name) => [name, 'doing'] as const,
    ),
    ...(["Won't Do", 'Canceled', 'Abgebrochen', 'Отменено'] as const).map((name) => [name, 'cancelled'] as const),
    ...(
      [
        '50% done',
        'Done?',
        '非 Done',
        'Lost',
        'Accepted',
        'constructor',
        '__proto__',
        `a${'1'.repeat(60_000)}a`,
      ] as const
    ).map((name) => [name, null] as const),
  ])('%.20s means what it says', (name, category) => {
    const [item] = issues(
      readText('j.csv', `Summary,Issue key,Issue Type,Status,Created\nA,P-1,Task,${name},1/Feb/26\n`).items,
    );
    expect(item?.statusCategory).toBe(category);
  });

  it.each(['Unresolved', 'Nicht erledigt', 'None', 'Frobnicated'])(
    'is not made an end by the resolution %s',
    (resolution) => {
      const [item] = issues(
        readText('j.csv', `Summary,Issue key,Issue Type,Status,Resolution\nA,P-1,Task,With legal,${resolution}\n`)
          .items,
      );
      expect(item?.statusCategory).toBeNull();
    },
  );

  it('that is cancelled is not done, though its category is', () => {
    const [item] = issues(
      readText(
        'j.csv',
        "Summary,Issue key,Issue Type,Status,Resolution,Status Category\nA,P-1,Task,Closed,Won't Do,Done\nB,P-2,Task,Cancelled,,Done\n",
      ).items,
    );
    expect(item?.statusCategory).toBe('done');
  });
});

describe('Jira in headers that nobody listed', () => {
  it('is known by parts of them, and by what stands below', () => {
    const read = readText(
      'jira.csv',
      'Riepilogo breve,Chiave di ticket,ID ticket,Tipo ticket,Stato,Creatore,Creati,Versioni di correzione,Termine\nA,PAR-77,1,Bug,Aperto,Ana,15/gen/26 9:05 AM,1.8,30/gen/26\n',
    );
    expect(issues(read.items)).toMatchObject([
      { id: 'PAR-77', title: 'A', created: '2026-01-15T09:05', version: ['1.8'], due: '2026-01-30', assignee: null },
    ]);
    expect(read.ignoredColumns).toEqual(['Creatore']);
  });

  it('takes no field of a site for one of Jira', () => {
    const read = readText(
      'jira.csv',
      'Summary,Issue key,Issue Type,Status,Time to first response,Custom field (Responsible team),Custom field (Fixed in version),Parent summary\nA,P-1,Task,Done,3h,Core,9.9,Above\n',
    );
    expect(issues(read.items)[0]).toMatchObject({ title: 'A', assignee: null, version: [] });
    expect(read.ignoredColumns).toHaveLength(4);
  });

  it('has months and halves of the day of other scripts', () => {
    const row = (created: string): unknown =>
      issues(readText('jira.csv', `要約,課題キー,課題タイプ,ステータス,作成日\nA,P-1,x,進行中,${created}\n`).items)[0]
        ?.created;
    expect(
      ['15/1月/26 9:05 午前', '2/12月/25 3:04 午後', '15/一月/26 12:20 上午', '20/十二月/25 1:00 下午'].map(row),
    ).toEqual(['2026-01-15T09:05', '2025-12-02T15:04', '2026-01-15T00:20', '2025-12-20T13:00']);
  });
});

describe('Jira, answers and XML', () => {
  const issue = (key: string, fields: object): object => ({
    key,
    self: 'https://acme.example/rest/api/3/issue/1',
    fields,
  });
  const page = {
    issues: [
      issue('PAY-1', {
        summary: 'A',
        status: { name: 'Frob', statusCategory: { key: 'indeterminate' } },
        labels: ['x'],
        fixVersions: [{ name: '2.5' }],
      }),
      issue('PAY-2', {
        summary: null,
        status: { name: 'Erledigt', statusCategory: { key: 'done' } },
        assignee: { displayName: 'Ana' },
        priority: { id: '7' },
      }),
    ],
    nextPageToken: 'abc',
  };
  it('reads a page of the search, and says that it is one', () => {
    const read = readText('a.json', JSON.stringify(page));
    expect(read).toMatchObject({
      system: 'jira',
      rows: 2,
      problems: [{ row: null, text: 'The file is one page of more.' }],
    });
    expect(issues(read.items)).toMatchObject([
      {
        id: 'PAY-1',
        statusCategory: 'doing',
        version: ['2.5'],
        labels: ['x'],
        url: 'https://acme.example/browse/PAY-1',
      },
      { id: 'PAY-2', title: '', statusCategory: 'done', assignee: 'Ana', priority: null },
    ]);
  });

  it('does not expand what a document type declares', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>
<rss><channel><issue total="1"/><item><key>P-1</key><summary>&c;</summary><status>Done</status></item></channel></rss>`;
    const read = readText('a.xml', bomb);
    expect(read.system).toBe('jira');
    expect(issues(read.items)[0]?.title.length).toBeLessThan(10);
  });

  it('reads only the issues of a feed, not another feed', () => {
    expect(readText('a.xml', '<rss><channel><item><title>News</title></item></channel></rss>').system).toBeNull();
  });
});

describe('Linear', () => {
  const OWN =
    'ID,Team,Title,Description,Status,Estimate,Priority,Project ID,Project,Creator,Assignee,Labels,Cycle Number,Cycle Name,Created,Updated,Completed,Canceled,Due Date,Parent issue,Project Milestone';
  it('reads its export, short records and guarded titles too', () => {
    const read = readText(
      'issues.csv',
      `${OWN}\nENG-1,Eng,'=sum of parts,,In Review,,High,,Ledger,ana,ana,"Bug, Core",4,Cycle 4,2026-01-05T10:00:00Z,,,,2026-02-06,ENG-9,Beta\nENG-2,Eng,Two,,Frob,,,,,,,,,,Tue Feb 01 2022 09:00:13 GMT+0000 (GMT),,,2026-01-09T10:00:00Z\n`,
    );
    expect(read).toMatchObject({ system: 'linear', format: 'linear-csv', rows: 2, problems: [] });
    expect(issues(read.items)).toMatchObject([
      {
        id: 'ENG-1',
        title: '=sum of parts',
        statusCategory: 'doing',
        labels: ['Bug', 'Core'],
        due: '2026-02-06',
        milestone: 'Beta',
        parent: 'ENG-9',
      },
      { id: 'ENG-2', statusCategory: 'cancelled', created: '2022-02-01T09:00:13+00:00' },
    ]);
  });

  it('tells the template of its importer, whose records cannot be found again', () => {
    const read = readText('linear.csv', 'Title,Description,Priority,Status,Assignee,Labels\nA,b,High,Todo,,\n');
    expect(read.system).toBeNull();
    expect(read.seems).toContain("a template for Linear's importer");
  });

  it.each([
    ['a bare list', (list: unknown): unknown => list],
    [
      'an answer',
      (list: unknown): unknown => ({ data: { issues: { nodes: list, pageInfo: { hasNextPage: false } } } }),
    ],
    ['a part of an answer', (list: unknown): unknown => ({ issues: { nodes: list } })],
    ['a project', (list: unknown): unknown => ({ data: { project: { issues: { nodes: list } } } })],
  ])('reads %s', (_, wrap) => {
    const list = [
      {
        identifier: 'ENG-1',
        title: 'A',
        state: { name: 'Frob', type: 'canceled' },
        labels: { nodes: [{ name: 'x' }] },
        priority: 0,
      },
    ];
    expect(readText('a.json', JSON.stringify(wrap(list)))).toMatchObject({
      system: 'linear',
      items: [{ id: 'ENG-1', statusCategory: 'cancelled', labels: ['x'], priority: 0 }],
    });
  });
});

describe('Notion', () => {
  const ID = '0123456789abcdef0123456789abcdef';
  it('takes each database once, ranges as ranges, and ids from the pages', () => {
    const files = textFiles({
      [`Plan ${ID}.csv`]: 'Name,Status,Due\nOne,Done,"January 5, 2026"\n',
      [`Plan ${ID}_all.csv`]:
        '\ufeffName,Due,Owner,Status\nOne,"January 5, 2026",Ana,Done\nTwo,"February 17, 2026 → March 3, 2026",,\n',
      [`Plan/One ${ID.replace('0', 'f')}.md`]:
        '# One: the first\n\nStatus: Done\nDue: January 5, 2026\n\nBody: with a colon.\n',
      [`Plan/Two ${ID.replace('0', 'e')}.md`]: '# Two\n\nNote: this goes on\nwithout a break.\n',
    });
    const read = readFiles(files);
    expect(read).toMatchObject({ system: 'notion', rows: 2 });
    expect(read.items).toMatchObject([
      {
        row: 1,
        title: 'One',
        due: '2026-01-05',
        assignee: 'Ana',
        statusCategory: 'done',
        database: `Plan ${ID}_all.csv`,
      },
      { row: 2, title: 'Two', due: ['2026-02-17', '2026-03-03'], id: ID.replace('0', 'e') },
      { title: 'One: the first', properties: { Status: 'Done', Due: 'January 5, 2026' } },
      { title: 'Two', properties: {} },
    ]);
  });
  it('reads pages as HTML, under the page whose folder they lie in', () => {
    const html = (title: string): string =>
      `<html><head><title>${title}</title></head><body><article><h1 class="page-title">${title}</h1><p>x</p></article></body></html>`;
    const read = readFiles(
      textFiles({
        [`Research ${ID}.html`]: html('Research'),
        [`Research/Q1 ${ID.replace('0', 'f')}.html`]: html('Q1/2026 &amp; later'),
      }),
    );
    expect(read).toMatchObject({ system: 'notion', rows: 2 });
    expect(read.items).toMatchObject(
      [
        { title: 'Q1/2026 & later', parent: 'Research' },
        { title: 'Research', parent: null },
      ].reverse(),
    );
    expect(read.bodies?.get(1)).toMatchObject({ form: 'html', text: expect.stringContaining('<article>') as string });
  });
});

describe('Slack', () => {
  it('reads channels, names people it knows, and takes lists for no messages', () => {
    const message = (ts: string, more: object): object => ({ type: 'message', ts, text: 'hi', ...more });
    const read = readFiles(
      textFiles({
        'users.json': JSON.stringify([{ id: 'U1', name: 'ana' }]),
        'channels.json': JSON.stringify([{ id: 'C1', name: 'rel' }]),
        'integration_logs.json': JSON.stringify([{ ts: '1', type: 'x' }]),
        'rel/2026-01-05.json': JSON.stringify([
          message('1433558319.000002', { user: 'U1' }),
          message('1433558320.000100', { user: 'U2', thread_ts: '1433558319.000002' }),
        ]),
        'rel/2026-01-06.json': JSON.stringify([
          message('1433558321.000000', { subtype: 'bot_message', username: 'jenkins' }),
        ]),
        'rel/2026-01-07.json': '[{"type"',
      }),
    );
    expect(read).toMatchObject({
      system: 'slack',
      rows: 3,
      problems: [{ row: null, text: 'rel/2026-01-07.json is damaged.' }],
    });
    expect(read.items).toMatchObject([
      { user: 'ana', channel: 'rel', utc: '2015-06-06T02:38:39Z' },
      { user: 'U2', thread: '1433558319.000002' },
      { user: 'jenkins', bot: 'jenkins' },
    ]);
  });
});

describe('Confluence, Looker, Tableau, Productboard', () => {
  it('takes the current pages of a space, once', () => {
    const object = (id: string, title: string, more: string): string =>
      `<object class="Page"><id name="id">${id}</id><property name="title"><![CDATA[${title}]]></property>${more}<property name="version">2</property></object>`;
    const space = `<hibernate-generic>${object('1', 'Root', '')}${object('2', 'Child &amp; more', '<property name="parent" class="Page"><id name="id">1</id></property>')}${object('3', 'Root', '<property name="originalVersion" class="Page"><id name="id">1</id></property>')}${object('4', 'Gone', '<property name="contentStatus"><![CDATA[deleted]]></property>')}<object class="BodyContent"><id name="id">9</id><property name="body"><![CDATA[12345]]></property><property name="content" class="Page"><id name="id">1</id></property></object></hibernate-generic>`;
    const read = readFiles(textFiles({ 'entities.xml': space, 'root.xml': space }));
    expect(read).toMatchObject({ system: 'confluence', rows: 2 });
    expect(read.items).toMatchObject([
      { id: '1', title: 'Root', parent: null, bodyChars: 5 },
      { id: '2', parent: '1' },
    ]);
  });
  it('reads tiles of a dashboard, and declines views', () => {
    const lookml =
      '- dashboard: gud\n  title: Growth\n  elements:\n  - title: WAU\n    type: looker_line\n    explore: usage\n    fields: [a.b, c.d]\n    color: "#FFF"\n  - name: note\n    type: text\n';
    expect(readText('a.dashboard.lookml', lookml)).toMatchObject({
      system: 'looker',
      rows: 1,
      items: [
        { title: 'WAU', explore: 'usage', fields: ['a.b', 'c.d'], dashboard: 'gud' },
        { title: 'note', explore: null },
      ],
    });
    expect(readText('a.view.lkml', 'view: users {\n  dimension: id {}\n}\n').seems).toContain('no dashboards');
    expect(readText('a.lookml', '- dashboard: [\n').items).toEqual([]);
  });
  it('reads sheets and dashboards of a workbook, and figures of a view', () => {
    const book =
      "<?xml version='1.0'?>\n<workbook><worksheets><worksheet name='S1'/></worksheets><dashboards><dashboard name='D' caption='Deck'/></dashboards></workbook>";
    expect(readText('a.twb', book)).toMatchObject({
      system: 'tableau',
      rows: 2,
      items: [
        { title: 'S1', kind: 'worksheet' },
        { title: 'Deck', kind: 'dashboard' },
      ],
    });
    expect(
      readText(
        'v.csv',
        'Measure Names,Region,Profit,Measure Values\nSales,South,"$1,000","45,047.5"\nRatio,South,"$1,000",14.4%\n',
      ).items,
    ).toMatchObject([
      { measure: 'Sales', region: 'South', value: 45047.5 },
      { measure: 'Ratio', value: 0.144 },
    ]);
  });
  it('reads a board as separated values and as an answer', () => {
    expect(
      readText(
        'b.csv',
        'Feature name,Status,Owner,Release,Timeframe,Customer Importance Score\nExport,In progress,Ana,2.5,"Jan 5, 2026 - Mar 1, 2026",12\n',
      ),
    ).toMatchObject({
      system: 'productboard',
      items: [{ title: 'Export', statusCategory: 'doing', version: ['2.5'], due: ['2026-01-05', '2026-03-01'] }],
    });
    const entity = {
      id: 'e1',
      type: 'feature',
      fields: {
        name: 'Export',
        status: { name: 'Done' },
        timeframe: { startDate: '2026-01-05', endDate: '2026-01-05' },
      },
      links: { html: 'https://acme.example/f' },
    };
    expect(readText('b.json', JSON.stringify({ data: [entity], links: { next: 'x' } }))).toMatchObject({
      system: 'productboard',
      items: [{ id: 'e1', due: '2026-01-05', statusCategory: 'done' }],
    });
  });
});

describe('answers of interfaces', () => {
  it('of Confluence give pages with the one above', () => {
    const of = (id: string, title: string, ancestors: object[]): object => ({
      id,
      title,
      ancestors,
      body: { storage: { value: '<p>x</p>' } },
    });
    const read = readText(
      'content.json',
      JSON.stringify({ results: [of('1', 'Team', []), of('2', 'Rules', [{ title: 'Team' }])] }),
    );
    expect(read).toMatchObject({
      system: 'confluence',
      rows: 2,
      items: [
        { title: 'Team', parent: null },
        { title: 'Rules', parent: 'Team' },
      ],
    });
  });
  it('of Confluence as HTML have the space before the title, and the page above in their crumbs', () => {
    const html =
      '<html><head><title>Team : Decisions &amp; rules</title></head><body><ol id="breadcrumbs"><li><a href="index.html">Team</a></li><li><a href="1.html">Above &lt;1&gt;</a></li></ol><h1 id="title-heading">x</h1></body></html>';
    expect(readFiles(textFiles({ '2.html': html, 'index.html': html })).items).toMatchObject([
      { title: 'Decisions & rules', parent: 'Above <1>' },
    ]);
  });
  it('of Looker give tiles, one without a title by its Look', () => {
    const read = readText(
      'd.json',
      JSON.stringify({
        id: '1',
        title: 'Health',
        dashboard_elements: [
          { title: 'NPS', type: 'vis' },
          { title: null, look: { title: 'Churn' } },
        ],
      }),
    );
    expect(read).toMatchObject({
      system: 'looker',
      rows: 1,
      items: [{ title: 'NPS', dashboard: 'Health' }, { title: 'Churn' }],
    });
  });
  it('of tools for Linear have the key as their id', () => {
    const issue = {
      id: 'HRB-1',
      title: 'A',
      url: 'https://linear.app/h/issue/HRB-1',
      status: 'Frob',
      statusType: 'started',
      priority: { value: 2, name: 'High' },
      labels: ['x'],
      assignee: 'Lea Brandt',
    };
    expect(readText('l.json', JSON.stringify({ issues: [issue] }))).toMatchObject({
      system: 'linear',
      items: [{ id: 'HRB-1', statusCategory: 'doing', priority: 'High', assignee: 'Lea Brandt' }],
    });
  });
  it('of Google Analytics are told from those of others, and an empty file from both', () => {
    expect(
      readText('e.json', '{"event_name":"a","event_params":[]}\n{"event_name":"b","event_params":[]}\n').seems,
    ).toBe('events of Google Analytics');
    expect(readText('e.json', ' \n').seems).toBe('an empty file');
  });
});

describe('events', () => {
  it('of Amplitude never bring the key that they are sent with', () => {
    const body = {
      api_key: 'SECRET-KEY',
      events: [{ event_type: 'Play', time: 1690737188516, user_id: 'u', event_properties: { b: 1, a: 2 } }],
    };
    const read = readText('a.json', JSON.stringify(body));
    expect(read).toMatchObject({
      system: 'amplitude',
      items: [{ name: 'Play', time: '2023-07-30T17:13:08Z', properties: ['a', 'b'] }],
    });
    expect(JSON.stringify(read)).not.toContain('SECRET-KEY');
  });
  it('of Mixpanel are read line by line', () => {
    const line = (event: string): string =>
      JSON.stringify({ event, properties: { time: 1690737188, distinct_id: 'x' } });
    expect(readText('e.jsonl', `${line('a')}\n${line('b')}\n`)).toMatchObject({
      system: 'mixpanel',
      rows: 2,
      items: [{ name: 'a' }, { name: 'b' }],
    });
  });
});

describe('any file', () => {
  it('is read without a fault, whatever it holds', () => {
    const json = fc.json({ maxDepth: 4 });
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const marks = fc
      .array(fc.constantFrom('<rss>', '<item>', '</item>', '<key>', '<page', '>', '&nbsp;', '<![CDATA[', 'x', '"'), {
        maxLength: 30,
      })
      .map((all) => all.join(''));
    const name = fc.constantFrom(
      'a.csv',
      'a.json',
      'a.xml',
      'a.twb',
      'users.json',
      'a.dashboard.lookml',
      'x/2026-01-01.json',
    );
    fc.assert(
      fc.property(fc.oneof(json, text, marks), name, (content, path) => {
        const read = readText(path, content);
        expect(read.items.length === 0 || read.system !== null || read.seems !== null).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('with names of the machinery changes nothing', () => {
    const read = readText('a.csv', 'Summary,Issue key,Issue Type,Status,__proto__,constructor\nA,P-1,Task,Done,x,y\n');
    expect(read).toMatchObject({ system: 'jira', ignoredColumns: ['__proto__', 'constructor'] });
    expect(readText('a.json', '{"__proto__":{"issues":[]},"events":[{"event_type":"__proto__"}]}').rows).toBe(1);
    expect(({} as Record<string, unknown>)['issues']).toBeUndefined();
  });

  it('of every system of the table can be read', () => {
    expect(new Set(SERVICES.map(({ id }) => id)).size).toBe(10);
  });
});
