import { make } from './dom';
import { setIcon } from './icons';

/** A sentence at the top right that goes away by itself. */
export class Notice {
  readonly noticeEl: HTMLElement;

  constructor(message: string | DocumentFragment, duration = 5000) {
    const container = document.querySelector('.notice-container') ?? make(document.body, 'div', 'notice-container');
    this.noticeEl = make(container, 'div', 'notice');
    this.noticeEl.append(message);
    this.noticeEl.setAttribute('role', 'status');
    window.setTimeout(() => this.hide(), duration);
  }

  hide(): void {
    this.noticeEl.remove();
  }
}

class MenuItem {
  title = '';
  icon = '';
  checked: boolean | null = null;
  callback: (event: MouseEvent | KeyboardEvent) => unknown = () => undefined;

  setTitle(title: string): this {
    this.title = title;
    return this;
  }
  setIcon(icon: string): this {
    this.icon = icon;
    return this;
  }
  setChecked(checked: boolean | null): this {
    this.checked = checked;
    return this;
  }
  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }
}

/** A context menu. */
export class Menu {
  readonly #items: (MenuItem | null)[] = [];

  static forEvent(event: Event): Menu {
    event.preventDefault();
    return new Menu();
  }

  addItem(build: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    build(item);
    this.#items.push(item);
    return this;
  }

  addSeparator(): this {
    this.#items.push(null);
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY });
  }

  showAtPosition({ x, y }: { readonly x: number; readonly y: number }): this {
    document.querySelector('.menu')?.remove();
    const menu = make(document.body, 'div', 'menu');
    menu.setAttribute('role', 'menu');
    const left = Math.min(x, window.innerWidth - 240);
    menu.style.left = `${Math.max(8, left)}px`;
    menu.style.top = `${y}px`;
    const close = (): void => {
      menu.remove();
      document.removeEventListener('pointerdown', outside, true);
    };
    const outside = (press: Event): void => {
      if (!menu.contains(press.target as Node)) close();
    };
    for (const item of this.#items) {
      if (item === null) {
        make(menu, 'div', 'menu-separator').setAttribute('role', 'separator');
        continue;
      }
      const row = make(menu, 'button', 'menu-item');
      row.type = 'button';
      row.setAttribute('role', item.checked === null ? 'menuitem' : 'menuitemradio');
      if (item.checked !== null) row.setAttribute('aria-checked', String(item.checked));
      setIcon(make(row, 'span', 'menu-item-icon'), item.checked ? 'check' : item.icon);
      make(row, 'span', 'menu-item-title', item.title);
      row.addEventListener('click', (click) => {
        close();
        item.callback(click);
      });
    }
    menu.addEventListener('keydown', (key) => {
      if (key.key === 'Escape') close();
      const step = key.key === 'ArrowDown' ? 1 : key.key === 'ArrowUp' ? -1 : 0;
      if (step === 0) return;
      key.preventDefault();
      const rows = [...menu.querySelectorAll<HTMLElement>('button')];
      rows[(rows.findIndex((row) => row === document.activeElement) + step + rows.length) % rows.length]?.focus();
    });
    menu.style.top = `${Math.max(8, Math.min(y, window.innerHeight - menu.offsetHeight - 8))}px`;
    document.addEventListener('pointerdown', outside, true);
    menu.querySelector<HTMLElement>('button')?.focus();
    return this;
  }
}

/** Whether an event asks for a new tab. */
export const Keymap = {
  isModEvent: (event: MouseEvent | KeyboardEvent): 'tab' | boolean =>
    event.ctrlKey || event.metaKey || (event instanceof MouseEvent && event.button === 1) ? 'tab' : false,
};
