import posTagger from 'wink-pos-tagger';
import { frameOf } from './frames.ts';
import type { Quoted } from '../marks.ts';
import { wordsIn, type Sentence, type Token } from '../sentences.ts';

/** A word or mark with its part of speech, in the tags of the Penn Treebank. */
export interface Word extends Token {
  tag: string;
  /** The base form of a verb, of other words the word in lower case. */
  lemma: string;
  /** The quotation it stands in, or `null`. */
  quoted: Quoted | null;
}

const tagger = posTagger();

const contraction = /^(.+?)(n[’']t|[’'](?:s|re|ve|ll|d|m)|(?<=s)[’'])$/i;

/** Keys that each object has: the tagger must not look them up. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));
const plain = ({ text, lower }: Word): string =>
  inherited.has(text) || inherited.has(lower) ? 'thing' : text.includes('’') ? text.replaceAll('’', "'") : text;

/** Tags the words of a sentence; the words of its quotations stand among them, quotation marks do not. */
export function tagged(text: string, sentence: Sentence): Word[] {
  const words: Word[] = [];
  for (const token of sentence.tokens) {
    if (!token.quoted) {
      addWord(words, token, null);
      continue;
    }
    const inner = wordsIn(text, token.quoted);
    const speech = inner.length >= 8 && /^\p{Lu}/u.test(inner[0]!.text);
    if (!speech) for (const one of inner) addWord(words, one, token.quoted);
    else for (const one of inner) words.push({ ...one, tag: 'SPEECH', lemma: one.lower, quoted: token.quoted });
  }
  const plainWords = words.filter(({ tag }) => tag === '');
  const tags = tagger.tagRawTokens(plainWords.map(plain));
  for (const [i, word] of plainWords.entries()) {
    word.tag = /^[–—―-]$/.test(word.text) ? ':' : tags[i]!.pos;
    word.lemma = tags[i]!.lemma ?? word.lower;
    if (/^VB[DGN]$/.test(word.tag) && !frameOf(word.lemma) && frameOf(`${word.lemma}e`)) word.lemma += 'e';
  }
  const headline = isHeadline(words);
  for (const [i, word] of words.entries()) if (word.tag !== 'SPEECH') mend(words, i, word, headline);
  return words;
}

/** Whether most words have a capital letter, so that it says nothing. */
function isHeadline(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => /^\p{L}{4,}/u.test(text));
  return long.length > 3 && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length > 0.7 * long.length;
}

/** Mends what the tagger takes for something else by the word alone. */
function mend(words: Word[], i: number, word: Word, headline: boolean): void {
  const before = words[i - 1];
  const turns = before !== undefined && before.quoted !== word.quoted;
  const starts = !before || (turns ? word.quoted !== null || before.text !== ',' : /^[.!?:]$/.test(before.text));
  if (/^\p{Lu}\p{L}/u.test(word.text) && !starts && !headline && /^(VB|MD|JJ|RB|IN|CC)/.test(word.tag)) {
    word.tag = 'NNP';
    word.lemma = word.lower;
  } else if (
    word.tag === 'NN' &&
    /^(NNS|NNP)$/.test(before?.tag ?? '') &&
    words[i + 1]?.lower === 'that' &&
    frameOf(word.lower)?.clause
  ) {
    word.tag = 'VBP';
  } else if (
    word.tag === 'NN' &&
    word.lower === 'read' &&
    (words[i + 1]?.quoted || /^[.:]$/.test(words[i + 1]?.text ?? '.'))
  ) {
    word.tag = 'VBD';
  } else if (word.tag === 'VB' && before?.lower === 'to' && words[i - 2]?.lower === 'according') word.tag = 'NN';
  else if (
    word.tag === 'DT' &&
    word.lower === 'that' &&
    (before?.tag ?? '').startsWith('VB') &&
    opensClause(words, i + 1)
  )
    word.tag = 'IN';
  else if ((word.tag === 'NNS' && /^(he|she|it|who)$/.test(before?.lower ?? '')) || isVerbInS(words, i, word)) {
    word.tag = 'VBZ';
    word.lemma = word.lower.slice(0, -1);
  }
}

/** Whether a noun phrase with its verb starts at a word. */
function opensClause(words: readonly Word[], from: number): boolean {
  let i = from;
  while (/^(DT|PRP\$|JJ|JJR|JJS|NN|NNS|NNP|NNPS|CD|POS|PRP)$/.test(words[i]?.tag ?? '') && i - from < 8) i++;
  return i > from && /^(VBD|VBZ|VBP|MD|RB)$/.test(words[i]?.tag ?? '');
}

/** “The ad claims that …”: a noun by the tagger, a verb by what stands around it. */
function isVerbInS(words: readonly Word[], i: number, word: Word): boolean {
  const before = words[i - 1];
  if (word.tag !== 'NNS' || word.quoted || !/^(NN|NNP|NNS|PRP)$/.test(before?.tag ?? '')) return false;
  const frame = frameOf(word.lower.slice(0, -1));
  const next = words[i + 1];
  if (!frame) return false;
  if (!frame.quotes) return frame.noun && next?.tag === 'CD';
  if (!next || next.text === '.') return before!.tag === 'NNP' && words.slice(0, i).some(({ text }) => text === ',');
  return (
    next.quoted !== null ||
    (/^(that|if|whether)$/.test(next.lower) && !/^(VB|MD)/.test(words[i + 2]?.tag ?? '')) ||
    /^(DT|PRP|PRP\$|EX|CD)$/.test(next.tag) ||
    (/^[,:]$/.test(next.text) && words[i + 2] !== undefined && words[i + 2]!.quoted !== null)
  );
}

function addWord(words: Word[], token: Token, quoted: Quoted | null): void {
  const add = (from: number, to: number): void => {
    const text = token.text.slice(from, to);
    const start = token.start + from;
    const { kind } = token;
    words.push({ kind, text, lower: text.toLowerCase(), tag: '', lemma: '', quoted, start, end: token.start + to });
  };
  const parted = token.kind === 'word' ? contraction.exec(token.text) : null;
  const at = parted ? parted[1]!.length : token.text.length;
  add(0, at);
  if (parted) add(at, token.text.length);
}
