import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sequence } from './sequence.ts';

type Step = { push: number } | { place: number; item: number } | { place: number; add: number };

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ push: fc.integer() }) },
    { weight: 1, arbitrary: fc.record({ place: fc.nat(), item: fc.integer() }) },
    { weight: 1, arbitrary: fc.record({ place: fc.nat(), add: fc.integer() }) },
  ),
  { maxLength: 200 },
);

function apply(list: Sequence<number>, step: Step): Sequence<number> {
  if ('push' in step) return list.push(step.push);
  if (list.length === 0) return list;
  const place = step.place % list.length;
  return 'add' in step ? list.update(place, (item) => item + step.add) : list.with(place, step.item);
}

function applyToArray(list: number[], step: Step): number[] {
  if ('push' in step) return [...list, step.push];
  if (list.length === 0) return list;
  const place = step.place % list.length;
  return list.with(place, 'add' in step ? list[place]! + step.add : step.item);
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
        expect(list.filter((item) => item % 3 === 0)).toEqual(array.filter((item) => item % 3 === 0));
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

  test('[F1] whose leaves are read when needed holds what an array would hold, after every step', () => {
    const starts = fc.constantFrom(1, 20, 32, 33, 64, 1000, 1056, 1057, 32_800, 32_801);
    fc.assert(
      fc.property(starts, steps, (start, steps) => {
        const items = Array.from({ length: start }, (_, i) => i);
        const lazy = Sequence.lazy(start, (place) => items.slice(place * 32, place * 32 + 32));
        const list = steps.reduce(apply, lazy);
        const array = steps.reduce(applyToArray, items);
        expect([...list]).toEqual(array);
        expect([...list.backwards()]).toEqual(array.toReversed());
        expect([...lazy]).toEqual(items);
        for (const place of [-1, 0, 31, 32, start - 1, array.length - 1, array.length]) {
          expect(list.at(place)).toBe(array[place]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('reads a leaf when it is first needed and no other', () => {
    const read: number[] = [];
    const list = Sequence.lazy(100_000, (place) => {
      read.push(place);
      return Array.from({ length: Math.min(32, 100_000 - place * 32) }, (_, i) => place * 32 + i);
    });
    expect(read).toEqual([]);
    expect([list.at(70), list.at(71)]).toEqual([70, 71]);
    expect(list.with(99_000, -1).at(99_000)).toBe(-1);
    expect(list.with(99_000, -1).push(5).length).toBe(100_001);
    expect(read).toEqual([2, Math.floor(99_000 / 32)]);
  });

  test('[F1] whose items are changed before they are read holds what an array would hold', () => {
    const changes = fc.array(fc.record({ place: fc.nat(39), add: fc.integer(), look: fc.boolean() }), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(changes, (changes) => {
        const read: number[] = [];
        let list = Sequence.lazyItems(40, (place) => {
          read.push(place);
          return { sum: place };
        });
        const array = Array.from({ length: 40 }, (_, i) => i);
        const looked = new Set<number>();
        for (const { place, add, look } of changes) {
          list = list.update(place, ({ sum }) => ({ sum: sum + add }));
          array[place]! += add;
          if (look) expect(list.at(place)).toEqual({ sum: array[place] });
          if (look) looked.add(place);
        }
        if (changes.length <= 64) expect(new Set(read)).toEqual(looked);
        expect(Array.from(list.passing(), ({ sum }) => sum)).toEqual(array.toReversed());
        expect([...list].map(({ sum }) => sum)).toEqual(array);
      }),
    );
  });

  test('[F1] that is changed again and again and never read can be read in the end', () => {
    let list = Sequence.lazyItems(1, () => ({ sum: 0 }));
    for (let i = 0; i < 100_000; i++) list = list.update(0, ({ sum }) => ({ sum: sum + 1 }));
    expect(list.at(0)).toEqual({ sum: 100_000 });
  });

  test('tells the leaves that an older one does not hold, and reads none that they share', () => {
    const starts = fc.constantFrom(0, 1, 20, 31, 32, 33, 64, 1000, 1055, 1056, 1057, 32_790);
    fc.assert(
      fc.property(starts, fc.boolean(), steps, (start, isLazy, steps) => {
        const items = Array.from({ length: start }, (_, i) => i);
        const lazy = Sequence.lazy(start, (place) => items.slice(place * 32, place * 32 + 32));
        const older = isLazy ? lazy : Sequence.of(...items);
        const list = steps.reduce(apply, older);
        const leaves = [...list.leavesSince(older)];
        const kept = Array.from({ length: Math.ceil(start / 32) }, (_, i) => items.slice(i * 32, i * 32 + 32));
        for (const { place, items } of leaves) kept[place] = [...items];
        expect(kept.flat()).toEqual([...list]);
        // Nothing is told twice, and nothing that no step touched.
        const touched = new Set<number>();
        let length = start;
        for (const step of steps) {
          if ('push' in step) touched.add(Math.floor(length++ / 32));
          else if (length > 0) touched.add(Math.floor((step.place % length) / 32));
        }
        const told = leaves.map(({ place }) => place);
        expect(told.toSorted((one, other) => one - other)).toEqual([...touched].toSorted((one, other) => one - other));
      }),
      { numRuns: 100 },
    );
    const whole = Sequence.of(...Array.from({ length: 100 }, (_, i) => i));
    expect([...whole.leavesSince(whole)]).toEqual([]);
  });

  test('refuses to replace what is not there', () => {
    for (const place of [-1, 2]) {
      expect(() => Sequence.of(1, 2).with(place, 0)).toThrow(RangeError);
      expect(() => Sequence.of(1, 2).update(place, (item) => item)).toThrow(RangeError);
    }
    expect(() => Sequence.empty().with(0, 0)).toThrow(RangeError);
  });

  test('equals another with the same items, and no other', () => {
    expect(Sequence.of(1, 2)).toEqual(Sequence.of(1, 2));
    expect(Sequence.of(1, 2)).not.toEqual(Sequence.of(1, 3));
    expect(Sequence.of(1, 2)).not.toEqual(Sequence.of(1, 2, 3));
  });
});
