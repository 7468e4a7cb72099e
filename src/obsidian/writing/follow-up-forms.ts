import type { FollowUp } from '../../domain/follow-up';
import { ACT_WORDING } from '../../presentation/act-wording';
import { FOLLOW_UP_WORDING as WORDS } from '../../presentation/follow-ups-wording';
import { lineField } from '../../workflows/follow-up-actions';
import { linksTo } from '../../workflows/note-link';
import type { PlannedAct } from '../../workflows/act-plan';
import type { ActFormSpec } from './act-form-spec';

/** The same field on each of some lines. */
export function fieldOn(followUps: readonly FollowUp[], label: string, key: string, value: string): PlannedAct {
  return { label, changes: followUps.flatMap((followUp) => lineField(followUp, key, value)) };
}

/** What is asked about a follow-up before it is written. */
export function followUpForms(show: (form: ActFormSpec) => void): {
  readonly assignFollowUps: (followUps: readonly FollowUp[]) => void;
  readonly snoozeFollowUps: (followUps: readonly FollowUp[]) => void;
} {
  return {
    assignFollowUps: (followUps) => {
      const what = followUps[0]?.what ?? '';
      show({
        title: WORDS.assignTitle(what),
        fields: [{ key: 'who', kind: 'names', label: ACT_WORDING.form.owner }],
        preview: ({ who = '' }) => {
          const [link] = linksTo(who);
          return { act: link === undefined ? null : fieldOn(followUps, WORDS.assignStep(what), 'owner', link) };
        },
      });
    },
    snoozeFollowUps: (followUps) => {
      const what = followUps[0]?.what ?? '';
      show({
        title: WORDS.snoozeTitle(what),
        fields: [{ key: 'until', kind: 'date', label: ACT_WORDING.form.until, hint: ACT_WORDING.form.newDayHint }],
        preview: (_, { until }) => ({
          act: until ? fieldOn(followUps, WORDS.snoozeTitle(what), 'snoozed', until.date) : null,
        }),
      });
    },
  };
}
