import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNewsroom, openStory, publishPost } from '../test/newsroom.ts';
import { quantile, timeEach, type Figure } from './figure.ts';

const text = 'The water at the old bridge has stood at the same mark since noon, the river authority says. '.repeat(3);
const times = 1000;

/** How many durable publications a second one story takes, and how long one takes over HTTP. */
export async function publish(): Promise<Figure[]> {
  const newsroom = await openNewsroom();
  const story = 'river-flood';
  await newsroom.send(story, openStory());
  const ask = (i: number) =>
    newsroom.stories.publish(story, {
      command: publishPost(`${i} ${text}`),
      by: 'Ana',
      act: null,
      reports: new Map(),
      at: null,
    });

  const bytes = JSON.stringify(publishPost(text)).length;
  const insert = await bareInserts(bytes);
  await timeEach(100, ask);
  const one = await timeEach(times, ask);
  const start = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => timeEach(times / 4, ask)));
  const twenty = (times * 5) / ((performance.now() - start) / 1000);

  const base = await newsroom.app.listen({ port: 0, host: '127.0.0.1' });
  const cookie = await newsroom.signedIn();
  const bare = await bareAnswers();
  const overHttp = await timeEach(times / 2, async (i) => {
    const answer = await fetch(`${base}/desk/api/stories/${story}/commands`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ act: `act-${i}-bench`, command: publishPost(`${i} ${text}`) }),
    });
    await answer.arrayBuffer();
    if (answer.status !== 201) throw new Error(`publishing answered ${answer.status}`);
  });
  await newsroom.close();

  const rate = (taken: number[]) => 1000 / (taken.reduce((sum, one) => sum + one, 0) / taken.length);
  const floor = { what: 'bare fsynced insert', value: rate(insert) };
  return [
    { name: 'durable publications, one writer', value: rate(one), unit: 'a second', floor },
    { name: 'durable publications, twenty writers', value: twenty, unit: 'a second', floor },
    ...[0.5, 0.99].map((share): Figure => ({
      name: `publish over HTTP, ${share === 0.5 ? 'median' : 'p99'}`,
      value: quantile(overHttp, share),
      unit: 'ms',
      floor: { what: 'bare HTTP answer + bare insert', value: quantile(bare, share) + quantile(insert, share) },
    })),
  ];
}

/** Milliseconds of single inserts of as many bytes, each waiting for the disk. */
async function bareInserts(bytes: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const database = new DatabaseSync(join(folder, 'bare.sqlite'));
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT) STRICT',
  );
  const insert = database.prepare('INSERT INTO row (text) VALUES (?)');
  const taken = await timeEach(times, () => insert.run('x'.repeat(bytes)));
  database.close();
  rmSync(folder, { recursive: true });
  return taken;
}

/** Milliseconds of requests that a bare server answers with two bytes. */
async function bareAnswers(): Promise<number[]> {
  const server = http.createServer((request, response) => request.resume().once('end', () => response.end('ok')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const body = JSON.stringify(publishPost(text));
  const taken = await timeEach(times / 2, async () => (await fetch(address, { method: 'POST', body })).arrayBuffer());
  server.closeAllConnections();
  server.close();
  return taken;
}
