import type { Known } from './attribution/parts-of-speech.ts';
import type { Hints } from './states/hints.ts';
import type { Meaning } from './times/words.ts';

/** A word or a mark as it is printed, and what holds of it wherever it stands. */
export interface Form {
  kind: 'word' | 'mark';
  text: string;
  lower: string;
  /** What the tagger knows of it, once it was asked. */
  known: Known | null;
  /** The two words that it is, such as “did” and “n’t”, or itself; once that was asked. */
  parts: readonly Form[] | null;
  /** What it is for the grammar of times, once that was asked. */
  meanings: readonly Meaning[] | null;
  /** Whether a number can start with it, once that was asked. */
  opensNumber: boolean | null;
  /** What states it hints at, once that was asked. */
  hints: Hints | null;
}

/** The forms that were met of late: each stands at the place that its letters give, or at one of the next few. */
const kept: (Form | null)[] = Array.from({ length: 2 ** 15 }, () => null);
const last = kept.length - 1;
/** So many places are looked at, so that no choice of words makes it slow; where all are taken, the first one gives way. */
const few = 8;
/** None that is longer is kept. */
const longest = 40;

/** The form of the word or mark that stands from one place to another. */
export function formAt(text: string, from: number, to: number): Form {
  if (to - from > longest) return newForm(text.slice(from, to));
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  for (let at = hash; at < hash + few; at++) {
    const form = kept[at & last]!;
    if (form === null) return (kept[at & last] = newForm(text.slice(from, to)));
    if (form.text.length === to - from && text.startsWith(form.text, from)) return form;
  }
  return (kept[hash & last] = newForm(text.slice(from, to)));
}

/** The form of a word or mark. */
export const formOf = (text: string): Form => formAt(text, 0, text.length);

const letter = /^[\p{L}\p{M}\p{N}]/u;

function newForm(print: string): Form {
  const text = asName(print);
  const small = text.toLowerCase();
  const lower = small === text ? text : asName(small);
  // A mark is one character, of two units at most.
  const kind = text.length > 2 || letter.test(text) ? 'word' : 'mark';
  return { kind, text, lower, known: null, parts: null, meanings: null, opensNumber: null, hints: null };
}

/**
 * The same string as the engine keeps it for names of properties: one copy of each, so that two are compared by where they are.
 *
 * A slice would also hold on to the whole report that it was cut from.
 */
export function asName(text: string): string {
  for (const name in { __proto__: null, [text]: null }) return name;
  return text;
}
