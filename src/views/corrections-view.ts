import type { Ground } from '../journal/removal-shapes.ts';
import { get, type Post, type RecordedStatement, type Stamp, type StoryRecord } from '../record/record.ts';
import { withdrawnWith } from '../record/take-down.ts';
import type { PostId } from '../terms/ids.ts';
import { statementView, type StatementView } from './statement-view.ts';

/** The ways in which the desk changes or takes back what it published. */
export type CorrectionKind =
  | 'post-corrected'
  | 'post-clarified'
  | 'post-withdrawn'
  | 'post-removed'
  | 'statement-corrected'
  | 'statement-withdrawn'
  | 'statement-removed';

/** One change or taking back: which revision did it and when, why in the desk's words, and of what. */
export interface CorrectionView extends Pick<Stamp, 'revision' | 'at'> {
  kind: CorrectionKind;
  /** In the desk's words; `null` where a text was taken down: then there is a ground. */
  note: string | null;
  ground: Ground | null;
  /** The post; its headline as it stands, `null` where it has none or no longer says anything. */
  post: { id: PostId; headline: string | null; language: string } | null;
  /** The statement, or those that were withdrawn with the post. */
  statements: StatementView[];
}

/** All that the desk corrected, clarified, withdrew or took down, newest first. */
export function correctionsView(record: StoryRecord): CorrectionView[] {
  const posts = [...record.posts].flatMap((post) => ofPost(record, post));
  const statements = [...record.statements].flatMap((statement) => ofStatement(record, statement));
  // Sorting is stable: what one revision did stays in one order.
  return [...posts, ...statements].toSorted((one, other) => other.revision - one.revision);
}

function ofPost(record: StoryRecord, post: Post): CorrectionView[] {
  const { id, language, corrections, withdrawn, removed } = post;
  const headline = withdrawn === null && removed === null ? post.headline : null;
  const about = { ground: null, post: { id, headline, language }, statements: [] };
  return [
    ...corrections.map(({ sort, revision, at, note }): CorrectionView => {
      const kind = sort === 'correction' ? 'post-corrected' : 'post-clarified';
      return { ...about, kind, revision, at, note: removed === null ? note : null };
    }),
    ...(withdrawn === null ? [] : [withdrawn]).map(({ revision, at, reason }): CorrectionView => {
      const statements = withdrawnWith(record, post).map((one) => statementView(record, one));
      return { ...about, kind: 'post-withdrawn', revision, at, note: removed === null ? reason : null, statements };
    }),
    ...(removed === null ? [] : [removed]).map(({ revision, at, ground }): CorrectionView => {
      return { ...about, kind: 'post-removed', revision, at, note: null, ground };
    }),
  ];
}

function ofStatement(record: StoryRecord, statement: RecordedStatement): CorrectionView[] {
  const { withdrawn, removed, post } = statement;
  const about = { ground: null, post: null, statements: [statementView(record, statement)] };
  const changes: CorrectionView[] = [];
  // What was withdrawn with its post is named there.
  const carrier = post === null ? null : get(record.posts, post).withdrawn;
  if (withdrawn !== null && carrier?.revision !== withdrawn.revision) {
    const kind = withdrawn.correctedBy === null ? 'statement-withdrawn' : 'statement-corrected';
    const { revision, at, reason } = withdrawn;
    changes.push({ ...about, kind, revision, at, note: removed === null ? reason : null });
  }
  if (removed !== null) {
    const { revision, at, ground } = removed;
    changes.push({ ...about, kind: 'statement-removed', revision, at, note: null, ground });
  }
  return changes;
}
