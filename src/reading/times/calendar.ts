import type { PartialDate } from '../../terms/when.ts';

/** How long a stretch of the calendar is. */
export type Grain =
  | 'century'
  | 'decade'
  | 'year'
  | 'half'
  | 'quarter'
  | 'season'
  | 'month'
  | 'week'
  | 'weekend'
  | 'day';

/** A stretch of the calendar: the `n`th of its grain, so that the next one is `n + 1`. */
export interface Period {
  grain: Grain;
  n: number;
}

/** The number of a day: days since 1 January 1970 in the calendar of ISO 8601, or `null` where there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (!(month >= 1 && month <= 12) || day < 1 || day > daysIn(year, month)) return null;
  return startOfMonth(year * 12 + month - 1) + day - 1;
}

/** Year, month and day of the number of a day. */
export function dateOf(day: number): { year: number; month: number; day: number } {
  let month = Math.floor((day + 719_528) / 30.436_875);
  while (startOfMonth(month) > day) month--;
  while (startOfMonth(month + 1) <= day) month++;
  return { year: Math.floor(month / 12), month: (month % 12) + 1, day: day - startOfMonth(month) + 1 };
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number =>
  startOfMonth(year * 12 + month) - startOfMonth(year * 12 + month - 1);

/** The first day of a month counted from year 0. */
function startOfMonth(n: number): number {
  const year = Math.floor(n / 12);
  const month = n - year * 12;
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leaps + daysBefore[month]! + (month > 1 && isLeap(year) ? 1 : 0) - 719_162;
}

/** Months in a grain that is made of months. */
const months = { century: 1200, decade: 120, year: 12, half: 6, quarter: 3, season: 3, month: 1 };
/** Spring opens the year of seasons, in March: how many months that is after January. */
const offset = (grain: Grain): number => (grain === 'season' ? 2 : 0);

/** The first day of a period. */
export function firstDay({ grain, n }: Period): number {
  if (grain === 'day') return n;
  // Week 0 started on Monday, 29 December 1969.
  if (grain === 'week') return n * 7 - 3;
  if (grain === 'weekend') return n * 7 + 2;
  return startOfMonth(n * months[grain] + offset(grain));
}

/** The last day of a period. */
export function lastDay({ grain, n }: Period): number {
  if (grain === 'weekend') return n * 7 + 3;
  return firstDay({ grain, n: n + 1 }) - 1;
}

/** The period of a grain in which a day lies; a day in the week lies before its weekend. */
export function periodOf(grain: Grain, day: number): Period {
  if (grain === 'day') return { grain, n: day };
  if (grain === 'week' || grain === 'weekend') return { grain, n: Math.floor((day + 3) / 7) };
  const { year, month } = dateOf(day);
  return { grain, n: Math.floor((year * 12 + month - 1 - offset(grain)) / months[grain]) };
}

/** The day of the week from 1, Monday, to 7. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The number with leading zeros. */
export const padded = (n: number, width: number): string => String(n).padStart(width, '0');

const seasons = ['SP', 'SU', 'FA', 'WI'];

/** A period as TimeML writes it: `1998-03-08`, `1998-W10`, `1998-Q1`, `1998-SU`, `199`. */
export function timexOf(period: Period): string {
  const { grain, n } = period;
  if (grain === 'century') return padded(n, 2);
  if (grain === 'decade') return padded(n, 3);
  if (grain === 'year') return padded(n, 4);
  if (grain === 'half') return `${padded(Math.floor(n / 2), 4)}-H${(n % 2) + 1}`;
  if (grain === 'quarter') return `${padded(Math.floor(n / 4), 4)}-Q${(n % 4) + 1}`;
  if (grain === 'season') return `${padded(Math.floor(n / 4), 4)}-${seasons[n % 4]}`;
  if (grain === 'week' || grain === 'weekend') {
    // A week belongs to the year of its Thursday.
    const { year } = dateOf(n * 7);
    const first = periodOf('week', dayNumber(year, 1, 4)!).n;
    return `${padded(year, 4)}-W${padded(n - first + 1, 2)}${grain === 'weekend' ? '-WE' : ''}`;
  }
  return partial(firstDay(period), grain);
}

/** The date of a day, to the day, month or year. */
export function partial(day: number, to: 'day' | 'month' | 'year'): PartialDate {
  const { year, month, day: last } = dateOf(day);
  const whole = `${padded(year, 4)}-${padded(month, 2)}-${padded(last, 2)}`;
  return whole.slice(0, { year: 4, month: 7, day: 10 }[to]);
}

/** As what a period's ends are written; a season's only to the year, as its months depend on the hemisphere. */
export const precision: Record<Grain, 'day' | 'month' | 'year'> = {
  century: 'year',
  decade: 'year',
  year: 'year',
  season: 'year',
  half: 'month',
  quarter: 'month',
  month: 'month',
  week: 'day',
  weekend: 'day',
  day: 'day',
};

/** Whether a period lies in the years that four digits can write, from 1 on. */
export const isWritable = (period: Period): boolean =>
  firstDay(period) >= dayNumber(1, 1, 1)! && lastDay(period) <= dayNumber(9999, 12, 31)!;

/** First and last unit of a period, in the precision of its words. */
export function endsOf(period: Period): { from: PartialDate; to: PartialDate } {
  const to = precision[period.grain];
  return { from: partial(firstDay(period), to), to: partial(lastDay(period), to) };
}

/** The Sunday of Easter. Source: Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1)!;
}

/** The Sunday of Easter by the Julian calendar. Source: Meeus, Astronomical Algorithms, chapter 8. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const f = d + e + 114;
  const ahead = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1)! + ahead;
}
