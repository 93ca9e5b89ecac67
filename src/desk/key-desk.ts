import { useLayoutEffect } from 'preact/hooks';
import { actionOf, walking, type Action, type KeyPlace } from './keys.ts';

type Handlers = Partial<Record<Action, () => void>>;

const handlers = new Map<KeyPlace, Handlers>();
let lastPlace: KeyPlace = 'stream';

/** Gives a part of the desk its keys for as long as it is shown. */
export function useKeys(place: KeyPlace, does: Handlers): void {
  useLayoutEffect(() => {
    handlers.set(place, does);
    return () => {
      if (handlers.get(place) === does) handlers.delete(place);
    };
  });
}

/** Says which part of the desk the keys act on while the focus is in none. */
export function actOn(place: KeyPlace): void {
  lastPlace = place;
}

/** Listens for single keys until the returned function is called; `on` says whether they are switched on. */
export function listen(on: () => boolean): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : null;
    if (!on() || isTyping(target) || (event.key === 'Enter' && isPressable(target))) return;
    const place = placeOf(target);
    const action = actionOf(event.key, place);
    const does = action && (handlers.get(place)?.[action] ?? handlers.get('everywhere')?.[action]);
    if (!does) return;
    event.preventDefault();
    if (!event.repeat || walking.has(action)) does();
  };
  const focused = (event: FocusEvent) => {
    if (event.target instanceof Element) lastPlace = placeOf(event.target);
  };
  document.addEventListener('keydown', pressed);
  document.addEventListener('focusin', focused);
  return () => {
    document.removeEventListener('keydown', pressed);
    document.removeEventListener('focusin', focused);
  };
}

function placeOf(target: Element | null): KeyPlace {
  const place = target?.closest<HTMLElement>('[data-keys]')?.dataset['keys'];
  return place === 'report' || place === 'stream' ? place : lastPlace;
}

function isTyping(target: Element | null): boolean {
  if (target === null || target.closest('[data-read-only]') !== null) return false;
  return (
    target.closest(
      'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true], dialog',
    ) !== null
  );
}

function isPressable(target: Element | null): boolean {
  return target?.closest('button, a[href], summary, input, select') != null;
}
