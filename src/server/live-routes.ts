import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Journal } from '../journal/port.ts';
import type { Revision } from '../journal/revision.ts';
import type { Frame } from '../live/frame.ts';
import { isClosed, revisionsOf, segmentLength } from '../live/segment.ts';
import { patterns } from '../page/addresses.ts';
import { catchUpFrame, keptFrame } from '../page/frame.ts';
import { fold } from '../record/evolve.ts';
import { revisionOf, type StoryRecord } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import { whilePayable } from './answering.ts';
import { dataHeaders, untilTakenDown } from './headers.ts';
import { HeldRequests } from './held-requests.ts';
import type { LiveStory } from './live-story.ts';
import { ReadyAnswers, ReadyBytes } from './ready-bytes.ts';
import type { ReadyPages } from './ready-pages.ts';
import { wholeNumber } from './request.ts';
import type { Stories } from './stories.ts';
import { guardDoor } from './stream-door.ts';
import { checkedPosition, type Streams } from './streams.ts';

const json = 'application/json; charset=utf-8';

/** What the addresses that keep a page live are made with. */
interface LiveParts {
  journal: Journal;
  stories: Stories;
  streams: Streams;
  readyPages: ReadyPages;
}

/** The addresses that keep a page live; `docs/delivery.md` has their rules. */
export function liveRoutes(app: FastifyInstance, { journal, stories, streams, readyPages }: LiveParts): void {
  const differences = new Map<string, ReadyAnswers>();
  const segments = new Map<string, ReadyAnswers>();
  const held = new HeldRequests();

  const closeDoor = guardDoor(app.server, {
    open: (socket, asked) => streams.open(socket, asked),
    ready: (asked) => readyPages.find(asked),
  });
  app.addHook('preClose', async () => {
    closeDoor();
    held.close();
    await streams.close();
  });

  const difference = ({ name, record, turned }: LiveStory, after: number): ReadyBytes =>
    answersOf(differences, name).get(`${revisionOf(record)} ${turned.since}`, String(after), () => {
      return new ReadyBytes(JSON.stringify(catchUpFrame(record, after, turned.since)), json);
    });
  const positionOf = (story: LiveStory, text: string) =>
    checkedPosition(wholeNumber(text, 'the revision'), story.record);

  app.get<{ Params: { story: string; revision: string } }>(patterns.after, async (request, reply) => {
    const story = stories.get(request.params.story);
    const after = positionOf(story, request.params.revision);
    return difference(story, after).send(request, reply.headers(dataHeaders), whilePayable(story));
  });

  app.get<{ Params: { story: string; revision: string } }>(patterns.next, async (request, reply) => {
    const story = stories.get(request.params.story);
    const after = positionOf(story, request.params.revision);
    if (after === revisionOf(story.record) && isNext(reply)) await held.moved(story, reply.raw);
    // What nothing came of is not kept: the next who asks waits in turn.
    const caching = after === revisionOf(story.record) ? 'no-store' : whilePayable(story);
    return difference(story, after).send(request, reply.headers(dataHeaders), caching);
  });

  app.get<{ Params: { story: string; segment: string } }>(patterns.segment, async (request, reply) => {
    const story = stories.get(request.params.story);
    const segment = wholeNumber(request.params.segment, 'the segment');
    const head = revisionOf(story.record);
    if (segment < 1 || !isClosed(segment, head)) throw new Refusal('segment-open', { segment, head });
    const answers = answersOf(segments, story.name);
    const version = String(story.takenDown);
    const ready = answers.find(version, String(segment)) ?? (await segmentBytes(story.name, segment));
    return answers.get(version, String(segment), () => ready).send(request, reply.headers(dataHeaders), untilTakenDown);
  });

  const noHead = { exposeHeadRoute: false };
  app.get<{ Params: { story: string }; Querystring: { after?: string; since?: string } }>(
    patterns.stream,
    noHead,
    async (request, reply) => {
      const { after, since } = request.query;
      if (!isNext(reply))
        throw new Refusal('request-unreadable', { what: 'a stream is asked for behind another answer' });
      // A stream over a connection that was used before: its answer is the same, but goes on for as long as the connection.
      const { socket } = request.raw;
      streams.open(socket, {
        story: request.params.story,
        after,
        since,
        lastEventId: request.headers['last-event-id']?.toString(),
        encodings: request.headers['accept-encoding']?.toString(),
      });
      reply.hijack();
      // Whoever answered by this connection before leaves it to us to close where the other side has.
      const destroy = () => socket.destroy();
      socket.on('end', destroy).on('error', destroy).resume();
    },
  );

  async function segmentBytes(story: string, segment: number): Promise<ReadyBytes> {
    const { first } = revisionsOf(segment);
    const revisions = await journal.read(story, first - 1, segmentLength);
    const frames = await stories.history.reading(story, first - 1, (before) => framesOf(before, revisions));
    return new ReadyBytes(JSON.stringify({ story, segment, frames }), json);
  }
}

/** Whether an answer is the next over its connection: nothing that was asked before it is still to be answered. */
function isNext(reply: FastifyReply): boolean {
  return reply.raw.socket !== null;
}

function answersOf(all: Map<string, ReadyAnswers>, story: string): ReadyAnswers {
  const known = all.get(story) ?? new ReadyAnswers();
  all.set(story, known);
  return known;
}

/** One frame for each revision, each as of that revision. */
function framesOf(before: StoryRecord, revisions: Revision[]): Frame[] {
  let record = before;
  return revisions.map((revision) => {
    record = fold(record, revision);
    return keptFrame(record, revision);
  });
}
