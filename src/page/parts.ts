import type { Part } from '../live/frame.ts';
import { get, type StoryRecord } from '../record/record.ts';
import type { PostId, SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import { mastheadView } from '../views/masthead-view.ts';
import { keyPointsView, pinnedView } from '../views/page-view.ts';
import { postView } from '../views/post-view.ts';
import { subjectView } from '../views/subject-view.ts';
import type { PieceId } from '../views/touched.ts';
import type { Html } from './html.ts';
import { mastheadHtml } from './masthead.ts';
import { keyPointsHtml, pinnedHtml, postHtml } from './post.ts';
import { settingOf, type Setting } from './setting.ts';
import { boardId, subjectHtml } from './subject.ts';

/**
 * Pieces of the page as they stand in the record at a moment, made by the same functions as the page itself.
 *
 * The masthead always comes first, since it names the revision; each piece comes once, in the order given.
 */
export function parts(record: StoryRecord, pieces: readonly PieceId[], moment: Moment): Part[] {
  const setting = settingOf({ ...record, moment });
  return [...new Set<PieceId>(['masthead', ...pieces])].map((piece) => part(setting, record, piece, moment));
}

/** Some subjects as they stand in the record at a moment, by themselves. */
export function subjectParts(record: StoryRecord, subjects: readonly SubjectId[], moment: Moment): Part[] {
  const setting = settingOf({ ...record, moment });
  return subjects.map((subject) => part(setting, record, subject, moment));
}

function part(setting: Setting, record: StoryRecord, piece: PieceId, moment: Moment): Part {
  const whole = (html: Html): Part => ({ id: piece, into: null, html: html.text });
  if (piece === 'masthead') return whole(mastheadHtml(setting, mastheadView(record)));
  if (piece === 'key-points') return whole(keyPointsHtml(setting, keyPointsView(record)));
  if (piece === 'pinned') return whole(pinnedHtml(setting, pinnedView(record)));
  if (isPost(piece)) {
    const post = postView(record, get(record.posts, piece));
    return { id: piece, into: 'stream', html: postHtml(setting, post).text };
  }
  const subject = subjectView(record, piece, moment);
  return { id: piece, into: boardId(subject), html: subjectHtml(setting, subject).text };
}

const isPost = (piece: PostId | SubjectId): piece is PostId => piece.startsWith('post-');
