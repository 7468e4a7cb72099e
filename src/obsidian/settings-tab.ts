import { type App, type Plugin, PluginSettingTab, type SettingDefinition, type SettingDefinitionItem } from 'obsidian';
import { groupSettings, KNOWN, settingWords } from '../presentation/settings-wording';
import { DEFAULT_VOCABULARY } from '../markdown/vocabulary';
import { SETTING_SPECS, type SettingSpec, settingProblem, settingSpec } from '../settings/schema';
import type { PluginSettings } from './plugin-settings';

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

/** All settings, declared: Obsidian draws, searches and validates them. */
export class SettingsTab extends PluginSettingTab {
  readonly #settings: PluginSettings;
  readonly #setUp: () => void;

  constructor(app: App, plugin: Plugin, settings: PluginSettings, setUp: () => void) {
    super(app, plugin);
    this.#settings = settings;
    this.#setUp = setUp;
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const { name, desc } = settingWords('setUp');
    const start: SettingDefinitionItem = { name, desc, action: () => this.#setUp() };
    return [
      start,
      ...groupSettings(SETTING_SPECS.map((spec) => spec.key)).map((group): SettingDefinitionItem => {
        const items = group.keys.flatMap((key) => {
          const spec = settingSpec(key);
          return spec ? [this.#definition(spec)] : [];
        });
        return group.page
          ? { type: 'page', name: group.title, desc: group.text, items }
          : { type: 'group', heading: group.title, items };
      }),
    ];
  }

  override getControlValue(key: string): unknown {
    return this.#settings.value(key);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    await this.#settings.set(key, value);
  }

  #definition(spec: SettingSpec): SettingDefinition {
    const { key } = spec;
    const { name, desc: words, options } = settingWords(key);
    const known = knownWords(key);
    const desc = known === '' ? words : `${words} ${KNOWN} ${known}.`;
    const check = (value: unknown): string | undefined => settingProblem(spec, value) ?? undefined;
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
