import { describe, expect, test } from 'vitest';
import { pollAfter, retryAfter } from './pace.ts';

const now = '2024-03-05T10:00:00.000Z';
const minutes = (seconds: number) => seconds / 60;

describe('the pace of a feed', () => {
  test.each<[Parameters<typeof pollAfter>[0], number]>([
    [null, 5],
    [{ every: null, cacheControl: null }, 5],
    [{ every: 60, cacheControl: null }, 5],
    [{ every: 900, cacheControl: null }, 15],
    [{ every: 86_400, cacheControl: null }, 30],
    [{ every: null, cacheControl: 'public, max-age=600' }, 10],
    [{ every: 900, cacheControl: 'max-age=600' }, 15],
    [{ every: null, cacheControl: 'MAX-AGE="1200", must-revalidate' }, 20],
    [{ every: null, cacheControl: 's-maxage=900, max-age=99999999999999999999' }, 30],
    [{ every: null, cacheControl: 'no-cache, x-max-age=900' }, 5],
    [{ every: null, cacheControl: 'max-age='.repeat(60) }, 5],
  ])('[N82] is what it tells, from five minutes to half an hour: %j', (told, wait) => {
    expect(minutes(pollAfter(told))).toBe(wait);
  });

  test.each<[number, string | null, number]>([
    [1, null, 10],
    [2, null, 20],
    [9, null, 360],
    [1, '60', 10],
    [1, '3600', 60],
    [1, ' 7200 ', 120],
    [1, 'Tue, 05 Mar 2024 12:30:00 GMT', 150],
    [1, 'Mon, 04 Mar 2024 12:30:00 GMT', 10],
    [1, '99999999', 24 * 60],
    [9, 'Tue, 05 Mar 2034 12:30:00 GMT', 24 * 60],
    [1, 'soon', 10],
    [1, '-5', 10],
  ])('[N81] that fails is no quicker than it asks for, at most a day: %i times, %s', (failures, header, wait) => {
    expect(minutes(retryAfter(failures, header, now))).toBe(wait);
  });
});
