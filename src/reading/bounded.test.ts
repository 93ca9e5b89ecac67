import { expect, it } from 'vitest';
import { read } from './read.ts';

const reading = (text: string) => read(new TextEncoder().encode(text), { contentType: null, fileName: null });

it('[R273] of a report made to be large so much is kept, and a note says how much is not', () => {
  const text = 'Ann Lee said on 5 May 2031 that the bridge over the river was closed.\n\n'.repeat(3000);
  const found = reading(text);
  expect([found.times.length, found.attributions.length]).toEqual([2000, 2000]);
  expect(found.repeats[0]).toHaveLength(100);
  expect(found.proposed?.places).toHaveLength(100);
  expect(found.notes).toContainEqual({
    code: 'reading-limited',
    message: 'The report is very long; of what was found in it were left out: 1000 times, 1000 attributions.',
  });
  expect(JSON.stringify(found).length).toBeLessThan(10 * text.length);
});

it('[R273] a report of ordinary length has no such note', () => {
  expect(reading('Ann Lee said on 5 May 2031 that the bridge was closed.').notes).toEqual([]);
});

it('[R273] the excerpts of all suggestions together are bounded', () => {
  const sentence = (n: number) =>
    `${Array.from({ length: 70 }, (_, i) => `${n}${i + 11} houses on a long and winding road of the town`).join(', ')} were lost.`;
  const text = Array.from({ length: 60 }, (_, i) => sentence(i + 1)).join('\n\n');
  const { suggestions, notes } = reading(text);
  const size = suggestions.reduce((sum, { excerpt }) => sum + excerpt.exact.length, 0);
  expect(size).toBeLessThan(1_010_000);
  expect(notes.map(({ code }) => code)).toContain('suggestions-limited');
});

it('[R273] what has more than 50,000 lines is refused', () => {
  expect(() => reading('a\n\n'.repeat(50_001))).toThrow(expect.objectContaining({ code: 'report-too-long' }));
});
