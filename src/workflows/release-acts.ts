import type { CalendarDate } from '../domain/calendar-date';
import { ended } from '../domain/in-slices';
import type { DateReading, RiskOverride } from '../domain/note-facts';
import { partyKey } from '../domain/party';
import { parseReleaseIdentity } from '../domain/release-identity';
import type { Decision, Release } from '../domain/release';
import { ACT_WORDING as WORDS } from '../presentation/act-wording';
import { propertyEdit } from '../markdown/property-edit';
import { readNoteInSteps } from '../markdown/read-note';
import { renderTemplate } from '../markdown/template';
import type { NoteStore } from '../ports/note-store';
import {
  act,
  type ActChange,
  type ActInputs,
  inOneEdit,
  oneLine,
  optionsOf,
  type PlannedAct,
  stateField,
  stating,
} from './act-plan';
import { findTemplate } from './find-template';
import { itemsInto, lineOf, openItems, settleItem } from './item-acts';
import { titleOfIdentity } from './new-release';
import { linksTo, linkTo } from './note-link';
import type { NewNote } from './note-writer';
import { safeFileName } from '../domain/safe-name';
import { planDateEdit } from './plan-date';
import { type FieldWanted, releaseFieldEdit } from './release-field';
import { folderOfRelease, homeOf, recordOf } from './release-note';

/** Moves the target or the go/no-go: the day in the plan's line, and nothing beside it. */
export function moveDate(
  release: Release,
  field: 'target' | 'goNoGo',
  to: CalendarDate,
  inputs: ActInputs,
): PlannedAct | null {
  const names = WORDS.fields[field];
  const now = release[field];
  const home = homeOf(release);
  const meant = {
    field,
    label: names.label,
    isMeant: (value: DateReading | null): boolean => value?.date === to,
  };
  const wanted: FieldWanted = { ...meant, value: to };
  const label = WORDS.steps.move(names.label, release.key);
  if (home === null || !now) {
    const value = now ? `${to} (was ${now.value.date})` : to;
    return act(
      label,
      stateField(release, { ...meant, value }, { what: WORDS.records.moved, on: inputs.today }, inputs),
    );
  }
  return act(label, {
    kind: 'edit',
    path: home,
    shows: `- ${names.label}: ${to}`,
    plan: (text) => {
      const stated = now.evidence.path === home ? now : planValue(release, field, home);
      const inPlace = stated
        ? planDateEdit(home, text, field, stated.value.date, to, optionsOf(inputs))
        : { problem: 'gone' as const };
      return 'edits' in inPlace ? inPlace : releaseFieldEdit(home, text, release, wanted, optionsOf(inputs));
    },
  });
}

/** The day that the plan states where another note has a newer one. */
function planValue(release: Release, field: 'target' | 'goNoGo', home: string): Release['target'] {
  return (
    release.planDifferences.find(({ field: of, plan }) => of === field && plan.evidence.path === home)?.plan ??
    [...release.slips].reverse().find(({ field: of, from }) => of === field && from.evidence.path === home)?.from ??
    null
  );
}

/** Says who owns the release. */
export function nameOwner(release: Release, names: string, inputs: ActInputs): PlannedAct | null {
  const links = linksTo(names);
  if (links.length === 0) return null;
  const keys = links.map((link) => partyKey(link.replace(/[[\]]/g, ''))).join();
  return act(
    WORDS.steps.owner(release.key),
    stateField(
      release,
      {
        field: 'owner',
        label: WORDS.fields.owner.label,
        value: links.join(', '),
        isMeant: (value) => value.map(partyKey).join() === keys,
      },
      { what: WORDS.records.owner, on: inputs.today },
      inputs,
    ),
  );
}

/** Sets the verdict by hand, with a reason and an end. */
export function setVerdict(
  release: Release,
  { level, until, reason }: RiskOverride,
  inputs: ActInputs,
): PlannedAct | null {
  return act(
    WORDS.steps.verdict(release.key),
    stateField(
      release,
      {
        field: 'override',
        label: WORDS.fields.override.label,
        value: `${WORDS.levels[level].toLowerCase()} until ${until}, because ${oneLine(reason)}`,
        isMeant: (value) => value.level === level && value.until === until,
      },
      { what: WORDS.records.verdict, on: inputs.today },
      inputs,
    ),
  );
}

/** A go/no-go as it was taken. */
export interface DecisionForm {
  readonly decision: Decision;
  readonly by: string;
  readonly because: string;
  /** Of a conditional go: one a line. */
  readonly conditions: string;
}

/** Records a go/no-go in a dated note of its own: a later change of the plan does not alter it. */
export function recordDecision(release: Release, form: DecisionForm, inputs: ActInputs): PlannedAct | null {
  const by = linksTo(form.by).join(', ');
  const because = oneLine(form.because);
  const conditions = form.decision === 'conditional' ? form.conditions.split(/\r?\n/).map(oneLine).filter(Boolean) : [];
  return act(
    WORDS.steps.decide(release.key),
    stating(
      release,
      {
        field: 'decision',
        label: WORDS.form.decision,
        value: form.decision,
        isMeant: (value) => value === form.decision,
      },
      recordOf(
        release,
        {
          what: WORDS.records.decision,
          on: inputs.today,
          lines: [
            `Decision: ${WORDS.decided[form.decision]}`,
            ...(by === '' ? [] : [`Decided by: ${by}`]),
            ...(because === '' ? [] : [`Because: ${because}`]),
          ],
          sections: [{ heading: WORDS.records.conditions, items: conditions.map((line) => `- [ ] ${line}`) }],
        },
        inputs.settings,
        inputs.store,
      ),
      inputs,
    ),
  );
}

/** What happens to required items that are open when a release ships. */
export type OpenItems = 'keep' | 'waive' | 'move';

/** A release that went out. */
export interface ShipForm {
  readonly on: CalendarDate;
  readonly open: OpenItems;
  /** The release to which open items move. */
  readonly to: Release | null;
}

/**
 * Marks a release as shipped, and settles what is still open: waived on its line, moved to another release, or left.
 */
export function ship(release: Release, { on, open, to }: ShipForm, inputs: ActInputs): PlannedAct | null {
  const boxed = open === 'keep' ? [] : openItems(release).filter(({ tickable }) => tickable);
  const note = open === 'waive' ? WORDS.waivedAtShipping : WORDS.movedTo(to?.key ?? '');
  const status = stateField(
    release,
    {
      field: 'phase',
      label: WORDS.fields.phase.label,
      value: `released (${on})`,
      isMeant: (value) => value === 'released',
    },
    { what: WORDS.records.shipped, on: inputs.today },
    inputs,
  );
  const there = open === 'move' && to ? itemsInto(to, boxed.map(lineOf), inputs) : null;
  if (open === 'move' && boxed.length > 0 && there === null) return null;
  const marks = inOneEdit([
    ...(status ? [status] : []),
    ...boxed.map((item) => settleItem(item, open === 'move' ? '>' : '-', open === 'move' ? 'moved' : 'waived', note)),
    ...(there ? [there] : []),
  ]);
  return status === null ? null : { label: WORDS.steps.ship(release.key), changes: marks };
}

/** The retro of a release that has none, from its template, in the release's folder. */
export async function draftRetro(
  release: Release,
  { settings, store, today }: ActInputs & { readonly store: NoteStore },
): Promise<NewNote> {
  const home = homeOf(release);
  const { text } = renderTemplate(await findTemplate('Release Retro', store, settings), {
    release: titleOfIdentity(release),
    target: release.target?.value.date ?? '',
    owner: linksTo(release.owner?.value.join(', ') ?? '').join(', '),
    plan_link: home === null ? '' : linkTo(home, 'Plan'),
    today,
  });
  const folder = folderOfRelease(release, settings);
  const own = folder !== settings.workspace.folders.meetings;
  return {
    path: own ? `${folder}/Retro.md` : `${folder}/${today} - Retro ${safeFileName(titleOfIdentity(release)) ?? ''}.md`,
    text,
  };
}

/** Says in a note's properties which release it is about. */
export function noteOfRelease(path: string, release: Release): PlannedAct {
  const title = titleOfIdentity(release);
  return {
    label: WORDS.steps.link(release.key),
    changes: [
      {
        kind: 'edit',
        path,
        shows: `release: ${JSON.stringify(title)}`,
        plan: (text) => {
          const set = propertyEdit(text, 'release', title, JSON.stringify(title));
          return 'edits' in set ? set : { problem: 'refused' };
        },
      },
    ],
  };
}

/** Adds names to those by which a release's own page says that it is known. */
function withAliases(path: string, added: readonly string[], inputs: ActInputs): ActChange {
  return {
    kind: 'edit',
    path,
    shows: `aliases: ${JSON.stringify(added)}`,
    plan: (text) => {
      const { aliases } = ended(readNoteInSteps(path, text, optionsOf(inputs)));
      const known = new Set(aliases.map((alias) => alias.toLowerCase()));
      const all = [...aliases, ...added.filter((name) => !known.has(name.toLowerCase()))];
      const yaml = `[${all.map((name) => JSON.stringify(name)).join(', ')}]`;
      const set = propertyEdit(text, 'aliases', all.join(), yaml);
      return 'edits' in set ? set : { problem: 'refused' };
    },
  };
}

/** Says on a release's page that another one is the same; null where neither has a page. */
export function mergeWith(release: Release, other: Release, inputs: ActInputs): PlannedAct | null {
  const [home, name] = homeOf(release) !== null ? [homeOf(release), other] : [homeOf(other), release];
  if (home === null) return null;
  return act(WORDS.steps.merge(release.key, other.key), withAliases(home, [titleOfIdentity(name)], inputs));
}

/** Gives a release another name: its page says the new one, and that the old one means the same; no other note changes. */
export function rename(release: Release, to: string, inputs: ActInputs): PlannedAct | null {
  const home = homeOf(release);
  const title = oneLine(to);
  const identity = parseReleaseIdentity(title);
  const old = titleOfIdentity(release);
  if (home === null || !identity || titleOfIdentity(identity) === old) return null;
  const name: ActChange = {
    kind: 'edit',
    path: home,
    shows: `release: ${JSON.stringify(title)}`,
    plan: (text) => {
      const set = propertyEdit(text, 'release', title, JSON.stringify(title));
      return 'edits' in set ? set : { problem: 'refused' };
    },
  };
  return act(WORDS.steps.rename(release.key), ...inOneEdit([name, withAliases(home, [old], inputs)]));
}

/** Moves a release's own folder to the archive, which is not read; null where it has no folder of its own. */
export function archive(release: Release, { settings }: ActInputs): PlannedAct | null {
  const from = folderOfRelease(release, settings);
  if (from === settings.workspace.folders.meetings) return null;
  const to = `${ARCHIVE}/${from.split('/').slice(-2).join('/')}`;
  return act(WORDS.steps.archive(release.key), { kind: 'move', from, to });
}

/** Left out of reading by default. */
const ARCHIVE = 'Archive';
