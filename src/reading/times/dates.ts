import { firstDay, lastDay, padded, weekdayOf } from './calendar.ts';
import { monthDay, partOf, partOfYear, weekday } from './resolve.ts';
import { shifted, weekOf, type Rule, type Values } from './rule.ts';
import { away, during, hanging, type Scene, type Sense } from './sense.ts';
import { inYear, ofStep, shortYear, years } from './years.ts';

/** The day of a month in digits or as an ordinal. */
const day = (v: Values): number => v.maybe('DAY') ?? v.number('ORD');
const dated: Rule = (v, scene) => monthDay(v.number('MONTH'), day(v), v.maybe('YEAR'), scene, v.maybe('WEEKDAY'));
const inMonth = (v: Values, scene: Scene, step = v.maybe('STEP')): Sense => {
  const month = v.number('MONTH') - 1;
  const year = v.maybe('YEAR') ?? shortYear(v.maybe('YY'), scene);
  if (year === null && v.get('YY') !== null) return hanging(`XXXX-${padded(month + 1, 2)}`);
  return year === null ? partOfYear('month', month, scene, step) : partOf(year, 'month', month);
};

/** `8/3/2022`: where one of the first two can only be a day, the order shows; else nobody knows it. */
function numeric(v: Values, scene: Scene): Sense | null {
  const [first = 0, second = 0, last = 0] = v.text('NUMERIC').split(/[/.-]/).map(Number);
  const year = last < 100 ? shortYear(last, scene) : last;
  if (year === null) return hanging('XXXX-XX-XX');
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
    // “2008-09” can be a month, “1998-99” only years.
    return month >= 1 && month <= 12 ? partOf(year, 'month', month - 1) : years(year, month);
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

const onWeekday: Rule = (v, scene) => weekday(v.number('WEEKDAY'), scene, v.maybe('STEP') || null);

/** “The tenth day of May”, “the last day of May”, “the 24th of last month”. */
const dayIn = (month: Sense, v: Values): Sense | null => {
  if (!month.period) return month.hangs ? hanging('XXXX-XX-XX') : null;
  const last = lastDay(month.period);
  const n = v.get('ORD') === null ? last : firstDay(month.period) + v.number('ORD') - 1;
  return n > last ? null : during({ grain: 'day', n });
};
const dayOfMonth: Rule = (v, scene) => dayIn(inMonth(v, scene), v);
const dayOfStep: Rule = (v, scene) => dayIn(away('month', v.number('STEP'), scene.today), v);

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

/** “The first week of May” begins it, the last one ends it. */
const weekIn: Rule = (v, scene) => {
  const mod = v.maybe('ORD') === 1 ? 'START' : v.get('STEP') === -1 ? 'END' : null;
  return { ...inMonth(v, scene, null), mod };
};

/** Days and months by the calendar: whole ones, and such as lack their year. */
export const dates: [string, Rule][] = [
  ['ISO|ISOMONTH|STAMP', iso],
  ['NUMERIC', numeric],
  ['STEP? MONTH the? DAY|ORD', dated],
  ['MONTH the? DAY|ORD ,? YEAR', dated],
  ['the? DAY|ORD of? MONTH', dated],
  ['the? DAY|ORD of? MONTH ,? YEAR', dated],
  ['DAY -|/ MONTH -|/ YEAR', dated],
  ['WEEKDAY ,? MONTH DAY|ORD', dated],
  ['WEEKDAY ,? MONTH DAY|ORD ,? YEAR', dated],
  ['WEEKDAY ,? the? DAY|ORD of? MONTH', dated],
  ['WEEKDAY ,? the? DAY|ORD of? MONTH ,? YEAR', dated],
  ['this|next|last coming? WEEKDAY ,? MONTH DAY|ORD', dated],
  ['MONTH DAY|ORD ,? of? STEP year', ofStep((year, v, scene) => monthDay(v.number('MONTH'), day(v), year, scene))],
  ['the? ORD day? of STEP month', dayOfStep],
  ['the? ORD day of MONTH ,? YEAR?', dayOfMonth],
  ['the? last|final day of MONTH ,? YEAR?', dayOfMonth],
  ['MONTH DAY -|–|—|to DAY', span],
  ['MONTH DAY -|–|—|to DAY ,? YEAR', span],
  ['MONTH DAY and|or|& DAY ,? YEAR', span],
  ['DAY -|–|—|to DAY MONTH', span],
  ['DAY -|–|—|to DAY MONTH YEAR', span],
  ['MONTH', inMonth],
  ['MONTH ,|of? YEAR', inMonth],
  ["MONTH '|’|‘ YY", inMonth],
  ['the? month of MONTH', inMonth],
  ['the? month of MONTH ,|of? YEAR', inMonth],
  ['STEP MONTH', inMonth],
  ['this past MONTH', (v, scene) => partOfYear('month', v.number('MONTH') - 1, scene, -1)],
  ['MONTH ,|of? STEP year', ofStep((year, v) => partOf(year, 'month', v.number('MONTH') - 1))],
  ['the? week of MONTH DAY|ORD', weekOf(dated)],
  ['the? ORD|STEP week in|of MONTH', weekIn],
  ['the? ORD|STEP week in|of MONTH ,? YEAR', weekIn],
  ['STEP? WEEKDAY', onWeekday],
  ['the? day before STEP? WEEKDAY', shifted(-1, onWeekday)],
  ['the? day after STEP? WEEKDAY', shifted(1, onWeekday)],
  ['this? coming WEEKDAY', (v, scene) => weekday(v.number('WEEKDAY'), scene, 1)],
  ['this past WEEKDAY', (v, scene) => weekday(v.number('WEEKDAY'), scene, -1)],
  ['WEEKDAY last', (v, scene) => weekday(v.number('WEEKDAY'), scene, -1)],
  ['WEEKDAY next', (v, scene) => weekday(v.number('WEEKDAY'), scene, 1)],
  ['the? ORD WEEKDAY in|of MONTH', nth],
  ['the? ORD WEEKDAY in|of MONTH ,? YEAR', nth],
];
