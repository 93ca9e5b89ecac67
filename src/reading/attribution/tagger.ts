import { frameOf } from './frames.ts';
import type { Quoted } from '../marks.ts';
import { formOf, type Form } from '../forms.ts';
import { baseForm, knownOf, tagsOf, type Known } from './parts-of-speech.ts';
import { isPlainLetter, startsCapital, type Sentence, type Token } from '../sentences.ts';

/** A word or mark with its part of speech, in the tags of the Penn Treebank. */
export interface Word extends Token {
  tag: string;
  /** The base form of a verb, of other words the word in lower case. */
  lemma: string;
  /** The quotation it stands in, or `null`. */
  quoted: Quoted | null;
}

const contraction = /^(.+?)(n[’']t|[’'](?:s|re|ve|ll|d|m)|(?<=s)[’'])$/i;

/** What the tagger knows of a word. It looks words up in small letters among the keys of objects, and each has this one. */
const known = (form: Form): Known =>
  (form.known ??= knownOf(form.lower === 'constructor' ? 'thing' : form.text.replaceAll('’', "'")));

const dashes = new Set('–—―-');
/** Forms of verbs whose lemma the tagger may leave without its e. */
const bent = new Set(['VBD', 'VBG', 'VBN']);

/** The tagged words of a sentence; those of its quotations stand among them, quotation marks do not. */
export function taggedWords(sentence: Sentence): Word[] {
  const words = untagged(sentence);
  const plain = words.some(({ tag }) => tag !== '') ? words.filter(({ tag }) => tag === '') : words;
  const forms = plain.map(({ form }) => known(form));
  const tags = tagsOf(forms);
  for (let i = 0; i < plain.length; i++) {
    const word = plain[i]!;
    word.tag = word.kind === 'mark' && dashes.has(word.text) ? ':' : tags[i]!;
    word.lemma = lemmaOf(forms[i]!, tags[i]!, word.lower);
  }
  const headline = isHeadline(words);
  for (let i = 0; i < words.length; i++) if (words[i]!.tag !== 'SPEECH') mend(words, i, words[i]!, headline);
  return words;
}

function lemmaOf(word: Known, tag: string, lower: string): string {
  return bent.has(tag) ? (word.bent ??= withE(baseForm(word, tag) ?? lower)) : (baseForm(word, tag) ?? lower);
}

/** A lemma with the e that the package leaves out of some. */
const withE = (lemma: string): string => (!frameOf(lemma) && frameOf(`${lemma}e`) ? `${lemma}e` : lemma);

/** The words of a sentence before they have their tags; those of whole sentences in quotation marks have none of their own. */
function untagged(sentence: Sentence): Word[] {
  const words: Word[] = [];
  for (const token of sentence.tokens) {
    if (!token.quoted) {
      addWord(words, token, null);
      continue;
    }
    const { inner } = token;
    const speech = inner.length >= 8 && startsCapital(inner[0]!.text);
    if (!speech) for (const one of inner) addWord(words, one, token.quoted);
    else for (const one of inner) words.push(wordOf(one, one.form, token.quoted, 'SPEECH'));
  }
  return words;
}

function addWord(words: Word[], token: Token, quoted: Quoted | null): void {
  const [first, last] = (token.form.parts ??= partsOf(token.form));
  // The stop of an abbreviation belongs to the word here.
  if (!last) return void words.push(wordOf(token, token.form, quoted, ''));
  const { kind, start, end } = token;
  const middle = start + first!.text.length;
  words.push(wordOf({ kind, start, end: middle }, first!, quoted, ''));
  words.push(wordOf({ kind, start: middle, end }, last, quoted, ''));
}

function partsOf(form: Form): Form[] {
  const [, first, last] = (form.kind === 'word' && contraction.exec(form.text)) || [];
  return first === undefined || last === undefined ? [form] : [formOf(first), formOf(last)];
}

const none: readonly Token[] = [];

/** A word; all are made here, for what reads them is fastest where they are built alike. */
function wordOf(
  { kind, start, end }: Pick<Token, 'kind' | 'start' | 'end'>,
  form: Form,
  quoted: Quoted | null,
  tag: string,
): Word {
  const { text, lower } = form;
  return { kind, text, lower, form, start, end, quoted, inner: none, tag, lemma: lower };
}

/** Whether most words have a capital letter, so that it says nothing. */
function isHeadline(words: readonly Word[]): boolean {
  let capital = 0;
  let small = 0;
  for (const { kind, text } of words) {
    if (kind === 'mark' || text.length < 4 || !opensWithLetters(text)) continue;
    if (startsCapital(text)) capital++;
    else if (++small > 0.3 * words.length) return false;
  }
  const long = capital + small;
  return long > 3 && capital > 0.7 * long;
}

const letters = /^\p{L}{4}/u;

/** Whether a word has four letters before anything else; of plain letters that shows without a pattern. */
function opensWithLetters(text: string): boolean {
  for (let i = 0; i < 4; i++) if (!isPlainLetter(text.charCodeAt(i))) return letters.test(text);
  return true;
}

/** Tags of words that are names where they have a capital letter. */
const noName = /^(VB|MD|JJ|RB|IN|CC)/;

/** Mends what the tagger takes for something else by the word alone. */
function mend(words: Word[], i: number, word: Word, headline: boolean): void {
  const before = i > 0 ? words[i - 1] : undefined;
  if (
    !headline &&
    startsCapital(word.text) &&
    noName.test(word.tag) &&
    /^.\p{L}/u.test(word.text) &&
    !starts(before, word)
  ) {
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

/** Whether a word is the first of a sentence or of words in quotation marks. */
function starts(before: Word | undefined, word: Word): boolean {
  if (!before) return true;
  return before.quoted === word.quoted ? /^[.!?:]$/.test(before.text) : word.quoted !== null || before.text !== ',';
}

/** Whether a noun phrase with its verb starts at a word. */
function opensClause(words: readonly Word[], from: number): boolean {
  let i = from;
  while (/^(DT|PRP\$|JJ|JJR|JJS|NN|NNS|NNP|NNPS|CD|POS|PRP)$/.test(words[i]?.tag ?? '') && i - from < 8) i++;
  return i > from && /^(VBD|VBZ|VBP|MD|RB)$/.test(words[i]?.tag ?? '');
}

/** “The ad claims that …”: a noun by the tagger, a verb by what stands around it. */
function isVerbInS(words: readonly Word[], i: number, word: Word): boolean {
  const before = i > 0 ? words[i - 1] : undefined;
  if (word.tag !== 'NNS' || word.quoted || !/^(NN|NNP|NNS|PRP|WDT)$/.test(before?.tag ?? '')) return false;
  if (before!.lower === 'percentage') return false;
  const frame = frameOf(word.lower.slice(0, -1));
  const next = words[i + 1];
  if (!frame) return false;
  if (before!.lower === 'which') return frame.quotes && next?.lower === 'that';
  if (!frame.quotes) return frame.noun && next?.tag === 'CD';
  if (!next || next.text === '.') return before!.tag === 'NNP' && words.slice(0, i).some(({ text }) => text === ',');
  return (
    next.quoted !== null ||
    (/^(that|if|whether)$/.test(next.lower) && !/^(VB|MD)/.test(words[i + 2]?.tag ?? '')) ||
    /^(DT|PRP|PRP\$|EX|CD)$/.test(next.tag) ||
    (/^[,:]$/.test(next.text) && words[i + 2] !== undefined && words[i + 2]!.quoted !== null)
  );
}
