import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A release as its plan states it; days of 2026 unless a year is given. */
interface Planned {
  readonly name: string;
  readonly started: string;
  readonly gate?: string;
  readonly target?: string;
  readonly earlier?: string;
  readonly owner?: string;
  readonly tier?: number;
  readonly shipped?: string;
  readonly done?: number;
  readonly open?: number;
  readonly asks?: readonly string[];
}

const RELEASES: readonly Planned[] = [
  { name: 'v3.0.1 Billing', started: '2025-12-22', target: '2026-01-14', shipped: '2026-01-14', done: 4, tier: 3 },
  { name: 'v1.4 Notifications', started: '2025-11-24', target: '2026-01-19', shipped: '2026-01-22', done: 6, tier: 2 },
  {
    name: 'v7.0 Checkout',
    started: '2025-12-01',
    gate: '2026-01-29',
    target: '2026-02-03',
    earlier: '2026-01-20',
    open: 5,
    done: 6,
    owner: 'Noor Haddad',
    tier: 1,
    asks: ['[[Legal]] sends the terms by Jan 30'],
  },
  {
    name: 'v4.0 Customer Portal',
    started: '2025-12-15',
    gate: '2026-02-05',
    target: '2026-02-10',
    open: 4,
    done: 9,
    owner: 'Sarah Kim',
    tier: 1,
    asks: ['[[Marketing]] approves the launch post by Feb 6', '[[Docs]] sends help pages by Mar 3'],
  },
  {
    name: 'v2.5 Analytics Dashboard',
    started: '2025-12-08',
    gate: '2026-02-10',
    target: '2026-02-16',
    earlier: '2026-02-09',
    open: 3,
    done: 12,
    owner: 'Sarah Kim',
    tier: 2,
    asks: ['[[Marketing]] sends the banner by Feb 9'],
  },
  {
    name: 'v3.1 Billing',
    started: '2026-01-06',
    gate: '2026-02-19',
    target: '2026-02-24',
    open: 2,
    done: 8,
    owner: 'Tom Ito',
    tier: 2,
  },
  {
    name: 'v4.2 Mobile',
    started: '2026-01-12',
    gate: '2026-02-26',
    target: '2026-03-04',
    open: 2,
    done: 9,
    owner: 'Ines Roth',
    tier: 2,
    asks: ['[[Docs]] sends the store texts by Mar 2'],
  },
  {
    name: 'v2.0 Search',
    started: '2025-12-01',
    gate: '2026-03-02',
    target: '2026-03-05',
    earlier: '2026-02-18',
    open: 6,
    done: 7,
    owner: 'Tom Ito',
    tier: 1,
    asks: ['[[Docs]] sends the release note by Mar 4', '[[Security]] reviews the index by Feb 27'],
  },
  {
    name: 'v1.0 Partner Hub',
    started: '2026-01-08',
    gate: '2026-03-24',
    target: '2026-03-26',
    open: 9,
    done: 4,
    owner: 'Noor Haddad',
    tier: 2,
  },
  { name: 'v1.1 Status page', started: '2026-01-19', open: 2, done: 0 },
];

function planOf({ started, name, gate, target, owner, tier, done = 0, open = 0, asks = [], shipped }: Planned): string {
  const [version = '', ...words] = name.split(' ');
  const two = (day: number): string => String(day).padStart(2, '0');
  return [
    `---\ndate: ${started}\n---`,
    `# Release: ${version} (${words.join(' ')})\n`,
    ...(target ? [`- Target date: ${target}`] : []),
    ...(gate ? [`- Go/no-go decision: ${gate}`] : []),
    ...(owner ? [`- Owner: [[${owner}]]`] : []),
    ...(tier ? [`- Tier: ${tier}`] : []),
    ...(shipped ? [`- Status: released (${shipped})`] : []),
    '\n## Checklist',
    ...Array.from({ length: done }, (_, at) => `- [x] Work ${at + 1} @tom ✅ 2026-01-${two(6 + ((at * 2) % 20))}`),
    ...Array.from({ length: open }, (_, at) => `- [ ] Open work ${at + 1} @ines`),
    ...(asks.length > 0 ? ['\n## Dependencies', ...asks.map((ask) => `- ${ask}`)] : []),
    '',
  ].join('\n');
}

/** Ten releases over a quarter, some of which need the same people in the same week. */
export async function portfolioVault(folder: string): Promise<void> {
  for (const release of RELEASES) {
    const home = path.join(folder, 'Active/Releases', release.name);
    await mkdir(home, { recursive: true });
    await writeFile(path.join(home, 'Plan.md'), planOf(release));
    const [version = '', ...words] = release.name.split(' ');
    if (release.earlier) {
      const day = '2026-01-05';
      await writeFile(
        path.join(home, `${day} Kick-off.md`),
        `# ${day} Kick-off\n\n## Release: ${version} (${words.join(' ')})\n- Target date: ${release.earlier}\n`,
      );
      await writeFile(
        path.join(home, `2026-01-16 Sync.md`),
        `# 2026-01-16 Sync\n\n## Release: ${version} (${words.join(' ')})\n- Target date: ${release.target ?? ''}\n`,
      );
    }
  }
}
