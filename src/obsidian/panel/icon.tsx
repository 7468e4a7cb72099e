import { setIcon } from 'obsidian';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** One of Obsidian's icons; decoration only, so hidden from assistive technology. */
export function Icon({ name, class: extra = '' }: { readonly name: string; readonly class?: string }): JSX.Element {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current) setIcon(element.current, name);
  }, [name]);
  return <span ref={element} class={`shipshape-icon ${extra}`} aria-hidden="true" />;
}
