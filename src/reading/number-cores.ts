import { attachedUnits, belowHundred, magnitudes, multipliers, small, tens } from './number-words.ts';
import type { Form } from './forms.ts';
import type { Token } from './sentences.ts';

/** A number without what bounds it. */
export interface Core {
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

/** Words that a number in words can start with, unless they are hyphened. */
const opens = new Set([
  ...magnitudes.keys(),
  ...small.keys(),
  ...tens.keys(),
  'several',
  'few',
  'many',
  'half',
  'a',
  'an',
]);

/** Whether a number can start with a word: most cannot. */
export const startsNumber = ({ form }: Token): boolean => (form.opensNumber ??= opensNumber(form));

function opensNumber({ text, lower }: Form): boolean {
  const unit = text.charCodeAt(0);
  return (unit >= 48 && unit <= 57) || opens.has(lower) || text.includes('-');
}

/** The number that starts at a token, in digits or words, or `null`. */
export function coreAt(tokens: Token[], i: number): Core | null {
  const token = tokens[i];
  if (!token || token.kind !== 'word') return null;
  if (!startsNumber(token)) return null;
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
