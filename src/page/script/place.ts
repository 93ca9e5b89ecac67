import { elementOf } from './trusted.ts';

const focusable = 'a,summary';

/** The element with an id. */
export const byId = (id: string): HTMLElement | null => document.getElementById(id);

/** The number at the end of an id. */
export const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));

/** Replaces an element; what was unfolded in it stays unfolded, and the focus stays where it was. */
export function replace(old: HTMLElement, html: string): void {
  const fresh = elementOf(html);
  for (const { id } of old.querySelectorAll('details[open]')) {
    fresh.querySelector(`[id="${id}"]`)?.setAttribute('open', '');
  }
  const focus = [...old.querySelectorAll(focusable)].indexOf(document.activeElement!);
  if (old.matches('article')) fresh.dataset['fresh'] = '';
  old.replaceWith(fresh);
  fresh.querySelectorAll<HTMLElement>(focusable)[focus]?.focus({ preventScroll: true });
}

/** Puts a new element among the others, in the order of the numbers in their ids. */
export function insert(into: HTMLElement, html: string): void {
  const fresh = elementOf(html);
  fresh.dataset['fresh'] = '';
  const falling = into.dataset['order'] === 'newest';
  const next = [...into.querySelectorAll('article')].find(({ id }) => numberOf(id) < numberOf(fresh.id) === falling);
  if (next) next.before(fresh);
  else into.append(fresh);
}

/** Changes the page so that the post that the reader is reading stays where it is on the screen. */
export function steadily(change: () => void): void {
  const posts = [...document.querySelectorAll('#stream article')];
  const top = (post: Element | null | undefined) => post?.getBoundingClientRect().top ?? 0;
  const reading = top(posts[0]) < 0 ? posts.find((post) => post.getBoundingClientRect().bottom > 0) : undefined;
  const before = top(reading);
  change();
  if (reading) scrollBy(0, top(byId(reading.id)) - before);
}
