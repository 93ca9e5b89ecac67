/** Where the writing begins, as a selector: the text of a post, or the first field of a statement that is put right. */
export const writingPlace = '.writing, .right-statement select';

/** Puts the focus on the first element that a selector finds: at once where it is shown, else once it is. */
export function focusOn(selector: string): void {
  if (focusNow(selector)) return;
  // The screen follows a change in a microtask, before the next key comes; what takes longer is waited for once.
  queueMicrotask(() => {
    if (!focusNow(selector)) setTimeout(() => focusNow(selector));
  });
}

function focusNow(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  found?.scrollIntoView({ block: 'nearest' });
  return found !== null && document.activeElement === found;
}
