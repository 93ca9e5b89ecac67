import { timeWords } from '../english.ts';
import type { Word } from './tagger.ts';

/** From which to which word, both inclusive. */
export interface Stretch {
  from: number;
  to: number;
}

const opens = new Set('DT PDT PRP$ CD JJ JJR JJS NN NNS NNP NNPS $'.split(' '));
const nouns = new Set('NN NNS NNP NNPS CD'.split(' '));
/** Words that can stand for a noun by themselves. */
const alone = new Set(['PRP', 'EX']);
const pronominal = new Set(
  'this that these those some many most others all both each another few several one none either neither'.split(' '),
);

/** The noun phrases of a sentence without what follows their nouns; `phrases[i]` is the one that word `i` stands in. */
export function nounPhrases(words: readonly Word[]): (Stretch | null)[] {
  const phrases: (Stretch | null)[] = words.map(() => null);
  for (let i = 0; i < words.length; i++) {
    const { tag } = words[i]!;
    if (alone.has(tag)) {
      phrases[i] = { from: i, to: i };
      continue;
    }
    const bound = boundAt(words, i);
    if (bound > 0) {
      const to = phraseEnd(words, i + bound);
      if (to === null) continue;
      const phrase = { from: i, to };
      for (let k = i; k <= to; k++) phrases[k] = phrase;
      i = to;
      continue;
    }
    const participle = (tag === 'VBG' || tag === 'VBN') && /^(NN|NNS)$/.test(words[i + 1]?.tag ?? '');
    if (!opens.has(tag) && !participle) continue;
    const before = words[i - 1];
    if (participle && !(tag === 'VBN' && /^(VBD|VBZ|IN)$/.test(before?.tag ?? '') && !auxiliary(before!))) continue;
    const to = phraseEnd(words, i);
    if (to === null) continue;
    const phrase = { from: i, to };
    for (let k = i; k <= to; k++) phrases[k] = phrase;
    i = to;
  }
  return phrases;
}

const boundWords = new Set(
  'about around roughly nearly almost over some approximately just only under at more less fewer up close well as'.split(
    ' ',
  ),
);
const boundOfOne = new Set('about around roughly nearly almost over some approximately just only under'.split(' '));
const boundsOfTwo = new Set(
  'at least,at most,more than,less than,fewer than,up to,close to,just over,just under,well over,as many,nearly all'.split(
    ',',
  ),
);
const fractions = new Set('half two-thirds three-quarters one-third dozens hundreds thousands'.split(' '));
const isNumber = (word: Word | undefined): boolean =>
  word !== undefined && (word.tag === 'CD' || word.tag === '$' || fractions.has(word.lower));

/** How many words before a number bound it: “at least”, “more than”. */
function boundAt(words: readonly Word[], i: number): number {
  const first = words[i]!.lower;
  if (!boundWords.has(first)) return 0;
  if (boundOfOne.has(first) && isNumber(words[i + 1])) return 1;
  return isNumber(words[i + 2]) && boundsOfTwo.has(`${first} ${words[i + 1]!.lower}`) ? 2 : 0;
}

function phraseEnd(words: readonly Word[], from: number): number | null {
  let last: number | null = null;
  for (let i = from; i < words.length; i++) {
    const { tag, lower } = words[i]!;
    if (words[i]!.quoted !== words[from]!.quoted && words[i]!.quoted === null && last !== null) break;
    if (nouns.has(tag)) last = i;
    else if (tag === 'POS' && last === i - 1 && i > from) last = i;
    else if (tag === 'DT' || tag === 'PRP$') {
      const first = i === from || words[i - 1]!.tag === 'PDT';
      if (!first) break;
      if (pronominal.has(lower)) last = i;
    } else if (tag === 'PDT') {
      if (pronominal.has(lower)) last = i;
    } else if (last !== null && /^(last|this|next)$/.test(lower) && timeWords.has(words[i + 1]?.lower ?? '')) break;
    else if (tag.startsWith('JJ')) {
      if (last !== null && words[last]!.tag !== 'POS' && !nounSoon(words, i)) break;
      if (pronominal.has(lower) || (words[from]!.tag === 'DT' && from < i))
        last = last !== null && nounSoon(words, i) ? last : i;
    } else if (tag === 'VBG' || tag === 'VBN') {
      if (!nounSoon(words, i) || (last !== null && words[last]!.tag !== 'POS')) break;
    } else if (tag === 'RB') {
      if (!(words[i + 1]?.tag ?? '').startsWith('JJ') || last !== null || i === from) break;
    } else if (tag === 'CC' && last === null && i > from && words[i - 1]!.tag === 'JJ' && nounSoon(words, i)) continue;
    else if (lower === '&' || tag === '$' || ((lower === '-' || lower === '/') && i > from)) continue;
    else if (
      lower === ',' &&
      i > from &&
      words[i - 1]!.tag.startsWith('JJ') &&
      last === null &&
      (words[i + 1]?.tag ?? '').startsWith('JJ')
    )
      continue;
    else break;
  }
  if (last !== null && words[last]!.tag === 'POS') return last;
  return last;
}

const nounSoon = (words: readonly Word[], i: number): boolean =>
  nouns.has(words[i + 1]?.tag ?? '') ||
  ((words[i + 1]?.tag ?? '').startsWith('JJ') && nouns.has(words[i + 2]?.tag ?? ''));

/** A verb with its auxiliaries and the adverbs before it. */
export interface VerbGroup extends Stretch {
  /** The main verb, the last word. */
  head: number;
  finite: boolean;
  passive: boolean;
  /** Starts with “to”. */
  infinitive: boolean;
}

const be = new Set([
  'be',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  'am',
  '’s',
  "'s",
  '’re',
  "'re",
  '’m',
  "'m",
  'get',
  'got',
  'gets',
]);
const auxiliaries = new Set(['be', 'have', 'do']);
/** Verbs that are written onto the word before them, beside “’s”. */
const clitics = new Set(['’ve', "'ve", '’d', "'d", '’ll', "'ll", '’re', "'re", '’m', "'m"]);
const auxiliary = (word: Word): boolean =>
  word.tag === 'MD' || auxiliaries.has(word.lemma) || be.has(word.lower) || clitics.has(word.lower);
const isClitic = ({ lower }: Word): boolean => lower.startsWith('’') || lower.startsWith("'");
const verbal = (word: Word): boolean => word.tag.startsWith('VB') || word.tag === 'MD';

/** The verb groups of a sentence, in order. */
export function verbGroups(words: readonly Word[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const to = word.tag === 'TO' || word.lower === 'to';
    if (
      !verbal(word) &&
      !to &&
      !(isClitic(word) && (clitics.has(word.lower) || (/^.s$/.test(word.lower) && word.tag !== 'POS')))
    )
      continue;
    let head: number | null = verbal(word) ? i : null;
    let k = i;
    while (k + 1 < words.length) {
      const next = words[k + 1]!;
      const soFar = words[k]!;
      if (next.tag === 'RB' && (head === null || auxiliary(words[head]!)) && !/^(so|as|too)$/.test(next.lower)) k++;
      else if (
        verbal(next) &&
        (head === null || auxiliary(words[head]!) || (soFar.tag === 'RB' && auxiliary(words[head]!)))
      )
        head = ++k;
      else break;
    }
    if (head === null) continue;
    let from = i;
    while (
      from > 0 &&
      (words[from - 1]!.tag === 'RB' || words[from - 1]!.lower === 'further') &&
      !/^(not|so|too|here|there|today|even|ago|home|away|back|up|down|out|off|much|more|most|well|else|n['’]t)$/.test(
        words[from - 1]!.lower,
      )
    )
      from--;
    const main = words[head]!;
    const first = words.slice(i, head).filter((one) => auxiliary(one));
    const has =
      /^[’']s$/.test(first.at(-1)?.lower ?? '') && /^(say|argue|insist|vow|pledge|promise|suggest)$/.test(main.lemma);
    const passive = main.tag === 'VBN' && first.length > 0 && be.has(first.at(-1)!.lower) && !has;
    const finite = !to && (main.tag !== 'VBG' || first.length > 0);
    groups.push({ from, to: head, head, finite, passive, infinitive: to });
    i = head;
  }
  return groups;
}
