import { describe, expect, test } from 'vitest';
import { draftOfWhen, isReadable, noTime, whenOf } from './when-draft.ts';

describe('a time', () => {
  test.each([
    { from: '2022-03', to: '2022-03', zone: null, words: null },
    { from: '2022-03-08T14:05', to: '2022-03-09', zone: 'Europe/Prague', words: 'since Tuesday' },
    { from: '2022', to: null, zone: null, words: 'for now' },
    null,
  ])('[E20] of the record comes back from its form as it was', (when) => {
    expect(whenOf(draftOfWhen(when))).toEqual(when);
  });

  test('[E11] keeps the precision it was typed with', () => {
    expect(whenOf(noTime)).toBeNull();
    expect(whenOf({ ...noTime, from: ' 2022-03 ' })).toEqual({
      from: '2022-03',
      to: '2022-03',
      zone: null,
      words: null,
    });
    expect(
      whenOf({ from: '2022-03-08T14:05', end: 'until', to: '2022-03-09', words: 'since Tuesday', zone: 'Europe/Kyiv' }),
    ).toEqual({
      from: '2022-03-08T14:05',
      to: '2022-03-09',
      zone: 'Europe/Kyiv',
      words: 'since Tuesday',
    });
    expect(whenOf({ ...noTime, from: '2022', end: 'unknown', to: '2023' })).toMatchObject({ to: null });
  });

  test.each(['2022', '2022-03', '2022-02-28', '2024-02-29', '2022-03-08T14:05'])('%s is a date', (from) => {
    expect(isReadable({ ...noTime, from })).toBe(true);
  });

  test.each(['22', '2022-13', '2022-02-29', '2022-03-08T25:00', 'Monday', '2022-3-8'])('%s is none', (from) => {
    expect(isReadable({ ...noTime, from })).toBe(false);
  });
});
