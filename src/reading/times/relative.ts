import { firstDay, lastDay, periodOf, weekdayOf, type Grain, type Period } from './calendar.ts';
import { around } from './resolve.ts';
import type { Rule, Values } from './rule.ts';
import { away, distant, during, incomplete, lasting, vague, yearEnding, type Mod, type Sense } from './sense.ts';

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

/** A quarter with which figures are compared; nothing later refers to it. */
const compared = (quarter: Period): Sense => ({ ...during(quarter), period: null });
const yearBefore = ({ grain, n }: Period): Period => ({ grain, n: n - 4 });

const number = (v: Values): number => v.number('NUM');
const one = (): number => 1;
const two = (): number => 2;
const some = (): null => null;

/** The one mentioned before, or beside it. */
const mentioned =
  (by: number): Rule =>
  (v, scene) => {
    const period = around(grain(v), scene);
    return period ? during({ grain: period.grain, n: period.n + by }) : null;
  };

/** The quarter that figures are told of: the one mentioned, else the last one that is over. */
const reported: Rule = (_, scene) => {
  if (scene.quarter) return during(scene.quarter);
  return away('quarter', -1, scene.today);
};

/** The latest quarter is over. */
const latest: Rule = (v, scene) => {
  const { quarter, today } = scene;
  return quarter && today !== null && lastDay(quarter) > today ? away('quarter', -1, today) : reported(v, scene);
};

const ofYear: Rule = (_, scene) => {
  const ending = yearEnding(scene);
  if (ending) return ending;
  const period = around('year', scene);
  return period ? during(period) : away('year', 0, scene.today);
};

/** What figures are compared with: the quarter reported or the grain named, a year before. */
const yearAgo: Rule = (v, scene) => {
  const named = v.text('GRAIN');
  if (named === 'month') return away('month', -12, scene.today);
  if (named !== '' && named !== 'quarter') return away(grain(v), -1, scene.today);
  const quarter = reported(v, scene)?.period;
  return quarter ? compared(yearBefore(quarter)) : incomplete('XXXX-QX');
};

/** “The 1988 quarter” is the one in that year of which figures are told. */
const sameQuarter: Rule = (v, { quarter }) => {
  const year = v.number('YEAR');
  return quarter ? compared({ grain: 'quarter', n: year * 4 + (quarter.n % 4) }) : during({ grain: 'year', n: year });
};

const yearAgoPart: Rule = (v, scene) => {
  const { today } = scene;
  const place = v.number('ORD') - 1;
  if (today === null) return incomplete(`XXXX-Q${place + 1}`);
  if (grain(v) !== 'quarter' || place > 3) return null;
  return during({ grain: 'quarter', n: (periodOf('year', today).n - 1) * 4 + place });
};

/** The end of a period, as a day. */
const lastDayOf =
  (grain: Grain, by: (v: Values) => number): Rule =>
  (v, scene) => {
    if (scene.today === null) return incomplete('XXXX-XX-XX');
    return during({ grain: 'day', n: lastDay({ grain, n: periodOf(grain, scene.today).n + by(v) }) });
  };

const now: Rule = (_, scene) => vague('PRESENT_REF', scene.today);
const once: Rule = (_, scene) => vague('PAST_REF', scene.today);
const later: Rule = (_, scene) => vague('FUTURE_REF', scene.today);

const beside =
  (by: number): Rule =>
  (v, scene) => {
    if (scene.today === null) return incomplete('XXXX-XX-XX');
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
  ['SOME UNITS earlier|previously', from(-1, some)],
  ['NUM UNIT|UNITS earlier|previously', from(-1, number)],
  ['a|an UNIT earlier|previously', from(-1, one)],
  ['SOME UNITS later', from(1, some)],
  ['NUM UNIT|UNITS later', from(1, number)],
  ['a|an UNIT later', from(1, one)],
  ['NUM UNITS from now|today', (v, scene) => distant(number(v), code(v), 1, null, scene.today)],
  ['a|an UNIT from now|today', (v, scene) => distant(1, code(v), 1, null, scene.today)],
  ['that GRAIN', mentioned(0)],
  ['the|that same GRAIN', mentioned(0)],
  ['the quarter', reported],
  ['the year', ofYear],
  ['the? full year', (_, scene) => yearEnding(scene) ?? away('year', 0, scene.today)],
  ['the following|next GRAIN', mentioned(1)],
  ['the previous|preceding GRAIN', mentioned(-1)],
  ['the GRAIN before', mentioned(-1)],
  ['the GRAIN after', mentioned(1)],
  ['the? comparable? year -? ago|earlier GRAIN|period|time?', yearAgo],
  ['the? year -? ago|earlier ORD -? GRAIN', yearAgoPart],
  ['the GRAIN a year ago|earlier', yearAgo],
  ['the same|corresponding|comparable? GRAIN|period of? last year', yearAgo],
  ['the same|corresponding|comparable GRAIN|period a year ago|earlier', yearAgo],
  ["last year '|'s|’s quarter|period", yearAgo],
  ['the? YEAR quarter|period', sameQuarter],
  ['the latest|most recent? quarter|period', latest],
  ['the latest|most recent? GRAIN', current],
  ["the? year -|'s|’s end", lastDayOf('year', () => 0)],
  ["the? month -|'s|’s end", lastDayOf('month', () => 0)],
  ['the? end of the year', (_, scene) => ({ ...away('year', 0, scene.today), mod: 'END' })],
  ['the? end of the month', (_, scene) => ({ ...away('month', 0, scene.today), mod: 'END' })],
  ['now|nowadays|currently|presently', now],
  ['right now', now],
  ['at present', now],
  ['these days', now],
  ['recently|lately', once],
  ['more|most|very recently', once],
  ['past UNITS', once],
  ['the past', once],
  ['the near|foreseeable? future', later],
  ['near|foreseeable future', later],
  ['future UNITS', later],
  ['the near|short|immediate -? term', later],
  ['the? coming UNITS', later],
];
