import { Menu } from 'obsidian';

/** Adds an entry with its picture, and what it does, to a menu. */
export type AddEntry = (title: string, icon: string, run: (event: MouseEvent | KeyboardEvent) => void) => void;

/** Adds entries to a menu, one after the other. */
export function entriesOf(menu: Menu): AddEntry {
  return (title, icon, run) => void menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(run));
}

/** Opens a menu where it was asked for: at the mouse, or below the button that the keyboard pressed. */
export function showMenu(menu: Menu, event: MouseEvent): void {
  const button = event.currentTarget;
  // A click that a key made has no place of its own.
  if (event.type === 'click' && event.detail === 0 && button instanceof Element) {
    const box = button.getBoundingClientRect();
    menu.showAtPosition({ x: box.left, y: box.bottom }, button.ownerDocument);
  } else menu.showAtMouseEvent(event);
}

/** A menu of a few choices, the present one ticked. */
export function choiceMenu<Choice extends string>(
  event: MouseEvent,
  choices: readonly Choice[],
  chosen: Choice,
  names: Readonly<Record<Choice, string>>,
  choose: (choice: Choice) => void,
): void {
  const menu = new Menu();
  for (const choice of choices)
    menu.addItem((item) =>
      item
        .setTitle(names[choice])
        .setChecked(choice === chosen)
        .onClick(() => choose(choice)),
    );
  showMenu(menu, event);
}
