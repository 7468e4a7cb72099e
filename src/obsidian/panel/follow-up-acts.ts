import { Menu, Notice } from 'obsidian';
import { addBusinessDays, type BusinessCalendar } from '../../domain/business-calendar';
import { addDays, type CalendarDate, weekday } from '../../domain/calendar-date';
import type { FollowUpEntry, FollowUpLine } from '../../presentation/follow-ups-model';
import { FOLLOW_UP_WORDING as WORDS } from '../../presentation/follow-ups-wording';
import type { Place } from '../../presentation/place';
import { closeFollowUp, type OnLine, settleDirection, snoozeFollowUp } from '../../workflows/follow-up-actions';
import { onAll } from '../../workflows/on-all';
import type { NoteWriter } from '../../workflows/note-writer';
import { told } from '../told';
import { remind } from '../writing/remind';
import type { Writing } from '../writing/writing';
import { entriesOf, showMenu } from './show-menu';

/** What can be done with a follow-up; each writes on its own line only, and on those of its repeats. */
export interface FollowUpActions {
  /** The label of the step by which it was closed, to take it back; null when it was not. */
  readonly close: (line: FollowUpLine, today: CalendarDate) => Promise<string | null>;
  /** Takes back the step with this label, where nothing was changed since. */
  readonly undo: (label: string) => void;
  readonly assign: (line: FollowUpLine) => void;
  readonly settle: (line: FollowUpLine, direction: 'we-owe' | 'they-owe') => Promise<void>;
  /** One reminder for several asks of one party; each line notes it. */
  readonly remindAll: (entries: readonly FollowUpEntry[], today: CalendarDate) => void;
  readonly menu: (line: FollowUpLine, today: CalendarDate, event: MouseEvent) => void;
}

/** Acts on follow-ups over the one writer. */
export function followUpActions(
  writer: NoteWriter,
  writing: Writing,
  calendar: () => BusinessCalendar,
  open: (place: Place, event: MouseEvent | KeyboardEvent) => void,
): FollowUpActions {
  const onLines = async ({ what, followUp, repeats }: FollowUpLine, act: OnLine): Promise<boolean> => {
    const { failed } = await onAll(writer, [followUp, ...repeats], what, act);
    if (failed) told(failed.outcome, what, failed.item.evidence[0]?.path ?? '', writer);
    return failed === null;
  };
  const settle = async (line: FollowUpLine, direction: 'we-owe' | 'they-owe'): Promise<void> =>
    void (await onLines(line, (step, followUp) => settleDirection(step, followUp, direction)));
  const snooze = (line: FollowUpLine, until: CalendarDate | null): void =>
    void onLines(line, (step, followUp) => snoozeFollowUp(step, followUp, until));
  const remindOf = ({ followUp, release }: FollowUpLine, today: CalendarDate): void =>
    void remind(writer, [{ followUp, release }], today);
  const assign = ({ followUp, repeats }: FollowUpLine): void => writing.acts.assignFollowUps([followUp, ...repeats]);
  return {
    close: async (line, today) =>
      (await onLines(line, (step, followUp) => closeFollowUp(step, followUp, today))) ? line.what : null,
    undo: (label) => {
      if (writer.undoable() === label) writing.undo();
      else new Notice(WORDS.undoOther);
    },
    assign,
    settle,
    remindAll: (entries, today) => void remind(writer, entries, today),
    menu: (line, today, event) => {
      const menu = new Menu();
      const add = entriesOf(menu);
      if (line.writable) {
        add(WORDS.nudgeAction, 'clipboard-copy', () => remindOf(line, today));
        add(WORDS.assign, 'user', () => assign(line));
        if (line.release === null)
          add(WORDS.link, 'link', () => writing.acts.linkFollowUps([line.followUp, ...line.repeats]));
        if (line.snoozed !== null) add(WORDS.wakeAction, 'alarm-clock-off', () => snooze(line, null));
        else {
          for (const [key, until] of Object.entries(restDays(today, calendar())))
            add(WORDS.snoozes[key as keyof typeof WORDS.snoozes], 'alarm-clock', () => snooze(line, until));
          add(WORDS.snoozeUntil, 'alarm-clock', () => writing.acts.snoozeFollowUps([line.followUp, ...line.repeats]));
        }
        if (line.followUp.direction !== 'we-owe') add(WORDS.weOwe, 'arrow-up-right', () => void settle(line, 'we-owe'));
        if (line.followUp.direction !== 'they-owe')
          add(WORDS.theyOwe, 'arrow-down-left', () => void settle(line, 'they-owe'));
      } else add(WORDS.copyAction, 'clipboard-copy', () => remindOf(line, today));
      add(WORDS.openNote, 'file-text', (click) => open(line.place, click));
      showMenu(menu, event);
    },
  };
}

function restDays(today: CalendarDate, calendar: BusinessCalendar): Record<keyof typeof WORDS.snoozes, CalendarDate> {
  return {
    tomorrow: addDays(today, 1),
    days3: addBusinessDays(today, 3, calendar),
    monday: addDays(today, (8 - weekday(today)) % 7 || 7),
    week: addDays(today, 7),
  };
}
