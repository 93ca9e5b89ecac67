import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEdtf, toEdtf } from './edtf.ts';
import { endOf, firstInstant, type When } from './when.ts';

const when = (from: string, to: string | null = from, zone: string | null = null): When => ({
  from,
  to,
  zone,
  words: null,
});
const refusal = (code: string) => expect.objectContaining({ code });

describe('a time in EDTF', () => {
  test.each<[When, string]>([
    [when('2022'), '2022'],
    [when('2022-03'), '2022-03'],
    [when('2022-03-08'), '2022-03-08'],
    [when('2022-03-08', '2022-03-09'), '2022-03-08/2022-03-09'],
    [when('2022-03', '2022-03-09'), '2022-03/2022-03-09'],
    [when('2022-03-08', null), '2022-03-08/'],
    [when('2022-03-08T14:05'), '2022-03-08T14:05'],
    [when('2022-03-08T14:05', null), '2022-03-08T14:05/'],
  ])('$0 is $1, both ways', (time, text) => {
    expect(toEdtf(time)).toBe(text);
    expect(fromEdtf(text)).toEqual(time);
  });

  test('a minute has the offset of its zone on that day', () => {
    expect(toEdtf(when('2022-03-08T14:05', '2022-03-08T16:00', 'Europe/Kyiv'))).toBe(
      '2022-03-08T14:05+02:00/2022-03-08T16:00+02:00',
    );
    expect(toEdtf(when('2022-07-08T14:05', '2022-07-08T14:05', 'Europe/Kyiv'))).toBe('2022-07-08T14:05+03:00');
    expect(toEdtf(when('2022-03-08', '2022-03-08', 'Europe/Kyiv'))).toBe('2022-03-08');
  });

  test.each<[string, When]>([
    ['2022-03-08/..', when('2022-03-08', null)],
    ['2022-03-XX', when('2022-03')],
    ['2022-XX-XX', when('2022')],
    ['2022-XX', when('2022')],
    ['2022-03-08T14:05:33Z', when('2022-03-08T14:05', '2022-03-08T14:05', 'UTC')],
    ['2022-03-08T14:05:33.123+02:00', when('2022-03-08T12:05', '2022-03-08T12:05', 'UTC')],
    ['2022-03-08T14:05:00', when('2022-03-08T14:05')],
    ['2022-03-08T14:05:00Z/2022-03-08T18:05:00+02:00', when('2022-03-08T14:05', '2022-03-08T16:05', 'UTC')],
  ])('%s is read as well', (text, time) => {
    expect(fromEdtf(text)).toEqual(time);
  });

  test.each([
    '',
    '/',
    '/2022',
    '../2022',
    '2022/2023/2024',
    '2022-21',
    '2022-XX-08',
    '2022-03T14:05:00',
    '2022-02-30',
    '2022?',
    '2022-03~',
    '201X',
    'Y17000',
    '-0044',
    '2022-03-08T25:00:00',
    '2022-03-08T14:05:00Z/2022-03-08T16:05:00',
    '2022-03-08T14:05:00Z/2022-03-09',
    '2022-03-08T14:05:00+25:00',
    '8 March 2022',
  ])('“%s” is refused: a time cannot hold it', (text) => {
    expect(() => fromEdtf(text)).toThrowError(refusal('when-unreadable'));
  });

  test('one that ends before it starts is refused', () => {
    expect(() => fromEdtf('2022-03-08/2022-03-07')).toThrowError(refusal('when-reversed'));
  });

  const dates = fc
    .tuple(
      fc.integer({ min: 1600, max: 2400 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: 1439 }),
    )
    .chain(([year, month, day, minute]) => {
      const two = (number: number) => String(number).padStart(2, '0');
      const whole = `${year}-${two(month)}-${two(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
      return fc.constantFrom(4, 7, 10, 16).map((length) => whole.slice(0, length));
    });
  const times = fc
    .tuple(dates, fc.option(dates), fc.boolean())
    .map(([one, other, alone]): When => {
      if (alone || other === null) return when(one, alone ? one : null);
      const [from, to] = [one, other].toSorted();
      return when(from!, to);
    })
    .filter(({ from, to }) => to === null || to >= from.slice(0, to.length));

  test('given any time without a zone, when it is written and read, then it is the same', () => {
    fc.assert(
      fc.property(times, (time) => {
        expect(fromEdtf(toEdtf(time))).toEqual(time);
      }),
    );
  });

  test('given any time with a zone, when it is written and read, then minutes are the same instants', () => {
    const zones = fc.constantFrom('Europe/Prague', 'America/Winnipeg', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        fc.pre(date.includes('T') && date >= '1972');
        // A minute that clocks skip is read as the one they showed instead.
        const time = when(date, date, zone);
        const read = fromEdtf(toEdtf(time));
        const start = firstInstant(read.from, read.zone!);
        fc.pre(start.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }) === date);
        expect(start.equals(firstInstant(date, zone))).toBe(true);
        expect(endOf(read, 'UTC').equals(endOf(time, 'UTC'))).toBe(true);
      }),
    );
  });
});
