import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { posting, publishing, statementOf } from '../../test/samples/flood.ts';
import { meetingIs, someTerms, when } from '../../test/samples/values.ts';
import { openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';

let newsroom: Newsroom;
let clock = '2024-09-15T06:00:00.000Z';
const story = 'river-flood';
const get = (url: string, headers: Record<string, string> = {}) => newsroom.app.inject({ url, headers });
const send = async (command: Parameters<Newsroom['send']>[1], at: string) => {
  clock = at;
  expect((await newsroom.send(story, command)).status).toBe(201);
};

beforeEach(async () => {
  newsroom = await openNewsroom({ now: () => clock });
  await send(openStory(), '2024-09-15T06:00:00.000Z');
  await send(publishPost('The dam holds.', { headline: 'Dam' }), '2024-09-15T08:00:00.000Z');
  await send(publishPost('The dam broke.'), '2024-09-16T08:00:00.000Z');
  await send(
    { kind: 'withdraw-post', seen: 3, post: 'post-1', reason: 'Nobody had been there.' },
    '2024-09-16T09:00:00.000Z',
  );
});
afterEach(() => newsroom.close());

describe('a page of the past', () => {
  test.each([
    ['a revision', '2'],
    ['an instant', '2024-09-15T09:00:00Z'],
    ['a day, which means its end in the story’s zone', '2024-09-15'],
    ['a minute in the story’s zone', '2024-09-15T10:30'],
  ])('[M1] is named by %s', async (_, at) => {
    const page = await get(`/${story}?at=${at}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('The dam holds.');
    expect(page.body).not.toContain('The dam broke.');
    expect(page.body).not.toContain('Nobody had been there.');
    expect(page.body).toContain('A page of the past.');
    expect(page.body).not.toContain('data-stream');
    expect(page.headers['memento-datetime']).toBe('Sun, 15 Sep 2024 08:00:00 GMT');
    // [M5] Not longer, also while the server is away.
    expect(page.headers['cache-control']).toBe('public, max-age=300');
  });

  test.each([
    ['yesterday', 422, 'at-unreadable'],
    ['2024-02-31', 422, 'at-unreadable'],
    ['99', 422, 'revision-ahead'],
    ['2024-09-14', 404, 'at-before-start'],
    ['0', 404, 'at-before-start'],
    ['2024', 422, 'revision-ahead'],
    ['3&since=2', 422, 'request-unreadable'],
  ])('[M2] ?at=%s is answered with %i %s', async (at, status, code) => {
    const answer = await get(`/${story}?at=${at}`);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  test('[P63] says that coverage had ended where it had by then', async () => {
    await send({ kind: 'end-story', seen: 4, note: 'The water is gone.' }, '2024-09-17T06:00:00.000Z');
    expect((await get(`/${story}?at=4`)).body).not.toContain('The water is gone.');
    await send({ kind: 'reopen-story', seen: 5, note: null }, '2024-09-18T06:00:00.000Z');
    const then = (await get(`/${story}?at=5`)).body;
    expect(then).toContain('<b>Coverage ended <time datetime="2024-09-17T06:00:00.000Z">');
    expect(then).not.toContain('went on');
  });

  test('[M3] the page is a TimeGate: an accepted datetime leads to the page of then, and every page names its TimeMap', async () => {
    const gate = await get(`/${story}`, { 'accept-datetime': 'Sun, 15 Sep 2024 12:00:00 GMT' });
    expect(gate.statusCode).toBe(302);
    expect(gate.headers.location).toBe(`/${story}?at=2`);
    expect(gate.headers.vary).toContain('accept-datetime');
    for (const url of [`/${story}`, `/${story}?at=2`]) {
      expect((await get(url)).headers.link).toContain('rel="timemap"; type="application/link-format"');
    }
  });

  test('[M20] its links stay in the past, but for the ways out of it', async () => {
    for (let i = 3; i <= 30; i++) await send(publishPost(`Message ${i}.`), `2024-09-17T08:${i + 10}:00.000Z`);
    await send(
      publishing({
        subjects: [{ ref: 'new-1', name: 'People who left', terms: { kind: 'figure' }, sides: [] }],
        statements: [statementOf({ subject: 'new-1' })],
      }),
      '2024-09-17T10:00:00.000Z',
    );
    await send(posting('Counted.', { statements: [statementOf()] }), '2024-09-17T11:00:00.000Z');
    await send(publishPost('Something later.'), '2024-09-18T08:00:00.000Z');

    const links = (body: string) => [...body.matchAll(/<a href="(\/river-flood[^"]*)"/g)].map(([, href]) => href!);
    const inside = (body: string) => links(body).map((href) => href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
    const body = async (url: string) => (await get(url)).body;
    for (const url of ['', '/post-31', '/post-1', '/subject-1', '/corrections']) {
      const page = await body(`/${story}${url}?at=2024-09-17`);
      const out = page.match(/<aside id="as-of">.*?<\/aside>/s)![0];
      expect(links(out)).toEqual([`/${story}${url}`]);
      const rest = inside(page.replace(out, '')).filter((href) => !href.includes('since='));
      expect(rest.length).toBeGreaterThan(1);
      for (const href of rest) expect(new URL(href, 'https://x').searchParams.get('at')).toBe('2024-09-17');
    }
    const older = inside(await body(`/${story}?at=2024-09-17`)).find((href) => href.includes('from='))!;
    const page = await body(older.replace(/#.*/, ''));
    expect(page).toContain('Message 3.');
    expect(page).toContain('A page of the past.');
    const oldest = inside(page).find((href) => href.includes('order=oldest'));
    expect(await body(oldest!.replace(/#.*/, ''))).not.toContain('Something later.');
  });

  test('[M21] a post’s page and the corrections are shown as of then too', async () => {
    const post = await get(`/${story}/post-1?at=3`);
    expect(post.body).toContain('The dam holds.');
    expect(post.body).not.toContain('Nobody had been there.');
    expect(post.headers['memento-datetime']).toBe('Mon, 16 Sep 2024 08:00:00 GMT');
    expect((await get(`/${story}/post-2?at=2`)).json().code).toBe('thing-unknown');
    const [then, later] = [await get(`/${story}/corrections?at=3`), await get(`/${story}/corrections?at=4`)];
    expect(then.body).toContain('Nothing was corrected');
    expect(later.body).toContain('Nobody had been there.');
    expect(later.body).toContain('A page of the past.');
  });

  test('[M4] the TimeMap lists each revision with its datetime', async () => {
    const map = await get(`/${story}/timemap`);
    expect(map.headers['content-type']).toContain('application/link-format');
    expect(map.body.match(/rel="memento"/g)).toHaveLength(4);
    expect(map.body).toContain(`</${story}?at=3>; rel="memento"; datetime="Mon, 16 Sep 2024 08:00:00 GMT"`);
  });

  test.each([
    ['', 1, 4],
    ['/corrections', 1, 4],
    ['/data', 1, 4],
    ['/post-2', 3, 2],
    ['/subject-1', 5, 1],
    ['/data/subject-1', 5, 1],
  ])('[M22] /river-flood%s is its own TimeGate, and names all it showed', async (path, first, mementos) => {
    if (first === 5)
      await send(
        publishing({
          subjects: [{ ref: 'new-1', name: 'People who left', terms: { kind: 'figure' }, sides: [] }],
          statements: [statementOf({ subject: 'new-1' })],
        }),
        '2024-09-16T10:00:00.000Z',
      );
    const itself = `/${story}${path}`;
    for (const url of [itself, `${itself}?at=${first}`]) {
      const { headers } = await get(url);
      expect(headers.link).toContain(`<${itself}>; rel="original timegate"`);
      expect(headers.link).toContain(`<${itself}?at=${first}>; rel="first memento"`);
    }
    expect((await get(itself)).headers.vary).toBe('accept-datetime, accept-encoding');
    expect((await get(`${itself}?at=${first}`)).headers.vary).toBe('accept-encoding');

    const early = await get(itself, { 'accept-datetime': 'Sun, 15 Sep 2019 12:00:00 GMT' });
    expect([early.statusCode, early.headers.location]).toEqual([302, `${itself}?at=${first}`]);
    expect(early.headers.vary).toBe('accept-datetime');
    const late = await get(itself, { 'accept-datetime': 'Sat, 01 Jan 2050 00:00:00 GMT' });
    expect(late.headers.location).toBe(`${itself}?at=${first === 5 ? 5 : 4}`);
    expect((await get(itself, { 'accept-datetime': '1' })).json().code).toBe('at-unreadable');

    const [, timeMap] = String((await get(itself)).headers.link).match(/<([^>]*)>; rel="timemap"/)!;
    const map = (await get(timeMap!)).body;
    expect(map).toContain(`<${itself}>; rel="original timegate"`);
    expect(map.match(/rel="memento"/g)).toHaveLength(mementos);
    expect(map).toContain(`<${itself}?at=${first}>; rel="memento"`);
  });

  test.each(['post-99', 'nothing', 'data/post-1'])('[M22] %s has no TimeMap', async (of) => {
    expect((await get(`/${story}/timemap?of=${of}`)).json().code).toBe('thing-unknown');
  });

  test('[M23] what is to come is now: nothing is due before its time', async () => {
    const meeting = someTerms.meeting;
    const planned = meetingIs('planned', { when: when('2030-01-01') });
    await send(
      publishing({
        subjects: [{ ref: 'new-1', name: 'Talks', terms: meeting, sides: [] }],
        statements: [statementOf({ subject: 'new-1', value: planned })],
      }),
      '2024-09-16T10:00:00.000Z',
    );
    for (const at of ['%2B010000-01-01T00:00:00Z', '2050-01-01', '2024-09', '9999-12-31']) {
      const page = await get(`/${story}?at=${at}`);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('Talks');
      expect(page.body).not.toContain('Overdue');
    }
  });

  test('[M5] what was taken down since stays taken down, in every view of the past', async () => {
    const seen = 4;
    clock = '2024-09-17T08:00:00.000Z';
    expect(
      (await newsroom.send(story, { kind: 'remove-content', seen, what: ['post-1'], ground: 'safety' })).status,
    ).toBe(201);
    const past = ['?at=2', '?at=3', '/post-1?at=2', '/post-1?at=4', '/corrections?at=4'];
    for (const url of [...past, '', '/post-1', '/after/1', '/corrections', '/on/2024-09-15']) {
      const { body, statusCode } = await get(`/${story}${url}`);
      expect(statusCode).toBe(200);
      expect(body).not.toContain('The dam holds.');
      expect(body).not.toContain('Nobody had been there.');
    }
    expect((await get(`/${story}?at=2`)).body).toMatch(/taken down/i);
  });

  test('[M6] what is recorded now about a day is another page than what was public on it, and leads there', async () => {
    const day = await get(`/${story}/on/2024-09-15`);
    expect(day.statusCode).toBe(200);
    expect(day.body).toContain(`/${story}?at=2024-09-15`);
    expect((await get(`/${story}/on/2024-13-01`)).statusCode).toBe(422);
  });

  test('[M7] what is new since a revision is told in words', async () => {
    const { body } = await get(`/${story}?since=2`);
    expect(body).toContain('What changed, in words');
    expect(body).toContain('Nobody had been there.');
  });
});
