import { get, type Post, type RecordedStatement, type StoryRecord } from '../record/record.ts';
import { successorOf } from '../record/voices.ts';
import { statementView, type StatementView } from './statement-view.ts';

/** A statement that a post carries, and the one that has taken its place since; `null` while it stands. */
export type CarriedView = StatementView & { successor: StatementView | null };

/** A post with the statements that it carries. */
export type PostView = Omit<Post, 'statements'> & {
  statements: CarriedView[];
};

/** A post where it is only named or summed up: whether a statement that it carries was withdrawn, and nothing else of them. */
export type PostSummary = Omit<Post, 'statements'> & { carriesWithdrawn: boolean };

/** A post without its statements, which are not weighed for it. */
export function postSummary(record: StoryRecord, { statements, ...post }: Post): PostSummary {
  const carriesWithdrawn = statements.some((id) => get(record.statements, id).withdrawn !== null);
  return { ...post, carriesWithdrawn };
}

/** A post with the statements that it carries. */
export function postView(record: StoryRecord, post: Post): PostView {
  return { ...post, statements: post.statements.map((id) => carriedView(record, get(record.statements, id))) };
}

function carriedView(record: StoryRecord, statement: RecordedStatement): CarriedView {
  const successor = successorOf(record, statement);
  return { ...statementView(record, statement), successor: successor && statementView(record, successor) };
}
