import { revisionOf, type StoryRecord } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import { instantAfter, type Moment } from '../terms/when.ts';
import type { History } from './history.ts';

/** A moment of the past that was asked for, and the revision that was public then. */
export interface AsOf {
  revision: number;
  /** The moment at which the revision is looked at; `null` for its own. */
  moment: Moment | null;
  /** How an address names it. */
  at: string;
}

const text = (instant: Temporal.Instant): Moment => instant.toString({ smallestUnit: 'millisecond' });

/** A month, day or minute; a year alone is a revision's number. */
const inZone = /^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2})?)?$/;

/**
 * What `?at=` names: a revision's number, an instant with its offset, or a month, day or minute in the story's zone.
 *
 * A day means its end: what was public when it was over. What is to come is now. Throws `at-unreadable`,
 * `revision-ahead`, and `at-before-start`.
 */
export async function asOf(history: History, record: StoryRecord, at: string, now: Moment): Promise<AsOf> {
  if (/^\d{1,9}$/.test(at)) {
    const revision = Number(at);
    const head = revisionOf(record);
    if (revision > head) throw new Refusal('revision-ahead', { revision, head });
    if (revision === 0) throw new Refusal('at-before-start', { at });
    return { revision, moment: null, at: String(revision) };
  }
  const asked = instantOf(at, record.zone);
  const moment = Temporal.Instant.compare(asked, now) > 0 ? now : text(asked);
  const revision = await history.revisionAt(record.story, moment);
  if (revision === 0) throw new Refusal('at-before-start', { at });
  return { revision, moment, at: inZone.test(at) ? at : moment };
}

function instantOf(at: string, zone: string): Temporal.Instant {
  try {
    return inZone.test(at) ? instantAfter(at, zone).subtract({ milliseconds: 1 }) : Temporal.Instant.from(at);
  } catch {
    throw new Refusal('at-unreadable', { at });
  }
}

/** A moment as HTTP writes it: `Wed, 09 Mar 2022 18:00:00 GMT`. Source: RFC 9110, section 5.6.7. */
export function httpDate(moment: Moment): string {
  return new Date(moment).toUTCString();
}

/** A date as HTTP writes it. */
const ofHttp = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The moment that an `Accept-Datetime` names. Throws `at-unreadable`. Source: RFC 7089, section 2.1.1. */
export function acceptedMoment(header: string): Moment {
  const milliseconds = ofHttp.test(header) ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw new Refusal('at-unreadable', { at: header });
  return text(Temporal.Instant.fromEpochMilliseconds(milliseconds));
}
