import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { deskAddress, patterns } from '../page/addresses.ts';
import { Command } from '../record/command.ts';
import { get, revisionOf, type StoryRecord } from '../record/record.ts';
import type { ReportId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import { deskView } from '../views/desk-view.ts';
import { dueView } from '../views/due-view.ts';
import type { Assets } from './assets.ts';
import { renderDesk, renderSignIn } from './desk-page.ts';
import type { DeskStore } from './desk-port.ts';
import { deskFeedRoutes } from './desk-feed-routes.ts';
import { deskReportRoutes } from './desk-report-routes.ts';
import type { Feeds } from './feeds.ts';
import { deskSubjectRoutes } from './desk-subject-routes.ts';
import type { FetchLimits } from './fetch-report.ts';
import { deskHeaders } from './headers.ts';
import type { SecondReader } from '../reading/second-reader.ts';
import { citedReports } from './intake.ts';
import { checked } from './request.ts';
import { sessionCookie, type SignIn } from './sign-in.ts';
import type { Stories } from './stories.ts';

/** What the desk's addresses work with. */
export interface DeskParts {
  desk: DeskStore;
  feeds: Feeds;
  stories: Stories;
  signIn: SignIn;
  assets: Assets;
  now: () => Moment;
  fetchLimits: FetchLimits;
  /** Who else reads what an editor takes in; `null` for nobody. */
  reader: SecondReader | null;
  /** Whether readers and editors come by https, so that the session's cookie may be sent that way only. */
  secure: boolean;
}

/** After how many hours without a word on it the desk looks at a subject again. */
const staleAfterHours = 6;

const Act = z.strictObject({ act: z.string().regex(/^[\w-]{8,100}$/), command: Command });
const Draft = z.strictObject({ contents: z.string().max(2_000_000) });
const Entering = z.object({
  token: z.string().max(100),
  story: z.string().max(80).exactOptional(),
  report: z.string().max(64).exactOptional(),
});

/** The addresses of the desk: signing in, and, for who is signed in, the app and what it asks for. */
export async function deskRoutes(app: FastifyInstance, parts: DeskParts): Promise<void> {
  const { desk, stories, signIn, assets, now, secure } = parts;
  // A form of the sign-in page is the only thing that is not JSON or multipart.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 10_000 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  app.get<{ Querystring: Record<string, string> }>(patterns.signIn, async (request, reply) => {
    const { token } = request.query;
    const editor = token === undefined ? null : await signIn.invited(token);
    return page(reply, renderSignIn(request.query, editor, assets.desk));
  });

  app.post(patterns.signIn, async (request, reply) => {
    refuseForeign(request);
    const { token, ...open } = checked(Entering, request.body);
    const session = await signIn.enter(token);
    return reply
      .headers(deskHeaders)
      .setCookie(sessionCookie, session, cookieFor(secure))
      .redirect(deskAddress(open), 303);
  });

  app.get(patterns.desk, async (request, reply) => {
    const session = await signIn.session(request.cookies[sessionCookie]).catch(() => null);
    return session === null
      ? page(reply.code(401), renderSignIn({}, null, assets.desk))
      : page(reply, renderDesk(session.editor, assets.desk));
  });

  await app.register(async (inside) => {
    inside.decorateRequest('editor', '');
    inside.addHook('onRequest', async (request, reply) => {
      reply.headers(deskHeaders);
      if (request.method !== 'GET') refuseForeign(request);
      request.editor = (await signIn.session(request.cookies[sessionCookie])).editor;
    });

    inside.get(patterns.deskMe, async (request) => ({ editor: request.editor }));

    inside.post(patterns.signOut, async (request, reply) => {
      await signIn.leave(request.cookies[sessionCookie] ?? '');
      return reply.clearCookie(sessionCookie, cookieFor(secure)).code(204).send();
    });

    inside.get(patterns.deskStories, async () =>
      stories.list().map(({ name, record }) => ({
        story: name,
        title: record.title,
        revision: revisionOf(record),
        last: record.last,
      })),
    );

    inside.get<{ Params: { story: string } }>(patterns.deskStory, async (request) =>
      deskView(stories.get(request.params.story).record, now()),
    );

    inside.get<{ Params: { story: string } }>(patterns.deskDue, async (request) =>
      dueView(stories.get(request.params.story).record, now(), { staleAfterHours }),
    );

    inside.post<{ Params: { story: string } }>(patterns.deskCommands, async (request, reply) => {
      const { act, command } = checked(Act, request.body);
      const reports = await citedReports(desk, command);
      const asked = { command, by: request.editor, act: `${request.editor} ${act}`, reports, at: null };
      const { number, at, events } = await stories.publish(request.params.story, asked);
      await dropRemoved(stories.get(request.params.story).record, command);
      return reply.code(201).send({ revision: number, at, events });
    });

    /** What was taken down as a report is no longer kept at the desk either. */
    async function dropRemoved(record: StoryRecord, command: Command): Promise<void> {
      if (command.kind !== 'remove-content') return;
      for (const id of command.what) {
        if (id.startsWith('report-')) await desk.dropReport(get(record.reports, id as ReportId).text);
      }
    }

    inside.get<{ Params: { story: string } }>(patterns.deskDrafts, async (request) =>
      (await desk.drafts(request.params.story, request.editor)).map(({ id, saved, contents }) => ({
        id,
        saved,
        contents,
      })),
    );

    inside.put<{ Params: { story: string; draft: string } }>(patterns.deskDraft, async (request, reply) => {
      const { story, draft } = request.params;
      const { contents } = checked(Draft, request.body);
      await desk.keepDraft({ id: draft, story, editor: request.editor, saved: now(), contents });
      return reply.code(204).send();
    });

    inside.delete<{ Params: { draft: string } }>(patterns.deskDraft, async (request, reply) => {
      await desk.dropDraft(request.params.draft, request.editor);
      return reply.code(204).send();
    });

    deskSubjectRoutes(inside, parts);
    deskReportRoutes(inside, parts);
    deskFeedRoutes(inside, parts);
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The name of the editor who is signed in; set on the desk's addresses only. */
    editor: string;
  }
}

function page(reply: FastifyReply, text: string): FastifyReply {
  return reply.headers(deskHeaders).type('text/html; charset=utf-8').send(text);
}

/**
 * Refuses a change that a page of another site asked for in the editor's name.
 *
 * Browsers say where a request comes from in `Sec-Fetch-Site`; those that do not yet are known by their `Origin`.
 */
function refuseForeign(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const sameHost = origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.host);
  const own = site === undefined ? sameHost : site === 'same-origin' || site === 'none';
  if (!own) throw new Refusal('foreign-origin', { origin: origin ?? String(site) });
}

const cookieFor = (secure: boolean) =>
  ({ path: '/desk', httpOnly: true, sameSite: 'strict', secure, maxAge: 14 * 24 * 3600 }) as const;
