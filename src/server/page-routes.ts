import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { patterns, type PageQuery } from '../page/addresses.ts';
import { renderCorrectionsPage } from '../page/corrections-page.ts';
import { renderFrontPage } from '../page/front-page.ts';
import { renderPage } from '../page/page.ts';
import { renderPostPage } from '../page/post-page.ts';
import { renderSubjectPage } from '../page/subject-page.ts';
import { pageStyle } from '../page/style.ts';
import { revisionOf, type StoryRecord } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import { changesView } from '../views/changes-view.ts';
import { correctionsView } from '../views/corrections-view.ts';
import { mastheadView } from '../views/masthead-view.ts';
import { pageView } from '../views/page-view.ts';
import { postView } from '../views/post-view.ts';
import { subjectHistoryView } from '../views/subject-view.ts';
import { pageHeaders, untilNext } from './headers.ts';
import { answeringAt, known, type Shown } from './mementos.ts';
import { whileGoingOn, whilePayable } from './answering.ts';
import { ReadyBytes } from './ready-bytes.ts';
import type { ReadyPages } from './ready-pages.ts';
import { wholeNumber } from './request.ts';
import type { Stories } from './stories.ts';

/** The SHA-256 of the pages' style in base64, as a content security policy names it. */
export const pageStyleHash = createHash('sha256').update(pageStyle).digest('base64');

const html = 'text/html; charset=utf-8';

/** What the pages are made with. */
interface PageParts {
  stories: Stories;
  readyPages: ReadyPages;
  script: string;
  now: () => Moment;
}

/** The pages that readers see. */
export function pageRoutes(app: FastifyInstance, { stories, readyPages, script, now }: PageParts): void {
  const headers = pageHeaders(pageStyleHash);
  const answer = answeringAt(html, { stories, now });

  app.get(patterns.front, async (request, reply) => {
    const list = stories.list().map(({ record }) => mastheadView(record));
    return new ReadyBytes(renderFrontPage(list), html).send(request, reply.headers(headers), untilNext);
  });

  app.get<{ Params: { story: string }; Querystring: Record<string, string> }>(
    patterns.story,
    async (request, reply) => {
      const story = stories.get(request.params.story);
      const make = ({ record, moment, past }: Shown) => {
        const query = pageQuery(request.query, record);
        const view = pageView(record, moment, query);
        if (past !== null && query.since !== null) {
          throw new Refusal('request-unreadable', { what: 'since asks for what is new now, at for what stood then' });
        }
        if (past !== null) return renderPage(view, { script: null, past });
        if (!query.since) return renderPage(view, { script });
        return stories.history.reading(record.story, query.since, (before) =>
          renderPage(view, {
            script,
            changes: changesView(before, record, { before: before.last!.at, after: moment }),
          }),
        );
      };
      const { record, turned } = story;
      const key = `page ${JSON.stringify(pageQuery(request.query, record))}`;
      const sending = (body: Buffer, of: ReadyBytes) => readyPages.keep(story, { record, turned }, reply, { body, of });
      const wanted = { original: '', key, caching: whileGoingOn(story), make, sending } as const;
      return answer(request, reply.headers(headers), story, wanted);
    },
  );

  app.get<{ Params: { story: string; post: string } }>(patterns.post, async (request, reply) => {
    const story = stories.get(request.params.story);
    const id = `post-${wholeNumber(request.params.post, 'the post')}` as const;
    const make = ({ record, moment, past }: Shown) =>
      renderPostPage(record, postView(record, known(record.posts, id)), moment, past);
    return answer(request, reply.headers(headers), story, { original: id, caching: untilNext, make });
  });

  app.get<{ Params: { story: string; subject: string } }>(patterns.subject, async (request, reply) => {
    const story = stories.get(request.params.story);
    const id = `subject-${wholeNumber(request.params.subject, 'the subject')}` as const;
    const make = ({ record, moment, past }: Shown) =>
      renderSubjectPage(record, subjectHistoryView(record, known(record.subjects, id).id, moment), moment, past);
    return answer(request, reply.headers(headers), story, { original: id, caching: whilePayable(story), make });
  });

  app.get<{ Params: { story: string } }>(patterns.corrections, async (request, reply) => {
    const story = stories.get(request.params.story);
    const make = ({ record, moment, past }: Shown) =>
      renderCorrectionsPage(record, correctionsView(record), moment, past);
    return answer(request, reply.headers(headers), story, { original: 'corrections', caching: untilNext, make });
  });
}

/** What a reader asks of the page. Throws `request-unreadable` and `revision-ahead`. */
function pageQuery(asked: Record<string, string>, record: StoryRecord): Omit<PageQuery, 'at'> {
  const head = revisionOf(record);
  const number = (name: string) => (asked[name] === undefined ? null : wholeNumber(asked[name], name));
  const since = number('since');
  const asFrom = number('from');
  // Beyond the ends is the end: one page has one address to be kept under.
  const from = asFrom === null ? null : Math.min(asFrom, record.posts.length + 1);
  if (since !== null && since > head) throw new Refusal('revision-ahead', { revision: since, head });
  return { order: asked['order'] === 'oldest' ? 'oldest' : 'newest', from, since };
}
