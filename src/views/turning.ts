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
  const turns = nextTurns(record, moment);
  const moments = turns.map(({ next }) => next);
  return { subjects: turns.map(({ subject }) => subject), next: moments.toSorted()[0] ?? null };
}

/** The subjects of which time alone may have changed what a page says after one moment and up to another. */
export function turnedBetween(record: StoryRecord, from: Moment, to: Moment): SubjectId[] {
  return nextTurns(record, from).flatMap(({ subject, next }) => (next <= to ? subject : []));
}

/** The subjects that time alone changes, each with when it does so next after a moment. */
function nextTurns(record: StoryRecord, moment: Moment): { subject: SubjectId; next: Moment }[] {
  const paid = new Set([...record.payments].flatMap(({ subject, withdrawn }) => (withdrawn === null ? subject : [])));
  const subjects = [...allVoices(record)].filter(([id, { length }]) => length > 0 || paid.has(id));
  if (subjects.length === 0) return [];
  const midnight = midnightAfter(moment, record.zone);
  return subjects.map(([subject, voices]) => {
    const end = paid.has(subject) ? nextEndOfPayments(record, subject, moment) : null;
    return { subject, next: [midnight, turnAfter(voices, moment) ?? [], end ?? []].flat().toSorted()[0]! };
  });
}

function midnightAfter(moment: Moment, zone: string): Moment {
  const day = Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 });
  return day.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' });
}
