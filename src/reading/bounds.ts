import type { Bound } from '../journal/subjects/figure.ts';

/** Words before a number that bound it. */
export const bounds: [string[], Bound][] = (
  [
    ['at least', 'at-least'],
    ['no fewer than', 'at-least'],
    ['no less than', 'at-least'],
    ['not less than', 'at-least'],
    ['a minimum of', 'at-least'],
    ['no more than', 'at-most'],
    ['not more than', 'at-most'],
    ['a maximum of', 'at-most'],
    ['at most', 'at-most'],
    ['as many as', 'at-most'],
    ['as much as', 'at-most'],
    ['up to', 'at-most'],
    ['more than', 'more-than'],
    ['greater than', 'more-than'],
    ['well over', 'more-than'],
    ['just over', 'more-than'],
    ['in excess of', 'more-than'],
    ['upwards of', 'more-than'],
    ['over', 'more-than'],
    ['above', 'more-than'],
    ['exceeding', 'more-than'],
    ['fewer than', 'fewer-than'],
    ['less than', 'fewer-than'],
    ['just under', 'fewer-than'],
    ['under', 'fewer-than'],
    ['below', 'fewer-than'],
    ['an estimated', 'about'],
    ['close to', 'about'],
    ['about', 'about'],
    ['around', 'about'],
    ['some', 'about'],
    ['roughly', 'about'],
    ['approximately', 'about'],
    ['nearly', 'about'],
    ['almost', 'about'],
  ] as [string, Bound][]
).map(([words, bound]) => [words.split(' '), bound]);
/** Words behind a number that bound it. */
export const suffixes: [string, Bound][] = [
  ['or more', 'at-least'],
  ['or so', 'about'],
  ['or fewer', 'at-most'],
  ['or less', 'at-most'],
];

/** The ends that a printed number gives. */
export interface Ends {
  low: number | null;
  best: number | null;
  high: number | null;
}

/** Low, best and high as each bound gives them; an end that the words leave open is `null`. */
export function rangeOf(bound: Bound, value: number): Ends {
  if (bound === 'at-least' || bound === 'more-than') return { low: value, best: value, high: null };
  if (bound === 'at-most' || bound === 'fewer-than') return { low: null, best: value, high: value };
  if (bound === 'about') return { low: null, best: value, high: null };
  if (bound === 'magnitude') return { low: value, best: null, high: null };
  return { low: value, best: value, high: value };
}
