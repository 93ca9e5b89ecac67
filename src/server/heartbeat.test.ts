import { connect, type Socket } from 'node:net';
import { constants, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';

let newsroom: Newsroom;
let port: number;
const story = 'river-flood';
const sockets: Socket[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  newsroom = await openNewsroom();
  await newsroom.send(story, openStory());
  port = Number(new URL(await newsroom.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterEach(async () => {
  vi.useRealTimers();
  for (const socket of sockets.splice(0)) socket.destroy();
  await newsroom.close();
});

/** A reader of the stream: what it has had so far. */
async function reader(encoding: 'gzip' | 'identity'): Promise<() => string> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let all = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => (all = Buffer.concat([all, bytes])));
  socket.write(`GET /${story}/stream HTTP/1.1\r\nHost: live\r\nAccept-Encoding: ${encoding}\r\n\r\n`);
  const had = () => {
    const body = all.subarray(all.indexOf('\r\n\r\n') + 4);
    const text = encoding === 'gzip' ? gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH }) : body;
    return text.toString();
  };
  await expect.poll(() => all.includes('\r\n\r\n') && had()).toContain('retry: ');
  return had;
}

/** The same in short: comments as they are, frames as `[revision]`. */
const short = (had: () => string) =>
  had()
    .replace(/^retry: \d+\n\n/, '')
    .replaceAll(/id: (\d+)\ndata: .*\n\n/g, '[$1]');

test.each(['gzip', 'identity'] as const)(
  '[L56] after 15 seconds without a message comes a comment, in %s',
  async (encoding) => {
    const had = await reader(encoding);
    vi.advanceTimersByTime(14_000);
    await newsroom.send(story, publishPost('One.'));
    await expect.poll(() => short(had)).toBe('[2]');
    // A message is a sign of life too.
    vi.advanceTimersByTime(2000);
    await newsroom.send(story, publishPost('Two.'));
    await expect.poll(() => short(had)).toBe('[2][3]');
    vi.advanceTimersByTime(45_000);
    await expect.poll(() => short(had)).toBe('[2][3]:\n\n:\n\n');
    await newsroom.send(story, publishPost('Three.'));
    await expect.poll(() => short(had)).toBe('[2][3]:\n\n:\n\n[4]');

    // Who joins after comments is understood to have had what came before them.
    const later = await reader(encoding);
    vi.advanceTimersByTime(30_000);
    await newsroom.send(story, publishPost('Four.'));
    await expect.poll(() => short(later)).toMatch(/:\n\n\[5\]$/);
  },
);
