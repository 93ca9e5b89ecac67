import { isBox, type Box, type Stretch } from './boxes.ts';

/** Says of a box whether it stands aside, with all that is in it. */
export type IsAside = (box: Box) => boolean;

/** A box and all below it, each before what stands in it; with `isAside`, without what stands aside. */
export function boxesFrom(top: Box, isAside: IsAside = () => false): Box[] {
  const order: Box[] = [top];
  for (let i = 0; i < order.length; i++) {
    for (const part of order[i]!.parts) if (isBox(part) && !isAside(part)) order.push(part);
  }
  return order;
}

/** The prose in each box without that of what stands aside. */
export function ownProse(top: Box, isAside: IsAside): Map<Box, number> {
  const own = new Map<Box, number>();
  for (const box of boxesFrom(top, isAside).toReversed()) {
    let sum = 0;
    for (const part of box.parts) sum += isBox(part) ? (own.get(part) ?? 0) : part.prose;
    own.set(box, sum);
  }
  return own;
}

/** Elements that are a paragraph or less. */
export const leaves = new Set(['p', 'blockquote', 'li', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The prose of a box that stands right in it or in its paragraphs. */
export function proseRightIn(box: Box, isAside: IsAside): number {
  let sum = 0;
  for (const part of box.parts) {
    if (!isBox(part) || (leaves.has(part.element.tagName) && !isAside(part))) sum += part.prose;
  }
  return sum;
}

/** For each box the most prose that stands right in one box, it or one below it: an article has more than any list of teasers. */
export function densest(top: Box, isAside: IsAside): Map<Box, number> {
  const dense = new Map<Box, number>();
  for (const box of boxesFrom(top, isAside).toReversed()) {
    let most = proseRightIn(box, isAside);
    for (const part of box.parts) if (isBox(part)) most = Math.max(most, dense.get(part) ?? 0);
    dense.set(box, most);
  }
  return dense;
}

/** The boxes that are wanted or have such a one below them. */
export function holdersOf(top: Box, wanted: (box: Box) => boolean): Set<Box> {
  const found = new Set<Box>();
  for (const box of boxesFrom(top)) {
    if (!wanted(box)) continue;
    for (let one: Box | null = box; one && !found.has(one); one = one.parent) found.add(one);
  }
  return found;
}

/** Counts as prose what `proseOf` says of each stretch. */
function recount(top: Box, proseOf: (stretch: Stretch) => number): void {
  for (const box of boxesFrom(top).toReversed()) {
    box.prose = 0;
    for (const part of box.parts) {
      if (!isBox(part)) part.prose = proseOf(part);
      box.prose += part.prose;
    }
  }
}

/** Where nothing on a page reads as an article, counts all that is no link. */
export function countAll(top: Box): void {
  recount(top, ({ letters, linked }) => letters - linked);
}

/** A beginning of this length tells a paragraph from any other. */
const telling = 40;
/** In so many paragraphs at most are the words looked for that the markup gives. */
const lookedAt = 1000;

/** Counts only such prose whose beginning stands in what the markup gives as the article, where that is most of it. */
export function countTold(top: Box, told: string): void {
  const squeezed = told.replaceAll(/\s+/g, '');
  const found = new Set<Stretch>();
  let letters = 0;
  const stretches = boxesFrom(top).flatMap((box) =>
    box.parts.filter((part): part is Stretch => !isBox(part) && part.prose > 0),
  );
  for (const stretch of stretches.slice(0, lookedAt)) {
    const words = stretch.nodes.map((node) => node.value).join('');
    if (!squeezed.includes(words.replaceAll(/\s+/g, '').slice(0, telling))) continue;
    found.add(stretch);
    letters += stretch.letters;
  }
  if (letters * 4 >= squeezed.length * 3) recount(top, (stretch) => (found.has(stretch) ? stretch.prose : 0));
}
