import type { HeadFinding, HeadKind, NoteHead } from '../domain/note-head';
import { baseName } from '../domain/note-path';
import type { ReleaseIdentity } from '../domain/release-identity';
import type { DateContext } from './dates/date-context';
import { isTalk } from './note-kind';
import { readNote } from './read-note';
import type { ReaderOptions } from './readers/reading';
import { isReleaseNotes, releaseInTitle, releaseOfKind } from './readers/release-heading';
import { labelLookup, type SectionKind, words } from './vocabulary';

/** So many headings say what a note is; a book has more. */
const MOST_HEADINGS = 60;
/** A note that names more releases is a log, or about releases in general. */
const MOST_RELEASES = 5;
/** Sections of a plan; two of them, and a note is read as one. */
const PLAN_SECTIONS: ReadonlySet<SectionKind> = new Set(['checklist', 'dependencies', 'risks', 'issues']);
const PLAYBOOK =
  /\b(?:play-?books?|run-?books?|sops?|how[ -](?:to|we)|procedures?)\b|(?:^|\/)(?:processes|how-?tos?)\//i;
/** Documents that belong to a release, whatever it is called. */
const PAGES = new Set(
  words(
    `plan, planning, readiness, schedule, timeline, calendar, tracker, gate, signoff, decision, milestone, milestones,
     brief, status, prep, runbook`,
  ),
);
const PAGE_OF_RELEASE = /\b(?:release|launch|go-?live|cut-?over|roll-?out)[ _-]([a-z-]+)/gi;
const GO_NO_GO = /\bgo[ _/-]{0,3}no[ _-]?go\b/i;
const ABOUT_RELEASES = /\b(?:process|policy|guide|guidelines|handbook|how|standards?|strategy|spec|adr|rfc|prd)\b/i;
const TEMPLATE = /\btemplate\b|<%|\{\{/i;

/** What a note seems to be by its name, headings and properties; null where they say nothing of interest. */
export function readHead(head: NoteHead, options: ReaderOptions): HeadFinding | null {
  const name = baseName(head.path);
  const title = head.headings.find(({ level }) => level === 1)?.text ?? head.headings[0]?.text ?? name;
  if (TEMPLATE.test(`${name} ${title}`)) return null;
  const facts = readNote(head.path, textOf(head), options);
  const found = (kind: HeadKind, called: string): HeadFinding => ({ path: head.path, kind, title: called });
  if (facts.kind === 'retro') return found('retro', name);
  if (facts.kind === 'process' || (PLAYBOOK.test(`${head.path} ${title}`) && facts.releases.length === 0))
    return found('playbook', name);
  const lookup = labelLookup(options.vocabulary);
  const sections = new Set(head.headings.slice(0, MOST_HEADINGS).map(({ text }) => lookup.section(text)));
  const isMeeting =
    isTalk(
      head.path,
      `${name} ${title}`,
      options.folders,
      head.headings.map(({ text }) => text),
    ) ||
    /^(?:meeting|minutes)/i.test(typeOf(head)) ||
    (facts.asOfSource !== 'file' && (sections.has('actions') || sections.has('decisions')));
  if (isMeeting) return found('meeting', name);
  if (isReleaseNotes(title) || isReleaseNotes(name)) return null;
  const [first] = facts.releases;
  if (first && facts.releases.length <= MOST_RELEASES) return found('release', called(first));
  const isPlan = [...sections].filter((section) => section !== null && PLAN_SECTIONS.has(section)).length >= 2;
  const hasTarget = Object.keys(head.properties).some((key) => lookup.field(key) === 'target');
  const dates = datesOf(options);
  const named = releaseOfKind(title, dates) ?? releaseInTitle(title, dates) ?? releaseInTitle(name, dates);
  const isPage = isReleasePage(`${name} ${title}`) && !ABOUT_RELEASES.test(`${name} ${title}`);
  if (
    named &&
    (isPage || isPlan || hasTarget || (named.version !== null && (sections.has('checklist') || head.boxes > 0)))
  )
    return found('release', called(named));
  if (isPage) return found('release', name);
  return head.boxes > 0 && /\bchecklist\b/i.test(`${name} ${title}`) ? found('checklist', name) : null;
}

function isReleasePage(named: string): boolean {
  return (
    GO_NO_GO.test(named) ||
    [...named.matchAll(PAGE_OF_RELEASE)].some(([, page = '']) => PAGES.has(page.toLowerCase().replace('-', '')))
  );
}

/** A text that has only what is known of the note, for the reader of whole notes. */
function textOf({ properties, headings }: NoteHead): string {
  const simple = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
  const lines = Object.entries(properties)
    .filter(([, value]) => simple(value) || (Array.isArray(value) && value.every(simple)))
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const front = lines.length > 0 ? ['---', ...lines, '---'] : [];
  return [...front, ...headings.slice(0, MOST_HEADINGS).map(({ level, text }) => `${'#'.repeat(level)} ${text}`)].join(
    '\n',
  );
}

function typeOf({ properties }: NoteHead): string {
  const type = properties['type'] ?? properties['kind'];
  return typeof type === 'string' ? type : '';
}

function called({ version, name }: ReleaseIdentity): string {
  return [version === null ? null : `v${version}`, name].filter((part) => part !== null).join(' ');
}

function datesOf({ dates, fileDate }: ReaderOptions): DateContext {
  return {
    ...dates,
    reference: fileDate,
    weakReference: true,
    yearAnchor: null,
    anchor: null,
    orderProven: false,
    tense: 'future',
  };
}
