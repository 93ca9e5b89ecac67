import type { Known } from './attribution/parts-of-speech.ts';
import type { Hints } from './states/hints.ts';

/** A word or a mark as it is printed, and what holds of it wherever it stands. */
export interface Form {
  kind: 'word' | 'mark';
  text: string;
  lower: string;
  /** What the tagger knows of it, once it was asked. */
  known: Known | null;
  /** What states it hints at, once that was asked. */
  hints: Hints | null;
}

/** The forms that were met of late, each in the slot that its letters give; the next of the same slot takes its place. */
const slots: (Form | null)[] = Array.from({ length: 2 ** 13 }, () => null);
/** None that is longer is kept. */
const longest = 40;

/** The form of the word or mark that stands from one place to another. */
export function formAt(text: string, from: number, to: number): Form {
  if (to - from > longest) return newForm(text.slice(from, to));
  let slot = 0;
  for (let i = from; i < to; i++) slot = (Math.imul(slot, 31) + text.charCodeAt(i)) | 0;
  slot &= slots.length - 1;
  const kept = slots[slot]!;
  if (kept !== null && kept.text.length === to - from && text.startsWith(kept.text, from)) return kept;
  // A slice would hold on to the whole report that it was cut from.
  return (slots[slot] = newForm(text.slice(from, to).split('').join('')));
}

/** The form of a word or mark. */
export const formOf = (text: string): Form => formAt(text, 0, text.length);

const letter = /^[\p{L}\p{M}\p{N}]/u;

function newForm(text: string): Form {
  // A mark is one character, of two units at most.
  const kind = text.length > 2 || letter.test(text) ? 'word' : 'mark';
  return { kind, text, lower: text.toLowerCase(), known: null, hints: null };
}
