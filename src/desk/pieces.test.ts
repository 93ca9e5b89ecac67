import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../reading/reading.ts';
import { cut } from './pieces.ts';

const text = 'Head\n\nThe mayor said “stay at home” to 12 people.\n\nThe end.';
const stretches: Span[] = [
  { start: 0, end: 4 },
  { start: 6, end: 49 },
  { start: 51, end: 59 },
];
const under = (spans: Span[]) =>
  cut(stretches, spans).map((pieces) =>
    pieces.map(({ start, end, under }) => [text.slice(start, end), ...under.map((one) => spans.indexOf(one))]),
  );

describe('a text on the screen', () => {
  test('[E8] [E72] is the clean text itself, however spans overlap, and each piece lies in its spans or beside them', () => {
    const place = fc.integer({ min: 0, max: text.length });
    const spans = fc.array(
      fc.tuple(place, place).map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (spans) => {
        const pieces = cut(stretches, spans);
        expect(pieces.map((own) => own.map(({ start, end }) => text.slice(start, end)).join(''))).toEqual(
          stretches.map(({ start, end }) => text.slice(start, end)),
        );
        for (const { start, end, under } of pieces.flat()) {
          expect(end).toBeGreaterThan(start);
          const covering = spans.filter((span) => span.start <= start && end <= span.end);
          const touching = spans.filter((span) => span.start < end && start < span.end);
          expect(new Set(under)).toEqual(new Set(covering));
          expect(touching).toHaveLength(covering.length);
        }
      }),
    );
  });

  test('[E72] is cut where spans begin and end; the innermost comes last', () => {
    const sentence = { start: 6, end: 49 };
    const number = { start: 39, end: 41 };
    expect(under([number, sentence])[1]).toEqual([
      ['The mayor said “stay at home” to ', 1],
      ['12', 1, 0],
      [' people.', 1],
    ]);
  });

  test('[E72] a span over several stretches is in each of them; an empty one is in none', () => {
    const over = { start: 2, end: 54 };
    const nowhere = { start: 10, end: 10 };
    expect(under([over, nowhere])).toEqual([
      [['He'], ['ad', 0]],
      [
        ['The ', 0],
        ['mayor said “stay at home” to 12 people.', 0],
      ],
      [['The', 0], [' end.']],
    ]);
  });

  test('[E72] of thousands of spans over one place only the innermost are told', () => {
    const spans = Array.from({ length: 20_000 }, (_, i) => ({ start: 6, end: 7 + (i % 40) }));
    const pieces = cut(stretches, spans).flat();
    expect(Math.max(...pieces.map(({ under }) => under.length))).toBe(16);
  });
});
