import { isBox, type Box } from './boxes.ts';
import { attribute } from './dom.ts';
import { isNamedBody } from './names.ts';
import { countAll, countTold, densest, holdersOf, leaves, ownProse, proseRightIn, type IsAside } from './prose.ts';

/** The article of a page: its box, and what stands aside in it. */
export interface Article {
  box: Box;
  isAside: IsAside;
}

/** A box with this share of the prose around it is where the article stands. */
const nearlyAll = 0.8;

/** Whether a box is meant to be the article, by its tag or its names; the whole page may be named after what it holds. */
const isArticle = ({ element }: Box): boolean => element.tagName === 'article' || isNamedBody(element);
const isMain = ({ element }: Box): boolean => element.tagName === 'main' || attribute(element, 'role') === 'main';
const isMarked = (box: Box): boolean => isMain(box) || isArticle(box);
const isBody = ({ element }: Box): boolean => element.tagName !== 'body' && isNamedBody(element);

/**
 * What stands aside: boxes whose tag or names say so, save those around what is plainly the article.
 *
 * Where that would leave out nearly everything, the names of the greater part are wrong.
 */
function asidesOf(top: Box): IsAside {
  const isMuch = (box: Box): boolean => box.prose > 0 && box.prose * 4 >= top.prose;
  const titled = holdersOf(top, ({ element }) => element.tagName === 'h1');
  const held = holdersOf(
    top,
    (box) => (box.prose > 0 && isMain(box)) || (isMuch(box) && (titled.has(box) || isNamedBody(box.element))),
  );
  const isAside = (box: Box): boolean => box.role !== null && !held.has(box);
  if (ownProse(top, isAside).get(top)! * 4 >= top.prose) return isAside;
  return (box) => isAside(box) && box.prose * 2 < top.prose;
}

/**
 * Finds the article of a page: from the whole page down, always into the box with nearly all of the prose.
 *
 * Where several share it, the marked ones go before others, and the one with the most prose in one place before the rest;
 * inside what is marked as the article such a share is a part of it. `told` is what the markup gives as the article.
 */
export function articleOf(top: Box, told: string | null): Article {
  if (top.prose === 0) countAll(top);
  else if (told !== null) countTold(top, told);
  const isAside = asidesOf(top);
  const own = ownProse(top, isAside);
  const dense = densest(top, isAside);
  const marks = holdersOf(top, isMarked);
  const proseOf = (box: Box): number => own.get(box) ?? 0;

  /** The part of a box that stands out among several. */
  const foremost = (box: Box, parts: Box[]): Box | null => {
    const rivals = parts.filter((part) => marks.has(part));
    const [best, second] = (rivals.length > 0 ? rivals : parts).toSorted((a, b) => dense.get(b)! - dense.get(a)!);
    if (rivals.length > 0) return best!;
    if (dense.get(best!)! < proseRightIn(box, isAside)) return null;
    return second === undefined || dense.get(best!)! >= 3 * dense.get(second)! ? best! : null;
  };

  let box = top;
  let marked = false;
  for (;;) {
    const parts = box.parts.filter(
      (part): part is Box => isBox(part) && proseOf(part) > 0 && !leaves.has(part.element.tagName),
    );
    if (parts.length === 0) break;
    const most = parts.reduce((best, part) => (proseOf(part) > proseOf(best) ? part : best));
    const isMost = proseOf(most) >= proseOf(box) * nearlyAll;
    const next = isMost ? most : marked ? null : foremost(box, parts);
    if (next === null || (isBody(box) && !isNamedBody(next.element))) break;
    box = next;
    marked ||= isArticle(box);
  }
  return { box, isAside };
}
