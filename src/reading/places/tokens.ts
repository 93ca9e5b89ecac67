import type { Span } from '../reading.ts';

/** A word or a mark of a block, as places are looked for. */
export interface PlaceToken extends Span {
  text: string;
  lower: string;
  capital: boolean;
  word: boolean;
  /** Whether the s of a possessive stands behind it, which is no part of the token. */
  possessive: boolean;
}

const pattern =
  /\p{Lu}\p{Ll}{0,3}\.(?:\p{Lu}\p{Ll}{0,3}\.)+|[\p{L}\p{M}\p{N}]+(?:[’'](?!s\b)[\p{L}\p{M}]+)*|[’']s\b|\S/gu;

/** The words and marks of a stretch; words joined by a hyphen are apart, “U.S.” is one. */
export function placeTokens(text: string, { start, end }: Span): PlaceToken[] {
  const tokens: PlaceToken[] = [];
  const body = text.slice(start, end);
  pattern.lastIndex = 0;
  for (let found = pattern.exec(body); found; found = pattern.exec(body)) {
    const [own] = found;
    const at = start + found.index;
    const last = tokens.at(-1);
    if (own.length === 2 && /^[’']s$/.test(own) && last?.end === at) {
      last.possessive = true;
      continue;
    }
    const lower = own.toLowerCase();
    tokens.push({
      text: own,
      lower,
      start: at,
      end: at + own.length,
      capital: own !== lower && capital.test(own),
      word: own.length > 1 || wordly.test(own),
      possessive: false,
    });
  }
  return tokens;
}

const capital = /^\p{Lu}/u;
const wordly = /^[\p{L}\p{N}]/u;
