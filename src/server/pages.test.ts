import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';

let newsroom: Newsroom;
const get = (url: string, headers: Record<string, string> = {}) => newsroom.app.inject({ url, headers });

beforeEach(async () => {
  newsroom = await openNewsroom();
  await newsroom.send('river-flood', openStory());
  await newsroom.send('river-flood', publishPost('The dam holds.', { headline: 'Dam', key: true }));
});
afterEach(() => newsroom.close());

describe('the pages', () => {
  test('[H1] a story’s page is whole HTML with its revision and a policy that lets no foreign script in', async () => {
    const page = await get('/river-flood');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('The dam holds.');
    expect(page.body).toContain('data-revision="2"');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });

  test('[H2] who has the page of this revision is told so, and gets the next', async () => {
    const first = await get('/river-flood');
    const etag = String(first.headers.etag);
    expect((await get('/river-flood', { 'if-none-match': etag })).statusCode).toBe(304);
    await newsroom.send('river-flood', publishPost('The dam broke.'));
    const next = await get('/river-flood', { 'if-none-match': etag });
    expect(next.statusCode).toBe(200);
    expect(next.body).toContain('The dam broke.');
  });

  test('[H3] the page comes compressed as the reader takes it, with the same words', async () => {
    const plain = (await get('/river-flood')).body;
    const brotli = await get('/river-flood', { 'accept-encoding': 'gzip, br' });
    const gzip = await get('/river-flood', { 'accept-encoding': 'gzip' });
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain);
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain);
    expect(brotli.headers['vary']).toBe('accept-datetime, accept-encoding');
    expect(
      (await get('/river-flood', { 'accept-encoding': 'br;q=0, identity' })).headers['content-encoding'],
    ).toBeUndefined();
  });

  test('[H4] posts and subjects have pages of their own, and the front page lists the stories', async () => {
    expect((await get('/river-flood/post-1')).body).toContain('The dam holds.');
    expect((await get('/')).body).toContain('/river-flood');
    expect((await get('/river-flood/post-9')).statusCode).toBe(404);
    expect((await get('/river-flood/subject-1')).statusCode).toBe(404);
  });

  test.each([
    ['/no-such-story', 404, 'story-unknown'],
    ['/river-flood?since=99', 422, 'revision-ahead'],
    ['/river-flood?from=-1', 422, 'request-unreadable'],
    ['/river-flood/after/99', 422, 'revision-ahead'],
    ['/river-flood/after/x', 422, 'request-unreadable'],
    ['/river-flood/segments/1', 404, 'segment-open'],
    ['/river-flood/segments/0', 404, 'segment-open'],
    ['/a/b/c', 404, 'address-unknown'],
    ['/%00', 404, 'story-unknown'],
    ['/__proto__', 404, 'story-unknown'],
  ])('[H5] %s is answered with %i %s, as a problem and as a page', async (url, status, code) => {
    const problem = await get(url);
    expect(problem.statusCode).toBe(status);
    expect(problem.headers['content-type']).toContain('application/problem+json');
    expect(problem.json()).toMatchObject({
      status,
      code,
      detail: expect.any(String),
      why: expect.any(String),
      next: expect.any(String),
    });
    const page = await get(url, { accept: 'text/html' });
    expect(page.statusCode).toBe(status);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain(problem.json().next.replace('<', '&lt;').replace('>', '&gt;'));
  });

  test('[H91] what is new since a revision is reckoned once, however many ask at once', async () => {
    const reading = vi.spyOn(newsroom.stories.history, 'reading');
    const all = await Promise.all(Array.from({ length: 5 }, () => get('/river-flood?since=1')));
    expect(new Set(all.map(({ body }) => body)).size).toBe(1);
    expect((await get('/river-flood?since=1')).body).toContain('What changed, in words');
    expect(reading).toHaveBeenCalledTimes(1);
    await newsroom.send('river-flood', publishPost('The dam broke.'));
    expect((await get('/river-flood?since=1')).body).toContain('The dam broke.');
    expect(reading).toHaveBeenCalledTimes(2);
  });

  test.each(['/%zz', `/${'a'.repeat(200)}`])(
    '[H5] [H97] an address that is none (%s) is a problem as any',
    async (url) => {
      const answer = await newsroom.app.inject(url);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({
        status: answer.statusCode,
        code: 'request-unreadable',
        why: expect.any(String),
      });
      expect((await newsroom.app.inject({ url, headers: { accept: 'text/html' } })).body).toContain('<!doctype html>');
    },
  );

  test('[H7] an earlier headline stays on the page, with when it ended', async () => {
    await newsroom.send('river-flood', { kind: 'describe-story', seen: 1, title: 'The flood falls', summary: null });
    const { body } = await get('/river-flood');
    expect(body).toContain('The flood falls');
    expect(body).toContain('River flood');
    expect(body).toContain('1 earlier headline');
  });

  test('[H8] a key point and a pinned post say that they were corrected', async () => {
    await newsroom.send('river-flood', { kind: 'pin-post', seen: 2, post: 'post-1' });
    const body = [{ kind: 'paragraph' as const, runs: [{ text: 'The dam is full.' }] }];
    await newsroom.send('river-flood', {
      kind: 'correct-post',
      seen: 3,
      post: 'post-1',
      headline: 'Dam',
      body,
      note: 'It leaks.',
    });
    const page = (await get('/river-flood')).body;
    expect([...page.matchAll(/Corrected since it was published/g)]).toHaveLength(2);
  });

  test('[H6] the order switch and paging work by address alone', async () => {
    for (let i = 2; i <= 45; i++) await newsroom.send('river-flood', publishPost(`Message ${i}.`));
    const articles = (body: string) => [...body.matchAll(/id="?post-(\d+)/g)].map(([, n]) => Number(n));
    const shown = async (url: string) => articles((await get(url)).body);
    expect(await shown('/river-flood')).toEqual(Array.from({ length: 20 }, (_, i) => 45 - i));
    expect(await shown('/river-flood?from=26')).toEqual(Array.from({ length: 20 }, (_, i) => 25 - i));
    expect(await shown('/river-flood?order=oldest')).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(await shown('/river-flood?order=oldest&from=40')).toEqual([41, 42, 43, 44, 45]);
  });
});
