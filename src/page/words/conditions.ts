import type { GivingWay } from '../../journal/subjects/appeal.ts';
import type { Bound } from '../../journal/subjects/figure.ts';
import type { SiteAspect, SiteDegree } from '../../journal/subjects/site.ts';
import { html, type Html } from '../html.ts';

type End = string | null;

/** A number, and the ends of its range where both are given: “150, from 100 to 200”. */
function ranged(low: End, best: End, high: End): string {
  if (low === null || high === null || low === high) return best ?? low ?? high ?? '';
  return best === null ? `${low} to ${high}` : `${best}, from ${low} to ${high}`;
}

const upTo = (high: End) => (high === null ? '' : `, up to ${high}`);

const bounds: Record<Bound, (low: End, best: End, high: End) => string> = {
  exactly: ranged,
  about: (low, best, high) => `about ${ranged(low, best, high)}`,
  'at-least': (low, best, high) => `at least ${low ?? best}${upTo(high)}`,
  'more-than': (low, best, high) => `more than ${low ?? best}${upTo(high)}`,
  'at-most': (low, best, high) => `${low === null ? '' : `${low} to `}at most ${high ?? best}`,
  'fewer-than': (low, best, high) => `${low === null ? '' : `${low} or more, `}fewer than ${high ?? best}`,
  between: (low, best, high) => `from ${low ?? best} to ${high ?? best}`,
  magnitude: (low, best, high) => `at least ${low ?? best}${upTo(high)}`,
};

/** Our words for figures. */
export const figure = {
  bounds,
  cumulative: 'in total',
  notCumulative: 'not added up',
  whereUnknown: 'place not stated',
  periodUnknown: 'period not stated',
};

const supplied = { fine: 'there', impaired: 'partly there', lost: 'gone' };

const degrees: Record<SiteAspect, Record<SiteDegree, string>> = {
  power: supplied,
  water: supplied,
  heating: supplied,
  communications: supplied,
  supplies: supplied,
  access: { fine: 'free', impaired: 'impaired', lost: 'cut off' },
  damage: { fine: 'undamaged', impaired: 'damaged', lost: 'destroyed' },
  encirclement: { fine: 'not surrounded', impaired: 'partly surrounded', lost: 'surrounded' },
  fire: { fine: 'no fire', impaired: 'fire in part', lost: 'lost to fire' },
  flooding: { fine: 'not flooded', impaired: 'partly flooded', lost: 'flooded' },
  'radiation-safety': { fine: 'safe', impaired: 'impaired', lost: 'not safe' },
};

const aspects: Record<SiteAspect, string> = {
  power: 'power',
  water: 'water',
  heating: 'heating',
  communications: 'communications',
  supplies: 'supplies',
  access: 'access',
  damage: 'damage',
  encirclement: 'encirclement',
  fire: 'fire',
  flooding: 'flooding',
  'radiation-safety': 'radiation safety',
};

/** Our words for sites. */
export const site = { aspects, degrees, degreeUnknown: 'degree not stated' };

const means: Record<GivingWay['means'], string> = {
  online: 'online',
  'bank-transfer': 'bank transfer',
  cheque: 'cheque',
  card: 'card',
  cash: 'cash',
  goods: 'goods',
};

/** Our words for appeals. */
export const appeal = {
  beneficiary: (whom: Html): Html => html`For ${whom}`,
  charityUnknown: 'charity not stated',
  number: (number: Html): Html => html`charity number ${number}`,
  numberUnknown: 'charity number not stated',
  from: (when: Html): Html => html`valid from ${when}`,
  until: (when: Html): Html => html`valid until ${when}`,
  untilUnknown: 'end not stated',
  notConfirmed: 'as printed, not confirmed',
  ways: 'Ways to give',
  noWays: 'Ways to give: not stated',
  countryUnknown: 'country not stated',
  means,
  addressMissing: 'address missing in the report',
  notShown: '[number not shown: not confirmed]',
  expired: (when: Html): Html => html`Expired: valid until ${when}`,
  payTo: (payee: Html): Html => html`Pay to ${payee}`,
  confirmed: (time: Html): Html => html`confirmed by a second person on ${time}`,
  beingChecked: 'Payment details are being checked: nothing can be paid into them yet.',
  noLongerValid: 'Payment details given here before are no longer valid.',
};
