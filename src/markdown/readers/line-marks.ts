/** "- Blocker: the certificate expired" outside of any section. */
export const BLOCKER = /^(?:\*\*)?(?:blocker|show-?stopper)(?:\*\*)?:(?:\*\*)?\s+/i;
/** "AI:", "Action item:", "**Action** Ann to …": a line of a log that says of itself that it is work. */
export const MARKED = /^(?:(?:\*\*|__)?\[?(?:AI|AP|TODO|To-do|ACTION|Action|Action [Ii]tems?|ACTION ITEMS?|Action [Pp]oints?)\]?(?:\s*\([^)]{1,30}\))?(?:\*\*|__)?\s*[:–—-]\s*(?:\*\*|__)?\s*|(?:\*\*(?:AI|TODO|Actions?|ACTION|Action [Ii]tems?)\*\*|\((?:AI|AP|TODO|Action|ACTION|Action [Ii]tem)\))\s+)(?=\S)/;
