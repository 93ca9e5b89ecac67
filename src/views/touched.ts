import type { Event, EventKind, EventOf } from '../journal/event.ts';
import type { PostId, SubjectId } from '../terms/ids.ts';
import { get, type StoryRecord } from '../record/record.ts';

/** A piece of the page that can change by itself; subjects and posts by their names. */
export type PieceId = 'masthead' | 'key-points' | 'pinned' | SubjectId | PostId;

type Touches<Kind extends EventKind> = (event: EventOf<Kind>, after: StoryRecord) => PieceId[];

const postAnd = ({ post }: { post: PostId }, after: StoryRecord): PieceId[] => {
  const { key, pinned } = get(after.posts, post);
  return [post, ...(key ? (['key-points'] as const) : []), ...(pinned ? (['pinned'] as const) : [])];
};

/** Which pieces of the page each kind of event changes; a kind without a line does not compile. */
const lines: { [Kind in EventKind]: Touches<Kind> } = {
  'story-opened': () => ['masthead'],
  'story-described': () => ['masthead'],
  'report-cited': () => [],
  'party-named': () => [],
  'subject-opened': ({ subject }) => [subject],
  'statement-recorded': ({ subject }) => [subject],
  'statement-withdrawn': ({ statement }, after) => {
    const { subject, post } = get(after.statements, statement);
    return [subject, ...(post === null ? [] : postAnd({ post }, after))];
  },
  'post-published': postAnd,
  'post-corrected': postAnd,
  'post-withdrawn': postAnd,
  'post-pinned': ({ post }) => [post, 'pinned'],
  'post-unpinned': ({ post }) => [post, 'pinned'],
  'post-keyed': ({ post }) => [post, 'key-points'],
  'post-unkeyed': ({ post }) => [post, 'key-points'],
};

/** The pieces of the page that some events change, each once; `after` is a record that holds the events. */
export function touched(events: readonly Event[], after: StoryRecord): PieceId[] {
  return [...new Set(events.flatMap((event) => (lines[event.kind] as Touches<EventKind>)(event, after)))];
}

/**
 * The pieces of the page that anything after a revision changed, each once: what `touched` names, without the events.
 *
 * It may name a piece that stands as it did; it never leaves one out.
 */
export function touchedSince(record: StoryRecord, after: number): PieceId[] {
  const posts = [...record.posts].filter(({ changed }) => changed.revision > after);
  const subjects = [...record.subjects].filter(({ changed }) => changed.revision > after);
  const carrying = subjects.flatMap(({ statements }) =>
    [...statements].flatMap((id) => {
      const { post, withdrawn } = get(record.statements, id);
      return post !== null && withdrawn !== null && withdrawn.revision > after ? [post] : [];
    }),
  );
  const old = posts.some(({ published }) => published.revision <= after) || carrying.length > 0;
  const marked = old || posts.some(({ key, pinned }) => key || pinned);
  return [
    ...new Set<PieceId>([
      'masthead',
      ...(marked ? (['key-points', 'pinned'] as const) : []),
      ...subjects.map(({ id }) => id),
      ...posts.map(({ id }) => id),
      ...carrying,
    ]),
  ];
}
