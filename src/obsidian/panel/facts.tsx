import type { ComponentChildren, JSX } from 'preact';

/** The small words below a row; of something late the first of them is marked. `children` stand before them. */
export function Facts({
  facts,
  isLate = false,
  children,
}: {
  readonly facts: readonly string[];
  readonly isLate?: boolean;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <span class="shipshape-facts">
      {children}
      {facts.map((fact, index) => (
        <bdi key={fact} class={`shipshape-note${isLate && index === 0 ? ' is-overdue' : ''}`}>
          {fact}
        </bdi>
      ))}
    </span>
  );
}
