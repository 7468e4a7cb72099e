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

/** A few choices, of which one holds. */
export interface Choices<Choice extends string> {
  readonly names: Readonly<Record<Choice, string>>;
  readonly chosen: Choice;
  readonly choose: (choice: Choice) => void;
}

/** Something that adds its entries to a menu. */
export type MenuPart = (menu: Menu) => void;

/** The entries of a few choices, the present one ticked, in the order of their names. */
export function choicesOf<Choice extends string>({ names, chosen, choose }: Choices<Choice>): MenuPart {
  return (menu) => {
    for (const [choice, name] of Object.entries(names) as [Choice, string][])
      menu.addItem((item) =>
        item
          .setTitle(name)
          .setChecked(choice === chosen)
          .onClick(() => choose(choice)),
      );
  };
}

/** A menu of some parts, apart by lines. */
export function menuOf(event: MouseEvent, ...parts: readonly MenuPart[]): void {
  const menu = new Menu();
  parts.forEach((part, index) => {
    if (index > 0) menu.addSeparator();
    part(menu);
  });
  showMenu(menu, event);
}
