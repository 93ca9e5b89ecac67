import type { FigureValue } from '../../journal/subjects/figure.ts';
import { Refusal } from '../../terms/refusal.ts';
import type { Kind } from './kind.ts';

const fold = (text: string | null) => (text ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * A figure's comparison: only figures of one definition agree or differ, and they differ when their ranges do not meet.
 *
 * Figures of different definitions are never summed, averaged or ranked.
 */
export const figure: Kind<FigureValue> = {
  check({ low, best, high, words }) {
    const ends = [low, best, high].filter((end) => end !== null);
    if (ends.length === 0) throw new Refusal('figure-without-number', { words });
    if (ends.some((end, i) => end < (ends[i - 1] ?? end))) {
      throw new Refusal('figure-reversed', { words, low, best, high });
    }
  },

  aspect({ what, where, period, cumulative, unit }) {
    return JSON.stringify([fold(what), fold(where), fold(period), cumulative, fold(unit)]);
  },

  settles: () => true,

  compare(one, other) {
    if (figure.aspect(one) !== figure.aspect(other)) return 'apart';
    const [a, b] = [rangeOf(one), rangeOf(other)];
    return a.low <= b.high && b.low <= a.high ? 'agree' : 'differ';
  },
};

/**
 * The numbers that a figure allows, both ends included.
 *
 * “More than 12” starts above 12; “about 100” is taken as rounded at its last figure that is not 0, half of it each way.
 */
function rangeOf({ bound, low, best, high }: FigureValue): { low: number; high: number } {
  const number = best ?? low ?? high ?? Number.NaN;
  switch (bound) {
    case 'exactly':
      return { low: number, high: number };
    case 'about':
      return { low: number - rounding(number) / 2, high: number + rounding(number) / 2 };
    case 'at-least':
      return { low: low ?? number, high: Infinity };
    case 'more-than':
      return { low: justAbove(low ?? number), high: high ?? Infinity };
    case 'at-most':
      return { low: -Infinity, high: high ?? number };
    case 'fewer-than':
      return { low: low ?? -Infinity, high: justBelow(high ?? number) };
    case 'between':
    case 'magnitude':
      return { low: low ?? -Infinity, high: high ?? Infinity };
  }
}

// Not the next whole number: “more than 3” metres may be 3.4.
const justAbove = (number: number) => number + Math.max(Number.MIN_VALUE, Math.abs(number) * Number.EPSILON);
const justBelow = (number: number) => -justAbove(-number);

/** The unit that a round number is rounded to: 100 for 1,200; 1,000 for 5,000. */
function rounding(number: number): number {
  if (number === 0) return 0;
  let unit = 1;
  while (Number.isInteger(number) && number % (unit * 10) === 0) unit *= 10;
  return unit;
}
