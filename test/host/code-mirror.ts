import { type Extension, StateField } from '@codemirror/state';
import * as view from '@codemirror/view';
import * as state from '@codemirror/state';
import type { TFile } from './vault';

/** What the app gives to plugins as modules beside its own. */
export const codeMirrorModules: Readonly<Record<string, unknown>> = {
  '@codemirror/view': view,
  '@codemirror/state': state,
};

/** Which note an editor shows. */
export const editorInfoField = StateField.define<{ readonly file: TFile | null }>({
  create: () => ({ file: null }),
  update: (value) => value,
});

/**
 * A real CodeMirror over a note's text, with the extensions that plugins registered, in place of the host's text
 * area.
 */
export function showInCodeMirror(parent: Element, file: TFile, text: string, extensions: readonly Extension[]): void {
  parent.replaceChildren();
  const editor = new view.EditorView({
    parent,
    state: state.EditorState.create({
      doc: text,
      extensions: [editorInfoField.init(() => ({ file })), view.EditorView.lineWrapping, ...extensions],
    }),
  });
  editor.dom.style.height = '100%';
}
