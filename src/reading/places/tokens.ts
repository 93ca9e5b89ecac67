import { formAt, type Form } from '../forms.ts';
import type { Span } from '../reading.ts';
import type { Sentence, Token } from '../sentences.ts';

/** A word or a mark of a block, as places are looked for. */
export interface PlaceToken extends Span {
  text: string;
  lower: string;
  capital: boolean;
  word: boolean;
  /** Whether the s of a possessive stands behind it, which is no part of the token. */
  possessive: boolean;
}

// What a character is: those from `accent` on go on a word.
const [blank, mark, accent, letter, capital] = [0, 1, 2, 3, 4];

function kindOf(character: string): number {
  if (/\s/.test(character)) return blank;
  if (/\p{Lu}/u.test(character)) return capital;
  return /[\p{L}\p{N}]/u.test(character) ? letter : /\p{M}/u.test(character) ? accent : mark;
}

/** The kinds of the characters up to the punctuation of English: the others are asked for one by one. */
const kinds = Uint8Array.from({ length: 0x2070 }, (_, code) => kindOf(String.fromCharCode(code)));

/** The kind of the character at a place; `units` says how long it is. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < kinds.length ? kinds[code]! : kindOf(String.fromCodePoint(text.codePointAt(at)!));
}

const units = (text: string, at: number): number =>
  text.charCodeAt(at) >= 0xd800 && text.codePointAt(at)! > 0xffff ? 2 : 1;

/** Which word stands from one place to another, if one does; asked from left to right. */
type WordAt = (start: number, end: number) => Token | undefined;

/** Finds the words of sentences by their places. */
export function wordsOf(sentences: readonly Sentence[]): WordAt {
  let [sentence, word] = [0, 0];
  return (start, end) => {
    while (sentence < sentences.length && sentences[sentence]!.end <= start) [sentence, word] = [sentence + 1, 0];
    const tokens = sentences[sentence]?.tokens ?? [];
    while (word < tokens.length && tokens[word]!.start < start) word++;
    const found = tokens[word];
    return found?.start === start && found.end === end ? found : undefined;
  };
}

/** The words and marks of a stretch; words joined by a hyphen are apart, “U.S.” is one. What `wordAt` has is not looked up again. */
export function placeTokens(text: string, { start, end }: Span, wordAt: WordAt = () => undefined): PlaceToken[] {
  const tokens: PlaceToken[] = [];
  for (let at = start; at < end;) {
    const kind = kindAt(text, at);
    if (kind === blank) at++;
    else if (kind === mark && isApostrophe(text, at) && isPossessive(text, at, end)) {
      const last = tokens.at(-1);
      if (last?.end === at) last.possessive = true;
      else tokens.push(tokenOf(formAt(text, at, at + 2), at, at + 2, kind));
      at += 2;
    } else {
      const to =
        (kind === capital && abbreviationEnd(text, at, end)) ||
        (kind >= accent ? wordEnd(text, at, end) : at + units(text, at));
      tokens.push(tokenOf(wordAt(at, to) ?? formAt(text, at, to), at, to, kind));
      at = to;
    }
  }
  return tokens;
}

function tokenOf({ text: own, lower }: Form | Token, start: number, end: number, kind: number): PlaceToken {
  const [isCapital, isWord] = [kind === capital && own !== lower, own.length > 1 || kind > accent];
  return { text: own, lower, start, end, capital: isCapital, word: isWord, possessive: false };
}

const isApostrophe = (text: string, at: number): boolean => text[at] === '’' || text[at] === "'";

/** Whether an s that ends a word stands behind an apostrophe. */
const isPossessive = (text: string, at: number, end: number): boolean =>
  text[at + 1] === 's' && at + 1 < end && (at + 2 >= end || !/[A-Za-z0-9_]/.test(text[at + 2]!));

/** Where a word ends; apostrophes within it belong to it, and the letters behind them. */
function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  let joined = false;
  while (at < end) {
    if (kindAt(text, at) >= accent && !(joined && isNumber(text, at))) at += units(text, at);
    else if (isApostrophe(text, at) && goesOn(text, at, end)) {
      joined = true;
      at++;
    } else break;
  }
  return at;
}

const isNumber = (text: string, at: number): boolean => /^\p{N}/u.test(text.slice(at, at + 2));

/** Whether a letter, and no s of a possessive, stands behind an apostrophe. */
const goesOn = (text: string, at: number, end: number): boolean =>
  at + 1 < end && kindAt(text, at + 1) >= accent && !isNumber(text, at + 1) && !isPossessive(text, at, end);

const abbreviation = /\p{Lu}\p{Ll}{0,3}\.(?:\p{Lu}\p{Ll}{0,3}\.)+/uy;

/** Where an abbreviation with several stops ends, or 0. */
function abbreviationEnd(text: string, start: number, end: number): number {
  for (let at = start + 1; at <= start + 4 && at < end; at++) {
    if (text[at] !== '.') continue;
    abbreviation.lastIndex = start;
    return abbreviation.test(text) && abbreviation.lastIndex <= end ? abbreviation.lastIndex : 0;
  }
  return 0;
}
