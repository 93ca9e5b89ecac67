import { describe, expect, test } from 'vitest';
import { isStoryId, numberOf } from './ids.ts';

describe('names', () => {
  test('the number of a thing stands behind its hyphen', () => {
    expect(numberOf('post-12')).toBe(12);
    expect(numberOf('statement-100000')).toBe(100_000);
  });

  test.each(['flood', 'river-flood', '2024-flood', 'a', 'a'.repeat(80)])('“%s” may name a story', (text) => {
    expect(isStoryId(text)).toBe(true);
  });

  test.each([
    '',
    'River',
    'river flood',
    '-river',
    'river-',
    'river--flood',
    'řeka',
    '../river',
    'river\n',
    'a'.repeat(81),
  ])('“%s” may not name a story', (text) => {
    expect(isStoryId(text)).toBe(false);
  });
});
