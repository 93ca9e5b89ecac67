import type { TimeToken } from './tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Short forms and words that are more than a name of the calendar; alone they are none. */
const doubtful = set('may march mar sun sat mon wed fri sep dec jan jun jul');
/** Words before a year, a month or a season that show that it is one. */
const leading = set(`
  in since from until till by of during to and or between before after through for around about early late mid - the a an
  this last next his her its their our on as than , ( — –`);

/** Whether the tokens of a match are a time where they stand. */
export function isMeant(tokens: readonly TimeToken[], from: number, to: number): boolean {
  if (isCompound(tokens, from, to)) return false;
  const named = tokens
    .slice(from, to)
    .find(({ meanings }) => meanings.some(([symbol]) => symbol === 'MONTH' || symbol === 'WEEKDAY'));
  if (named && !/^\p{Lu}/u.test(named.text)) return false;
  if (to - from > 1) return true;
  const token = tokens[from]!;
  const before = tokens[from - 1];
  const symbol = token.meanings[0]?.[0];
  if (token.meanings.some(([symbol]) => symbol === 'YEAR')) return isYear(token, before, tokens[to]);
  if (symbol === 'MONTH' || symbol === 'WEEKDAY') {
    return !doubtful.has(token.lower) || (before !== undefined && leading.has(before.lower));
  }
  if (symbol === 'CLOCK24')
    return before !== undefined && set('at from until to by around about since before after').has(before.lower);
  return symbol !== 'UNITS' || (before !== undefined && set('for within after in over').has(before.lower));
}

function isYear(token: TimeToken, before: TimeToken | undefined, behind: TimeToken | undefined): boolean {
  if (behind && /^[%°]$/.test(behind.text)) return false;
  if (before && /^[\p{Sc}#]$/u.test(before.text)) return false;
  if (before && leading.has(before.lower)) return true;
  const n = Number(token.meanings.find(([symbol]) => symbol === 'YEAR')?.[1]);
  return n >= 1900 && n < 2050;
}

/** “A second hearing”, “a week-long strike”, “three-quarters of the crop”, “the day after the storm”: no times, or other ones. */
function isCompound(tokens: readonly TimeToken[], from: number, to: number): boolean {
  const last = tokens[to - 1]!;
  const next = tokens[to];
  if (last.lower === 'second' && tokens[from]!.lower === 'a') return true;
  if (last.lower === 'quarters' && next?.lower === 'of') return true;
  if (last.lower === 'before' || last.lower === 'after') return next !== undefined && /^[\p{L}\p{N}]/u.test(next.text);
  return next?.lower === '-' && next.start === last.end && last.meanings.some(([symbol]) => symbol === 'UNIT');
}
