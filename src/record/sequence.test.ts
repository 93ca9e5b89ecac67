import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sequence } from './sequence.ts';

type Step = { push: number } | { place: number; item: number };

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ push: fc.integer() }) },
    { weight: 1, arbitrary: fc.record({ place: fc.nat(), item: fc.integer() }) },
  ),
  { maxLength: 200 },
);

function apply(list: Sequence<number>, step: Step): Sequence<number> {
  if ('push' in step) return list.push(step.push);
  return list.length === 0 ? list : list.with(step.place % list.length, step.item);
}

function applyToArray(list: number[], step: Step): number[] {
  if ('push' in step) return [...list, step.push];
  return list.length === 0 ? list : list.with(step.place % list.length, step.item);
}

describe('a sequence', () => {
  test('[F1] holds what an array would hold, after every step and at every length', () => {
    // Lengths around the widths of one, two and three levels: 32, 1,056 and 32,800.
    const starts = fc.constantFrom(0, 20, 1000, 1040, 32_700);
    fc.assert(
      fc.property(starts, steps, (start, steps) => {
        const items = Array.from({ length: start }, (_, i) => i);
        const list = steps.reduce(apply, Sequence.of(...items));
        const array = steps.reduce(applyToArray, items);
        expect([...list]).toEqual(array);
        expect([...list.backwards()]).toEqual(array.toReversed());
        expect(list).toHaveLength(array.length);
        expect(list.at(array.length)).toBeUndefined();
        expect(list.at(-1)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('[F1] stays as it was when another is made from it', () => {
    fc.assert(
      fc.property(steps, (steps) => {
        let list = Sequence.empty<number>();
        const before: [Sequence<number>, number[]][] = [];
        for (const step of steps) {
          before.push([list, [...list]]);
          list = apply(list, step);
        }
        for (const [old, items] of before) expect([...old]).toEqual(items);
      }),
    );
  });

  test('refuses to replace what is not there', () => {
    for (const place of [-1, 2]) expect(() => Sequence.of(1, 2).with(place, 0)).toThrow(RangeError);
    expect(() => Sequence.empty().with(0, 0)).toThrow(RangeError);
  });

  test('equals another with the same items, and no other', () => {
    expect(Sequence.of(1, 2)).toEqual(Sequence.of(1, 2));
    expect(Sequence.of(1, 2)).not.toEqual(Sequence.of(1, 3));
    expect(Sequence.of(1, 2)).not.toEqual(Sequence.of(1, 2, 3));
  });
});
