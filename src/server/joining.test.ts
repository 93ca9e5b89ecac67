import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { constants, gunzipSync } from 'node:zlib';
import { openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';
import { publishing, statementOf } from '../../test/samples/flood.ts';
import { castOfEachKind, subjectOf, truceIs, when } from '../../test/samples/values.ts';
import { FanOut } from './fan-out.ts';
import { LiveStory } from './live-story.ts';

let newsroom: Newsroom;
let port: number;
let clock: string;
const story = 'river-flood';
const sockets: Socket[] = [];

beforeEach(async () => {
  clock = '2024-09-15T10:00:00.000Z';
  newsroom = await openNewsroom({ now: () => clock, streamLimits: { total: 9, perAddress: 3 } });
  await newsroom.send(story, openStory());
  port = Number(new URL(await newsroom.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const socket of sockets.splice(0)) socket.destroy();
  await newsroom.close();
});

/** A connection that never closes its side: what it was sent so far. */
function send(request: string): () => Buffer {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  let all = Buffer.alloc(0);
  socket.on('error', () => {}).on('data', (bytes: Buffer) => (all = Buffer.concat([all, bytes])));
  socket.write(request);
  return () => all;
}

const ask = (path: string, headers = '') => `GET /${story}${path} HTTP/1.1\r\nHost: live\r\n${headers}\r\n`;
const readers = async () => Number(/^stet_readers (\d+)/m.exec((await newsroom.app.inject('/metrics')).body)![1]);

/** The events of a stream in gzip. */
function unpacked(all: Buffer): string {
  const body = all.subarray(all.indexOf('\r\n\r\n') + 4);
  return body.length === 0 ? '' : gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
}

describe('a reader who joins', () => {
  test('[L12] is told in gzip too what time has changed meanwhile, where the frames since are sent again', async () => {
    const value = truceIs('announced', { until: when('2024-09-15T18:00') });
    const truce = publishing({ statements: [statementOf({ subject: subjectOf('truce'), value })] });
    for (const command of [castOfEachKind, truce]) expect((await newsroom.send(story, command)).status).toBe(201);
    const page = clock;
    clock = '2024-09-15T20:00:00.000Z';
    const gzip = 'Accept-Encoding: gzip\r\n';
    send(ask(`/stream?after=3&since=${clock}`, gzip));
    await expect.poll(readers).toBe(1);
    await newsroom.send(story, publishPost('Something else.'));

    const back = send(ask(`/stream?since=${page}&after=3`, gzip));
    await expect.poll(() => unpacked(back())).toContain('Something else.');
    expect(unpacked(back())).toContain(`"id":"${subjectOf('truce')}"`);
  });

  test('[L79] is not answered in the place of what was asked before over its connection', async () => {
    const answers = send(ask('?order=oldest') + ask('/stream') + ask('/stream'));
    const heads = () =>
      answers()
        .toString()
        .match(/HTTP\/1\.1 \d+|text\/event-stream|text\/html/g);
    await expect.poll(heads).toEqual(['HTTP/1.1 200', 'text/html', 'HTTP/1.1 422', 'HTTP/1.1 422']);
    expect(await readers()).toBe(0);
  });

  test('[L79] is not held behind what was asked before over its connection', async () => {
    const answers = send(ask('/next/1').repeat(20));
    await new Promise((resolve) => void setTimeout(resolve, 200));
    await newsroom.send(story, publishPost('One.'));
    const frames = () =>
      [
        ...answers()
          .toString()
          .matchAll(/"after":1,"revision":(\d)/g),
      ].map(([, revision]) => revision);
    // The first was held; the others were answered meanwhile, and could be sent only after it.
    await expect.poll(frames).toEqual(['2', ...Array.from({ length: 19 }, () => '1')]);
  });

  test('[L80] and cannot be answered is told so, and keeps no room that others need', async () => {
    send(ask('/stream'));
    await expect.poll(readers).toBe(1);
    const broken = vi.spyOn(LiveStory.prototype, 'turned', 'get').mockImplementation(() => {
      throw new Error('nothing can be said');
    });
    const failing = [send(ask('/stream')), send(ask('/stream')), send(ask('/stream'))];
    for (const answer of failing) await expect.poll(() => answer().toString()).toContain('server-failed');
    broken.mockRestore();
    for (const socket of sockets.slice(1)) socket.destroy();

    const others = [send(ask('/stream')), send(ask('/stream'))];
    for (const answer of others) await expect.poll(() => answer().toString()).toMatch(/^HTTP\/1\.1 200 /);
    await expect.poll(readers).toBe(3);
  });
});

describe('after the end', () => {
  const end = { kind: 'end-story', seen: 1, note: null } as const;

  test('[L81] a reader who is let go and never closes its side is gone all the same', async () => {
    const reader = send(ask('/stream'));
    await expect.poll(readers).toBe(1);
    expect((await newsroom.send(story, end)).status).toBe(201);
    await expect.poll(readers, { timeout: 3000 }).toBe(0);
    expect(reader().toString()).toContain('"ended":true');
  });

  test('[L73] a reader who is full is let go within a second of having everything', async () => {
    let sent = () => {};
    const ended = vi.fn();
    const socket = { writableLength: 1, write: (_: Buffer, done: () => void) => (sent = done), destroySoon: ended };
    const fanOut = new FanOut(newsroom.stories.get(story), { reached: () => {}, sent: () => {} });
    fanOut.join(socket as unknown as Socket, { position: 1, since: null, gzip: false });
    await newsroom.send(story, end);
    await new Promise((resolve) => void setTimeout(resolve, 700));
    expect(ended).not.toHaveBeenCalled();
    socket.writableLength = 0;
    sent();
    await expect.poll(() => ended.mock.calls.length, { timeout: 1000 }).toBe(1);
    fanOut.close();
  });
});
