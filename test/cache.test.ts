import { connect } from 'node:http2';
import { Readable } from 'node:stream';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Frame } from '../src/live/frame.ts';
import { cacheNames, has, startCache, type Cache } from './caches.ts';
import { openNewsroom, openStory, publishPost, type Newsroom } from './newsroom.ts';

const story = 'river-flood';

let newsroom: Newsroom;
let cache: Cache;
let base: string;
/** Every address that the server itself was asked for. */
let asked: string[];

beforeEach(async () => {
  newsroom = await openNewsroom();
  asked = [];
  newsroom.app.server.on('request', (request) => asked.push(request.url!));
  await newsroom.send(story, openStory());
});
afterEach(async () => {
  await cache.close();
  await newsroom.close();
});

async function start(name: string): Promise<void> {
  const origin = Number(new URL(await newsroom.app.listen({ port: 0, host: '127.0.0.1' })).port);
  cache = await startCache(name, origin);
  base = cache.base;
  asked.length = 0;
}

const frameAt = async (path: string) => (await (await fetch(`${base}/${story}/${path}`)).json()) as Frame;
const pause = (milliseconds: number) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

describe.each(cacheNames.map((name) => ({ name })))('behind $name', ({ name }) => {
  test.skipIf(!has(name))('[L62] what the server is asked does not grow with the readers', async () => {
    await start(name);
    const poll = async (readers: number) => {
      asked.length = 0;
      for (let second = 0; second < 3; second++) {
        await Promise.all(Array.from({ length: readers }, () => frameAt('after/1')));
        await pause(1000);
      }
      return asked.length;
    };
    const few = await poll(5);
    const many = await poll(200);
    expect(few).toBeLessThanOrEqual(6);
    expect(many).toBeLessThanOrEqual(6);
  });

  test.skipIf(!has(name))('[L62] of many who wait for what comes next, one asks the server', async () => {
    await start(name);
    const waiting = Array.from({ length: 50 }, () => frameAt('next/1'));
    await pause(500);
    await newsroom.send(story, publishPost('The dam holds.'));
    const began = performance.now();
    expect(new Set((await Promise.all(waiting)).map(({ revision }) => revision))).toEqual(new Set([2]));
    expect(performance.now() - began).toBeLessThan(2000);
    expect(asked.filter((path) => path.includes('/next/')).length).toBeLessThanOrEqual(2);
  });

  test.skipIf(!has(name))('[L62] a stream goes through at once, in gzip', async () => {
    await start(name);
    const abort = new AbortController();
    const answer = await fetch(`${base}/${story}/stream?after=1`, { signal: abort.signal });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const events = answer
      .body!.pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
      .getReader();
    for (const revision of [2, 3]) {
      const start = performance.now();
      await newsroom.send(story, publishPost(`Number ${revision}.`));
      expect((await events.read()).value!.id).toBe(String(revision));
      expect(performance.now() - start).toBeLessThan(1000);
    }
    abort.abort();
  });
});

test.skipIf(!has('nginx') || !has('openssl'))(
  '[L62] behind nginx with TLS many streams and pages go over one connection in HTTP/2',
  async () => {
    await start('nginx');
    const session = connect(cache.secure, { rejectUnauthorized: false });
    const asking = Array.from({ length: 20 }, () => session.request({ ':path': `/${story}/stream?after=1` }));
    const streams = asking.map((request) =>
      new Response(Readable.toWeb(request) as ReadableStream)
        .body!.pipeThrough(new TextDecoderStream())
        .pipeThrough(new EventSourceParserStream())
        .getReader(),
    );
    for (const revision of [2, 3]) {
      await newsroom.send(story, publishPost(`Number ${revision}.`));
      const heard = await Promise.all(streams.map(async (events) => (await events.read()).value!.id));
      expect(heard).toEqual(streams.map(() => String(revision)));
    }
    const page = session.request({ ':path': `/${story}` });
    expect(await new Response(Readable.toWeb(page) as ReadableStream).text()).toContain('Number 3.');
    session.destroy();
  },
);
