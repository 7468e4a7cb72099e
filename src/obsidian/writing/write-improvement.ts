import { h } from 'preact';
import type { Improvement } from '../../domain/improvement';
import { IMPROVEMENT_WORDING as WORDS } from '../../presentation/improvements-wording';
import {
  acceptImprovement,
  dropImprovement,
  implementImprovement,
  type ImprovementOutcome,
  startImprovement,
  verifyImprovement,
} from '../../workflows/improvement-actions';
import { draftLearning } from '../../workflows/new-note';
import type { PlaybookKeeper } from '../../workflows/playbook-keeper';
import { linkTo } from '../../workflows/note-link';
import { understandDate } from '../../workflows/understand-date';
import { FormModal } from '../forms/form-modal';
import { AcceptForm, ReasonForm } from '../forms/improvement-forms';
import { told } from '../told';
import type { Desk } from './desk';

/** What a person can say about an improvement; each writes on its own line only. */
export interface ImprovementWriting {
  readonly accept: (improvement: Improvement) => void;
  readonly start: (improvement: Improvement) => void;
  readonly implement: (improvement: Improvement) => void;
  readonly verify: (improvement: Improvement) => void;
  /** Opens its learning; makes it where there is none. */
  readonly learn: (improvement: Improvement) => void;
  readonly drop: (improvement: Improvement) => void;
}

/** Forms and edits for improvements. */
export function improvementWriting(desk: Desk, keeper: Pick<PlaybookKeeper, 'writtenHere'>): ImprovementWriting {
  const { app, writer, clock } = desk;
  const say = (outcome: ImprovementOutcome, { title, evidence }: Improvement): boolean =>
    told(outcome, title, evidence.path, writer);
  const ask = (
    title: string,
    label: string,
    hint: string,
    improvement: Improvement,
    run: (text: string) => Promise<ImprovementOutcome>,
  ): void => {
    new FormModal(app, title, (close) =>
      h(ReasonForm, {
        label,
        hint,
        about: improvement.title,
        save: (text) => desk.attempt(async () => say(await run(text), improvement), close),
        close,
      }),
    ).open();
  };
  return {
    accept: (improvement) => {
      const { settings, today } = desk.inputs();
      new FormModal(app, WORDS.acceptTitle, (close) =>
        h(AcceptForm, {
          app,
          names: desk.names,
          today,
          about: improvement.title,
          start: {
            owner: improvement.owner ?? settings.me,
            due: improvement.due ?? '',
            doneWhen: improvement.note.doneWhen ?? '',
          },
          understand: (text) => understandDate(text, today, settings),
          save: ({ owner, due, doneWhen }) =>
            desk.attempt(
              async () =>
                say(await acceptImprovement(writer, improvement, { owner: linkTo(owner), due, doneWhen }), improvement),
              close,
            ),
          close,
        }),
      ).open();
    },
    start: (improvement) => desk.attempt(async () => say(await startImprovement(writer, improvement), improvement)),
    implement: (improvement) =>
      ask(WORDS.implementTitle, WORDS.evidence, WORDS.evidenceHint, improvement, (text) =>
        implementImprovement(writer, improvement, text, clock.today()),
      ),
    verify: (improvement) =>
      desk.attempt(async () => say(await verifyImprovement(writer, improvement, clock.today()), improvement)),
    learn: (improvement) =>
      desk.attempt(async () => {
        const draft = await draftLearning(improvement, desk.inputs());
        const known = draft ? desk.store.find(draft.path) : null;
        if (known === null) {
          const made = await desk.makeAndOpen(WORDS.learn, draft);
          if (made && draft) keeper.writtenHere(draft.path);
          return made;
        }
        await desk.open(known, null);
        return true;
      }),
    drop: (improvement) =>
      ask(WORDS.dropTitle, WORDS.reason, '', improvement, (text) => dropImprovement(writer, improvement, text)),
  };
}
