import type { FastifyInstance } from 'fastify';
import type { Journal } from '../journal/port.ts';
import {
  dayAddress,
  originalAddress,
  patterns,
  storyAddress,
  timeMapAddress,
  type Original,
} from '../page/addresses.ts';
import { renderDayPage } from '../page/day-page.ts';
import { revisionOf } from '../record/record.ts';
import { dayView } from '../views/day-view.ts';
import { answering } from './answering.ts';
import { httpDate } from './as-of.ts';
import { firstOf } from './mementos.ts';
import { pageHeaders, untilNext, dataHeaders } from './headers.ts';
import { pageStyleHash } from './page-routes.ts';
import { ReadyBytes } from './ready-bytes.ts';
import { wholeNumber } from './request.ts';
import type { Stories } from './stories.ts';

const mementosListed = 1000;

/** The addresses of a story's past beside its pages' own `?at=`; `docs/as-of.md` has their rules. */
export function pastRoutes(app: FastifyInstance, { journal, stories }: { journal: Journal; stories: Stories }): void {
  const answer = answering('text/html; charset=utf-8');

  app.get<{ Params: { story: string; day: string } }>(patterns.day, async (request, reply) => {
    const live = stories.get(request.params.story);
    const { record } = live;
    const { day } = request.params;
    const { story } = record;
    const addresses = { own: dayAddress(story, day), asItWas: storyAddress(story, { at: day }) };
    const ready = await answer(live, day, (moment) => renderDayPage(record, dayView(record, day, moment), addresses));
    return ready.send(request, reply.headers(pageHeaders(pageStyleHash)), untilNext);
  });

  app.get<{ Params: { story: string }; Querystring: { after?: string; of?: string } }>(
    patterns.timeMap,
    async (request, reply) => {
      const { name, record } = stories.get(request.params.story);
      const after = wholeNumber(request.query.after ?? '0', 'the revision');
      const original = (request.query.of ?? '') as Original;
      const first = firstOf(record, original).revision;
      const revisions = await journal.read(name, Math.max(after, first - 1), mementosListed);
      const last = revisions.at(-1)?.number ?? after;
      const lines = [
        `<${originalAddress(name, original)}>; rel="original timegate"`,
        `<${timeMapAddress(name, original, after)}>; rel="self"; type="application/link-format"`,
        ...(last < revisionOf(record)
          ? [`<${timeMapAddress(name, original, last)}>; rel="timemap"; type="application/link-format"`]
          : []),
        ...revisions.map(
          ({ number, at }) => `<${originalAddress(name, original, number)}>; rel="memento"; datetime="${httpDate(at)}"`,
        ),
      ];
      return new ReadyBytes(`${lines.join(',\n')}\n`, 'application/link-format').send(
        request,
        reply.headers(dataHeaders),
        untilNext,
      );
    },
  );
}
