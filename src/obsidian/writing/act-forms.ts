import { isOpen } from '../../domain/checklist';
import type { RiskOverride } from '../../domain/note-facts';
import { type ChecklistItem, type Decision, openRequired, titleOf } from '../../domain/release';
import { ACT_WORDING } from '../../presentation/act-wording';
import { consequencesOf } from '../../presentation/consequences';
import type { ActId } from '../../presentation/reason-acts';
import { addItem, assignAll, waive } from '../../workflows/item-acts';
import {
  isSaidToday,
  moveDate,
  nameOwner,
  type OpenItems,
  recordDecision,
  setVerdict,
  ship,
} from '../../workflows/release-acts';
import type { ActField } from '../forms/act-form';
import { choices, type MadeForm } from './act-form-spec';
import { archiving, merging, renaming } from './identity-forms';
import { lowering, resolving } from './risk-forms';

const WORDS = ACT_WORDING.form;

/** A row of a table has no box; what another system says has one there. */
const isInTable = ({ tickable, outside }: ChecklistItem): boolean => !tickable && outside === undefined;

const move =
  (field: 'target' | 'goNoGo'): MadeForm =>
  ({ entry, inputs }) => {
    const { release } = entry;
    const { policy, calendar } = inputs.settings;
    return {
      title: WORDS.move(ACT_WORDING.fields[field].label, titleOf(release)),
      fields: [{ key: 'day', kind: 'date', label: WORDS.newDay, hint: WORDS.newDayHint }],
      preview: (_, { day }) => {
        if (!day) return { act: null };
        if (day.date === release[field]?.value.date) return { act: null, says: [WORDS.same] };
        return {
          act: moveDate(release, field, day.date, inputs),
          says: consequencesOf(entry, field, day.date, { today: inputs.today, policy, calendar }),
        };
      },
    };
  };

const decide: MadeForm = ({ entry: { release }, inputs }) => ({
  title: WORDS.move(ACT_WORDING.acts.decide.replace('…', ''), titleOf(release)),
  fields: [
    { key: 'decision', kind: 'choice', label: WORDS.decision, start: 'go', options: choices(ACT_WORDING.decisions) },
    { key: 'by', kind: 'names', label: WORDS.by, start: inputs.settings.me },
    { key: 'because', kind: 'text', label: WORDS.because },
    {
      key: 'conditions',
      kind: 'area',
      label: WORDS.conditions,
      hint: WORDS.conditionsHint,
      when: ({ decision }) => decision === 'conditional',
    },
  ],
  preview: ({ decision = '', by = '', because = '', conditions = '' }) => ({
    act:
      decision === 'conditional' && conditions.trim() === ''
        ? null
        : recordDecision(release, { decision: decision as Decision, by, because, conditions }, inputs),
    says: isSaidToday(release.decision, ACT_WORDING.records.decision, inputs) ? [WORDS.saidToday] : [],
  }),
});

const owner: MadeForm = ({ entry: { release }, inputs }) => ({
  title: WORDS.move(WORDS.owner, titleOf(release)),
  fields: [{ key: 'who', kind: 'names', label: WORDS.owner }],
  preview: ({ who = '' }) => ({ act: nameOwner(release, who, inputs) }),
});

const verdict: MadeForm = ({ entry: { release }, inputs }) => ({
  title: WORDS.move(WORDS.level, titleOf(release)),
  fields: [
    { key: 'level', kind: 'choice', label: WORDS.level, start: 'on-track', options: choices(ACT_WORDING.levels) },
    { key: 'until', kind: 'date', label: WORDS.until },
    { key: 'reason', kind: 'text', label: WORDS.reason },
  ],
  preview: ({ level = '', reason = '' }, { until }) => ({
    act:
      until && reason.trim() !== ''
        ? setVerdict(release, { level: level as RiskOverride['level'], until: until.date, reason }, inputs)
        : null,
  }),
});

const shipping: MadeForm = ({ entry: { release }, inputs, others }) => {
  const open = openRequired(release.items);
  const ways = choices(WORDS.open).filter(([way]) => way !== 'move' || others.length > 0);
  return {
    title: WORDS.move(ACT_WORDING.acts.ship.replace('…', ''), titleOf(release)),
    fields: [
      { key: 'on', kind: 'date', label: WORDS.shippedOn, start: inputs.today },
      ...(open.length > 0
        ? [
            {
              key: 'open',
              kind: 'choice' as const,
              label: WORDS.stillOpen(open.length),
              start: 'keep',
              options: ways,
            },
          ]
        : []),
      {
        key: 'to',
        kind: 'choice',
        label: WORDS.to,
        start: others[0]?.id ?? '',
        options: others.map((other) => [other.id, titleOf(other)] as const),
        when: (values) => values.open === 'move',
      },
    ],
    preview: (values, { on }) => ({
      says:
        (values.open ?? 'keep') !== 'keep' && open.some(isInTable)
          ? [WORDS.inTables(open.filter(isInTable).length)]
          : [],
      act: on
        ? ship(
            release,
            {
              on: on.date,
              open: (values.open ?? 'keep') as OpenItems,
              to: others.find(({ id }) => id === values.to) ?? null,
            },
            inputs,
          )
        : null,
    }),
  };
};

const ALL = 'all';

/** Items of a reason to choose from; all of them together where that is meant. */
function itemField(items: readonly ChecklistItem[], all: string | null): ActField {
  return {
    key: 'item',
    kind: 'choice',
    label: WORDS.item,
    start: all === null ? '0' : ALL,
    options: [
      ...(all === null ? [] : [[ALL, all] as const]),
      ...items.map(({ title }, index) => [String(index), title] as const),
    ],
    when: () => items.length > 1,
  };
}

const assigning: MadeForm = ({ entry: { release } }) => {
  const items = release.items.filter(
    ({ required, state, owner: who, tickable }) => required && isOpen(state) && who === null && tickable,
  );
  if (items.length === 0) return null;
  return {
    title: WORDS.move(ACT_WORDING.acts.assign.replace('…', ''), titleOf(release)),
    fields: [
      { ...itemField(items, items.length > 1 ? WORDS.allItems(items.length) : null) },
      { key: 'who', kind: 'names', label: WORDS.owner },
    ],
    preview: ({ item = ALL, who = '' }) => ({
      act: assignAll(item === ALL || items.length === 1 ? items : items.slice(Number(item), Number(item) + 1), who),
    }),
  };
};

const waiving: MadeForm = ({ entry: { release } }) => {
  const items = openRequired(release.items).filter(({ tickable }) => tickable);
  if (items.length === 0) return null;
  return {
    title: WORDS.move(ACT_WORDING.acts.waive.replace('…', ''), titleOf(release)),
    fields: [itemField(items, null), { key: 'reason', kind: 'text', label: WORDS.reason }],
    preview: ({ item = '0', reason = '' }) => {
      const chosen = items[items.length === 1 ? 0 : Number(item)];
      return { act: chosen ? waive(chosen, reason) : null };
    },
  };
};

const adding: MadeForm = ({ entry: { release }, inputs }) => ({
  title: WORDS.move(ACT_WORDING.acts['add-item'].replace('…', ''), titleOf(release)),
  fields: [
    { key: 'what', kind: 'text', label: WORDS.what },
    { key: 'who', kind: 'names', label: WORDS.owner },
    { key: 'due', kind: 'date', label: WORDS.due },
    { key: 'required', kind: 'choice', label: WORDS.optional, start: 'yes', options: choices(WORDS.required) },
  ],
  preview: ({ what = '', who = '', required }, { due }) => ({
    act: addItem(release, { what, who, due: due?.date ?? null, optional: required === 'no' }, inputs),
  }),
});

/** The form of each act that has one. */
export const ACT_FORMS: Partial<Record<ActId, MadeForm>> = {
  'move-gate': move('goNoGo'),
  'move-target': move('target'),
  decide,
  owner,
  verdict,
  ship: shipping,
  assign: assigning,
  waive: waiving,
  'add-item': adding,
  resolve: resolving,
  lower: lowering,
  merge: merging,
  rename: renaming,
  archive: archiving,
};
