import type { CommandOf } from '../record/command.ts';
import type { Payment } from '../record/record.ts';
import type { SubjectId } from '../terms/ids.ts';
import { isSamePerson } from '../terms/person.ts';
import type { PaymentView } from '../views/payment-view.ts';
import { textOrNull } from './command-of.ts';
import { tombstoneLine } from './taking-down.ts';
import { isReadable, noTime, whenOf, type WhenDraft } from './when-draft.ts';

/** Payment details as they are being typed; before they are entered, only the open page keeps them. */
export interface TypedPayment {
  payee: string;
  country: string;
  lines: { label: string; text: string }[];
  validUntil: WhenDraft;
}

/** Payment details of which nothing is typed. */
export const noPayment: TypedPayment = {
  payee: '',
  country: '',
  lines: [{ label: '', text: '' }],
  validUntil: noTime,
};

/** How many lines payment details have at most. */
export const mostLines = 8;

const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** What is wrong with typed payment details, by the field: `payee`, `until`, and for each line `label0`, `text0` and so on. */
export function wrongIn({ payee, lines, validUntil }: TypedPayment): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (payee.trim() === '') wrong['payee'] = 'Write in whose name the account is.';
  lines.forEach(({ label, text }, i) => {
    if (label.trim() === '') wrong[`label${i}`] = 'Write what the number is, for instance IBAN.';
    if (text.trim() === '') wrong[`text${i}`] = 'Write the number itself.';
    else if (invisible.test(text.trim())) wrong[`text${i}`] = 'It holds something that cannot be seen. Type it anew.';
  });
  if (!isReadable(validUntil)) wrong['until'] = 'Write a date that exists, or leave it empty.';
  return wrong;
}

/** The command that enters typed payment details, in which nothing is wrong. */
export function enterPayment(
  { payee, country, lines, validUntil }: TypedPayment,
  subject: SubjectId,
  seen: number,
): CommandOf<'enter-payment'> {
  return {
    kind: 'enter-payment',
    seen,
    subject,
    payee: payee.trim(),
    country: textOrNull(country),
    lines: lines.map(({ label, text }) => ({ label: label.trim(), text: text.trim() })),
    validUntil: whenOf(validUntil),
  };
}

/** Payment details of an appeal with what readers see of them; `readers` is `null` where they see nothing. */
export interface DeskPayment {
  payment: Payment;
  readers: PaymentView['state'] | null;
}

/** How payment details stand, in a sentence: who did what, and what readers see. */
export function paymentLine({ payment, readers }: DeskPayment, zone: string): string {
  const { entered, confirmed, withdrawn, removed } = payment;
  if (removed !== null) return `Payment details ${tombstoneLine(removed, zone)}.`;
  if (withdrawn !== null) return `Withdrawn by ${withdrawn.by}: ${withdrawn.reason}`;
  if (readers === 'being-checked') {
    return `Entered by ${entered.by}, not confirmed: readers see only that payment details are being checked.`;
  }
  if (readers === 'payable' && confirmed !== null) {
    return `Entered by ${entered.by}, confirmed by ${confirmed.by}: readers see them and can pay.`;
  }
  return confirmed === null
    ? `Entered by ${entered.by}; their time was over before anybody confirmed them.`
    : 'Their time is over: readers see that they are no longer valid.';
}

/** Whether an editor can confirm payment details: not `own` ones, and `no` others than those that wait for it. */
export function canConfirm({ payment, readers }: DeskPayment, editor: string): 'yes' | 'own' | 'no' {
  if (readers !== 'being-checked') return 'no';
  return isSamePerson(payment.entered.by, editor) ? 'own' : 'yes';
}
