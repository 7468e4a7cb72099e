import { useEffect, useState } from 'preact/hooks';

/** A value that is asked for again whenever its owner says that it is another. */
export function useFollowed<Value extends object>(
  read: () => Value,
  subscribe: (listener: () => void) => () => void,
): Value {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const follow = (): void => setValue(read());
    // Something may have been published between the first drawing and now.
    follow();
    return subscribe(follow);
  }, [read, subscribe]);
  return value;
}
