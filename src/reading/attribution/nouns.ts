import type { Analysis } from './analysis.ts';
import { until } from './contents.ts';

/** Nouns that attribute a clause where somebody has them: “her claim that …”. */
const nouns = new Set(
  `claim assertion argument suggestion remark warning assurance insistence contention complaint prediction accusation allegation
   announcement conclusion`.split(/\s+/),
);

/** “His claim that …”: a noun that says what its owner said. */
export function attributeByNoun(analysis: Analysis, at: number): void {
  const { words, phrases, groups } = analysis.parsed;
  const link = words[at + 1];
  if (link?.lower !== 'that' || link.quoted || !nouns.has(words[at]!.lower.replace(/s$/, ''))) return;
  const phrase = phrases[at];
  if (!phrase || phrase.to !== at) return;
  let owner = at - 1;
  while (owner >= phrase.from && /^(JJ|NN|RB|VBN)$/.test(words[owner]!.tag)) owner--;
  if (owner < phrase.from || !/^(PRP\$|POS)$/.test(words[owner]!.tag)) return;
  const verb = groups[0] ?? { from: at, to: at, head: at, finite: false, passive: false, infinitive: false };
  const content = until(analysis.parsed, at + 1, 'clause', verb);
  if (content && content.to > at + 1) analysis.put({ from: phrase.from, to: owner }, { from: at, to: at }, [content]);
}
