import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';
import { publishing, statementOf } from '../../test/samples/flood.ts';
import { castOfEachKind, subjectOf, truceIs, when } from '../../test/samples/values.ts';

let newsroom: Newsroom;
let port: number;
/** How many requests came as far as the HTTP parser. */
let parsed: number;
let clock: string;
const story = 'river-flood';

beforeEach(async () => {
  clock = '2024-09-15T10:00:00.000Z';
  newsroom = await openNewsroom({ now: () => clock });
  parsed = 0;
  newsroom.app.server.on('request', () => (parsed += 1));
  await newsroom.send(story, openStory());
  port = Number(new URL(await newsroom.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterEach(() => newsroom.close());

const request = (headers = '', path = `/${story}`) => `GET ${path} HTTP/1.1\r\nHost: live\r\n${headers}\r\n`;

/** The answers to some requests, sent as they are over one connection; the next once the one before is answered. */
async function ask(...requests: string[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  for (const one of requests) {
    let all = '';
    socket.write(one);
    for await (const bytes of socket.iterator({ destroyOnReturn: false })) {
      all += (bytes as Buffer).toString('latin1');
      const end = all.indexOf('\r\n\r\n') + 4;
      if (end > 4 && all.length >= end + lengthOf(all)) break;
    }
    answers.push(all);
  }
  socket.destroy();
  return answers;
}

/** The text of an answer, decoded. */
function textOf(answer: string): string {
  const body = Buffer.from(answer.slice(answer.indexOf('\r\n\r\n') + 4), 'latin1');
  const encoding = /^content-encoding: (\w+)/im.exec(answer)?.[1];
  return (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString();
}

const lengthOf = (answer: string) => Number(/^content-length: (\d+)/im.exec(answer)?.[1] ?? 0);

/** An answer without what tells of the moment at which it was given, of the connection, and of how well it is compressed. */
const lasting = (answer: string) => [
  ...answer
    .slice(0, answer.indexOf('\r\n\r\n'))
    .replace(/\r\n(date|keep-alive|connection|content-length): [^\r]*/gi, '')
    .split('\r\n')
    .toSorted(),
  textOf(answer),
];

describe('a first view that is ready', () => {
  test.each(['br', 'gzip', 'identity'])(
    '[L89] in %s it is answered before the parser, and the same',
    async (encoding) => {
      const asked = request(`Accept-Encoding: ${encoding}\r\nConnection: keep-alive\r\n`);
      const [first] = await ask(asked);
      expect(parsed).toBe(1);
      const again = await ask(asked, asked);
      expect(parsed).toBe(1);
      for (const answer of again) expect(lasting(answer)).toEqual(lasting(first!));
    },
  );

  test('[L91] after a second as it is, it is sent in fewer bytes, and the same, parsed or not', async () => {
    for (let i = 0; i < 5; i++)
      await newsroom.send(story, publishPost(`The dam holds, and ${i} roads are open again.`));
    const asked = request('Accept-Encoding: br\r\n');
    const [first] = await ask(asked);
    const most = lengthOf(first!) * 0.95;
    await expect.poll(async () => lengthOf((await ask(asked))[0]!), { timeout: 5000 }).toBeLessThan(most);
    const later = await ask(asked, request('Accept-Encoding: br\r\nIf-None-Match: "other"\r\n'));
    expect(parsed).toBe(2);
    for (const answer of later) {
      expect(lengthOf(answer)).toBeLessThan(most);
      expect(lasting(answer)).toEqual(lasting(first!));
    }
    await newsroom.send(story, publishPost('The dam broke.'));
    expect(textOf((await ask(asked))[0]!)).toContain('The dam broke.');
  });

  test('[L89] once the story is published to, it is made anew', async () => {
    await ask(request());
    await newsroom.send(story, publishPost('The dam holds.'));
    expect((await ask(request()))[0]).toContain('The dam holds.');
    expect((await ask(request()))[0]).toContain('The dam holds.');
    expect(parsed).toBe(2);
  });

  test('[L89] what time has changed is seen within a tenth of a second', async () => {
    const value = truceIs('announced', { until: when('2024-09-15T18:00') });
    await newsroom.send(story, castOfEachKind);
    await newsroom.send(story, publishing({ statements: [statementOf({ subject: subjectOf('truce'), value })] }));
    await ask(request());
    clock = '2024-09-15T19:00:00.000Z';
    await new Promise((resolve) => void setTimeout(resolve, 110));
    expect(lasting((await ask(request()))[0]!)).toEqual(
      lasting((await ask(request('If-None-Match: "other"\r\n')))[0]!),
    );
    expect(parsed).toBe(3);
  });

  test.each([
    ['has a copy', request('If-None-Match: *\r\n'), 304],
    ['asks for the past', request('Accept-Datetime: Sun, 15 Sep 2024 10:00:00 GMT\r\n'), 302],
    ['asks for more', request('', `/${story}?since=1`), 200],
    ['wants no second answer', request('Connection: close\r\n'), 200],
    ['asks for another story', request('', '/no-story'), 404],
    ['sends nonsense', 'GET  / HTTP/1.1\r\n\r\n', 400],
  ])('[L89] who %s is answered as ever, also after a first view', async (_, asked, status) => {
    await ask(request());
    const [first, second] = await ask(request(), asked);
    expect(first).toMatch(/^HTTP\/1\.1 200 /);
    expect(second).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(parsed).toBe(status === 400 ? 1 : 2);
  });

  test('[L89] two requests at once are both answered', async () => {
    await ask(request());
    const [both] = await ask(request() + request('', '/healthz'));
    await expect.poll(() => parsed).toBe(3);
    expect(both).toMatch(/^HTTP\/1\.1 200 /);
  });
});
