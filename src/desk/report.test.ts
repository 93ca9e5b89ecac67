import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Suggestion, TextBlock } from '../reading/reading.ts';
import { checkExcerpt, excerptAt } from '../terms/excerpt.ts';
import { excerptBetween, standsOnce, stretches, touchesAppeal } from './report.ts';

const text = 'Head\n\nThe mayor said “stay at home” to 12 people.\n\nGive to account 1.';
const paragraph: TextBlock = { kind: 'paragraph', start: 6, end: 49 };
const blocks: TextBlock[] = [{ kind: 'title', start: 0, end: 4 }, paragraph, { kind: 'appeal', start: 51, end: 69 }];
const suggestion = (number: number, start: number, end: number, more: Partial<Suggestion> = {}): Suggestion => ({
  number,
  sort: 'quotation',
  excerpt: excerptAt(text, start, end),
  speaker: null,
  said: null,
  happened: null,
  mode: 'says',
  channel: null,
  figure: null,
  also: [],
  reader: null,
  ...more,
});

describe('the text on the screen', () => {
  test('[E8] is the clean text itself, cut wherever the suggestions are', () => {
    const place = fc.integer({ min: 0, max: text.length });
    const spans = fc.array(
      fc.tuple(place, place).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, (list) => {
        const suggestions = list.map(([start, end], i) => suggestion(i + 1, start, end));
        for (const block of blocks) {
          const parts = stretches(text, block, suggestions);
          expect(parts.map((part) => part.text).join('')).toBe(text.slice(block.start, block.end));
          for (const part of parts) expect(text.startsWith(part.text, part.start)).toBe(true);
        }
      }),
    );
  });

  test('a stretch knows its suggestions, its number and its speaker', () => {
    const quoted = suggestion(1, 22, 34, { speaker: { name: 'The mayor', role: null, start: 6, end: 15 } });
    const counted = suggestion(2, 6, 49, {
      sort: 'figure',
      figure: {
        words: '12',
        bound: 'exactly',
        low: 12,
        best: 12,
        high: 12,
        unit: null,
        what: 'people',
        start: 39,
        end: 41,
      },
    });
    const parts = stretches(text, paragraph, [quoted, counted]);
    expect(parts.find((part) => part.text.startsWith('The mayor'))).toMatchObject({
      part: 'speaker',
      suggestions: [2],
    });
    expect(parts.find((part) => part.text.includes('stay'))).toMatchObject({ suggestions: [1, 2] });
    expect(parts.find((part) => part.text === '12')).toMatchObject({ part: 'figure', suggestions: [2] });
  });
});

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
