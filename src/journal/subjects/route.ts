import { z } from 'zod';
import { WhenShape } from '../times.ts';

/**
 * What a party says of a route.
 *
 * `proposed`, `accepted` and `refused` are a party's own stand towards it; `under-way`, `disrupted`, `suspended`,
 * `succeeded` and `failed` are what a party says happened on it; `outcome-unknown` is said, not inferred.
 * Source: the states of PeaceRep's humanitarian corridor data, with who says so kept apart.
 */
export const RouteState = z.enum([
  'proposed',
  'accepted',
  'refused',
  'under-way',
  'disrupted',
  'suspended',
  'succeeded',
  'failed',
  'outcome-unknown',
]);
export type RouteState = z.infer<typeof RouteState>;

/** What somebody stated of a route: its state, the reason given, how many people went as printed, and its window. */
export const RouteValue = z.strictObject({
  kind: z.literal('route'),
  state: RouteState,
  reason: z.string().trim().min(1).max(400).nullable(),
  people: z.string().trim().min(1).max(100).nullable(),
  window: WhenShape.nullable(),
});
export type RouteValue = z.infer<typeof RouteValue>;

const place = z.string().trim().min(1).max(120);

/** Which route it is: people out or aid in, from, through and to; `null` and an empty list mean that nobody said. */
export const RouteTerms = z.strictObject({
  kind: z.literal('route'),
  aim: z.enum(['people-out', 'aid-in']).nullable(),
  from: place.nullable(),
  through: z.array(place).max(20),
  to: place.nullable(),
});
export type RouteTerms = z.infer<typeof RouteTerms>;
