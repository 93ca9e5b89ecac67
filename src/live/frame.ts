import type { StoryId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';

/**
 * A piece of the page that is replaced as a whole.
 *
 * `id` is the id of its element. A page that has the element replaces it; one that has not inserts it into the element
 * with the id `into` (in the order of the numbers in the ids), and leaves it out where `into` is `null` or not there.
 */
export interface Part {
  id: string;
  into: string | null;
  html: string;
}

/**
 * What changes on a page that stands at a revision from `after` to `revision`, so that it stands at `revision`.
 *
 * A page that stands at `revision` or later needs nothing of it; one that stands before `after` has a gap and asks for
 * `after/<its revision>`. `posts` are the posts that are new since `after`.
 *
 * Where `after` is `revision`, only time has changed the parts (“tomorrow” has become “today”): they are for a page that
 * stands at just that revision, and `at` is the moment as of which they are.
 */
export interface Frame {
  story: StoryId;
  after: number;
  revision: number;
  at: Moment;
  /** Whether the story's coverage has ended, as of the revision. */
  ended: boolean;
  posts: number;
  /** How many of them the frame leaves out, because there are too many. */
  unsent: number;
  parts: Part[];
}

/** Whether only time has changed what a frame carries. */
export function isTurn({ after, revision }: Frame): boolean {
  return after === revision;
}

/**
 * A frame as one server-sent event with the revision as its id; without one where only time has changed, so that the
 * browser keeps the id that it has. Source: HTML Living Standard 9.2.
 */
export function toEventStream(frame: Frame): string {
  return `${isTurn(frame) ? '' : `id: ${frame.revision}\n`}data: ${JSON.stringify(frame)}\n\n`;
}
