import { pairMarks, type Quoted } from './marks.ts';
import type { TextBlock } from './reading.ts';
import { sentencesIn, withQuotations, wordsIn, type Sentence } from './sentences.ts';

/** Blocks of which nothing is suggested. */
export const asides: ReadonlySet<TextBlock['kind']> = new Set(['appeal', 'promotion', 'byline', 'boilerplate']);

/** A block with its quotations and sentences: it is split once, for all who read it. */
export interface SplitBlock {
  block: TextBlock;
  quoted: Quoted[];
  /** How many of its quotation marks are never closed. */
  unbalanced: number;
  /** Its sentences; a quotation is one token of one of them. */
  sentences: Sentence[];
  /** Its sentences with the words of quotations as words of theirs. */
  plain: Sentence[];
  /** Whether it goes on from the block before it here: nothing stands between them that was left out. */
  follows: boolean;
}

/** Splits the blocks of a report into sentences, asides left out. */
export function splitBlocks(text: string, blocks: readonly TextBlock[]): SplitBlock[] {
  const split: SplitBlock[] = [];
  let follows = false;
  for (const [i, block] of blocks.entries()) {
    if (asides.has(block.kind)) {
      follows = false;
      continue;
    }
    const announced = follows && text[blocks[i - 1]!.end - 1] === ':';
    const { quoted, unbalanced } = pairMarks(text, block, text[blocks[i + 1]?.start ?? -1] ?? null, announced);
    const words = wordsIn(text, block);
    const plain = sentencesIn(text, block, words);
    const sentences = quoted.length === 0 ? plain : sentencesIn(text, block, withQuotations(text, words, quoted));
    split.push({ block, quoted, unbalanced, sentences, plain, follows });
    follows = true;
  }
  return split;
}
