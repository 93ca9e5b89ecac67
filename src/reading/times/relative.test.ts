import { describe, expect, test } from 'vitest';
import { told } from '../../../test/told-times.ts';

describe('times told from another', () => {
  test.each([
    ['yesterday', '2022-03-09 [2022-03-09 – 2022-03-09]'],
    ['the day before yesterday', '2022-03-08 [2022-03-08 – 2022-03-08]'],
    ['last week', '2022-W09 [2022-02-28 – 2022-03-06]'],
    ['the week before last', '2022-W08 [2022-02-21 – 2022-02-27]'],
    ['the day after last Tuesday', '2022-03-09 [2022-03-09 – 2022-03-09]'],
    ['the day before Christmas', '2021-12-24 [2021-12-24 – 2021-12-24]'],
    ['in the same month last year', '2021-03 [2021-03 – 2021-03]'],
    ['this month', '2022-03 [2022-03 – 2022-03]'],
    ['last weekend', '2022-W09-WE [2022-03-05 – 2022-03-06]'],
    ['three days ago', '2022-03-07 [2022-03-07 – 2022-03-07]'],
    ['two months ago', '2022-01 [2022-01 – 2022-01]'],
    ['ten years ago', '2012 [2012 – 2012]'],
    ['5000 years ago', 'XXXX [? – ?]'],
    ['three hours ago', 'PT3H [2022-03-09 – 2022-03-10]'],
    ['48 hours ago', 'PT48H [2022-03-08 – 2022-03-08]'],
  ])('[R128] from the day of the report, as exactly as the words: %s', (words, value) => {
    expect(told(`The siege began ${words}.`)[0]).toContain(` = ${value}`);
  });

  test.each([
    ['days ago', 'PAST_REF [? – 2022-03-08]'],
    ['several years ago', 'PAST_REF [? – 2020]'],
    ['recently', 'PAST_REF [? – 2022-03-10]'],
  ])('[R129] “%s” has no beginning', (words, value) => {
    expect(told(`The siege began ${words}.`)[0]).toBe(`${words} = ${value}`);
  });

  test('[R129] what will be has no end, and now is the day of the report', () => {
    expect(told('We now look to the future.')).toEqual([
      'now = PRESENT_REF [2022-03-10 – 2022-03-10]',
      'the future = FUTURE_REF [2022-03-10 – ?]',
    ]);
  });

  test('[R130] the day, month or year that was mentioned', () => {
    expect(told('He left on 3 May 2019. That day it rained. Two years later he came home.').slice(1)).toEqual([
      'That day = 2019-05-03 [2019-05-03 – 2019-05-03]',
      'Two years later = 2021 [2021 – 2021]',
    ]);
    expect(told('In June 2018 she fled. She was found later that year, and wed the following month.').slice(1)).toEqual(
      ['later that year = 2018 [2018 – 2018]', 'the following month = 2018-02 [2018-02 – 2018-02]'],
    );
  });

  test('[R130] sums are compared with those of the same quarter a year before', () => {
    expect(told('Profit in the fourth quarter rose to $3 million from $2 million a year earlier.').at(-1)).toBe(
      'a year earlier = 2020-Q4 [2020-10 – 2020-12]',
    );
  });

  test('[R130] the quarter of another year is the one of which figures are told, and the latest one is over', () => {
    const text = 'Profit in the fourth quarter fell from that of the 2019 quarter. The first quarter may be worse than';
    expect(told(`${text} the latest quarter.`).slice(1)).toEqual([
      'the 2019 quarter = 2019-Q4 [2019-10 – 2019-12]',
      'The first quarter = 2022-Q1 [2022-01 – 2022-03]',
      'the latest quarter = 2021-Q4 [2021-10 – 2021-12]',
    ]);
  });

  test.each([
    ['on the last day of May 2019', '2019-05-31 [2019-05-31 – 2019-05-31]'],
    ['on the 24th of last month', '2022-02-24 [2022-02-24 – 2022-02-24]'],
    ['half a century ago', '1972 [1972 – 1972]'],
    ['a half-century ago', '1972 [1972 – 1972]'],
    ['a quarter-century ago', '1997 [1997 – 1997]'],
    ['a year and a half ago', '2020-09 [2020-09 – 2020-09]'],
    ['two and a half years ago', '2019-09 [2019-09 – 2019-09]'],
    ['6,000 years ago', 'XXXX [? – ?]'],
  ])('[R128] broken and large amounts: %s', (words, value) => {
    expect(told(`The hill was settled ${words}.`)[0]).toContain(` = ${value}`);
  });

  test('[R129] nobody counted the days between two events', () => {
    expect(told('It fell on 3 May 2019. A few days later it rose.')[1]).toBe('A few days = PXD [? – ?]');
  });

  test('[R129] some day is to come', () => {
    expect(told('It may rise some day.')).toEqual(['some day = FUTURE_REF [2022-03-10 – ?]']);
  });

  test.each([
    ['In the quarter ended July 31, 2021, sales rose.', 'the quarter = 2021-Q2 [2021-05 – 2021-07]'],
    ['In its fourth quarter ended 30 June 2021 sales rose.', 'fourth quarter = 2021-Q4 [2021-04 – 2021-06]'],
    ['In the second quarter ended 1 July 2019 sales rose.', 'the second quarter = 2019-Q2 [2019-04 – 2019-06]'],
    ['In the second quarter sales rose.', 'the second quarter = 2021-Q2 [2021-04 – 2021-06]'],
  ])('[R263] a quarter that ended on a day is the three months up to it: %s', (text, time) => {
    expect(told(text)[0]).toBe(time);
  });

  test('[R263] figures are not compared with a quarter that is still to come, nor those of nine months with a quarter', () => {
    const quarters = 'Sales rose in the third quarter of 2021. They will fall in the second quarter of 2022.';
    expect(told(`${quarters} The year-earlier quarter was worse.`).at(-1)).toContain(' = 2020-Q3 ');
    const months = 'Sales rose in the third quarter. For the nine months they fell from 3 million';
    expect(told(`${months} a year earlier.`).at(-1)).toBe('a year earlier = 2021 [2021 – 2021]');
  });

  test('[R269] a winter that lasts into the next year is the nearest one', () => {
    const winter = 'This winter the river froze.';
    expect(told(winter)).toEqual(['This winter = 2021-WI [2021 – 2022]']);
    expect(told(winter, '2021-11-20')).toEqual(['This winter = 2021-WI [2021 – 2022]']);
    expect(told('This summer the river was low.')).toEqual(['This summer = 2022-SU [2022 – 2022]']);
  });

  test('[R207] “that summer”, “the following spring”, “the next Monday”', () => {
    const text =
      'He left on 3 May 2019. That summer he fell ill; the following spring he rose. The previous March was cold.';
    expect(told(text).slice(1)).toEqual([
      'That summer = 2019-SU [2019 – 2019]',
      'the following spring = 2020-SP [2020 – 2020]',
      'The previous March = 2019-03 [2019-03 – 2019-03]',
    ]);
    expect(told('It fell in 2019, in the autumn of that year.').at(-1)).toContain(' = 2019-FA ');
    expect(told('It fell in 2019, in October of that year.').at(-1)).toBe(
      'October of that year = 2019-10 [2019-10 – 2019-10]',
    );
    expect(told('It fell on 3 May 2019 and rose the next Monday.').at(-1)).toContain('2019-05-06 ');
  });

  test('[R207] where nothing was mentioned before, nobody knows which', () => {
    expect(told('The previous day it had rained.')).toEqual(['The previous day = XXXX-XX-XX [? – ?]']);
  });
});

describe('a text that tells of years gone by', () => {
  const war = `Wars were fought in 1796, 1806, 1815, 1828, 1839, 1848, 1866 and 1870. The war of 1899 began on 11 October 1899 and ended on 31 May 1902. Tension had grown in 1895 and in October 1899: the ultimatum expired on 11 October.
    By mid-November three towns were besieged. In January new generals came. On 28 February one siege was lifted. Two days later`;
  test('[R200] goes on in the year that it has come to', () => {
    expect(
      told(`${war} the capital fell.`)
        .slice(-5)
        .map((one) => one.split(' [')[0]),
    ).toEqual([
      '11 October = 1899-10-11',
      'mid-November = 1899-11',
      'January = 1900-01',
      '28 February = 1900-02-28',
      'Two days later = 1900-03-02',
    ]);
  });

  test('[R200] one that tells of its own day does not', () => {
    const text = `${war} it was read to us. Yesterday they met; today they vote. It opened on Monday. On 28 February it rained.`;
    expect(told(text).at(-1)).toContain(' = 2022-02-28 ');
  });
});
