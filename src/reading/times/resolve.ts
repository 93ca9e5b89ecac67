import {
  dateOf,
  dayNumber,
  firstDay,
  lastDay,
  padded,
  periodOf,
  weekdayOf,
  type Grain,
  type Period,
} from './calendar.ts';
import { during, hanging, incomplete, type Scene, type Sense } from './sense.ts';

/** Days within which what lacks its year is the nearest one: against the tense, and with it or where it does not show. */
const near: Partial<Record<Grain, { against: number; with: number }>> = {
  day: { against: 75, with: 120 },
  month: { against: 75, with: 120 },
  quarter: { against: 45, with: 45 },
};

/**
 * The one of several periods that is meant, seen from a day.
 *
 * The nearest where it is near, unless the words leave no doubt; else of what will be the first that is not over, and otherwise the latest that has begun.
 */
function chosen(candidates: Period[], today: number, scene: Scene): Period | null {
  const nearest = nearestOf(candidates, today);
  const direction = scene.direction();
  if (nearest && Math.abs(direction) < 2) {
    const isAgainst = Math.sign(firstDay(nearest) - today) * direction < 0;
    if (gap(nearest, today) <= (near[nearest.grain]?.[isAgainst ? 'against' : 'with'] ?? 0)) return nearest;
  }
  if (direction > 0) return candidates.find((one) => lastDay(one) >= today) ?? nearest;
  return candidates.findLast((one) => firstDay(one) <= today) ?? nearest;
}

/** What returns every year, without its year: “March”, “8 March”, “the third quarter”, “Easter”. */
export function yearly(
  value: string,
  ofYear: (year: number) => Period | null,
  scene: Scene,
  step: number | null,
): Sense {
  const { today, last } = scene;
  const ahead = step === null ? scene.ahead() : null;
  if (ahead) return during(upTo(ahead, ofYear) ?? ahead);
  if (today === null) return hanging(`XXXX-${value}`);
  if (step === null && scene.isHistory && last && scene.direction() <= 0) {
    const period = onward(last, ofYear);
    if (period) return during(period);
  }
  const { year } = dateOf(today);
  // Winter began in the year before the last one, as seen from January.
  const candidates = [year - 2, year - 1, year, year + 1].map(ofYear).filter((one) => one !== null);
  const period =
    step === null
      ? chosen(candidates, today, scene)
      : step === 0
        ? current(candidates, today)
        : stepped(candidates, today, step);
  return period ? during(period) : incomplete(`XXXX-${value}`);
}

/** The one of this year; of one that lasts into the next, as winter does, the nearest. */
function current(candidates: Period[], today: number): Period | null {
  const { year } = dateOf(today);
  const lasts = candidates.some((one) => yearOf(one) !== dateOf(lastDay(one)).year);
  return lasts ? nearestOf(candidates, today) : (candidates.find((one) => yearOf(one) === year) ?? null);
}

const gap = (one: Period, today: number): number => Math.max(0, today - lastDay(one), firstDay(one) - today);
const nearestOf = (candidates: Period[], today: number): Period | null =>
  candidates.reduce<Period | null>((best, one) => (best && gap(best, today) <= gap(one, today) ? best : one), null);

const yearOf = (period: Period): number => dateOf(firstDay(period)).year;

/** The last one that does not begin behind another date. */
const upTo = (other: Period, ofYear: (year: number) => Period | null): Period | null =>
  [yearOf(other), yearOf(other) - 1].map(ofYear).find((one) => one !== null && firstDay(one) <= firstDay(other)) ??
  null;

/** Further back than so many days from the time mentioned before, a story has gone on into the next year. */
const furthestBack = 200;

/** The one in the year that a story has come to: after December, January is of the next. */
function onward(last: Period, ofYear: (year: number) => Period | null): Period | null {
  const same = ofYear(yearOf(last));
  return same && last.grain !== 'year' && firstDay(last) - lastDay(same) > furthestBack
    ? ofYear(yearOf(last) + 1)
    : same;
}

/** “Last March” is over, and not last month; “next March” has not begun. */
function stepped(candidates: Period[], today: number, step: number): Period | null {
  if (step > 0) return candidates.find((one) => firstDay(one) > today) ?? null;
  const over = (one: Period): boolean => lastDay(one.grain === 'month' ? { ...one, n: one.n + 1 } : one) < today;
  return candidates.findLast(over) ?? null;
}

/** A part of a year by its place in it, from 0: months, quarters, halves and seasons. */
export function partOfYear(
  grain: 'month' | 'quarter' | 'half' | 'season',
  place: number,
  scene: Scene,
  step: number | null = null,
): Sense {
  const [many, name] = shapes[grain];
  return yearly(name(place), (year) => ({ grain, n: year * many + place }), scene, step);
}

/** The same of a year that is known. */
export const partOf = (year: number, grain: 'month' | 'quarter' | 'half' | 'season', place: number): Sense =>
  during({ grain, n: year * shapes[grain][0] + place });

const shapes: Record<'month' | 'quarter' | 'half' | 'season', [number, (place: number) => string]> = {
  month: [12, (place) => padded(place + 1, 2)],
  quarter: [4, (place) => `Q${place + 1}`],
  half: [2, (place) => `H${place + 1}`],
  season: [4, (place) => ['SP', 'SU', 'FA', 'WI'][place]!],
};

/** A day of a month, of a year that is known or not. */
export function monthDay(
  month: number,
  day: number,
  year: number | null,
  scene: Scene,
  weekday: number | null = null,
): Sense | null {
  if (year === null && dayNumber(2000, month, day) === null) return null;
  if (year !== null) {
    const n = dayNumber(year, month, day);
    return n === null ? null : during({ grain: 'day', n });
  }
  // “Saturday, 25 April” is of a year in which that was a Saturday.
  const inYear = (year: number): Period | null => {
    const n = dayNumber(year, month, day);
    return n === null || (weekday !== null && weekdayOf(n) !== weekday) ? null : { grain: 'day', n };
  };
  return yearly(`${padded(month, 2)}-${padded(day, 2)}`, inYear, scene, null);
}

/** A day of the week; without a tense of what will be, the latest. */
export function weekday(place: number, scene: Scene, step: number | null = null): Sense {
  const { today } = scene;
  if (today === null) return hanging(`XXXX-WXX-${place}`);
  const ago = (weekdayOf(today) - place + 7) % 7;
  const direction = scene.direction();
  const last = today - ago;
  const next = ago === 0 ? today : last + 7;
  if (step === -1) return during({ grain: 'day', n: ago === 0 ? today - 7 : last });
  if (step === 1) return during({ grain: 'day', n: ago === 0 ? today + 7 : next });
  return during({ grain: 'day', n: direction > 0 || (direction === 0 && next - today <= 2) ? next : last });
}

/** The period of a grain that a time mentioned before lies in. */
export const around = (grain: Grain, scene: Scene): Period | null =>
  scene.last && periodOf(grain, firstDay(scene.last));
