import type { Analysis } from './analysis.ts';
import type { Stretch, VerbGroup } from './chunks.ts';
import { until } from './contents.ts';
import type { Word } from './tagger.ts';

const isFinite = (word: Word | undefined): boolean => /^(VBD|VBZ|VBP|MD)$/.test(word?.tag ?? '');

/** “which” before “officials said will close”: the word that opens the relative clause a subject stands in. */
export function relativeBefore(words: readonly Word[], subject: Stretch, goesOn: boolean): Stretch | null {
  const at = subject.from - 1;
  if (goesOn && words[at]?.lower === 'that' && words[at - 1]?.tag.startsWith('NN')) return { from: at, to: at };
  const opens =
    /^(WDT|WP)$/.test(words[at]?.tag ?? '') &&
    words[at]!.quoted === null &&
    (words[at - 1]?.tag !== 'IN' || words[at]!.lower === 'what');
  return opens ? { from: at, to: at } : null;
}

/** Whether content that starts with a word is whole without what a relative clause relates to. */
export const gapless = ({ tag, lower, text }: Word): boolean =>
  /^(that|to|if|whether|when)$/.test(lower) || tag === 'SPEECH' || tag.startsWith('W') || /^\p{Lu}/u.test(text);

/** The rest of a relative clause, from its verb on: up to the comma behind which the sentence's own verb stands. */
export function relativeRest({ parsed }: Analysis, from: number, group: VerbGroup): Stretch | null {
  const { words } = parsed;
  const rest = until(parsed, from, 'clause', group);
  if (!rest) return null;
  for (let i = from + 1; i < rest.to; i++)
    if (words[i]!.text === ',' && words[i]!.quoted === null && isFinite(words[i + 1])) return { from, to: i - 1 };
  return rest;
}
