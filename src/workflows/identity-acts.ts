import { ended } from '../domain/in-slices';
import type { Release } from '../domain/release';
import { parseReleaseIdentity } from '../domain/release-identity';
import { propertyEdit } from '../markdown/property-edit';
import { readNoteInSteps } from '../markdown/read-note';
import { ACT_WORDING as WORDS } from '../presentation/act-wording';
import { act, type ActChange, type ActInputs, inOneEdit, oneLine, optionsOf, type PlannedAct } from './act-plan';
import { titleOfIdentity } from './new-release';
import { folderOfRelease, homeOf } from './release-note';

/** Adds names to those by which a release's own page says that it is known. */
function withAliases(path: string, added: readonly string[], inputs: ActInputs): ActChange {
  return {
    kind: 'edit',
    path,
    shows: `aliases: ${JSON.stringify(added)}`,
    plan: (text) => {
      const { aliases } = ended(readNoteInSteps(path, text, optionsOf(inputs)));
      const known = new Set(aliases.map((alias) => alias.toLowerCase()));
      const all = [...aliases, ...added.filter((name) => !known.has(name.toLowerCase()))];
      const yaml = `[${all.map((name) => JSON.stringify(name)).join(', ')}]`;
      const set = propertyEdit(text, 'aliases', all.join(), yaml);
      return 'edits' in set ? set : { problem: 'refused' };
    },
  };
}

/** Says on a release's page that another one is the same; null where neither has a page. */
export function mergeWith(release: Release, other: Release, inputs: ActInputs): PlannedAct | null {
  const [home, name] = homeOf(release) !== null ? [homeOf(release), other] : [homeOf(other), release];
  if (home === null) return null;
  return act(WORDS.steps.merge(release.key, other.key), withAliases(home, [titleOfIdentity(name)], inputs));
}

/**
 * Gives a release another name: its page says the new one, and that the old one means the same; no other note
 * changes.
 */
export function rename(release: Release, to: string, inputs: ActInputs): PlannedAct | null {
  const home = homeOf(release);
  const title = oneLine(to);
  const identity = parseReleaseIdentity(title);
  const old = titleOfIdentity(release);
  if (home === null || !identity || titleOfIdentity(identity) === old) return null;
  const name: ActChange = {
    kind: 'edit',
    path: home,
    shows: `release: ${JSON.stringify(title)}`,
    plan: (text) => {
      const set = propertyEdit(text, 'release', title, JSON.stringify(title));
      return 'edits' in set ? set : { problem: 'refused' };
    },
  };
  return act(WORDS.steps.rename(release.key), ...inOneEdit([name, withAliases(home, [old], inputs)]));
}

/** Moves a release's own folder to the archive, which is not read; null where it has no folder of its own. */
export function archive(release: Release, { settings }: ActInputs): PlannedAct | null {
  const from = folderOfRelease(release, settings);
  if (from === settings.workspace.folders.meetings) return null;
  const to = `${ARCHIVE}/${from.split('/').slice(-2).join('/')}`;
  return act(WORDS.steps.archive(release.key), { kind: 'move', from, to });
}

/** Left out of reading by default. */
const ARCHIVE = 'Archive';
