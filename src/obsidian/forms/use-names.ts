import type { App } from 'obsidian';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { NameSuggest } from './name-suggest';

/** Where suggested names come from. */
export interface NameSource {
  readonly app: App;
  readonly all: () => readonly string[];
}

/** For a text field: suggests names while somebody types in it; gives the reference that the field takes. */
export function useNames(
  set: (text: string) => void,
  names: NameSource | undefined,
): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  const change = useRef(set);
  change.current = set;
  useEffect(() => {
    if (!input.current || !names) return;
    const suggest = new NameSuggest(names.app, input.current, names.all, (text) => change.current(text));
    return () => suggest.close();
  }, []);
  return input;
}
