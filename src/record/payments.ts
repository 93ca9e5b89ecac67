import type { SubjectId } from '../terms/ids.ts';
import { endOf, type Moment } from '../terms/when.ts';
import { get, type Payment, type StoryRecord } from './record.ts';
import { Sequence } from './sequence.ts';

/** The payment details that were entered for a subject, withdrawn ones too, in the order of entry; only appeals have any. */
export function paymentsOf(record: StoryRecord, subject: SubjectId): Payment[] {
  if (get(record.subjects, subject).terms.kind !== 'appeal') return [];
  return [...record.payments].filter((payment) => payment.subject === subject);
}

/** The moment from which payment details are valid no more; `null` where nobody set one, and after the calendar's last. */
export function endOfPayment({ validUntil }: Payment, zone: string): Moment | null {
  if (validUntil === null) return null;
  const end = endOf(validUntil, zone);
  return Temporal.Instant.compare(end, lastInstant) > 0 ? null : end.toString({ smallestUnit: 'millisecond' });
}

/** The next moment at which payment details of a subject end; `null` where none do. */
export function nextEndOfPayments(record: StoryRecord, subject: SubjectId, moment: Moment): Moment | null {
  const ends = paymentsOf(record, subject).flatMap((payment) =>
    payment.withdrawn === null ? (endOfPayment(payment, record.zone) ?? []) : [],
  );
  return ends.filter((end) => end > moment).toSorted()[0] ?? null;
}

/** A record of the past as it is shown: what could be paid into then may have been withdrawn since. */
export function withoutPayments(record: StoryRecord): StoryRecord {
  return { ...record, payments: Sequence.empty() };
}

const lastInstant = Temporal.Instant.from('9999-12-31T23:59:59.999Z');
