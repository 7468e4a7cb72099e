import type { CalendarDate } from '../domain/calendar-date';
import type { DateReading, RiskOverride } from '../domain/note-facts';
import type { Fact } from '../domain/evidence';
import { baseName } from '../domain/note-path';
import { partyKey } from '../domain/party';
import { type Decision, openRequired, type Release } from '../domain/release';
import { isPlaceholder } from '../domain/release-identity';
import { ACT_WORDING as WORDS } from '../presentation/act-wording';
import {
  act,
  type ActChange,
  type ActInputs,
  optionsOf,
  plainLine,
  type PlannedAct,
  stateField,
  stating,
} from './act-plan';
import { itemsInto, lineOf, settleItem } from './item-acts';
import { linksTo } from './note-link';
import { planDateEdit } from './plan-date';
import { type FieldWanted, releaseFieldEdit } from './release-field';
import { homeOf, recordOf, type RecordText } from './release-note';

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
      // Only where the plan says nothing of it yet, a line of its own says it: what somebody wrote meanwhile stays.
      return 'problem' in inPlace && inPlace.problem === 'gone'
        ? releaseFieldEdit(home, text, release, wanted, optionsOf(inputs))
        : inPlace;
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
  if (links.length === 0 || links.some((link) => isPlaceholder(link.replace(/[[\]]/g, '')))) return null;
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
        value: `${WORDS.levels[level].toLowerCase()} until ${until}, because ${plainLine(reason)}`,
        isMeant: (value) => value.level === level && value.until === until,
      },
      { what: WORDS.records.verdict, on: inputs.today },
      inputs,
      // A record that says otherwise is outdone by a newer record only.
      release.override !== null && release.override.evidence.path !== homeOf(release),
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
  /** What has to be done whatever was decided. */
  readonly also?: readonly string[];
}

/** Records a go/no-go in a dated note of its own: a later change of the plan does not alter it. */
export function recordDecision(
  release: Release,
  form: DecisionForm,
  inputs: ActInputs,
  more: RecordText['sections'] = [],
): PlannedAct | null {
  if (isSaidToday(release.decision, WORDS.records.decision, inputs)) return null;
  const by = linksTo(form.by).join(', ');
  const because = plainLine(form.because);
  const conditions =
    form.decision === 'conditional' ? form.conditions.split(/\r?\n/).map(plainLine).filter(Boolean) : [];
  const wanted: FieldWanted = {
    field: 'decision',
    label: WORDS.form.decision,
    value: form.decision,
    isMeant: (value) => value === form.decision,
  };
  const record = (why: string, isCode: boolean): ActChange | null =>
    stating(
      release,
      wanted,
      recordOf(
        release,
        {
          what: WORDS.records.decision,
          on: inputs.today,
          lines: [
            `Decision: ${WORDS.decided[form.decision]}`,
            ...(by === '' ? [] : [`Decided by: ${by}`]),
            ...(why === '' || isCode ? [] : [`Because: ${why}`]),
          ],
          sections: [
            { heading: WORDS.form.because, items: isCode ? ['```', why.replace(/`/g, "'"), '```'] : [] },
            {
              heading: WORDS.records.conditions,
              items: [...conditions, ...(form.also ?? [])].map((line) => `- [ ] ${line}`),
            },
            ...more,
          ],
        },
        inputs.settings,
        inputs.store,
      ),
      inputs,
    );
  // Words that would say something of their own ("we moved the launch to …") stand as they were typed, and say nothing.
  return act(WORDS.steps.decide(release.key), record(because, false) ?? record(because, true));
}

/** True when another note of today, or later, states it: a record of today would not outdo that one for sure. */
export function isSaidToday(fact: Fact<unknown> | null, own: string, { today }: Pick<ActInputs, 'today'>): boolean {
  return fact !== null && fact.evidence.asOf >= today && !baseName(fact.evidence.path).startsWith(`${today} - ${own} `);
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
  if (on > inputs.today) return null;
  const boxed = open === 'keep' ? [] : openRequired(release.items).filter(({ tickable }) => tickable);
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
  return act(
    WORDS.steps.ship(release.key),
    status,
    ...boxed.map((item) => settleItem(item, open === 'move' ? '>' : '-', open === 'move' ? 'moved' : 'waived', note)),
    ...(there ? [there] : []),
  );
}
