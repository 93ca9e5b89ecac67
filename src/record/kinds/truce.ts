import type { TruceState, TruceValue } from '../../journal/subjects/truce.ts';
import { checkOrder, endOf } from '../../terms/when.ts';
import { claimOf } from './claim.ts';
import { turnAfter, type Kind } from './kind.ts';

type Course = 'holds' | 'does-not-hold';

/** What each state says of whether the truce holds; `null` says nothing of it. */
const courses: Record<TruceState, Course | null> = {
  announced: null,
  agreed: null,
  refused: null,
  holding: 'holds',
  broken: 'does-not-hold',
  ended: 'does-not-hold',
};

/**
 * A truce's comparison: one party says that it holds and another that it is broken.
 *
 * That it was announced is a fact about the announcement, and outdated by time: with a known end it expires then; an
 * unknown end stays unknown, and the truce lapses to unknown after the last day that its words name.
 */
export const truce: Kind<TruceValue> = {
  check: ({ from, until }, zone) => checkOrder(from, until, zone),
  times: ({ from, until }) => [from, until].filter((when) => when !== null),
  aspect: ({ state }) => (courses[state] === null ? 'stand' : 'course'),
  settles: ({ state }) => state !== 'refused',
  claim: ({ state }) => claimOf(courses[state] ?? 'stand'),
  turn({ state, from, until }, { since, zone }) {
    if (courses[state] === 'does-not-hold' || state === 'refused') return null;
    if (until !== null) return turnAfter(until, zone, 'expired');
    return { at: endOf(courses[state] === 'holds' ? since() : (from ?? since()), zone, 'days'), into: 'lapsed' };
  },
};
