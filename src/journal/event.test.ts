import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Event } from './event.ts';
import { digest, schemaVersion } from './revision.ts';

/** The hash of the events' shapes as each version wrote them. A released version's line is never changed. */
const shapes: Record<number, string> = {
  1: '8dbdd8beb7c94493144f395d08389f89562d9cb58a8d4ad2b1b78d90213bb8f4',
  2: '51f4a7acad6718bc5e2dcdad538f05be3591ad68e7bb1089b6fab3d7fa6479b4',
  3: 'f53c9964c7a0919fb8de25113ce7986e24c835288b11705f33301b885dd79d73',
};

describe('the events', () => {
  test('[J26] their shapes are those of the schema version', () => {
    const shape = digest(JSON.stringify(z.toJSONSchema(Event)));
    if (shapes[schemaVersion] === shape) return;
    expect.fail(
      `The shape of the events has changed (its hash is now ${shape}). Raise schemaVersion in src/journal/revision.ts, ` +
        'say there what changed, keep reading what older versions wrote, and add a line here.',
    );
  });

  test('[J26] what the schema does not know is refused', () => {
    const opened = { kind: 'story-opened', title: 'Flood', summary: null, language: 'en', zone: 'UTC' };
    expect(Event.safeParse(opened).success).toBe(true);
    expect(Event.safeParse({ ...opened, mood: 'tense' }).success).toBe(false);
    expect(Event.safeParse({ ...opened, kind: 'story-paused' }).success).toBe(false);
    expect(Event.safeParse({ kind: 'post-pinned', post: 'post-0' }).success).toBe(false);
    expect(Event.safeParse({ kind: 'post-pinned', post: 'statement-1' }).success).toBe(false);
  });
});
