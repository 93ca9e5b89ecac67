import http from 'node:http';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';
import type { Frame } from '../live/frame.ts';

let newsroom: Newsroom;
let base: string;
const story = 'river-flood';

beforeEach(async () => {
  newsroom = await openNewsroom();
  await newsroom.send(story, openStory());
  base = await newsroom.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => newsroom.close());

/** A reader's stream over a real socket: its frames as they come. */
async function connect(after: number, lastEventId?: string) {
  const abort = new AbortController();
  const response = await fetch(`${base}/${story}/stream?after=${after}`, {
    signal: abort.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
  });
  const events = response
    .body!.pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  const next = async () => {
    const { value } = await events.read();
    return { id: Number(value!.id), frame: JSON.parse(value!.data) as Frame };
  };
  return { response, next, close: () => abort.abort() };
}

const publish = (text: string) => newsroom.send(story, publishPost(text));

describe('the stream', () => {
  test('[L20] a connected reader gets each revision as a frame with its number, within a second', async () => {
    const reader = await connect(1);
    expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(reader.response.headers.get('cache-control')).toBe('no-store');
    const start = performance.now();
    await publish('The dam holds.');
    const { id, frame } = await reader.next();
    expect(performance.now() - start).toBeLessThan(1000);
    expect([id, frame.after, frame.revision, frame.posts]).toEqual([2, 1, 2, 1]);
    expect(frame.parts.map(({ id }) => id)).toContain('post-1');
    expect(frame.parts.find(({ id }) => id === 'post-1')!.html).toContain('The dam holds.');
    reader.close();
  });

  test('[L24] a reader who does not read costs the others nothing, and ends at the same revision', async () => {
    const stalled = await new Promise<http.IncomingMessage>((resolve) => {
      http.get(`${base}/${story}/stream?after=1`, (response) => resolve(response.pause()));
    });
    const reader = await connect(1);
    const count = 300;
    const text = 'Water. '.repeat(2000);
    for (let i = 0; i < count; i++) {
      await publish(text);
      if (i % 50 === 0) while ((await reader.next()).id < i + 2);
    }
    while ((await reader.next()).id < count + 1);
    reader.close();
    // Woken, it is brought up to date: the frames join without gap or overlap.
    let all = '';
    let position = 1;
    stalled.setEncoding('utf8');
    for await (const chunk of stalled) {
      all += chunk;
      const blocks = all.split('\n\n');
      all = blocks.pop()!;
      for (const block of blocks) {
        const data = block.split('\n').find((line) => line.startsWith('data: '));
        if (data === undefined) continue;
        const frame = JSON.parse(data.slice(6)) as Frame;
        expect(frame.after).toBe(position);
        position = frame.revision;
      }
      if (position === count + 1) break;
    }
    expect(position).toBe(count + 1);
  }, 30_000);
});

describe('what came after', () => {
  test('[L26] a closed segment never changes and joins the page gaplessly; an open one is refused', async () => {
    for (let i = 0; i < 64; i++) await publish(`Message ${i}.`);
    const segment = await newsroom.app.inject(`/${story}/segments/1`);
    expect(segment.headers['cache-control']).toContain('immutable');
    const { frames } = segment.json<{ frames: Frame[] }>();
    expect(frames.map(({ after, revision }) => [after, revision])).toEqual(
      Array.from({ length: 64 }, (_, i) => [i, i + 1]),
    );
    await newsroom.send(story, { kind: 'withdraw-post', seen: 65, post: 'post-1', reason: 'Wrong.' });
    expect((await newsroom.app.inject(`/${story}/segments/1`)).body).toBe(segment.body);
    expect((await newsroom.app.inject(`/${story}/segments/2`)).json().code).toBe('segment-open');
  });
});

describe('several processes', () => {
  test('[L27] what another process publishes to the same journal reaches readers here', async () => {
    const other = await openNewsroom({ data: newsroom.data });
    const reader = await connect(1);
    await other.send(story, publishPost('From the other process.'), 'Ben');
    expect((await reader.next()).id).toBe(2);
    const both = await Promise.all([
      ...Array.from({ length: 20 }, (_, i) => newsroom.send(story, publishPost(`Here ${i}`))),
      ...Array.from({ length: 20 }, (_, i) => other.send(story, publishPost(`There ${i}`), 'Ben')),
    ]);
    expect(both.map(({ status }) => status)).toEqual(both.map(() => 201));
    let position = 2;
    while (position < 42) {
      const { id, frame } = await reader.next();
      expect(frame.after).toBe(position);
      position = id;
    }
    reader.close();
    await other.close();
  });

  test.skipIf(process.platform !== 'linux')(
    '[H72] servers that share a port share the readers, and each is told everything',
    async () => {
      const servers = [await openNewsroom({ data: newsroom.data }), await openNewsroom({ data: newsroom.data })];
      const { port } = new URL(base);
      await newsroom.app.close();
      const sharing = { port: Number(port), host: '127.0.0.1', reusePort: true };
      for (const { app } of servers) await app.listen(sharing);
      const readers = await Promise.all(Array.from({ length: 30 }, () => connect(1)));
      const counts = await Promise.all(
        servers.map(async ({ app }) => Number(/^stet_readers (\d+)/m.exec((await app.inject('/metrics')).body)![1])),
      );
      expect(counts[0]! + counts[1]!).toBe(30);
      expect(Math.min(...counts)).toBeGreaterThan(0);

      const start = performance.now();
      await servers[0]!.send(story, publishPost('For all.'));
      for (const reader of readers) expect((await reader.next()).id).toBe(2);
      expect(performance.now() - start).toBeLessThan(1000);
      for (const reader of readers) reader.close();
      for (const server of servers) await server.stop();
    },
  );
});
