import { Notice } from 'obsidian';
import { h } from 'preact';
import { isExcluded } from '../../index/scope';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import { folderSetting, settingProblem, settingSpec } from '../../settings/schema';
import { reasonOf } from '../../domain/reason-of';
import type { Progress } from '../../workflows/note-writer';
import { planWorkspace, type SetUpPlan, type SetUpRow, setUpWorkspace } from '../../workflows/set-up-workspace';
import { FormModal } from '../forms/form-modal';
import { type SetUpChoice, SetUpForm } from '../forms/set-up-form';
import type { Desk } from './desk';

const WORDS = WRITING_WORDING.setUp;

/** Shows what set-up would make; makes what was chosen, with progress, and remembers the choices as settings. */
export function setUp(desk: Desk): void {
  const { settings } = desk;
  new FormModal(desk.app, WORDS.title, (close) =>
    h(SetUpForm, {
      start: { size: String(settings.value('companySize')), root: String(settings.value('workspace.root')) },
      plan: (choice) => planFor(desk, choice),
      rootProblem: (root) => {
        const spec = settingSpec('workspace.root');
        return (spec && settingProblem(spec, root)) ?? '';
      },
      run: (choice, rows, progress) =>
        void run(desk, choice, rows, progress)
          .catch((error: unknown) => new Notice(WRITING_WORDING.unexpected(reasonOf(error))))
          .finally(close),
      close,
    }),
  ).open();
}

function foldersOf({ root, adopt }: SetUpChoice): Record<string, string> {
  return {
    'workspace.root': root.trim(),
    ...Object.fromEntries(adopt.map(({ part, existing }) => [folderSetting(part), existing])),
  };
}

function planFor({ settings, store }: Desk, choice: SetUpChoice): SetUpPlan {
  const excluded = settings.current().excludedFolders;
  return planWorkspace(settings.preview(foldersOf(choice)).workspace, store, (folder) =>
    isExcluded(`${folder}/x.md`, { excluded }),
  );
}

async function run(
  { settings, writer }: Desk,
  choice: SetUpChoice,
  rows: readonly SetUpRow[],
  progress: Progress,
): Promise<void> {
  await settings.setMany({ companySize: choice.size, ...foldersOf(choice) });
  const { failed, made, stopped, count } = await setUpWorkspace(
    rows,
    settings.current().companySize,
    writer,
    WORDS.title,
    progress,
  );
  if (failed !== null) new Notice(WRITING_WORDING.failed(failed, writer.failure(), made));
  else new Notice(stopped ? WORDS.stopped(count) : WORDS.done(count));
}
