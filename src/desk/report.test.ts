import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../reading/reading.ts';
import { checkExcerpt, excerptAt } from '../terms/excerpt.ts';
import { excerptBetween, standsOnce, touchesAppeal } from './report.ts';

const text = 'Head\n\nThe mayor said “stay at home” to 12 people.\n\nGive to account 1.';
const blocks: TextBlock[] = [
  { kind: 'title', start: 0, end: 4 },
  { kind: 'paragraph', start: 6, end: 49 },
  { kind: 'appeal', start: 51, end: 69 },
];
describe('selected words', () => {
  test('[E8] are an excerpt without the white space around them', () => {
    const excerpt = excerptBetween(text, 4, 15)!;
    expect(excerpt).toMatchObject({ exact: 'The mayor', start: 6, end: 15 });
    expect(() => checkExcerpt(text, excerpt)).not.toThrow();
    expect(excerptBetween(text, 4, 6)).toBeNull();
  });

  test('[E8] that stand more than once with what is around them are not taken', () => {
    const twice = 'a '.repeat(100);
    expect(standsOnce(twice, excerptAt(twice, 80, 81))).toBe(false);
    expect(standsOnce(text, excerptAt(text, 6, 9))).toBe(true);
  });

  test('[E9] that touch an appeal are known', () => {
    expect(touchesAppeal(blocks, excerptAt(text, 40, 55))).toBe(true);
    expect(touchesAppeal(blocks, excerptAt(text, 6, 15))).toBe(false);
  });
});
