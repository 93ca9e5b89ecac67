import type { Revision } from '../journal/revision.ts';
import type { Frame } from '../live/frame.ts';
import { get, revisionOf, type StoryRecord } from '../record/record.ts';
import type { PostId } from '../terms/ids.ts';
import { touched, touchedSince, type PieceId } from '../views/touched.ts';
import { parts } from './parts.ts';

/** How many new posts a frame carries at most; beyond it carries none of them, and their number only. */
export const mostNewPosts = 100;

/**
 * What some revisions changed on a page that stands at `after`, so that it stands at the record: the net difference.
 *
 * `revisions` are those of the journal after `after` that the record holds, in order. What several of them changed is
 * in the frame once, as it stands in the record.
 */
export function frameOf(record: StoryRecord, revisions: readonly Revision[], after: number): Frame {
  const events = revisions.flatMap((revision) => revision.events);
  return frame(record, events.length === 0 ? [] : ['masthead', ...touched(events, record)], after);
}

/** What changed on a page that stands at `after`, so that it stands at the record, reckoned from the record alone. */
export function frameSince(record: StoryRecord, after: number): Frame {
  return frame(record, after === revisionOf(record) ? [] : touchedSince(record, after), after);
}

function frame(record: StoryRecord, pieces: readonly PieceId[], after: number): Frame {
  const isNew = (piece: PieceId) =>
    piece.startsWith('post-') && get(record.posts, piece as PostId).published.revision > after;
  const posts = pieces.filter(isNew).length;
  const tooMany = posts > mostNewPosts;
  const carried = tooMany ? pieces.filter((piece) => !isNew(piece)) : pieces;
  return {
    story: record.story,
    after,
    revision: revisionOf(record),
    at: record.last!.at,
    posts,
    unsent: tooMany ? posts : 0,
    parts: pieces.length === 0 ? [] : parts(record, carried),
  };
}
