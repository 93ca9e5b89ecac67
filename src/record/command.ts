import { z } from 'zod';
import { Body } from '../journal/body.ts';
import {
  ContentRemoved,
  PartyNamed,
  PaymentEntered,
  PostPublished,
  StoryEnded,
  StoryOpened,
  StoryReopened,
  SubjectOpened,
} from '../journal/event.ts';
import {
  ExcerptShape,
  Link,
  PartyIdShape,
  PaymentIdShape,
  PostIdShape,
  Speaker,
  Statement,
  StatementIdShape,
  SubjectIdShape,
} from '../journal/statement.ts';

/** A name, within one command, for a party or subject that the command itself brings. */
const Fresh = z.templateLiteral(['new-', z.int().positive()]);
export type Fresh = z.infer<typeof Fresh>;

const seen = z.int().nonnegative();
const reason = z.string().trim().min(1).max(1000);
const { title, summary, language, zone } = StoryOpened.shape;
const { headline } = PostPublished.shape;

/** Opens a story. */
const OpenStory = z.strictObject({ kind: z.literal('open-story'), title, summary, language, zone });

/** Changes a story's headline and summary. */
const DescribeStory = z.strictObject({ kind: z.literal('describe-story'), seen, title, summary });

/** Ends a story's coverage, in the desk's own words where it has any: what is on the record can still be put right. */
const EndStory = StoryEnded.extend({ kind: z.literal('end-story'), seen });

/** Lets coverage that has ended go on. */
const ReopenStory = StoryReopened.extend({ kind: z.literal('reopen-story'), seen });

/** A statement to record; its party and subject may be brought by the same command. */
export const NewStatement = Statement.omit({ statement: true, report: true }).extend({
  subject: z.union([SubjectIdShape, Fresh]),
  by: Speaker.extend({ party: z.union([PartyIdShape, Fresh]) }).nullable(),
  via: z.array(z.union([PartyIdShape, Fresh])).max(5),
  /** `report` is the SHA-256 of the report's cleaned text, by which the desk keeps it. */
  excerpt: ExcerptShape.extend({ report: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
});
export type NewStatement = z.infer<typeof NewStatement>;

const fresh = {
  parties: z.array(PartyNamed.omit({ kind: true, party: true }).extend({ ref: Fresh })).max(50),
  subjects: z
    .array(
      SubjectOpened.omit({ kind: true, subject: true }).extend({
        ref: Fresh,
        sides: z.array(z.union([PartyIdShape, Fresh])).max(20),
      }),
    )
    .max(50),
};

/** Publishes a post, statements, or a post with its statements: one revision, whole or not at all. */
const Publish = z.strictObject({
  kind: z.literal('publish'),
  post: z.strictObject({ headline, body: Body, language, key: z.boolean(), pinned: z.boolean() }).nullable(),
  ...fresh,
  statements: z.array(NewStatement).max(50),
});

/** Corrects a post: what it says now, and what was wrong. */
const CorrectPost = z.strictObject({
  kind: z.literal('correct-post'),
  seen,
  post: PostIdShape,
  headline,
  body: Body,
  note: reason,
});

/** Says better what a post says; nothing in it was wrong. */
const ClarifyPost = CorrectPost.extend({ kind: z.literal('clarify-post') });

/** Puts a right statement in the place of a wrong one, saying what was wrong. */
const CorrectStatement = z.strictObject({
  kind: z.literal('correct-statement'),
  seen,
  statement: StatementIdShape,
  note: reason,
  ...fresh,
  // The link to the wrong one is added to these.
  right: NewStatement.extend({ links: z.array(Link).max(19) }),
});

/** Says that a party is another one, under another name. */
const MergeParties = z.strictObject({
  kind: z.literal('merge-parties'),
  seen,
  party: PartyIdShape,
  into: PartyIdShape,
});

/** Takes a merging back. */
const SplitParty = z.strictObject({ kind: z.literal('split-party'), seen, party: PartyIdShape });

/** Takes texts down, by law, for safety, privacy or rights. */
const RemoveContent = z.strictObject({
  kind: z.literal('remove-content'),
  seen,
  what: ContentRemoved.shape.what,
  ground: ContentRemoved.shape.ground,
});

const onPost = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind), seen, post: PostIdShape });

/** Takes back a post or statement, saying why. */
const WithdrawPost = onPost('withdraw-post').extend({ reason });
const WithdrawStatement = z.strictObject({
  kind: z.literal('withdraw-statement'),
  seen,
  statement: StatementIdShape,
  reason,
});

/** Enters payment details for an appeal; another person has to confirm them. */
const EnterPayment = PaymentEntered.omit({ kind: true, payment: true, removed: true }).extend({
  kind: z.literal('enter-payment'),
  seen,
});

/** Confirms payment details that another person entered. */
const ConfirmPayment = z.strictObject({ kind: z.literal('confirm-payment'), seen, payment: PaymentIdShape });

/** Withdraws payment details, saying why; to change them, withdraw them and enter others. */
const WithdrawPayment = ConfirmPayment.extend({ kind: z.literal('withdraw-payment'), reason });

/**
 * What an editor asks of the record.
 *
 * `seen` is the revision that the editor had before the eyes: a thing that changed after it is not changed again blindly.
 */
export const Command = z.discriminatedUnion('kind', [
  OpenStory,
  DescribeStory,
  EndStory,
  ReopenStory,
  Publish,
  CorrectPost,
  ClarifyPost,
  WithdrawPost,
  WithdrawStatement,
  CorrectStatement,
  MergeParties,
  SplitParty,
  RemoveContent,
  onPost('pin-post'),
  onPost('unpin-post'),
  onPost('key-post'),
  onPost('unkey-post'),
  EnterPayment,
  ConfirmPayment,
  WithdrawPayment,
]);
export type Command = z.infer<typeof Command>;

/** The command of one kind. */
export type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;
