import { expect, test } from 'vitest';
import { actionOf, singleKeys } from './keys.ts';

test('[E10] no key means two things in one place', () => {
  for (const place of ['report', 'stream'] as const) {
    const keys = singleKeys
      .filter((key) => key.place === place || key.place === 'everywhere')
      .flatMap((key) => key.keys);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('a key means what it means where it is pressed', () => {
  expect(actionOf('j', 'report')).toBe('next');
  expect(actionOf('J', 'stream')).toBe('next');
  expect(actionOf('p', 'stream')).toBe('pin');
  expect(actionOf('p', 'report')).toBeNull();
  expect(actionOf('Enter', 'report')).toBe('accept');
  expect(actionOf('Enter', 'stream')).toBeNull();
  expect(actionOf('?', 'report')).toBe('keys');
});
