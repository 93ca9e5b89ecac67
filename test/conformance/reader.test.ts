import { describe, expect, test } from 'vitest';
import { step, type Reader, type ReaderEvent } from '../../src/live/reader.ts';
import { frameOf, readerCases, type ReaderCase, type ShortEvent } from './cases.ts';

const readerOf = (before: ReaderCase['before']): Reader => {
  const revision = before.revision ?? 7;
  const fresh = { revision, heard: revision, ended: false, streaming: before.state === 'live', holds: true };
  return { ...fresh, ...before };
};

const eventOf = (event: ShortEvent): ReaderEvent =>
  'frame' in event ? { ...event, frame: frameOf(event.frame) } : event;

describe.each(readerCases())('a reader: $file', ({ cases }) => {
  test.each(cases)('[$rule] $says', ({ before, steps }) => {
    let reader = readerOf(before);
    for (const [i, { event, effects, after }] of steps.entries()) {
      const happened = eventOf(event);
      const [next, done] = step(reader, happened);
      const frame = 'frame' in happened ? { frame: happened.frame } : {};
      const expected = effects.map((effect) => (effect.kind === 'apply' ? { ...effect, ...frame } : effect));
      expect([i, done]).toEqual([i, expected]);
      expect([i, next]).toMatchObject([i, after]);
      reader = next;
    }
  });
});
