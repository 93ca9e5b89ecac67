import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Lanes } from './lanes.ts';

test('[N94] work runs a few at a time in the order in which it came, also where some of it fails', async () => {
  const lanes = new Lanes(2);
  const began: number[] = [];
  let [running, most] = [0, 0];
  const all = Array.from({ length: 7 }, (_, i) =>
    lanes.run(async () => {
      began.push(i);
      most = Math.max(most, ++running);
      await setTimeout(1);
      running--;
      if (i % 2 === 1) throw new Error(String(i));
      return i;
    }),
  );
  const ends = await Promise.allSettled(all);
  expect(ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))).toEqual([0, 2, 4, 6]);
  expect([began, most]).toEqual([[0, 1, 2, 3, 4, 5, 6], 2]);
  expect(await lanes.run(async () => 'free again')).toBe('free again');
});
