import type { CalendarDate } from '../domain/calendar-date';
import { effectiveDue } from '../domain/due-date';
import { isOpen } from '../domain/checklist';
import { followUpsOf } from '../domain/follow-up';
import { type Improvement, isUnfinished } from '../domain/improvement';
import type { Release } from '../domain/release';
import { nameKey, parseReleaseIdentity, type ReleaseIdentity, versionKey } from '../domain/release-identity';
import { safeFileName } from '../domain/safe-name';
import { parseAsks } from '../domain/stakeholder-ask';
import { isExcluded } from '../index/scope';
import { createReleaseIndex } from '../index/release-index';
import { readNote } from '../markdown/read-note';
import { placeholdersOf, renderTemplate, type TemplateValue } from '../markdown/template';
import type { NoteStore } from '../ports/note-store';
import { readerOptions, type Settings } from '../settings/settings';
import { findTemplate } from './find-template';
import type { CreateOutcome, NewNote, NoteWriter } from './note-writer';
import { linksTo, linkTo } from './note-link';
import { understandDate, type UnderstoodDate } from './understand-date';

/** A new release as it is typed. */
export interface ReleaseForm {
  readonly release: string;
  readonly target: string;
  readonly goNoGo: string;
  readonly owner: string;
  readonly stakeholders: string;
  /** '1' to '4', or '' for none. */
  readonly tier: string;
}

const FROM_RETROS = '## From earlier retros';
/** So many improvements are offered into a plan, the newest. */
const MOST_OFFERED = 3;

/** Why a form cannot become a release yet. */
export type ReleaseProblem =
  'no-name' | 'name-unclear' | 'target-unclear' | 'gate-unclear' | 'asks-unclear' | 'exists' | 'folder-taken';

/** A day of the plan, counted back from the target or written. */
export interface ScheduledDay {
  readonly date: CalendarDate;
  readonly what: string;
  readonly who: string | null;
  readonly kind: 'target' | 'goNoGo' | 'item' | 'ask';
  readonly isPast: boolean;
}

/** What a form comes to: its dates as understood, the notes that would be made, and the days that follow from them. */
export interface ReleaseDraft {
  readonly problems: readonly ReleaseProblem[];
  readonly target: UnderstoodDate | null;
  readonly goNoGo: UnderstoodDate | null;
  readonly folder: string;
  readonly notes: readonly NewNote[];
  readonly planPath: string;
  /** Where typing starts in the plan. */
  readonly cursor: number | null;
  readonly schedule: readonly ScheduledDay[];
  /** What was typed and has no place in the person's own templates. */
  readonly homeless: readonly ('target' | 'goNoGo' | 'owner' | 'stakeholders' | 'tier')[];
  /** The release that the name already means. */
  readonly existing: Release | null;
}

/** The texts of the three templates, as the person has them. */
export interface ReleaseTemplates {
  readonly plan: string;
  readonly checklist: string;
  readonly retro: string;
}

/** Loads the templates once, so that drafts can follow each key. */
export async function releaseTemplates(store: NoteStore, settings: Settings): Promise<ReleaseTemplates> {
  const [plan, checklist, retro] = await Promise.all(
    ['Release Plan', 'Release Checklist', 'Release Retro'].map((name) => findTemplate(name, store, settings)),
  );
  return { plan: plan ?? '', checklist: checklist ?? '', retro: retro ?? '' };
}

/** What the draft depends on beside the form. */
export interface DraftInputs {
  readonly settings: Settings;
  readonly today: CalendarDate;
  readonly templates: ReleaseTemplates;
  readonly releases: readonly Release[];
  readonly find: NoteStore['find'];
  /** What earlier retros asked for and is not done: offered into the plan. */
  readonly improvements?: readonly Improvement[];
}

/** Turns a form into a draft; pure but for looking up paths. */
export function draftRelease(form: ReleaseForm, inputs: DraftInputs): ReleaseDraft {
  const { settings, today, templates, releases, find } = inputs;
  const typed = form.release.replace(/[\r\n]+/g, ' ').trim();
  const identity = typed === '' ? null : parseReleaseIdentity(typed);
  const title = identity ? titleOfIdentity(identity) : '';
  const name = identity
    ? safeFileName(
        [identity.version === null ? '' : `v${identity.version.replace(/^v/i, '')}`, identity.name ?? '']
          .filter(Boolean)
          .join(' '),
      )
    : null;
  const target = understandDate(form.target, today, settings);
  const goNoGo = understandDate(form.goNoGo, today, settings, target?.date ?? null);
  const folder = `${settings.workspace.folders.releases}/${name ?? ''}`;
  const paths = { plan: `${folder}/Plan.md`, checklist: `${folder}/Checklist.md`, retro: `${folder}/Retro.md` };
  const offered = (inputs.improvements ?? [])
    .filter(isUnfinished)
    .slice(-MOST_OFFERED)
    .map(({ title: asked, evidence }) => `${asked.replace(/\s+/g, ' ')} (${linkTo(evidence.path, 'Retro')})`);
  const values = {
    ...valuesOf(form, { title, target, goNoGo, today, paths }),
    improvements: offered,
    from_retros: offered.length > 0 ? FROM_RETROS : '',
  };
  const tier = /^[1-4]$/.test(form.tier) ? Number(form.tier) : null;
  const rendered = {
    plan: renderTemplate(templates.plan, values, tier),
    checklist: renderTemplate(templates.checklist, values, tier),
    retro: renderTemplate(templates.retro, values, tier),
  };
  const notes = (['plan', 'checklist', 'retro'] as const).map((key) => ({
    path: paths[key],
    text: rendered[key].text,
  }));
  const read =
    name === null
      ? null
      : readBack(
          [
            ...notes,
            {
              path: `${settings.workspace.folders.meetings}/${today} - ${title}.md`,
              text: `# ${today}\n\n## Release: ${title}\n`,
            },
          ],
          settings,
          today,
        );
  const existing = identity ? (releases.find((release) => meansSame(release, identity)) ?? null) : null;
  const problems: ReleaseProblem[] = [];
  if (typed === '') problems.push('no-name');
  else if (
    name === null ||
    !read ||
    !identity ||
    !isSame(read, identity) ||
    isExcluded(paths.plan, { excluded: settings.excludedFolders })
  )
    problems.push('name-unclear');
  else if (existing) problems.push('exists');
  else if (find(folder) !== null) problems.push('folder-taken');
  if (form.target.trim() !== '' && !target) problems.push('target-unclear');
  if (form.goNoGo.trim() !== '' && !goNoGo) problems.push('gate-unclear');
  if (parseAsks(form.stakeholders) === null) problems.push('asks-unclear');
  return {
    homeless: homelessOf(form, templates),
    problems,
    target,
    goNoGo,
    folder,
    notes,
    planPath: paths.plan,
    cursor: rendered.plan.cursor,
    schedule: read ? scheduleOf(read, settings, today) : [],
    existing,
  };
}

/** Typed values whose placeholder none of the three templates has. */
function homelessOf(form: ReleaseForm, { plan, checklist, retro }: ReleaseTemplates): ReleaseDraft['homeless'] {
  const places = new Set([plan, checklist, retro].flatMap((template) => [...placeholdersOf(template)]));
  const named = { target: 'target', goNoGo: 'go_no_go', owner: 'owner', stakeholders: 'asks', tier: 'tier' } as const;
  return (Object.keys(named) as (keyof typeof named)[]).filter(
    (field) => form[field].trim() !== '' && !places.has(named[field]),
  );
}

/** "v2.5 (Analytics Dashboard)"; brackets of the name's own give way, so that it reads back. */
export function titleOfIdentity({ version, name }: ReleaseIdentity): string {
  const plain =
    name
      ?.replace(/%%|\{\{|\}\}|[[\]`]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  if (version === null) return plain;
  const short = `v${version.replace(/^v/i, '')}`;
  return plain === '' ? short : `${short} (${plain.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim()})`;
}

function valuesOf(
  form: ReleaseForm,
  {
    title,
    target,
    goNoGo,
    today,
    paths,
  }: {
    readonly title: string;
    readonly target: UnderstoodDate | null;
    readonly goNoGo: UnderstoodDate | null;
    readonly today: CalendarDate;
    readonly paths: { readonly plan: string; readonly checklist: string; readonly retro: string };
  },
): Record<string, TemplateValue> {
  return {
    release: title,
    target: target?.date ?? '',
    go_no_go: goNoGo?.date ?? '',
    owner: linksTo(form.owner).join(', '),
    tier: form.tier,
    asks: (parseAsks(form.stakeholders) ?? []).map(
      ({ who, noticeDays }) =>
        `${linkTo(who)} needs ${noticeDays} ${noticeDays === 1 ? 'day' : 'days'} notice before launch`,
    ),
    today,
    plan_link: linkTo(paths.plan, 'Plan'),
    checklist_link: linkTo(paths.checklist, 'Checklist'),
    retro_link: linkTo(paths.retro, 'Retro'),
  };
}

/** The release as the reader will see it in the notes: what is shown before is what is shown afterwards. */
function readBack(notes: readonly NewNote[], settings: Settings, today: CalendarDate): Release | null {
  const index = createReleaseIndex(settings.workspace.folders.releases);
  index.apply(notes.map(({ path, text }) => ({ path, facts: readNote(path, text, readerOptions(settings, today)) })));
  const [release, other] = index.releases();
  return release && !other ? release : null;
}

/** Whether notes would take the two for one release: by version, or by name where one of them states no version. */
function meansSame(release: ReleaseIdentity, identity: ReleaseIdentity): boolean {
  const plain = (version: string): string => versionKey(version).replace(/(?:\.0+)+$/, '');
  if (release.version !== null && identity.version !== null) return plain(release.version) === plain(identity.version);
  return release.name !== null && identity.name !== null && nameKey(release.name) === nameKey(identity.name);
}

function isSame(release: ReleaseIdentity, identity: ReleaseIdentity): boolean {
  if (release.version !== null && identity.version !== null)
    return versionKey(release.version) === versionKey(identity.version);
  return (
    release.name !== null &&
    identity.name !== null &&
    nameKey(release.name) === nameKey(identity.name) &&
    release.version === identity.version
  );
}

function scheduleOf(release: Release, { calendar }: Settings, today: CalendarDate): ScheduledDay[] {
  const days: Omit<ScheduledDay, 'isPast'>[] = [];
  if (release.target) days.push({ date: release.target.value.date, what: '', who: null, kind: 'target' });
  if (release.goNoGo) days.push({ date: release.goNoGo.value.date, what: '', who: null, kind: 'goNoGo' });
  for (const item of release.items) {
    const due = isOpen(item.state) ? effectiveDue(item.due, release, calendar) : null;
    if (due)
      days.push({ date: due.date, what: item.title.replace(/\s*\(T-\d+\)/g, ''), who: item.owner, kind: 'item' });
  }
  for (const { who, what, due } of followUpsOf(release, calendar))
    if (due) days.push({ date: due, what, who, kind: 'ask' });
  return days
    .map((day) => ({ ...day, isPast: day.date < today }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Makes the notes of a draft, or as many as can be made; nothing that exists is touched. */
export function createRelease(draft: ReleaseDraft, writer: NoteWriter, label: string): Promise<CreateOutcome> {
  return writer.create(label, [draft.folder], draft.notes);
}

/** A form filled in from what the reader understands of a note or a selection. */
export function formFrom(text: string, path: string, settings: Settings, today: CalendarDate): ReleaseForm {
  const facts = readNote(path, text, readerOptions(settings, today));
  const mention = facts.releases[0];
  // Of several releases the first is meant; what belongs to none counts only where there is one.
  const isOwn = ({ release }: { readonly release: number }): boolean =>
    release === 0 || (release < 0 && facts.releases.length <= 1);
  const scalar = (field: 'target' | 'goNoGo'): string => {
    const fact = facts.scalars.find((entry) => entry.field === field && isOwn(entry));
    return fact && (fact.field === 'target' || fact.field === 'goNoGo') ? (fact.value?.date ?? '') : '';
  };
  const owner = facts.scalars.find((entry) => entry.field === 'owner' && isOwn(entry));
  const tier = facts.scalars.find((entry) => entry.field === 'tier' && isOwn(entry));
  const asks = facts.dependencies
    .filter(isOwn)
    .flatMap(({ who, due }) =>
      who === null ? [] : [`${who}${due.lead?.unit === 'business' ? ` ${due.lead.amount} days` : ''}`],
    );
  return {
    release: mention
      ? [mention.version === null ? '' : `v${mention.version.replace(/^v/i, '')}`, mention.name ?? '']
          .filter(Boolean)
          .join(' ')
      : firstWords(text),
    target: scalar('target'),
    goNoGo: scalar('goNoGo'),
    owner: owner?.field === 'owner' ? owner.value.join(', ') : settings.me,
    stakeholders: [...new Set(asks)].join(', '),
    tier: tier?.field === 'tier' ? (/[1-4]/.exec(tier.value)?.[0] ?? '') : '',
  };
}

/** A short selection is a name; anything longer is prose. */
function firstWords(text: string): string {
  const line = text.trim();
  return line.includes('\n') || line.length > 80 ? '' : line.replace(/^#+\s*/, '');
}
