import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FoundTime } from '../reading.ts';
import { sentencesOf } from '../sentences.ts';
import { timesIn } from './times.ts';
import { processorTime } from '../../../test/processor-time.ts';

/** A Thursday. */
const day = '2022-03-10';
const read = (text: string, anchor: string | null = day): FoundTime[] =>
  timesIn(text, sentencesOf(text, { start: 0, end: text.length }, []), anchor);
/** Each time as its words, its value and its ends. */
const told = (text: string, anchor: string | null = day): string[] =>
  read(text, anchor).map(({ words, value, from, to }) => `${words} = ${value} [${from ?? '?'} – ${to ?? '?'}]`);
const only = (text: string, anchor: string | null = day): FoundTime => {
  const times = read(text, anchor);
  expect(times).toHaveLength(1);
  return times[0]!;
};

describe('where a time stands', () => {
  const piece = fc.constantFrom(
    ...'on Tuesday , 8 March 2022 10.30am GMT two - year s ago the last week ’ s end of May “ ” . 1990s mid past Friday night a quarter nineteen ninety six hundred 2022-03-08T29:99 2022-03-08T09:59Z 9999-00 9999-12-31 01/02/0000 8.3.22 ’22 24 9999 years century from now 0001 07 / : March 8 \n\n'.split(
      ' ',
    ),
    ' ',
    'é',
    '👍',
  );
  test('[R120] each equals the text at its place, in order, and none overlaps another', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, spaced) => {
        const text = pieces.join(spaced ? ' ' : '');
        let end = 0;
        for (const time of read(text)) {
          expect(text.slice(time.start, time.end)).toBe(time.words);
          expect(time.start).toBeGreaterThanOrEqual(end);
          expect(time.end).toBeGreaterThan(time.start);
          if (time.from !== null && time.to !== null) expect(time.from.slice(0, 4) <= time.to.slice(0, 4)).toBe(true);
          for (const end of [time.from, time.to])
            expect(end ?? '2022').toMatch(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/);
          expect(`${time.value}${time.from}${time.to}`).not.toMatch(/NaN|undefined|Infinity/);
          end = time.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('[R121] without the day of the report nothing is guessed, and whole dates stay', () => {
    expect(told('They met yesterday, on Friday and on 3 March.', null)).toEqual([
      'yesterday = XXXX-XX-XX [? – ?]',
      'Friday = XXXX-WXX-5 [? – ?]',
      '3 March = XXXX-03-03 [? – ?]',
    ]);
    expect(told('It opened on 3 March 2019 and closed last year.', 'spring')).toEqual([
      '3 March 2019 = 2019-03-03 [2019-03-03 – 2019-03-03]',
      'last year = XXXX [? – ?]',
    ]);
  });
});

test.each(['2022-03-10', '2022-03-10T09:00:00+02:00', 'Thu, 10 Mar 2022 09:00:00 GMT', 'March 10, 2022 at 9am'])(
  '[R121] the day of the report can be printed as %s',
  (anchor) => {
    expect(only('He left yesterday.', anchor).from).toBe('2022-03-09');
  },
);

describe('dates', () => {
  test.each([
    ['on March 8, 2022', '2022-03-08 [2022-03-08 – 2022-03-08]'],
    ['on the 8th of March 2022', '2022-03-08 [2022-03-08 – 2022-03-08]'],
    ['on 2022-03-08', '2022-03-08 [2022-03-08 – 2022-03-08]'],
    ['at 2022-03-08T14:05Z', '2022-03-08T14:05 [2022-03-08T14:05 – 2022-03-08T14:05]'],
    ['on 25/12/2021', '2021-12-25 [2021-12-25 – 2021-12-25]'],
    ['on 03/04/2021', '2021-XX-XX [2021 – 2021]'],
    ['in August 2019', '2019-08 [2019-08 – 2019-08]'],
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
  ])('[R123] without its year: %s', (text, value) => {
    expect(read(text).at(-1)!.value).toBe(value);
  });

  test.each([
    ['The convoy left on Tuesday.', '2022-03-08'],
    ['The council met Thursday.', '2022-03-10'],
    ['Talks on Friday in the capital', '2022-03-11'],
    ['The envoys will meet on Tuesday.', '2022-03-15'],
    ['The road is to open on Monday.', '2022-03-14'],
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
    ['in the 19th century', '18 [1800 – 1899]'],
  ])('[R125] longer stretches: %s', (words, value) => {
    expect(told(`Prices fell ${words}.`, '2022-01-20')[0]).toContain(` = ${value}`);
  });
});

describe('times of the day', () => {
  test.each([
    ['at 10.30am', '2022-03-10T10:30', null],
    ['at 7 p.m. on Tuesday', '2022-03-08T19:00', null],
    ['at 0735 GMT', '2022-03-10T07:35', 'Etc/GMT'],
    ['at 5 p.m. EST, March 3', '2022-03-03T17:00', 'Etc/GMT+5'],
    ['at 9am IST', '2022-03-10T09:00', null],
    ['at noon Wednesday', '2022-03-09T12:00', null],
    ['at 5.30 in the morning', '2022-03-10T05:30', null],
    ['at three in the afternoon on Tuesday', '2022-03-08T15:00', null],
    ['at eleven o’clock in the evening', '2022-03-10T23:00', null],
    ['at 11 at night', '2022-03-10T23:00', null],
    ['at 2 at night', '2022-03-10T02:00', null],
    ['at 6am local time', '2022-03-10T06:00', null],
  ])('[R126] to the minute that is printed, in the zone that is named: %s', (words, value, zone) => {
    const time = only(`The shelling began ${words}.`);
    expect(time).toMatchObject({ type: 'TIME', value, from: value, to: value, zone });
  });

  test('[R126] a minute is of the day that its sentence mentions before it', () => {
    expect(told('On Tuesday the guns fell silent at 6am.').at(-1)).toContain(' = 2022-03-08T06:00 ');
  });

  test('[R126] a number before a part of a day is an hour only behind a word such as “at”', () => {
    expect(told('The blast killed three in the morning.')).toEqual([
      'the morning = 2022-03-10TMO [2022-03-10 – 2022-03-10]',
    ]);
  });

  test('[R126] five o’clock is twelve hours from itself: nobody said which', () => {
    expect(told('It rang at five o’clock.')).toEqual(['five o’clock = XXXX-XX-XXT05:00 [? – ?]']);
  });

  test.each([
    ['this morning', '2022-03-10TMO [2022-03-10 – 2022-03-10]'],
    ['yesterday evening', '2022-03-09TEV [2022-03-09 – 2022-03-09]'],
    ['at mid-afternoon yesterday', '2022-03-09TAF [2022-03-09 – 2022-03-09]'],
    ['in the early hours of Tuesday morning', '2022-03-08TMO [2022-03-08 – 2022-03-08]'],
    ['early Tuesday morning', '2022-03-08TMO [2022-03-08 – 2022-03-08]'],
    ['on Tuesday night', '2022-03-08TNI [2022-03-08 – 2022-03-09]'],
    ['overnight', '2022-03-09TNI [2022-03-09 – 2022-03-10]'],
  ])('[R127] a part of a day is its day; a night ends on the next: %s', (words, value) => {
    expect(told(`The shelling began ${words}.`)[0]).toContain(` = ${value}`);
  });
});

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
});

describe('how long and how often', () => {
  test.each([
    ['for two and a half years', 'two and a half years = P2Y6M [? – ?]'],
    ['for half an hour', 'half an hour = PT30M [? – ?]'],
    ['for a quarter of an hour', 'a quarter of an hour = PT15M [? – ?]'],
    ['in a two-day truce', 'two-day = P2D [? – ?]'],
    ['for several weeks', 'several weeks = PXW [? – ?]'],
    ['for the past four days', 'the past four days = P4D [2022-03-06 – 2022-03-10]'],
    ['in the last week', 'the last week = P1W [2022-03-03 – 2022-03-10]'],
    ['over the past two years', 'the past two years = P2Y [2020 – 2022-03-10]'],
    ['within the next 48 hours', 'the next 48 hours = PT48H [2022-03-10 – 2022-03-12]'],
    ['over the next ten days', 'the next ten days = P10D [2022-03-10 – 2022-03-20]'],
    ['for two to three weeks', 'two to three weeks = PXW [? – ?]'],
    ['in recent weeks', 'recent weeks = PXW [? – 2022-03-10]'],
    ['in recent weeks and months', 'recent weeks and months = PXW [? – 2022-03-10]'],
    ['for twenty four hours', 'twenty four hours = PT24H [? – ?]'],
  ])('[R131] %s', (words, time) => {
    expect(told(`The guns were silent ${words}.`)).toEqual([time]);
  });

  test('[R131] what will last so long is not the last', () => {
    expect(told('The truce is to begin and last 48 hours.')).toEqual(['48 hours = PT48H [? – ?]']);
  });

  test('[R137] a year that ends on some day is a year long, and not one of the calendar', () => {
    expect(told('Profit rose in the year ended March 31.')[0]).toBe('the year = P1Y [? – ?]');
    expect(told('Profit rose in the year.')[0]).toBe('the year = 2022 [2022 – 2022]');
  });

  test.each([
    ['every Tuesday', 'XXXX-WXX-2'],
    ['on Tuesday nights', 'XXXX-WXX-2TNI'],
    ['every two weeks', 'P2W'],
    ['annually', 'P1Y'],
    ['on Sundays', 'XXXX-WXX-7'],
    ['every morning', 'XXXX-XX-XXTMO'],
    ['twice a week', 'P1W'],
  ])('[R132] what happens again and again has no stretch of its own: %s', (words, value) => {
    expect(only(`The ferry sails ${words}.`)).toMatchObject({ type: 'SET', value, from: null, to: null });
  });
});

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
  ])('[R133] words that bend it: %s', (text, words, mod) => {
    expect(only(text)).toMatchObject({ words, mod });
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
  ])('[R134] looks like a time and is none: %s', (text) => {
    expect(read(text).filter((time) => !time.words.includes('-long'))).toEqual([]);
  });

  test('[R135] a month or day in small letters counts where the word means nothing else', () => {
    expect(told('see you on friday or in april').map((line) => line.split(' ')[0])).toEqual(['friday', 'april']);
  });
});

test('[R138] the time grows with the length of the text', () => {
  const rows = ['the the the ', 'two hundred and ', 'March ', '- ', 'a year ago earlier ', 'Monday, ', '1998 ', '’s '];
  for (const row of rows) {
    const text = row.repeat(Math.ceil(100_000 / row.length));
    const sentences = sentencesOf(text, { start: 0, end: text.length }, []);
    const start = processorTime();
    timesIn(text, sentences, day);
    expect(processorTime() - start).toBeLessThan(2000);
  }
});
