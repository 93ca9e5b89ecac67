import { sentenceEnd, type Analysis, type Parsed } from './analysis.ts';
import type { Stretch } from './chunks.ts';
import { frameOf } from './frames.ts';
import { phraseFrom } from './sources.ts';
import type { Word } from './tagger.ts';

const isPause = (word: Word): boolean => /^[,;–—(-]$/.test(word.text) && word.quoted === null;
const subordinate = /^(while|if|although|though|when|because|since|unless|until|as|whether|after|before)$/;

/** What stands left of a speaker: from what is claimed before it to the comma. */
export function leftOf(analysis: Analysis, edge: number, overClaims = false): Stretch | null {
  const { words, groups } = analysis.parsed;
  const claimed = (i: number): boolean => !overClaims && analysis.claimed[i] === true;
  let to = edge - 1;
  while (to >= 0 && isPause(words[to]!)) to--;
  if (to < 0 || claimed(to)) return null;
  let from = to;
  while (from > 0 && !claimed(from - 1)) from--;
  while (from < to && (isPause(words[from]!) || (words[from]!.tag === 'CC' && words[from]!.quoted === null))) from++;
  const opens = overClaims ? null : openingOfSpeech(words, from, to);
  if (opens !== null) from = opens;
  const speaks =
    words[to]!.quoted !== null ||
    to > from ||
    words[to + 1]!.text === ',' ||
    groups.some((one) => one.from >= from && one.to <= to);
  return speaks ? { from, to } : null;
}

/** “The bridge, she said, ‘will never open’”: what a quotation goes on with that stands behind its speaker. */
export function openingOf(analysis: Analysis, subject: Stretch, content: Stretch): Stretch | null {
  const { words, phrases, groups } = analysis.parsed;
  const [comma, first] = [words[subject.from - 1], words[content.from]!];
  if (
    comma?.text !== ',' ||
    comma.quoted ||
    !first.quoted ||
    words[subject.from]!.tag.startsWith('W') ||
    !analysis.isFree(subject.from - 2)
  )
    return null;
  const left = leftOf(analysis, subject.from);
  if (!left) return null;
  const goesOnInside = first.text === first.lower && /^\p{L}/u.test(first.text);
  const isClause =
    phrases[left.from] && groups.some(({ finite, from, to }) => finite && from > left.from && to <= left.to);
  const isPhrase = left.to > left.from || !/^(CC|RB)$/.test(words[left.from]!.tag);
  return (goesOnInside && isPhrase) || isClause ? left : null;
}

/** Where a whole sentence in quotation marks starts that a stretch ends with: what stands before its colon is not of it. */
function openingOfSpeech(words: readonly Word[], from: number, to: number): number | null {
  const quote = words[to]!.quoted;
  if (!quote || words[from]!.quoted === quote) return null;
  let opens = to;
  while (opens > from && words[opens - 1]!.quoted === quote) opens--;
  const whole = /^\p{Lu}/u.test(words[opens]!.text) && to - opens >= 3;
  return whole && /^[:,(—–-]$/.test(words[opens - 1]!.text) ? opens : null;
}

/** A quotation that goes on behind its speaker. */
export function continuation({ words }: Parsed, from: number): Stretch | null {
  for (let i = from; i < words.length; i++) {
    const { tag, lemma, quoted } = words[i]!;
    if (quoted === null) {
      if (/^(VBD|VBZ|VBP|MD)$/.test(tag) || (tag === 'VBG' && frameOf(lemma))) return null;
      continue;
    }
    return /^([,:–—-]|.*\.)$/.test(words[i - 1]?.text ?? '') ? { from: i, to: quotationEnd(words, i) } : null;
  }
  return null;
}

/** “…, she said, and those in the valley lost more”: a clause that is joined behind the speaker and has none of its own. */
export function joinedClause({ words, groups }: Parsed, comma: number): Stretch | null {
  const [first, to] = [comma + 1, sentenceEnd(words)];
  if (words[comma]?.text !== ',' || !/^(and|but)$/.test(words[first]?.lower ?? '') || first >= to) return null;
  const own = groups.filter(({ from, finite }) => from > first && finite);
  const speaks = own.some(({ head }) => frameOf(words[head]!.lemma)?.quotes);
  return own.length > 0 && !speaks && own[0]!.from > first + 1 ? { from: first, to } : null;
}

/** The last word of the quotation that a word stands in. */
export function quotationEnd(words: readonly Word[], from: number): number {
  let to = from;
  while (to + 1 < words.length && words[to + 1]!.quoted === words[from]!.quoted) to++;
  return to;
}

/** Whether what stands before “, she said,” ends only behind it. */
export function goesOn({ words, groups }: Parsed, left: Stretch, next: number): boolean {
  if (next >= words.length - 1) return false;
  const { tag } = words[next]!;
  if (/^(VBD|VBZ|VBP|MD)$/.test(tag)) return true;
  if (/^(VBG|WP|WDT)$/.test(tag)) return false;
  if (subordinate.test(words[left.from]!.lower)) return true;
  return !groups.some((one) => one.finite && one.from >= left.from && one.to <= left.to);
}

/** Whether a subject with its verb starts at a word. */
export function clauseAt({ words, phrases, groupAt }: Parsed, p: number): boolean {
  const subject = phraseFrom(words, phrases, p);
  if (!subject) return false;
  let at = subject.to + 1;
  if (words[at]?.text === ',') at++;
  if (/^(WP|WDT)$/.test(words[at]?.tag ?? '')) return true;
  while (words[at]?.tag === 'RB' && !groupAt[at]) at++;
  const group = groupAt[at];
  return group !== undefined && group.finite;
}
