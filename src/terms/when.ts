import { Refusal } from './refusal.ts';

/**
 * When something happened or was said: as exactly as the words say, and no more exactly.
 *
 * `from` and `to` are partial dates; each keeps the precision of its words:
 * `2022`, `2022-03`, `2022-03-08` or `2022-03-08T14:05`. `to` is the last unit that belongs to it; equal to
 * `from` for one day or minute, `null` where the end is not known. `words` are the words it was read from, `null`
 * where the desk typed it. `zone` is an IANA name, `null` where nobody said which.
 * Source: the precisions are those of EDTF level 0 (ISO 8601-2), with minutes.
 */
export interface When {
  from: PartialDate;
  to: PartialDate | null;
  zone: string | null;
  words: string | null;
}

/** A year, month, day or minute in the calendar of ISO 8601, without an offset. */
export type PartialDate = string;

/** An instant as `2022-03-09T14:05:00.000Z`. */
export type Moment = string;

const partialDate = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/;

/** The first instant of a partial date, in a zone. */
export function firstInstant(date: PartialDate, zone: string): Temporal.Instant {
  const [day = '', time = '00:00'] = date.split('T');
  const whole = day + '-01-01'.slice(day.length - 4);
  return Temporal.PlainDateTime.from(`${whole}T${time}`).toZonedDateTime(zone).toInstant();
}

/** The instant just after a partial date, in a zone: the next minute, day, month or year. */
export function instantAfter(date: PartialDate, zone: string): Temporal.Instant {
  const unit = { 4: { years: 1 }, 7: { months: 1 }, 10: { days: 1 } }[date.length] ?? { minutes: 1 };
  return firstInstant(date, zone).toZonedDateTimeISO(zone).add(unit).toInstant();
}

/**
 * The instant at which a time is over, in its own zone or else in the one given; `atLeast: 'days'` rounds it up to its day.
 *
 * One whose end nobody knows is over with what is known of its beginning: who means more asks for its day at least.
 */
export function endOf(when: When, zone: string, atLeast?: 'days'): Temporal.Instant {
  const last = when.to ?? when.from;
  return instantAfter(atLeast === 'days' ? last.slice(0, 10) : last, when.zone ?? zone);
}

/** The day of a moment in a zone, as `2022-03-09`. */
export function dayOf(moment: Moment, zone: string): PartialDate {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Checks that a text names a time zone. Throws `zone-unknown`. */
export function checkZone(zone: string): void {
  try {
    // Each takes something for a zone that the other does not: a whole date here, a lone offset there.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(zone)) throw new RangeError(zone);
    Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new Refusal('zone-unknown', { zone });
  }
}

/** Checks that a time can exist and does not end before it starts. Throws `when-unreadable`, `when-reversed`, `zone-unknown`. */
export function checkWhen(when: When): void {
  const zone = when.zone ?? 'UTC';
  checkZone(zone);
  for (const date of [when.from, when.to ?? when.from]) {
    let readable = partialDate.test(date);
    try {
      if (readable) firstInstant(date, zone);
    } catch {
      readable = false;
    }
    if (!readable) throw new Refusal('when-unreadable', { date });
  }
  if (when.to !== null && Temporal.Instant.compare(instantAfter(when.to, zone), firstInstant(when.from, zone)) <= 0) {
    throw new Refusal('when-reversed', { from: when.from, to: when.to });
  }
}

/**
 * Checks that what lasts from one time until another does not end before it starts. Throws `when-reversed`.
 *
 * A time whose own zone nobody said is read in the one given, as everywhere.
 */
export function checkOrder(from: When | null, until: When | null, zone: string): void {
  if (from === null || until === null) return;
  if (Temporal.Instant.compare(endOf(until, zone), firstInstant(from.from, from.zone ?? zone)) <= 0) {
    throw new Refusal('when-reversed', { from: from.from, to: until.to ?? until.from });
  }
}

/** Checks that a text is an instant in UTC with milliseconds. Throws `moment-unreadable`. */
export function checkMoment(moment: string): void {
  let same = false;
  try {
    same = Temporal.Instant.from(moment).toString({ smallestUnit: 'millisecond' }) === moment;
  } catch {
    same = false;
  }
  if (!same) throw new Refusal('moment-unreadable', { moment });
}
