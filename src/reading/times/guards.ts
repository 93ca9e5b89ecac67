import type { TimeToken } from './tokens.ts';
import { setOf } from '../word-sets.ts';

/** Short forms and words that are more than a name of the calendar; alone they are none. */
const doubtful = setOf('may march august mar sun sat mon wed fri sep dec jan jun jul');
/** Words before a year that show that it is one, in whatever century. */
const beforeYear = setOf(
  'in since from until till by during between before after through around circa early late mid year',
);
/** Words before a doubtful name that show that it is one. */
const leading = setOf(`
  in since from until till by of during to and or between before after through for around about early late mid - the a an
  this last next his her its their our on as than , ( — –`);
const lengths = setOf('miles kilometers kilometres km knots feet meters metres');
const beforeVerb = setOf('to will would can could may might must should and');
const fractions = setOf('a one three');
const quotes = setOf(`“ ‘ " ' \``);
/** Short forms that are also names, and words before them that leave no doubt. */
const short = setOf('sun sat mar jan mon wed');
const beforeShort = setOf('on until till by since this last next from through -');
/** “Black Friday” is the name of a sale. */
const beforeNames = setOf('black cyber bloody super');
const beforeSeason = setOf('in during by since until early late mid -');
const beforeUnits = setOf('for within after in over');
/** What follows says which ones are meant. */
const behindUnits = setOf('before after since leading following until between');
/** “The city’s hours of need”, “the morning hours of Monday” are no length. */
const owners = setOf(
  `his her its their our my 's ’s ' ’ early late first last final opening closing morning evening night`,
);
const beforeWeekends = setOf('on at during');
const beforeClock = setOf('at from until to by around about since before after');
/** “Until dawn”, and not “dawn raids” or “the dawn of an age”. */
const beforeEdge = setOf('at before after by until till from since around');
/** What numbers are given to, and what they count. */
const numbered = setOf(`
  flight room route highway section article resolution number no no. page chapter bus train model gate apartment suite line unit
  windows`);
const countable = setOf(
  'people men women children soldiers troops civilians dollars euros pounds tons tonnes metres meters miles',
);
const papers = setOf('newspaper newspapers paper papers magazine tabloid said reported wrote quoted says reports');
/** “Fell 3 per cent for the week”, and not “the week in pictures”. */
const isWhole = setOf('week month');
const beforeWhole = setOf('for during throughout on over');
const beforeAdjective = setOf(
  `the his her its their our my your 's ’s this these of in at to for under with from by on than`,
);
const behindNoun = setOf('and or but is was are were has had in of at from to with that which through along as');
const beforePart = setOf('in during on by through into');
/** “The evening of that same day”. */
const beforeDay = setOf('same following next previous preceding day');

const isCalled = (token: TimeToken, ...symbols: string[]): boolean =>
  token.meanings.some(([symbol]) => symbols.includes(symbol));
const isAny = (token: TimeToken | undefined, words: ReadonlySet<string>): boolean =>
  token !== undefined && words.has(token.lower);
/** A word in capitals that is none of time. */
const isName = (token: TimeToken): boolean => isCapital(token) && token.meanings.length === 0;
const isCapital = (token: TimeToken): boolean => /^\p{Lu}/u.test(token.text);

/** Whether the tokens of a match are a time where they stand. */
export function isMeant(tokens: readonly TimeToken[], from: number, to: number): boolean {
  const [first, before, next] = [tokens[from]!, tokens[from - 1], tokens[to]];
  if (isCompound(tokens, from, to)) return false;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (isCalled(token, 'ZONE', 'ERA') && token.text !== token.text.toUpperCase()) return false;
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
    if (next?.lower !== 'of') return isAny(before, beforePart);
    return ofDay === true || (/^(?:the|that)$/.test(tokens[to + 1]?.lower ?? '') && isAny(tokens[to + 2], beforeDay));
  }
  if (first.lower === 'the' && isWhole.has(tokens[to - 1]!.lower) && to - from === 2) return isAny(before, beforeWhole);
  return to - from > 1 || isMeantAlone(first, before, next);
}

function isMeantAlone(token: TimeToken, before: TimeToken | undefined, next: TimeToken | undefined): boolean {
  // “Johnny-come-lately”.
  if (token.meanings.length === 0 && before?.lower === '-' && before.end === token.start) return false;
  if (isCalled(token, 'YEAR')) return isYear(token, before, next);
  if (isCalled(token, 'WEEKDAY') && isAny(before, beforeNames)) return false;
  if (isCalled(token, 'MONTH', 'WEEKDAY')) {
    if (short.has(token.lower)) {
      const isMonthIn = before?.lower === 'in' && isCalled(token, 'MONTH');
      return (isMonthIn || isAny(before, beforeShort)) && !(next && isCapital(next));
    }
    return !doubtful.has(token.lower) || isAny(before, leading);
  }
  if (isCalled(token, 'CLOCK24'))
    return (
      isAny(before, beforeClock) || (before !== undefined && isCalled(before, 'YEAR', 'WEEKDAY', 'ISO', 'NUMERIC'))
    );
  if (isCalled(token, 'HHMM')) return token.lower.startsWith('0') && isAny(before, beforeClock);
  if (isCalled(token, 'SEASON')) return isAny(before, beforeSeason);
  if (isCalled(token, 'EDGE')) return isAny(before, beforeEdge) && next?.lower !== 'of';
  // “The average daily volume” is how much; a daily can be a newspaper.
  if (isCalled(token, 'OFTEN') && before?.lower === 'average') return false;
  if (isCalled(token, 'OFTEN')) return !isAny(next, papers) && !(isCapital(token) && next && isCapital(next));
  if (token.lower === 'current') return isAdjective(before, next);
  // “Bergen Today” is a paper or a programme.
  if (token.lower === 'today') return !(isCapital(token) && before && isName(before));
  if (token.lower === 'weekends') return isAny(before, beforeWeekends);
  if (!isCalled(token, 'UNITS') || isAny(before, beforeUnits)) return true;
  // “The weeks before the flood”, “months of talks”; not “the minutes of the meeting”.
  return before?.lower === 'the' ? isAny(next, behindUnits) : next?.lower === 'of' && !isAny(before, owners);
}

/** “Its current mayor”, and not “the current was strong” or “a strong current swept them away”. */
const isAdjective = (before: TimeToken | undefined, next: TimeToken | undefined): boolean =>
  isAny(before, beforeAdjective) && next !== undefined && /^\p{L}/u.test(next.text) && !behindNoun.has(next.lower);

function isYear(token: TimeToken, before: TimeToken | undefined, next: TimeToken | undefined): boolean {
  if (next && /^[%°]$/.test(next.text)) return false;
  if (before && /^[\p{Sc}#]$/u.test(before.text)) return false;
  if (isAny(before, beforeYear)) return true;
  if (isAny(before, numbered) || isAny(next, countable)) return false;
  const n = Number(token.meanings.find(([symbol]) => symbol === 'YEAR')![1]);
  return n >= 1900 && n < 2050;
}

/** Whether a number stands behind “the” in capitals. */
const isTheName = (tokens: readonly TimeToken[], from: number, to: number): boolean =>
  tokens[from]!.lower === 'the'
    ? to - from > 2 && isCapital(tokens[from + 1]!)
    : tokens[from - 1]?.lower === 'the' && isCapital(tokens[from]!);

/** “A second hearing”, “a week-long strike”, “three-quarters of the crop”, “the future of the city”: no times, or other ones. */
function isCompound(tokens: readonly TimeToken[], from: number, to: number): boolean {
  const [last, next] = [tokens[to - 1]!, tokens[to]];
  if (last.lower === 'second' && tokens[from]!.lower === 'a') return true;
  if (['fall', 'spring', 'future'].includes(last.lower) && next?.lower === 'of') return true;
  // “Three-quarters support a ban.”
  if (last.lower === 'quarters' && tokens[to - 2]?.lower === '-') return true;
  // “The past three matches”.
  if (last.lower === 'past' && next && isCalled(next, 'NUM')) return true;
  // “21st Century Fox” is a name.
  if (isCalled(tokens[from]!, 'ORD') && isCalled(last, 'GRAIN') && isCapital(last) && next && isCapital(next))
    return true;
  if (next?.lower === 'of' && /^quarters?$/.test(last.lower) && (to - from === 1 || fractions.has(tokens[from]!.lower)))
    return true;
  // “To last 48 hours” is how long.
  if (tokens[from]!.lower === 'last' && isAny(tokens[from - 1], beforeVerb) && isCalled(last, 'UNITS')) return true;
  // “120 miles an hour” is how fast.
  if (to - from === 2 && lengths.has(tokens[from - 1]?.lower ?? '') && isCalled(last, 'UNIT')) return true;
  if (last.lower === 'before' || last.lower === 'after') return next !== undefined && /^[\p{L}\p{N}]/u.test(next.text);
  // “The Six-Day War” is a name.
  if (isCalled(last, 'UNIT', 'UNITS') && isCapital(last) && isTheName(tokens, from, to)) return true;
  // “60 Minutes” in marks of quotation is a programme.
  if (quotes.has(tokens[from - 1]?.lower ?? '') && isCalled(last, 'UNIT', 'UNITS', 'GRAIN') && isCapital(last))
    return true;
  return next?.lower === '-' && next.start === last.end && isCalled(last, 'UNIT');
}
