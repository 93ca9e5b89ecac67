import type { AppealValue } from '../../journal/subjects/appeal.ts';
import { Refusal } from '../../terms/refusal.ts';
import { checkOrder, endOf } from '../../terms/when.ts';
import { claimOf } from './claim.ts';
import type { Kind } from './kind.ts';

/** Numbers long enough to be paid into: eight digits or more in a row, or a sort code; an IBAN. */
const payable = /(?:\d[ -]?){8,}|\b\d{2}-\d{2}-\d{2}\b|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,}/i;

/** An address of the web alone; it may hold any number. Not whatever parses as one: “account: 12345678” does. */
const webAddress = /^https?:\/\/\S+$/i;

/** An appeal's comparison: its charity's number is the same or not; it expires with its last day. Account numbers are refused. */
export const appeal: Kind<AppealValue> = {
  check({ charity, from, until, ways }) {
    checkOrder(from, until);
    for (const words of [charity, ...ways.map(({ address }) => address)]) {
      if (words !== null && !webAddress.test(words) && payable.test(words)) throw new Refusal('payment-in-report', {});
    }
  },
  times: ({ from, until }) => [from, until].filter((when) => when !== null),
  aspect: () => 'appeal',
  settles: () => true,
  claim: ({ charityNumber }) => (charityNumber === null ? null : claimOf(charityNumber)),
  turn: ({ until }, { zone }) => (until === null ? null : { at: endOf(until, zone), into: 'expired' }),
};
