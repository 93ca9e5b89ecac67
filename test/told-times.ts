import { expect } from 'vitest';
import type { FoundTime } from '../src/reading/reading.ts';
import { sentencesOf } from '../src/reading/sentences.ts';
import { timesIn } from '../src/reading/times/times.ts';

/** The day of the reports that tests read: a Thursday. */
export const day = '2022-03-10';
/** The times of a text. */
export const read = (text: string, anchor: string | null = day): FoundTime[] =>
  timesIn(text, sentencesOf(text, { start: 0, end: text.length }), anchor);
/** Each time as its words, its value and its ends. */
export const told = (text: string, anchor: string | null = day): string[] =>
  read(text, anchor).map(({ words, value, from, to }) => `${words} = ${value} [${from ?? '?'} – ${to ?? '?'}]`);
/** The only time of a text. */
export const only = (text: string, anchor: string | null = day): FoundTime => {
  const times = read(text, anchor);
  expect(times).toHaveLength(1);
  return times[0]!;
};
