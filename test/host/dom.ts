// The few DOM helpers that Obsidian adds to every page and that the plugin uses.

declare global {
  interface Window {
    hostReady?: Promise<void>;
  }
}

function define<T extends object>(prototype: T, name: string, descriptor: PropertyDescriptor): void {
  Object.defineProperty(prototype, name, { configurable: true, ...descriptor });
}

/** Installs Obsidian's element helpers. */
export function installDom(): void {
  define(Node.prototype, 'doc', {
    get(this: Node) {
      return this.ownerDocument ?? this;
    },
  });
  define(Node.prototype, 'win', {
    get(this: Node) {
      return this.ownerDocument?.defaultView ?? window;
    },
  });
  define(Element.prototype, 'addClass', {
    value(this: Element, ...names: string[]) {
      this.classList.add(...names);
    },
  });
  define(HTMLElement.prototype, 'toggle', {
    value(this: HTMLElement, isShown: boolean) {
      this.style.display = isShown ? '' : 'none';
    },
  });
  define(Node.prototype, 'setText', {
    value(this: Node, text: string) {
      this.textContent = text;
    },
  });
  define(Node.prototype, 'createDiv', {
    value(this: Element, given: { readonly text?: string; readonly cls?: string } = {}) {
      return make(this, 'div', given.cls ?? '', given.text ?? '');
    },
  });
  define(Node.prototype, 'createEl', {
    value(
      this: ParentNode,
      tag: keyof HTMLElementTagNameMap,
      given: { readonly text?: string; readonly cls?: string; readonly attr?: Readonly<Record<string, string>> } = {},
    ) {
      const element = make(null, tag, given.cls ?? '', given.text ?? '');
      for (const [name, value] of Object.entries(given.attr ?? {})) element.setAttribute(name, value);
      this.append(element);
      return element;
    },
  });
  define(Node.prototype, 'createDiv', {
    value(this: ParentNode, given: { readonly text?: string; readonly cls?: string } = {}) {
      const element = make(null, 'div', given.cls ?? '', given.text ?? '');
      this.append(element);
      return element;
    },
  });
  define(window, 'activeDocument', { get: () => document });
  define(window, 'createFragment', { value: () => document.createDocumentFragment() });
  define(window, 'createDiv', {
    value: (given: { readonly text?: string; readonly cls?: string } = {}) =>
      make(null, 'div', given.cls ?? '', given.text ?? ''),
  });
  define(Element.prototype, 'empty', {
    value(this: Element) {
      this.replaceChildren();
    },
  });
}

/** Makes an element with classes and text below a parent. */
export function make<K extends keyof HTMLElementTagNameMap>(
  parent: Element | null,
  tag: K,
  classes = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (classes !== '') element.className = classes;
  if (text !== '') element.textContent = text;
  parent?.append(element);
  return element;
}
