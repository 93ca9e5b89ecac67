import type { SubjectKind } from '../journal/subjects/subject.ts';
import { get, type Post, type StoryRecord } from '../record/record.ts';
import type { Moment } from '../terms/when.ts';
import type { Sequence } from '../record/sequence.ts';
import { mastheadView, type MastheadView } from './masthead-view.ts';
import { postSummary, postView, type PostSummary, type PostView } from './post-view.ts';
import { sinceView, type SinceView } from './since-view.ts';
import { boardView, type SubjectView } from './subject-view.ts';

/** How many posts a page shows. */
export const postsOnPage = 20;

/** A stretch of the stream. */
export interface StreamView {
  order: 'newest' | 'oldest';
  posts: PostView[];
  /** The numbers of the first and last post that belong to the stretch; `last` is `null` where it goes on to the newest. */
  first: number;
  last: number | null;
  /** Where the stretches before and after this one, in reading order, start; `null` where there is none. */
  previous: number | 'start' | null;
  next: number | null;
}

/** What a reader's page shows of a story. */
export interface PageView extends MastheadView {
  /** The moment as of which it is shown. */
  moment: Moment;
  keyPoints: PostSummary[];
  board: { kind: SubjectKind; subjects: SubjectView[] }[];
  pinned: PostSummary[];
  stream: StreamView;
  /** What is new since the revision that the reader saw last, where the reader said one that there is. */
  since: SinceView | null;
}

/** What a reader asks of the page: see `PageQuery` in `page/addresses.ts`. */
interface Asked {
  order: 'newest' | 'oldest';
  from: number | null;
  since: number | null;
}

/** A story's page as of the record, at a moment. The record must hold at least one revision. */
export function pageView(record: StoryRecord, moment: Moment, asked: Asked): PageView {
  return {
    ...mastheadView(record),
    moment,
    keyPoints: keyPointsView(record),
    board: boardView(record, moment),
    pinned: pinnedView(record),
    stream: streamView(record, asked),
    since: asked.since === null ? null : sinceView(record, asked.since),
  };
}

/** The key points, newest first. */
export function keyPointsView(record: StoryRecord): PostSummary[] {
  return record.key.toReversed().map((id) => postSummary(record, get(record.posts, id)));
}

/** The pinned posts, last pinned first. */
export function pinnedView(record: StoryRecord): PostSummary[] {
  return record.pinned.toReversed().map((id) => postSummary(record, get(record.posts, id)));
}

/**
 * A stretch of the stream: newest first from the post before `from`, or oldest first from the post after it.
 *
 * `from` beyond the ends is taken as the end.
 */
function streamView(record: StoryRecord, { order, from }: Asked): StreamView {
  const { posts } = record;
  const view = (list: Post[]) => list.map((post) => postView(record, post));
  if (order === 'oldest') {
    const before = Math.min(from ?? 0, posts.length);
    const last = before + postsOnPage;
    const open = last >= posts.length;
    return {
      order,
      posts: view(stretch(posts, before + 1, Math.min(last, posts.length))),
      first: before + 1,
      last: open ? null : last,
      previous: before === 0 ? null : before <= postsOnPage ? 'start' : before - postsOnPage,
      next: open ? null : last,
    };
  }
  const newest = Math.min((from ?? posts.length + 1) - 1, posts.length);
  const first = Math.max(1, newest - postsOnPage + 1);
  const open = newest === posts.length;
  const back = newest + postsOnPage;
  return {
    order,
    posts: view(stretch(posts, first, newest).toReversed()),
    first,
    last: open ? null : newest,
    previous: open ? null : back >= posts.length ? 'start' : back + 1,
    next: first > 1 ? first : null,
  };
}

function stretch(posts: Sequence<Post>, first: number, last: number): Post[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => posts.at(first - 1 + i)!);
}
