import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkExcerpt, contextUnits, excerptAt } from './excerpt.ts';

const text = 'The river rises. The mayor says: “300 have left 🌊.” The river rises. Nobody is hurt.';
const refusal = (code: string) => expect.objectContaining({ code });

describe('an excerpt', () => {
  test('given a place in a text, then it holds the exact words and what stands around them', () => {
    const start = text.indexOf('300');
    expect(excerptAt(text, start, start + 3)).toEqual({
      exact: '300',
      prefix: text.slice(start - contextUnits, start),
      suffix: text.slice(start + 3, start + 3 + contextUnits),
      start,
      end: start + 3,
    });
    expect(excerptAt(text, 0, 3)).toMatchObject({ exact: 'The', prefix: '' });
  });

  test('given any place in a text without repetition, then it is found there', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x9fff }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(distinct, fc.nat(), fc.nat(), (units, from, length) => {
        const words = String.fromCharCode(...units);
        const start = from % words.length;
        checkExcerpt(words, excerptAt(words, start, start + 1 + (length % (words.length - start))));
      }),
    );
  });

  test('given words that stand twice, when what stands around them tells which, then they are found', () => {
    const second = text.lastIndexOf('The river rises.');
    expect(() => checkExcerpt(text, excerptAt(text, second, second + 16))).not.toThrow();
  });

  test('given words that stand twice, when nothing tells which, then they are refused', () => {
    const bare = { exact: 'The river rises.', prefix: '', suffix: '', start: 0, end: 16 };
    expect(() => checkExcerpt(text, bare)).toThrowError(refusal('excerpt-ambiguous'));
    expect(() => checkExcerpt('aaa', { ...bare, exact: 'aa', end: 2 })).toThrowError(refusal('excerpt-ambiguous'));
  });

  test('given changed words, another place or no words, then it is refused', () => {
    const right = excerptAt(text, 17, 26);
    checkExcerpt(text, right);
    expect(() => checkExcerpt(text, { ...right, exact: 'The major' })).toThrowError(refusal('excerpt-not-found'));
    expect(() => checkExcerpt(text, { ...right, start: 18, end: 27 })).toThrowError(refusal('excerpt-misplaced'));
    expect(() => checkExcerpt(text, { ...right, end: 27 })).toThrowError(refusal('excerpt-misplaced'));
    expect(() => checkExcerpt(text, { ...right, exact: ' \n' })).toThrowError(refusal('excerpt-empty'));
  });

  test('places count UTF-16 units, so that a wave counts two', () => {
    const start = text.indexOf('🌊');
    expect(excerptAt(text, start, start + 2).exact).toBe('🌊');
  });
});
