import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { patterns, type PageQuery } from '../page/addresses.ts';
import { renderFrontPage } from '../page/front-page.ts';
import { renderPage } from '../page/page.ts';
import { renderPostPage } from '../page/post-page.ts';
import { renderSubjectPage } from '../page/subject-page.ts';
import { pageStyle } from '../page/style.ts';
import { find, revisionOf, type StoryRecord } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import { mastheadView } from '../views/masthead-view.ts';
import { pageView } from '../views/page-view.ts';
import { postView } from '../views/post-view.ts';
import { subjectView } from '../views/subject-view.ts';
import { pageHeaders, untilNext } from './headers.ts';
import type { LiveStory } from './live-story.ts';
import { ReadyAnswers, ReadyBytes } from './ready-bytes.ts';
import { wholeNumber } from './request.ts';
import type { Stories } from './stories.ts';

/** The SHA-256 of the pages' style in base64, as a content security policy names it. */
export const pageStyleHash = createHash('sha256').update(pageStyle).digest('base64');

const html = 'text/html; charset=utf-8';

/** The pages that readers see. */
export function pageRoutes(app: FastifyInstance, { stories, script }: { stories: Stories; script: string }): void {
  const headers = pageHeaders(pageStyleHash);
  const ready = new Map<string, ReadyAnswers>();
  const answer = (story: LiveStory, key: string, make: () => string): ReadyBytes => {
    const answers = ready.get(story.name) ?? new ReadyAnswers();
    ready.set(story.name, answers);
    const revision = revisionOf(story.record);
    return answers.get(revision, key, () => new ReadyBytes(make(), html));
  };

  app.get(patterns.front, async (request, reply) => {
    const list = stories.list().map(({ record }) => mastheadView(record));
    return new ReadyBytes(renderFrontPage(list), html).send(request, reply.headers(headers), untilNext);
  });

  app.get<{ Params: { story: string }; Querystring: Record<string, string> }>(
    patterns.story,
    async (request, reply) => {
      const story = stories.get(request.params.story);
      const query = pageQuery(request.query, story.record);
      const key = `page ${JSON.stringify(query)}`;
      return answer(story, key, () => renderPage(pageView(story.record, query), { script })).send(
        request,
        reply.headers(headers),
        untilNext,
      );
    },
  );

  app.get<{ Params: { story: string; post: string } }>(patterns.post, async (request, reply) => {
    const story = stories.get(request.params.story);
    const id = `post-${wholeNumber(request.params.post, 'the post')}` as const;
    const post = find(story.record.posts, id);
    if (post === undefined) throw new Refusal('thing-unknown', { id });
    return answer(story, id, () => renderPostPage(story.record, postView(story.record, post))).send(
      request,
      reply.headers(headers),
      untilNext,
    );
  });

  app.get<{ Params: { story: string; subject: string } }>(patterns.subject, async (request, reply) => {
    const story = stories.get(request.params.story);
    const id = `subject-${wholeNumber(request.params.subject, 'the subject')}` as const;
    if (find(story.record.subjects, id) === undefined) throw new Refusal('thing-unknown', { id });
    return answer(story, id, () => renderSubjectPage(story.record, subjectView(story.record, id))).send(
      request,
      reply.headers(headers),
      untilNext,
    );
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
