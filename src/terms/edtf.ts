import { Refusal } from './refusal.ts';
import { checkWhen, type PartialDate, type When } from './when.ts';

/** A date of EDTF as far as a time can hold it: digits that are not known count as left out, seconds too. */
const date =
  /^(\d{4})(?:-(?:(\d{2})|XX)(?:-(?:(\d{2})|XX))?)?(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * A time as other programs read it: in the Extended Date/Time Format, with minutes where a minute was said.
 *
 * `2022-03-08` is one day, `2022-03-08/2022-03-09` lasts until the end of the second, `2022-03-08/` has an end that is not
 * known. A minute whose zone is known has its offset; days have none in EDTF. The words are left out.
 * Source: EDTF levels 0 and 1 (ISO 8601-2), in which a time of day has seconds. Nobody stated those: a minute is written as
 * ISO 8601-1 does with reduced precision, `2022-03-08T14:05`, and stands in intervals too.
 */
export function toEdtf({ from, to, zone }: When): string {
  const start = written(from, zone);
  if (to === null) return `${start}/`;
  return to === from ? start : `${start}/${written(to, zone)}`;
}

function written(date: PartialDate, zone: string | null): string {
  if (!date.includes('T')) return date;
  const offset = zone === null ? '' : Temporal.PlainDateTime.from(date).toZonedDateTime(zone).offset;
  return `${date}${offset}`;
}

/**
 * A time that another program wrote in the Extended Date/Time Format, levels 0 and 1.
 *
 * An open end (`..`) is one that is not known. A minute with an offset is reckoned into UTC. What a time cannot hold is
 * refused: seasons, open or unknown beginnings, doubts (`?`, `~`, `%`), years of more than four digits, ends of which one
 * has an offset and the other none.
 * Throws `when-unreadable`, `when-reversed`.
 */
export function fromEdtf(text: string): When {
  const [start = '', end, ...more] = text.split('/');
  const one = readDate(start, text);
  const isOpen = end === '' || end === '..';
  const other = end === undefined || isOpen ? one : readDate(end, text);
  if (more.length > 0 || one.zone !== other.zone) throw new Refusal('when-unreadable', { date: text });
  const when: When = { from: one.date, to: isOpen ? null : other.date, zone: one.zone, words: null };
  checkWhen(when);
  return when;
}

function readDate(text: string, whole: string): { date: PartialDate; zone: string | null } {
  const [, year, month, day, time, offset] = date.exec(text) ?? [];
  // A time of day needs a day, and a day its month.
  if (year === undefined || (time !== undefined && day === undefined) || (day !== undefined && month === undefined)) {
    throw new Refusal('when-unreadable', { date: whole });
  }
  const days = [year, month, day].filter((part) => part !== undefined).join('-');
  if (time === undefined) return { date: days, zone: null };
  if (offset === undefined) return { date: `${days}T${time}`, zone: null };
  return { date: inUtc(`${days}T${time}${offset}`, whole), zone: 'UTC' };
}

function inUtc(minute: string, whole: string): PartialDate {
  try {
    return Temporal.Instant.from(minute).toString({ smallestUnit: 'minute' }).replace('Z', '');
  } catch {
    throw new Refusal('when-unreadable', { date: whole });
  }
}
