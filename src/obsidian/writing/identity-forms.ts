import { isInside } from '../../domain/note-path';
import { titleOf } from '../../domain/release';
import { ACT_WORDING } from '../../presentation/act-wording';
import { titleOfIdentity } from '../../workflows/new-release';
import { archive, mergeWith, rename } from '../../workflows/identity-acts';
import { folderOfRelease, homeOf } from '../../workflows/release-note';
import type { MadeForm } from './act-form-spec';

const WORDS = ACT_WORDING.form;

/** Two releases that are one. */
export const merging: MadeForm = ({ entry: { release }, inputs, others }) =>
  others.length === 0
    ? null
    : {
        title: WORDS.move(ACT_WORDING.acts.merge.replace('…', ''), titleOf(release)),
        fields: [
          {
            key: 'other',
            kind: 'choice',
            label: WORDS.sameAs,
            start: others[0]?.id ?? '',
            options: others.map((other) => [other.id, titleOf(other)] as const),
          },
        ],
        preview: ({ other }) => {
          const chosen = others.find(({ id }) => id === other);
          return { act: chosen ? mergeWith(release, chosen, inputs) : null };
        },
      };

/** Another name. */
export const renaming: MadeForm = ({ entry: { release }, inputs, all }) =>
  homeOf(release) === null
    ? null
    : {
        title: WORDS.move(ACT_WORDING.acts.rename.replace('…', ''), titleOf(release)),
        fields: [
          { key: 'name', kind: 'text', label: WORDS.name, hint: WORDS.nameHint, start: titleOfIdentity(release) },
        ],
        preview: ({ name = '' }) => {
          const taken = all.find((other) => other.id !== release.id && titleOfIdentity(other) === name.trim());
          return taken ? { act: null, says: [WORDS.taken(titleOf(taken))] } : { act: rename(release, name, inputs) };
        },
      };

/** Out of sight. */
export const archiving: MadeForm = ({ entry: { release }, inputs, all }) => {
  const act = archive(release, inputs, all);
  const folder = folderOfRelease(release, inputs.settings);
  const elsewhere = release.sources.filter((path) => !isInside(path, folder)).length;
  return act
    ? {
        title: WORDS.move(ACT_WORDING.acts.archive.replace('…', ''), titleOf(release)),
        fields: [],
        preview: () => ({ act, says: elsewhere === 0 ? [] : [WORDS.elsewhere(elsewhere)] }),
      }
    : null;
};
