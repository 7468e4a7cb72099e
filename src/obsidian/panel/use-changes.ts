import { useEffect, useState } from 'preact/hooks';

/** Draws again whenever something says that it is another. */
export function useChanges({ subscribe }: { readonly subscribe: (listener: () => void) => () => void }): void {
  const [, setVersion] = useState(0);
  useEffect(() => subscribe(() => setVersion((before) => before + 1)), []);
}
