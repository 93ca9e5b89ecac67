import { blankSaying, blankText, type Removable } from '../journal/removal.ts';
import type { Tombstone } from '../journal/removal-shapes.ts';
import { numberOf, type PostId, type StatementId } from '../terms/ids.ts';
import { find, get, type Post, type RecordedStatement, type Report, type Stamp, type StoryRecord } from './record.ts';

/** The record without the text of a thing; its name, its times and what stands in its place stay. */
export function takeDown(record: StoryRecord, id: Removable, tombstone: Tombstone, stamp: Stamp): StoryRecord {
  const place = numberOf(id) - 1;
  if (isPost(id))
    return { ...record, posts: record.posts.with(place, blankPost(get(record.posts, id), tombstone, stamp)) };
  if (isStatement(id)) {
    const statement = get(record.statements, id);
    const subject = get(record.subjects, statement.subject);
    return {
      ...record,
      statements: record.statements.with(place, blankStatement(statement, tombstone)),
      subjects: record.subjects.with(numberOf(subject.id) - 1, { ...subject, changed: stamp }),
    };
  }
  return { ...record, reports: record.reports.with(place, blankReport(get(record.reports, id), tombstone)) };
}

/** Whether a thing is there and its text was not taken down yet; `undefined` where there is no such thing. */
export function isThere(record: StoryRecord, id: Removable): boolean | undefined {
  const thing = isPost(id)
    ? find(record.posts, id)
    : isStatement(id)
      ? find(record.statements, id)
      : find(record.reports, id);
  return thing && thing.removed === null;
}

/** The revisions that hold texts of some things. */
export function revisionsWith(record: StoryRecord, what: readonly Removable[]): number[] {
  const revisions = what.flatMap((id) => {
    if (isPost(id)) {
      const { published, corrections, withdrawn } = get(record.posts, id);
      return [published, ...corrections, ...(withdrawn === null ? [] : [withdrawn])];
    }
    if (!isStatement(id)) return [get(record.reports, id).cited];
    const { recorded, withdrawn } = get(record.statements, id);
    return withdrawn === null ? [recorded] : [recorded, withdrawn];
  });
  return [...new Set(revisions.map(({ revision }) => revision))];
}

const isPost = (id: Removable): id is PostId => id.startsWith('post-');
const isStatement = (id: Removable): id is StatementId => id.startsWith('statement-');

function blankPost(post: Post, removed: Tombstone, stamp: Stamp): Post {
  const before = { headline: null, body: [] };
  return {
    ...post,
    ...before,
    corrections: post.corrections.map((correction) => ({ ...correction, note: blankText, before })),
    withdrawn: post.withdrawn && { ...post.withdrawn, reason: blankText },
    removed,
    changed: stamp,
  };
}

function blankStatement(old: RecordedStatement, removed: Tombstone): RecordedStatement {
  const withdrawn = old.withdrawn && { ...old.withdrawn, reason: blankText };
  return { ...old, ...blankSaying(old), withdrawn, removed };
}

function blankReport(report: Report, removed: Tombstone): Report {
  return { ...report, title: null, outlet: null, origin: null, published: null, language: null, removed };
}
