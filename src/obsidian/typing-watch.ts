import { MarkdownView, type Plugin } from 'obsidian';

/** After this long without a key, nobody is typing in a note any more. */
const TYPING_MS = 10_000;
/** A change of an editor follows the key, click or paste that makes it within this time. */
const HAND_MS = 1000;
/** What a person does to an editor; a change that follows none of these was made by a program. */
const BY_HAND = ['beforeinput', 'keydown', 'paste', 'cut', 'drop', 'pointerdown'] as const;

/** What is known about who types where on this device. */
export interface TypingWatch {
  /** Nothing shall be written now: somebody typed in the note a moment ago, or has the cursor in it. */
  readonly isBeingEdited: (path: string) => boolean;
  /** Its change was typed here, and did not arrive by sync. */
  readonly wasTypedHere: (path: string) => boolean;
  /** It was typed here, or written by Shipshape for the person: in either case not by a sync. */
  readonly wasChangedHere: (path: string) => boolean;
  /** Shipshape writes it now. */
  readonly written: (path: string) => void;
}

/**
 * Follows the editors of one plugin's app. `editor-change` also comes for what a sync delivers into an open editor, so a
 * change counts as typed only when a hand touched that editor just before. Times are monotonic: the clock may be set back.
 */
export function typingWatch(plugin: Plugin): TypingWatch {
  const { workspace } = plugin.app;
  const typed = new Map<string, number>();
  const written = new Map<string, number>();
  let hand: { readonly at: number; readonly target: Node } | null = null;
  const follow = (doc: Document): void => {
    for (const type of BY_HAND) {
      plugin.registerDomEvent(
        doc,
        type,
        ({ target }) => {
          if (target !== null && 'nodeType' in target) hand = { at: performance.now(), target: target as Node };
        },
        { capture: true },
      );
    }
  };
  follow(document);
  plugin.registerEvent(workspace.on('window-open', ({ doc }) => follow(doc)));
  plugin.registerEvent(
    workspace.on('editor-change', (_editor, info) => {
      const { file } = info;
      if (!file) return;
      const now = performance.now();
      const touched = hand !== null && now - hand.at < HAND_MS ? hand.target : null;
      const isOwn =
        touched !== null &&
        workspace
          .getLeavesOfType('markdown')
          .some(({ view }) => view instanceof MarkdownView && view.file === file && view.contentEl.contains(touched));
      if (isOwn) typed.set(file.path, now);
    }),
  );
  const isRecent = (times: ReadonlyMap<string, number>, path: string): boolean =>
    performance.now() - (times.get(path) ?? -Infinity) < TYPING_MS;
  return {
    wasTypedHere: (path) => isRecent(typed, path),
    wasChangedHere: (path) => isRecent(typed, path) || isRecent(written, path),
    written: (path) => void written.set(path, performance.now()),
    isBeingEdited: (path) => {
      if (isRecent(typed, path)) return true;
      const view = workspace.getActiveViewOfType(MarkdownView);
      return (
        view?.file?.path === path &&
        view.contentEl.contains(view.contentEl.doc.activeElement) &&
        view.contentEl.doc.hasFocus()
      );
    },
  };
}
