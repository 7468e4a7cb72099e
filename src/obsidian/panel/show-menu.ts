import type { Menu } from 'obsidian';

/** Opens a menu where it was asked for: at the mouse, or below the button that the keyboard pressed. */
export function showMenu(menu: Menu, event: MouseEvent): void {
  const button = event.currentTarget;
  // A click that a key made has no place of its own.
  if (event.type === 'click' && event.detail === 0 && button instanceof Element) {
    const box = button.getBoundingClientRect();
    menu.showAtPosition({ x: box.left, y: box.bottom }, button.ownerDocument);
  } else menu.showAtMouseEvent(event);
}
