import type { Release } from '../domain/release';
import { safeFileName } from '../domain/safe-name';
import { renderTemplate } from '../markdown/template';
import type { NoteStore } from '../ports/note-store';
import type { ActInputs } from './act-plan';
import { findTemplate } from './find-template';
import { titleOfIdentity } from './new-release';
import { linksTo, linkTo } from './note-link';
import type { NewNote } from './note-writer';
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
