import { padded } from './calendar.ts';
import { within } from './parts.ts';
import type { Rule, Values } from './rule.ts';
import { durationOf, incomplete, lasting } from './sense.ts';

const code = (v: Values): string => v.text('UNIT') || v.text('UNITS');
const span =
  (amount: (v: Values) => number | null, side: (v: Values) => -1 | 0 | 1 = () => 0): Rule =>
  (v, scene) =>
    lasting(amount(v), code(v), side(v), scene.today);
const number = (v: Values): number => v.number('NUM');
const one = (): number => 1;
const some = (): null => null;
/** “Two to three weeks”, “a month or two”: at least the smaller, and nobody knows how many. */
const range =
  (least: (v: Values) => number, side: (v: Values) => -1 | 0 | 1 = () => 0): Rule =>
  (v, scene) => ({
    ...lasting(null, code(v), side(v), scene.today),
    value: durationOf(least(v), code(v)),
    mod: 'EQUAL_OR_MORE',
  });
const back = (): -1 => -1;
const on = (): 1 => 1;
const none: Rule = () => null;
const every =
  (value: (v: Values) => string): Rule =>
  (v) =>
    incomplete(value(v), 'SET');

/** How long something lasts. */
export const durations: [string, Rule][] = [
  ['NUM -? UNIT|UNITS', span(number)],
  ['NUM - UNIT - long', span(number)],
  ['a|an NUM - UNIT period|term', span(number)],
  ['NUM -? UNIT|UNITS -? old', none],
  ['NUM UNITS of age', none],
  ['a|an UNIT', span(one)],
  ['a|an additional|extra UNIT', span(one)],
  ['another|additional UNIT', span(one)],
  ['another|additional NUM UNITS', span(number)],
  ['NUM more|additional|consecutive|straight|full|trading|working|business UNITS', span(number)],
  ['a|the full|whole|entire UNIT', span(one)],
  ['half a|an? -? UNIT', span(() => 0.5)],
  ['a? quarter - century', () => lasting(25, '1Y', 0, null)],
  ['a|an half -? UNIT', span(() => 0.5)],
  ['a quarter of a|an UNIT', span(() => 0.25)],
  ['three -? quarters of a|an UNIT', span(() => 0.75)],
  ['LONG', (v, scene) => lasting(1, v.text('LONG'), 0, scene.today)],
  ['all UNIT', span(one)],
  ['a|an UNIT or two', range(one)],
  ['a|an UNIT and a half', span(() => 1.5)],
  ['NUM and a half UNITS', span((v) => number(v) + 0.5)],
  ['NUM UNITS and a half', span((v) => number(v) + 0.5)],
  ['NUM FRACTION UNITS', span((v) => number(v) + v.number('FRACTION'))],
  ['a couple of? more? UNITS', (v, scene) => ({ ...lasting(2, code(v), 0, scene.today), mod: 'APPROX' })],
  ['SOME -? more? UNIT|UNITS', span(some)],
  ['a SOME more? UNITS', span(some)],
  ['a|one HUNDRED UNITS', span(() => 100)],
  ['year -? ago|earlier NUM UNITS', span(number)],
  ['the year -? ago|earlier NUM UNITS', span(number)],
  ['a? SOME of? the? UNITS', span(some)],
  ['NUM to|or|–|- NUM UNITS', range(number)],
  ['the? past|last NUM to|or|–|- NUM UNITS', range(number, back)],
  ['the? next|coming NUM to|or|–|- NUM UNITS', range(number, on)],
  ['a while', () => incomplete('PXX', 'DURATION')],
  ['some time', () => incomplete('PXX', 'DURATION')],
  ['a long time', () => incomplete('PXX', 'DURATION')],
  ['the? past|last NUM UNIT|UNITS', within(-1, span(number, back))],
  ['the? past|last SOME UNITS', span(some, back)],
  ['recent UNITS', span(some, back)],
  ['the? coming UNITS', span(some, on)],
  ['the UNITS ahead', span(some, on)],
  ['the UNITS to come', span(some, on)],
  ['recent UNITS and UNITS', span(some, back)],
  ['the? past|last couple of UNITS', span(() => 2, back)],
  ['the past|last UNIT', span(one, back)],
  ['the past|last UNITS', span(some, back)],
  ['the? next|coming NUM UNIT|UNITS', span(number, on)],
  ['the? next|coming SOME UNITS', span(some, on)],
  ['the? next|coming couple of UNITS', span(() => 2, on)],
  ['the? first|opening NUM UNITS', within(1, span(number))],
  ['the? final|closing NUM UNITS', within(-1, span(number))],
  ['the? following|previous|preceding|latest NUM UNITS', span(number)],
  ['the NUM UNITS', span(number)],
  ['the first|early|final UNITS', span(some)],
  ['UNIT|UNITS - long', span((v) => (v.get('UNIT') === null ? null : 1))],
  ['UNITS or UNITS', span(some)],
  ['UNITS', span(some)],
  ['the early hours', none],
  ['NUM UNITS a|an|per UNIT', none],
];

const seasons = ['SP', 'SU', 'FA', 'WI'];

/** What happens again and again. */
export const sets: [string, Rule][] = [
  ['OFTEN', every((v) => v.text('OFTEN'))],
  ['every|each UNIT', every((v) => `P${code(v)}`)],
  ['every SOME UNITS', every((v) => durationOf(null, code(v)))],
  ['every NUM UNITS', every((v) => durationOf(number(v), code(v)))],
  ['every other UNIT', every((v) => durationOf(2, code(v)))],
  ['every other WEEKDAY', every((v) => `XXXX-WXX-${v.number('WEEKDAY')}`)],
  ['every|each WEEKDAY', every((v) => `XXXX-WXX-${v.number('WEEKDAY')}`)],
  ['every|each WEEKDAY PART', every((v) => `XXXX-WXX-${v.number('WEEKDAY')}T${v.text('PART')}`)],
  ['WEEKDAY PARTS', every((v) => `XXXX-WXX-${v.number('WEEKDAY')}T${v.text('PARTS')}`)],
  ['every|each MONTH', every((v) => `XXXX-${padded(v.number('MONTH'), 2)}`)],
  ['every|each SEASON', every((v) => `XXXX-${seasons[v.number('SEASON')]}`)],
  ['every|each PART', every((v) => `XXXX-XX-XXT${v.text('PART')}`)],
  ['WEEKDAYS', every((v) => `XXXX-WXX-${v.number('WEEKDAYS')}`)],
  ['once|twice a|an|each|every UNIT', every((v) => `P${code(v)}`)],
  ['NUM|SOME times a|an|each|every|per UNIT', every((v) => `P${code(v)}`)],
  ['the? past|last|next|coming|following NUM|SOME SEASONS', every((v) => `XXXX-${seasons[v.number('SEASONS')]}`)],
  ['weekends', every(() => 'XXXX-WXX-WE')],
  ['per UNIT', (v, scene) => (code(v).startsWith('T') ? null : every(() => `P${code(v)}`)(v, scene))],
];
