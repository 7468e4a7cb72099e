import type { JSX } from 'preact';
import type { FormTools } from './roll-call-lists';
import { useNames } from './use-names';

/** A short field without a row of its own, with names to choose from. */
export function NameInput({
  label,
  placeholder,
  value,
  set,
  tools: { app, names },
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly set: (text: string) => void;
  readonly tools: FormTools;
}): JSX.Element {
  const input = useNames(set, { app, all: names });
  return (
    <input
      ref={input}
      type="text"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onInput={(event) => set(event.currentTarget.value)}
    />
  );
}
