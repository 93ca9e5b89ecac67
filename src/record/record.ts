import type { Body } from '../journal/body.ts';
import type { EventOf } from '../journal/event.ts';
import type { Tombstone } from '../journal/removal-shapes.ts';
import type { Statement } from '../journal/statement.ts';
import type { SubjectTerms } from '../journal/subjects/subject.ts';
import {
  numberOf,
  type PartyId,
  type PaymentId,
  type PostId,
  type ReportId,
  type StatementId,
  type StoryId,
  type SubjectId,
  type ThingId,
} from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';
import { Sequence } from './sequence.ts';

/** Which revision did something, when, and who signed it. */
export interface Stamp {
  revision: number;
  at: Moment;
  by: string;
}

/** Why and when the desk took something back. */
export interface Withdrawal extends Stamp {
  reason: string;
}

/** An end of a story's coverage, with what the desk said of it. */
export interface Ending extends Stamp {
  note: string | null;
  /** When the coverage went on after all, with what the desk said of that; `null` where it did not. */
  reopened: (Stamp & { note: string | null }) | null;
}

/** A report that statements are cut from. */
export type Report = Omit<EventOf<'report-cited'>, 'kind' | 'report' | 'removed'> & {
  id: ReportId;
  cited: Stamp;
  removed: Tombstone | null;
};

/** A party that speaks or acts. */
export type Party = Omit<EventOf<'party-named'>, 'kind' | 'party'> & {
  id: PartyId;
  named: Stamp;
  /** The party that this one was merged into; `null` where it stands for itself. */
  into: PartyId | null;
  /** The last revision that merged or split it. */
  changed: Stamp;
};

/** What statements are about, with the statements recorded on it, oldest first. */
export interface Subject {
  id: SubjectId;
  name: string;
  terms: SubjectTerms;
  /** The parties whose statement on it is awaited. */
  sides: readonly PartyId[];
  opened: Stamp;
  /** The last revision that changed what is known of it. */
  changed: Stamp;
  statements: Sequence<StatementId>;
}

/** A statement as it stands on the record. */
export type RecordedStatement = Omit<Statement, 'statement'> & {
  id: StatementId;
  /** Set where its text was taken down; then it no longer stands. */
  removed: Tombstone | null;
  recorded: Stamp;
  /** Why it no longer stands, and the statement that took its place, where it was corrected rather than withdrawn. */
  withdrawn: (Withdrawal & { correctedBy: StatementId | null }) | null;
  /** The statement whose place it took as its correction; `null` where it corrects none. */
  corrects: StatementId | null;
  /** The post that carries it; `null` where it was recorded without one. */
  post: PostId | null;
};

/** Payment details of an appeal. */
export type Payment = Omit<EventOf<'payment-entered'>, 'kind' | 'payment' | 'removed'> & {
  id: PaymentId;
  entered: Stamp;
  /** Signed by another person than the entry; `null` before that. */
  confirmed: Stamp | null;
  withdrawn: Withdrawal | null;
  /** Set where they were taken down. */
  removed: Tombstone | null;
};

/** What a post said before it was corrected or clarified, and in the desk's words why. */
export interface Correction extends Stamp {
  sort: 'correction' | 'clarification';
  note: string;
  before: { headline: string | null; body: Body };
}

/** An item of the live stream. */
export interface Post {
  id: PostId;
  headline: string | null;
  body: Body;
  language: string;
  statements: readonly StatementId[];
  published: Stamp;
  /** Oldest first. */
  corrections: readonly Correction[];
  withdrawn: Withdrawal | null;
  /** Set where its text was taken down. */
  removed: Tombstone | null;
  pinned: boolean;
  key: boolean;
  /** The last revision that changed the post itself. */
  changed: Stamp;
}

/** The journal of one story folded up to a revision: the state of everything as of then. Never changed, only replaced. */
export interface StoryRecord {
  story: StoryId;
  /** The last revision folded in; `null` before the first. */
  last: Stamp | null;
  title: string;
  summary: string | null;
  language: string;
  /** The story's time zone, an IANA name. */
  zone: string;
  opened: Stamp | null;
  described: Stamp | null;
  /** What the story was called before, oldest first, and what ended it. */
  earlierTitles: readonly { title: string; summary: string | null; until: Stamp }[];
  /** When the coverage ended, oldest first; it went on after each but the last. */
  endings: readonly Ending[];
  reports: Sequence<Report>;
  parties: Sequence<Party>;
  subjects: Sequence<Subject>;
  statements: Sequence<RecordedStatement>;
  posts: Sequence<Post>;
  payments: Sequence<Payment>;
  /** Parties that were merged into others, in the order of merging. */
  merged: readonly PartyId[];
  /** Pinned posts, in the order of pinning. */
  pinned: readonly PostId[];
  /** Key points, in the order of their making. */
  key: readonly PostId[];
}

/** The record of a story before its first revision. */
export function emptyRecord(story: StoryId): StoryRecord {
  return {
    story,
    last: null,
    title: '',
    summary: null,
    language: 'und',
    zone: 'UTC',
    opened: null,
    described: null,
    earlierTitles: [],
    endings: [],
    reports: Sequence.empty(),
    parties: Sequence.empty(),
    subjects: Sequence.empty(),
    statements: Sequence.empty(),
    posts: Sequence.empty(),
    payments: Sequence.empty(),
    merged: [],
    pinned: [],
    key: [],
  };
}

/** The number of the last revision in a record; 0 before the first. */
export function revisionOf(record: StoryRecord): number {
  return record.last?.revision ?? 0;
}

/** The end of a story's coverage; `null` while it goes on. */
export function endingOf({ endings }: StoryRecord): Ending | null {
  const last = endings.at(-1);
  return last === undefined || last.reopened !== null ? null : last;
}

/** The thing with a name in its sequence, or `undefined` where there is none. */
export function find<Thing extends { id: ThingId }>(things: Sequence<Thing>, id: Thing['id']): Thing | undefined {
  return things.at(numberOf(id) - 1);
}

/** The thing with a name that the record is known to hold. Throws `Error` where it does not: then the journal is broken. */
export function get<Thing extends { id: ThingId }>(things: Sequence<Thing>, id: Thing['id']): Thing {
  const thing = find(things, id);
  if (thing === undefined) throw new Error(`the record holds no ${id}`);
  return thing;
}

/**
 * The sequence with what a change makes of the thing with a name, which is not read for it. Throws as `get`.
 */
export function changed<Thing extends { id: ThingId }>(
  things: Sequence<Thing>,
  id: Thing['id'],
  change: (thing: Thing) => Thing,
): Sequence<Thing> {
  const place = numberOf(id) - 1;
  if (place < 0 || place >= things.length) throw new Error(`the record holds no ${id}`);
  return things.update(place, change);
}
