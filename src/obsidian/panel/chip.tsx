import type { JSX } from 'preact';

/** A small button of a row, whose full name says what it is about. */
export function Chip({
  label,
  about,
  run,
}: {
  readonly label: string;
  readonly about: string;
  readonly run: () => void;
}): JSX.Element {
  return (
    <button type="button" class="shipshape-chip" data-nav="" aria-label={`${label}: ${about}`} onClick={run}>
      {label}
    </button>
  );
}
