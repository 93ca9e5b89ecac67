import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { patterns } from '../page/addresses.ts';
import { Refusal } from '../terms/refusal.ts';
import type { DeskStore, KeptFeed } from './desk-port.ts';
import type { Feeds } from './feeds.ts';
import { checked } from './request.ts';

const entriesListed = 100;

const Added = z.strictObject({ address: z.url({ protocol: /^https?$/ }).max(2000) });

/** The desk's addresses for feeds: the list with the entries seen last, adding one, removing one. */
export function deskFeedRoutes(app: FastifyInstance, { desk, feeds }: { desk: DeskStore; feeds: Feeds }): void {
  app.get(patterns.deskFeeds, async () => ({
    feeds: (await desk.feeds()).map(listed),
    entries: await desk.entries(entriesListed),
  }));

  app.post(patterns.deskFeeds, async (request, reply) => {
    const { address } = checked(Added, request.body);
    return reply.code(201).send(listed(await feeds.add(address, request.editor)));
  });

  app.delete<{ Params: { feed: string } }>(patterns.deskFeed, async (request, reply) => {
    const { feed } = request.params;
    if (!(await desk.feeds()).some(({ id }) => id === feed)) throw new Refusal('feed-unknown', { feed });
    await desk.dropFeed(feed);
    return reply.code(204).send();
  });
}

function listed({ id, address, title, added, addedBy, due, polled, failures, problem }: KeptFeed) {
  return { id, address, title, added, addedBy, due, polled, failures, problem };
}
