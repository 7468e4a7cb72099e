import { oneLine } from '../domain/inert-text';
import type { NoteFacts } from '../domain/note-facts';
import { isInside } from '../domain/note-path';
import type { Release } from '../domain/release';
import { parseReleaseIdentity } from '../domain/release-identity';
import { applyEdits } from '../markdown/text-edit';
import { ACT_WORDING as WORDS } from '../presentation/act-wording';
import { act, type ActChange, type ActInputs, optionsOf, type PlannedAct } from './act-plan';
import { titleOfIdentity } from './new-release';
import { factsOf, mentionsOf } from './stated-facts';
import { propertyChange } from './release-field';
import { folderOfRelease, homeOf } from './release-note';

/** Adds names to those by which a release's own page says that it is known. */
function withAliases(path: string, release: Release, added: readonly string[], inputs: ActInputs): ActChange {
  return {
    kind: 'edit',
    path,
    shows: `aliases: ${JSON.stringify(added)}`,
    plan: (text) => {
      const facts = factsOf(path, text, optionsOf(inputs));
      const { aliases } = facts;
      // On a page of several releases nobody could tell whose names they are.
      if (!isOnly(facts, release)) return { problem: 'refused' };
      const known = new Set(aliases.map((alias) => alias.toLowerCase()));
      const all = [...aliases, ...added.filter((name) => !known.has(name.toLowerCase()))];
      const yaml = `[${all.map((name) => JSON.stringify(name)).join(', ')}]`;
      const set = propertyChange(text, 'aliases', all.join(), yaml);
      if ('problem' in set) return set;
      const read = factsOf(path, applyEdits(text, set.edits), optionsOf(inputs)).aliases;
      return read.join('\n') === all.join('\n') ? set : { problem: 'refused' };
    },
  };
}

/** True for a note that speaks of this release alone, by whatever of its names. */
function isOnly(facts: NoteFacts, release: Release): boolean {
  const own = mentionsOf(facts, release);
  return own !== null && own.size === facts.releases.length;
}

/** Says on a release's page that another one is the same; null where neither has a page. */
export function mergeWith(release: Release, other: Release, inputs: ActInputs): PlannedAct | null {
  const [home, name] = homeOf(release) !== null ? [homeOf(release), other] : [homeOf(other), release];
  if (home === null) return null;
  return act(
    WORDS.steps.merge(release.key, other.key),
    withAliases(home, name === other ? release : other, [titleOfIdentity(name)], inputs),
  );
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
  return act(WORDS.steps.rename(release.key), withAliases(home, release, [old], inputs), withRelease(home, title));
}

/**
 * Moves a release's own folder to the archive, which is not read; null where it has none, or shares it with another.
 */
export function archive(
  release: Release,
  { settings, store }: ActInputs,
  all: readonly Release[] = [],
): PlannedAct | null {
  const from = folderOfRelease(release, settings);
  if (from === settings.workspace.folders.meetings) return null;
  const isShared = all.some(({ id, sources }) => id !== release.id && sources.some((path) => isInside(path, from)));
  if (isShared) return null;
  const to = `${ARCHIVE}/${from.split('/').slice(-2).join('/')}`;
  if (store.find(to) !== null) return null;
  return act(WORDS.steps.archive(release.key), { kind: 'move', from, to });
}

/** Left out of reading by default. */
const ARCHIVE = 'Archive';

/** Says in a note's properties which release it is about. */
function withRelease(path: string, title: string): Extract<ActChange, { kind: 'edit' }> {
  const yaml = JSON.stringify(title);
  return {
    kind: 'edit',
    path,
    shows: `release: ${yaml}`,
    plan: (text) => propertyChange(text, 'release', title, yaml),
  };
}

/** Links a note to a release; refused where it names releases already: it is about those. */
export function noteOfRelease(path: string, release: Release, inputs: ActInputs): PlannedAct | null {
  const change = withRelease(path, titleOfIdentity(release));
  return act(WORDS.steps.link(release.key), {
    ...change,
    plan: (text) =>
      factsOf(path, text, optionsOf(inputs)).releases.length > 0 ? { problem: 'refused' } : change.plan(text),
  });
}
