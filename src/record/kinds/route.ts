import type { RouteState, RouteValue } from '../../journal/subjects/route.ts';
import type { Kind } from './kind.ts';

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
 *
 * “Open” is never concluded: a route of which nobody states an outcome is unknown.
 */
export const route: Kind<RouteValue> = {
  check() {},
  aspect: ({ state }) => (stands.has(state) ? 'stand' : 'outcome'),
  settles: ({ state }) => courses[state] !== null,
  compare(one, other) {
    const [a, b] = [courses[one.state], courses[other.state]];
    if (a === null || b === null) return 'apart';
    return a === b ? 'agree' : 'differ';
  },
};
