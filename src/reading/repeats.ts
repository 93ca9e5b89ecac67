import type { Span } from './reading.ts';
import type { Sentence } from './sentences.ts';
import type { SplitBlock } from './split.ts';

/** So many words a sentence has at least to be looked for elsewhere. */
const fewest = 6;
/** So much of the shorter sentence's pairs of words stands in the longer one too. */
const enough = 0.6;
/** A pair of words that so many sentences hold tells none of them apart. */
const commonest = 12;

/** Two neighbouring words. */
interface Pair {
  /** The sentence that was last seen to hold it, by its number. */
  last: number;
  /** The first of those long enough. */
  holders: number[];
}

interface Worded extends Span {
  /** Those whose words stand more than once in the report; the others are its own. */
  pairs: Pair[];
  /** How many different pairs it has in all. */
  size: number;
}

/**
 * Sentences and captions that a report prints more than once, also where one says a little more than the other.
 *
 * Two belong together where the shorter one's pairs of neighbouring words stand in the longer; numbers may differ.
 */
export function repeatsIn(blocks: readonly SplitBlock[]): Span[][] {
  const sentences = worded(blocks.filter(({ block }) => block.kind !== 'cell').flatMap(({ plain }) => plain));
  const group = sentences.map((_, i) => i);
  const first = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at]!;
    return at;
  };
  for (const [i, { pairs, size }] of sentences.entries()) {
    const shared = new Map<number, number>();
    for (const { holders } of pairs) {
      for (const k of holders) shared.set(k, (shared.get(k) ?? 0) + 1);
      if (holders.length < commonest) holders.push(i);
    }
    for (const [k, count] of shared) {
      if (count >= enough * Math.min(size, sentences[k]!.size)) group[first(i)] = first(k);
    }
  }
  const groups = Map.groupBy(sentences.keys(), first);
  return [...groups.values()]
    .filter((members) => members.length > 1)
    .map((members) => members.map((i) => ({ start: sentences[i]!.start, end: sentences[i]!.end })));
}

/** The sentences that are long enough, with the pairs that each holds and others may hold too. */
function worded(sentences: readonly Sentence[]): Worded[] {
  const words = numbered(sentences);
  const known = new Map<number, Pair>();
  const found: Worded[] = [];
  for (const [i, { start, end }] of sentences.entries()) {
    const own = words.of[i]!;
    const pairs: Pair[] = [];
    let size = 0;
    for (let k = 1; k < own.length; k++) {
      const [one, other] = [own[k - 1]!, own[k]!];
      if (words.counts[one] === 1 || words.counts[other] === 1) {
        size++;
        continue;
      }
      const pair = pairOf(known, one * words.counts.length + other);
      if (pair.last === i) continue;
      pair.last = i;
      pairs.push(pair);
      size++;
    }
    if (size >= fewest - 1) found.push({ start, end, pairs, size });
  }
  return found;
}

/** The words of sentences as numbers, and how often each number stands in them. */
function numbered(sentences: readonly Sentence[]): { of: number[][]; counts: number[] } {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const of = sentences.map(({ tokens }) => {
    const own: number[] = [];
    for (const { kind, lower } of tokens) {
      if (kind === 'mark') continue;
      let number = numbers.get(lower);
      if (number === undefined) {
        number = counts.length;
        numbers.set(lower, number);
        counts.push(0);
      }
      counts[number]!++;
      own.push(number);
    }
    return own;
  });
  return { of, counts };
}

function pairOf(known: Map<number, Pair>, key: number): Pair {
  let pair = known.get(key);
  if (!pair) known.set(key, (pair = { last: -1, holders: [] }));
  return pair;
}
