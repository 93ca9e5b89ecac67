import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { now, openNewsroom, type Newsroom } from '../../test/newsroom.ts';
import type { KeptEntry, KeptFeed } from './desk-port.ts';
import { Feeds } from './feeds.ts';

let newsroom: Newsroom;
let site: http.Server;
let base: string;
/** What the site answers by path, and what it was asked. */
let answers: Record<string, (request: http.IncomingMessage, response: http.ServerResponse) => void>;
let asked: string[];
let minutes: number;

const item = (name: string, more = '') =>
  `<item><title>Report ${name}</title><link>${base}/page-${name}</link><guid>${name}</guid>${more}</item>`;
const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Valley Courier</title>${items.join('')}</channel></rss>`;
const give = (type: string, body: string, headers: Record<string, string> = {}) =>
  ((_request, response) =>
    response.writeHead(200, { 'content-type': type, ...headers }).end(body)) satisfies http.RequestListener;
const page = (name: string) => give('text/html; charset=utf-8', `<p>The river rose at ${name}.</p>`);

beforeEach(async () => {
  answers = {};
  asked = [];
  minutes = 0;
  site = http.createServer((request, response) => {
    asked.push(request.url!);
    const answer = answers[request.url!];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  newsroom = await openNewsroom({
    now: () => Temporal.Instant.from('2024-03-05T10:00:00Z').add({ minutes }).toString({ smallestUnit: 'millisecond' }),
    fetchLimits: { bytes: 20_000, milliseconds: 1000, redirects: 3, allows: (address) => address === '127.0.0.1' },
  });
});
afterEach(async () => {
  site.closeAllConnections();
  site.close();
  await newsroom.close();
});

async function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  const headers = { cookie: await newsroom.signedIn() };
  const answer = await newsroom.app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}
const add = (path = '/feed') => send('POST', '/desk/api/feeds', { address: base + path });
const list = async () => (await send('GET', '/desk/api/feeds')).body as { feeds: KeptFeed[]; entries: KeptEntry[] };
const later = async (by: number) => {
  minutes += by;
  await newsroom.feeds.pollDue();
};

describe('feeds', () => {
  test('[N70] one that is added is listed, and the pages of its entries are reports to read', async () => {
    answers['/feed'] = give('application/rss+xml', rss(item('one'), item('two', '<description>Short.</description>')));
    answers['/page-one'] = page('one');
    expect((await add()).status).toBe(201);
    const { feeds, entries } = await list();
    expect(feeds).toMatchObject([{ title: 'Valley Courier', addedBy: 'Ana', failures: 0, problem: null }]);
    const byName = Object.fromEntries(entries.map((entry) => [entry.entry, entry]));
    const one = await send('GET', `/desk/api/reports/${byName['one']!.report}`);
    expect(one.body).toMatchObject({ origin: `${base}/page-one`, takenInBy: 'feed Valley Courier' });
    expect(one.body.reading.text).toBe('The river rose at one.');
    // The page of the other is gone; what the feed says of it is read, and why.
    expect(byName['two']).toMatchObject({ problem: expect.stringContaining('404') });
    const two = await send('GET', `/desk/api/reports/${byName['two']!.report}`);
    expect(two.body.reading).toMatchObject({ text: 'Report two\n\nShort.', outlet: 'Valley Courier' });
  });

  test('[N71] one is asked again with what it gave, and only new entries are taken in', async () => {
    let body = rss(item('one'));
    const conditions: unknown[] = [];
    answers['/feed'] = (request, response) => {
      const { 'if-none-match': tag, 'if-modified-since': date } = request.headers;
      conditions.push([tag, date]);
      const etag = `"${body.length}"`;
      if (tag === etag) response.writeHead(304).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/xml', etag, 'last-modified': 'Tue, 05 Mar 2024 09:00:00 GMT' })
          .end(body);
    };
    answers['/page-one'] = page('one');
    answers['/page-two'] = page('two');
    await add();
    await later(1);
    expect(asked).toEqual(['/feed', '/page-one']);
    await later(5);
    expect(conditions[1]).toEqual([`"${body.length}"`, 'Tue, 05 Mar 2024 09:00:00 GMT']);
    body = rss(item('two'), item('one'));
    await later(5);
    expect(asked).toEqual(['/feed', '/page-one', '/feed', '/feed', '/page-two']);
    expect((await list()).entries.map(({ entry }) => entry)).toEqual(['two', 'one']);
  });

  test('[N72] an address that several feeds lead to is fetched once', async () => {
    answers['/feed'] = give('text/xml', rss(item('one')));
    answers['/other'] = give('text/xml', rss(`<item><link>${base}/page-one#top</link></item>`));
    answers['/page-one'] = page('one');
    await add();
    await add();
    await add('/other');
    expect(asked).toEqual(['/feed', '/page-one', '/other']);
    const { feeds, entries } = await list();
    expect([feeds.length, new Set(entries.map(({ report }) => report)).size, entries.length]).toEqual([2, 1, 2]);
  });

  test('[N73] one that fails is asked later and later, and again as before once it answers', async () => {
    answers['/feed'] = give('text/xml', rss());
    await add();
    answers['/feed'] = (_request, response) => response.writeHead(503).end();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      const [feed] = (await list()).feeds;
      minutes = (Date.parse(feed!.due) - Date.parse('2024-03-05T10:00:00Z')) / 60_000;
      await newsroom.feeds.pollDue();
      waits.push((Date.parse((await list()).feeds[0]!.due) - Date.parse(feed!.due)) / 60_000);
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 360, 360]);
    expect((await list()).feeds[0]).toMatchObject({ failures: 8, problem: expect.stringContaining('503') });
    answers['/feed'] = give('text/xml', rss());
    await later(360);
    expect((await list()).feeds[0]).toMatchObject({ failures: 0, problem: null });
  });

  test.each([429, 503])(
    '[N81] one that asks to be left alone (%i) is left alone for as long as it asks',
    async (status) => {
      answers['/feed'] = give('text/xml', rss());
      await add();
      answers['/feed'] = (_request, response) => response.writeHead(status, { 'retry-after': '5400' }).end();
      await later(5);
      expect((await list()).feeds[0]).toMatchObject({ failures: 1, problem: expect.stringContaining(String(status)) });
      answers['/feed'] = give('text/xml', rss());
      await later(89);
      expect(asked).toHaveLength(2);
      await later(1);
      expect(asked).toHaveLength(3);
      expect((await list()).feeds[0]).toMatchObject({ failures: 0, problem: null });
    },
  );

  test.each([
    ['ttl', '<ttl>20</ttl>', {}],
    ['syndication', '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>3</sy:updateFrequency>', {}],
    ['header', '<ttl>1e999</ttl>', { 'cache-control': 'max-age=1200' }],
  ])(
    '[N82] one that tells how long it stays the same (%s) is asked no sooner, changed or not',
    async (_, says, headers) => {
      const body = rss().replace('</channel>', `${says}</channel>`);
      answers['/feed'] = (request, response) => {
        const known = request.headers['if-none-match'] === '"1"';
        response.writeHead(known ? 304 : 200, { 'content-type': 'text/xml', etag: '"1"', ...headers });
        response.end(known ? undefined : body);
      };
      await add();
      for (const [wait, times] of [
        [19, 1],
        [1, 2],
        [19, 2],
        [1, 3],
      ] as const) {
        await later(wait);
        expect(asked).toHaveLength(times);
      }
    },
  );

  test('[N74] a feed that never ends is cut, redirects in a ring end, a private address is refused', async () => {
    answers['/feed'] = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' }).write('<rss><channel>');
      const flow = setInterval(() => response.write(item('x').repeat(20)), 1);
      response.once('close', () => clearInterval(flow));
    };
    answers['/slow'] = (_request, response) => {
      const flow = setInterval(() => response.write(' '), 50);
      response.once('close', () => clearInterval(flow));
    };
    answers['/ring'] = (_request, response) => response.writeHead(302, { location: '/ring' }).end();
    answers['/inward'] = (_request, response) => response.writeHead(302, { location: 'http://127.0.0.2/' }).end();
    const codes = [];
    for (const path of ['/feed', '/slow', '/ring', '/inward']) codes.push((await add(path)).body.code);
    expect(codes).toEqual(['url-too-large', 'url-unreachable', 'url-unreachable', 'url-private']);
    expect((await list()).feeds).toEqual([]);
  });

  test('[N75] what is no feed is refused, and one that is removed is gone', async () => {
    answers['/feed'] = give('text/html', '<p>A page.</p>');
    expect((await add()).body).toMatchObject({ status: 422, code: 'feed-unfit' });
    expect((await send('POST', '/desk/api/feeds', { address: 'file:///etc/passwd' })).body.code).toBe(
      'request-unreadable',
    );
    answers['/feed'] = give('text/xml', rss());
    const { id } = (await add()).body;
    expect((await send('DELETE', `/desk/api/feeds/${id}`)).status).toBe(204);
    expect((await send('DELETE', `/desk/api/feeds/${id}`)).body.code).toBe('feed-unknown');
    expect((await list()).feeds).toEqual([]);
  });

  test('[N76] more entries than are taken in at once come with the next polls', async () => {
    const whole = '<content:encoded>&lt;p&gt;Water.&lt;/p&gt;</content:encoded>';
    answers['/feed'] = give('text/xml', rss(...Array.from({ length: 12 }, (_, i) => item(String(i), whole))), {
      etag: '"same"',
    });
    await add();
    expect((await list()).entries.length).toBe(10);
    await later(5);
    expect((await list()).entries.length).toBe(12);
    expect(asked).toEqual(['/feed', '/feed']);
  });
});

describe('a feed', () => {
  test('[N92] with an entry that nobody can read goes on with the next one, and says so', async () => {
    const reports = await openNewsroom();
    let checks = 0;
    const allows = () => {
      // What nobody foresaw, at the first page.
      if (++checks === 2) throw new TypeError('unforeseen');
      return true;
    };
    const unforeseen: unknown[] = [];
    const feeds = new Feeds({
      desk: reports.desk,
      now,
      fetchLimits: { bytes: 20_000, milliseconds: 1000, redirects: 3, allows },
      report: (reason) => unforeseen.push(reason),
    });
    answers['/feed'] = give('text/xml', rss(item('one'), item('two')));
    answers['/page-two'] = page('two');
    await feeds.add(`${base}/feed`, 'Ana');
    const entries = (await reports.desk.entries(5)).toSorted((a, b) => (a.entry < b.entry ? -1 : 1));
    expect(entries.map(({ entry, problem }) => [entry, problem])).toEqual([
      ['one', expect.any(String)],
      ['two', null],
    ]);
    expect(unforeseen).toHaveLength(1);
    await feeds.stop();
    await reports.close();
  });
});

describe('reports at the desk', () => {
  const sentence = (i: number) =>
    `At ${i} metres the water of the Lorn stands ${i * 3} steps below the wall of mill ${i * 7}.`;
  const report = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => sentence(from + i)).join(' ');
  const takeIn = async (text: string) => (await send('POST', '/desk/api/reports', { text })).body;

  test('[N77] a report comes with the near-copies that the desk keeps, and what figures changed', async () => {
    await takeIn(report(100, 120));
    const first = await takeIn(report(1, 30));
    minutes += 1;
    const second = await takeIn(`${report(1, 30).replace('27 steps', '28 steps')} More to come.`);
    expect(first.near).toEqual([]);
    expect(second.near).toMatchObject([{ text: first.text, changes: [{ was: '27', now: '28' }] }]);
    const again = await send('GET', `/desk/api/reports/${first.text}`);
    expect(again.body.near).toMatchObject([{ text: second.text, changes: [{ was: '27', now: '28' }] }]);
    await newsroom.desk.dropReport(first.text);
    const third = await send('GET', `/desk/api/reports/${second.text}`);
    expect(third.body.near).toEqual([]);
  });

  test('[N79] a date that nobody printed is asked for, and the report is read again with the one that is set', async () => {
    const { text } = await takeIn('The dam broke on Monday.\n\nWater in the streets of the old town, March 5, 2024');
    const path = `/desk/api/reports/${text}`;
    expect((await send('GET', path)).body.reading).toMatchObject({ published: null, proposed: { date: '2024-03-05' } });
    expect((await send('PUT', path, { published: 'Tuesday' })).body.code).toBe('request-unreadable');
    const set = await send('PUT', path, { published: '2024-03-05' });
    expect(set.body.reading).toMatchObject({ published: '2024-03-05', publishedFrom: 'desk', proposed: null });
    expect((await send('GET', path)).body.reading).toEqual(set.body.reading);
    const html = '<meta property="article:published_time" content="2024-03-04"><p>The dam broke.</p>';
    const dated = await send('POST', '/desk/api/reports', { html });
    const refused = await send('PUT', `/desk/api/reports/${dated.body.text}`, { published: '2024-03-05' });
    expect([refused.status, refused.body.code]).toEqual([409, 'report-dated']);
  });

  test('[N93] a report that is read otherwise today is taken in anew, and the old one stays as it was cited', async () => {
    const { text } = await takeIn('The dam broke on Monday.');
    const kept = (await newsroom.desk.report(text))!;
    const older = { ...kept, text: 'f'.repeat(64), words: `${kept.words} Menu` };
    await newsroom.desk.keepReport(older);
    const set = await send('PUT', `/desk/api/reports/${older.text}`, { published: '2024-03-05' });
    expect(set.body).toMatchObject({ text, reading: { text: kept.words, published: '2024-03-05' } });
    expect(await newsroom.desk.report(older.text)).toEqual(older);
  });
});
