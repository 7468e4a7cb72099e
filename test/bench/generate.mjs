// A seeded vault: 5 % releases, 30 % meetings, the rest plain; 1-20 KB a note. The same seed gives the same bytes.
const PEOPLE = [
  'Sarah Kim',
  'Dana Whitfield',
  'Helen Zhou',
  'Ana Ruiz',
  'Bo Jensen',
  'Mei Tan',
  'Luca Rossi',
  'Priya Nair',
  'Olu Ade',
  'Jo Park',
];
const TEAMS = ['Marketing', 'CS Team', 'Support', 'Legal', 'SRE', 'Brand', 'Growth', 'Security', 'Finance', 'Docs'];
const WORDS =
  'release plan team customer notes draft review update data report weekly number change page small large first next open early light work process market launch price support paper garden river stone bridge window letter answer question signal market sample figure table result reason method detail summary'.split(
    ' ',
  );
const ITEMS = [
  'Feature complete',
  'QA sign-off',
  'Documentation updated',
  'Sales enablement ready',
  'Marketing assets approved',
  'Load test passed',
  'Runbook reviewed',
  'Alerts tuned',
  'Translations in',
  'Pricing page live',
  'Legal review',
  'Support macros',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];

/** Pseudo-random numbers in [0, 1), the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** All notes of a vault of `count` notes: path and text. */
export function* generateVault(count, seed = 1) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const day = () => 1 + Math.floor(next() * 28);
  const date = () => `2026-${String(1 + Math.floor(next() * 6)).padStart(2, '0')}-${String(day()).padStart(2, '0')}`;
  const sentence = () => `${Array.from({ length: 6 + Math.floor(next() * 14) }, () => pick(WORDS)).join(' ')}.`;
  const paragraph = () => Array.from({ length: 2 + Math.floor(next() * 5) }, sentence).join(' ');
  const box = (text) => `- [${next() < 0.45 ? 'x' : ' '}] ${text}`;
  const prose = (bytes) => {
    const parts = [];
    for (let size = 0; size < bytes;) {
      const kind = next();
      const part =
        kind < 0.72
          ? paragraph()
          : kind < 0.8
            ? `\`\`\`js\n// ${sentence()}\nconst ${pick(WORDS)} = ${Math.floor(next() * 99)};\n\`\`\``
            : kind < 0.86
              ? `| ${pick(WORDS)} | ${pick(WORDS)} |\n|---|---|\n${Array.from({ length: 3 }, () => `| ${pick(WORDS)} | ${Math.floor(next() * 900)} |`).join('\n')}`
              : kind < 0.93
                ? `See [[${pick(PEOPLE)}]] and [a page](https://example.com/${pick(WORDS)}).`
                : `## ${pick(WORDS)} ${pick(WORDS)}`;
      parts.push(part);
      size += part.length + 2;
    }
    return parts.join('\n\n');
  };
  for (let i = 0; i < count; i++) {
    const kind = i % 20 === 0 ? 'release' : i % 20 < 7 ? 'meeting' : 'plain';
    const bytes = 800 + Math.floor(next() ** 2 * 18_000);
    if (kind === 'release') {
      const name = `${pick(WORDS)} ${pick(WORDS)} ${i}`;
      const text = [
        `# ${date()} - Release planning ${i}`,
        '',
        `## Release: v${1 + Math.floor(i / 200)}.${i % 200} (${name})`,
        `- Target date: ${pick(MONTHS)} ${day()}`,
        `- Go/no-go decision: ${pick(MONTHS)} ${day()}`,
        `- Owner: [[${pick(PEOPLE)}]]`,
        '',
        '## Checklist Status',
        ...ITEMS.slice(0, 5 + Math.floor(next() * 7)).map(box),
        '',
        '## Dependencies',
        `- [[${pick(TEAMS)}]] needs ${1 + Math.floor(next() * 9)} days notice for ${pick(WORDS)}`,
        `- [[${pick(TEAMS)}]] wants training session before launch`,
        `- [[${pick(TEAMS)}]] updating ${pick(WORDS)}, ETA ${pick(MONTHS)} ${day()}`,
        '',
        '## Risks',
        `- ${pick(TEAMS)} at capacity, may need to deprioritize other work`,
        `- ${next() < 0.3 ? 'One critical bug still open' : sentence()}`,
        '',
        '## Action Items',
        box(`Confirm ${pick(WORDS)} date`),
        box(`Schedule training for ${pick(MONTHS)} ${day()}`),
        box(`Follow up on ${pick(WORDS)} Thursday`),
        '',
        '## Notes',
        prose(bytes),
        '',
      ].join('\n');
      yield { path: `Active/Releases/${name}/Plan.md`, text };
    } else if (kind === 'meeting') {
      const at = date();
      const text = [
        `# ${at} - ${pick(WORDS)} sync`,
        '',
        '## Attendees',
        ...Array.from({ length: 3 }, () => `- [[${pick(PEOPLE)}]]`),
        '',
        '## Decisions',
        `- ${sentence()}`,
        `- ${sentence()}`,
        '',
        '## Notes',
        prose(bytes),
        '',
        '## Next steps',
        ...Array.from({ length: 2 + Math.floor(next() * 4) }, () =>
          box(`${pick(PEOPLE)}: ${sentence().slice(0, 40)} by ${pick(MONTHS)} ${day()}`),
        ),
        '',
      ].join('\n');
      yield { path: `Inbox/Meetings/${at} - sync ${i}.md`, text };
    } else
      yield {
        path: `Inbox/Notes/${pick(WORDS)} ${i}.md`,
        text: `# ${pick(WORDS)} ${pick(WORDS)}\n\n${prose(bytes)}\n`,
      };
  }
}
