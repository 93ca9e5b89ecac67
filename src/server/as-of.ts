import type { StoryRecord } from '../record/record.ts';
import { revisionOf } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import { instantAfter, type Moment } from '../terms/when.ts';
import type { History } from './history.ts';
import type { LiveStory } from './live-story.ts';

/** A moment of the past that was asked for: the revision that was public then, and the moment it is looked at. */
export interface AsOf {
  revision: number;
  moment: Moment;
}

const text = (instant: Temporal.Instant): Moment => instant.toString({ smallestUnit: 'millisecond' });

/**
 * What `?at=` names: a revision's number, an instant with its offset, or a day or minute in the story's zone.
 *
 * A day means its end: what was public when it was over. Throws `at-unreadable`, `revision-ahead`, and `at-before-start`.
 */
export async function asOf(history: History, story: LiveStory, at: string, now: Moment): Promise<AsOf> {
  const { name, record } = story;
  if (/^\d{1,9}$/.test(at)) {
    const revision = Number(at);
    const head = revisionOf(record);
    if (revision > head) throw new Refusal('revision-ahead', { revision, head });
    if (revision === 0) throw new Refusal('at-before-start', { at });
    return { revision, moment: (await history.asOf(name, revision)).last!.at };
  }
  const asked = momentOf(at, record.zone);
  const moment = asked > now ? now : asked;
  const revision = await history.revisionAt(name, moment);
  if (revision === 0) throw new Refusal('at-before-start', { at });
  return { revision, moment };
}

function momentOf(at: string, zone: string): Moment {
  try {
    if (/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/.test(at))
      return text(instantAfter(at, zone).subtract({ milliseconds: 1 }));
    return text(Temporal.Instant.from(at));
  } catch {
    throw new Refusal('at-unreadable', { at });
  }
}

/** A moment as HTTP writes it: `Wed, 09 Mar 2022 18:00:00 GMT`. Source: RFC 9110, section 5.6.7. */
export function httpDate(moment: Moment): string {
  return new Date(moment).toUTCString();
}

/** The moment that an `Accept-Datetime` names. Throws `at-unreadable`. Source: RFC 7089, section 2.1.1. */
export function acceptedMoment(header: string): Moment {
  const milliseconds = Date.parse(header);
  if (Number.isNaN(milliseconds)) throw new Refusal('at-unreadable', { at: header });
  return text(Temporal.Instant.fromEpochMilliseconds(milliseconds));
}

/** The links of a page of the past to the page itself and to the list of its past. Source: RFC 7089, section 2.2. */
export function mementoLinks(record: StoryRecord, addresses: { page: string; timeMap: string }): string {
  const { page, timeMap } = addresses;
  const first =
    record.opened === null ? [] : [`<${page}?at=1>; rel="first memento"; datetime="${httpDate(record.opened.at)}"`];
  return [
    `<${page}>; rel="original timegate"`,
    `<${timeMap}>; rel="timemap"; type="application/link-format"`,
    ...first,
  ].join(', ');
}
