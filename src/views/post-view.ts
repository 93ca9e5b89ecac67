import type { PostId } from '../terms/ids.ts';
import { find, get, type Post, type StoryRecord } from '../record/record.ts';
import { mastheadView, type MastheadView } from './masthead-view.ts';
import { statementView, type StatementView } from './statement-view.ts';

/** A post with the statements that it carries. */
export type PostView = Omit<Post, 'statements'> & {
  statements: StatementView[];
};

/** A post with the statements that it carries. */
export function postView(record: StoryRecord, post: Post): PostView {
  return { ...post, statements: post.statements.map((id) => statementView(record, get(record.statements, id))) };
}

/** What a post's own page shows. */
export interface PostPageView extends MastheadView {
  post: PostView;
}

/** A post's own page; `null` where the record holds no such post. */
export function postPageView(record: StoryRecord, id: PostId): PostPageView | null {
  const post = find(record.posts, id);
  return post === undefined ? null : { ...mastheadView(record), post: postView(record, post) };
}
