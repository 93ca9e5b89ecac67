import { z } from 'zod';
import { WhenShape } from '../times.ts';

const line = z.string().trim().min(1).max(200);

/**
 * A way to give, as it was printed.
 *
 * `address` is where the way leads, a page or a place to write to, and `null` where the report has lost it: it is shown
 * as missing. Account numbers are no part of it; see `payment-entered`.
 */
export const GivingWay = z.strictObject({
  country: line.nullable(),
  means: z.enum(['online', 'bank-transfer', 'cheque', 'card', 'cash', 'goods']),
  address: z.string().trim().min(1).max(500).nullable(),
});
export type GivingWay = z.infer<typeof GivingWay>;

/**
 * One line of an appeal's payment details, such as “IBAN” and the number itself.
 *
 * `text` is copied as it stands: it holds no line end and nothing invisible.
 */
export const PaymentLine = z.strictObject({
  label: z.string().trim().min(1).max(60),
  text: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u),
});

/** What somebody stated of an appeal: the charity, its number, from when until when, and the ways to give. */
export const AppealValue = z.strictObject({
  kind: z.literal('appeal'),
  charity: line.nullable(),
  charityNumber: line.nullable(),
  from: WhenShape.nullable(),
  until: WhenShape.nullable(),
  ways: z.array(GivingWay).max(30),
});
export type AppealValue = z.infer<typeof AppealValue>;

/** Which appeal it is: for whom it asks. */
export const AppealTerms = z.strictObject({ kind: z.literal('appeal'), beneficiary: line });
export type AppealTerms = z.infer<typeof AppealTerms>;
