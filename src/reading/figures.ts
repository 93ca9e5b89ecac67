import { determiners, months, phraseEnds, prepositions, weekdaysAndMonths } from './english.ts';
import { isCapital } from './phrases.ts';
import { startsNumber } from './number-cores.ts';
import { numberAt, type PrintedNumber } from './numbers.ts';
import type { Span, SuggestedFigure } from './reading.ts';
import type { Sentence, Token } from './sentences.ts';
import { setOf } from './word-sets.ts';

/** A figure of a sentence, with its own place. */
export interface FoundFigure extends SuggestedFigure, Span {
  /** “a town of 60,000”: an aside of whoever writes, which a speaker at the end of the sentence does not vouch for. */
  aside: boolean;
}

const durations = setOf(`
  second seconds minute minutes hour hours day days night nights week weeks weekend month months year years decade decades
  century centuries season seasons o’clock am pm a.m a.m. p.m p.m. bst gmt utc cet est`);
const units = setOf(`
  metre metres meter meters kilometre kilometres kilometer kilometers km m cm mm mile miles foot feet ft inch inches yard yards
  tonne tonnes ton tons kilo kilos kilogram kilograms kg gram grams litre litres liter liters gallon gallons barrel barrels
  ounce ounces oz pint pints mg ml l mb gb tb bytes bits m2 km2 nm dm hectare hectares acre acres percent percents percentage degree degrees celsius fahrenheit dollar dollars pound pounds euro euros pence cents
  mph kph knots megawatt megawatts mw gigawatt gigawatts gw volts`);
/** Whether what stands behind a number is a unit, as in a table: “km/h”, “%”, “l/m²”. */
export const isUnit = (print: string): boolean =>
  /^per ?cent$|^[%‰°\p{Sc}][CF]?$/iu.test(print) ||
  units.has(print.toLowerCase()) ||
  /^\p{L}{1,4}(?:\/\p{L}{1,4})?[²³]?$/u.test(print);

/** Money of other countries; the country's adjective may stand before it: “Swiss francs”. */
const currencies = setOf(`
  dollar dollars pound pounds euro euros yen yuan renminbi rmb franc francs rupee rupees rouble roubles ruble rubles peso pesos
  krona kronor krone kroner lira liras zloty forint baht ringgit rand dinar dinars dirham dirhams riyal riyals shekel shekels
  hryvnia hryvnias reais naira cedi shilling shillings birr pesetas guilders markka penny`);
const numbered = setOf(`
  number no nos code page pages chapter article section line act route room flat floor phase level category version size grade
  channel flight stage type class rule step part week day year season episode account box item resolution paragraph gate unit
  block plot platform terminal round game match aged age magnitude`);
const streets = setOf(`
  street st road rd avenue ave lane place square drive court close crescent terrace boulevard blvd way hill row gardens park
  house mews grove quay highway`);
const sufferers = setOf(
  'killed injured wounded dead missing hurt displaced trapped arrested homeless evacuated rescued detained unaccounted deaths casualties',
);
const fractions = setOf(
  'half halves third thirds quarter quarters fifth fifths sixth sixths eighth eighths tenth tenths',
);
const befalling = setOf('are were have had been remain');
const plurals = setOf(
  'people men women children troops police dead cattle sheep personnel aircraft staff lives families',
);

/** Behind a number they say where or how, and are no part of what is counted: “140 aboard”. */
const loose = setOf('aboard ashore overnight nationwide worldwide overseas abroad alone together altogether');

/** Numbers that count nothing: dates, clock times, ages, numbers of things in a row, parts of names and addresses. */
function countsNothing(tokens: Token[], n: PrintedNumber): boolean {
  const previous = tokens[n.from - 1];
  const next = tokens[n.to + 1];
  const before = previous?.lower ?? '';
  const after = next?.lower ?? '';
  const print = tokens[n.core]!.text;
  const value = n.best ?? n.low ?? 0;
  if (durations.has(after) || /^(year|month|week|day|hour)/.test(after) || (after === '-' && n.bare)) return true;
  if (months.has(after) && isCapital(next)) return true;
  if (fractions.has(after)) return true;
  if (months.has(before) && isCapital(previous)) return true;
  if (/^(and|to|–|-|or)$/.test(after) && durations.has(tokens[n.to + 3]?.lower ?? '')) return true;
  if (!n.bare) return false;
  if (/^[#@/:.]$/.test(previous?.text ?? '') && previous!.end === tokens[n.from]!.start) return true;
  if (/^[/:]$/.test(next?.text ?? '') && next!.start === tokens[n.to]!.end) return true;
  if (numbered.has(before) || (before === '.' && /^nos?$/.test(tokens[n.from - 2]?.lower ?? ''))) return true;
  if (before === 'of' && ['age', 'aged'].includes(tokens[n.from - 2]?.lower ?? '')) return true;
  if (n.from === 0 && /^[.)]$/.test(next?.text ?? '') && tokens.length > 2) return true;
  if (print.toLowerCase() === 'one' && n.bound === 'exactly') return true;
  if (isYear(print, before, after, tokens[n.to + 1])) return true;
  if (
    /^[A-Z]/.test(previous?.text ?? '') &&
    n.from > 1 &&
    /^\d/.test(print) &&
    !weekdaysAndMonths.has(before) &&
    !prepositions.has(before)
  )
    return true;
  if (
    isCapital(next) &&
    [2, 3, 4].some((k) => streets.has(tokens[n.to + k]?.lower ?? '') && isCapital(tokens[n.to + k]))
  )
    return true;
  const asides =
    /^[,(]$/.test(previous?.text ?? '') && /^[,)]$/.test(next?.text ?? '') && isCapital(tokens[n.from - 2]);
  if (asides && value < 120) return true;
  if (!/^\d/.test(print) && value <= 10 && n.bound === 'exactly')
    return [
      'the',
      'these',
      'those',
      'other',
      'his',
      'her',
      'their',
      'its',
      'our',
      'by',
      'first',
      'last',
      'past',
      'next',
    ].includes(before);
  return false;
}

function isYear(print: string, before: string, after: string, next: Token | undefined): boolean {
  if (!/^(1[5-9]|20)\d\d$/.test(print)) return false;
  if (
    prepositions.has(before) ||
    ['and', 'late', 'early', 'mid', 'the', ',', '(', 'summer', 'winter', 'spring', 'autumn', 'fall'].includes(before)
  )
    return true;
  return !next || next.kind !== 'word' || !(after.endsWith('s') || plurals.has(after)) || phraseEnds.has(after);
}

/** The unit of a number with what it is told by: “km per hour”, “dollars a barrel”. */
function unitOf(text: string, tokens: Token[], n: PrintedNumber): { unit: string | null; to: number } {
  const { unit, to } = plainUnitOf(text, tokens, n);
  const [by, whole] = [tokens[to + 1]?.lower, tokens[to + 2]];
  const isRate = by === 'per' || by === 'a' || by === 'an';
  if (unit === null || to === n.to || !isRate || !(durations.has(whole?.lower ?? '') || units.has(whole?.lower ?? '')))
    return { unit, to };
  return { unit: text.slice(tokens[n.to + 1]!.start, whole!.end), to: to + 2 };
}

/** The unit behind or before a number: how many tokens it takes behind, and as printed. */
function plainUnitOf(text: string, tokens: Token[], n: PrintedNumber): { unit: string | null; to: number } {
  if (n.unit) return { unit: n.unit, to: n.to };
  const first = tokens[n.to + 1];
  const symbol = /^\p{Sc}$/u.test(tokens[n.core - 1]?.text ?? '') ? tokens[n.core - 1]!.text : null;
  if (symbol) return { unit: symbol, to: n.to };
  if (!first) return { unit: null, to: n.to };
  const slice = (to: number): { unit: string; to: number } => ({ unit: text.slice(first.start, tokens[to]!.end), to });
  const second = tokens[n.to + 2]?.lower ?? '';
  if (first.text === '%' || first.text === '°')
    return slice(first.text === '°' && /^[cf]$/.test(second) ? n.to + 2 : n.to + 1);
  if (first.lower === 'per' && second === 'cent') return slice(n.to + 2);
  if (['square', 'cubic', 'sq', 'nautical', 'metric'].includes(first.lower) && units.has(second))
    return slice(n.to + 2);
  if (currencies.has(first.lower) || /^\p{Sc}$/u.test(first.text)) return slice(n.to + 1);
  if (currencies.has(second) && /(an|ish|ch|ss|ese|us|u\.s\.|hong kong)$/.test(first.lower)) return slice(n.to + 2);
  return units.has(first.lower) ? slice(n.to + 1) : { unit: null, to: n.to };
}

/** What is counted: the words behind the number up to the noun in the plural that they end in. */
function countedOf(text: string, tokens: Token[], to: number, value: number, isMeasure: boolean): string | null {
  let from = to + 1;
  if (tokens[from]?.lower === 'of') from++;
  if (['the', 'its', 'their', 'his', 'her', 'our'].includes(tokens[from]?.lower ?? '')) from++;
  else if (isMeasure && from === to + 1) return null;
  // “1,900 of 2,300 homes” are homes.
  const first = tokens[from];
  const whole = from > to + 1 && first && startsNumber(first) ? numberAt(tokens, from) : null;
  if (whole) from = whole.to + 1;
  const words = (last: number): string => text.slice(tokens[from]!.start, tokens[last]!.end);
  for (let i = from; i < from + 6 && tokens[i]?.kind === 'word'; i++) {
    const { lower } = tokens[i]!;
    if (phraseEnds.has(lower) || prepositions.has(lower) || determiners.has(lower) || loose.has(lower))
      return (isMeasure || value === 1) && i > from ? words(i - 1) : null;
    const next = tokens[i + 1];
    if (/s[’']$/.test(lower) && (!next || phraseEnds.has(next.lower) || prepositions.has(next.lower))) {
      return words(i).slice(0, -1);
    }
    if (sufferers.has(lower)) return words(i);
    if (plurals.has(lower) || (/[^s’']s$/.test(lower) && lower.length > 3))
      return words(sufferers.has(tokens[i + 1]?.lower ?? '') ? i + 1 : i);
  }
  if (!isMeasure && value !== 1) return null;
  let last = from;
  while (
    last < from + 3 &&
    tokens[last + 1]?.kind === 'word' &&
    !phraseEnds.has(tokens[last + 1]!.lower) &&
    !prepositions.has(tokens[last + 1]!.lower)
  )
    last++;
  return tokens[from]?.kind === 'word' ? words(last) : null;
}

/** What befell so many, where nothing else says what is counted: “31 are missing”, “4 have died”. */
function fateOf(tokens: readonly Token[], to: number): string | null {
  if (!befalling.has(tokens[to + 1]?.lower ?? '')) return null;
  for (let i = to + 2; i < to + 5 && tokens[i]?.kind === 'word'; i++) {
    const { lower, text } = tokens[i]!;
    if (sufferers.has(lower) || lower === 'died' || lower === 'drowned') return text;
    if (!befalling.has(lower) && !lower.endsWith('ly') && lower !== 'still') return null;
  }
  return null;
}

/** “more than a mile”: an article that counts, because a bound stands before it and a unit behind. */
function articleAt(tokens: Token[], i: number): PrintedNumber | null {
  if (!['a', 'an'].includes(tokens[i]!.lower) || !units.has(tokens[i + 1]?.lower ?? '')) return null;
  const [first, second] = [tokens[i - 2]?.lower, tokens[i - 1]?.lower];
  const base = { from: i - 2, to: i, core: i, best: 1, unit: null, bare: false };
  if (first === 'more' && second === 'than') return { ...base, bound: 'more-than', low: 1, high: null };
  if (first === 'less' && second === 'than') return { ...base, bound: 'fewer-than', low: null, high: 1 };
  return null;
}

/** All figures of a sentence. */
export function figuresIn(text: string, sentence: Sentence): FoundFigure[] {
  const { tokens } = sentence;
  const found: FoundFigure[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!startsNumber(tokens[i]!)) continue;
    const n = numberAt(tokens, i) ?? articleAt(tokens, i);
    if (!n) continue;
    i = Math.max(i, n.to);
    if (countsNothing(tokens, n)) continue;
    const { unit, to } = unitOf(text, tokens, n);
    const what =
      countedOf(text, tokens, to, n.best ?? n.low ?? 0, unit !== null) ?? (unit === null ? fateOf(tokens, to) : null);
    if (n.bare && unit === null && what === null) continue;
    const start = tokens[n.from]!.start;
    let end = tokens[n.to]!.end - (n.unit?.length ?? 0);
    if (n.unit !== null && text[end - 1] === '-') end--;
    const { bound, low, best, high } = n;
    found.push({
      words: text.slice(start, end),
      bound,
      low,
      best,
      high,
      unit,
      what,
      start,
      end,
      aside: isAside(tokens, n.from),
    });
  }
  return found;
}

/** Whether a number stands in “, a town of …” or “, home to …”. */
function isAside(tokens: Token[], from: number): boolean {
  if (!['of', 'to', 'with'].includes(tokens[from - 1]?.lower ?? '')) return false;
  for (let i = from - 2; i >= 1 && from - i < 10 && tokens[i]!.kind === 'word'; i--) {
    const opens = ['a', 'an', 'home', 'the'].includes(tokens[i]!.lower);
    if (opens && tokens[i - 1]!.text === ',') return true;
  }
  return false;
}
