import type { CalendarDate } from '../domain/calendar-date';
import type { FollowUp } from '../domain/follow-up';
import { baseName } from '../domain/note-path';

/** What a page says about its person or team. */
export interface StakeholderPage {
  readonly owes: readonly PageFollowUp[];
  readonly owed: readonly PageFollowUp[];
  readonly unclear: readonly PageFollowUp[];
  readonly releases: readonly string[];
  readonly lastContact: CalendarDate | null;
}

interface PageFollowUp {
  readonly followUp: FollowUp;
  readonly release: string | null;
}

const TITLES = { owes: 'They owe us', owed: 'We owe them', unclear: 'Unclear who owes whom' } as const;
const NOTHING = 'Nothing is open.';

/** The name of the block on a stakeholder's page. */
export const STAKEHOLDER_BLOCK = 'stakeholder';

/**
 * The content of the block on a stakeholder's page. It depends on the notes alone, never on today, so that two devices
 * write the same bytes.
 */
export function stakeholderContent(page: StakeholderPage): string {
  const sections = (['owes', 'owed', 'unclear'] as const).flatMap((key) =>
    page[key].length > 0 ? [`**${TITLES[key]}**`, ...page[key].map(lineOf).sort(), ''] : [],
  );
  const facts = [
    page.releases.length > 0 ? `**Releases:** ${page.releases.map(plain).join(', ')}` : '',
    page.lastContact ? `**Last contact:** ${page.lastContact}` : '',
  ]
    .filter(Boolean)
    .map((fact) => `- ${fact}`);
  return [...(sections.length > 0 ? sections : [NOTHING, '']), ...facts].join('\n').trim();
}

function lineOf({ followUp, release }: PageFollowUp): string {
  const [first] = followUp.evidence;
  const source = first
    ? `[[${first.path.replace(/\.md$/i, '')}|${plain(baseName(first.path)).replace(/\|/g, ' ')}]]`
    : '';
  return `- ${[`${plain(followUp.what)}${followUp.due === null ? '' : `, by ${followUp.due}`}`, release === null ? '' : plain(release), source].filter(Boolean).join(' · ')}`;
}

/** Text of a note in a line of another: no comment, link or box of it comes along. */
function plain(text: string): string {
  return text
    .replace(/%%|\[\[|\]\]|[\r\n`]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A new page, with the block and room for what a person knows; `alias` where the file cannot have the party's own
 * name.
 */
export function newStakeholderPage(name: string, block: string, alias: string | null): string {
  return `${alias === null ? '' : `---\naliases: [${JSON.stringify(alias)}]\n---\n`}# ${plain(name)}\n\n- Role: \n- Best reached by: \n\n## Between us\n${block}\n## Notes\n- \n`;
}
