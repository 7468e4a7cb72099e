import { type App, type Plugin, PluginSettingTab, type SettingDefinition, type SettingDefinitionItem } from 'obsidian';
import { groupSettings, KNOWN, settingWords, SETTINGS_WORDING } from '../presentation/settings-wording';
import { DEFAULT_VOCABULARY } from '../markdown/vocabulary';
import { SETTING_SPECS, type SettingSpec, settingProblem, settingSpec } from '../settings/schema';
import { trimFolder } from '../settings/parse';
import { folderLines } from '../settings/read-folders';
import { lookThrough, type PanelCommands } from './command-list';
import type { PluginSettings } from './plugin-settings';
import { closeSettings } from './settings-window';
import type { Writing } from './writing/writing';

/** What is understood without any setting, for the pages of words. */
function knownWords(key: string): string {
  const [, table, name = ''] = /^words\.(field|section)\.(\w+)$/.exec(key) ?? [];
  const words =
    table === 'field'
      ? DEFAULT_VOCABULARY.fields[name as keyof typeof DEFAULT_VOCABULARY.fields]
      : table === 'section'
        ? DEFAULT_VOCABULARY.sections[name as keyof typeof DEFAULT_VOCABULARY.sections]
        : [];
  return words.join(', ');
}

/** What the window can start. */
export interface SettingsActions {
  readonly writing: Pick<Writing, 'setUp'>;
  readonly panel: PanelCommands;
}

/** Key of the row that adds a folder to those that are read; it holds nothing itself. */
const ADD_FOLDER = 'folders.add';

/** All settings, declared: Obsidian draws, searches and validates them. */
export class SettingsTab extends PluginSettingTab {
  readonly #settings: PluginSettings;
  readonly #does: SettingsActions;

  constructor(app: App, plugin: Plugin, settings: PluginSettings, does: SettingsActions) {
    super(app, plugin);
    this.#settings = settings;
    this.#does = does;
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const { writing, panel } = this.#does;
    const look = (): void => {
      // The panel lies below the window.
      closeSettings(this.app);
      lookThrough(panel);
    };
    return [
      { ...settingWords('lookThrough'), action: look },
      { ...settingWords('setUp'), action: writing.setUp },
      ...groupSettings(SETTING_SPECS.map((spec) => spec.key)).map((group): SettingDefinitionItem => {
        const items = group.keys.flatMap((key) => {
          const spec = settingSpec(key);
          if (key === 'folders' && spec) return [this.#definition(spec), this.#addFolder()];
          return spec ? [this.#definition(spec)] : [];
        });
        return group.page
          ? { type: 'page', name: group.title, desc: group.text, items }
          : { type: 'group', heading: group.title, items };
      }),
    ];
  }

  override getControlValue(key: string): unknown {
    return key === ADD_FOLDER ? '' : this.#settings.value(key);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    if (key !== ADD_FOLDER) return this.#settings.set(key, value);
    if (typeof value !== 'string' || value.trim() === '') return;
    await this.#settings.keepFolders([trimFolder(value)]);
    this.update();
  }

  /** A folder that a person adds has to be there; those that are read already may come later. */
  #missingFolder(value: unknown): string | undefined {
    const wanted = folderLines(value);
    const known = new Set(folderLines(this.#settings.value('folders')));
    if (wanted.length === 0 && this.#settings.value('wholeVault') !== true) return SETTINGS_WORDING.noneToRead;
    const [missing] = wanted.filter((folder) => !known.has(folder) && !this.app.vault.getFolderByPath(folder));
    return missing === undefined ? undefined : SETTINGS_WORDING.noFolder(missing);
  }

  /** A folder in which something is kept has to be there: a slip of the pen makes none. */
  #noFolder(value: unknown): string | undefined {
    const wanted = trimFolder(String(value));
    return wanted === '' || this.app.vault.getFolderByPath(wanted) ? undefined : SETTINGS_WORDING.noFolder(wanted);
  }

  /** The app suggests the folders of the vault in it. */
  #addFolder(): SettingDefinition {
    const validate = (value: unknown): string | undefined => this.#missingFolder(value);
    return { ...settingWords('addFolder'), control: { type: 'folder', key: ADD_FOLDER, defaultValue: '', validate } };
  }

  #definition(spec: SettingSpec): SettingDefinition {
    const { key } = spec;
    const { name, desc: words, options } = settingWords(key);
    const known = knownWords(key);
    const desc = known === '' ? words : `${words} ${KNOWN} ${known}.`;
    const check = (value: unknown): string | undefined =>
      settingProblem(spec, value) ??
      (key === 'folders' ? this.#missingFolder(value) : key === 'calendarFolder' ? this.#noFolder(value) : undefined);
    switch (spec.kind) {
      case 'toggle':
        return { name, desc, control: { type: 'toggle', key, defaultValue: spec.fallback } };
      case 'number':
        return {
          name,
          desc,
          control: { type: 'number', key, defaultValue: spec.fallback, min: spec.min, max: spec.max, validate: check },
        };
      case 'choice':
        return { name, desc, control: { type: 'dropdown', key, defaultValue: spec.fallback, options: options ?? {} } };
      case 'folder':
        return { name, desc, control: { type: 'folder', key, defaultValue: spec.fallback, validate: check } };
      case 'lines':
        return { name, desc, control: { type: 'textarea', key, defaultValue: spec.fallback, validate: check } };
      default:
        return { name, desc, control: { type: 'text', key, defaultValue: spec.fallback, validate: check } };
    }
  }
}
