/** Puts the focus on the first element that a selector finds, once what was just changed is on the screen. */
export function focusOn(selector: string): void {
  setTimeout(() => {
    const found = document.querySelector<HTMLElement>(selector);
    found?.focus();
    found?.scrollIntoView({ block: 'nearest' });
  });
}
