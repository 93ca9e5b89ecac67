import { z } from 'zod';

/** What of a place is spoken of. */
export const SiteAspect = z.enum([
  'power',
  'water',
  'heating',
  'communications',
  'supplies',
  'access',
  'damage',
  'encirclement',
  'fire',
  'flooding',
  'radiation-safety',
]);
export type SiteAspect = z.infer<typeof SiteAspect>;

/** How bad it is: `fine` (there, safe, undamaged, free), `impaired` (less, partly), `lost` (gone, destroyed, cut off). */
export const SiteDegree = z.enum(['fine', 'impaired', 'lost']);
export type SiteDegree = z.infer<typeof SiteDegree>;

/** The condition of a place as somebody stated it, in the words printed; `degree` is `null` where they do not say. */
export const SiteValue = z.strictObject({
  kind: z.literal('site'),
  aspect: SiteAspect,
  degree: SiteDegree.nullable(),
  words: z.string().trim().min(1).max(300),
});
export type SiteValue = z.infer<typeof SiteValue>;

const line = z.string().trim().min(1).max(120);

/** Which place it is, and what stands there. */
export const SiteTerms = z.strictObject({ kind: z.literal('site'), place: line, what: line.nullable() });
export type SiteTerms = z.infer<typeof SiteTerms>;
