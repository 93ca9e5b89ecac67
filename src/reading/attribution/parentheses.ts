import type { Word } from './tagger.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(','));

/** Words that stand between two commas and say nothing of who says what. */
const adverbs = set(
  'however,though,too,meanwhile,instead,also,therefore,then,indeed,nevertheless,nonetheless,moreover,furthermore,apparently,reportedly,once,twice,in fact,of course,for example,for instance,in turn,for his part,for her part,for its part,for their part,for one,in particular,in contrast,by contrast,after all,at least,at times,by the way,on the other hand',
);
/** Their first words. */
const openings = new Set([...adverbs].map((words) => words.split(' ')[0]!));
const longest = 4;

/** The words without adverbs between two commas: “Lind, however, said”, “has, in fact, said”. */
export function withoutParentheses(words: Word[]): Word[] {
  const kept: Word[] = [];
  let from = 0;
  for (let i = 1; i < words.length; i++) {
    const end = words[i]!.tag === ',' ? closing(words, i) : null;
    if (end === null) continue;
    kept.push(...words.slice(from, i));
    from = (i = end) + 1;
  }
  return from === 0 ? words : [...kept, ...words.slice(from)];
}

/** The comma that closes an adverb which a comma opens. */
function closing(words: readonly Word[], at: number): number | null {
  if (words[at]!.quoted !== null || words[at + 1]?.kind !== 'word' || !openings.has(words[at + 1]!.lower)) return null;
  let printed = '';
  for (let i = at + 1; i <= at + longest && words[i] && words[i]!.quoted === null; i++) {
    printed += (printed && ' ') + words[i]!.lower;
    if (words[i + 1]?.text === ',' && adverbs.has(printed)) return i + 1;
  }
  return null;
}
