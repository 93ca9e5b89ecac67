import { nextEndOfPayments } from '../record/payments.ts';
import type { StoryRecord } from '../record/record.ts';
import { turnAfter } from '../record/standing.ts';
import { allVoices } from '../record/voices.ts';
import type { SubjectId } from '../terms/ids.ts';
import type { Moment } from '../terms/when.ts';

/** What time alone changes on a page, and when next. */
export interface Turning {
  /** The subjects whose words or standing depend on the moment. */
  subjects: SubjectId[];
  /** The next moment at which one of them changes; `null` where none does. */
  next: Moment | null;
}

/**
 * What time alone changes on a page after a moment.
 *
 * Words for days ("tomorrow", "3 days ago") change at midnight in the story's zone, and every statement that stands says how
 * old it is; how a subject stands changes when its statements say, and what can be paid into when payment details end.
 */
export function turning(record: StoryRecord, moment: Moment): Turning {
  const paid = new Set([...record.payments].flatMap(({ subject, withdrawn }) => (withdrawn === null ? subject : [])));
  const voices = allVoices(record);
  const subjects = [...voices].filter(([id, { length }]) => length > 0 || paid.has(id)).map(([id]) => id);
  if (subjects.length === 0) return { subjects, next: null };
  const turns = subjects.flatMap((id) => [
    turnAfter(voices.get(id)!, moment) ?? [],
    paid.has(id) ? (nextEndOfPayments(record, id, moment) ?? []) : [],
  ]);
  return { subjects, next: [midnightAfter(moment, record.zone), ...turns.flat()].toSorted()[0]! };
}

function midnightAfter(moment: Moment, zone: string): Moment {
  const day = Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 });
  return day.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' });
}
