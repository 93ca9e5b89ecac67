import { get, type Post, type StoryRecord } from '../record/record.ts';
import { statementView, type StatementView } from './statement-view.ts';

/** A post with the statements that it carries. */
export type PostView = Omit<Post, 'statements'> & {
  statements: StatementView[];
};

/** A post with the statements that it carries. */
export function postView(record: StoryRecord, post: Post): PostView {
  return { ...post, statements: post.statements.map((id) => statementView(record, get(record.statements, id))) };
}
