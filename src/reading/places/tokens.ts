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
  for (const found of text.slice(start, end).matchAll(pattern)) {
    const at = start + found.index;
    const last = tokens.at(-1);
    if (/^[’']s$/.test(found[0]) && last?.end === at) {
      last.possessive = true;
      continue;
    }
    tokens.push({
      text: found[0],
      lower: found[0].toLowerCase(),
      start: at,
      end: at + found[0].length,
      capital: /^\p{Lu}/u.test(found[0]),
      word: /^[\p{L}\p{N}]/u.test(found[0]),
      possessive: false,
    });
  }
  return tokens;
}
