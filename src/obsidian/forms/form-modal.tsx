import { type App, Modal } from 'obsidian';
import { type JSX, render } from 'preact';

/** A window with a form in it; `draw` gets the way to close it. */
export class FormModal extends Modal {
  readonly #draw: (close: () => void) => JSX.Element;

  constructor(app: App, title: string, draw: (close: () => void) => JSX.Element) {
    super(app);
    this.#draw = draw;
    this.setTitle(title);
    this.modalEl.addClass('shipshape-modal');
  }

  override onOpen(): void {
    render(
      this.#draw(() => this.close()),
      this.contentEl,
    );
    // Of a choice, what is chosen has the keyboard.
    this.contentEl
      .querySelector<HTMLElement>('input[type="radio"]:checked, input:not([type="radio"]), textarea, select')
      ?.focus();
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}
