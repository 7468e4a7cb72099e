import { type App, Keymap, Menu, Notice, type HoverParent } from 'obsidian';
import type { BusinessCalendar } from '../../domain/business-calendar';
import type { PlanDifference } from '../../domain/release';
import type { ReaderOptions } from '../../markdown/readers/reading';
import type { Place } from '../../presentation/place';
import { WORDING } from '../../presentation/wording';
import type { PlaybookKeeper } from '../../workflows/playbook-keeper';
import type { NoteWriter } from '../../workflows/note-writer';
import { useOtherDate } from '../../workflows/plan-date';
import { tickItem } from '../../workflows/tick-item';
import type { VaultSurvey } from '../../workflows/vault-survey';
import { COMMANDS } from '../command-list';
import { openPlace } from '../open-place';
import { openRelease } from '../open-release';
import { told } from '../told';
import { type FollowUpActions, followUpActions } from './follow-up-acts';
import { type ReleaseActs, releaseActs } from './release-acts';
import { entriesOf, showMenu } from './show-menu';
import type { ActWriting } from '../writing/write-act';
import type { Writing } from '../writing/writing';

/** Id under which hover previews and the view itself are registered. */
export const PANEL_VIEW_TYPE = 'shipshape-release-risk';

/** What the panel can do in the app. */
export interface PanelActions {
  readonly open: (place: Place, event: MouseEvent | KeyboardEvent) => void;
  readonly preview: (place: Place, event: MouseEvent, target: HTMLElement) => void;
  /** True when the box was written. */
  readonly tick: (
    row: { readonly title: string; readonly mark: string; readonly place: Place; readonly spot: string | undefined },
    newMark: string,
  ) => Promise<boolean>;
  /** Writes the day of the other note into the plan. */
  readonly useOtherDate: (difference: PlanDifference) => Promise<void>;
  /** The plan's day counts from today. */
  readonly usePlanDate: (difference: PlanDifference) => void;
  readonly acts: ReleaseActs;
  /** What became of a decision's note and of its sources. */
  readonly recordState: ActWriting['recordState'];
  readonly followUps: FollowUpActions;
  readonly newMenu: (event: MouseEvent) => void;
  readonly keeper: PlaybookKeeper;
  readonly writing: Writing;
  readonly survey: VaultSurvey;
  readonly openSettings: () => void;
  /** The person's names, as the settings have them; '' when not said. */
  readonly me: () => string;
  readonly load: (key: string) => unknown;
  readonly save: (key: string, value: unknown) => void;
}

/** What a panel's actions need. */
export interface ActionPorts {
  readonly writer: NoteWriter;
  readonly keeper: PlaybookKeeper;
  readonly writing: Writing;
  readonly survey: VaultSurvey;
  readonly openSettings: () => void;
  readonly me: () => string;
  readonly calendar: () => BusinessCalendar;
  /** How a plan is read. */
  readonly readerOptions: () => ReaderOptions;
  /** See the keeper of the history. */
  readonly confirm: (path: string, field: PlanDifference['field'], line: number) => boolean;
}

/** Actions for one panel; `hoverParent` is its view. */
export function panelActions(
  app: App,
  hoverParent: HoverParent,
  { writer, keeper, writing, survey, openSettings, me, calendar, readerOptions, confirm }: ActionPorts,
): PanelActions {
  const show = (place: Place, event: MouseEvent | KeyboardEvent): void =>
    void openPlace(app, place, Keymap.isModEvent(event));
  const followUps = followUpActions(writer, writing, calendar, show);
  return {
    open: show,
    preview: (place, event, target) => {
      app.workspace.trigger('hover-link', {
        event,
        source: PANEL_VIEW_TYPE,
        hoverParent,
        targetEl: target,
        linktext: place.path,
        state: { scroll: place.line - 1 },
      });
    },
    tick: async ({ title, mark, place, spot }, newMark) => {
      const outcome = await tickItem(writer, place.path, { title, spot, mark, newMark });
      return told(outcome, title, place.path, writer) && outcome === 'done';
    },
    useOtherDate: async (difference) =>
      void told(
        await useOtherDate(writer, difference, WORDING.usedInPlan, readerOptions),
        difference.plan.evidence.text,
        difference.plan.evidence.path,
        writer,
      ),
    usePlanDate: ({ field, plan: { evidence } }) => {
      if (!confirm(evidence.path, field, evidence.line)) new Notice(WORDING.historyOff);
    },
    acts: releaseActs(writing, show, (release) => void openRelease(app, release)),
    recordState: writing.acts.recordState,
    followUps,
    newMenu: (event) => newMenu(writing, event),
    keeper,
    writing,
    survey,
    openSettings,
    me,
    load: (key) => app.loadLocalStorage(`shipshape-panel-${key}`) as unknown,
    save: (key, value) => app.saveLocalStorage(`shipshape-panel-${key}`, value),
  };
}

/** All that makes a note. */
function newMenu(writing: Writing, event: MouseEvent): void {
  const menu = new Menu();
  const add = entriesOf(menu);
  for (const { name, icon, isNew, does } of COMMANDS)
    if (isNew && 'run' in does) add(name, icon, () => does.run(writing));
  showMenu(menu, event);
}
