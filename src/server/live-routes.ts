import type { FastifyInstance } from 'fastify';
import type { Journal } from '../journal/port.ts';
import type { Revision } from '../journal/revision.ts';
import type { Frame } from '../live/frame.ts';
import { isClosed, revisionsOf, segmentLength } from '../live/segment.ts';
import { patterns } from '../page/addresses.ts';
import { catchUpFrame, frameOf } from '../page/frame.ts';
import { fold } from '../record/evolve.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import { FanOut } from './fan-out.ts';
import { dataHeaders, forever, untilNext } from './headers.ts';
import type { LiveStory } from './live-story.ts';
import { ReadyAnswers, ReadyBytes } from './ready-bytes.ts';
import { wholeNumber } from './request.ts';
import type { Stories } from './stories.ts';

const json = 'application/json; charset=utf-8';
const revisionsAtOnce = 1000;

/** The addresses that keep a page live; `docs/delivery.md` has their rules. */
export function liveRoutes(app: FastifyInstance, { journal, stories }: { journal: Journal; stories: Stories }): void {
  const fanOuts = new Map<string, FanOut>();
  const differences = new Map<string, ReadyAnswers>();
  const segments = new Map<string, ReadyAnswers>();

  const fanOutOf = (story: LiveStory): FanOut => {
    const known = fanOuts.get(story.name) ?? new FanOut(story);
    fanOuts.set(story.name, known);
    return known;
  };
  app.addHook('preClose', async () => fanOuts.forEach((fanOut) => fanOut.close()));

  app.get<{ Params: { story: string; revision: string } }>(patterns.after, async (request, reply) => {
    const { name, record, turned } = stories.get(request.params.story);
    const after = checkedPosition(wholeNumber(request.params.revision, 'the revision'), record);
    return answersOf(differences, name)
      .get(`${revisionOf(record)} ${turned.since}`, String(after), () => {
        return new ReadyBytes(JSON.stringify(catchUpFrame(record, after, turned.since)), json);
      })
      .send(request, reply.headers(dataHeaders), untilNext);
  });

  app.get<{ Params: { story: string; segment: string } }>(patterns.segment, async (request, reply) => {
    const story = stories.get(request.params.story);
    const segment = wholeNumber(request.params.segment, 'the segment');
    const head = revisionOf(story.record);
    if (segment < 1 || !isClosed(segment, head)) throw new Refusal('segment-open', { segment, head });
    const answers = answersOf(segments, story.name);
    const ready = answers.find('closed', String(segment)) ?? (await segmentBytes(story.name, segment));
    return answers.get('closed', String(segment), () => ready).send(request, reply.headers(dataHeaders), forever);
  });

  const noHead = { exposeHeadRoute: false };
  app.get<{ Params: { story: string }; Querystring: { after?: string; since?: string } }>(
    patterns.stream,
    noHead,
    async (request, reply) => {
      const story = stories.get(request.params.story);
      const asked = request.headers['last-event-id'] ?? request.query.after ?? String(revisionOf(story.record));
      const position = checkedPosition(wholeNumber(String(asked), 'the revision'), story.record);
      reply.hijack();
      reply.raw.writeHead(200, {
        ...dataHeaders,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      fanOutOf(story).join(reply.raw, position, request.query.since ?? null);
    },
  );

  async function segmentBytes(story: string, segment: number): Promise<ReadyBytes> {
    const { first } = revisionsOf(segment);
    const before = await recordAsOf(journal, story, first - 1);
    const frames = framesOf(before, await journal.read(story, first - 1, segmentLength));
    return new ReadyBytes(JSON.stringify({ story, segment, frames }), json);
  }
}

function answersOf(all: Map<string, ReadyAnswers>, story: string): ReadyAnswers {
  const known = all.get(story) ?? new ReadyAnswers();
  all.set(story, known);
  return known;
}

function checkedPosition(revision: number, record: StoryRecord): number {
  const head = revisionOf(record);
  if (revision > head) throw new Refusal('revision-ahead', { revision, head });
  return revision;
}

async function recordAsOf(journal: Journal, story: string, revision: number): Promise<StoryRecord> {
  let record = emptyRecord(story);
  while (revisionOf(record) < revision) {
    const limit = Math.min(revisionsAtOnce, revision - revisionOf(record));
    record = (await journal.read(story, revisionOf(record), limit)).reduce(fold, record);
  }
  return record;
}

/** One frame for each revision, each as of that revision. */
function framesOf(before: StoryRecord, revisions: Revision[]): Frame[] {
  let record = before;
  return revisions.map((revision) => {
    record = fold(record, revision);
    return frameOf(record, [revision], revision.number - 1, revision.at);
  });
}
