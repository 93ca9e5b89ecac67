import type { FastifyReply, FastifyRequest } from 'fastify';
import { originalAddress, timeMapAddress, type Original } from '../page/addresses.ts';
import type { Past } from '../page/as-of.ts';
import { withoutPayments } from '../record/payments.ts';
import { find, revisionOf, type Stamp, type StoryRecord } from '../record/record.ts';
import type { Sequence } from '../record/sequence.ts';
import type { PostId, SubjectId, ThingId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import { answering, type Made } from './answering.ts';
import { acceptedMoment, asOf, httpDate } from './as-of.ts';
import { aWhile } from './headers.ts';
import type { LiveStory } from './live-story.ts';
import { ReadyBytes } from './ready-bytes.ts';
import type { Stories } from './stories.ts';

/** What an answer is made from: a record, the moment at which it is looked at, and its past; `null` for what stands now. */
export interface Shown {
  record: StoryRecord;
  moment: Moment;
  past: Past | null;
}

/** What is asked for, how long its answer may be kept as it stands now, and how it is made. */
interface Wanted {
  original: Original;
  /** What tells this answer from others under the same address. */
  key?: string;
  caching: string;
  make: (shown: Shown) => Made;
  /** Told of an answer that shows what stands now, just before it is sent. */
  sending?: (body: Buffer, of: ReadyBytes) => void;
}

/** Any request that may ask for the past. */
type Asking = Pick<FastifyRequest, 'headers'> & { query: unknown };

/**
 * Answers with what stands now, or with what stood as of `?at=`, made by the same function; rules [M1] to [M5], [M9].
 *
 * Each address is its own TimeGate: `Accept-Datetime` leads to what it showed then, or where that is before its beginning
 * to the first. Source: RFC 7089, sections 2.2 and 4.1.1.
 */
export function answeringAt(type: string, { stories, now }: { stories: Stories; now: () => Moment }) {
  const answer = answering(type);

  const past = async ({ record }: LiveStory, at: string, { make }: Wanted) => {
    const asked = await asOf(stories.history, record, at, now());
    return stories.history.reading(record.story, asked.revision, (then) => {
      const shown = then.last!;
      const of = { shown, head: revisionOf(record), at: asked.at };
      return { shown, text: make({ record: withoutPayments(then), moment: asked.moment ?? shown.at, past: of }) };
    });
  };

  return async (request: FastifyRequest, reply: FastifyReply, story: LiveStory, wanted: Wanted) => {
    const { record } = story;
    const { original, make, key = original } = wanted;
    const first = firstOf(record, original);
    reply.header('link', mementoLinks(record, original, first));
    const { at } = (request as Asking).query as { at?: string };
    if (at !== undefined) {
      const { shown, text } = await past(story, at, wanted);
      reply.header('memento-datetime', httpDate(shown.at));
      return new ReadyBytes(await text, type).send(request, reply, aWhile);
    }
    reply.header('vary', 'accept-datetime');
    const accepted = request.headers['accept-datetime'];
    if (accepted !== undefined) {
      const revision = await stories.history.revisionAt(record.story, acceptedMoment(String(accepted)));
      const there = originalAddress(record.story, original, Math.max(revision, first.revision));
      return reply.header('cache-control', wanted.caching).redirect(there, 302);
    }
    const ready = await answer(story, key, (moment) => make({ record, moment, past: null }));
    return ready.send(request, reply, wanted.caching, wanted.sending);
  };
}

/** With which revision what an address shows came to be. Throws `thing-unknown`, also where the text names no address. */
export function firstOf(record: StoryRecord, original: string): Stamp {
  if (['', 'corrections', 'data'].includes(original)) return record.opened!;
  const [, subject, post] = /^(?:(?:data\/)?(subject-\d{1,9})|(post-\d{1,9}))$/.exec(original) ?? [];
  if (subject !== undefined) return known(record.subjects, subject as SubjectId).opened;
  if (post !== undefined) return known(record.posts, post as PostId).published;
  throw new Refusal('thing-unknown', { id: original });
}

/** The thing with a name. Throws `thing-unknown` where the record holds none. */
export function known<Thing extends { id: ThingId }>(things: Sequence<Thing>, id: Thing['id']): Thing {
  const thing = find(things, id);
  if (thing === undefined) throw new Refusal('thing-unknown', { id });
  return thing;
}

/** The links of an address to itself as it stands now, and to the list of its past. Source: RFC 7089, section 2.2. */
function mementoLinks({ story }: StoryRecord, original: Original, first: Stamp): string {
  const itself = originalAddress(story, original);
  return [
    `<${itself}>; rel="original timegate"`,
    `<${timeMapAddress(story, original, 0)}>; rel="timemap"; type="application/link-format"`,
    `<${originalAddress(story, original, first.revision)}>; rel="first memento"; datetime="${httpDate(first.at)}"`,
  ].join(', ');
}
