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

/** The payment details of a subject at a moment, in the order of entry; what was never confirmed and has ended is left out. */
export function paymentsView(record: StoryRecord, subject: SubjectId, moment: Moment): PaymentView[] {
  return paymentsOf(record, subject).flatMap((payment): PaymentView[] => {
    const { id, country, payee, lines, validUntil, confirmed, withdrawn, removed } = payment;
    const end = endOfPayment(payment, record.zone);
    if (withdrawn !== null || removed !== null || (end !== null && end <= moment)) {
      return confirmed === null ? [] : [{ id, state: 'no-longer-valid' }];
    }
    if (confirmed === null) return [{ id, state: 'being-checked' }];
    return [{ id, state: 'payable', confirmed: confirmed.at, country, payee, lines, validUntil }];
  });
}
