import { type App, SuggestModal } from 'obsidian';

/** One thing to choose from a list. */
export interface Option<T> {
  readonly value: T;
  readonly text: string;
  readonly note: string;
}

/** A list to choose from by typing. */
export class ChooseModal<T> extends SuggestModal<Option<T>> {
  readonly #options: readonly Option<T>[];
  readonly #chosen: (value: T) => void;

  constructor(app: App, placeholder: string, options: readonly Option<T>[], chosen: (value: T) => void) {
    super(app);
    this.#options = options;
    this.#chosen = chosen;
    this.setPlaceholder(placeholder);
  }

  override getSuggestions(query: string): Option<T>[] {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return this.#options.filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
  }

  override renderSuggestion({ text, note }: Option<T>, element: HTMLElement): void {
    element.createDiv({ text });
    if (note !== '') element.createDiv({ text: note, cls: 'suggestion-note' });
  }

  override onChooseSuggestion({ value }: Option<T>): void {
    this.#chosen(value);
  }
}
