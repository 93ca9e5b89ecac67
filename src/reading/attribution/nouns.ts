import type { Analysis } from './analysis.ts';
import { until } from './contents.ts';

/** Nouns that attribute a clause where somebody has them: “her claim that …”. */
const nouns = new Set(
  `claim assertion argument suggestion remark warning assurance insistence contention complaint prediction accusation allegation
   announcement conclusion belief view hope fear promise pledge vow threat`.split(/\s+/),
);
/** Nouns that attribute an infinitive. */
const wills = new Set(`decision refusal promise pledge vow threat call demand reluctance`.split(/\s+/));

/** “His claim that …”: a noun that says what its owner said. */
export function attributeByNoun(analysis: Analysis, at: number): void {
  const { words, phrases, groups } = analysis.parsed;
  const link = words[at + 1];
  if (!link || link.quoted || (link.lower !== 'that' && link.lower !== 'to')) return;
  const isWill = link.lower === 'to';
  if (!(isWill ? wills : nouns).has(words[at]!.lower.replace(/s$/, ''))) return;
  if (isWill && !(words[at + 2]?.tag ?? '').startsWith('VB')) return;
  const phrase = phrases[at];
  if (!phrase || phrase.to !== at) return;
  let owner = at - 1;
  while (owner >= phrase.from && /^(JJ|NN|RB|VBN)$/.test(words[owner]!.tag)) owner--;
  if (owner < phrase.from || !/^(PRP\$|POS)$/.test(words[owner]!.tag)) return;
  const verb = groups[0] ?? { from: at, to: at, head: at, finite: false, passive: false, infinitive: false };
  const whole = until(analysis.parsed, at + 1, isWill ? 'phrase' : 'clause', verb);
  // What the sentence says of the noun stands behind the infinitive: “his refusal to leave cost him the house”.
  const next = isWill ? groups.find(({ from, finite }) => finite && from > at + 2) : undefined;
  const content = whole && next && next.from <= whole.to ? { from: whole.from, to: next.from - 1 } : whole;
  if (content && content.to > at + 1) analysis.put({ from: phrase.from, to: owner }, { from: at, to: at }, [content]);
}
