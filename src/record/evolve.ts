import type { Event, EventKind, EventOf } from '../journal/event.ts';
import type { Revision } from '../journal/revision.ts';
import { type PartyId, type PaymentId, type PostId, type StatementId, type SubjectId } from '../terms/ids.ts';
import {
  changed,
  endingOf,
  get,
  type Correction,
  type Payment,
  type Post,
  type RecordedStatement,
  type Stamp,
  type StoryRecord,
  type Subject,
} from './record.ts';
import { takeDown } from './take-down.ts';
import { Sequence } from './sequence.ts';

type Evolve<Kind extends EventKind> = (record: StoryRecord, event: EventOf<Kind>, stamp: Stamp) => StoryRecord;

/** What each kind of event does to the record; a kind without a line does not compile. */
const lines: { [Kind in EventKind]: Evolve<Kind> } = {
  'story-opened': (record, { title, summary, language, zone }, stamp) => ({
    ...record,
    title,
    summary,
    language,
    zone,
    opened: stamp,
    described: stamp,
  }),

  'story-described': (record, { title, summary }, stamp) => ({
    ...record,
    title,
    summary,
    described: stamp,
    earlierTitles: [...record.earlierTitles, { title: record.title, summary: record.summary, until: stamp }],
  }),

  'story-ended': (record, { note }, stamp) => ({
    ...record,
    endings: [...record.endings, { ...stamp, note, reopened: null }],
  }),

  'story-reopened': (record, { note }, stamp) => {
    const ending = endingOf(record);
    if (ending === null) throw new Error('the coverage goes on');
    return { ...record, endings: [...record.endings.slice(0, -1), { ...ending, reopened: { ...stamp, note } }] };
  },

  'report-cited': (record, { kind: _, report, removed = null, ...rest }, stamp) => ({
    ...record,
    reports: record.reports.push({ id: report, ...rest, cited: stamp, removed }),
  }),

  'party-named': (record, { kind: _, party, ...rest }, stamp) => ({
    ...record,
    parties: record.parties.push({ id: party, ...rest, named: stamp, into: null, changed: stamp }),
  }),

  'party-merged': (record, { party, into }, stamp) => ({
    ...withParty(record, party, into, stamp),
    merged: [...record.merged, party],
  }),

  'party-split': (record, { party }, stamp) => ({
    ...withParty(record, party, null, stamp),
    merged: record.merged.filter((id) => id !== party),
  }),

  'subject-opened': (record, { subject, name, terms, sides }, stamp) => ({
    ...record,
    subjects: record.subjects.push({
      id: subject,
      name,
      terms,
      sides,
      opened: stamp,
      changed: stamp,
      statements: Sequence.empty(),
    }),
  }),

  'statement-recorded': (record, { kind: _, statement, removed = null, ...rest }, stamp) => ({
    ...withSubject(record, rest.subject, (subject) => ({
      ...subject,
      changed: stamp,
      statements: subject.statements.push(statement),
    })),
    statements: record.statements.push({
      id: statement,
      ...rest,
      recorded: stamp,
      withdrawn: null,
      corrects: null,
      removed,
      post: null,
    }),
  }),

  'statement-withdrawn': (record, { statement, reason }, stamp) =>
    takenBack(record, statement, { ...stamp, reason, correctedBy: null }),

  'statement-corrected': (record, { statement, by, note }, stamp) =>
    takenBack(
      withStatement(record, by, (old) => ({ ...old, corrects: statement })),
      statement,
      { ...stamp, reason: note, correctedBy: by },
    ),

  'post-published': (record, { post, headline, body, language, statements, removed = null }, stamp) => {
    const carried = statements.reduce(
      (so, statement) => withStatement(so, statement, (old) => ({ ...old, post })),
      record,
    );
    return {
      ...carried,
      posts: record.posts.push({
        id: post,
        headline,
        body,
        language,
        statements,
        published: stamp,
        corrections: [],
        withdrawn: null,
        removed,
        pinned: false,
        key: false,
        changed: stamp,
      }),
    };
  },

  'post-corrected': (record, event, stamp) => rewritten(record, event, stamp, 'correction'),

  'post-clarified': (record, event, stamp) => rewritten(record, event, stamp, 'clarification'),

  'post-withdrawn': (record, { post, reason }, stamp) =>
    withPost(record, post, stamp, () => ({ withdrawn: { ...stamp, reason } })),

  'post-pinned': (record, { post }, stamp) => ({
    ...withPost(record, post, stamp, () => ({ pinned: true })),
    pinned: [...record.pinned, post],
  }),

  'post-unpinned': (record, { post }, stamp) => ({
    ...withPost(record, post, stamp, () => ({ pinned: false })),
    pinned: record.pinned.filter((id) => id !== post),
  }),

  'post-keyed': (record, { post }, stamp) => ({
    ...withPost(record, post, stamp, () => ({ key: true })),
    key: [...record.key, post],
  }),

  'content-removed': (record, { what, ground }, stamp) => {
    const tombstone = { revision: stamp.revision, at: stamp.at, ground };
    return what.reduce((so, id) => takeDown(so, id, tombstone, stamp), record);
  },

  'post-unkeyed': (record, { post }, stamp) => ({
    ...withPost(record, post, stamp, () => ({ key: false })),
    key: record.key.filter((id) => id !== post),
  }),

  'payment-entered': (record, { kind: _, payment, removed = null, ...rest }, stamp) => ({
    ...withSubject(record, rest.subject, (subject) => ({ ...subject, changed: stamp })),
    payments: record.payments.push({ id: payment, ...rest, entered: stamp, confirmed: null, withdrawn: null, removed }),
  }),

  'payment-confirmed': (record, { payment }, stamp) => withPayment(record, payment, stamp, { confirmed: stamp }),

  'payment-withdrawn': (record, { payment, reason }, stamp) =>
    withPayment(record, payment, stamp, { withdrawn: { ...stamp, reason } }),
};

/** The record after one event, stamped with the revision that holds it. */
export function evolve(record: StoryRecord, event: Event, stamp: Stamp): StoryRecord {
  return (lines[event.kind] as Evolve<EventKind>)(record, event, stamp);
}

/** The record after one revision: `fold(record, revision) -> record`, the only way that a record comes about. */
export function fold(record: StoryRecord, revision: Pick<Revision, 'number' | 'at' | 'by' | 'events'>): StoryRecord {
  const stamp: Stamp = { revision: revision.number, at: revision.at, by: revision.by };
  const after = revision.events.reduce((so, event) => evolve(so, event, stamp), record);
  return { ...after, last: stamp };
}

function withSubject(record: StoryRecord, id: SubjectId, change: (old: Subject) => Subject): StoryRecord {
  return { ...record, subjects: changed(record.subjects, id, change) };
}

function withStatement(
  record: StoryRecord,
  id: StatementId,
  change: (old: RecordedStatement) => RecordedStatement,
): StoryRecord {
  return { ...record, statements: changed(record.statements, id, change) };
}

function withPost(record: StoryRecord, id: PostId, stamp: Stamp, change: (old: Post) => Partial<Post>): StoryRecord {
  const posts = changed(record.posts, id, (old) => ({ ...old, ...change(old), changed: stamp }));
  return { ...record, posts };
}

function withPayment(record: StoryRecord, id: PaymentId, stamp: Stamp, change: Partial<Payment>): StoryRecord {
  const { subject } = get(record.payments, id);
  return {
    ...withSubject(record, subject, (old) => ({ ...old, changed: stamp })),
    payments: changed(record.payments, id, (old) => ({ ...old, ...change })),
  };
}

function withParty(record: StoryRecord, id: PartyId, into: PartyId | null, stamp: Stamp): StoryRecord {
  const parties = changed(record.parties, id, (old) => ({ ...old, into, changed: stamp }));
  return { ...record, parties };
}

function rewritten(
  record: StoryRecord,
  { post, headline, body, note }: EventOf<'post-corrected' | 'post-clarified'>,
  stamp: Stamp,
  sort: Correction['sort'],
): StoryRecord {
  return withPost(record, post, stamp, (old) => ({
    headline,
    body,
    corrections: [...old.corrections, { ...stamp, sort, note, before: { headline: old.headline, body: old.body } }],
  }));
}

function takenBack(
  record: StoryRecord,
  id: StatementId,
  withdrawn: NonNullable<RecordedStatement['withdrawn']>,
): StoryRecord {
  const { revision, at, by } = withdrawn;
  return withSubject(
    withStatement(record, id, (old) => ({ ...old, withdrawn })),
    get(record.statements, id).subject,
    (subject) => ({ ...subject, changed: { revision, at, by } }),
  );
}
