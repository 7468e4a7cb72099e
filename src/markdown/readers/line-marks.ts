import { lazily } from '../../domain/lazily';

/** "- Blocker: the certificate expired" outside of any section. */
export const BLOCKER = /^(?:\*\*)?(?:blocker|show-?stopper)(?:\*\*)?:(?:\*\*)?\s+/i;
/**
 * "AI:", "Action item:", "action: …", "**Action** Ann to …", "LC action – …", "ACTION all: …": a line of a log that
 * says of itself that it is work.
 */
export const MARKED =
  /^(?:(?:\*\*|__)?\[?(?:AI|AP|TODO|To-do|TASK|ACTION|Action|Action [Ii]tems?|ACTION ITEMS?|Action [Pp]oints?)\]?(?:\s*\([^)]{1,30}\))?(?:\*\*|__)?(?:\s*[:–—]|\s+-|-(?=\s))\s*(?:\*\*|__)?\s*|(?:\*\*(?:AI|TODO|Actions?|ACTION|Action [Ii]tems?)\*\*|\((?:AI|AP|TODO|Action|ACTION|Action [Ii]tem)\))\s+|[A-Z][\w.]{1,15} (?:action|ACTION)\s*[:–—-]\s+|(?:action|Action|ACTION) (?:[A-Z][\w./&-]{0,20}(?:[ ,&/]{1,3}[A-Z][\w./&-]{0,20}){0,3}|all|everyone)\s*:\s+|(?:action|ACTION) [A-Z]{2,3} to\s+|(?:action(?: item)?|todo):\s+|(?:\*\*)?\[(?:Action|ACTION|AI) (?:for|on) [^\]\n]{2,40}\](?:\*\*)?:?\s+)(?=\S)/;
/** "**Risk #1: High traffic**" or "**Risk #1:** High traffic" above its details, in a section of risks. */
export const NUMBERED_RISK =
  /^(?:\*\*|__)(?:(?:risk|issue|blocker|problem)s? ?)?#?\d{1,2}(?:[.):]? (\S.*?)(?:\*\*|__):?$|:?(?:\*\*|__):? (\S.*)$)/i;
/** A line that is a label: in bold (first group), or plain words with a colon (second). */
export const LABEL_LINE = lazily(
  () =>
    /^(?:\*\*|__)([^*_:]{2,60}|[^*_]{2,60}:[ –—-]{0,3})(?:\*\*|__) ?:? ?[-–—]{0,2}$|^([\p{L}][^:*\n]{1,50}): ?[-–—]?$/u,
);
/** Longer lines are no labels. */
export const MAX_LABEL = 140;
/** The sign of a callout's title. */
export const CALLOUT = /^\[![\w-]+\][-+]?\s*/;
