import type { AppealValue } from '../../journal/subjects/appeal.ts';
import { Refusal } from '../../terms/refusal.ts';
import { checkOrder } from '../../terms/when.ts';
import { claimOf } from './claim.ts';
import { turnAfter, type Kind } from './kind.ts';
import { holdsAccount, holdsPayable } from './payable.ts';

/** An appeal's comparison: its charity's number is the same or not; it expires with its last day. Account numbers are refused. */
export const appeal: Kind<AppealValue> = {
  check({ charity, charityNumber, from, until, ways }, zone) {
    checkOrder(from, until, zone);
    const words = [charity, ...ways.flatMap(({ country, address }) => [country, address])];
    const isPayable = words.some((text) => text !== null && holdsPayable(text));
    if (isPayable || (charityNumber !== null && holdsAccount(charityNumber)))
      throw new Refusal('payment-in-report', {});
  },
  times: ({ from, until }) => [from, until].filter((when) => when !== null),
  aspect: () => 'appeal',
  settles: () => true,
  claim: ({ charityNumber }) => (charityNumber === null ? null : claimOf(charityNumber)),
  turn: ({ until }, { zone }) => until && turnAfter(until, zone, 'expired'),
};
