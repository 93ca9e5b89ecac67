import type { Event, EventKind, EventOf } from '../journal/event.ts';
import type { Revision } from '../journal/revision.ts';
import { numberOf, type PostId, type StatementId, type SubjectId } from '../terms/ids.ts';
import { get, type Post, type RecordedStatement, type Stamp, type StoryRecord, type Subject } from './record.ts';
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

  'report-cited': (record, { kind: _, report, ...rest }, stamp) => ({
    ...record,
    reports: record.reports.push({ id: report, ...rest, cited: stamp }),
  }),

  'party-named': (record, { kind: _, party, ...rest }, stamp) => ({
    ...record,
    parties: record.parties.push({ id: party, ...rest, named: stamp }),
  }),

  'subject-opened': (record, { subject, name, terms }, stamp) => ({
    ...record,
    subjects: record.subjects.push({
      id: subject,
      name,
      terms,
      opened: stamp,
      changed: stamp,
      statements: Sequence.empty(),
    }),
  }),

  'statement-recorded': (record, { kind: _, statement, ...rest }, stamp) => ({
    ...withSubject(record, rest.subject, (subject) => ({
      ...subject,
      changed: stamp,
      statements: subject.statements.push(statement),
    })),
    statements: record.statements.push({ id: statement, ...rest, recorded: stamp, withdrawn: null, post: null }),
  }),

  'statement-withdrawn': (record, { statement, reason }, stamp) =>
    withSubject(
      withStatement(record, statement, (old) => ({ ...old, withdrawn: { ...stamp, reason } })),
      get(record.statements, statement).subject,
      (subject) => ({ ...subject, changed: stamp }),
    ),

  'post-published': (record, { post, headline, body, language, statements }, stamp) => {
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
        pinned: false,
        key: false,
        changed: stamp,
      }),
    };
  },

  'post-corrected': (record, { post, headline, body, note }, stamp) =>
    withPost(record, post, stamp, (old) => ({
      headline,
      body,
      corrections: [...old.corrections, { ...stamp, note, before: { headline: old.headline, body: old.body } }],
    })),

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

  'post-unkeyed': (record, { post }, stamp) => ({
    ...withPost(record, post, stamp, () => ({ key: false })),
    key: record.key.filter((id) => id !== post),
  }),
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
  const subject = change(get(record.subjects, id));
  return { ...record, subjects: record.subjects.with(numberOf(id) - 1, subject) };
}

function withStatement(
  record: StoryRecord,
  id: StatementId,
  change: (old: RecordedStatement) => RecordedStatement,
): StoryRecord {
  const statement = change(get(record.statements, id));
  return { ...record, statements: record.statements.with(numberOf(id) - 1, statement) };
}

function withPost(record: StoryRecord, id: PostId, stamp: Stamp, change: (old: Post) => Partial<Post>): StoryRecord {
  const old = get(record.posts, id);
  const post: Post = { ...old, ...change(old), changed: stamp };
  return { ...record, posts: record.posts.with(numberOf(id) - 1, post) };
}
