import { baseName } from '../domain/note-path';
import type { NoteStore } from '../ports/note-store';
import { sizedTemplate, templateNamed, TEMPLATES } from '../presentation/templates/templates';
import type { Settings } from '../settings/settings';
import { ownNotesIn } from './own-notes';

/** A template that can be chosen; `path` is null for one that only the plugin has. */
export interface TemplateChoice {
  readonly name: string;
  readonly path: string | null;
}

/** All templates: those in the person's folders, the first folder first, then ours that they do not replace. */
export function listTemplates(store: NoteStore, { workspace }: Settings): TemplateChoice[] {
  const own = [workspace.folders.templates, workspace.folders.resourceTemplates].flatMap((folder) =>
    [...ownNotesIn(store, folder)].sort().map((path) => ({ name: baseName(path), path })),
  );
  const found: TemplateChoice[] = [];
  for (const choice of [...own, ...TEMPLATES.map(({ name }) => ({ name, path: null }))]) {
    if (!found.some(({ name }) => name.toLowerCase() === choice.name.toLowerCase())) found.push(choice);
  }
  return found;
}

/** The text of a template: the person's own where there is one, else ours in their size; null when it is gone. */
export async function templateText(
  choice: TemplateChoice,
  store: NoteStore,
  settings: Settings,
): Promise<string | null> {
  if (choice.path !== null) return store.read(choice.path);
  const ours = templateNamed(choice.name);
  return ours ? sizedTemplate(ours.text, settings.companySize) : null;
}

/** The text of one of our templates by name, as the person has it. */
export async function findTemplate(name: string, store: NoteStore, settings: Settings): Promise<string> {
  const choice = listTemplates(store, settings).find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  return (choice ? await templateText(choice, store, settings) : null) ?? '';
}
