import type { ComponentChildren, JSX } from 'preact';
import { WORDING } from '../../presentation/wording';
import { enterList } from './roving-focus';
import { useUniqueId } from './unique-id';

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Buttons beside the field. */
  readonly children?: ComponentChildren;
}

/** A field that filters what stands below it; Escape or its cross empties it. */
export function SearchField({ label, placeholder, text, setText, children }: SearchFieldProps): JSX.Element {
  const id = useUniqueId();
  return (
    <div class="shipshape-search-row">
      <div class="search-input-container">
        <label class="shipshape-hidden" for={id}>
          {label}
        </label>
        <input
          id={id}
          type="search"
          enterkeyhint="search"
          spellcheck={false}
          placeholder={placeholder}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              enterList(event.currentTarget);
            }
            if (event.key !== 'Escape' || text === '') return;
            event.stopPropagation();
            setText('');
          }}
        />
        {text !== '' && (
          <button
            type="button"
            class="search-input-clear-button"
            aria-label={WORDING.clearFilter}
            onClick={() => setText('')}
          />
        )}
      </div>
      {children}
    </div>
  );
}
