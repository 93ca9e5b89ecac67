import type { PartialDate } from '../../terms/when.ts';
import { endsOf, firstDay, isWritable, partial, periodOf, timexOf, type Grain, type Period } from './calendar.ts';
import type { Direction } from './tense.ts';

/** What an expression of time says, as TimeML has it and as a stretch of the calendar. */
export interface Sense {
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  value: string;
  mod: Mod | null;
  from: PartialDate | null;
  to: PartialDate | null;
  zone: string | null;
  /** What a later expression can refer to: “that day”, “a year earlier”. */
  period: Period | null;
  /** Whether it has no stretch only because nobody knows the report's day. */
  hangs: boolean;
}

/** How the words bend a value, as TimeML has it. */
export type Mod =
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE'
  | 'BEFORE'
  | 'AFTER';

/** What is known where an expression stands. */
export interface Scene {
  /** The day that the report is of, or `null`. */
  today: number | null;
  /** The day mentioned before in the sentence. */
  day: number | null;
  /** The time mentioned before. */
  last: Period | null;
  /** The quarter of which figures were told in the last few sentences. */
  quarter: Period | null;
  /** The word behind the expression. */
  next: string;
  /** What the clause speaks of. */
  direction: () => Direction;
  /** The date behind “to” or “and” that prints the year which this one lacks: “from 1 May to 3 July 1941”. */
  ahead: () => Period | null;
  /** The date behind one of some words that follow: “the quarter ended 31 July”, “the last two weeks of May”. */
  behind: (...words: string[]) => Sense | null;
  /** Whether the text tells of years gone by: what lacks its year is then of the year mentioned before. */
  isHistory: boolean;
}

const bare = { mod: null, from: null, to: null, zone: null, period: null, hangs: false };

/** A stretch of the calendar; of none that four digits of a year cannot write. */
export const during = (period: Period): Sense =>
  isWritable(period)
    ? { ...bare, type: 'DATE', value: timexOf(period), ...endsOf(period), period }
    : incomplete(unknown[period.grain]);

/** A date of which something is missing, such as its year. */
export const incomplete = (value: string, type: Sense['type'] = 'DATE'): Sense => ({ ...bare, type, value });

/** A date that would have a stretch if the report's day were known. */
export const hanging = (value: string, type: Sense['type'] = 'DATE'): Sense => ({
  ...incomplete(value, type),
  hangs: true,
});

/** How a period is written of which only its grain is known. */
export const unknown: Record<Grain, string> = {
  century: 'XX',
  decade: 'XXX',
  year: 'XXXX',
  half: 'XXXX-HX',
  quarter: 'XXXX-QX',
  season: 'XXXX-XX',
  month: 'XXXX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  day: 'XXXX-XX-XX',
};

/** The period so many grains from the one that holds a day; without a day nobody knows which. */
export function away(grain: Grain, by: number, from: number | null): Sense {
  if (from === null) return hanging(unknown[grain]);
  const { n } = periodOf(grain, from);
  return during({ grain, n: n + by });
}

/** A unit as ISO 8601 has it (`1D`, `10Y`, `T1H`), so many times; `null` where nobody said how many. */
export function durationOf(amount: number | null, code: string): string {
  const [, time = '', each = '1', unit = ''] = /^(T?)(\d+)(\w+)$/.exec(code) ?? [];
  if (amount === null) return unit === 'Y' && each !== '1' ? `PX${each === '10' ? 'DE' : 'CE'}` : `P${time}X${unit}`;
  const total = amount * Number(each);
  if (Number.isInteger(total)) return `P${time}${total}${unit}`;
  const smaller = { Y: [12, 'M'], H: [60, 'M'], M: time ? [60, 'S'] : null, W: null }[unit] ?? null;
  if (!smaller) return `P${time}${total}${unit}`;
  const whole = Math.floor(total);
  const rest = Math.round((total - whole) * Number(smaller[0]));
  return `P${time}${whole > 0 ? `${whole}${unit}` : ''}${rest}${smaller[1]}`;
}

/** The calendar's grain of a unit, and how many of them it is. */
function grainOf(code: string): { grain: Grain; times: number } | null {
  const [, each = '1', unit = ''] = /^(\d+)(\w+)$/.exec(code) ?? [];
  const grain = ({ D: 'day', W: 'week', WE: 'weekend', M: 'month', Q: 'quarter', Y: 'year' } as const)[unit];
  return grain ? { grain, times: Number(each) } : null;
}

/** How long something lasts; before or behind the report's day, where the words say so. */
export function lasting(amount: number | null, code: string, side: -1 | 0 | 1, today: number | null): Sense {
  const sense: Sense = { ...bare, type: 'DURATION', value: durationOf(amount, code) };
  if (side === 0) return sense;
  if (today === null) return { ...sense, hangs: true };
  const day = partial(today, 'day');
  const other = amount === null ? null : reached(amount * side, code, today);
  return side < 0 ? { ...sense, from: other, to: day } : { ...sense, from: day, to: other };
}

/** “The year ended March 31” is a year long, and none of the calendar. */
export const yearEnding = ({ next }: Scene): Sense | null =>
  next === 'ended' || next === 'ending' ? lasting(1, '1Y', 0, null) : null;

const hours: Partial<Record<string, number>> = { T1H: 1, T1M: 1 / 60, T1S: 1 / 3600 };

/** The far end of so many units from a day, in the precision of the unit; of hours, the day they reach into. */
function reached(amount: number, code: string, today: number): PartialDate | null {
  if (code in hours)
    return away('day', Math.sign(amount) * Math.ceil((Math.abs(amount) * hours[code]!) / 24), today).from;
  const unit = grainOf(code);
  if (!unit || !Number.isInteger(amount)) return null;
  const { grain, times } = unit;
  if (grain === 'weekend') return null;
  const period: Period =
    grain === 'week'
      ? { grain: 'day', n: today + amount * times * 7 }
      : { grain, n: periodOf(grain, today).n + amount * times };
  if (!isWritable(period)) return null;
  return amount < 0 ? endsOf(period).from : endsOf(period).to;
}

/** So many units before or behind a time: “three months ago”, “two years later”. */
export function distant(
  amount: number | null,
  code: string,
  side: -1 | 1,
  from: Period | null,
  today: number | null,
): Sense {
  const day = from ? firstDay(from) : today;
  const unit = grainOf(code);
  if (amount === null) {
    const vague = incomplete(side < 0 ? 'PAST_REF' : 'FUTURE_REF');
    if (!unit) return vague;
    if (day === null) return { ...vague, hangs: true };
    const edge = reached(2 * side, code, day);
    return side < 0 ? { ...vague, to: edge } : { ...vague, from: edge };
  }
  const isHalf = unit?.grain === 'year' && !Number.isInteger(amount * unit.times) && Number.isInteger(amount * 12);
  if (isHalf) return away('month', amount * 12 * side, day);
  if (!unit || !Number.isInteger(amount * unit.times)) {
    const sense = incomplete(durationOf(amount, code), 'DURATION');
    if (!(code in hours)) return sense;
    if (day === null) return { ...sense, hangs: true };
    // From some hour of the day, so many hours lead into two days.
    const days = (amount * hours[code]!) / 24;
    const at = (n: number): PartialDate | null => away('day', n * side, day).from;
    const [near, far] = [at(Math.floor(days)), at(Math.ceil(days))];
    return side < 0 ? { ...sense, from: far, to: near } : { ...sense, from: near, to: far };
  }
  // A year before a quarter is that quarter of the year before.
  const wider = from && unit.grain === 'year' ? perYear[from.grain] : undefined;
  if (from && wider !== undefined) return during({ grain: from.grain, n: from.n + wider * amount * unit.times * side });
  return away(unit.grain, amount * unit.times * side, day);
}

const perYear: Partial<Record<Grain, number>> = { month: 12, quarter: 4, season: 4, half: 2, year: 1 };

/** Now, once or some day. */
export function vague(value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF', today: number | null): Sense {
  const day = today === null ? null : partial(today, 'day');
  return {
    ...incomplete(value),
    from: value === 'PAST_REF' ? null : day,
    to: value === 'FUTURE_REF' ? null : day,
    hangs: today === null,
  };
}
