import { AbstractInputSuggest, type App } from 'obsidian';

/** Suggests names for the part of a field behind the last comma. */
export class NameSuggest extends AbstractInputSuggest<string> {
  readonly #names: () => readonly string[];
  readonly #input: HTMLInputElement;

  constructor(app: App, input: HTMLInputElement, names: () => readonly string[], changed: (value: string) => void) {
    super(app, input);
    this.#names = names;
    this.#input = input;
    this.limit = 8;
    this.onSelect((name) => {
      const value = `${input.value.replace(/[^,;]*$/, (last) => (/^\s/.test(last) ? ' ' : ''))}${name}, `;
      this.setValue(value);
      changed(value);
      this.close();
      input.focus();
    });
  }

  protected override getSuggestions(): string[] {
    const all = this.#input.value.split(/[,;]/);
    const last = (all.pop() ?? '').trim().toLowerCase();
    if (last === '') return [];
    const taken = new Set(all.map((name) => name.trim().toLowerCase()));
    const free = this.#names().filter((name) => !taken.has(name.toLowerCase()) && name.toLowerCase() !== last);
    return [
      ...free.filter((name) => name.toLowerCase().startsWith(last)),
      ...free.filter((name) => !name.toLowerCase().startsWith(last) && name.toLowerCase().includes(last)),
    ];
  }

  override renderSuggestion(name: string, element: HTMLElement): void {
    element.setText(name);
  }
}
