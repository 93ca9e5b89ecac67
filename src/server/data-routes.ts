import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { patterns } from '../page/addresses.ts';
import { pageData, subjectData } from '../page/data.ts';
import { find, type StoryRecord } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import { answering } from './answering.ts';
import { asOf, httpDate } from './as-of.ts';
import { aWhile, dataHeaders, untilNext } from './headers.ts';
import { ReadyBytes } from './ready-bytes.ts';
import { wholeNumber } from './request.ts';
import type { Stories } from './stories.ts';

const json = 'application/json; charset=utf-8';

/** Anybody's page may read what is public. */
const headers = { ...dataHeaders, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

type Asking = FastifyRequest<{ Params: { story: string; subject?: string }; Querystring: { at?: string } }>;

/** A story as JSON, now and as of any revision or moment; rules [M8] to [M10] of `docs/as-of.md`. */
export function dataRoutes(app: FastifyInstance, { stories, now }: { stories: Stories; now: () => Moment }): void {
  const answer = answering(json);

  const send = async (request: Asking, reply: FastifyReply, make: (record: StoryRecord, moment: Moment) => string) => {
    const story = stories.get(request.params.story);
    const { at } = request.query;
    reply.headers(headers);
    if (at === undefined) {
      const ready = answer(story, request.params.subject ?? '', (moment) => make(story.record, moment));
      return ready.send(request, reply, untilNext);
    }
    const { revision, moment } = await asOf(stories.history, story, at, now());
    const then = await stories.history.reading(story.name, revision, (record) => ({
      text: make(record, moment),
      published: record.last!.at,
    }));
    reply.header('memento-datetime', httpDate(then.published));
    return new ReadyBytes(then.text, json).send(request, reply, aWhile);
  };

  app.get(patterns.data, (request: Asking, reply) => send(request, reply, pageData));

  app.get(patterns.subjectData, (request: Asking, reply) => {
    const id = `subject-${wholeNumber(request.params.subject ?? '', 'the subject')}` as const;
    return send(request, reply, (record, moment) => {
      if (find(record.subjects, id) === undefined) throw new Refusal('thing-unknown', { id });
      return subjectData(record, id, moment);
    });
  });
}
