import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { patterns, storyAddress, timeMapAddress, type PageQuery } from '../page/addresses.ts';
import { renderCorrectionsPage } from '../page/corrections-page.ts';
import { renderFrontPage } from '../page/front-page.ts';
import { renderPage } from '../page/page.ts';
import { renderPostPage } from '../page/post-page.ts';
import { renderSubjectPage } from '../page/subject-page.ts';
import { pageStyle } from '../page/style.ts';
import { find, revisionOf, type StoryRecord } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import { changesView } from '../views/changes-view.ts';
import { correctionsView } from '../views/corrections-view.ts';
import { mastheadView } from '../views/masthead-view.ts';
import { pageView } from '../views/page-view.ts';
import { postView } from '../views/post-view.ts';
import { withoutPayments } from '../record/payments.ts';
import { subjectHistoryView } from '../views/subject-view.ts';
import { answering } from './answering.ts';
import { acceptedMoment, asOf, httpDate, mementoLinks } from './as-of.ts';
import { aWhile, pageHeaders, untilNext } from './headers.ts';
import type { LiveStory } from './live-story.ts';
import { ReadyBytes } from './ready-bytes.ts';
import { wholeNumber } from './request.ts';
import type { Stories } from './stories.ts';

/** The SHA-256 of the pages' style in base64, as a content security policy names it. */
export const pageStyleHash = createHash('sha256').update(pageStyle).digest('base64');

const html = 'text/html; charset=utf-8';

/** What the pages are made with. */
interface PageParts {
  stories: Stories;
  script: string;
  now: () => Moment;
}

/** The pages that readers see. */
export function pageRoutes(app: FastifyInstance, { stories, script, now }: PageParts): void {
  const headers = pageHeaders(pageStyleHash);
  const answer = answering(html);

  app.get(patterns.front, async (request, reply) => {
    const list = stories.list().map(({ record }) => mastheadView(record));
    return new ReadyBytes(renderFrontPage(list), html).send(request, reply.headers(headers), untilNext);
  });

  app.get<{ Params: { story: string }; Querystring: Record<string, string> }>(
    patterns.story,
    async (request, reply) => {
      const story = stories.get(request.params.story);
      const { name, record, turned } = story;
      const addresses = { page: storyAddress(name), timeMap: timeMapAddress(name, 0) };
      const accepted = request.headers['accept-datetime'];
      reply.headers(headers).header('link', mementoLinks(record, addresses));
      if (accepted !== undefined && request.query['at'] === undefined) {
        const { revision } = await asOf(stories.history, story, acceptedMoment(String(accepted)), now());
        const there = `${addresses.page}?at=${revision}`;
        return reply.header('vary', 'accept-datetime').header('cache-control', untilNext).redirect(there, 302);
      }
      const at = request.query['at'];
      if (at !== undefined) return past(story, at, request, reply);
      const query = pageQuery(request.query, record);
      const changes =
        query.since === null || query.since === 0
          ? null
          : await stories.history.reading(name, query.since, (before) => ({
              changes: changesView(before, record, { before: before.last!.at, after: turned.since }),
            }));
      return answer(story, `page ${JSON.stringify(query)}`, (moment) =>
        renderPage(pageView(record, moment, query), { script, ...changes }),
      ).send(request, reply, untilNext);
    },
  );

  /** The page as it stood at a revision or a moment, rendered by today's code from that day's record. */
  async function past(
    story: LiveStory,
    at: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { revision, moment } = await asOf(stories.history, story, at, now());
    const record = await stories.history.asOf(story.name, revision);
    const query = pageQuery({ ...(request.query as Record<string, string>) }, record);
    const given = { script: null, pastOf: revisionOf(story.record) };
    const text = await stories.history.reading(story.name, revision, (then) =>
      renderPage(pageView(withoutPayments(then), moment, query), given),
    );
    reply.header('memento-datetime', httpDate(record.last!.at));
    return new ReadyBytes(text, html).send(request, reply, aWhile);
  }

  app.get<{ Params: { story: string; post: string } }>(patterns.post, async (request, reply) => {
    const story = stories.get(request.params.story);
    const id = `post-${wholeNumber(request.params.post, 'the post')}` as const;
    const post = find(story.record.posts, id);
    if (post === undefined) throw new Refusal('thing-unknown', { id });
    return answer(story, id, (moment) => renderPostPage(story.record, postView(story.record, post), moment)).send(
      request,
      reply.headers(headers),
      untilNext,
    );
  });

  app.get<{ Params: { story: string; subject: string }; Querystring: { at?: string } }>(
    patterns.subject,
    async (request, reply) => {
      const story = stories.get(request.params.story);
      const id = `subject-${wholeNumber(request.params.subject, 'the subject')}` as const;
      const { at } = request.query;
      const subject = (record: StoryRecord, moment: Moment) => {
        if (find(record.subjects, id) === undefined) throw new Refusal('thing-unknown', { id });
        return subjectHistoryView(record, id, moment);
      };
      reply.headers(headers);
      if (at === undefined)
        return answer(story, id, (moment) =>
          renderSubjectPage(story.record, subject(story.record, moment), moment),
        ).send(request, reply, untilNext);
      const then = await asOf(stories.history, story, at, now());
      const past = await stories.history.reading(story.name, then.revision, (record) => ({
        text: renderSubjectPage(record, subject(withoutPayments(record), then.moment), then.moment, {
          shown: record.last!,
          head: revisionOf(story.record),
        }),
        published: record.last!.at,
      }));
      reply.header('memento-datetime', httpDate(past.published));
      return new ReadyBytes(past.text, html).send(request, reply, aWhile);
    },
  );

  app.get<{ Params: { story: string } }>(patterns.corrections, async (request, reply) => {
    const story = stories.get(request.params.story);
    return answer(story, 'corrections', (moment) =>
      renderCorrectionsPage(story.record, correctionsView(story.record), moment),
    ).send(request, reply.headers(headers), untilNext);
  });
}

/** What a reader asks of the page. Throws `request-unreadable` and `revision-ahead`. */
function pageQuery(asked: Record<string, string>, record: StoryRecord): PageQuery {
  const head = revisionOf(record);
  const number = (name: string) => (asked[name] === undefined ? null : wholeNumber(asked[name], name));
  const since = number('since');
  const asFrom = number('from');
  // Beyond the ends is the end: one page has one address to be kept under.
  const from = asFrom === null ? null : Math.min(asFrom, record.posts.length + 1);
  if (since !== null && since > head) throw new Refusal('revision-ahead', { revision: since, head });
  return { order: asked['order'] === 'oldest' ? 'oldest' : 'newest', from, since };
}
