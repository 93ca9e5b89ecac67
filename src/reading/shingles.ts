import type { Span } from './reading.ts';

/** A word of a text in lower case, or a number as printed, with its place. */
export interface PlacedWord extends Span {
  word: string;
}

/** So many neighbouring words are one shingle. */
const width = 4;
/** Of a long text's shingles one in so many is kept in its sketch, and at least so many. */
const sampled = { oneIn: 8, least: 64 };

/** The words and numbers of a text, whatever stands between them. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu)].map(({ index, 0: word }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

/** The shingles of a text as numbers of 32 bits: each stands for four neighbouring words. */
export function shinglesOf(words: readonly PlacedWord[]): Set<number> {
  const hashes = words.map(({ word }) => hashOf(word));
  const shingles = new Set<number>();
  for (let i = 0; i + width <= hashes.length; i++) {
    let mixed = 0;
    for (let k = i; k < i + width; k++) mixed = scatter(Math.imul(mixed, 31) + hashes[k]!);
    shingles.add(mixed >>> 0);
  }
  return shingles;
}

/**
 * The shingles by which near-copies of a text are looked up: the smallest ones, an eighth of those of a long text.
 *
 * The same shingle is kept or left out of every long text, so that sketches of a text and of a part of it meet.
 */
export function sketchOf(shingles: ReadonlySet<number>): number[] {
  const sorted = [...shingles].toSorted((a, b) => a - b);
  const bound = 2 ** 32 / sampled.oneIn;
  return sorted.filter((shingle, i) => i < sampled.least || shingle < bound);
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Spreads a number over all its bits; the last steps of MurmurHash3. */
function scatter(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
