import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const WEEKS = 60;
const TOPICS = ['roadmap', 'pricing', 'onboarding', 'support', 'analytics'];

/** A vault of 200+ notes of somebody who has never heard of Shipshape: folders, names and habits are their own. */
export async function foreignVault(folder: string): Promise<void> {
  const put = async (inner: string, text: string): Promise<void> => {
    const file = path.join(folder, inner);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  await put(
    'Projects/Atlas/Atlas launch plan.md',
    [
      '# Atlas (v2.6) launch plan',
      '',
      'Target date: 2026-02-03',
      'Owner: [[Priya Nair]]',
      '',
      '## Launch checklist',
      '- [x] Pricing page',
      '- [ ] Security review @Omar',
      '- [ ] Help centre articles',
      '',
      '## Risks',
      '- Sev1: checkout times out under load',
    ].join('\n'),
  );
  await put(
    'Projects/Mobile/Mobile 5.0.md',
    '# Mobile 5.0 release plan\n\nTarget: 2026-04-20\nOwner: Ken Ito\n\n## Checklist\n- [x] Beta\n- [ ] Store texts\n',
  );
  await put(
    'Projects/Checkout revamp/Go-live.md',
    '---\ntarget: 2026-03-30\n---\n# Launch plan: Checkout revamp\n\n## Checklist\n- [ ] Load test\n- [ ] Rollback rehearsed\n',
  );
  for (let week = 0; week < WEEKS; week++) {
    const day = new Date(Date.UTC(2025, 0, 6 + week * 6)).toISOString().slice(0, 10);
    await put(
      `Meetings/${day} ${TOPICS[week % TOPICS.length] ?? ''} sync.md`,
      `# ${day} sync\n\n## Attendees\n- Priya Nair\n- Ken Ito\n\n## Notes\nWe talked about ${TOPICS[week % TOPICS.length] ?? ''}.\n`,
    );
  }
  for (let at = 0; at < 2; at++)
    await put(`SOPs/How to ship a hotfix ${at + 1}.md`, '# How to ship a hotfix\n\n1. Tag\n2. Deploy\n');
  for (let at = 0; at < 140; at++)
    await put(`Notes/Thought ${at}.md`, `# Thought ${at}\n\nSomething about [[Thought ${(at * 7) % 140}]].\n`);
}
