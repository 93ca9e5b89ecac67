import type { Bound, FigureValue } from '../../journal/subjects/figure.ts';
import { Refusal } from '../../terms/refusal.ts';
import type { Kind } from './kind.ts';

const fold = (text: string | null) => (text ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * A figure's comparison: only figures of one definition agree or differ, and they differ when their ranges do not meet.
 *
 * Figures of different definitions are never summed, averaged or ranked.
 */
export const figure: Kind<FigureValue> = {
  check({ bound, low, best, high, words }) {
    const ends = [low, best, high].filter((end) => end !== null);
    if (ends.length === 0) throw new Refusal('figure-without-number', { words });
    // “More than 5” that is at most 5 is nothing.
    const open = bound === 'more-than' || bound === 'fewer-than';
    const empty = open && low !== null && high !== null && low >= high;
    if (empty || ends.some((end, i) => end < (ends[i - 1] ?? end))) {
      throw new Refusal('figure-reversed', { words, low, best, high });
    }
    const missing = needs[bound].filter(
      (end) => ({ low: low ?? best, high: high ?? best, number: best ?? low ?? high })[end] === null,
    );
    if (missing.length > 0) throw new Refusal('figure-end-missing', { words, bound, end: missing[0]! });
  },

  aspect({ what, where, period, cumulative, unit }) {
    return JSON.stringify([fold(what), fold(where), fold(period), cumulative, fold(unit)]);
  },

  times: () => [],
  settles: () => true,
  turn: () => null,

  claim: (value) => ({ says: '', ...rangeOf(value) }),
};

type End = 'low' | 'high' | 'number';

/** Which ends each bound speaks of; the number that was printed may stand for either. */
const needs: Record<Bound, End[]> = {
  exactly: ['number'],
  about: ['number'],
  'at-least': ['low'],
  'more-than': ['low'],
  'at-most': ['high'],
  'fewer-than': ['high'],
  between: ['low', 'high'],
  magnitude: ['low'],
};

/**
 * The numbers that a figure allows: from low to high where they are given, and where not, as far as the bound goes.
 *
 * Both ends are included: “more than 12” starts just above 12. “About 100” is taken as rounded at its last figure that is
 * not 0, half of it each way, where no range is given.
 */
function rangeOf({ bound, low, best, high }: FigureValue): { low: number; high: number } {
  const number = best ?? low ?? high ?? Number.NaN;
  switch (bound) {
    case 'exactly':
    case 'between':
      return { low: low ?? number, high: high ?? number };
    case 'about': {
      const half = low === null && high === null ? rounding(number) / 2 : 0;
      return { low: (low ?? number) - half, high: (high ?? number) + half };
    }
    case 'at-least':
    case 'magnitude':
      return { low: low ?? number, high: high ?? Infinity };
    case 'more-than':
      return { low: justAbove(low ?? number), high: high ?? Infinity };
    case 'at-most':
      return { low: low ?? -Infinity, high: high ?? number };
    case 'fewer-than':
      return { low: low ?? -Infinity, high: justBelow(high ?? number) };
  }
}

// Not the next whole number: “more than 3” metres may be 3.4.
const justAbove = (number: number) => number + Math.max(Number.MIN_VALUE, Math.abs(number) * Number.EPSILON);
const justBelow = (number: number) => -justAbove(-number);

/** The unit that a round number is rounded to: 100 for 1,200; 1,000 for 5,000; 0.1 for 1.5. */
function rounding(number: number): number {
  if (number === 0) return 0;
  if (!Number.isInteger(number)) {
    const [digits = '', exponent = '0'] = String(number).split('e');
    return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
  }
  let unit = 1;
  while (number % (unit * 10) === 0) unit *= 10;
  return unit;
}
