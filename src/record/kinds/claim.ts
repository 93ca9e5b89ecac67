/**
 * How two values of one kind stand to each other.
 *
 * `apart` means that they speak of different things (other measures, a stand and an outcome) and say nothing of each other;
 * `beside` that they are meant to differ, as positions do, and neither contradicts the other.
 */
export type Comparison = 'agree' | 'differ' | 'apart' | 'beside';

/**
 * What a value says of its aspect, to be held against what others say of it.
 *
 * Two claims differ where they say another word, or where their stretches, both ends included, do not meet.
 */
export interface Claim {
  says: string;
  low: number;
  high: number;
}

/** A claim that is only a word. */
export function claimOf(says: string): Claim {
  return { says, low: -Infinity, high: Infinity };
}

/** What a value speaks of, and what it says of that; `null` and `beside` as in `Kind.claim`. */
export interface Said {
  aspect: string;
  claim: Claim | 'beside' | null;
}

/** How two values of one kind stand to each other; the order does not matter. */
export function compare(one: Said, other: Said): Comparison {
  if (one.aspect !== other.aspect || one.claim === null || other.claim === null) return 'apart';
  if (one.claim === 'beside' || other.claim === 'beside') return 'beside';
  return meets(one.claim, other.claim) ? 'agree' : 'differ';
}

/** Whether two claims on one aspect agree; the order does not matter. */
export function meets(one: Claim, other: Claim): boolean {
  return one.says === other.says && one.low <= other.high && other.low <= one.high;
}
