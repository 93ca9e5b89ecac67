import { endOfPayment, paymentsOf } from '../record/payments.ts';
import type { Payment, StoryRecord } from '../record/record.ts';
import type { PaymentId, SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';

/**
 * Payment details of an appeal as readers may know them at a moment.
 *
 * Only what is *payable* (confirmed by a second person, not withdrawn, valid at the moment) holds any of the details.
 */
export type PaymentView = { id: PaymentId } & (
  | ({ state: 'payable'; confirmed: Moment } & Pick<Payment, 'country' | 'payee' | 'lines' | 'validUntil'>)
  | { state: 'being-checked' | 'no-longer-valid' }
);

/** Whether a story has payment details that can be paid into at a moment. */
export function isPayable(record: StoryRecord, moment: Moment): boolean {
  return [...record.payments].some((payment) => stateOf(payment, record.zone, moment) === 'payable');
}

/** The payment details of a subject at a moment, in the order of entry; what was never confirmed and has ended is left out. */
export function paymentsView(record: StoryRecord, subject: SubjectId, moment: Moment): PaymentView[] {
  return paymentsOf(record, subject).flatMap((payment): PaymentView[] => {
    const { id, country, payee, lines, validUntil, confirmed } = payment;
    const state = stateOf(payment, record.zone, moment);
    if (state !== 'payable') return state === null ? [] : [{ id, state }];
    return [{ id, state, confirmed: confirmed!.at, country, payee, lines, validUntil }];
  });
}

/** What readers may know of payment details at a moment; `null` where that is nothing. */
function stateOf(payment: Payment, zone: string, moment: Moment): PaymentView['state'] | null {
  const { confirmed, withdrawn, removed } = payment;
  const end = endOfPayment(payment, zone);
  const isOver = withdrawn !== null || removed !== null || (end !== null && end <= moment);
  if (isOver) return confirmed === null ? null : 'no-longer-valid';
  return confirmed === null ? 'being-checked' : 'payable';
}
