import { z } from 'zod';
import type { PartyId, PaymentId, ReportId, StatementId, SubjectId } from '../terms/ids.ts';
import { Value } from './subjects/subject.ts';
import { WhenShape } from './times.ts';

const count = '[1-9][0-9]{0,8}';
const id = <Id extends string>(thing: string) =>
  z.string().regex(new RegExp(`^${thing}-${count}$`)) as unknown as z.ZodType<Id, Id>;

/** The name of a post within its story. */
export const PostIdShape = id<`post-${number}`>('post');
/** The name of a statement within its story. */
export const StatementIdShape = id<StatementId>('statement');
/** The name of a subject within its story. */
export const SubjectIdShape = id<SubjectId>('subject');
/** The name of a party within its story. */
export const PartyIdShape = id<PartyId>('party');
/** The name of a report within its story. */
export const ReportIdShape = id<ReportId>('report');
/** The name of an appeal's payment details within its story. */
export const PaymentIdShape = id<PaymentId>('payment');

/** How something was said; `forecasts` and `demands` are not reports of fact. */
export const Mode = z.enum([
  'says',
  'estimates',
  'announces',
  'reports',
  'confirms',
  'denies',
  'disputes',
  'demands',
  'offers',
  'refuses',
  'warns',
  'forecasts',
]);
export type Mode = z.infer<typeof Mode>;

/** Exact words of a report; see `terms/excerpt.ts`. */
export const ExcerptShape = z.strictObject({
  exact: z.string().max(5000),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

/** Who said it: the party, its name and its role as printed there and then. */
export const Speaker = z.strictObject({
  party: PartyIdShape,
  as: z.string().trim().min(1).max(200),
  role: z.string().trim().min(1).max(200).nullable(),
});
export type Speaker = z.infer<typeof Speaker>;

/** How a statement refers to another. */
export const Link = z.strictObject({
  kind: z.enum(['denies', 'disputes', 'echoes', 'corrects', 'repeats']),
  statement: StatementIdShape,
});
export type Link = z.infer<typeof Link>;

/**
 * Who said what about which subject, through whom, when, in which excerpt.
 *
 * `by` is `null` in the desk's own voice, and only then may `excerpt` be `null`: no statement stands without exact words
 * or the desk's own signature. `via` names those through whom it came, nearest to the speaker first. `channel` is what
 * it was said on, as printed. `null` means that nobody said; it is shown so and never filled in.
 */
export const Statement = z.strictObject({
  statement: StatementIdShape,
  subject: SubjectIdShape,
  by: Speaker.nullable(),
  via: z.array(PartyIdShape).max(5),
  channel: z.string().trim().min(1).max(200).nullable(),
  mode: Mode,
  value: Value,
  happened: WhenShape.nullable(),
  said: WhenShape.nullable(),
  report: ReportIdShape.nullable(),
  excerpt: ExcerptShape.nullable(),
  links: z.array(Link).max(20),
});
export type Statement = z.infer<typeof Statement>;
