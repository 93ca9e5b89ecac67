import type { Event, EventKind, EventOf } from '../journal/event.ts';
import type { PartyId, PaymentId, PostId, ReportId, StatementId, SubjectId } from '../terms/ids.ts';
import { putRightBy } from '../record/correcting.ts';
import { identityOf } from '../record/parties.ts';
import { get, type RecordedStatement, type StoryRecord } from '../record/record.ts';
import { withdrawnWith } from '../record/take-down.ts';
import { predecessorOf, statementsOn } from '../record/voices.ts';

/** A piece of the page that can change by itself; subjects and posts by their names. */
export type PieceId = 'masthead' | 'key-points' | 'pinned' | SubjectId | PostId;

type Touches<Kind extends EventKind> = (event: EventOf<Kind>, after: StoryRecord) => PieceId[];

const postAnd = ({ post }: { post: PostId }, after: StoryRecord): PieceId[] => {
  const { key, pinned } = get(after.posts, post);
  return [post, ...(key ? (['key-points'] as const) : []), ...(pinned ? (['pinned'] as const) : [])];
};

const postOf = (statement: RecordedStatement | null, after: StoryRecord): PieceId[] =>
  statement?.post == null ? [] : postAnd({ post: statement.post }, after);

/** A statement that no longer stands changes its subject, its post, and the posts whose statement it had replaced or put right. */
function takenBack({ statement }: { statement: StatementId }, after: StoryRecord): PieceId[] {
  const old = get(after.statements, statement);
  return [old.subject, ...postsOf(old, after)];
}

/** The posts that say what became of a statement, of those that it put right, and of the one whose place it took. */
function postsOf(statement: RecordedStatement, after: StoryRecord): PieceId[] {
  const told = [statement, ...putRightBy(after, statement), predecessorOf(after, statement)];
  return told.flatMap((one) => postOf(one, after));
}

/** A post that is taken down takes its reason from the statements that were withdrawn with it, on whatever subject. */
function withReasons({ post }: { post: PostId }, after: StoryRecord): PieceId[] {
  return [...postAnd({ post }, after), ...withdrawnWith(after, get(after.posts, post)).map(({ subject }) => subject)];
}

/** What is known of a report stands with every statement that was cut from it. */
function cutFrom(report: ReportId, after: StoryRecord): PieceId[] {
  const cut = after.statements.filter((statement) => statement.report === report);
  return cut.flatMap((statement) => [statement.subject, ...postOf(statement, after)]);
}

/**
 * Who a party is changes every subject on which it speaks or is awaited, or the party that it was merged into; and the
 * posts with statements on those, because what one party said may take the place of what the other did.
 */
function spokenOn(party: PartyId, after: StoryRecord): PieceId[] {
  const same = new Set([party, identityOf(after, party)]);
  const spoken = after.statements.filter(({ by }) => by !== null && same.has(identityOf(after, by.party)));
  const awaited = after.subjects.filter(({ sides }) => sides.some((side) => same.has(identityOf(after, side))));
  const subjects = new Set([...spoken.map(({ subject }) => subject), ...awaited.map(({ id }) => id)]);
  const posts = [...subjects].flatMap((id) =>
    [...get(after.subjects, id).statements].flatMap((statement) => postOf(get(after.statements, statement), after)),
  );
  return [...subjects, ...posts];
}

/** Which pieces of the page each kind of event changes; a kind without a line does not compile. */
const lines: { [Kind in EventKind]: Touches<Kind> } = {
  'story-opened': () => ['masthead'],
  'story-described': () => ['masthead'],
  'story-ended': () => ['masthead'],
  'story-reopened': () => ['masthead'],
  'report-cited': () => [],
  'party-named': () => [],
  'party-merged': ({ party }, after) => spokenOn(party, after),
  'party-split': ({ party }, after) => spokenOn(party, after),
  'subject-opened': ({ subject }) => [subject],
  'statement-recorded': ({ statement }, after) => {
    const recorded = get(after.statements, statement);
    return [recorded.subject, ...postOf(predecessorOf(after, recorded), after)];
  },
  'statement-withdrawn': takenBack,
  'statement-corrected': takenBack,
  'post-published': postAnd,
  'post-corrected': postAnd,
  'post-clarified': postAnd,
  'post-withdrawn': postAnd,
  'post-pinned': ({ post }) => [post, 'pinned'],
  'post-unpinned': ({ post }) => [post, 'pinned'],
  'post-keyed': ({ post }) => [post, 'key-points'],
  'content-removed': ({ what }, after) =>
    what.flatMap((id): PieceId[] => {
      if (id.startsWith('post-')) return withReasons({ post: id as PostId }, after);
      if (id.startsWith('payment-')) return [get(after.payments, id as PaymentId).subject];
      if (id.startsWith('statement-')) return takenBack({ statement: id as StatementId }, after);
      return cutFrom(id as ReportId, after);
    }),
  'post-unkeyed': ({ post }) => [post, 'key-points'],
  'payment-entered': ({ subject }) => [subject],
  'payment-confirmed': ({ payment }, after) => [get(after.payments, payment).subject],
  'payment-withdrawn': ({ payment }, after) => [get(after.payments, payment).subject],
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
  const posts = record.posts.filter(({ changed }) => changed.revision > after);
  const subjects = record.subjects.filter(({ changed }) => changed.revision > after);
  // What was said or taken back since changes its own post, and that of the statement whose place it took.
  const isFresh = ({ recorded, withdrawn, removed }: RecordedStatement) =>
    [recorded, withdrawn, removed].some((stamp) => stamp !== null && stamp.revision > after);
  const carrying = subjects
    .flatMap((subject) => [...statementsOn(record, subject)].filter(isFresh))
    .flatMap((statement) => postsOf(statement, record));
  // Merging and splitting change no subject by themselves, nor does taking down what is known of a report.
  const renamed = record.parties.filter(({ named, changed }) => changed.revision > Math.max(after, named.revision));
  const blanked = record.reports.filter(({ removed }) => removed !== null && removed.revision > after);
  const elsewhere = [
    ...renamed.flatMap(({ id }) => spokenOn(id, record)),
    ...blanked.flatMap(({ id }) => cutFrom(id, record)),
  ];
  const old = posts.some(({ published }) => published.revision <= after) || carrying.length > 0 || elsewhere.length > 0;
  const marked = old || posts.some(({ key, pinned }) => key || pinned);
  return [
    ...new Set<PieceId>([
      'masthead',
      ...(marked ? (['key-points', 'pinned'] as const) : []),
      ...subjects.map(({ id }) => id),
      ...posts.map(({ id }) => id),
      ...carrying,
      ...elsewhere,
    ]),
  ];
}
