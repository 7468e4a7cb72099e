import { isInside } from '../domain/note-path';

/** Which notes are read. Folder paths have no slash at either end; '' is the vault itself. */
export interface Scope {
  readonly folders: readonly string[];
  readonly excluded: readonly string[];
}

/** Notes that are never read, wherever they lie: templates, the archive. */
export function isExcluded(path: string, scope: Pick<Scope, 'excluded'>): boolean {
  return (
    !/\.md$/i.test(path) || scope.excluded.some((folder) => isInside(path, folder) || path.includes(`/${folder}/`))
  );
}

/** True when the note belongs to what the person asked to have read. */
export function isInScope(path: string, scope: Scope): boolean {
  return !isExcluded(path, scope) && scope.folders.some((folder) => isInside(path, folder));
}
