import { changedFigures, type ChangedFigure } from './changed-figures.ts';
import { placedWords, shinglesOf, sketchOf, type PlacedWord } from './shingles.ts';

/** A text made ready to be held against others. */
export interface Comparable {
  text: string;
  words: readonly PlacedWord[];
  shingles: ReadonlySet<number>;
}

/** How a later text repeats an earlier one. */
export interface NearCopy {
  /** Which part of the shorter text stands in the longer one, from 0 to 1. */
  shared: number;
  /** The figures that say something else, so that a copy with one is never taken for nothing new. */
  changes: ChangedFigure[];
}

/** From this part of the shorter text on, two texts are near-copies; reports that share a subject or a quotation share less. */
const enough = 0.5;
/** Texts with fewer shingles in common are not told to be copies. */
const fewest = 5;

/** So much of a text is held against others, in UTF-16 units. */
const longest = 100_000;

/** Makes a text ready to be held against others. */
export function comparable(text: string): Comparable {
  const words = placedWords(text.slice(0, longest));
  return { text, words, shingles: shinglesOf(words) };
}

/** The shingles by which a report's near-copies are looked up. */
export function lookUpBy({ shingles }: Comparable): number[] {
  return sketchOf(shingles);
}

/** How a later text repeats an earlier one; `null` where it does not. */
export function nearCopy(earlier: Comparable, later: Comparable): NearCopy | null {
  const [short, long] = [earlier.shingles, later.shingles].toSorted((a, b) => a.size - b.size) as [
    ReadonlySet<number>,
    ReadonlySet<number>,
  ];
  let common = 0;
  for (const shingle of short) if (long.has(shingle)) common++;
  if (common < fewest || common < enough * short.size) return null;
  return { shared: common / short.size, changes: changedFigures(earlier, later) };
}
