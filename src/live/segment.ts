/** How many revisions a closed segment holds. */
export const segmentLength = 64;

/** The revisions that a segment holds: segment 1 those from 1 to 64. */
export function revisionsOf(segment: number): { first: number; last: number } {
  return { first: (segment - 1) * segmentLength + 1, last: segment * segmentLength };
}

/** Whether a segment is closed, and so never changes, when the journal ends at a revision. */
export function isClosed(segment: number, head: number): boolean {
  return revisionsOf(segment).last <= head;
}
