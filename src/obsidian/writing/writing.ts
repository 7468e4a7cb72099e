import { WORDING } from '../../presentation/wording';
import { noteName } from '../../presentation/place';
import { type Editor, Notice, type TFile } from 'obsidian';
import type { ProcessEntry } from '../../domain/process';
import type { Stakeholder } from '../../index/stakeholders';
import { WRITING_WORDING as WORDS } from '../../presentation/writing-wording';
import type { ReleaseForm } from '../../workflows/new-release';
import { markVerified, type ProcessCoverage, processCoverage } from '../../workflows/process-registry';
import { datesOnLine, noteDates, type PhraseOnLine } from '../../workflows/understand-date';
import { sayReading } from '../forms/fields';
import { type Desk, layOutDesk, type WritingPorts } from './desk';
import { capture, insertPack, insertTemplate, logMeeting, newFromTemplate } from './write-notes';
import type { PlaybookKeeper } from '../../workflows/playbook-keeper';
import { type ActWriting, actWriting } from './write-act';
import { type ChangeWriting, changeWriting } from './write-change';
import { type ImprovementWriting, improvementWriting } from './write-improvement';
import { type ProposalWriting, proposalWriting } from './write-proposal';
import { documentAProcess, documentFrom, runProcess } from './write-process';
import { importFiles } from './write-import';
import { newRelease, newReleaseFrom } from './write-release';
import { openStakeholder } from './write-stakeholder';
import { setUp } from './write-workspace';

/** Everything that makes notes, each behind a form that shows first what would be written. */
export interface Writing {
  readonly newRelease: (start?: Partial<ReleaseForm>) => void;
  readonly newReleaseFrom: (editor: Editor, file: TFile | null) => void;
  readonly logMeeting: () => void;
  readonly capture: (kind: 'request' | 'idea') => void;
  readonly setUp: () => void;
  /** Reads files of another system, those given or those that are chosen then. */
  readonly importFiles: (files?: readonly File[]) => void;
  readonly insertTemplate: (editor: Editor) => void;
  readonly insertPack: (editor: Editor) => void;
  readonly newFromTemplate: () => void;
  readonly openStakeholder: () => void;
  readonly improvements: ImprovementWriting;
  readonly proposals: ProposalWriting;
  readonly acts: ActWriting;
  readonly changes: ChangeWriting;
  readonly registry: () => readonly ProcessEntry[];
  readonly coverage: (entries: readonly ProcessEntry[]) => ProcessCoverage;
  readonly runProcess: (entry: ProcessEntry) => void;
  readonly markVerified: (path: string) => void;
  readonly documentProcess: () => void;
  readonly documentFrom: (editor: Editor, file: TFile | null) => void;
  readonly writeIsoDate: (editor: Editor, file: TFile | null) => void;
  readonly undo: () => void;
  readonly names: () => string[];
  readonly releases: () => string[];
  readonly stakeholders: () => Stakeholder[];
  /** Dates that stand in a line of a note, as the note's text says that they are read. */
  readonly datesOf: (line: string, path: string | null, text: string) => PhraseOnLine[];
  /** "Thu, Jan 29 · weekday after the note". */
  readonly sayPhrase: (phrase: PhraseOnLine) => string;
}

/** All ways to write, over one desk. */
export function createWriting(ports: WritingPorts, keeper: PlaybookKeeper): Writing {
  const desk = layOutDesk(ports);
  const { asOf, clock, settings } = ports;
  const shown = (form: Promise<void>): void => desk.attempt(() => form.then(() => true));
  const datesOf = (line: string, path: string | null, text: string): PhraseOnLine[] =>
    datesOnLine(
      line,
      noteDates(path ?? '', text, settings.current(), (path === null ? null : asOf(path)) ?? clock.today()),
      settings.current(),
    );
  return {
    newRelease: (start) => shown(newRelease(desk, start)),
    newReleaseFrom: (editor, file) => shown(newReleaseFrom(desk, editor, file)),
    logMeeting: () => logMeeting(desk),
    capture: (kind) => capture(desk, kind),
    setUp: () => setUp(desk),
    importFiles: (files) => importFiles(desk, files),
    insertTemplate: (editor) => insertTemplate(desk, editor),
    insertPack: (editor) => insertPack(desk, editor),
    newFromTemplate: () => newFromTemplate(desk),
    openStakeholder: () => openStakeholder(desk),
    improvements: improvementWriting(desk, keeper),
    proposals: proposalWriting(desk),
    acts: actWriting(desk),
    changes: changeWriting(desk, keeper),
    registry: desk.registry,
    coverage: (entries) =>
      processCoverage(
        entries,
        ports.state().releases.map(({ release }) => release),
        settings.current(),
      ),
    runProcess: (entry) => runProcess(desk, entry),
    markVerified: (path) =>
      desk.attempt(async () => {
        const outcome = await markVerified(desk.writer, path, clock.today());
        if (outcome === 'properties') new Notice(WORDING.propertiesRefused(noteName(path)));
        const done = outcome === 'done';
        if (done) keeper.writtenHere(path, ['facts']);
        return done;
      }),
    documentProcess: () => documentAProcess(desk, keeper),
    documentFrom: (editor, file) => documentFrom(desk, keeper, editor, file),
    writeIsoDate: (editor, file) => {
      const { line, ch } = editor.getCursor();
      const found = datesOf(editor.getLine(line), file?.path ?? null, editor.getValue()).find(
        ({ start, end }) => start <= ch && ch <= end,
      );
      if (found?.isExact) editor.replaceRange(found.date, { line, ch: found.start }, { line, ch: found.end });
      else new Notice(WORDS.isoNone);
    },
    undo: () => void undo(desk),
    names: desk.names,
    releases: desk.releases,
    stakeholders: desk.stakeholders,
    datesOf,
    sayPhrase: ({ date, assumption }) => sayReading({ date, from: null, assumption, concerns: [] }, clock.today()),
  };
}

async function undo({ writer }: Desk): Promise<void> {
  const what = writer.undoable() ?? '';
  const outcome = await writer.undo();
  new Notice(
    outcome === 'done'
      ? WORDS.undone(what)
      : outcome === 'changed'
        ? WORDS.undoChanged(what)
        : outcome === 'nothing'
          ? WORDS.undoNothing
          : WORDS.undoFailed(writer.failure()),
  );
}
