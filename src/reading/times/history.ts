import { dateOf } from './calendar.ts';
import type { TimeToken } from './tokens.ts';
import type { Meaning } from './words.ts';

/** Words that count from the day of the report, beside days of the week and its own year. */
const near = new Set('today yesterday tomorrow tonight ago'.split(' '));
/** So many years gone by are printed at least, and so many of them for each word that counts from the report's day. */
const [least, share] = [8, 12];

/** Whether a text tells of years gone by and not of its own day, as the history of a war does. */
export function isHistory(sentences: readonly (readonly TimeToken[])[], today: number): boolean {
  const { year } = dateOf(today);
  const isPast = ([symbol, value]: Meaning): boolean => symbol === 'YEAR' && Number(value) < year - 1;
  const isRecent = (meaning: Meaning): boolean =>
    meaning[0] === 'WEEKDAY' || (meaning[0] === 'YEAR' && !isPast(meaning));
  const past = count(sentences, ({ meanings }) => meanings.some(isPast));
  if (past < least) return false;
  const recent = count(sentences, ({ lower, meanings }) => near.has(lower) || meanings.some(isRecent));
  return past >= recent * share;
}

function count(sentences: readonly (readonly TimeToken[])[], isOne: (token: TimeToken) => boolean): number {
  let n = 0;
  for (const tokens of sentences) for (const token of tokens) if (isOne(token)) n++;
  return n;
}
