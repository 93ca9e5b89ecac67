import { blankPayment, blankSaying, blankText, type Removable } from '../journal/removal.ts';
import type { Tombstone } from '../journal/removal-shapes.ts';
import { numberOf, type PaymentId, type PostId, type StatementId } from '../terms/ids.ts';
import {
  find,
  get,
  type Payment,
  type Post,
  type RecordedStatement,
  type Report,
  type Stamp,
  type StoryRecord,
} from './record.ts';

/** The record without the text of a thing; its name, its times and what stands in its place stay. */
export function takeDown(record: StoryRecord, id: Removable, tombstone: Tombstone, stamp: Stamp): StoryRecord {
  const place = numberOf(id) - 1;
  if (isPost(id)) {
    const post = get(record.posts, id);
    const posts = record.posts.with(place, blankPost(post, tombstone, stamp));
    return withdrawnWith(record, post).reduce((so, one) => withStatement(so, withoutReason(one), stamp), {
      ...record,
      posts,
    });
  }
  if (isStatement(id)) return withStatement(record, blankStatement(get(record.statements, id), tombstone), stamp);
  if (isPayment(id)) {
    const payment = blankedPayment(get(record.payments, id), tombstone);
    return { ...withChanged(record, payment, stamp), payments: record.payments.with(place, payment) };
  }
  return { ...record, reports: record.reports.with(place, blankReport(get(record.reports, id), tombstone)) };
}

/** The statements that were withdrawn together with their post, for its reason. */
export function withdrawnWith(record: StoryRecord, { statements, withdrawn }: Post): RecordedStatement[] {
  if (withdrawn === null) return [];
  return statements
    .map((id) => get(record.statements, id))
    .filter((one) => one.withdrawn?.revision === withdrawn.revision);
}

/** Whether a thing is there and its text was not taken down yet; `undefined` where there is no such thing. */
export function isThere(record: StoryRecord, id: Removable): boolean | undefined {
  const thing = thingOf(record, id);
  return thing && thing.removed === null;
}

/** The revisions that hold texts of some things. */
export function revisionsWith(record: StoryRecord, what: readonly Removable[]): number[] {
  const revisions = what.flatMap((id) => {
    if (isPost(id)) {
      const { published, corrections, withdrawn } = get(record.posts, id);
      return [published, ...corrections, withdrawn];
    }
    if (isPayment(id)) {
      const { entered, withdrawn } = get(record.payments, id);
      return [entered, withdrawn];
    }
    if (!isStatement(id)) return [get(record.reports, id).cited];
    const { recorded, withdrawn } = get(record.statements, id);
    return [recorded, withdrawn];
  });
  return [...new Set(revisions.flatMap((stamp) => stamp?.revision ?? []))];
}

const isPost = (id: Removable): id is PostId => id.startsWith('post-');
const isStatement = (id: Removable): id is StatementId => id.startsWith('statement-');
const isPayment = (id: Removable): id is PaymentId => id.startsWith('payment-');

function thingOf(record: StoryRecord, id: Removable): Post | RecordedStatement | Payment | Report | undefined {
  if (isPost(id)) return find(record.posts, id);
  if (isStatement(id)) return find(record.statements, id);
  return isPayment(id) ? find(record.payments, id) : find(record.reports, id);
}

function withStatement(record: StoryRecord, statement: RecordedStatement, stamp: Stamp): StoryRecord {
  const statements = record.statements.with(numberOf(statement.id) - 1, statement);
  return { ...withChanged(record, statement, stamp), statements };
}

/** The record in which the subject of something says that it was changed. */
function withChanged(record: StoryRecord, { subject: id }: RecordedStatement | Payment, stamp: Stamp): StoryRecord {
  const subject = { ...get(record.subjects, id), changed: stamp };
  return { ...record, subjects: record.subjects.with(numberOf(id) - 1, subject) };
}

function blankPost(post: Post, removed: Tombstone, stamp: Stamp): Post {
  const before = { headline: null, body: [] };
  return {
    ...post,
    ...before,
    corrections: post.corrections.map((correction) => ({ ...correction, note: blankText, before })),
    withdrawn: reasonless(post.withdrawn),
    removed,
    changed: stamp,
  };
}

function blankStatement(old: RecordedStatement, removed: Tombstone): RecordedStatement {
  return { ...withoutReason(old), ...blankSaying(old), removed };
}

function blankedPayment(old: Payment, removed: Tombstone): Payment {
  return { ...old, ...blankPayment, withdrawn: reasonless(old.withdrawn), removed };
}

function blankReport(report: Report, removed: Tombstone): Report {
  return { ...report, title: null, outlet: null, origin: null, published: null, language: null, removed };
}

const withoutReason = (old: RecordedStatement): RecordedStatement => ({ ...old, withdrawn: reasonless(old.withdrawn) });

function reasonless<Taken extends { reason: string }>(withdrawn: Taken | null): Taken | null {
  return withdrawn && { ...withdrawn, reason: blankText };
}
