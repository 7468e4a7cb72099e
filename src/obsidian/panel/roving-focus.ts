/** Everything that arrow keys move between, in the order of the page. */
function stops(root: HTMLElement): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>('[data-nav]:not([disabled])'));
}

/** Keeps exactly one stop in the tab order: the last one that had the focus, else the first. */
export function keepOneTabStop(root: HTMLElement): void {
  const all = stops(root);
  const focused = root.doc.activeElement;
  const current = all.find((stop) => stop === focused) ?? all.find((stop) => stop.dataset.current === 'true') ?? all[0];
  for (const stop of all) {
    stop.tabIndex = stop === current ? 0 : -1;
    if (stop === current) stop.dataset.current = 'true';
    else delete stop.dataset.current;
  }
}

/** Remembers which stop has the focus, and gives it to the one in its place when a change of the list takes it away. */
export function focusKeeper(): {
  readonly note: (root: HTMLElement) => void;
  readonly restore: (root: HTMLElement) => void;
} {
  let index = -1;
  return {
    note: (root) => {
      index = stops(root).findIndex((stop) => stop === root.doc.activeElement);
    },
    restore: (root) => {
      if (index < 0 || root.contains(root.doc.activeElement)) return;
      if (root.doc.activeElement !== root.doc.body && root.doc.activeElement !== null) {
        index = -1;
        return;
      }
      const all = stops(root);
      all[Math.min(index, all.length - 1)]?.focus();
    },
  };
}

/** Arrow up and down, Home and End move; arrow right opens a card, arrow left closes it or goes back to its head. */
export function moveFocus(root: HTMLElement, event: KeyboardEvent): void {
  const all = stops(root);
  const at = all.findIndex((stop) => stop === root.doc.activeElement);
  const current = all[at];
  if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = targetOf(event.key, all, at, current);
  if (target === null) return;
  event.preventDefault();
  if (target === 'toggle') current.click();
  else {
    target.focus();
    keepOneTabStop(root);
    target.scrollIntoView({ block: 'nearest' });
  }
}

function targetOf(
  key: string,
  all: readonly HTMLElement[],
  at: number,
  current: HTMLElement,
): HTMLElement | 'toggle' | null {
  const [opens, closes] = isRightToLeft(current) ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const isCard = current.dataset.nav === 'card';
  if (key === 'ArrowDown') return all[at + 1] ?? null;
  if (key === 'ArrowUp') return all[at - 1] ?? null;
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all[all.length - 1] ?? null;
  const expanded = current.getAttribute('aria-expanded') === 'true';
  if (key === opens && isCard) return expanded ? (all[at + 1] ?? null) : 'toggle';
  if (key === closes && isCard) return expanded ? 'toggle' : null;
  return key === closes
    ? (current.closest('.shipshape-card')?.querySelector<HTMLElement>('[data-nav="card"]') ?? null)
    : null;
}

/** In a row of buttons, the arrows move along, Home and End to its ends; the one with the focus stays the tab stop. */
export function moveAlong(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const row = event.currentTarget;
  const all = Array.from(row.querySelectorAll<HTMLElement>('button:not([disabled])'));
  const at = all.findIndex((stop) => stop === row.doc.activeElement);
  const next = at < 0 ? undefined : all[placeAlong(event, at, all.length) ?? -1];
  if (!next) return;
  event.preventDefault();
  for (const stop of all) stop.tabIndex = stop === next ? 0 : -1;
  next.focus();
}

/** The place in a row to which a key leads, which may lie beyond its ends; null for other keys. */
export function placeAlong(
  { key, currentTarget }: KeyboardEvent & { readonly currentTarget: HTMLElement },
  at: number,
  count: number,
): number | null {
  const [back, on] = isRightToLeft(currentTarget) ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  return { [back]: at - 1, [on]: at + 1, Home: 0, End: count - 1 }[key] ?? null;
}

function isRightToLeft({ doc }: HTMLElement): boolean {
  return doc.dir === 'rtl' || doc.body.classList.contains('mod-rtl');
}

/** From a field above a list into the list. */
export function enterList(field: HTMLElement): void {
  field.closest('.shipshape-panel')?.querySelector<HTMLElement>('.shipshape-scroll [data-nav][tabindex="0"]')?.focus();
}
