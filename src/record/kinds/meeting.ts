import type { MeetingState, MeetingValue } from '../../journal/subjects/meeting.ts';
import { endOf, firstInstant } from '../../terms/when.ts';
import { claimOf } from './claim.ts';
import { turnAfter, type Kind } from './kind.ts';

/** What each state says of whether it takes place: one that is planned and one that was held do not contradict each other. */
const courses: Record<MeetingState, 'takes-place' | 'does-not'> = {
  planned: 'takes-place',
  'under-way': 'takes-place',
  held: 'takes-place',
  postponed: 'does-not',
  cancelled: 'does-not',
};

/**
 * A meeting's comparison: whether it takes place, and when where both say when.
 *
 * One whose time has passed is overdue until somebody states what came of it; of one that began, and nobody said until when it
 * lasts, nothing is known after that day.
 */
export const meeting: Kind<MeetingValue> = {
  check() {},
  times: ({ when }) => (when === null ? [] : [when]),
  aspect: () => 'meeting',
  settles: () => true,
  claim({ state, when }, zone) {
    if (when === null) return claimOf(courses[state]);
    const low = firstInstant(when.from, when.zone ?? zone).epochMilliseconds;
    const high = when.to === null ? Infinity : endOf(when, zone).epochMilliseconds - 1;
    return { says: courses[state], low, high };
  },
  turn({ state, when }, { zone }) {
    if (when === null) return null;
    if (state === 'under-way') return turnAfter(when, zone, 'overdue');
    if (state !== 'planned') return null;
    return { at: when.to === null ? endOf(when, zone, 'days') : endOf(when, zone), into: 'overdue' };
  },
};
