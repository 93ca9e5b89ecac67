import type { Event, EventOf } from '../journal/event.ts';
import { checkMoment, checkWhen, checkZone, type Moment } from '../terms/when.ts';
import type { PartyId, PaymentId, PostId, StatementId } from '../terms/ids.ts';
import { isSamePerson } from '../terms/person.ts';
import { Refusal } from '../terms/refusal.ts';
import { isEmpty } from '../journal/body.ts';
import type { Statement } from '../journal/statement.ts';
import type { Command, CommandOf } from './command.ts';
import { identityOf } from './parties.ts';
import { publish } from './publish.ts';
import { checkGoesOn } from './ending.ts';
import {
  endingOf,
  find,
  get,
  revisionOf,
  type Party,
  type Payment,
  type Post,
  type RecordedStatement,
  type Stamp,
  type StoryRecord,
} from './record.ts';
import { isThere } from './take-down.ts';
import { recordStatements } from './recording.ts';

/** A report as the desk keeps it, as far as deciding needs it. */
export type KnownReport = Omit<EventOf<'report-cited'>, 'kind' | 'report' | 'text'> & {
  /** The cleaned text itself, which excerpts are checked against. */
  words: string;
};

/** What surrounds a command: when it is decided, who asks, and the reports that the desk keeps. */
export interface Circumstances {
  moment: Moment;
  /** The editor's name, with which the revision will be signed. */
  by: string;
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

  'end-story': (record, { note, seen }) => {
    checkSeen(record, seen, record.story, lastEndedOrReopened(record));
    if (endingOf(record) !== null) throw new Refusal('nothing-changes', { id: record.story });
    return [{ kind: 'story-ended', note }];
  },

  'reopen-story': (record, { note, seen }) => {
    checkSeen(record, seen, record.story, lastEndedOrReopened(record));
    if (endingOf(record) === null) throw new Refusal('nothing-changes', { id: record.story });
    return [{ kind: 'story-reopened', note }];
  },

  publish,

  'correct-post': (record, command) => [{ ...rewriting(record, command), kind: 'post-corrected' }],

  'clarify-post': (record, command) => [{ ...rewriting(record, command), kind: 'post-clarified' }],

  'withdraw-post': (record, { post: id, reason, seen }) => {
    const post = standingPost(record, id, seen);
    return [
      ...unmarked(post),
      ...post.statements
        .filter((statement) => {
          const { withdrawn, removed } = get(record.statements, statement);
          return withdrawn === null && removed === null;
        })
        .map((statement) => ({ kind: 'statement-withdrawn', statement, reason }) as const),
      { kind: 'post-withdrawn', post: id, reason },
    ];
  },

  'withdraw-statement': (record, { statement: id, reason, seen }) => {
    standingStatement(record, id, seen);
    return [{ kind: 'statement-withdrawn', statement: id, reason }];
  },

  'correct-statement': (record, { statement: id, note, seen, right, parties, subjects }, circumstances) => {
    const wrong = standingStatement(record, id, seen);
    const corrects = { kind: 'corrects', statement: id } as const;
    const statements = [{ ...right, links: [...right.links.filter((link) => link.statement !== id), corrects] }];
    const { before, recorded } = recordStatements(record, { parties, subjects, statements }, circumstances);
    if (saysTheSame(wrong, recorded[0]!)) throw new Refusal('nothing-changes', { id });
    return [...before, ...recorded, { kind: 'statement-corrected', statement: id, by: recorded[0]!.statement, note }];
  },

  'merge-parties': (record, { party: id, into, seen }) => {
    const party = knownParty(record, id, seen);
    knownParty(record, into, seen);
    if (party.into !== null) throw new Refusal('party-merged-already', { id, into: party.into });
    if (identityOf(record, into) === id) throw new Refusal('party-merged-circle', { id, into });
    return [{ kind: 'party-merged', party: id, into }];
  },

  'split-party': (record, { party: id, seen }) => {
    if (knownParty(record, id, seen).into === null) throw new Refusal('nothing-changes', { id });
    return [{ kind: 'party-split', party: id }];
  },

  'remove-content': (record, { what, ground, seen }) => {
    checkSeen(record, seen, record.story, null);
    for (const id of what) {
      const there = isThere(record, id);
      if (there === undefined) throw new Refusal('thing-unknown', { id });
      if (!there) throw new Refusal('already-removed', { id });
    }
    const marked = [...new Set(what)].flatMap((id) =>
      id.startsWith('post-') ? unmarked(find(record.posts, id as PostId)!) : [],
    );
    return [...marked, { kind: 'content-removed', what: [...new Set(what)], ground }];
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

  'enter-payment': (record, { kind: _, seen, ...details }) => {
    const { subject: id, validUntil } = details;
    checkSeen(record, seen, id, null);
    const subject = find(record.subjects, id);
    if (subject === undefined) throw new Refusal('thing-unknown', { id });
    const { kind } = subject.terms;
    if (kind !== 'appeal') throw new Refusal('payment-misplaced', { subject: subject.name, kind });
    if (validUntil !== null) checkWhen(validUntil);
    return [{ kind: 'payment-entered', payment: `payment-${record.payments.length + 1}`, ...details }];
  },

  'confirm-payment': (record, { payment: id, seen }, { by }) => {
    const { entered, confirmed } = standingPayment(record, id, seen);
    checkSeen(record, seen, id, confirmed ?? entered);
    if (confirmed !== null) throw new Refusal('nothing-changes', { id });
    if (isSamePerson(by, entered.by)) throw new Refusal('payment-own-confirmation', { id, by: entered.by });
    return [{ kind: 'payment-confirmed', payment: id }];
  },

  // Whatever was done to them meanwhile: who sees that they are wrong must be able to stop them.
  'withdraw-payment': (record, { payment: id, reason, seen }) => {
    standingPayment(record, id, seen);
    return [{ kind: 'payment-withdrawn', payment: id, reason }];
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
  checkGoesOn(record, command);
  return (lines[command.kind] as Decide<Command['kind']>)(record, command, circumstances);
}

/** Takes a post's marks off: what no longer stands is neither pinned nor a key point. */
function unmarked({ id, pinned, key }: Post): Event[] {
  return [
    ...(pinned ? [{ kind: 'post-unpinned', post: id } as const] : []),
    ...(key ? [{ kind: 'post-unkeyed', post: id } as const] : []),
  ];
}

/** Refuses a change to something that was changed after the revision the editor had before the eyes. */
function checkSeen(record: StoryRecord, seen: number, id: string, changed: Stamp | null): void {
  const head = revisionOf(record);
  if (seen > head) throw new Refusal('revision-ahead', { revision: seen, head });
  if (changed !== null && changed.revision > seen) {
    throw new Refusal('changed-since', { id, seen, revision: changed.revision, by: changed.by });
  }
}

function lastEndedOrReopened({ endings }: StoryRecord): Stamp | null {
  const last = endings.at(-1);
  return last?.reopened ?? last ?? null;
}

function standingPost(record: StoryRecord, id: PostId, seen: number): Post {
  const post = find(record.posts, id);
  if (post === undefined) throw new Refusal('thing-unknown', { id });
  checkSeen(record, seen, id, post.changed);
  if (post.removed !== null) throw new Refusal('already-removed', { id });
  if (post.withdrawn !== null) throw new Refusal('already-withdrawn', { id, revision: post.withdrawn.revision });
  return post;
}

/** Whether a statement says of everything what another says, through the same words. */
function saysTheSame(old: RecordedStatement, fresh: EventOf<'statement-recorded'>): boolean {
  const said = ({ subject, by, via, channel, mode, value, happened, said, report, excerpt, links }: Statement) =>
    JSON.stringify([subject, by, via, channel, mode, value, happened, said, report, excerpt, links]);
  const links = fresh.links.filter(({ kind, statement }) => kind !== 'corrects' || statement !== old.id);
  return said({ ...old, statement: old.id }) === said({ ...fresh, links });
}

function knownParty(record: StoryRecord, id: PartyId, seen: number): Party {
  const party = find(record.parties, id);
  if (party === undefined) throw new Refusal('thing-unknown', { id });
  checkSeen(record, seen, id, party.changed);
  return party;
}

/** Payment details that were neither withdrawn nor taken down. */
function standingPayment(record: StoryRecord, id: PaymentId, seen: number): Payment {
  const payment = find(record.payments, id);
  if (payment === undefined) throw new Refusal('thing-unknown', { id });
  const { withdrawn, removed } = payment;
  checkSeen(record, seen, id, withdrawn);
  if (removed !== null) throw new Refusal('already-removed', { id });
  if (withdrawn !== null) throw new Refusal('already-withdrawn', { id, revision: withdrawn.revision });
  return payment;
}

/** What a post is to say instead of what it says. */
function rewriting(
  record: StoryRecord,
  { post: id, headline, body, note, seen }: CommandOf<'correct-post' | 'clarify-post'>,
) {
  const post = standingPost(record, id, seen);
  if (isEmpty(body)) throw new Refusal('post-empty', {});
  if (headline === post.headline && JSON.stringify(body) === JSON.stringify(post.body)) {
    throw new Refusal('nothing-changes', { id });
  }
  return { post: id, headline, body, note };
}

function standingStatement(record: StoryRecord, id: StatementId, seen: number): RecordedStatement {
  const statement = find(record.statements, id);
  if (statement === undefined) throw new Refusal('thing-unknown', { id });
  checkSeen(record, seen, id, statement.withdrawn ?? statement.recorded);
  if (statement.removed !== null) throw new Refusal('already-removed', { id });
  if (statement.withdrawn !== null) {
    throw new Refusal('already-withdrawn', { id, revision: statement.withdrawn.revision });
  }
  return statement;
}
