import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
  });

  test.each([
    ['yesterday', 422, 'at-unreadable'],
    ['2024-02-31', 422, 'at-unreadable'],
    ['99', 422, 'revision-ahead'],
    ['2024-09-14', 404, 'at-before-start'],
    ['0', 404, 'at-before-start'],
  ])('[M2] ?at=%s is answered with %i %s', async (at, status, code) => {
    const answer = await get(`/${story}?at=${at}`);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
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

  test('[M4] the TimeMap lists each revision with its datetime', async () => {
    const map = await get(`/${story}/timemap`);
    expect(map.headers['content-type']).toContain('application/link-format');
    expect(map.body.match(/rel="memento"/g)).toHaveLength(4);
    expect(map.body).toContain(`</${story}?at=3>; rel="memento"; datetime="Mon, 16 Sep 2024 08:00:00 GMT"`);
  });

  test('[M5] what was taken down since stays taken down, in every view of the past', async () => {
    const seen = 4;
    clock = '2024-09-17T08:00:00.000Z';
    expect(
      (await newsroom.send(story, { kind: 'remove-content', seen, what: ['post-1'], ground: 'safety' })).status,
    ).toBe(201);
    for (const url of [`?at=2`, `?at=3`, '', '/post-1', '/after/1', '/corrections', '/on/2024-09-15']) {
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
