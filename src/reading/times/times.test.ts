import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { day, only, read, told } from '../../../test/told-times.ts';
import { sentencesOf } from '../sentences.ts';
import { timesIn } from './times.ts';

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

  test('[R202] what has no stretch only for want of that day says so', () => {
    const text =
      'They met yesterday, at 10 a.m. on Friday and last May. It lasted two days, recently. That day, 3 May 2019, five o’clock.';
    expect(read(text, null).map(({ words, unanchored }) => [words, unanchored])).toEqual([
      ['yesterday', true],
      ['10 a.m. on Friday', true],
      ['last May', true],
      ['two days', false],
      ['recently', true],
      ['That day', true],
      ['3 May 2019', false],
      ['five o’clock', false],
    ]);
    expect(read(text).some(({ unanchored }) => unanchored)).toBe(false);
  });

  test('[R202] the day of the report changes no other time', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        const known = new Map(read(text).map((time) => [time.start, time]));
        for (const time of read(text, null)) {
          if (!time.unanchored) expect(known.get(time.start)).toEqual(time);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test.each(['2022-03-10', '2022-03-10T09:00:00+02:00', 'Thu, 10 Mar 2022 09:00:00 GMT', 'March 10, 2022 at 9am'])(
  '[R121] the day of the report can be printed as %s',
  (anchor) => {
    expect(only('He left yesterday.', anchor).from).toBe('2022-03-09');
  },
);
test('[R138] the time grows with the length of the text', () => {
  const rows = ['the the the ', 'two hundred and ', 'March ', '- ', 'a year ago earlier ', 'Monday, ', '1998 ', '’s '];
  for (const row of rows) {
    const text = row.repeat(Math.ceil(100_000 / row.length));
    const sentences = sentencesOf(text, { start: 0, end: text.length });
    const start = processorTime();
    timesIn(text, sentences, day);
    expect(processorTime() - start).toBeLessThan(2000);
  }
});
