import { make } from './dom';

/** As declared by a plugin; the host draws what Obsidian 1.13 draws: groups, pages, and controls with validation. */
interface Definition {
  readonly type?: 'group' | 'list' | 'page';
  readonly name?: string;
  readonly heading?: string;
  readonly desc?: string;
  readonly items?: readonly Definition[];
  readonly action?: (el: HTMLElement, index: number) => void;
  readonly control?: {
    readonly type: string;
    readonly key: string;
    readonly options?: Readonly<Record<string, string>>;
    readonly min?: number;
    readonly max?: number;
    readonly validate?: (value: unknown) => string | undefined | Promise<string | undefined>;
  };
}

/** A plugin's tab. */
export abstract class PluginSettingTab {
  readonly containerEl = make(null, 'div', 'vertical-tab-content');

  constructor(
    readonly app: unknown,
    readonly plugin: { readonly manifest: { readonly id: string; readonly name: string } },
  ) {}

  abstract getSettingDefinitions(): Definition[];
  abstract getControlValue(key: string): unknown;
  abstract setControlValue(key: string, value: unknown): void | Promise<void>;
  update(): void {
    // definitions are read at every drawing
  }
}

/** The settings window. */
export class SettingsWindow {
  readonly tabs = new Map<string, PluginSettingTab>();
  #modal: HTMLElement | null = null;

  open(): void {
    this.close();
    this.#modal = make(document.body, 'div', 'modal-container');
    const modal = make(this.#modal, 'div', 'modal mod-settings');
    modal.setAttribute('role', 'dialog');
    modal.setAttribute('aria-label', 'Settings');
    const close = make(modal, 'button', 'modal-close-button', '×');
    close.setAttribute('aria-label', 'Close');
    close.addEventListener('click', () => this.close());
    make(modal, 'div', 'modal-content');
  }

  close(): void {
    this.#modal?.remove();
    this.#modal = null;
  }

  openTabById(id: string): void {
    const tab = this.tabs.get(id);
    const content = this.#modal?.querySelector('.modal-content');
    if (!tab || !content) return;
    this.#draw(tab, content, tab.getSettingDefinitions(), tab.plugin.manifest.name, null);
  }

  #draw(
    tab: PluginSettingTab,
    content: Element,
    definitions: readonly Definition[],
    title: string,
    back: (() => void) | null,
  ): void {
    content.replaceChildren();
    content.parentElement?.scrollTo(0, 0);
    if (back) {
      const button = make(content, 'button', 'setting-back', 'Back');
      button.addEventListener('click', back);
    }
    make(content, 'h2', 'setting-title', title);
    const again = (): void => this.#draw(tab, content, definitions, title, back);
    for (const definition of definitions) this.#item(tab, content, definition, again);
  }

  #item(tab: PluginSettingTab, parent: Element, definition: Definition, again: () => void): void {
    if (definition.type === 'page') {
      const row = make(parent, 'button', 'setting-item mod-page', `${definition.name ?? ''} ›`);
      row.addEventListener('click', () =>
        this.#draw(tab, parent, definition.items ?? [], definition.name ?? '', again),
      );
    } else if (definition.type === 'group' || definition.type === 'list') {
      make(parent, 'div', 'setting-item-heading', definition.heading ?? '');
      for (const item of definition.items ?? []) this.#item(tab, parent, item, again);
    } else if (definition.action) {
      const { action } = definition;
      const row = make(parent, 'button', 'setting-item mod-action');
      make(row, 'span', 'setting-item-name', definition.name ?? '');
      make(row, 'span', 'setting-item-description', definition.desc ?? '');
      row.addEventListener('click', () => action(row, 0));
    } else if (definition.control) this.#control(tab, parent, definition, definition.control);
    else throw new Error('The host draws only declared controls, groups and pages.');
  }

  #control(
    tab: PluginSettingTab,
    parent: Element,
    definition: Definition,
    control: NonNullable<Definition['control']>,
  ): void {
    const row = make(parent, 'label', 'setting-item');
    const info = make(row, 'span', 'setting-item-info');
    make(info, 'span', 'setting-item-name', definition.name ?? '');
    make(info, 'span', 'setting-item-description', definition.desc ?? '');
    const error = make(info, 'span', 'setting-item-error');
    error.setAttribute('role', 'alert');
    const value = tab.getControlValue(control.key);
    const save = async (next: unknown): Promise<void> => {
      const problem = await control.validate?.(next);
      error.textContent = problem ?? '';
      if (!problem) await tab.setControlValue(control.key, next);
    };
    if (control.type === 'toggle') {
      const input = make(row, 'input');
      input.type = 'checkbox';
      input.checked = value === true;
      input.addEventListener('change', () => void save(input.checked));
    } else if (control.type === 'dropdown') {
      const select = make(row, 'select', 'dropdown');
      for (const [key, text] of Object.entries(control.options ?? {})) make(select, 'option', '', text).value = key;
      select.value = String(value);
      select.addEventListener('change', () => void save(select.value));
    } else if (['text', 'folder', 'number', 'textarea'].includes(control.type)) {
      const input = control.type === 'textarea' ? make(row, 'textarea') : make(row, 'input');
      if (control.type === 'number') input.setAttribute('type', 'number');
      input.value = String(value ?? '');
      input.dataset.key = control.key;
      input.addEventListener('change', () => void save(control.type === 'number' ? Number(input.value) : input.value));
    } else throw new Error(`The host has no control of type ${control.type}.`);
  }
}
