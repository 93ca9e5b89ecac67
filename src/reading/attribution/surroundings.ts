import type { Analysis, Parsed } from './analysis.ts';
import type { Stretch } from './chunks.ts';
import { frameOf } from './frames.ts';
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
  const opens = openingOfSpeech(words, from, to);
  if (opens !== null) from = opens;
  const speaks =
    words[to]!.quoted !== null ||
    to > from ||
    words[to + 1]!.text === ',' ||
    groups.some((one) => one.from >= from && one.to <= to);
  return speaks ? { from, to } : null;
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
    return /^[,:.–—-]$/.test(words[i - 1]?.text ?? '') ? { from: i, to: quotationEnd(words, i) } : null;
  }
  return null;
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
