import type { RouteState, RouteValue } from '../../journal/subjects/route.ts';
import { claimOf } from './claim.ts';
import { turnAfter, type Kind } from './kind.ts';

type Course = 'goes' | 'does-not-go';

/** What each state says of how the route goes; `null` says nothing of it. */
const courses: Record<RouteState, Course | null> = {
  proposed: null,
  accepted: null,
  refused: null,
  'under-way': 'goes',
  succeeded: 'goes',
  disrupted: 'does-not-go',
  suspended: 'does-not-go',
  failed: 'does-not-go',
  'outcome-unknown': null,
};

const stands = new Set<RouteState>(['proposed', 'accepted', 'refused']);

/**
 * A route's comparison: what parties say happened on it agrees or differs; proposing, accepting and refusing are stands.
 * One with a window is expired when the window has closed.
 *
 * “Open” is never concluded: a route of which nobody states an outcome is unknown.
 */
export const route: Kind<RouteValue> = {
  check() {},
  times: ({ window }) => (window === null ? [] : [window]),
  aspect: ({ state }) => (stands.has(state) ? 'stand' : 'outcome'),
  settles: ({ state }) => courses[state] !== null,
  claim({ state }) {
    const course = courses[state];
    return course === null ? null : claimOf(course);
  },
  turn({ state, window }, { zone }) {
    const waits = stands.has(state) || state === 'under-way';
    return window === null || !waits ? null : turnAfter(window, zone, 'expired');
  },
};
