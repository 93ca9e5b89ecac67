import type { Bound } from '../journal/subjects/figure.ts';
import { bounds, rangeOf, suffixes } from './bounds.ts';
import { attachedUnits, belowHundred, hyphenedUnits, magnitudes, multipliers, small, tens } from './number-words.ts';
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

interface Core {
  to: number;
  value: number;
  magnitude: boolean;
  unit: string | null;
  bare: boolean;
  /** The multiplier that was printed, which a range shares: “2 to 3 million”. */
  times: number;
}

const digits = /^(\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(\.\d+)?([a-z]*2?)$/;

function digitsAt(tokens: Token[], i: number): Core | null {
  const found = digits.exec(tokens[i]!.lower);
  if (!found || (/^0\d/.test(found[1]!) && found[1]!.length > 1) || /^\d{7,}$/.test(found[1]!)) return null;
  const [, whole = '', part = '', suffix = ''] = found;
  const value = Number(whole.replaceAll(',', '') + part);
  const money = /\p{Sc}/u.test(tokens[i - 1]?.text ?? '') && tokens[i - 1]!.end === tokens[i]!.start;
  if (suffix === '') {
    const spaced = part === '' ? spacedDigits(tokens, i) : null;
    const core = { to: i, value, magnitude: false, unit: null, bare: !whole.includes(','), times: 1 };
    return multiplied(tokens, spaced ? { ...core, ...spaced } : core);
  }
  const times = suffix === 'm' && money ? 1e6 : multipliers.get(suffix);
  if (times) return { to: i, value: product(value, times), magnitude: false, unit: null, bare: false, times };
  if (attachedUnits.has(suffix))
    return { to: i, value, magnitude: false, unit: tokens[i]!.text.slice(-suffix.length), bare: false, times: 1 };
  return null;
}

/** “1 234 567”: digits in groups of three. */
function spacedDigits(tokens: Token[], i: number): { to: number; value: number } | null {
  if (!/^[1-9]\d{0,2}$/.test(tokens[i]!.text)) return null;
  let to = i;
  while (/^\d{3}(\.\d+)?$/.test(tokens[to + 1]?.text ?? '') && tokens[to + 1]!.start === tokens[to]!.end + 1) to++;
  if (/^\d/.test(tokens[to + 1]?.text ?? '') || /^\d/.test(tokens[i - 1]?.text ?? '')) return null;
  const print = tokens.slice(i, to + 1).map(({ text }) => text);
  return to > i && !print.slice(0, -1).some((text) => text.includes('.'))
    ? { to, value: Number(print.join('')) }
    : null;
}

/** A product without the last digits that binary fractions add: 16.4 million is 16,400,000. */
const product = (value: number, times: number): number => Number((value * times).toPrecision(15));

/** Takes the multipliers behind a number with it: “1.5 million”, “two hundred thousand”. */
function multiplied(tokens: Token[], core: Core): Core {
  let { to, value, times, bare } = core;
  for (let next = multiplierAt(tokens, to + 1); next; next = multiplierAt(tokens, to + 1)) {
    to++;
    value = product(value, next);
    times *= next;
    bare = false;
  }
  return { ...core, to, value, times, bare };
}

/** “million”, and “dozens” behind a number; letters that stand alone are no multipliers. */
const multiplierAt = (tokens: Token[], i: number): number | undefined => {
  const word = tokens[i]?.lower ?? '';
  return word.length === 1 ? undefined : word === 'dozens' ? 12 : multipliers.get(word);
};

const plainCore = (to: number, value: number): Core => ({
  to,
  value,
  magnitude: false,
  unit: null,
  bare: true,
  times: 1,
});

function wordsAt(tokens: Token[], i: number): Core | null {
  const first = belowHundred(tokens[i]!.lower);
  if (first === null) return null;
  const one = small.get(tokens[i + 1]?.lower ?? '') ?? 10;
  const two = tens.has(tokens[i]!.lower) && one > 0 && one < 10;
  let core = multiplied(tokens, two ? plainCore(i + 1, first + one) : plainCore(i, first));
  while (core.times > 1) {
    const and = tokens[core.to + 1]?.lower === 'and' ? 1 : 0;
    const word = tokens[core.to + 1 + and]?.lower ?? '';
    const more = belowHundred(word);
    if (more === null || (and === 0 && core.times < 1000)) break;
    const part = multiplied(tokens, plainCore(core.to + 1 + and, more));
    if (part.times >= core.times) break;
    core = {
      to: part.to,
      value: core.value + part.value,
      magnitude: false,
      unit: null,
      bare: false,
      times: part.times,
    };
  }
  return decimalsBehind(tokens, core);
}

/** “two point nought five”: digits in words behind a point. */
function decimalsBehind(tokens: Token[], core: Core): Core {
  if (tokens[core.to + 1]?.lower !== 'point') return core;
  let to = core.to + 1;
  let print = '';
  for (let next = digitOf(tokens, to + 1); next !== null && print.length < 12; next = digitOf(tokens, to + 1)) {
    print += next;
    to++;
  }
  return print === '' ? core : multiplied(tokens, { ...core, to, value: Number(`${core.value}.${print}`) });
}

const digitOf = (tokens: Token[], i: number): number | null => {
  const digit = small.get(tokens[i]?.lower ?? '');
  return digit !== undefined && digit < 10 ? digit : null;
};

function coreAt(tokens: Token[], i: number): Core | null {
  const token = tokens[i];
  if (!token || token.kind !== 'word') return null;
  const next = tokens[i + 1]?.lower ?? '';
  const made = (to: number, value: number, magnitude: boolean): Core => ({
    to,
    value,
    magnitude,
    unit: null,
    bare: false,
    times: 1,
  });
  const low = magnitudes.get(token.lower);
  if (low !== undefined) {
    const kind = next === 'of' ? magnitudes.get(tokens[i + 2]?.lower ?? '') : undefined;
    if (kind !== undefined && kind > low) return made(i + 2, (low * kind) / 2, true);
    return token.lower === 'tens' ? null : made(i, low, true);
  }
  const times = multipliers.get(next);
  if (['several', 'few', 'many'].includes(token.lower) && times) return made(i + 1, 2 * times, true);
  if (token.lower === 'half' && next === 'a') {
    const half = multipliers.get(tokens[i + 2]?.lower ?? '');
    return half ? made(i + 2, half / 2, false) : null;
  }
  if ((token.lower === 'a' || token.lower === 'an') && times && next.length > 2) {
    return { ...multiplied(tokens, made(i, 1, false)), bare: false };
  }
  return /^\d/.test(token.text) ? digitsAt(tokens, i) : wordsAt(tokens, i);
}

function matchesBefore(tokens: Token[], end: number, words: string[]): boolean {
  return words.every((word, k) => tokens[end - words.length + k]?.lower === word);
}

/** “10-15” and “six-mile”, hyphened into one word. */
function hyphened(tokens: Token[], i: number): PrintedNumber | null {
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
