import {
  folderKey,
  layoutFolders,
  WORKSPACE_PARTS,
  type WorkspaceLayout,
  type WorkspacePart,
} from '../domain/workspace-layout';
import type { NoteStore } from '../ports/note-store';
import { type CompanySize, sizedTemplate, TEMPLATES } from '../presentation/templates/templates';
import type { CreateOutcome, NoteWriter, Progress } from './note-writer';

/** One thing that set-up would make, or finds in place. */
export interface SetUpRow {
  readonly path: string;
  readonly kind: 'folder' | 'template';
  readonly exists: boolean;
}

/** A folder of the person's that could serve as a part of the workspace instead of a new one. */
export interface Adoption {
  readonly part: WorkspacePart;
  readonly planned: string;
  readonly existing: string;
  /** True where the folder lies at the top of the vault, or differs in case only: then it is surely meant. */
  readonly isLikely: boolean;
}

/** What set-up would do: a dry run. */
export interface SetUpPlan {
  readonly rows: readonly SetUpRow[];
  readonly adoptions: readonly Adoption[];
}

/** What there is to make in a vault; looks, and changes nothing. */
export function planWorkspace(
  layout: WorkspaceLayout,
  store: Pick<NoteStore, 'find' | 'folders'>,
  isExcluded: (folder: string) => boolean = () => false,
): SetUpPlan {
  const rows: SetUpRow[] = layoutFolders(layout).map((path) => ({
    path,
    kind: 'folder',
    exists: store.find(path) !== null,
  }));
  for (const { name } of TEMPLATES) {
    const path = `${layout.folders.templates}/${name}.md`;
    rows.push({ path, kind: 'template', exists: store.find(path) !== null });
  }
  return { rows, adoptions: adoptionsOf(layout, store, isExcluded) };
}

/** A missing part is offered a folder of the same name elsewhere, when there is exactly one. */
function adoptionsOf(
  { folders }: WorkspaceLayout,
  store: Pick<NoteStore, 'find' | 'folders'>,
  isExcluded: (folder: string) => boolean,
): Adoption[] {
  const byName = new Map<string, string[]>();
  for (const path of store.folders()) {
    const key = folderKey(path.split('/').pop() ?? '');
    byName.set(key, [...(byName.get(key) ?? []), path]);
  }
  const taken = new Set<string>(Object.values(folders));
  return WORKSPACE_PARTS.flatMap((part) => {
    const planned = folders[part];
    const there = store.find(planned);
    // The same path in another case would be found when it is made, but not when it is read.
    if (there !== null) return there === planned ? [] : [{ part, planned, existing: there, isLikely: true }];
    const candidates = (byName.get(folderKey(planned.split('/').pop() ?? '')) ?? []).filter(
      (path) => !taken.has(path) && (part === 'templates' || part === 'resourceTemplates' || !isExcluded(path)),
    );
    const [existing] = candidates;
    if (existing === undefined || candidates.length !== 1) return [];
    taken.add(existing);
    return [{ part, planned, existing, isLikely: !existing.includes('/') }];
  });
}

/** Makes the chosen rows; what exists stays as it is, and running it again changes nothing. */
export async function setUpWorkspace(
  rows: readonly SetUpRow[],
  size: CompanySize,
  writer: NoteWriter,
  label: string,
  progress?: Progress,
): Promise<CreateOutcome> {
  const wanted = rows.filter(({ exists }) => !exists);
  const notes = wanted.flatMap(({ kind, path }) => {
    const template = kind === 'template' ? TEMPLATES.find(({ name }) => path.endsWith(`/${name}.md`)) : undefined;
    return template ? [{ path, text: sizedTemplate(template.text, size) }] : [];
  });
  return writer.create(
    label,
    wanted.filter(({ kind }) => kind === 'folder').map(({ path }) => path),
    notes,
    progress,
  );
}
