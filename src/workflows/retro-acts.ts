import type { Release } from '../domain/release';
import { safeFileName } from '../domain/safe-name';
import { propertyEdit } from '../markdown/property-edit';
import { renderTemplate } from '../markdown/template';
import type { NoteStore } from '../ports/note-store';
import { ACT_WORDING as WORDS } from '../presentation/act-wording';
import { type ActInputs, optionsOf, type PlannedAct } from './act-plan';
import { findTemplate } from './find-template';
import { titleOfIdentity } from './new-release';
import { linksTo, linkTo } from './note-link';
import type { NewNote } from './note-writer';
import { factsOf } from './release-field';
import { folderOfRelease, homeOf } from './release-note';

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
export function noteOfRelease(path: string, release: Release, inputs: ActInputs): PlannedAct {
  const title = titleOfIdentity(release);
  return {
    label: WORDS.steps.link(release.key),
    changes: [
      {
        kind: 'edit',
        path,
        shows: `release: ${JSON.stringify(title)}`,
        plan: (text) => {
          // A note that names releases already is about those.
          if (factsOf(path, text, optionsOf(inputs)).releases.length > 0) return { problem: 'refused' };
          const set = propertyEdit(text, 'release', title, JSON.stringify(title));
          return 'edits' in set ? set : { problem: 'refused' };
        },
      },
    ],
  };
}
