import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Hears the keys pressed within an element, before the page's own keys do. */
export function useKeyDown(place: RefObject<HTMLElement | null>, pressed: (event: KeyboardEvent) => void): void {
  const latest = useRef(pressed);
  latest.current = pressed;
  useEffect(() => {
    const element = place.current;
    const hear = (event: KeyboardEvent) => latest.current(event);
    element?.addEventListener('keydown', hear);
    return () => element?.removeEventListener('keydown', hear);
  }, [place]);
}
