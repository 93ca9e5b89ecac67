import { describe, expect, test } from 'vitest';
import { read, told } from '../../../test/told-times.ts';

describe('dates', () => {
  test.each([
    ['on March 8, 2022', '2022-03-08 [2022-03-08 – 2022-03-08]'],
    ['on the 8th of March 2022', '2022-03-08 [2022-03-08 – 2022-03-08]'],
    ['on 2022-03-08', '2022-03-08 [2022-03-08 – 2022-03-08]'],
    ['at 2022-03-08T14:05Z', '2022-03-08T14:05 [2022-03-08T14:05 – 2022-03-08T14:05]'],
    ['on 25/12/2021', '2021-12-25 [2021-12-25 – 2021-12-25]'],
    ['on 03/04/2021', '2021-XX-XX [2021 – 2021]'],
    ['in August 2019', '2019-08 [2019-08 – 2019-08]'],
    ['from 7-9 March 2022', '2022-03-07/2022-03-09 [2022-03-07 – 2022-03-09]'],
    ['from 7–9 March 2022', '2022-03-07/2022-03-09 [2022-03-07 – 2022-03-09]'],
    ['from 7 to 9 March 2022', '2022-03-07/2022-03-09 [2022-03-07 – 2022-03-09]'],
    ['in 1998-99', '1998 [1998 – 1999]'],
    ['in May ’19', '2019-05 [2019-05 – 2019-05]'],
    ['on 25.12.21', '2021-12-25 [2021-12-25 – 2021-12-25]'],
    ['in nineteen ninety-six', '1996 [1996 – 1996]'],
    ['on the second Tuesday of May 2021', '2021-05-11 [2021-05-11 – 2021-05-11]'],
  ])('[R122] %s', (words, value) => {
    expect(told(`The dam was opened ${words}.`)[0]).toContain(` = ${value}`);
  });

  test.each([
    ['The bridge fell on 20 December.', '2021-12-20'],
    ['The bridge will open on 2 April.', '2022-04-02'],
    ['Talks were held in November.', '2021-11'],
    ['The ferry will run until 1 February.', '2023-02-01'],
    ['Accounts for the year ended Jan. 31 were late.', '2022-01-31'],
    ['They signed it last March.', '2021-03'],
    ['In May, after long talks, the council closed it.', '2021-05'],
    ['It had been expected to expire on 15 June.', '2021-06-15'],
    ['It shut on Good Friday.', '2022-04-15'],
    ['She will succeed him on 20 June.', '2022-06-20'],
    ['It broke this past autumn.', '2021-FA'],
    ['On Saturday, 5 March, it rained.', '2022-03-05'],
    ['It shut on Christmas Day.', '2021-12-25'],
    ['From May to December the road was shut.', '2021-12'],
    ['We’ll see it open in October.', '2022-10'],
    ['It won’t open before October.', '2022-10'],
    ['It didn’t open in December.', '2021-12'],
    ['The bridge reopened in May.', '2021-05'],
    ['The bridge reopens in May.', '2022-05'],
    ['The vote is in November.', '2022-11'],
  ])('[R123] without its year: %s', (text, value) => {
    expect(read(text).at(-1)!.value).toBe(value);
  });

  test.each([
    ['The convoy left on Tuesday.', '2022-03-08'],
    ['The council met Thursday.', '2022-03-10'],
    ['Talks on Friday in the capital', '2022-03-11'],
    ['The envoys will meet on Tuesday.', '2022-03-15'],
    ['The road is to open on Monday.', '2022-03-14'],
    ['The vote will be held on Monday.', '2022-03-14'],
    ['The road is to be formally opened on Monday.', '2022-03-14'],
    ['The vote was to be held on Monday.', '2022-03-07'],
    ['Lind could not be reached on Monday.', '2022-03-07'],
    ['The truce begins on Saturday and ends on Sunday.', '2022-03-13'],
    ['The law takes effect on Monday.', '2022-03-14'],
    ['The deadline is Monday.', '2022-03-14'],
    ['The deadline was Monday.', '2022-03-07'],
    ['Schools will remain closed from Monday.', '2022-03-14'],
    ['It is shut for two days, starting at noon on Monday.', '2022-03-14T12:00'],
    ['Lind has to answer on Monday.', '2022-03-14'],
    ['Lind is visiting on Monday.', '2022-03-14'],
    ['Police are investigating a fire on Monday.', '2022-03-07'],
    ['Both sides met ahead of Sunday’s vote.', '2022-03-13'],
    ['By Monday 40 people had left.', '2022-03-07'],
    ['By Monday 40 people will have left.', '2022-03-14'],
    ['The gate could be shut on Monday.', '2022-03-14'],
    ['He has until Saturday to answer.', '2022-03-12'],
    ['They came last Thursday.', '2022-03-03'],
    ['They come next Thursday.', '2022-03-17'],
    ['The mayor said on Monday the gates would open on Friday.', '2022-03-11'],
    ['The truce agreed on Sunday broke.', '2022-03-06'],
    ['They agreed to meet on Sunday.', '2022-03-13'],
    ['They will not open until Monday.', '2022-03-14'],
    ['They did not open until Monday.', '2022-03-07'],
    ['Until Monday, the gates had never opened.', '2022-03-07'],
  ])('[R124] days of the week by the tense of their clause: %s', (text, value) => {
    expect(read(text).at(-1)!.value).toBe(value);
  });

  test.each([
    ['in the third quarter of 2021', '2021-Q3 [2021-07 – 2021-09]'],
    ['in the first half of 2020', '2020-H1 [2020-01 – 2020-06]'],
    ['in the first half of last year', '2021-H1 [2021-01 – 2021-06]'],
    ['in the last half of 2020', '2020-H2 [2020-07 – 2020-12]'],
    ['in this year’s second quarter', '2022-Q2 [2022-04 – 2022-06]'],
    ['in Easter week', '2021-W13 [2021-03-29 – 2021-04-04]'],
    ['last winter', '2020-WI [2020 – 2021]'],
    ['in the summer of 2019', '2019-SU [2019 – 2019]'],
    ['in fiscal 2021', '2021 [? – ?]'],
    ['in the 1980s', '198 [1980 – 1989]'],
    ['in the 1980’s', '198 [1980 – 1989]'],
    ['in the 19th century', '18 [1800 – 1899]'],
  ])('[R125] longer stretches: %s', (words, value) => {
    expect(told(`Prices fell ${words}.`, '2022-01-20')[0]).toContain(` = ${value}`);
  });
});

describe('years', () => {
  test.each([
    ['in 490 BC', '490 BC = BC0490 [? – ?]'],
    ['in AD 70', 'AD 70 = 0070 [0070 – 0070]'],
    ['in the 3rd century BC', 'the 3rd century BC = BC02 [? – ?]'],
  ])('[R203] with their era: %s', (words, time) => {
    expect(told(`The temple fell ${words}.`)).toEqual([time]);
  });

  test.each([
    ['in the winter of 1941–42', 'the winter of 1941–42 = 1941-WI [1941 – 1942]'],
    ['in 1914–18', '1914–18 = 1914 [1914 – 1918]'],
    ['in 1914-18', '1914-18 = 1914 [1914 – 1918]'],
    ['in the second half of May 1940', 'the second half of May 1940 = 1940-05 [1940-05 – 1940-05]'],
    ['in the last week of May 1940', 'the last week of May 1940 = 1940-05 [1940-05 – 1940-05]'],
    ['in the month of May 1940', 'the month of May 1940 = 1940-05 [1940-05 – 1940-05]'],
  ])('[R125] more than one of them, and parts: %s', (words, time) => {
    expect(told(`The dam held ${words}.`)).toEqual([time]);
  });

  test.each([
    ['It rained from 1 September to 6 October 1939.', ['1939-09-01', '1939-10-06']],
    ['It rained between December and 3 March 1940.', ['1939-12', '1940-03-03']],
    ['It rained in spring and summer 2019.', ['2019-SP', '2019-SU']],
  ])('[R201] a date has the year of the one that it is joined to: %s', (text, values) => {
    expect(read(text).map(({ value }) => value)).toEqual(values);
  });
});

describe('occasions', () => {
  // 9 March 2022 was a Wednesday.
  test.each([
    ['Lind has landed in Oslo for talks on Thursday.', '2022-03-10'],
    ['Lind has arrived in Oslo ahead of a summit with Holm on Monday.', '2022-03-14'],
    ['Lind is in Oslo for the funeral of the king on Saturday.', '2022-03-12'],
    ['Lind flew to Oslo for a meeting on Friday.', '2022-03-11'],
    ['Lind flew to Oslo for a meeting on Monday.', '2022-03-07'],
    ['Lind was arrested for theft on Thursday.', '2022-03-03'],
    ['Lind argued for the bill at a session on Thursday.', '2022-03-03'],
  ])('[R237] what somebody has come for is still to come: %s', (text, value) => {
    expect(read(text, '2022-03-09').map((time) => time.value)).toEqual([value]);
  });
});

test.each([
  ['on 3 and 4 May 2021', ['2021-05-03', '2021-05-04']],
  ['on May 3 and 4', ['2022-05-03', '2022-05-04']],
  ['on May 3 or 4 in Arden', ['2022-05-03', '2022-05-04']],
  ['on May 3 and 4, 2021', ['2021-05-03/2021-05-04']],
  ['on May 3 and 12 people came', ['2022-05-03']],
  ['on 30 and 31 February', []],
])('[R265] a day has its month in common with the one beside it: %s', (words, values) => {
  expect(read(`The fair will be held ${words}.`).map(({ value }) => value)).toEqual(values);
});

test('[R265] without the day of the report the year of both is missing', () => {
  expect(told('It fell on 3 and 4 May.', null)).toEqual(['3 = XXXX-05-03 [? – ?]', '4 May = XXXX-05-04 [? – ?]']);
});

describe('holidays', () => {
  test.each([
    ['Thanksgiving Day 2019', '2019-11-28'],
    ['Christmas Eve', '2021-12-24'],
    ['Orthodox Christmas', '2022-01-07'],
    ['Orthodox Easter 2022', '2022-04-24'],
    ['Ash Wednesday', '2022-03-02'],
    ['Memorial Day 2021', '2021-05-31'],
    ['May Day 2021', '2021-05-01'],
    ['Valentine’s Day', '2022-02-14'],
  ])('[R204] %s', (words, value) => {
    expect(told(`It was closed on ${words}.`)).toEqual([`${words} = ${value} [${value} – ${value}]`]);
  });

  test('[R204] one of no known year shows by its number where it has one', () => {
    expect(told('It was closed on Christmas Day and Good Friday.', null)).toEqual([
      'Christmas Day = XXXX-12-25 [? – ?]',
      'Good Friday = XXXX-XX-XX [? – ?]',
    ]);
  });
});
