/** Where the writing begins, as a selector: the text of a post, or the first field of a statement that is put right. */
export const writingPlace = '.writing, .right-statement select';

/** Puts the focus on the first element that a selector finds: at once where it is shown, else once it is. */
export function focusOn(selector: string): void {
  focusWhen(() => document.querySelector<HTMLElement>(selector));
}

/** Puts the focus somewhere in a pane once an answer has come; who works in another pane by now is not called back. */
export function focusBack(pane: 'box' | 'report' | 'stream', selector = '[data-home]'): void {
  const { activeElement } = document;
  const here = document.querySelector(`[data-pane=${pane}]`)?.contains(activeElement) === true;
  if (here || activeElement === document.body) focusOn(`[data-pane=${pane}] :is(${selector})`);
}

/** Puts the focus on the first field of a place that is needed and still empty, or else on its first field. */
export function focusOnLack(place: string): void {
  focusWhen(() => {
    const needed = document.querySelectorAll<HTMLInputElement>(`${place} [aria-required=true]`);
    return (
      [...needed].find(({ value }) => value.trim() === '') ?? document.querySelector(`${place} :is(select, input)`)
    );
  });
}

function focusWhen(find: () => HTMLElement | null): void {
  if (focusNow(find())) return;
  // The screen follows a change in a microtask, before the next key comes; what takes longer is waited for once.
  queueMicrotask(() => {
    if (!focusNow(find())) setTimeout(() => focusNow(find()));
  });
}

function focusNow(found: HTMLElement | null): boolean {
  found?.focus();
  found?.scrollIntoView({ block: 'nearest' });
  return found !== null && document.activeElement === found;
}
