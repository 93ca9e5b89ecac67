import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Journal } from '../journal/port.ts';
import { renderProblemPage } from '../page/problem-page.ts';
import { patterns } from '../page/addresses.ts';
import type { SecondReader } from '../reading/second-reader.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import type { Assets } from './assets.ts';
import { deskRoutes } from './desk-routes.ts';
import type { DeskStore } from './desk-port.ts';
import { Feeds } from './feeds.ts';
import { publicWeb, type FetchLimits } from './fetch-report.ts';
import { dataHeaders, forever, pageHeaders } from './headers.ts';
import { liveRoutes } from './live-routes.ts';
import { Measures, operationRoutes } from './operations.ts';
import { dataRoutes } from './data-routes.ts';
import { pageRoutes, pageStyleHash } from './page-routes.ts';
import { ReadyPages } from './ready-pages.ts';
import { pastRoutes } from './past-routes.ts';
import { problemOf } from './problem.ts';
import { reportLimit } from './intake.ts';
import { SignIn } from './sign-in.ts';
import type { Snapshots } from './snapshots-port.ts';
import { Stories } from './stories.ts';
import { Streams, type StreamLimits } from './streams.ts';

/** What a server is made of; `cli` puts it together. */
export interface Parts {
  journal: Journal;
  /** Snapshots beside the journal; `null` for none. */
  snapshots: Snapshots | null;
  desk: DeskStore;
  assets: Assets;
  now: () => Moment;
  /** What the desk may fetch; the public web where it is not given. */
  fetchLimits?: FetchLimits;
  /** Who else reads what an editor takes in; nobody where it is not given. */
  reader?: SecondReader;
  /** The address that readers use, for instance `https://live.example`; left out where it is the server's own. */
  publicAddress?: string;
  /** How many streams may be open; as many as the system allows where it is not given. */
  streamLimits?: StreamLimits;
  /** Where the log goes, and from which level on; `false` for none. */
  log?: { level: string } | false;
}

/** A server that has opened its stories and can be listened with. */
export interface Server {
  app: FastifyInstance;
  feeds: Feeds;
  stories: Stories;
  signIn: SignIn;
}

/** How long, in milliseconds, a request may take to come whole: the largest report, over a slow line. */
const longestRequest = 300_000;

const manyStreams: StreamLimits = { perAddress: Infinity, total: Infinity };

/** Stet's mark: the dots under a word that let it stand. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 3h12v5H2z"/><g fill="#a4161a"><circle cx="3.5" cy="12" r="1.5"/><circle cx="8" cy="12" r="1.5"/><circle cx="12.5" cy="12" r="1.5"/></g></svg>`;

/** Puts a server together: every address of `page/addresses.ts`, over a journal and the desk's store. */
export async function buildServer(parts: Parts): Promise<Server> {
  const app = Fastify({
    logger: parts.log
      ? { ...parts.log, serializers: { req: ({ method, url }) => ({ method, url: url.replace(/\?.*/, '') }) } }
      : false,
    bodyLimit: reportLimit * 2,
    forceCloseConnections: true,
    requestTimeout: longestRequest,
    // What is no address at all comes before the error handler.
    frameworkErrors: (error, request, reply) => void answerRefusal(asRefusal(error, request), request, reply),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 100 },
  });
  const report = (reason: unknown) => app.log.error({ err: reason }, 'unforeseen');
  const stories = await Stories.open(parts.journal, parts.snapshots, parts.now, report);
  const signIn = new SignIn(parts.desk, parts.now);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: reportLimit, files: 1, fields: 5 } });
  app.setErrorHandler((error: Error, request, reply) => answerRefusal(asRefusal(error, request), request, reply));
  app.setNotFoundHandler((request, reply) =>
    answerRefusal(new Refusal('address-unknown', { address: request.url }), request, reply),
  );

  app.get(patterns.icon, async (_request, reply) =>
    reply.headers(dataHeaders).header('cache-control', forever).type('image/svg+xml').send(icon),
  );
  app.get(patterns.asset, async (request, reply) => {
    const file = parts.assets.files.get(request.url);
    if (file === undefined) throw new Refusal('address-unknown', { address: request.url });
    return file.send(request, reply.headers(dataHeaders), forever);
  });
  const fetchLimits = parts.fetchLimits ?? publicWeb;
  const feeds = new Feeds({ desk: parts.desk, now: parts.now, fetchLimits, report });
  app.addHook('onListen', async () => feeds.start());
  await deskRoutes(app, {
    ...parts,
    feeds,
    stories,
    signIn,
    fetchLimits,
    reader: parts.reader ?? null,
    secure: parts.publicAddress?.startsWith('https:') ?? false,
  });
  const measures = new Measures();
  const streams = new Streams(stories, parts.streamLimits ?? manyStreams, measures);
  measures.add('stet_readers', 'Open streams.', () => streams.size);
  measures.add('stet_readers_behind', 'Readers who are being brought up to date.', () => streams.behind);
  operationRoutes(app, measures, () => parts.journal.stories());
  const readyPages = new ReadyPages();
  liveRoutes(app, { journal: parts.journal, stories, streams, readyPages });
  pageRoutes(app, { stories, readyPages, script: parts.assets.page.script, now: parts.now });
  dataRoutes(app, { stories, now: parts.now });
  pastRoutes(app, { journal: parts.journal, stories });
  app.addHook('onClose', async () => {
    await feeds.stop();
    await stories.close();
  });
  return { app, feeds, stories, signIn };
}

/** An error of the framework or of ours as a refusal; one that nobody foresaw is logged. */
function asRefusal(error: Error, request: FastifyRequest): Refusal {
  // What the store says names files of this machine, which readers need not know.
  const tells = /^\/desk(\/|\?|$)/.test(request.url) || !(error instanceof Refusal) || !error.code.startsWith('store-');
  if (error instanceof Refusal && tells) return error;
  const { code, statusCode = 500 } = error as FastifyError;
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal('request-too-large', { limit: reportLimit });
  if (statusCode >= 400 && statusCode < 500) return new Refusal('request-unreadable', { what: error.message });
  request.log.error({ err: error }, 'unforeseen');
  return new Refusal('server-failed', {});
}

function answerRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(refusal);
  reply.code(problem.status).header('cache-control', 'no-store');
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  return wantsPage
    ? reply.headers(pageHeaders(pageStyleHash)).type('text/html; charset=utf-8').send(renderProblemPage(problem))
    : reply.headers(dataHeaders).type('application/problem+json').send(JSON.stringify(problem));
}
