import { make } from './dom';

let opened = 0;

/** A window over the page: closes with Escape or its cross, keeps the focus inside, and gives it back. */
export class Modal {
  readonly containerEl = make(null, 'div', 'modal-container mod-dim');
  readonly modalEl = make(this.containerEl, 'div', 'modal');
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  #before: Element | null = null;

  constructor(readonly app: unknown) {
    const id = `host-modal-${++opened}`;
    const close = make(this.modalEl, 'button', 'modal-close-button', '×');
    close.type = 'button';
    close.setAttribute('aria-label', 'Close');
    close.addEventListener('click', () => this.close());
    this.titleEl = make(make(this.modalEl, 'div', 'modal-header'), 'div', 'modal-title');
    this.titleEl.id = id;
    this.contentEl = make(this.modalEl, 'div', 'modal-content');
    this.modalEl.setAttribute('role', 'dialog');
    this.modalEl.setAttribute('aria-modal', 'true');
    this.modalEl.setAttribute('aria-labelledby', id);
    this.containerEl.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.close();
      if (event.key === 'Tab') this.#keepInside(event);
    });
    this.containerEl.addEventListener('pointerdown', (event) => {
      if (event.target === this.containerEl) this.close();
    });
  }

  setTitle(title: string): this {
    this.titleEl.textContent = title;
    return this;
  }

  open(): void {
    if (this.containerEl.isConnected) return;
    this.#before = document.activeElement;
    document.body.append(this.containerEl);
    void this.onOpen();
    if (!this.modalEl.contains(document.activeElement))
      this.modalEl.querySelector<HTMLElement>('.modal-content input, .modal-content button')?.focus();
  }

  close(): void {
    if (!this.containerEl.isConnected) return;
    this.containerEl.remove();
    this.onClose();
    if (this.#before instanceof HTMLElement) this.#before.focus();
  }

  onOpen(): Promise<void> | void {
    // for subclasses
  }

  onClose(): void {
    // for subclasses
  }

  #keepInside(event: KeyboardEvent): void {
    const stops = [
      ...this.modalEl.querySelectorAll<HTMLElement>('button, input, textarea, select, [tabindex="0"]'),
    ].filter((stop) => !stop.hasAttribute('disabled') && stop.offsetParent !== null);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
  }
}

/** Draws suggestions and moves through them. */
class SuggestionList<T> {
  #values: readonly T[] = [];
  #at = 0;

  constructor(
    readonly listEl: HTMLElement,
    readonly draw: (value: T, el: HTMLElement) => void,
    readonly choose: (value: T, event: MouseEvent | KeyboardEvent) => void,
  ) {
    listEl.setAttribute('role', 'listbox');
  }

  show(values: readonly T[]): void {
    this.#values = values;
    this.#at = 0;
    this.listEl.replaceChildren();
    for (const [index, value] of values.entries()) {
      const item = make(this.listEl, 'div', 'suggestion-item');
      item.setAttribute('role', 'option');
      this.draw(value, item);
      item.addEventListener('pointerdown', (event) => event.preventDefault());
      item.addEventListener('click', (event) => this.choose(value, event));
      item.addEventListener('mousemove', () => this.#select(index));
    }
    this.#select(0);
  }

  #select(index: number): void {
    this.#at = index;
    for (const [at, child] of [...this.listEl.children].entries()) {
      child.classList.toggle('is-selected', at === index);
      child.setAttribute('aria-selected', String(at === index));
    }
    this.listEl.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  /** True when the key was one of the list's. */
  key(event: KeyboardEvent): boolean {
    if (this.#values.length === 0) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      this.#select((this.#at + (event.key === 'ArrowDown' ? 1 : this.#values.length - 1)) % this.#values.length);
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const value = this.#values[this.#at];
      if (value !== undefined) this.choose(value, event);
    } else return false;
    event.preventDefault();
    return true;
  }
}

/** Suggestions below a text field. */
export abstract class AbstractInputSuggest<T> {
  limit = 100;
  readonly #popover = make(null, 'div', 'suggestion-container');
  readonly #list: SuggestionList<T>;
  #callback: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;

  constructor(
    readonly app: unknown,
    readonly textInputEl: HTMLInputElement,
  ) {
    this.#list = new SuggestionList(
      make(this.#popover, 'div', 'suggestion'),
      (value, el) => this.renderSuggestion(value, el),
      (value, event) => this.selectSuggestion(value, event),
    );
    textInputEl.addEventListener('input', () => void this.#update());
    textInputEl.addEventListener('focus', () => void this.#update());
    textInputEl.addEventListener('blur', () => this.close());
    textInputEl.addEventListener('keydown', (event) => {
      if (!this.#popover.isConnected) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        this.close();
      } else if (event.key !== 'Tab' && this.#list.key(event)) event.stopPropagation();
    });
  }

  async #update(): Promise<void> {
    const found = (await this.getSuggestions(this.getValue())).slice(0, this.limit);
    if (found.length === 0 || document.activeElement !== this.textInputEl) {
      this.close();
      return;
    }
    const box = this.textInputEl.getBoundingClientRect();
    document.body.append(this.#popover);
    this.#popover.style.left = `${box.left}px`;
    this.#popover.style.top = `${box.bottom + 2}px`;
    this.#popover.style.width = `${box.width}px`;
    this.#list.show(found);
  }

  getValue(): string {
    return this.textInputEl.value;
  }

  setValue(value: string): void {
    this.textInputEl.value = value;
  }

  close(): void {
    this.#popover.remove();
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#callback = callback;
    return this;
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.#callback?.(value, event);
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
}

/** A window that is one list to choose from. */
export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  readonly #list: SuggestionList<T>;

  constructor(app: unknown) {
    super(app);
    this.modalEl.className = 'prompt';
    this.modalEl.replaceChildren();
    this.inputEl = make(this.modalEl, 'input', 'prompt-input');
    this.resultContainerEl = make(this.modalEl, 'div', 'prompt-results');
    this.#list = new SuggestionList(
      this.resultContainerEl,
      (value, el) => this.renderSuggestion(value, el),
      (value, event) => {
        this.close();
        this.onChooseSuggestion(value, event);
      },
    );
    this.inputEl.addEventListener('input', () => void this.#update());
    this.inputEl.addEventListener('keydown', (event) => this.#list.key(event));
  }

  setPlaceholder(text: string): void {
    this.inputEl.placeholder = text;
    this.inputEl.setAttribute('aria-label', text);
  }

  override onOpen(): void {
    this.inputEl.focus();
    void this.#update();
  }

  async #update(): Promise<void> {
    const found = (await this.getSuggestions(this.inputEl.value)).slice(0, this.limit);
    this.#list.show(found);
    if (found.length === 0) make(this.resultContainerEl, 'div', 'suggestion-empty', this.emptyStateText);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;
}

/** A place in an editor; both count from 0. */
export interface EditorPosition {
  readonly line: number;
  readonly ch: number;
}

/** The editor's interface over a text area. */
export class Editor {
  constructor(readonly el: HTMLTextAreaElement) {}

  getValue(): string {
    return this.el.value;
  }
  lineCount(): number {
    return this.el.value.split('\n').length;
  }
  getLine(line: number): string {
    return this.el.value.split('\n')[line] ?? '';
  }
  posToOffset({ line, ch }: EditorPosition): number {
    return (
      this.el.value
        .split('\n')
        .slice(0, line)
        .reduce((sum, text) => sum + text.length + 1, 0) + ch
    );
  }
  offsetToPos(offset: number): EditorPosition {
    const before = this.el.value.slice(0, offset).split('\n');
    return { line: before.length - 1, ch: before[before.length - 1]?.length ?? 0 };
  }
  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    return this.offsetToPos(side === 'from' || side === 'anchor' ? this.el.selectionStart : this.el.selectionEnd);
  }
  setCursor(at: EditorPosition | number, ch = 0): void {
    const offset = this.posToOffset(typeof at === 'number' ? { line: at, ch } : at);
    this.el.setSelectionRange(offset, offset);
  }
  getSelection(): string {
    return this.el.value.slice(this.el.selectionStart, this.el.selectionEnd);
  }
  somethingSelected(): boolean {
    return this.el.selectionStart !== this.el.selectionEnd;
  }
  replaceSelection(text: string): void {
    this.el.setRangeText(text, this.el.selectionStart, this.el.selectionEnd, 'end');
    this.el.dispatchEvent(new Event('input', { bubbles: true }));
  }
  replaceRange(text: string, from: EditorPosition, to: EditorPosition = from): void {
    this.el.setRangeText(text, this.posToOffset(from), this.posToOffset(to), 'end');
    this.el.dispatchEvent(new Event('input', { bubbles: true }));
  }
  focus(): void {
    this.el.focus();
  }
}

interface Trigger {
  readonly start: EditorPosition;
  readonly end: EditorPosition;
  readonly query: string;
}

/** Suggestions while typing in an editor. */
export abstract class EditorSuggest<T> {
  limit = 100;
  context: (Trigger & { readonly editor: Editor; readonly file: unknown }) | null = null;
  readonly #popover = make(null, 'div', 'suggestion-container');
  readonly #list: SuggestionList<T>;

  constructor(readonly app: unknown) {
    this.#list = new SuggestionList(
      make(this.#popover, 'div', 'suggestion'),
      (value, el) => this.renderSuggestion(value, el),
      (value, event) => this.selectSuggestion(value, event),
    );
  }

  /** Called by the host at each change of an editor; true when this suggest has something to say. */
  async follow(editor: Editor, file: unknown): Promise<boolean> {
    const trigger = this.onTrigger(editor.getCursor(), editor, file);
    this.context = trigger ? { ...trigger, editor, file } : null;
    const found = this.context ? (await this.getSuggestions(this.context)).slice(0, this.limit) : [];
    if (found.length === 0) {
      this.close();
      return false;
    }
    const box = editor.el.getBoundingClientRect();
    document.body.append(this.#popover);
    this.#popover.style.left = `${box.left + 40}px`;
    this.#popover.style.top = `${box.top + 60}px`;
    this.#popover.style.width = '280px';
    this.#list.show(found);
    return true;
  }

  key(event: KeyboardEvent): void {
    if (!this.#popover.isConnected) return;
    if (event.key === 'Escape') this.close();
    else this.#list.key(event);
  }

  close(): void {
    this.context = null;
    this.#popover.remove();
  }

  abstract onTrigger(cursor: EditorPosition, editor: Editor, file: unknown): Trigger | null;
  abstract getSuggestions(context: object): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}
