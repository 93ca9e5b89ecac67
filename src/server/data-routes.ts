import type { FastifyInstance } from 'fastify';
import { patterns } from '../page/addresses.ts';
import { pageData, subjectData } from '../page/data.ts';
import type { Moment } from '../terms/when.ts';
import { dataHeaders, untilNext } from './headers.ts';
import { answeringAt, known, type Shown } from './mementos.ts';
import { wholeNumber } from './request.ts';
import type { Stories } from './stories.ts';

const json = 'application/json; charset=utf-8';

/** Anybody's page may read what is public. */
const headers = { ...dataHeaders, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** A story as JSON, now and as of any revision or moment; rules [M8] to [M10] of `docs/as-of.md`. */
export function dataRoutes(app: FastifyInstance, { stories, now }: { stories: Stories; now: () => Moment }): void {
  const answer = answeringAt(json, { stories, now });

  app.get<{ Params: { story: string } }>(patterns.data, async (request, reply) => {
    const story = stories.get(request.params.story);
    const make = ({ record, moment }: Shown) => pageData(record, moment);
    return answer(request, reply.headers(headers), story, { original: 'data', caching: untilNext, make });
  });

  app.get<{ Params: { story: string; subject: string } }>(patterns.subjectData, async (request, reply) => {
    const story = stories.get(request.params.story);
    const id = `subject-${wholeNumber(request.params.subject, 'the subject')}` as const;
    const make = ({ record, moment }: Shown) => subjectData(record, known(record.subjects, id).id, moment);
    return answer(request, reply.headers(headers), story, { original: `data/${id}`, caching: untilNext, make });
  });
}
