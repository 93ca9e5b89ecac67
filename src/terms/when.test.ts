import { describe, expect, test } from 'vitest';
import { checkMoment, checkWhen, checkZone, firstInstant, instantAfter, type When } from './when.ts';

const refusal = (code: string) => expect.objectContaining({ code });
const when = (from: string, to: string | null = null, zone: string | null = null): When => ({
  from,
  to,
  zone,
  words: null,
});

describe('a partial date', () => {
  test.each([
    ['2024', '2023-12-31T23:00:00Z', '2024-12-31T23:00:00Z'],
    ['2024-02', '2024-01-31T23:00:00Z', '2024-02-29T23:00:00Z'],
    ['2024-09-15', '2024-09-14T22:00:00Z', '2024-09-15T22:00:00Z'],
    ['2024-09-15T06:30', '2024-09-15T04:30:00Z', '2024-09-15T04:31:00Z'],
    // The day on which summer time begins has 23 hours, the one on which it ends 25.
    ['2024-03-31', '2024-03-30T23:00:00Z', '2024-03-31T22:00:00Z'],
    ['2024-10-27', '2024-10-26T22:00:00Z', '2024-10-27T23:00:00Z'],
  ])('%s in Prague lasts from %s until %s', (date, from, until) => {
    expect(firstInstant(date, 'Europe/Prague').toString()).toBe(from);
    expect(instantAfter(date, 'Europe/Prague').toString()).toBe(until);
  });
});

describe('a time', () => {
  test.each<When>([
    when('2024'),
    when('2024-09-15', '2024-09-15'),
    when('2024-09-15T06:30', '2024-09-15', 'Europe/Prague'),
    when('2024-09', '2024-09-15'),
    when('2024-02-29'),
  ])('$from to $to can be', (time) => {
    expect(() => checkWhen(time)).not.toThrow();
  });

  test.each([
    '2023-02-29',
    '2024-13',
    '2024-09-15T25:00',
    '24-09-15',
    '2024-9-15',
    'Monday',
    '',
    '2024-09-15T06:30Z',
    '2024-09-15T06',
  ])('“%s” is not a date', (date) => {
    expect(() => checkWhen(when(date))).toThrowError(refusal('when-unreadable'));
    expect(() => checkWhen(when('2024', date))).toThrowError(refusal('when-unreadable'));
  });

  test.each([
    ['2024-09-15', '2024-09-14'],
    ['2024-09', '2024-08-31'],
    ['2024-09-15T06:30', '2024-09-15T06:29'],
  ])('%s does not end with %s', (from, to) => {
    expect(() => checkWhen(when(from, to))).toThrowError(refusal('when-reversed'));
  });

  test('a zone is named by region and city', () => {
    expect(() => checkZone('Europe/Kyiv')).not.toThrow();
    expect(() => checkZone('UTC')).not.toThrow();
    for (const zone of ['Kyiv time', '', 'Europe/Atlantis']) {
      expect(() => checkZone(zone)).toThrowError(refusal('zone-unknown'));
    }
  });

  test('a moment is in UTC, with milliseconds', () => {
    expect(() => checkMoment('2024-09-15T06:30:00.000Z')).not.toThrow();
    for (const moment of [
      '2024-09-15T06:30:00Z',
      '2024-09-15T08:30:00.000+02:00',
      '2024-09-15',
      '2024-09-31T06:30:00.000Z',
      'now',
    ]) {
      expect(() => checkMoment(moment)).toThrowError(refusal('moment-unreadable'));
    }
  });
});
