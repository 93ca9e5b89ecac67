import { endOf, type When } from '../../terms/when.ts';
import type { Claim } from './claim.ts';

/**
 * What time makes of a statement that nobody withdrew.
 *
 * `expired`: what it says was to last until then. `overdue`: what it says was due then, and nobody states an outcome.
 * `lapsed`: it named no end, so that it is not known whether it still holds.
 */
export type Outdated = 'expired' | 'overdue' | 'lapsed';

/** When and into what time turns a statement. */
export interface Turn {
  at: Temporal.Instant;
  into: Outdated;
}

/** The turn of what is over when a time is: at its end, or, where nobody said when it ends, unknown after the day it began. */
export function turnAfter(when: When, zone: string, into: Outdated): Turn {
  return when.to === null ? { at: endOf(when, zone, 'days'), into: 'lapsed' } : { at: endOf(when, zone), into };
}

/** What a turn is reckoned from: when the statement was said, where that is known, and else when it was recorded. */
export interface Reckoning {
  since: () => When;
  /** The story's zone, for times whose own zone nobody said. */
  zone: string;
}

/** What the record knows of one kind of subject. */
export interface Kind<Value> {
  /** Checks what the value's shape cannot say, each of its times apart; `zone` is the story's. Throws a refusal. */
  check(value: Value, zone: string): void;
  /** The times that the value speaks of: those of the statement itself apart. */
  times(value: Value): When[];
  /** What the value speaks of: a newer statement of the same party replaces an older one of the same aspect only. */
  aspect(value: Value): string;
  /** Whether the value says how things are, not only how the party stands towards them. */
  settles(value: Value): boolean;
  /**
   * What the value says of its aspect; `null` where that is nothing that another could contradict, `beside` where
   * values are meant to differ. `zone` is the story's, for times whose own zone nobody said.
   */
  claim(value: Value, zone: string): Claim | 'beside' | null;
  /** When time outdates the value; `null` where it does not. */
  turn(value: Value, reckoning: Reckoning): Turn | null;
}
