import type { Mode } from '../../journal/statement.ts';
import type { MeetingState } from '../../journal/subjects/meeting.ts';
import type { Stand as PositionStand } from '../../journal/subjects/position.ts';
import type { RouteState, RouteTerms } from '../../journal/subjects/route.ts';
import type { TruceState } from '../../journal/subjects/truce.ts';
import { html, type Content, type Html } from '../html.ts';
import { modes, stand, towardsIt, type Stand } from './modes.ts';

const proposed = towardsIt('proposed', 'proposing', 'propose', {
  offers: 'offered it',
  demands: 'demanded it',
  refuses: 'refused it as proposed',
});
const refused = towardsIt('refused', 'refusing', 'refuse', {
  refuses: 'refused it',
  demands: 'demanded that it be refused',
});

const stands = {
  proposed,
  accepted: towardsIt('accepted', 'accepting', 'accept', { demands: 'demanded that it be accepted' }),
  refused,
};

const aims: Record<NonNullable<RouteTerms['aim']>, string> = { 'people-out': 'People out', 'aid-in': 'Aid in' };

/** Our words for routes. */
export const route = {
  aims,
  aimUnknown: 'aim not stated',
  way: (from: Html | null, through: Content, to: Html | null): Html =>
    html`from ${from ?? 'a place not stated'}${through && html` through ${through}`} to ${to ?? 'a place not stated'}`,
  announced: (parties: Content): Html => html`Announced by ${parties}`,
  corridor: (parties: Content): Html => html`Corridor, agreed by ${parties}`,
  stands: stands satisfies Partial<Record<RouteState, Stand>>,
  courses: {
    'under-way': 'under way',
    disrupted: 'disrupted',
    suspended: 'suspended',
    succeeded: 'succeeded',
    failed: 'failed',
    'outcome-unknown': 'outcome unknown',
  } satisfies Record<Exclude<RouteState, keyof typeof stands>, string>,
  window: (when: Html): Html => html`window: ${when}`,
  people: (printed: Html): Html => html`people: ${printed}`,
  expired: (when: Html): Html => html`Expired: its window was ${when}, no outcome recorded`,
};

const truceStands = {
  announced: towardsIt('announced', 'announcing', 'announce', { offers: 'offered it', demands: 'demanded it' }),
  agreed: towardsIt('agreed to', 'agreeing to', 'agree to', { demands: 'demanded that it be agreed' }),
  refused,
};

/** Our words for truces. */
export const truce = {
  places: (places: Content): Html => html`For ${places}`,
  stands: truceStands satisfies Partial<Record<TruceState, Stand>>,
  courses: { holding: 'it holds', broken: 'it is broken', ended: 'it has ended' } satisfies Record<
    Exclude<TruceState, keyof typeof truceStands>,
    string
  >,
  from: (when: Html): Html => html`from ${when}`,
  until: (when: Html): Html => html`until ${when}`,
  startUnknown: 'start not stated',
  endUnknown: 'end not stated',
  expired: (when: Html): Html => html`Expired: stated until ${when}, nothing recorded since`,
  lapsedAnnounced: (when: Html): Html => html`Unknown: announced for ${when}, no end stated, nothing recorded since`,
  lapsedAgreed: (when: Html): Html => html`Unknown: agreed for ${when}, no end stated, nothing recorded since`,
  lapsedHolding: (when: Html): Html => html`Unknown: said to hold on ${when}, no end stated, nothing recorded since`,
};

const arranging = new Set<Mode>(['announces', 'offers', 'demands', 'forecasts']);

/** Our words for meetings. */
export const meeting = {
  level: (level: Html): Html => html`level: ${level}`,
  levelUnknown: 'level not stated',
  mediator: (who: Html): Html => html`mediated by ${who}`,
  mediatorUnknown: 'mediator not stated',
  where: (place: Html): Html => html`in ${place}`,
  whereUnknown: 'place not stated',
  planned: (mode: Mode, when: Content, own: boolean): Html =>
    own && arranging.has(mode)
      ? html`<b>${modes[mode]} it</b> for ${when}`
      : html`${modes[mode]}: <b>planned</b> for ${when}`,
  timeUnknown: 'a time not stated',
  states: {
    'under-way': 'under way',
    held: 'held',
    postponed: 'postponed',
    cancelled: 'cancelled',
  } satisfies Record<Exclude<MeetingState, 'planned'>, string>,
  dated: (state: Html, when: Html): Html => html`${state}, ${when}`,
  outcome: (printed: Html): Html => html`outcome: ${printed}`,
  overdue: (when: Html, oneDay: boolean): Html =>
    html`Overdue: was due ${oneDay ? 'on ' : null}${when}, no outcome recorded`,
};

const positionStands: Record<PositionStand, Stand> = {
  demands: stand('demanded', 'demanding', 'demand', { demands: 'demanded' }),
  offers: stand('offered', 'offering', 'offer', { offers: 'offered' }),
  accepts: stand('accepted', 'accepting', 'accept'),
  'accepts-if': stand('accepted on a condition', 'accepting on a condition', 'accept on a condition'),
  'open-to': stand('was open to', 'being open to', 'be open to'),
  refuses: stand('refused', 'refusing', 'refuse', { refuses: 'refused' }),
};

/** Our words for positions. */
export const position = {
  stands: positionStands,
  condition: (printed: Html): Html => html`condition: ${printed}`,
  conditionUnknown: 'condition not stated',
};
