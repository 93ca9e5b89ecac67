import type { Span, TextBlock } from './reading.ts';

/** So many words a sentence has at least to be looked for elsewhere. */
const fewest = 6;
/** So much of the shorter sentence's pairs of words stands in the longer one too. */
const enough = 0.6;
/** A pair of words that so many sentences hold tells none of them apart. */
const commonest = 12;

/** Blocks whose words are not the report's, or no sentences. */
const apart = new Set<TextBlock['kind']>(['cell', 'appeal', 'promotion', 'byline']);
const none: number[] = [];

interface Worded extends Span {
  /** Each pair of neighbouring words as one number. */
  pairs: Set<number>;
}

/**
 * Sentences and captions that a report prints more than once, also where one says a little more than the other.
 *
 * Two belong together where the shorter one's pairs of neighbouring words stand in the longer; numbers must be the same.
 */
export function repeatsIn(text: string, blocks: readonly TextBlock[]): Span[][] {
  const known = new Map<string, number>();
  const sentences = blocks
    .filter(({ kind }) => !apart.has(kind))
    .flatMap((block) => sentencesIn(text, block))
    .map((sentence) => worded(text, sentence, known))
    .filter(({ pairs }) => pairs.size >= fewest - 1);
  const holders = new Map<number, number[]>();
  const group = sentences.map((_, i) => i);
  const first = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at]!;
    return at;
  };
  for (const [i, { pairs }] of sentences.entries()) {
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      const held = holders.get(pair) ?? none;
      for (const k of held) shared.set(k, (shared.get(k) ?? 0) + 1);
      if (held.length === 0) holders.set(pair, [i]);
      else if (held.length < commonest) held.push(i);
    }
    for (const [k, count] of shared) {
      if (count >= enough * Math.min(pairs.size, sentences[k]!.pairs.size)) group[first(i)] = first(k);
    }
  }
  const groups = Map.groupBy(sentences.keys(), first);
  return [...groups.values()]
    .filter((members) => members.length > 1)
    .map((members) => members.map((i) => ({ start: sentences[i]!.start, end: sentences[i]!.end })));
}

/** The stretches of a block between full stops. Finer rules of where a sentence ends would cost more and find no more. */
function sentencesIn(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  let start = block.start;
  for (const { index, 0: stop } of text
    .slice(block.start, block.end)
    .matchAll(/(?<=[\p{Ll}\p{N}”’"')][.!?…][”’"')]?) /gu)) {
    const end = block.start + index;
    sentences.push({ start, end });
    start = end + stop.length;
  }
  sentences.push({ start, end: block.end });
  return sentences;
}

function worded(text: string, { start, end }: Span, known: Map<string, number>): Worded {
  const pairs = new Set<number>();
  let before = -1;
  for (const word of text
    .slice(start, end)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const number = known.get(word) ?? known.size;
    known.set(word, number);
    if (before >= 0) pairs.add(before * 2 ** 24 + number);
    before = number;
  }
  return { start, end, pairs };
}
