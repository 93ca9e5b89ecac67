import http from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { constants, gunzipSync } from 'node:zlib';
import { openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';
import { entering, posting } from '../../test/samples/flood.ts';
import type { Frame } from '../live/frame.ts';

let newsroom: Newsroom;
let base: URL;
const story = 'river-flood';

beforeEach(async () => {
  newsroom = await openNewsroom({ streamLimits: { total: 5, perAddress: 3 } });
  await newsroom.send(story, openStory());
  base = new URL(await newsroom.app.listen({ port: 0, host: '127.0.0.1' }));
});
afterEach(() => newsroom.close());

const publish = (text: string) => newsroom.send(story, publishPost(text));
const takeDown = (post: `post-${number}`, seen: number) =>
  newsroom.send(story, { kind: 'remove-content', seen, what: [post], ground: 'privacy' });

/** A connection of its own, without any client's understanding of HTTP: all that came until `holds`. */
async function raw(request: string, holds: (bytes: Buffer) => boolean): Promise<Buffer> {
  const socket = connect(Number(base.port), '127.0.0.1');
  socket.write(request);
  let all = Buffer.alloc(0);
  for await (const chunk of socket) {
    all = Buffer.concat([all, chunk as Buffer]);
    if (holds(all)) break;
  }
  socket.destroy();
  return all;
}

const ask = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: live\r\n${headers}\r\n`;
const bodyOf = (bytes: Buffer) => bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
const unpacked = (bytes: Buffer) => gunzipSync(bodyOf(bytes), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
const framesIn = (text: string) => [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as Frame);
const readers = async () => Number(/^stet_readers (\d+)/m.exec((await newsroom.app.inject('/metrics')).body)![1]);

describe('a stream', () => {
  test('[L54] who joins later is sent again what the next frames refer to, and then those', async () => {
    const first = raw(ask(`/${story}/stream?after=1`, 'Accept-Encoding: gzip\r\n'), (all) => {
      return framesIn(unpacked(all)).at(-1)?.revision === 4;
    });
    await expect.poll(readers).toBe(1);
    for (const text of ['One.', 'Two.']) await publish(text);
    const second = raw(ask(`/${story}/stream?after=3`, 'Accept-Encoding: gzip\r\n'), (all) => {
      return framesIn(unpacked(all)).at(-1)?.revision === 4;
    });
    await expect.poll(readers).toBe(2);
    await publish('Three.');

    for (const all of [await first, await second])
      expect(framesIn(unpacked(all)).map(({ after, revision }) => [after, revision])).toEqual([
        [1, 2],
        [2, 3],
        [3, 4],
      ]);
  });

  test('[L56] when to come back is drawn for each', async () => {
    const drawn = new Set<string>();
    for (let i = 0; i < 8; i++) {
      const all = await raw(ask(`/${story}/stream`), (all) => all.includes('retry'));
      drawn.add(/retry: (\d+)/.exec(all.toString())![1]!);
      await expect.poll(readers).toBe(0);
    }
    expect(drawn.size).toBeGreaterThan(3);
    for (const one of drawn) expect(Number(one) >= 2000 && Number(one) < 4000).toBe(true);
  });

  test('[L57] more than an address may hold is refused in words, and one that left makes room', async () => {
    const agent = new http.Agent();
    const open = () =>
      new Promise<http.IncomingMessage>((resolve) => {
        http.get(new URL(`/${story}/stream`, base), { agent }, resolve);
      });
    const held = [await open(), await open(), await open()];
    const refused = await open();
    let text = '';
    for await (const chunk of refused) text += chunk;
    expect([refused.statusCode, JSON.parse(text).code]).toEqual([503, 'streams-full']);

    held[0]!.destroy();
    await expect.poll(readers).toBe(2);
    const again = await open();
    expect(again.statusCode).toBe(200);
    for (const one of [...held, again]) one.destroy();
  });

  test('[L59] a server that closes lets each reader go after all that was published', async () => {
    const whole = raw(ask(`/${story}/stream?after=1`), () => false);
    await expect.poll(readers).toBe(1);
    await publish('One.');
    await newsroom.app.close();

    expect(framesIn(bodyOf(await whole).toString()).map(({ revision }) => revision)).toEqual([2]);
  });

  test('[L59] a reader who never goes does not keep a server from closing', async () => {
    const socket = connect({ port: Number(base.port), host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => {});
    socket.write(ask(`/${story}/stream`));
    await expect.poll(readers).toBe(1);
    const start = performance.now();
    await newsroom.app.close();
    expect(performance.now() - start).toBeLessThan(5000);
    socket.destroy();
  });

  test.each([
    ['in pieces', [ask(`/${story}/stream?after=1`).slice(0, 9), ask(`/${story}/stream?after=1`).slice(9)]],
    ['over a connection that was used before', [ask('/healthz'), ask(`/${story}/stream?after=1`)]],
  ])('[L60] a request that comes %s is answered the same', async (_, pieces) => {
    await publish('One.');
    const socket = connect(Number(base.port), '127.0.0.1');
    let all = '';
    socket.on('data', (bytes) => (all += bytes.toString()));
    for (const piece of pieces) {
      socket.write(piece);
      await new Promise((resolve) => void setTimeout(resolve, 100));
    }
    await expect.poll(() => framesIn(all).length).toBe(1);
    expect(all).toContain('content-type: text/event-stream');
    await publish('Two.');
    await expect.poll(() => framesIn(all).map(({ revision }) => revision)).toEqual([2, 3]);
    socket.destroy();
    await expect.poll(readers).toBe(0);
  });

  test('[L60] what is wrong with a request is said as everywhere', async () => {
    const all = await raw(ask('/no-story/stream'), (all) => all.includes('}'));
    expect(all.toString()).toMatch(/^HTTP\/1\.1 404/);
    expect(all.toString()).toContain('story-unknown');
  });
});

describe('a held request', () => {
  test('[L61] a server that closes answers it, and nobody keeps that', async () => {
    const asking = fetch(new URL(`/${story}/next/1`, base));
    await new Promise((resolve) => void setTimeout(resolve, 200));
    const [answer] = await Promise.all([asking, newsroom.app.close()]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(((await answer.json()) as Frame).parts).toEqual([]);
  });
});

describe('what was taken down', () => {
  test('[L58] neither a segment nor a stream sends it any more', async () => {
    await publish('A secret name.');
    for (let i = 0; i < 63; i++) await publish(`Message ${i}.`);
    const segment = () => newsroom.app.inject(`/${story}/segments/1`);
    const kept = await segment();
    expect(kept.body).toContain('A secret name.');
    expect(kept.headers['cache-control']).toContain('s-maxage=300');
    const before = raw(ask(`/${story}/stream`, 'Accept-Encoding: gzip\r\n'), (all) => all.length > 600);
    await expect.poll(readers).toBe(1);

    expect(await takeDown('post-1', 65)).toMatchObject({ status: 201 });
    await before;

    expect((await segment()).body).not.toContain('A secret name.');
    const joined = raw(ask(`/${story}/stream?after=1`, 'Accept-Encoding: gzip\r\n'), (all) => all.length > 600);
    expect(unpacked(await joined)).not.toContain('A secret name.');
  });
});

describe('operations', () => {
  test('[H70] it says that it runs and is ready', async () => {
    expect((await newsroom.app.inject('/healthz')).json()).toEqual({ ok: true });
    expect((await newsroom.app.inject('/readyz')).json()).toEqual({ ready: true });
  });

  test('[H98] a request that does not come whole is cut off', () => {
    const { requestTimeout, headersTimeout } = newsroom.app.server;
    expect([requestTimeout, headersTimeout]).toEqual([300_000, 60_000]);
  });

  test('[H71] it counts readers, bytes and how long the last of them waits', async () => {
    const reading = raw(ask(`/${story}/stream?after=1`), (all) => all.includes('One.'));
    await expect.poll(readers).toBe(1);
    await publish('One.');
    await reading;
    const { body, headers } = await newsroom.app.inject('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('stet_lag_seconds_count 1');
    expect(body).toContain('stet_readers_behind 0');
    expect(Number(/^stet_stream_bytes_total (\d+)/m.exec(body)![1])).toBeGreaterThan(500);
  });

  test('[L69] payment details that were withdrawn are not sent again to who joins later', async () => {
    const terms = { kind: 'appeal' as const, beneficiary: 'people of the lower town' };
    const appeal = posting('They ask for help.', { subjects: [{ ref: 'new-1', name: 'Dry Feet', terms, sides: [] }] });
    const details = entering('subject-1');
    const gzip = (after: number) => ask(`/${story}/stream?after=${after}`, 'Accept-Encoding: gzip\r\n');
    const holds = (bytes: Buffer) => unpacked(bytes).includes(details.lines[0]!.text);
    await newsroom.send(story, appeal);
    // Somebody follows all the while, so that there is a history.
    let gone = false;
    const stays = raw(gzip(2), () => gone);
    await expect.poll(readers).toBe(1);
    await newsroom.send(story, { ...details, seen: 2 }, 'Ana');
    await newsroom.send(story, { kind: 'confirm-payment', seen: 3, payment: 'payment-1' }, 'Boris');
    const before = await raw(gzip(2), (all) => framesIn(unpacked(all)).at(-1)?.revision === 4);
    expect(holds(before)).toBe(true);
    const withdraw = { kind: 'withdraw-payment', seen: 4, payment: 'payment-1', reason: 'It is closed.' } as const;
    expect((await newsroom.send(story, withdraw)).status).toBe(201);
    const later = await raw(gzip(2), (all) => framesIn(unpacked(all)).at(-1)?.revision === 5);
    expect(holds(later)).toBe(false);
    gone = true;
    await publish('The last.');
    await stays;
  });

  test('[L68] a reader who leaves as the server closes does not hold it up', async () => {
    // Such a client keeps a connection open for the next request, and opens one as its last is cut.
    for (let i = 0; i < 3; i++) {
      const abort = new AbortController();
      const { body } = await fetch(new URL(`/${story}/stream?after=0`, base), { signal: abort.signal });
      await body!.getReader().read();
      abort.abort();
    }
    const started = performance.now();
    await newsroom.close();
    expect(performance.now() - started).toBeLessThan(3000);
    newsroom = await openNewsroom({});
  });
});
