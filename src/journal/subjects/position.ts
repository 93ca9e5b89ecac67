import { z } from 'zod';

/** Where a party stands on an issue. */
export const Stand = z.enum(['demands', 'offers', 'accepts', 'accepts-if', 'open-to', 'refuses']);
export type Stand = z.infer<typeof Stand>;

/** A party's position: its stand, what exactly, and on what condition; as printed. */
export const PositionValue = z.strictObject({
  kind: z.literal('position'),
  stand: Stand,
  what: z.string().trim().min(1).max(400),
  condition: z.string().trim().min(1).max(400).nullable(),
});
export type PositionValue = z.infer<typeof PositionValue>;

/** The issue that positions are taken on; its name says it. */
export const PositionTerms = z.strictObject({ kind: z.literal('position') });
export type PositionTerms = z.infer<typeof PositionTerms>;
