import { firstDay, lastDay, padded, periodOf, weekdayOf } from './calendar.ts';
import { holiday, monthDay, partOf, partOfYear, weekday } from './resolve.ts';
import type { Rule, Values } from './rule.ts';
import { away, during, incomplete, yearEnding, type Scene, type Sense } from './sense.ts';

/** The day of a month in digits or as an ordinal. */
const day = (v: Values): number => v.maybe('DAY') ?? v.number('ORD');
const dated: Rule = (v, scene) => monthDay(v.number('MONTH'), day(v), v.maybe('YEAR'), scene, v.maybe('WEEKDAY'));
const inMonth = (v: Values, scene: Scene): Sense => {
  const month = v.number('MONTH') - 1;
  const year = v.maybe('YEAR') ?? shortYear(v.maybe('YY'), scene);
  if (year === null && v.get('YY') !== null) return incomplete(`XXXX-${padded(month + 1, 2)}`);
  return year === null ? partOfYear('month', month, scene, v.maybe('STEP')) : partOf(year, 'month', month);
};
const inYear = (year: number): Sense => during({ grain: 'year', n: year });
const inDecade = (n: number): Sense => during({ grain: 'decade', n });

/** Two digits of a year: the one nearest to the report's; without a report's day nobody knows the century. */
function shortYear(digits: number | null, scene: Scene): number | null {
  if (digits === null || scene.today === null) return null;
  const year = yearOf(scene.today);
  const near = year - (year % 100) + digits;
  return near > year + 20 ? near - 100 : near < year - 79 ? near + 100 : near;
}

const yearOf = (day: number): number => periodOf('year', day).n;

/** `8/3/2022`: where one of the first two can only be a day, the order shows; else nobody knows it. */
function numeric(v: Values, scene: Scene): Sense | null {
  const [first = 0, second = 0, last = 0] = v.text('NUMERIC').split(/[/.-]/).map(Number);
  const year = last < 100 ? shortYear(last, scene) : last;
  if (year === null) return incomplete('XXXX-XX-XX');
  if (first > 12) return monthDay(second, first, year, scene);
  if (second > 12 || first === second) return monthDay(first, second, year, scene);
  return first > 0 && second > 0 ? { ...inYear(year), value: `${padded(year, 4)}-XX-XX` } : null;
}

function iso(v: Values, scene: Scene): Sense | null {
  const [year = 0, month = 0, day = 1] = (v.text('ISO') || v.text('ISOMONTH') || v.text('STAMP'))
    .slice(0, 10)
    .split(/[-/]/)
    .map(Number);
  if (v.get('ISOMONTH') !== null) {
    // “2008-09” can be a month, “1998-99” only two years.
    if (month >= 1 && month <= 12) return partOf(year, 'month', month - 1);
    return month === (year + 1) % 100 && year < 2200 ? { ...inYear(year), to: String(year + 1) } : null;
  }
  const date = monthDay(month, day, year, scene);
  if (!date || v.get('STAMP') === null) return date;
  const minute = v.text('STAMP').toUpperCase().slice(0, 16);
  if (minute.slice(11, 13) > '23' || minute.slice(14) > '59') return null;
  return {
    ...date,
    type: 'TIME',
    value: minute,
    from: minute,
    to: minute,
    zone: /z$/i.test(v.text('STAMP')) ? 'UTC' : null,
  };
}

/** A quarter or half; of a year, or of the one the tense shows. */
const division = (v: Values, scene: Scene): Sense | null => {
  const grain = v.text('GRAIN') === 'quarter' ? 'quarter' : v.text('HALF') === 'half' ? 'half' : null;
  // “The last half” is the second; “the last quarter” is the one that is over.
  const place = v.maybe('ORD') ?? (v.get('STEP') === -1 && grain === 'half' ? 2 : 0);
  if (!grain || place < 1 || place > (grain === 'quarter' ? 4 : 2)) return null;
  const year =
    v.maybe('YEAR') ?? (v.get('STEP') !== null && scene.today !== null ? yearOf(scene.today) + v.number('STEP') : null);
  return year === null ? partOfYear(grain, place - 1, scene) : partOf(year, grain, place - 1);
};

const inShortYear: Rule = (v, scene) => {
  const year = shortYear(v.number('YY'), scene);
  return year === null ? incomplete('XXXX') : inYear(year);
};

/** A fiscal period: which months it has only the body itself knows. */
const fiscal =
  (rule: Rule): Rule =>
  (v, scene) => {
    const sense = rule(v, scene);
    return sense && { ...sense, from: null, to: null };
  };
const thisFiscal = fiscal((_, scene) => away('year', 0, scene.today));

const quarter: Rule = (v, scene) =>
  v.get('YEAR') === null
    ? partOfYear('quarter', v.number('Q') - 1, scene)
    : partOf(v.number('YEAR'), 'quarter', v.number('Q') - 1);

const onWeekday: Rule = (v, scene) => weekday(v.number('WEEKDAY'), scene, v.maybe('STEP') || null);

/** Days next to each other in a month: “7–9 March”. Its value is the first with the last. */
const span: Rule = (v, scene) => {
  const [first, last] = [0, 1].map((nth) => monthDay(v.number('MONTH'), v.number('DAY', nth), v.maybe('YEAR'), scene));
  if (!first || !last || v.number('DAY', 1) <= v.number('DAY')) return null;
  return { ...first, value: `${first.value}/${last.value}`, to: last.to };
};

/** “The second Tuesday of May”. */
const nth: Rule = (v, scene) => {
  const month = inMonth(v, scene).period;
  const place = v.number('ORD');
  if (!month || place > 5) return null;
  const first = firstDay(month);
  const n = first + ((v.number('WEEKDAY') - weekdayOf(first) + 7) % 7) + (place - 1) * 7;
  return n > lastDay(month) ? null : during({ grain: 'day', n });
};

const inSeason: Rule = (v, scene) => {
  const year = v.maybe('YEAR');
  return year === null
    ? partOfYear('season', v.number('SEASON'), scene, v.maybe('STEP'))
    : partOf(year, 'season', v.number('SEASON'));
};

const ofStep =
  (rule: (year: number, v: Values, scene: Scene) => Sense | null): Rule =>
  (v, scene) =>
    scene.today === null ? incomplete('XXXX') : rule(yearOf(scene.today) + v.number('STEP'), v, scene);

const onHoliday: Rule = (v, scene) => holiday(v.get('HOLIDAY')!, v.maybe('YEAR'), scene, v.maybe('STEP'));
const onEaster: Rule = (v, scene) => holiday('easter', null, scene, v.maybe('STEP'));
const onDay =
  (value: number): Rule =>
  (v, scene) =>
    holiday(value, v.maybe('YEAR'), scene, v.maybe('STEP'));

/** The week of a day. */
const weekOf =
  (rule: Rule): Rule =>
  (v, scene) => {
    const date = rule(v, scene);
    return date?.period ? during(periodOf('week', firstDay(date.period))) : date;
  };

/** The day before or after another. */
const shifted =
  (by: number, rule: Rule): Rule =>
  (v, scene) => {
    const day = rule(v, scene)?.period;
    return day ? away('day', by, firstDay(day)) : incomplete('XXXX-XX-XX');
  };

const century = (n: number): Sense => during({ grain: 'century', n });

/** Dates by the calendar: whole ones, and such as lack their year. */
export const dates: [string, Rule][] = [
  ['ISO|ISOMONTH|STAMP', iso],
  ['NUMERIC', numeric],
  ['MONTH DAY|ORD', dated],
  ['MONTH DAY|ORD ,? YEAR', dated],
  ['the? DAY|ORD of? MONTH', dated],
  ['the? DAY|ORD of? MONTH ,? YEAR', dated],
  ['WEEKDAY ,? MONTH DAY|ORD', dated],
  ['WEEKDAY ,? MONTH DAY|ORD ,? YEAR', dated],
  ['WEEKDAY ,? the? DAY|ORD of? MONTH', dated],
  ['WEEKDAY ,? the? DAY|ORD of? MONTH ,? YEAR', dated],
  ['this|next|last coming? WEEKDAY ,? MONTH DAY|ORD', dated],
  ['MONTH DAY|ORD ,? of? STEP year', ofStep((year, v, scene) => monthDay(v.number('MONTH'), day(v), year, scene))],
  ['MONTH DAY -|–|—|to DAY', span],
  ['MONTH DAY -|–|—|to DAY ,? YEAR', span],
  ['DAY -|–|—|to DAY MONTH', span],
  ['DAY -|–|—|to DAY MONTH YEAR', span],
  ['MONTH', inMonth],
  ['MONTH ,|of? YEAR', inMonth],
  ["MONTH '|’|‘ YY", inMonth],
  ['STEP MONTH', inMonth],
  ['MONTH ,|of? STEP year', ofStep((year, v) => partOf(year, 'month', v.number('MONTH') - 1))],
  ['the? week of MONTH DAY|ORD', weekOf(dated)],
  ['STEP? WEEKDAY', onWeekday],
  ['the? day before STEP? WEEKDAY', shifted(-1, onWeekday)],
  ['the? day after STEP? WEEKDAY', shifted(1, onWeekday)],
  ['this? coming WEEKDAY', (v, scene) => weekday(v.number('WEEKDAY'), scene, 1)],
  ['WEEKDAY last', (v, scene) => weekday(v.number('WEEKDAY'), scene, -1)],
  ['WEEKDAY next', (v, scene) => weekday(v.number('WEEKDAY'), scene, 1)],
  ['YEAR', (v) => inYear(v.number('YEAR'))],
  ['the? year YEAR|MILLENNIUM', (v) => inYear(v.maybe('YEAR') ?? v.number('MILLENNIUM'))],
  ['Q', quarter],
  ['Q ,|of? YEAR', quarter],
  ['YEAR Q', quarter],
  ['H YEAR', (v) => partOf(v.number('YEAR'), 'half', v.number('H') - 1)],
  ['the? ORD WEEKDAY in|of MONTH', nth],
  ['the? ORD WEEKDAY in|of MONTH ,? YEAR', nth],
  ['the? ORD week in|of MONTH', (v, scene) => ({ ...inMonth(v, scene), mod: v.number('ORD') === 1 ? 'START' : null })],
  ['fiscal year? YEAR', fiscal((v) => inYear(v.number('YEAR')))],
  ["fiscal year? '|’|‘ YY", fiscal(inShortYear)],
  ['the? DECADES', (v) => inDecade(v.number('DECADES'))],
  ["the? '|’|‘ DECADE", (v) => inDecade(190 + v.number('DECADE'))],
  ['the DECADE', (v) => inDecade(190 + v.number('DECADE'))],
  ['the? ORD -? century', (v) => century(v.number('ORD') - 1)],
  ['SEASON', inSeason],
  ['the SEASON', inSeason],
  ['the? SEASON of? YEAR', inSeason],
  ['STEP SEASON', inSeason],
  ['this past SEASON', (v, scene) => partOfYear('season', v.number('SEASON'), scene, -1)],
  ['this past MONTH', (v, scene) => partOfYear('month', v.number('MONTH') - 1, scene, -1)],
  ['this past WEEKDAY', (v, scene) => weekday(v.number('WEEKDAY'), scene, -1)],
  ['the? SEASON of? STEP year', ofStep((year, v) => partOf(year, 'season', v.number('SEASON')))],
  ['the? YEAR? ORD GRAIN', division],
  ['ORD - GRAIN', division],
  ['the? ORD -? GRAIN of? YEAR', division],
  ['the? ORD -? GRAIN of? STEP year', division],
  ['the? ORD HALF', division],
  ['ORD - HALF', division],
  ['the? ORD|STEP -? HALF of YEAR', division],
  ['the? ORD -? HALF of STEP year', division],
  ["STEP year '|'s|’s ORD -? GRAIN|HALF", division],
  ['the? fiscal -? ORD -? GRAIN', fiscal(division)],
  ['the? current|latest|this? fiscal year', (v, scene) => yearEnding(scene) ?? thisFiscal(v, scene)],
  ['last fiscal year', fiscal((_, scene) => away('year', -1, scene.today))],
  ['next fiscal year', fiscal((_, scene) => away('year', 1, scene.today))],
  ['the? ORD -? fiscal -? GRAIN', fiscal(division)],
  ['STEP? HOLIDAY day|sunday?', onHoliday],
  ['HOLIDAY ,? YEAR', onHoliday],
  ['STEP? HOLIDAY week', weekOf(onHoliday)],
  ['the? day before STEP? HOLIDAY', shifted(-1, onHoliday)],
  ['the? day after STEP? HOLIDAY', shifted(1, onHoliday)],
  ['STEP? christmas eve', onDay(1224)],
  ['STEP? boxing day', onDay(1226)],
  ['STEP? good friday', shifted(-2, onEaster)],
  ['STEP? easter monday', shifted(1, onEaster)],
  ["STEP? new year '?|'s|’s eve", onDay(1231)],
  ["STEP? new year 's|’s day?", onDay(101)],
];
