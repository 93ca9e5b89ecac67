import {
  dateOf,
  dayNumber,
  easter,
  firstDay,
  orthodoxEaster,
  padded,
  periodOf,
  weekdayOf,
  type Period,
} from './calendar.ts';
import { yearly } from './resolve.ts';
import { shifted, weekOf, type Rule } from './rule.ts';
import { during } from './sense.ts';

/** The day of a holiday in a year. */
type Holiday = (year: number) => number;

/** Each year on the same day, by month and day: 1225. */
const fixed =
  (date: number): Holiday =>
  (year) =>
    dayNumber(year, Math.floor(date / 100), date % 100)!;

/** The first, second … of a day of the week in a month; 0: the last. */
const nth =
  (place: number, weekday: number, month: number): Holiday =>
  (year) => {
    const { n } = periodOf('month', dayNumber(year, month, 1)!);
    const start = firstDay({ grain: 'month', n: place > 0 ? n : n + 1 });
    return start + ((weekday - weekdayOf(start) + 7) % 7) + (place - 1) * 7;
  };

const fromEaster =
  (days: number): Holiday =>
  (year) =>
    easter(year) + days;

/** A day that is the same in each year shows by its number, where the year is not known. */
const nameOf = (holiday: Holiday): string => {
  const [one, other] = [2001, 2002].map((year) => dateOf(holiday(year)));
  const isFixed = one!.month === other!.month && one!.day === other!.day;
  return isFixed ? `${padded(one!.month, 2)}-${padded(one!.day, 2)}` : 'XX-XX';
};

/** The holiday of the year printed beside it, or of the one that is meant. */
const on =
  (holiday: Holiday): Rule =>
  (v, scene) => {
    const inYear = (year: number): Period => ({ grain: 'day', n: holiday(year) });
    const year = v.maybe('YEAR');
    return year === null ? yearly(nameOf(holiday), inYear, scene, v.maybe('STEP')) : during(inYear(year));
  };

const [monday, thursday] = [1, 4];
/** Names of days that mean one day wherever they are kept; others, such as an independence day, are of one country. */
const named: [words: string, holiday: Holiday][] = [
  ['christmas day?', fixed(1225)],
  ['christmas eve', fixed(1224)],
  ['boxing day', fixed(1226)],
  ['orthodox christmas day?', fixed(107)],
  ["new year '?|'s|’s eve", fixed(1231)],
  ["new year 's|’s day?", fixed(101)],
  ["valentine 's|’s day", fixed(214)],
  ["international women 's|’s day", fixed(308)],
  ["st|st.|saint patrick 's|’s day", fixed(317)],
  ['may day', fixed(501)],
  ['halloween|hallowe’en', fixed(1031)],
  ["all saints '|’ day", fixed(1101)],
  ['armistice|remembrance day', fixed(1111)],
  ["veterans '?|’? day", fixed(1111)],
  ['martin luther king jr.? day', nth(3, monday, 1)],
  ["presidents '|’ day", nth(3, monday, 2)],
  ['memorial day', nth(0, monday, 5)],
  ['labor day', nth(1, monday, 9)],
  ['columbus day', nth(2, monday, 10)],
  ['thanksgiving day?', nth(4, thursday, 11)],
  ['easter day|sunday?', easter],
  ['orthodox easter day|sunday?', orthodoxEaster],
  ['ash wednesday', fromEaster(-46)],
  ['palm sunday', fromEaster(-7)],
  ['good friday', fromEaster(-2)],
  ['easter monday', fromEaster(1)],
];

/** Holidays, alone and with a year, and the days and weeks around them. */
export const holidays: [string, Rule][] = named.flatMap(([words, holiday]): [string, Rule][] => [
  [`STEP? ${words}`, on(holiday)],
  [`${words} ,|of|in? YEAR`, on(holiday)],
  [`STEP? ${words} week`, weekOf(on(holiday))],
  [`the? day before STEP? ${words}`, shifted(-1, on(holiday))],
  [`the? day after STEP? ${words}`, shifted(1, on(holiday))],
]);
