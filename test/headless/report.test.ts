import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const cli = path.join(root, 'src/headless/cli.mjs');
const example = path.join(root, 'test/vaults/example');
let folder: string;

const run = (...words: string[]): string =>
  execFileSync(process.execPath, [cli, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const status = (...words: string[]): { code: number | null; error: string } => {
  const { status: code, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' });
  return { code, error: stderr };
};

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'shipshape-report-'));
  mkdirSync(path.join(folder, 'Notes'));
  writeFileSync(path.join(folder, 'Notes/sample.md'), readFileSync(path.join(root, 'test/fixtures/notes/sample.md')));
  writeFileSync(
    path.join(folder, 'Notes/invalid.md'),
    Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a, 0x2d, 0x20, 0x5b, 0x20, 0x5d, 0x20, 0x61]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the headless report', () => {
  it("prints the example vault's risk table, worst first, as recorded", () => {
    expect(run(example, '--today', '2026-01-27')).toBe(
      readFileSync(path.join(root, 'test/fixtures/example-table.txt'), 'utf8'),
    );
  });

  it('gives JSON in the documented shape', () => {
    const report = JSON.parse(run(folder, '--today', '2026-01-22', '--json', '--facts')) as {
      schema: number;
      today: string;
      releases: Record<string, unknown>[];
      notes: Record<string, unknown>[];
    };
    expect([report.schema, report.today, report.releases.length, report.notes.length]).toEqual([1, '2026-01-22', 1, 2]);
    expect(report.releases[0]).toMatchObject({
      key: 'v2.5',
      version: '2.5',
      name: 'Analytics Dashboard',
      phase: 'planned',
      level: 'at-risk',
      score: 55,
      owners: ['Sarah Kim'],
      targetDate: '2026-02-15',
      goNoGoDate: '2026-02-10',
      checklist: { done: 2, open: 3, cancelled: 0 },
      sources: ['Notes/sample.md'],
    });
    expect((report.releases[0]?.reasons as { rule: string; evidence: unknown }[])[0]).toMatchObject({
      rule: 'R5',
      severity: 'amber',
      weight: 15,
      text: expect.any(String) as string,
      clears: expect.any(String) as string,
      evidence: [{ path: 'Notes/sample.md', line: 18 }],
    });
    expect(report.notes.find((note) => note.path === 'Notes/sample.md')).toMatchObject({
      noteDate: '2026-01-22',
      kind: 'meeting',
      links: ['Sarah Kim', 'Marketing', 'CS Team', 'Support'],
    });
    expect(report.notes.find((note) => note.path === 'Notes/invalid.md')).toMatchObject({
      tasks: [{ text: 'a', line: 2 }],
    });
    expect(JSON.parse(run(folder, '--today', '2026-01-22', '--json'))).not.toHaveProperty('notes');
  });

  it('fails a pipeline when asked to, and only then', () => {
    expect(status(folder, '--today', '2026-01-22', '--fail-on', 'off-track').code).toBe(0);
    expect(status(folder, '--today', '2026-01-22', '--fail-on', 'at-risk').code).toBe(1);
    expect(status(folder, '--today', '2026-02-16', '--fail-on', 'off-track').code).toBe(1);
  });

  it.each([
    [[], /no vault folder/],
    [['/no/such/folder'], /not a folder/],
    [['.', '--today', '2026-02-30'], /--today wants/],
    [['.', '--fail-on', 'red'], /--fail-on wants/],
    [['.', '--loud'], /unknown argument/],
  ])('%j is refused with a sentence', (words, sentence) => {
    const { code, error } = status(...words);
    expect(code).toBe(2);
    expect(error).toMatch(sentence);
  });
});

describe('the bundle', () => {
  it('is byte-identical in two builds, and within its size', () => {
    const build = (): Buffer => {
      execFileSync(process.execPath, [path.join(root, 'esbuild.config.mjs')], { cwd: root });
      return readFileSync(path.join(root, 'main.js'));
    };
    const first = build();
    expect(build().equals(first)).toBe(true);
    expect(first.length).toBeLessThan(1_070_000);
    // The licences of bundled code ship with it.
    for (const name of [
      'preact: Copyright',
      'yaml: Copyright',
      'idb: Copyright',
      'micromark: ',
      'Permission is hereby granted',
      'ISC License',
    ])
      expect(first.toString('utf8')).toContain(name);
    const forbidden = first
      .toString('utf8')
      .match(/\beval\(|new Function\(|require\("(?!obsidian"|@codemirror\/view")[^"]*/g);
    expect(forbidden).toBeNull();
  });
});

describe('what else can be printed', () => {
  it('findings, status updates and a calendar, for people or as data', () => {
    expect(run(example, '--today', '2026-01-27', '--findings')).toMatch(
      /^v4\.0 Customer Portal {2}R5 {2}.* \(Inbox\/Meetings\/2026-01-26 - Portal sync\.md:10\)$/m,
    );
    const { findings } = JSON.parse(run(example, '--today', '2026-01-27', '--findings', '--json')) as {
      findings: { release: string; rule: string; evidence: { path: string; line: number }[] }[];
    };
    expect(findings.every(({ evidence }) => evidence.every(({ path: note, line }) => note !== '' && line > 0))).toBe(
      true,
    );
    const short = run(example, '--today', '2026-01-27', '--status', '--audience', 'short', '--release', 'v2.5');
    expect(short).toMatch(/^At risk: v2\.5 Analytics Dashboard/);
    expect(short.trim().length).toBeLessThanOrEqual(280);
    const { updates } = JSON.parse(run(example, '--today', '2026-01-27', '--status', '--json')) as {
      updates: { sentences: { evidence: object[] }[]; findings: object[] }[];
    };
    expect(updates.flatMap(({ findings: found }) => found)).toEqual([]);
    expect(updates.flatMap(({ sentences }) => sentences).every(({ evidence }) => evidence.length > 0)).toBe(true);
    const calendar = run(example, '--today', '2026-01-27', '--ics');
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(calendar).toBe(run(example, '--today', '2026-01-28', '--ics'));
  });

  it.each([
    [['--ics', '--json'], '--json does not go with --ics'],
    [['--status', '--facts', '--json'], '--facts does not go with --status'],
    [['--audience', 'team'], '--audience and --release go with --status'],
    [['--status', '--audience', 'all'], '--audience wants executive, team, customer, short, not all'],
    [['--status', '--ics'], 'unknown argument --ics'],
  ])('%s is refused', (words, said) => {
    const { code, error } = status(example, ...words);
    expect([code, error.split('\n')[0]]).toEqual([2, said]);
  });
});
