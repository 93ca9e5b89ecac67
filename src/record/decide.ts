import type { Event, EventOf } from '../journal/event.ts';
import { checkMoment, checkZone, type Moment } from '../terms/when.ts';
import type { PostId, StatementId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import { isEmpty } from '../journal/body.ts';
import type { Command, CommandOf } from './command.ts';
import { publish } from './publish.ts';
import { find, revisionOf, type Post, type RecordedStatement, type Stamp, type StoryRecord } from './record.ts';

/** A report as the desk keeps it, as far as deciding needs it. */
export type KnownReport = Omit<EventOf<'report-cited'>, 'kind' | 'report' | 'text'> & {
  /** The cleaned text itself, which excerpts are checked against. */
  words: string;
};

/** What surrounds a command: when it is decided, and the reports that the desk keeps. */
export interface Circumstances {
  moment: Moment;
  /** The report whose cleaned text has a SHA-256, or `undefined`. */
  report(text: string): KnownReport | undefined;
}

type Decide<Kind extends Command['kind']> = (
  record: StoryRecord,
  command: CommandOf<Kind>,
  circumstances: Circumstances,
) => Event[];

/** What each command comes to; a command without a line does not compile. */
const lines: { [Kind in Command['kind']]: Decide<Kind> } = {
  'open-story': (record, { title, summary, language, zone }) => {
    if (record.last !== null) throw new Refusal('story-exists', { story: record.story });
    checkZone(zone);
    return [{ kind: 'story-opened', title, summary, language, zone }];
  },

  'describe-story': (record, { title, summary, seen }) => {
    checkSeen(record, seen, record.story, record.described);
    if (title === record.title && summary === record.summary)
      throw new Refusal('nothing-changes', { id: record.story });
    return [{ kind: 'story-described', title, summary }];
  },

  publish,

  'correct-post': (record, { post: id, headline, body, note, seen }) => {
    const post = standingPost(record, id, seen);
    if (isEmpty(body)) throw new Refusal('post-empty', {});
    if (headline === post.headline && JSON.stringify(body) === JSON.stringify(post.body)) {
      throw new Refusal('nothing-changes', { id });
    }
    return [{ kind: 'post-corrected', post: id, headline, body, note }];
  },

  'withdraw-post': (record, { post: id, reason, seen }) => {
    const post = standingPost(record, id, seen);
    return [
      ...(post.pinned ? [{ kind: 'post-unpinned', post: id } as const] : []),
      ...(post.key ? [{ kind: 'post-unkeyed', post: id } as const] : []),
      ...post.statements
        .filter((statement) => find(record.statements, statement)?.withdrawn === null)
        .map((statement) => ({ kind: 'statement-withdrawn', statement, reason }) as const),
      { kind: 'post-withdrawn', post: id, reason },
    ];
  },

  'withdraw-statement': (record, { statement: id, reason, seen }) => {
    standingStatement(record, id, seen);
    return [{ kind: 'statement-withdrawn', statement: id, reason }];
  },

  'pin-post': (record, { post: id, seen }) => {
    if (standingPost(record, id, seen).pinned) throw new Refusal('nothing-changes', { id });
    return [{ kind: 'post-pinned', post: id }];
  },

  'unpin-post': (record, { post: id, seen }) => {
    if (!standingPost(record, id, seen).pinned) throw new Refusal('nothing-changes', { id });
    return [{ kind: 'post-unpinned', post: id }];
  },

  'key-post': (record, { post: id, seen }) => {
    if (standingPost(record, id, seen).key) throw new Refusal('nothing-changes', { id });
    return [{ kind: 'post-keyed', post: id }];
  },

  'unkey-post': (record, { post: id, seen }) => {
    if (!standingPost(record, id, seen).key) throw new Refusal('nothing-changes', { id });
    return [{ kind: 'post-unkeyed', post: id }];
  },
};

/**
 * What a command comes to, against what stands: the events of one revision.
 *
 * Throws a `Refusal` where it cannot be done; then nothing has happened.
 */
export function decide(record: StoryRecord, command: Command, circumstances: Circumstances): Event[] {
  checkMoment(circumstances.moment);
  if (record.last === null && command.kind !== 'open-story')
    throw new Refusal('story-unknown', { story: record.story });
  if (record.last !== null && circumstances.moment < record.last.at) {
    throw new Refusal('clock-behind', { moment: circumstances.moment, last: record.last.at });
  }
  return (lines[command.kind] as Decide<Command['kind']>)(record, command, circumstances);
}

/** Refuses a change to something that was changed after the revision the editor had before the eyes. */
function checkSeen(record: StoryRecord, seen: number, id: string, changed: Stamp | null): void {
  const head = revisionOf(record);
  if (seen > head) throw new Refusal('revision-ahead', { revision: seen, head });
  if (changed !== null && changed.revision > seen) {
    throw new Refusal('changed-since', { id, seen, revision: changed.revision, by: changed.by });
  }
}

function standingPost(record: StoryRecord, id: PostId, seen: number): Post {
  const post = find(record.posts, id);
  if (post === undefined) throw new Refusal('thing-unknown', { id });
  checkSeen(record, seen, id, post.changed);
  if (post.withdrawn !== null) throw new Refusal('already-withdrawn', { id, revision: post.withdrawn.revision });
  return post;
}

function standingStatement(record: StoryRecord, id: StatementId, seen: number): RecordedStatement {
  const statement = find(record.statements, id);
  if (statement === undefined) throw new Refusal('thing-unknown', { id });
  checkSeen(record, seen, id, statement.withdrawn ?? statement.recorded);
  if (statement.withdrawn !== null) {
    throw new Refusal('already-withdrawn', { id, revision: statement.withdrawn.revision });
  }
  return statement;
}
