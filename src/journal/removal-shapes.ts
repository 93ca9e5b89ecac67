import { z } from 'zod';

/** On what ground something was taken down: by law, for somebody's safety or privacy, or for somebody's rights in it. */
export const Ground = z.enum(['law', 'safety', 'privacy', 'rights']);
export type Ground = z.infer<typeof Ground>;

/** What stands in the place of a text that was taken down: when, by which revision, and on what ground. */
export const Tombstone = z.strictObject({
  revision: z.int().positive(),
  at: z.string(),
  ground: Ground,
});
export type Tombstone = z.infer<typeof Tombstone>;
