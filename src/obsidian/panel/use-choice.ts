import { useState } from 'preact/hooks';
import type { PanelActions } from './panel-actions';

/** A choice among named ones that this device remembers; `first` until another is made. */
export function useChoice<Choice extends string>(
  { load, save }: Pick<PanelActions, 'load' | 'save'>,
  key: string,
  names: Readonly<Record<Choice, string>>,
  first: Choice,
): readonly [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState<Choice>(() => {
    const stored = load(key);
    return (Object.keys(names) as Choice[]).find((known) => known === stored) ?? first;
  });
  return [
    choice,
    (next) => {
      setChoice(next);
      save(key, next);
    },
  ];
}
