import { partial, periodOf, timexOf, type Grain, type Period } from './calendar.ts';
import { partOf, partOfYear } from './resolve.ts';
import type { Rule, Values } from './rule.ts';
import { away, during, hanging, yearEnding, type Scene, type Sense } from './sense.ts';
import { inShortYear, inYear, yearOf } from './years.ts';

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

/**
 * A quarter of which the last day is printed: three months up to it, whatever its number.
 *
 * One that no number tells, here or before, is the one of the calendar that has most of it.
 */
const ended =
  (rule: Rule): Rule =>
  (v, scene) => {
    const isNumbered = scene.quarter !== null || v.get('Q') !== null || v.get('ORD') !== null;
    const sense = rule(v, scene);
    const end = sense?.period?.grain === 'quarter' ? scene.behind('ended', 'ending')?.period : null;
    if (!sense || end?.grain !== 'day') return sense;
    // The last day need not be that of a month: “the quarter ended 1 October”.
    const [from, middle, to] = [end.n - 75, end.n - 45, end.n - 15] as const;
    const place = sense.period!.n % 4;
    const period = isNumbered ? { ...sense.period!, n: yearOf(middle) * 4 + place } : periodOf('quarter', middle);
    return { ...sense, value: timexOf(period), period, from: partial(from, 'month'), to: partial(to, 'month') };
  };

/** A fiscal period: which months it has only the body itself knows. */
const fiscal =
  (rule: Rule): Rule =>
  (v, scene) => {
    const sense = rule(v, scene);
    return sense && { ...sense, from: null, to: null, hangs: false };
  };
const thisFiscal = fiscal((_, scene) => away('year', 0, scene.today));

const quarter: Rule = (v, scene) =>
  v.get('YEAR') === null
    ? partOfYear('quarter', v.number('Q') - 1, scene)
    : partOf(v.number('YEAR'), 'quarter', v.number('Q') - 1);

/** A quarter with which figures are compared; nothing later refers to it. */
export const compared = (quarter: Period): Sense => ({ ...during(quarter), period: null });
/** The same quarter of the year before. */
export const yearBefore = ({ grain, n }: Period): Period => ({ grain, n: n - 4 });

/** The quarter that figures are told of: the one mentioned, else the last one that is over. */
const reported: Rule = (_, scene) => {
  if (scene.quarter) return during(scene.quarter);
  return away('quarter', -1, scene.today);
};

const grain = (v: Values): Grain => v.text('GRAIN') as Grain;

/** What figures are compared with: the quarter reported or the grain named, a year before. */
const yearAgo: Rule = (v, scene) => {
  const named = v.text('GRAIN');
  if (named === 'month') return away('month', -12, scene.today);
  if (named !== '' && named !== 'quarter') return away(grain(v), -1, scene.today);
  const quarter = reported(v, scene)?.period;
  return quarter ? compared(yearBefore(quarter)) : hanging('XXXX-QX');
};

/** “The 1988 quarter” is the one in that year of which figures are told. */
const sameQuarter: Rule = (v, { quarter }) => {
  const year = v.number('YEAR');
  return quarter ? compared({ grain: 'quarter', n: year * 4 + (quarter.n % 4) }) : during({ grain: 'year', n: year });
};

const yearAgoPart: Rule = (v, scene) => {
  const { today } = scene;
  const place = v.number('ORD') - 1;
  if (today === null) return hanging(`XXXX-Q${place + 1}`);
  if (grain(v) !== 'quarter' || place > 3) return null;
  return during({ grain: 'quarter', n: (periodOf('year', today).n - 1) * 4 + place });
};

/** Quarters and halves of a year, the years of accounts, and what their figures are compared with. */
export const accounts: [string, Rule][] = [
  ['Q', ended(quarter)],
  ['Q ,|of? YEAR', quarter],
  ['YEAR Q', quarter],
  ['H YEAR', (v) => partOf(v.number('YEAR'), 'half', v.number('H') - 1)],
  ['fiscal year? YEAR', fiscal((v) => inYear(v.number('YEAR')))],
  ["fiscal year? '|’|‘ YY", fiscal(inShortYear)],
  ['the? YEAR? ORD GRAIN', ended(division)],
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
  ['the quarter', ended(reported)],
  ['the? comparable? year -? ago|earlier GRAIN|period|time', yearAgo],
  ['comparable? year -? ago|earlier', yearAgo],
  ['the? year -? ago|earlier ORD -? GRAIN', yearAgoPart],
  ['the GRAIN a year ago|earlier', yearAgo],
  ['the same|corresponding|comparable? GRAIN|period of? last year', yearAgo],
  ['the same|corresponding|comparable GRAIN|period a year ago|earlier', yearAgo],
  ["last year '|'s|’s quarter|period", yearAgo],
  ['the? YEAR quarter|period', sameQuarter],
  ['the latest|most recent? quarter|period', ended(reported)],
];
