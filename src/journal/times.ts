import { z } from 'zod';

/** When something happened, was said or is due; see `terms/when.ts`. */
export const WhenShape = z.strictObject({
  from: z.string().max(16),
  to: z.string().max(16).nullable(),
  zone: z.string().max(64).nullable(),
  words: z.string().max(200).nullable(),
});
