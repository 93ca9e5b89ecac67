import type { Revision } from '../journal/revision.ts';
import { isTurn, type Frame } from '../live/frame.ts';
import { withoutPayments } from '../record/payments.ts';
import { endingOf, get, revisionOf, type StoryRecord } from '../record/record.ts';
import type { PostId, SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import { touched, touchedSince, type PieceId } from '../views/touched.ts';
import { turnedBetween } from '../views/turning.ts';
import { parts, subjectParts } from './parts.ts';

/** How many new posts a frame carries at most; beyond it carries none of them, and their number only. */
export const mostNewPosts = 100;

/**
 * What some revisions changed on a page that stands at `after`, so that it stands at the record: the net difference.
 *
 * `revisions` are those of the journal after `after` that the record holds, in order. What several of them changed is
 * in the frame once, as it stands in the record at the moment. What time alone changed is not in it: see `turnFrame`.
 */
export function frameOf(record: StoryRecord, revisions: readonly Revision[], after: number, moment: Moment): Frame {
  const events = revisions.flatMap((revision) => revision.events);
  return frame(record, events.length === 0 ? [] : ['masthead', ...touched(events, record)], after, moment);
}

/**
 * What one revision changed, as it is kept for who follows the story from its start; the record must stand at it.
 *
 * It holds no payment details: what could be paid into then may have been withdrawn since.
 */
export function keptFrame(record: StoryRecord, { number, at, events }: Revision): Frame {
  return frame(withoutPayments(record), ['masthead', ...touched(events, record)], number - 1, at);
}

/** What changed on a page that stands at `after`, so that it stands at the record, reckoned from the record alone. */
export function frameSince(record: StoryRecord, after: number, moment: Moment): Frame {
  return frame(record, after === revisionOf(record) ? [] : touchedSince(record, after), after, moment);
}

function frame(record: StoryRecord, pieces: readonly PieceId[], after: number, moment: Moment): Frame {
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
    ended: endingOf(record) !== null,
    posts,
    unsent: tooMany ? posts : 0,
    parts: pieces.length === 0 ? [] : parts(record, carried, moment),
  };
}

/** What time alone changed on a page that stands at the record: some subjects, as they stand at the moment. */
export function turnFrame(record: StoryRecord, subjects: readonly SubjectId[], moment: Moment): Frame {
  const revision = revisionOf(record);
  const { story } = record;
  return {
    story,
    after: revision,
    revision,
    at: moment,
    ended: endingOf(record) !== null,
    posts: 0,
    unsent: 0,
    parts: subjectParts(record, subjects, moment),
  };
}

/**
 * What changes on a page that was not followed for a while.
 *
 * That is the net difference, and every subject that time alone may have changed since the page was made; at the same revision it
 * is a turn.
 */
export function catchUpFrame(record: StoryRecord, after: number, moment: Moment): Frame {
  const frame = frameSince(record, after, moment);
  const carried = new Set(frame.parts.map(({ id }) => id));
  const turned = turnedBetween(record, madeAfter(record, after), moment).filter((subject) => !carried.has(subject));
  const at = isTurn(frame) ? moment : frame.at;
  return { ...frame, at, parts: [...frame.parts, ...subjectParts(record, turned, moment)] };
}

/** A moment after which every page that stands at a revision was made: the last that is known of the record up to there. */
function madeAfter(record: StoryRecord, revision: number): Moment {
  if (revision === revisionOf(record)) return record.last!.at;
  for (const { published } of record.posts.backwards()) if (published.revision <= revision) return published.at;
  return record.opened!.at;
}
