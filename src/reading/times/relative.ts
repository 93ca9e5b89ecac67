import { compared, yearBefore } from './accounts.ts';
import { firstDay, lastDay, periodOf, weekdayOf, type Grain } from './calendar.ts';
import { around, partOf } from './resolve.ts';
import type { Rule, Values } from './rule.ts';
import { away, distant, during, hanging, incomplete, lasting, unknown, vague, yearEnding, type Mod } from './sense.ts';

const grain = (v: Values): Grain => v.text('GRAIN') as Grain;
const code = (v: Values): string => v.text('UNIT') || v.text('UNITS');
/** “One day” is a date to come where the clause speaks of what will be. */
const oneDay: Rule = (_, scene) =>
  scene.direction() > 0 ? vague('FUTURE_REF', scene.today) : lasting(1, '1D', 0, null);
const days =
  (by: number): Rule =>
  (_, scene) =>
    away('day', by, scene.today);
const step: Rule = (v, scene) => away(grain(v), v.number('STEP'), scene.today);
const current: Rule = (v, scene) => away(grain(v), 0, scene.today);

/** “Later in the week”: a part of the one that it is. */
const partly =
  (mod: Mod): Rule =>
  (v, scene) => {
    const day = scene.last?.grain === 'day' ? scene.last.n : scene.today;
    return { ...away(grain(v), 0, grain(v) === 'day' ? day : scene.today), mod };
  };

const ago =
  (amount: (v: Values) => number | null): Rule =>
  (v, scene) => {
    if (code(v) === '1Y' && amount(v) === 1 && scene.quarter) return compared(yearBefore(scene.quarter));
    return distant(amount(v), code(v), -1, null, scene.today);
  };

/** So many units before or after the time mentioned before. */
const from =
  (side: -1 | 1, amount: (v: Values) => number | null): Rule =>
  (v, scene) => {
    if (side < 0 && code(v) === '1Y' && amount(v) === 1 && scene.quarter) return compared(yearBefore(scene.quarter));
    return distant(amount(v), code(v), side, scene.last, scene.today);
  };

const number = (v: Values): number => v.number('NUM');
const one = (): number => 1;
const two = (): number => 2;
const some = (): null => null;
const half = (): number => 0.5;
/** The one mentioned before, or beside it. */
const mentioned =
  (by: number): Rule =>
  (v, scene) => {
    const period = around(grain(v), scene);
    if (!period) return { ...incomplete(unknown[grain(v)]), hangs: scene.today === null };
    return during({ grain: period.grain, n: period.n + by });
  };

const cycles = { SEASON: ['season', 4], MONTH: ['month', 12], WEEKDAY: ['day', 7] } as const;

/** “The following spring”, “that May”: the one after, before or around the time mentioned before. */
const returning =
  (by: -1 | 0 | 1): Rule =>
  (v, scene) => {
    const symbol = (['SEASON', 'MONTH', 'WEEKDAY'] as const).find((one) => v.get(one) !== null)!;
    const [grain, many] = cycles[symbol];
    const base = around(grain, scene);
    if (!base) return { ...incomplete(unknown[grain]), hangs: scene.today === null };
    if (by === 0)
      return partOf(periodOf('year', firstDay(base)).n, grain === 'season' ? 'season' : 'month', place(v, symbol));
    // Day 0 was a Thursday.
    const ahead = (place(v, symbol) - base.n + (symbol === 'WEEKDAY' ? 4 : 0) + many * 1e6) % many;
    return during({ grain, n: base.n + (by > 0 ? ahead || many : ahead - many) });
  };
const place = (v: Values, symbol: keyof typeof cycles): number => v.number(symbol) - (symbol === 'SEASON' ? 0 : 1);

const ofYear: Rule = (_, scene) => {
  const ending = yearEnding(scene);
  if (ending) return ending;
  const period = around('year', scene);
  return period ? during(period) : away('year', 0, scene.today);
};

/** “For the week”: the one mentioned before, else the one that it is. */
const ofGrain =
  (grain: Grain): Rule =>
  (_, scene) => {
    const period = around(grain, scene);
    return period ? during(period) : away(grain, 0, scene.today);
  };

/** “Year-end”: the last day of the one that it is. */
const lastDayOf =
  (grain: Grain): Rule =>
  (_, { today }) =>
    today === null ? hanging('XXXX-XX-XX') : during({ grain: 'day', n: lastDay(periodOf(grain, today)) });

/** “The end of the month”: of the one that it is; “the end of the day” is a way of speaking. */
const edge =
  (mod: Mod): Rule =>
  (v, scene) =>
    grain(v) === 'day' ? null : { ...away(grain(v), 0, scene.today), mod };

const now: Rule = (_, scene) => vague('PRESENT_REF', scene.today);
const once: Rule = (_, scene) => vague('PAST_REF', scene.today);
const later: Rule = (_, scene) => vague('FUTURE_REF', scene.today);

const beside =
  (by: number): Rule =>
  (v, scene) => {
    if (scene.today === null) return hanging('XXXX-XX-XX');
    const place = v.number('WEEKDAY');
    const monday = firstDay(periodOf('week', scene.today));
    return during({ grain: 'day', n: monday + place - 1 + 7 * by });
  };

/** The weekend that it is, else the one to come or the last one. */
const weekend: Rule = (_, { today, direction }) => {
  const isNow = today !== null && weekdayOf(today) > 5;
  return away('weekend', isNow || direction() > 0 ? 0 : -1, today);
};

/** Times told from the report's day, or from the time mentioned before. */
export const relative: [string, Rule][] = [
  ['one day', oneDay],
  ['some day', later],
  ['today', days(0)],
  ['yesterday', days(-1)],
  ['tomorrow', days(1)],
  ['the? day before yesterday', days(-2)],
  ['the? day after tomorrow', days(2)],
  ['STEP day', () => null],
  ['STEP GRAIN', step],
  ['the GRAIN before last', (v, scene) => away(grain(v), -2, scene.today)],
  ['the GRAIN after next', (v, scene) => away(grain(v), 2, scene.today)],
  ['this|the current|present|ongoing GRAIN', current],
  ['early|earlier in the GRAIN', partly('START')],
  ['late|later in the GRAIN', partly('END')],
  ['this past GRAIN', (v, scene) => away(grain(v), -1, scene.today)],
  ['this|the coming GRAIN', (v, scene) => away(grain(v), 1, scene.today)],
  ['the weekend', weekend],
  ['WEEKDAY of? this week', beside(0)],
  ['WEEKDAY of? last week', beside(-1)],
  ['WEEKDAY of? next week', beside(1)],
  ['NUM UNIT|UNITS ago', ago(number)],
  ['a|an UNIT ago', ago(one)],
  ['a|an UNIT or so|two ago', ago(one)],
  ['a couple of? UNITS ago', ago(two)],
  ['a? SOME UNITS ago', ago(some)],
  ['UNITS ago', ago(some)],
  ['NUM to|or|–|- NUM UNITS ago', ago(some)],
  ['half a|an UNIT ago', ago(half)],
  ['a half -? UNIT ago', ago(half)],
  ['a quarter -? UNIT ago', ago(() => 0.25)],
  ['a|an UNIT and a half ago', ago(() => 1.5)],
  ['NUM and a half UNITS ago', ago((v) => number(v) + 0.5)],
  ['NUM UNIT|UNITS earlier|previously', from(-1, number)],
  ['a|an UNIT earlier|previously', from(-1, one)],
  ['NUM UNIT|UNITS later', from(1, number)],
  ['a|an UNIT later', from(1, one)],
  ['NUM UNITS from now|today', (v, scene) => distant(number(v), code(v), 1, null, scene.today)],
  ['a|an UNIT from now|today', (v, scene) => distant(1, code(v), 1, null, scene.today)],
  ['that GRAIN', mentioned(0)],
  ['the|that same GRAIN', mentioned(0)],
  ['the year', ofYear],
  ['the week', ofGrain('week')],
  ['the month', ofGrain('month')],
  ['the? full year', (_, scene) => yearEnding(scene) ?? away('year', 0, scene.today)],
  ['that same? SEASON|MONTH', returning(0)],
  ['the following|next SEASON|MONTH|WEEKDAY', returning(1)],
  ['the previous|preceding SEASON|MONTH|WEEKDAY', returning(-1)],
  ['the following|next GRAIN', mentioned(1)],
  ['the previous|preceding GRAIN', mentioned(-1)],
  ['the GRAIN before', mentioned(-1)],
  ['the GRAIN after', mentioned(1)],
  ['the latest|most recent? GRAIN', current],
  ["the? year -|'s|’s? end", lastDayOf('year')],
  ["the? month -|'s|’s? end", lastDayOf('month')],
  ['the? beginning|start of the GRAIN', edge('START')],
  ['the? middle of the GRAIN', edge('MID')],
  ['the? end of the GRAIN', edge('END')],
  ['now|nowadays|currently|presently', now],
  ['right now', now],
  ['current', now],
  ['at present', now],
  ['the present day', now],
  ['these days', now],
  ['recently|lately', once],
  ['more|most|very recently', once],
  ['past UNITS', once],
  ['the past', once],
  ['the near|foreseeable? future', later],
  ['near|foreseeable future', later],
  ['future UNITS', later],
  ['the near|short|immediate -? term', later],
];
