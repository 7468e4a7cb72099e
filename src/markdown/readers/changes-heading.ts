import { lazily } from '../../domain/lazily';
import { labelKey } from '../vocabulary';

const WHAT = '(?:process|processes|playbook|playbooks|workflow|workflows|sop|sops|procedure|procedures)';
const CHANGES = lazily(
  () =>
    new RegExp(
      `^(?:(?:proposed|suggested|agreed|planned|requested|our|the|new|open) )*${WHAT} (?:changes?|updates?)(?: (?:proposals?|requests?|ideas?|agreed|needed|suggested|decided|wanted|\\d{1,3}|(?:for|since|from|of|in|on) .{2,40}))?$|^(?:(?:proposed|suggested|agreed|planned) )?(?:changes?|updates?) (?:to|in|of|for) (?:the |our |this )?(?:[\\p{L}]+ ){0,2}${WHAT}$`,
      'u',
    ),
);
/** A cheap first look: most headings speak of something else. */
const SPEAKS_OF_IT = /chang|updat/i;
const ENDS_IN_WHAT = new RegExp(`${WHAT}$`);
const HISTORY = /\b(?:log|tracker|history|archive|status|changelog)\b/;
const PARTS = /\s[-–—]\s|[:|(]|\s\d{4}-\d{2}-\d{2}/;

/** True for a heading that tells what was changed long ago. */
export function isHistory(heading: string): boolean {
  return HISTORY.test(labelKey(heading));
}

/** True for a heading whose section asks to change a process, in English; further words are the person's own. */
export function asksForChanges(heading: string): boolean {
  if (!SPEAKS_OF_IT.test(heading)) return false;
  const parts = heading
    .replace(/[#*_[\]]/g, ' ')
    .split(PARTS)
    .map(labelKey);
  return !isHistory(heading) && parts.some((part) => CHANGES().test(part));
}

/**
 * The name of a process in a heading of such a section, or of one below it: what stands beside "process change"; ''
 * for none.
 */
export function nameInHeading(heading: string): string {
  const parts = heading
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^\s*[\d.)]+\s+/, '')
    .replace(/[:\s]+$/, '')
    .split(/\s[-–—]\s|[:|]/)
    .map((part) => part.trim());
  const own = parts.filter(
    (part) => part !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(part) && !CHANGES().test(labelKey(part)),
  );
  if (own.length > 0) return own[0] ?? '';
  const behind = /\b(?:changes?|updates?)\s+(?:for|of|in|to)\s+(.+)$/i.exec(heading)?.[1]?.trim() ?? '';
  return ENDS_IN_WHAT.test(labelKey(behind)) ? '' : behind;
}
