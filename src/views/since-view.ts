import type { PostId, SubjectId } from '../terms/ids.ts';
import { get, revisionOf, type Post, type StoryRecord } from '../record/record.ts';

/** What is new to a reader who saw a revision: the net difference, named. */
export interface SinceView {
  /** The revision that the reader saw last. */
  revision: number;
  /** How many posts were published after it. */
  posts: number;
  /** The oldest of them; `null` where there is none. */
  first: PostId | null;
  /** Older posts that changed after it, newest first. */
  changedPosts: PostId[];
  /** Subjects of which something was recorded or withdrawn after it, in the order of opening. */
  changedSubjects: SubjectId[];
}

/** What is new after a revision; `null` where the record does not hold that revision yet. */
export function sinceView(record: StoryRecord, revision: number): SinceView | null {
  if (revision > revisionOf(record)) return null;
  const changed = [...record.posts.backwards()].filter((post) => lastChange(record, post) > revision);
  const fresh = changed.filter((post) => post.published.revision > revision);
  return {
    revision,
    posts: fresh.length,
    first: fresh.at(-1)?.id ?? null,
    changedPosts: changed.filter((post) => post.published.revision <= revision).map(({ id }) => id),
    changedSubjects: [...record.subjects].filter((subject) => subject.changed.revision > revision).map(({ id }) => id),
  };
}

/** The last revision that changed a post or withdrew a statement that it carries. */
function lastChange(record: StoryRecord, { changed, statements }: Post): number {
  return Math.max(changed.revision, ...statements.map((id) => get(record.statements, id).withdrawn?.revision ?? 0));
}
