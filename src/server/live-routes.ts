import type { FastifyInstance } from 'fastify';
import type { Journal } from '../journal/port.ts';
import type { Revision } from '../journal/revision.ts';
import type { Frame } from '../live/frame.ts';
import { isClosed, revisionsOf, segmentLength } from '../live/segment.ts';
import { patterns } from '../page/addresses.ts';
import { frameOf } from '../page/frame.ts';
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
  const ready = new Map<string, ReadyAnswers>();

  const fanOutOf = (story: LiveStory): FanOut => {
    const known = fanOuts.get(story.name) ?? new FanOut(story, (after) => revisionsAfter(journal, story.name, after));
    fanOuts.set(story.name, known);
    return known;
  };
  app.addHook('preClose', async () => fanOuts.forEach((fanOut) => fanOut.close()));

  app.get<{ Params: { story: string; revision: string } }>(patterns.after, async (request, reply) => {
    const story = stories.get(request.params.story);
    const after = checkedPosition(wholeNumber(request.params.revision, 'the revision'), story);
    const revisions = await revisionsAfter(journal, story.name, after);
    const { record } = story;
    const head = revisionOf(record);
    const answers = ready.get(story.name) ?? new ReadyAnswers();
    ready.set(story.name, answers);
    return answers
      .get(head, String(after), () => {
        const frame = frameOf(
          record,
          revisions.filter(({ number }) => number <= head),
          after,
        );
        return new ReadyBytes(JSON.stringify(frame), json);
      })
      .send(request, reply.headers(dataHeaders), untilNext);
  });

  app.get<{ Params: { story: string; segment: string } }>(patterns.segment, async (request, reply) => {
    const story = stories.get(request.params.story);
    const segment = wholeNumber(request.params.segment, 'the segment');
    const head = revisionOf(story.record);
    if (segment < 1 || !isClosed(segment, head)) throw new Refusal('segment-open', { segment, head });
    const { first } = revisionsOf(segment);
    const before = await recordAsOf(journal, story.name, first - 1);
    const frames = framesOf(before, await journal.read(story.name, first - 1, segmentLength));
    const bytes = new ReadyBytes(JSON.stringify({ story: story.name, segment, frames }), json);
    return bytes.send(request, reply.headers(dataHeaders), forever);
  });

  app.get<{ Params: { story: string }; Querystring: { after?: string } }>(patterns.stream, async (request, reply) => {
    const story = stories.get(request.params.story);
    const asked = request.headers['last-event-id'] ?? request.query.after ?? String(revisionOf(story.record));
    const position = checkedPosition(wholeNumber(String(asked), 'the revision'), story);
    reply.hijack();
    reply.raw.writeHead(200, {
      ...dataHeaders,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    await fanOutOf(story).join(reply.raw, position);
  });
}

function checkedPosition(revision: number, story: LiveStory): number {
  const head = revisionOf(story.record);
  if (revision > head) throw new Refusal('revision-ahead', { revision, head });
  return revision;
}

async function revisionsAfter(journal: Journal, story: string, after: number): Promise<Revision[]> {
  const all: Revision[] = [];
  for (;;) {
    const some = await journal.read(story, after + all.length, revisionsAtOnce);
    all.push(...some);
    if (some.length < revisionsAtOnce) return all;
  }
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
    return frameOf(record, [revision], revision.number - 1);
  });
}
