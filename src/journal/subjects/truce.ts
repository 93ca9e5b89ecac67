import { z } from 'zod';
import { WhenShape } from '../times.ts';

/**
 * What a party says of a truce.
 *
 * `announced`, `agreed` and `refused` are its own stand; `holding`, `broken` and `ended` are what it says happens.
 */
export const TruceState = z.enum(['announced', 'agreed', 'refused', 'holding', 'broken', 'ended']);
export type TruceState = z.infer<typeof TruceState>;

/** What somebody stated of a truce: its state, from when until when, and the reason given; an unknown end is `null`. */
export const TruceValue = z.strictObject({
  kind: z.literal('truce'),
  state: TruceState,
  from: WhenShape.nullable(),
  until: WhenShape.nullable(),
  reason: z.string().trim().min(1).max(400).nullable(),
});
export type TruceValue = z.infer<typeof TruceValue>;

/** Which truce it is: the places that it was announced for. */
export const TruceTerms = z.strictObject({
  kind: z.literal('truce'),
  places: z.array(z.string().trim().min(1).max(120)).min(1).max(40),
});
export type TruceTerms = z.infer<typeof TruceTerms>;
