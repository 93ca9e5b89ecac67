import { padded, periodOf } from './calendar.ts';
import { around, partOf, partOfYear } from './resolve.ts';
import type { Rule, Values } from './rule.ts';
import { during, hanging, incomplete, type Scene, type Sense } from './sense.ts';

/** A year of our era. */
export const inYear = (year: number): Sense => during({ grain: 'year', n: year });
const inDecade = (n: number): Sense => during({ grain: 'decade', n });

/** Two digits of a year: the one nearest to the report's; without a report's day nobody knows the century. */
export function shortYear(digits: number | null, scene: Scene): number | null {
  if (digits === null || scene.today === null) return null;
  const year = yearOf(scene.today);
  const near = year - (year % 100) + digits;
  return near > year + 20 ? near - 100 : near < year - 79 ? near + 100 : near;
}

/** The year of a day. */
export const yearOf = (day: number): number => periodOf('year', day).n;

/** A year of which two digits are printed. */
export const inShortYear: Rule = (v, scene) => {
  const year = shortYear(v.number('YY'), scene);
  return year === null ? hanging('XXXX') : inYear(year);
};

const inSeason: Rule = (v, scene) => {
  const year = v.get('ISOMONTH') === null ? v.maybe('YEAR') : Number(v.text('ISOMONTH').slice(0, 4));
  return year === null
    ? partOfYear('season', v.number('SEASON'), scene, v.maybe('STEP'))
    : partOf(year, 'season', v.number('SEASON'));
};

/** Of last year, this one or the next. */
export const ofStep =
  (rule: (year: number, v: Values, scene: Scene) => Sense | null): Rule =>
  (v, scene) =>
    scene.today === null ? hanging('XXXX') : rule(yearOf(scene.today) + v.number('STEP'), v, scene);

const century: Rule = (v) => {
  const n = v.number('ORD') - 1;
  return v.get('ERA') === -1 ? incomplete(`BC${padded(n, 2)}`) : during({ grain: 'century', n });
};

/** A year with its era. Those before ours have no stretch: a date has four digits and no sign. */
const ofEra: Rule = (v) => {
  const n = v.number('NUM');
  return v.get('ERA') === -1 ? incomplete(`BC${padded(n, 4)}`) : inYear(n);
};

/** “1914–18”: years of one century, the last in two digits. */
export const years = (year: number, last: number): Sense | null =>
  last > year % 100 && last < 100 && year >= 1700 && year < 2200
    ? { ...inYear(year), to: String(year - (year % 100) + last) }
    : null;

/** “October of that year”, told from the time mentioned before. */
const ofThatYear =
  (by: number): Rule =>
  (v, scene) => {
    const [grain, place] =
      v.get('MONTH') === null ? (['season', v.number('SEASON')] as const) : (['month', v.number('MONTH') - 1] as const);
    const year = around('year', scene);
    return year ? partOf(year.n + by, grain, place) : { ...incomplete('XXXX-XX'), hangs: scene.today === null };
  };

/** Years, what they are gathered in, and seasons. */
export const longDates: [string, Rule][] = [
  ['YEAR', (v) => inYear(v.number('YEAR'))],
  ['the? year YEAR|MILLENNIUM', (v) => inYear(v.maybe('YEAR') ?? v.number('MILLENNIUM'))],
  ['YEAR –|— YY', (v) => years(v.number('YEAR'), v.number('YY'))],
  ['NUM ERA', ofEra],
  ['ERA NUM', (v, scene) => (v.get('ERA') === -1 ? null : ofEra(v, scene))],
  ['the? DECADES', (v) => inDecade(v.number('DECADES'))],
  ["the YEAR 's|’s", (v) => (v.number('YEAR') % 10 === 0 ? inDecade(v.number('YEAR') / 10) : null)],
  ["the? '|’|‘ DECADE", (v) => inDecade(190 + v.number('DECADE'))],
  ['the DECADE', (v) => inDecade(190 + v.number('DECADE'))],
  ['the? ORD -? century ERA?', century],
  ['the? SEASON', inSeason],
  ['the? SEASON of? YEAR', inSeason],
  ['the? SEASON of? YEAR -|–|—|/ YY|YEAR', inSeason],
  ['the? SEASON of? ISOMONTH', inSeason],
  ['the? MONTH|SEASON of that|the same? year', ofThatYear(0)],
  ['the? MONTH|SEASON of the following|next year', ofThatYear(1)],
  ['the? MONTH|SEASON of the previous|preceding year', ofThatYear(-1)],
  ['STEP SEASON', inSeason],
  ['this past SEASON', (v, scene) => partOfYear('season', v.number('SEASON'), scene, -1)],
  ['the? SEASON of? STEP year', ofStep((year, v) => partOf(year, 'season', v.number('SEASON')))],
];
