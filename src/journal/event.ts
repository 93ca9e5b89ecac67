import { z } from 'zod';
import { Body } from './body.ts';
import { postLimits } from './limits.ts';
import { Ground, Tombstone } from './removal-shapes.ts';
import {
  PartyIdShape,
  PaymentIdShape,
  PostIdShape,
  ReportIdShape,
  Statement,
  StatementIdShape,
  SubjectIdShape,
} from './statement.ts';
import { PaymentLine } from './subjects/appeal.ts';
import { SubjectTerms } from './subjects/subject.ts';
import { WhenShape } from './times.ts';

const line = z.string().trim().min(1).max(300);
const headline = z.string().trim().min(1).max(postLimits.headline).nullable();
const language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Set where the text of an event was taken down. */
const removed = Tombstone.optional();
const reason = z.string().trim().min(1).max(1000);

/** A story's coverage was opened; always the first event of its journal. */
export const StoryOpened = z.strictObject({
  kind: z.literal('story-opened'),
  title: line,
  summary: z.string().trim().max(1000).nullable(),
  language,
  zone: z.string().max(64),
});

/** A story's headline or summary was changed. */
export const StoryDescribed = z.strictObject({
  kind: z.literal('story-described'),
  title: line,
  summary: z.string().trim().max(1000).nullable(),
});

/** A story's coverage has ended, with what the desk says of that; `null` where it says nothing. */
export const StoryEnded = z.strictObject({ kind: z.literal('story-ended'), note: reason.nullable() });

/** A story's coverage that had ended goes on, with what the desk says of that. */
export const StoryReopened = z.strictObject({ kind: z.literal('story-reopened'), note: reason.nullable() });

/**
 * A report was cited for the first time.
 *
 * `text` is the SHA-256 of its cleaned text, which excerpts are cut from; `bytes` that of what came in. The text itself
 * stays with the desk. `null` means unknown.
 */
export const ReportCited = z.strictObject({
  kind: z.literal('report-cited'),
  report: ReportIdShape,
  text: sha256,
  bytes: sha256,
  title: z.string().trim().min(1).max(500).nullable(),
  outlet: line.nullable(),
  origin: z.string().max(2000).nullable(),
  published: z.string().max(40).nullable(),
  language: language.nullable(),
  removed,
});

/** A party was named: a person, a body, or somebody whose name was not given. */
export const PartyNamed = z.strictObject({
  kind: z.literal('party-named'),
  party: PartyIdShape,
  name: line,
  sort: z.enum(['person', 'body', 'unnamed']),
  role: line.nullable(),
});

/** A party turned out to be another one, under another name; its statements count as the other's until it is split again. */
export const PartyMerged = z.strictObject({ kind: z.literal('party-merged'), party: PartyIdShape, into: PartyIdShape });

/** A party that was merged turned out to be one of its own after all. */
export const PartySplit = z.strictObject({ kind: z.literal('party-split'), party: PartyIdShape });

/** A subject was opened; `sides` are the parties whose statement on it is awaited, and shown as missing until it comes. */
export const SubjectOpened = z.strictObject({
  kind: z.literal('subject-opened'),
  subject: SubjectIdShape,
  name: line,
  terms: SubjectTerms,
  sides: z.array(PartyIdShape).max(20),
});

/** A statement was recorded. */
export const StatementRecorded = z.strictObject({ kind: z.literal('statement-recorded'), ...Statement.shape, removed });

/** A statement was withdrawn by the desk: it no longer stands, and says why. */
export const StatementWithdrawn = z.strictObject({
  kind: z.literal('statement-withdrawn'),
  statement: StatementIdShape,
  reason,
});

/** A statement was corrected: another took its place, and in the desk's words what was wrong with it. */
export const StatementCorrected = z.strictObject({
  kind: z.literal('statement-corrected'),
  statement: StatementIdShape,
  by: StatementIdShape,
  note: reason,
});

/** A post was published, with the statements it carries. */
export const PostPublished = z.strictObject({
  kind: z.literal('post-published'),
  post: PostIdShape,
  headline,
  body: Body,
  language,
  statements: z.array(StatementIdShape).max(50),
  removed,
});

/** A post was corrected: what it says now, and in the desk's words what was wrong. */
export const PostCorrected = z.strictObject({
  kind: z.literal('post-corrected'),
  post: PostIdShape,
  headline,
  body: Body,
  note: reason,
});

/** A post was clarified: nothing in it was wrong, and it says it better now. */
export const PostClarified = z.strictObject({ ...PostCorrected.shape, kind: z.literal('post-clarified') });

/** A post was withdrawn: it no longer stands, and says why. */
export const PostWithdrawn = z.strictObject({ kind: z.literal('post-withdrawn'), post: PostIdShape, reason });

/** A post was pinned to the top of the page. */
export const PostPinned = z.strictObject({ kind: z.literal('post-pinned'), post: PostIdShape });

/** A post was taken down from the top of the page; it stays in the stream. */
export const PostUnpinned = z.strictObject({ kind: z.literal('post-unpinned'), post: PostIdShape });

/** A post was made a key point. */
export const PostKeyed = z.strictObject({ kind: z.literal('post-keyed'), post: PostIdShape });

/** A post is a key point no longer; it stays in the stream. */
export const PostUnkeyed = z.strictObject({ kind: z.literal('post-unkeyed'), post: PostIdShape });

/**
 * Payment details were entered for an appeal; nobody is to pay into them before another person has confirmed them.
 *
 * `payee` is in whose name the account is. They are never edited: another entry takes their place.
 */
export const PaymentEntered = z.strictObject({
  kind: z.literal('payment-entered'),
  payment: PaymentIdShape,
  subject: SubjectIdShape,
  country: line.nullable(),
  payee: line,
  lines: z.array(PaymentLine).min(1).max(8),
  validUntil: WhenShape.nullable(),
  removed,
});

/** Payment details were confirmed by another person than the one who entered them. */
export const PaymentConfirmed = z.strictObject({ kind: z.literal('payment-confirmed'), payment: PaymentIdShape });

/** Payment details were withdrawn: nobody is to pay into them any more. */
export const PaymentWithdrawn = z.strictObject({
  kind: z.literal('payment-withdrawn'),
  payment: PaymentIdShape,
  reason,
});

/**
 * Things were taken down: by law, for safety, privacy or rights.
 *
 * Their texts are gone from the journal, from this revision on and from all before it.
 */
export const ContentRemoved = z.strictObject({
  kind: z.literal('content-removed'),
  what: z
    .array(z.union([PostIdShape, StatementIdShape, ReportIdShape, PaymentIdShape]))
    .min(1)
    .max(50),
  ground: Ground,
});

/** One thing that a revision says happened to the record. */
export const Event = z.discriminatedUnion('kind', [
  StoryOpened,
  StoryDescribed,
  StoryEnded,
  StoryReopened,
  ReportCited,
  PartyNamed,
  PartyMerged,
  PartySplit,
  SubjectOpened,
  StatementRecorded,
  StatementWithdrawn,
  StatementCorrected,
  PostPublished,
  PostCorrected,
  PostClarified,
  PostWithdrawn,
  PostPinned,
  PostUnpinned,
  PostKeyed,
  PostUnkeyed,
  ContentRemoved,
  PaymentEntered,
  PaymentConfirmed,
  PaymentWithdrawn,
]);
export type Event = z.infer<typeof Event>;

/** The names of the events. */
export type EventKind = Event['kind'];

/** The event of one kind. */
export type EventOf<Kind extends EventKind> = Extract<Event, { kind: Kind }>;
