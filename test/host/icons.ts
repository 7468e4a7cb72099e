declare const ICON_SOURCES: Readonly<Record<string, string>>;

/** Draws a Lucide icon; an unknown name is an error here, where the app would stay silent. */
export function setIcon(parent: HTMLElement, name: string): void {
  parent.replaceChildren();
  if (name === '') return;
  const source = ICON_SOURCES[name];
  if (source === undefined) throw new Error(`Unknown icon ${name}`);
  const svg = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  svg.classList.add('svg-icon');
  parent.append(document.importNode(svg, true));
}
