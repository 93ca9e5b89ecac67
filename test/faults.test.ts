import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { Frame } from '../src/live/frame.ts';
import { Follower } from './follower.ts';
import { openNewsroom, openStory, publishPost, type Newsroom } from './newsroom.ts';

const story = 'river-flood';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const pause = (milliseconds: number) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** A way to the server that does to the bytes what a bad network does. */
async function network(port: number, carry: (from: Socket, to: Socket) => void): Promise<{ base: string }> {
  const server: Server = createServer((from) => {
    const to = connect(port, '127.0.0.1');
    const end = () => {
      from.destroy();
      to.destroy();
    };
    for (const one of [from, to]) one.on('error', end).on('close', end);
    from.pipe(to);
    carry(to, from);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function open(): Promise<{ newsroom: Newsroom; port: number }> {
  const newsroom = await openNewsroom();
  closers.push(() => newsroom.close());
  await newsroom.send(story, openStory());
  await newsroom.send(story, publishPost('The first post.'));
  const port = Number(new URL(await newsroom.app.listen({ port: 0, host: '127.0.0.1' })).port);
  return { newsroom, port };
}

/** Changes of all sorts: posts, corrections, key points, withdrawals. */
async function change(newsroom: Newsroom, i: number, seen: number): Promise<void> {
  const post = 'post-1' as const;
  const body = [{ kind: 'paragraph' as const, runs: [{ text: `Corrected in ${i}.` }] }];
  if (i % 10 === 3) await newsroom.send(story, { kind: 'key-post', seen, post });
  else if (i % 10 === 6) await newsroom.send(story, { kind: 'unkey-post', seen, post });
  else if (i % 10 === 8)
    await newsroom.send(story, { kind: 'correct-post', seen, post, headline: null, body, note: 'So.' });
  else await newsroom.send(story, publishPost(`Number ${i}. The water rises. ${'It rains. '.repeat(i % 7)}`));
}

/** Each reader ends with what a page has that was followed without a fault: nothing lost, nothing twice, in order. */
async function endAsFresh(readers: readonly Follower[], address: string): Promise<void> {
  const fresh = await pageOf(address);
  const page = await (await fetch(address)).text();
  expect(fresh.unsent).toBe(0);
  await expect
    .poll(() => readers.filter(({ reader }) => reader.revision !== fresh.revision).length, { timeout: 20_000 })
    .toBe(0);
  const expected = new Map(fresh.parts.map(({ id, html }) => [id, html]));
  for (const { pieces, wrong } of readers) {
    expect(wrong).toBe(0);
    expect(new Map([...pieces].filter(([id]) => expected.has(id)))).toEqual(expected);
    // What is empty at the end is on the page, and in no difference from the beginning.
    for (const [id, html] of pieces) if (!expected.has(id)) expect(page).toContain(html);
  }
}

/** All that a page of the last revision holds. */
const pageOf = async (address: string) => (await (await fetch(`${address}/after/0`)).json()) as Frame;

async function follow(count: number, port: number, address = `http://127.0.0.1:${port}/${story}`): Promise<Follower[]> {
  const page = await pageOf(`http://127.0.0.1:${port}/${story}`);
  const readers = Array.from({ length: count }, (_, i) => new Follower(address, page, i % 2 === 0));
  closers.push(() => readers.forEach((reader) => reader.close()));
  return readers;
}

describe('faults', () => {
  test('[L63] readers who are cut off at any moment while much is published end as a fresh page', async () => {
    const { newsroom, port } = await open();
    const address = `http://127.0.0.1:${port}/${story}`;
    const readers = await follow(200, port);
    const cuts = setInterval(() => readers[Math.floor(Math.random() * readers.length)]!.cut(), 5);
    for (let i = 0; i < 130; i++) {
      const due = pause(20);
      await change(newsroom, i, i + 2);
      await due;
    }
    clearInterval(cuts);
    await endAsFresh(readers, address);
  }, 60_000);

  test('[L64] behind a network that cuts after every number of bytes a reader still gets on', async () => {
    const { newsroom, port } = await open();
    let count = 0;
    const { base } = await network(port, (to, from) => {
      let left = 1 + (count += 41);
      to.on('data', (bytes: Buffer) => {
        from.write(bytes.subarray(0, left));
        left -= bytes.length;
        if (left <= 0) from.end();
      });
    });
    const readers = await follow(8, port, `${base}/${story}`);
    for (let i = 0; i < 60; i++) {
      await change(newsroom, i, i + 2);
      await pause(25);
    }
    await endAsFresh(readers, `http://127.0.0.1:${port}/${story}`);
    expect(count).toBeGreaterThan(41 * 20);
  }, 60_000);

  test('[L65] behind a network that holds bytes back and sends them in pieces nothing is lost', async () => {
    const { newsroom, port } = await open();
    const { base } = await network(port, (to, from) => {
      let queue = Promise.resolve();
      to.on('data', (bytes: Buffer) => {
        for (let at = 0; at < bytes.length; at += 97) {
          const piece = bytes.subarray(at, at + 97);
          queue = queue.then(() => pause(Math.random() * 4)).then(() => void from.write(piece));
        }
      });
    });
    const readers = await follow(8, port, `${base}/${story}`);
    for (let i = 0; i < 40; i++) {
      await change(newsroom, i, i + 2);
      await pause(10);
    }
    await endAsFresh(readers, `http://127.0.0.1:${port}/${story}`);
  }, 60_000);

  test('[L66] a server that is killed and started again has lost nothing that was acknowledged, and its readers get on', async () => {
    const data = mkdtempSync(join(tmpdir(), 'stet-kill-'));
    closers.push(() => rmSync(data, { recursive: true, force: true }));
    const writer = await openNewsroom({ data });
    await writer.send(story, openStory());
    await writer.send(story, publishPost('The first post.'));
    let server = await serve(data, 0);
    closers.push(() => server.child.kill('SIGKILL'));
    const port = server.port;
    const address = `http://127.0.0.1:${port}/${story}`;
    const readers = await follow(50, port);
    // Another process of the same journal publishes on.
    for (let i = 0; i < 60; i++) {
      await change(writer, i, i + 2);
      if (i === 20) server.child.kill('SIGKILL');
      if (i === 30) server = await serve(data, port);
      await pause(20);
    }
    await endAsFresh(readers, address);
    await writer.stop();
  }, 90_000);

  test('[L67] two thousand who connect at once are all served', async () => {
    const { newsroom, port } = await open();
    const sockets = Array.from({ length: 2000 }, () => connect(port, '127.0.0.1'));
    closers.push(() => sockets.forEach((socket) => socket.destroy()));
    let had = 0;
    for (const socket of sockets) {
      let text = '';
      socket.write(`GET /${story}/stream?after=2 HTTP/1.1\r\nHost: live\r\n\r\n`);
      socket.on('data', (bytes: Buffer) => {
        if (text.includes('"revision":3')) return;
        text += bytes.toString();
        if (text.includes('"revision":3')) had += 1;
      });
    }
    await newsroom.send(story, publishPost('For all.'));
    await expect.poll(() => had, { timeout: 20_000 }).toBe(2000);
  }, 60_000);
});

/** The command itself, in a process of its own. */
async function serve(data: string, port: number): Promise<{ child: ChildProcess; port: number }> {
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, 'serve', '--data', data, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const text of child.stdout) {
    const found = /127\.0\.0\.1:(\d+)/.exec(String(text));
    if (found) return { child, port: Number(found[1]) };
  }
  throw new Error('the server ended');
}
