import type { Revision } from '../journal/revision.ts';
import type { Frame } from '../live/frame.ts';
import { get, revisionOf, type StoryRecord } from '../record/record.ts';
import type { PostId } from '../terms/ids.ts';
import { touched, type PieceId } from '../views/touched.ts';
import { parts } from './parts.ts';

/** How many new posts a frame carries at most; beyond it carries none of them, and their number only. */
export const mostNewPosts = 100;

/**
 * What changes on a page that stands at `after`, so that it stands at the record: the net difference.
 *
 * `revisions` are those of the journal after `after` that the record holds, in order. What several of them changed is
 * in the frame once, as it stands in the record.
 */
export function frameOf(record: StoryRecord, revisions: readonly Revision[], after: number): Frame {
  const pieces = touched(
    revisions.flatMap(({ events }) => events),
    record,
  );
  const isNew = (piece: PieceId) =>
    piece.startsWith('post-') && get(record.posts, piece as PostId).published.revision > after;
  const posts = pieces.filter(isNew).length;
  const carried = posts > mostNewPosts ? pieces.filter((piece) => !isNew(piece)) : pieces;
  return {
    story: record.story,
    after,
    revision: revisionOf(record),
    at: record.last!.at,
    posts,
    parts: revisions.length === 0 ? [] : parts(record, carried),
  };
}
