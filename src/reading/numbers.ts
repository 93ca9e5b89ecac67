import type { Bound } from '../journal/subjects/figure.ts';
import { bounds, rangeOf, suffixes } from './bounds.ts';
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

const small = new Map<string, number>(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);
const tens = new Map<string, number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
);
const multipliers = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['bn', 1e9],
  ['tn', 1e12],
  ['mn', 1e6],
  ['k', 1e3],
]);
/** The lowest number each can mean: two of its kind. */
const magnitudes = new Map([
  ['tens', 20],
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2e3],
  ['millions', 2e6],
  ['billions', 2e9],
]);
const attachedUnits = new Set('m km cm mm kg g lb lbs ft mph kph kmh mw gw kw c f'.split(' '));
interface Core {
  to: number;
  value: number;
  magnitude: boolean;
  unit: string | null;
  bare: boolean;
  /** The multiplier that was printed, which a range shares: “2 to 3 million”. */
  times: number;
}

const digits = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]*)$/;

function digitsAt(tokens: Token[], i: number): Core | null {
  const found = digits.exec(tokens[i]!.lower);
  if (!found || (/^0\d/.test(found[1]!) && found[1]!.length > 1) || /^\d{7,}$/.test(found[1]!)) return null;
  const [, whole = '', part = '', suffix = ''] = found;
  const value = Number(whole.replaceAll(',', '') + part);
  const money = /\p{Sc}/u.test(tokens[i - 1]?.text ?? '') && tokens[i - 1]!.end === tokens[i]!.start;
  if (suffix === '')
    return multiplied(tokens, { to: i, value, magnitude: false, unit: null, bare: !whole.includes(','), times: 1 });
  const times = suffix === 'm' && money ? 1e6 : multipliers.get(suffix);
  if (times) return { to: i, value: value * times, magnitude: false, unit: null, bare: false, times };
  if (attachedUnits.has(suffix))
    return { to: i, value, magnitude: false, unit: tokens[i]!.text.slice(-suffix.length), bare: false, times: 1 };
  return null;
}

/** Takes the multipliers behind a number with it: “1.5 million”, “two hundred thousand”. */
function multiplied(tokens: Token[], core: Core): Core {
  let { to, value, times, bare } = core;
  for (
    let next = multipliers.get(tokens[to + 1]?.lower ?? '');
    next;
    next = multipliers.get(tokens[to + 1]?.lower ?? '')
  ) {
    to++;
    value *= next;
    times *= next;
    bare = false;
  }
  return { ...core, to, value, times, bare };
}

/** The value of a number below a hundred in words, or `null`. */
export function belowHundred(word: string): number | null {
  if (!word.includes('-')) return small.get(word) ?? tens.get(word) ?? null;
  const [ten = '', one = ''] = word.split('-');
  const first = tens.get(ten);
  const last = small.get(one) ?? 10;
  return first !== undefined && last < 10 ? first + last : null;
}

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
  let core = multiplied(tokens, plainCore(i, first));
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
  return core;
}

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

/** “10-15”, hyphened into one word. */
function hyphened(tokens: Token[], i: number): PrintedNumber | null {
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
