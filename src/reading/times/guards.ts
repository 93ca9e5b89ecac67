import type { TimeToken } from './tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Short forms and words that are more than a name of the calendar; alone they are none. */
const doubtful = set('may march august mar sun sat mon wed fri sep dec jan jun jul');
/** Words before a year that show that it is one, in whatever century. */
const beforeYear = set(
  'in since from until till by during between before after through around circa early late mid year',
);
/** Words before a doubtful name that show that it is one. */
const leading = set(`
  in since from until till by of during to and or between before after through for around about early late mid - the a an
  this last next his her its their our on as than , ( — –`);
const lengths = set('miles kilometers kilometres km knots feet meters metres');
const beforeVerb = set('to will would can could may might must should and');
const fractions = set('a one three');
const quotes = set(`“ ‘ " ' \``);
/** Short forms that are also names, and words before them that leave no doubt. */
const short = set('sun sat mar jan mon wed');
const beforeShort = set('on in until till by since this last next from through -');
/** “Black Friday” is the name of a sale. */
const beforeNames = set('black cyber bloody super');
const beforeSeason = set('in during by since until early late mid -');
const beforeUnits = set('for within after in over');
const beforeClock = set('at from until to by around about since before after');
const beforePart = set('in during on by through into');

const isCalled = (token: TimeToken, ...symbols: string[]): boolean =>
  token.meanings.some(([symbol]) => symbols.includes(symbol));
const isAny = (token: TimeToken | undefined, words: ReadonlySet<string>): boolean =>
  token !== undefined && words.has(token.lower);
const isCapital = (token: TimeToken): boolean => /^\p{Lu}/u.test(token.text);

/** Whether the tokens of a match are a time where they stand. */
export function isMeant(tokens: readonly TimeToken[], from: number, to: number): boolean {
  const [first, before, next] = [tokens[from]!, tokens[from - 1], tokens[to]];
  if (isCompound(tokens, from, to)) return false;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (isCalled(token, 'ZONE') && token.text !== token.text.toUpperCase()) return false;
    if (
      isCalled(token, 'MONTH', 'WEEKDAY') &&
      !isCapital(token) &&
      (token.lower.length < 5 || doubtful.has(token.lower))
    )
      return false;
  }
  // “Killed three in the morning” counts.
  if (isCalled(first, 'HOUR') && /^(in|at)$/.test(tokens[from + 1]?.lower ?? '')) return isAny(before, beforeClock);
  if (first.lower === 'the' && isCalled(tokens[to - 1]!, 'PART') && to - from === 2) {
    const ofDay = next?.lower === 'of' && tokens[to + 1] && isCalled(tokens[to + 1]!, 'MONTH', 'WEEKDAY', 'DAY');
    return next?.lower === 'of' ? ofDay === true : isAny(before, beforePart);
  }
  return to - from > 1 || isMeantAlone(first, before, next);
}

function isMeantAlone(token: TimeToken, before: TimeToken | undefined, next: TimeToken | undefined): boolean {
  if (isCalled(token, 'YEAR')) return isYear(token, before, next);
  if (isCalled(token, 'WEEKDAY') && isAny(before, beforeNames)) return false;
  if (isCalled(token, 'MONTH', 'WEEKDAY')) {
    if (short.has(token.lower)) return isAny(before, beforeShort) && !(next && isCapital(next));
    return !doubtful.has(token.lower) || isAny(before, leading);
  }
  if (isCalled(token, 'CLOCK24')) return isAny(before, beforeClock);
  if (isCalled(token, 'SEASON')) return isAny(before, beforeSeason);
  return !isCalled(token, 'UNITS') || isAny(before, beforeUnits);
}

function isYear(token: TimeToken, before: TimeToken | undefined, next: TimeToken | undefined): boolean {
  if (next && /^[%°]$/.test(next.text)) return false;
  if (before && /^[\p{Sc}#]$/u.test(before.text)) return false;
  if (isAny(before, beforeYear)) return true;
  const n = Number(token.meanings.find(([symbol]) => symbol === 'YEAR')![1]);
  return n >= 1900 && n < 2050;
}

/** “A second hearing”, “a week-long strike”, “three-quarters of the crop”, “the future of the city”: no times, or other ones. */
function isCompound(tokens: readonly TimeToken[], from: number, to: number): boolean {
  const [last, next] = [tokens[to - 1]!, tokens[to]];
  if (last.lower === 'second' && tokens[from]!.lower === 'a') return true;
  if (['fall', 'spring', 'future'].includes(last.lower) && next?.lower === 'of') return true;
  if (next?.lower === 'of' && /^quarters?$/.test(last.lower) && (to - from === 1 || fractions.has(tokens[from]!.lower)))
    return true;
  // “To last 48 hours” is how long.
  if (tokens[from]!.lower === 'last' && beforeVerb.has(tokens[from - 1]?.lower ?? '') && !isCalled(last, 'UNIT'))
    return true;
  // “120 miles an hour” is how fast.
  if (to - from === 2 && lengths.has(tokens[from - 1]?.lower ?? '') && isCalled(last, 'UNIT')) return true;
  if (last.lower === 'before' || last.lower === 'after') return next !== undefined && /^[\p{L}\p{N}]/u.test(next.text);
  // “60 Minutes” in marks of quotation is a programme.
  if (quotes.has(tokens[from - 1]?.lower ?? '') && isCalled(last, 'UNIT', 'UNITS', 'GRAIN') && isCapital(last))
    return true;
  return next?.lower === '-' && next.start === last.end && isCalled(last, 'UNIT');
}
