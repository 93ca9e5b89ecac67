import { frameOf } from './frames.ts';
import type { Word } from './tagger.ts';

/** Mends tags by the words around them, in place: “the appeals court ruled”, “retired general Ann Lee said”. */
export function mended(words: Word[]): Word[] {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const before = i > 0 ? words[i - 1] : undefined;
    const next = words[i + 1];
    if (!next || word.tag === 'SPEECH') continue;
    const { tag } = word;
    if (tag === 'DT' && word.lower === 'that' && (next.text === ',' || opensClause.test(next.tag))) retag(word, 'IN');
    else if (tag === 'NN' && word.lower === 'put' && /^(DT|PRP|PRP\$|NNP|NNS)$/.test(next.tag)) word.tag = 'VBD';
    else if (tag === 'IN' && before?.tag === 'DT' && /^NNS?$/.test(next.tag)) retag(word, 'JJ');
    else if (
      /^VBP?$/.test(tag) &&
      !auxiliary.test(word.lower) &&
      /^NNS?$/.test(before?.tag ?? '') &&
      isFinite(next) &&
      inPhrase(words, i)
    )
      retag(word, 'NN');
    else if (tag === 'VBG' && compound.test(word.lower) && before?.tag.startsWith('NN') && /^NNS?$/.test(next.tag))
      retag(word, 'NN');
    else if (tag === 'NNS' && isVerbInS(words, i)) {
      word.tag = 'VBZ';
      word.lemma = word.lower.slice(0, -1);
    } else if (tag === 'NN' && isParticiple(words, i)) {
      word.tag = 'VBG';
      word.lemma = word.lower.slice(0, -3);
    } else if (tag === 'VBN' && !frameOf(word.lemma) && opensName(words, i)) retag(word, 'JJ');
  }
  return words;
}

/** Words in -ing that name a kind of what stands behind them: “a tracking poll”. */
const compound =
  /^(tracking|polling|training|housing|marketing|consulting|planning|fundraising|advertising|banking|shipping|mining)$/;
/** Parts of speech behind “that” with which it can only open a clause. */
const opensClause = /^(PRP|PRP\$|DT|NNP|NNPS|NNS|EX)$/;
const auxiliary = /^(have|are|do|be|[’'].*)$/;
const isFinite = ({ tag }: Word): boolean => /^(VBD|VBN|VBZ|MD)$/.test(tag);

/** “The businessman says of her, ‘…’”, “The paper reports:”: a noun by the tagger. */
function isVerbInS(words: readonly Word[], at: number): boolean {
  if (words[at]!.lower === 'says') return true;
  return words[at + 1]!.text === ':' && !words[at + 2] && frameOf(words[at]!.lower.slice(0, -1))?.quotes === true;
}

/** “…, warning that”: a noun by the tagger. */
function isParticiple(words: readonly Word[], at: number): boolean {
  const { lower } = words[at]!;
  if (words[at + 1]!.lower !== 'that' || !lower.endsWith('ing') || !frameOf(lower.slice(0, -3))?.clause) return false;
  return at === 0 || /^(,|and|but)$/.test(words[at - 1]!.lower);
}

function retag(word: Word, tag: string): void {
  word.tag = tag;
  word.lemma = word.lower;
}

/** Whether an article opens a noun phrase before a word. */
function inPhrase(words: readonly Word[], at: number): boolean {
  let i = at - 1;
  while (i > at - 4 && /^(JJ|NN|NNS)$/.test(words[i]?.tag ?? '')) i--;
  return words[i]?.tag === 'DT';
}

/** Whether a participle stands before a name, at the start of words that go on with a verb: “…,” retired general Ann Lee said. */
function opensName(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (before && before.quoted === words[at]!.quoted && !/^[,.:;]$/.test(before.text)) return false;
  let i = at + 1;
  let name = false;
  for (; /^(NN|NNP|JJ)$/.test(words[i]?.tag ?? '') && i < at + 8; i++) name ||= words[i]!.tag === 'NNP';
  return name && /^(VBD|VBZ)$/.test(words[i]?.tag ?? '');
}
