import type { SiteValue } from '../../journal/subjects/site.ts';
import { claimOf } from './claim.ts';
import type { Kind } from './kind.ts';

/** A site's comparison: two parties differ where they give one aspect of it another degree; other aspects say nothing of it. */
export const site: Kind<SiteValue> = {
  check() {},
  times: () => [],
  aspect: ({ aspect }) => aspect,
  settles: () => true,
  claim: ({ degree }) => (degree === null ? null : claimOf(degree)),
  turn: () => null,
};
