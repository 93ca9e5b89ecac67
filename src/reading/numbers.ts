import type { Bound } from '../journal/subjects/figure.ts';
import { bounds, rangeOf, suffixes } from './bounds.ts';
import { coreAt, type Core } from './number-cores.ts';
import { hyphenedUnits } from './number-words.ts';
import type { Token } from './sentences.ts';

/** A number as it stands in a sentence. */
export interface PrintedNumber {
  /** The tokens that print it, both inclusive, with the words of its bound. */
  from: number;
  to: number;
  /** Where the number proper starts. */
  core: number;
  bound: Bound;
  low: number | null;
  best: number | null;
  high: number | null;
  /** A unit that is printed onto the number: “25km”. */
  unit: string | null;
  /** Digits only, nothing that shows it to be a count. */
  bare: boolean;
}

function matchesBefore(tokens: Token[], end: number, words: string[]): boolean {
  return words.every((word, k) => tokens[end - words.length + k]?.lower === word);
}

/** “10-15” and “six-mile”, hyphened into one word. */
function hyphened(tokens: Token[], i: number): PrintedNumber | null {
  if (!/[-‐‑]/.test(tokens[i]!.text)) return null;
  const [, print = '', unit = ''] = /^(\d[\d,.]*|\p{L}+)-(\p{L}{3,})$/u.exec(tokens[i]!.text) ?? [];
  const core = hyphenedUnits.has(unit.toLowerCase())
    ? coreAt([{ ...tokens[i]!, text: print, lower: print.toLowerCase() }], 0)
    : null;
  if (core && !core.magnitude)
    return { from: i, to: i, core: i, bound: 'exactly', ...rangeOf('exactly', core.value), unit, bare: false };
  const found = /^([1-9]\d{0,5})[-‐‑]([1-9]\d{0,5})$/.exec(tokens[i]!.text);
  if (!found || Number(found[1]) >= Number(found[2])) return null;
  return {
    from: i,
    to: i,
    core: i,
    bound: 'between',
    low: Number(found[1]),
    best: null,
    high: Number(found[2]),
    unit: null,
    bare: true,
  };
}

/** The second number of a range that starts with `first`: “two or three”, “5 to 7”, “between 5 and 7”. */
function rangeFrom(tokens: Token[], i: number, first: Core): PrintedNumber | null {
  const link = tokens[first.to + 1];
  const between = tokens[i - 1]?.lower === 'between';
  const links = between ? ['and'] : tokens[i - 1]?.lower === 'from' ? [] : ['to', 'or', '–', '-'];
  if (!link || !links.includes(link.lower)) return null;
  const money = /\p{Sc}/u.test(tokens[i - 1]?.text ?? '') ? 1 : 0;
  const second = coreAt(tokens, first.to + 2 + (/\p{Sc}/u.test(tokens[first.to + 2]?.text ?? '') ? 1 : 0));
  if (!second || second.magnitude || first.magnitude) return null;
  const low = first.times === 1 && first.value < 1000 && second.times > 1 ? first.value * second.times : first.value;
  if (low >= second.value) return null;
  const bare = first.bare && second.bare && !between;
  return {
    from: between ? i - 1 : i - money,
    to: second.to,
    core: i,
    bound: 'between',
    low,
    best: null,
    high: second.value,
    unit: second.unit,
    bare,
  };
}

/** The number that starts at a token, with the bound printed before or behind it, or `null`. */
export function numberAt(tokens: Token[], i: number): PrintedNumber | null {
  const first = coreAt(tokens, i);
  if (!first) return tokens[i]?.kind === 'word' ? hyphened(tokens, i) : null;
  const range = rangeFrom(tokens, i, first);
  if (range) return range;
  const money = /\p{Sc}/u.test(tokens[i - 1]?.text ?? '') ? 1 : 0;
  const base = { core: i, unit: first.unit };
  const few = tokens[i]!.lower === 'few' && tokens[i - 1]?.lower === 'a' ? 1 : 0;
  for (const [parts, bound] of first.magnitude ? [] : bounds) {
    const end = i - money;
    if (matchesBefore(tokens, end, parts))
      return { ...base, from: end - parts.length, to: first.to, bound, ...rangeOf(bound, first.value), bare: false };
  }
  for (const [words, bound] of first.magnitude ? [] : suffixes) {
    const to = first.to + words.split(' ').length;
    if (to < tokens.length && matchesBefore(tokens, to + 1, words.split(' ')))
      return { ...base, from: i - money, to, bound, ...rangeOf(bound, first.value), bare: false };
  }
  if (tokens[first.to + 1]?.text === '+')
    return {
      ...base,
      from: i - money,
      to: first.to + 1,
      bound: 'at-least',
      ...rangeOf('at-least', first.value),
      bare: false,
    };
  const bound = first.magnitude ? 'magnitude' : 'exactly';
  return {
    ...base,
    from: i - money - few,
    to: first.to,
    bound,
    ...rangeOf(bound, first.value),
    bare: first.bare && money === 0,
  };
}
