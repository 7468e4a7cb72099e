import { Component } from './component';
import { make } from './dom';
import type { HostApp } from './obsidian';
import type { TFile } from './vault';

/** Runs a base's query; views are told by it when there is a result. */
export class QueryController extends Component {
  constructor(readonly app: HostApp) {
    super();
  }
}

interface Entry {
  readonly file: TFile;
}

/** A view over a base's result; `data` is another object at every update, its entries, too. */
export abstract class BasesView extends Component {
  abstract type: string;
  readonly app: HostApp;
  config: { readonly get: (key: string) => unknown } = { get: () => undefined };
  data: { readonly data: readonly Entry[] } | undefined = undefined;

  constructor(controller: QueryController) {
    super();
    this.app = controller.app;
  }

  abstract onDataUpdated(): void;
}

/** What a plugin registers. */
export interface BasesRegistration {
  readonly name: string;
  readonly icon: string;
  readonly factory: (controller: QueryController, containerEl: HTMLElement) => BasesView;
  readonly options?: (config: BasesView['config']) => readonly object[];
}

/** A base that is shown, with the habits that others have met: bursts, options that flicker, remounts. */
export interface ShownBase {
  /** Results one after the other without a pause. */
  readonly update: (results: readonly (readonly string[])[]) => void;
  readonly set: (key: string, value: unknown) => void;
  /** The view ends and another begins in the same place. */
  readonly remount: () => void;
  readonly close: () => void;
  readonly options: () => readonly object[];
}

/** Shows a base of these notes in the main area. */
export function showBase(app: HostApp, viewId: string, paths: readonly string[]): ShownBase | null {
  const registration = app.basesViews.get(viewId);
  const body = document.querySelector('.mod-root .view-content');
  if (!registration || !body) return null;
  const container = make(body, 'div', 'bases-view');
  const controller = new QueryController(app);
  const options: Record<string, unknown> = {};
  const config = { get: (key: string): unknown => options[key] };
  let last = paths;
  const resultOf = (given: readonly string[]): BasesView['data'] => ({
    data: given.flatMap((path) => {
      const file = app.vault.getFileByPath(path);
      return file ? [{ file }] : [];
    }),
  });
  let view: BasesView;
  const mount = (): void => {
    view = registration.factory(controller, container);
    view.config = config;
    view.load();
    // The first call comes before there is a result.
    view.onDataUpdated();
    view.data = resultOf(last);
    view.onDataUpdated();
  };
  mount();
  const update = (results: readonly (readonly string[])[]): void => {
    for (const result of results) {
      last = result;
      view.data = resultOf(result);
      view.onDataUpdated();
    }
  };
  return {
    update,
    set: (key, value) => {
      // An option is seen empty for a moment before it has its new value.
      options[key] = undefined;
      view.onDataUpdated();
      options[key] = value;
      update([last]);
    },
    remount: () => {
      view.unload();
      mount();
    },
    close: () => {
      view.unload();
      container.remove();
    },
    options: () => registration.options?.(config) ?? [],
  };
}
