import { useState } from 'preact/hooks';

let last = 0;

/** An id for labels that no other element of the page has; Preact's own starts anew with each panel and window. */
export function useUniqueId(): string {
  const [id] = useState(() => `shipshape-${++last}`);
  return id;
}
