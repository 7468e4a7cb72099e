import { oneLine } from '../domain/inert-text';
import type { CalendarDate } from '../domain/calendar-date';
import type { Improvement } from '../domain/improvement';
import { baseName } from '../domain/note-path';
import { safeFileName } from '../domain/safe-name';
import type { WorkspacePart } from '../domain/workspace-layout';
import { renderTemplate, type TemplateValue } from '../markdown/template';
import type { NoteStore } from '../ports/note-store';
import { TEMPLATES } from '../presentation/templates/templates';
import type { Settings } from '../settings/settings';
import { findTemplate, type TemplateChoice, templateText } from './find-template';
import { freePath } from './free-path';
import { linksTo, linkTo } from './note-link';
import type { NewNote } from './note-writer';

/** A note ready to be made, and where typing starts in it. */
export interface NoteDraft extends NewNote {
  readonly cursor: number | null;
}

/** What the drafts depend on. */
export interface NoteInputs {
  readonly settings: Settings;
  readonly store: NoteStore;
  readonly today: CalendarDate;
}

/** A meeting as it is typed; `release` is a release's title, '' for none. */
export interface MeetingForm {
  readonly title: string;
  readonly attendees: string;
  readonly release: string;
  readonly date: CalendarDate;
}

/** The log of a meeting; null while its title makes no file name. */
export async function draftMeeting(
  { title, attendees, release, date }: MeetingForm,
  { settings, store }: NoteInputs,
): Promise<NoteDraft | null> {
  const name = safeFileName(title);
  if (name === null) return null;
  const values = {
    meeting: oneLine(title),
    meeting_date: date,
    attendees: linksTo(attendees).join(', '),
    release,
    today: date,
  };
  const { text, cursor } = renderTemplate(await findTemplate('Meeting Log', store, settings), values);
  return { path: freePath(settings.workspace.folders.meetings, `${date} - ${name}`, store), text, cursor };
}

/** A request or idea as it is typed. */
export interface CaptureForm {
  readonly kind: 'request' | 'idea';
  readonly title: string;
  readonly details: string;
  readonly from: string;
  readonly owner: string;
  readonly release: string;
}

/** The note of a request or an idea; null while its title makes no file name. */
export async function draftCapture(
  { kind, title, details, from, owner, release }: CaptureForm,
  { settings, store, today }: NoteInputs,
): Promise<NoteDraft | null> {
  const name = safeFileName(title);
  if (name === null) return null;
  const values = {
    request: oneLine(title),
    meeting_date: today,
    today,
    from: linksTo(from).join(', '),
    owner: linksTo(owner).join(', '),
    release,
    details: details.trim() === '' ? [] : details.trim().split(/\r?\n/),
  };
  const { text, cursor } = renderTemplate(
    await findTemplate(kind === 'request' ? 'Request' : 'Idea', store, settings),
    values,
  );
  const folder = settings.workspace.folders[kind === 'request' ? 'requests' : 'ideas'];
  return { path: freePath(folder, `${today} - ${name}`, store), text, cursor };
}

/**
 * What was learned from an improvement, under its own name, with links to the retro that asked for it and to what
 * shows that it is done.
 */
export async function draftLearning(
  improvement: Improvement,
  { settings, store, today }: NoteInputs,
): Promise<NoteDraft | null> {
  const { title, note, evidence } = improvement;
  const name = safeFileName(title);
  if (name === null) return null;
  const values = {
    ...blankValues(settings, today),
    learning: oneLine(title),
    retro: linkTo(evidence.path, baseName(evidence.path)),
    evidence: oneLine(note.evidence ?? ''),
  };
  const { text, cursor } = renderTemplate(await findTemplate('Learning', store, settings), values);
  return { path: `${settings.workspace.folders.learnings}/${name}.md`, text, cursor };
}

/** Where a new note from one of our templates goes; others go to the inbox's ideas. */
const PARTS: Readonly<Record<string, WorkspacePart>> = {
  'Process Doc': 'processes',
  'Dashboard Spec': 'analytics',
  'Tool Evaluation': 'tools',
  'Quarterly Planning': 'learnings',
  'Training Guide': 'playbooks',
  Learning: 'learnings',
  'Meeting Log': 'meetings',
  Request: 'requests',
  Idea: 'ideas',
};

/** A new note from any template; null while its title makes no file name, or when the template is gone. */
export async function draftFromTemplate(
  choice: TemplateChoice,
  title: string,
  { settings, store, today }: NoteInputs,
): Promise<NoteDraft | null> {
  const name = safeFileName(title);
  const template = await templateText(choice, store, settings);
  if (name === null || template === null) return null;
  const subject = TEMPLATES.find((entry) => entry.name === choice.name)?.subject;
  const { text, cursor } = renderTemplate(template, {
    ...blankValues(settings, today),
    ...(subject ? { [subject]: oneLine(title) } : {}),
  });
  const part = PARTS[choice.name] ?? 'ideas';
  const { folders, processCategories, analyticsAreas } = settings.workspace;
  const inner = part === 'processes' ? processCategories[0] : part === 'analytics' ? analyticsAreas[0] : undefined;
  return {
    path: freePath([folders[part], ...(inner === undefined ? [] : [inner])].join('/'), name, store),
    text,
    cursor,
  };
}

/**
 * A template's text for the place of the cursor, with its properties only at the start of a note; null when it is
 * gone.
 */
export async function textToInsert(
  choice: TemplateChoice,
  { settings, store, today }: NoteInputs,
  atStart: boolean,
): Promise<{ readonly text: string; readonly cursor: number | null } | null> {
  const template = await templateText(choice, store, settings);
  if (template === null) return null;
  const { text, cursor } = renderTemplate(
    template.replace(/\r\n/g, '\n').replace(/^\ufeff/, ''),
    blankValues(settings, today),
    null,
    true,
  );
  // Properties belong at the very beginning of a note and nowhere else.
  const properties = atStart ? 0 : (/^---\n[^]*?\n---\n+/.exec(text)?.[0].length ?? 0);
  return { text: text.slice(properties), cursor: cursor === null ? null : Math.max(0, cursor - properties) };
}

/** Our placeholders where nothing was asked: blank, to be filled in by hand. */
function blankValues({ me }: Settings, today: CalendarDate): Record<string, TemplateValue> {
  const blank = [
    'release',
    'target',
    'go_no_go',
    'tier',
    'plan_link',
    'checklist_link',
    'retro_link',
    'meeting',
    'attendees',
    'process',
    'training',
    'dashboard',
    'tool',
    'quarter',
    'request',
    'from',
    'learning',
    'retro',
    'evidence',
  ];
  return {
    ...Object.fromEntries(blank.map((name) => [name, ''])),
    improvements: [],
    from_retros: '',
    asks: [],
    details: [],
    owner: linkTo(me),
    today,
    meeting_date: today,
  };
}
