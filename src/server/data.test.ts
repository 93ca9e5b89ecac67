import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNewsroom, openStory, type Newsroom } from '../../test/newsroom.ts';
import { entering, people, posting, publishing, statementOf } from '../../test/samples/flood.ts';
import { appealIs } from '../../test/samples/values.ts';
import type { Command } from '../record/command.ts';

let newsroom: Newsroom;
let clock: string;
const story = 'river-flood';
const get = (url: string) => newsroom.app.inject({ url: `/${story}${url}` });
const json = async (url: string) => (await get(url)).json<object>();
const send = async (command: Command, at: string, by = 'Ana') => {
  clock = at;
  const { status, body } = await newsroom.send(story, command, by);
  expect([status, body.code]).toEqual([201, undefined]);
};
const hour = (hour: number) => `2024-09-15T${String(hour).padStart(2, '0')}:00:00.000Z`;

beforeEach(async () => {
  newsroom = await openNewsroom({ now: () => clock });
  await send(openStory(), hour(6));
  await send(
    posting('The dam holds.', {
      subjects: [
        { ref: 'new-1', name: 'People who left', terms: { kind: 'figure' }, sides: [] },
        {
          ref: 'new-2',
          name: 'Dry Feet appeal',
          terms: { kind: 'appeal', beneficiary: 'people of the lower town' },
          sides: [],
        },
      ],
      statements: [
        statementOf({
          subject: 'new-1',
          value: people(300),
          said: { from: '2024-09-15', to: null, zone: null, words: 'today' },
        }),
        statementOf({
          subject: 'new-2',
          value: appealIs('1234567', {
            ways: [{ country: null, means: 'bank-transfer', address: 'at the counter of the town hall' }],
          }),
        }),
      ],
    }),
    hour(7),
  );
  await send(publishing({ statements: [statementOf({ subject: 'subject-1', value: people(400) })] }), hour(8));
});
afterEach(() => newsroom.close());

describe('a story as data', () => {
  test('[M8] holds what the page says, with its revision, and each subject leads to all that was stated of it', async () => {
    const { headers } = await get('/data');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['access-control-allow-origin']).toBe('*');

    const page = await json('/data');
    expect(page).toMatchObject({
      story,
      revision: 3,
      published: hour(8),
      subjects: [
        {
          id: 'subject-1',
          state: 'stated',
          voices: [{ id: 'statement-3', value: { best: 400 } }],
          changed: { revision: 3 },
        },
        { id: 'subject-2' },
      ],
      posts: [{ id: 'post-1', statements: ['statement-1', 'statement-2'] }],
    });
    expect(await json('/data/subject-1')).toMatchObject({
      subject: { data: `/${story}/data/subject-1` },
      earlier: [
        { id: 'statement-1', value: { best: 300 }, said: { edtf: '2024-09-15/', words: 'today' }, excerpt: null },
      ],
    });
  });

  test('[M8] says when coverage ended and went on, without who did it', async () => {
    expect(await json('/data')).toMatchObject({ endings: [] });
    await send({ kind: 'end-story', seen: 3, note: 'The water is gone.' }, hour(9));
    const ending = { revision: 4, at: hour(9), note: 'The water is gone.' };
    expect(await json('/data/subject-1')).toMatchObject({ endings: [{ ...ending, reopened: null }] });
    await send({ kind: 'reopen-story', seen: 4, note: null }, hour(10));
    const reopened = { revision: 5, at: hour(10), note: null };
    expect((await json('/data')) as { endings: unknown }).toHaveProperty('endings', [{ ...ending, reopened }]);
    expect(await json('/data?at=4')).toMatchObject({ endings: [{ ...ending, reopened: null }] });
  });

  test('[M9] as of a revision or a time holds what was public then, with its datetime', async () => {
    for (const at of ['2', '2024-09-15T09:30', hour(7)]) {
      const answer = await get(`/data?at=${at}`);
      expect(answer.headers['memento-datetime']).toBe('Sun, 15 Sep 2024 07:00:00 GMT');
      expect(answer.json()).toMatchObject({ revision: 2, subjects: [{ voices: [{ value: { best: 300 } }] }, {}] });
    }
    expect(await json('/data/subject-1?at=2')).toMatchObject({ revision: 2, earlier: [] });
    expect((await get('/data?at=99')).json().code).toBe('revision-ahead');
    expect((await get('/data/subject-9')).json().code).toBe('thing-unknown');
    expect((await get('/data/subject-2?at=1')).json().code).toBe('thing-unknown');
  });

  test('[M9] what was taken down since is not in the data of any revision', async () => {
    await send({ kind: 'remove-content', seen: 3, what: ['post-1', 'statement-1'], ground: 'privacy' }, hour(9));
    for (const url of ['/data', '/data?at=2', '/data?at=3', '/data/subject-1', '/data/subject-1?at=2']) {
      const { statusCode, body } = await get(url);
      expect(statusCode).toBe(200);
      expect(body).not.toMatch(/The dam holds|"best":300/);
      expect(body).toContain('"ground":"privacy"');
    }
  });

  test('[M10] holds no payment details, no numbers of an appeal, and no editor’s name', async () => {
    const number = entering('subject-2').lines[0]!.text;
    await send({ ...entering('subject-2'), seen: 3 }, hour(9), 'Ana');
    await send({ kind: 'confirm-payment', seen: 4, payment: 'payment-1' }, hour(10), 'Boris');
    const shown = (await get('/subject-2')).body;
    expect(shown).toContain(number);
    for (const url of ['/data', '/data/subject-2', '/data?at=5', '/data/subject-2?at=5']) {
      const { body } = await get(url);
      expect(body).not.toMatch(/counter|Ana|Boris/);
      expect(body).not.toContain(number);
    }
  });
});

describe('a page with payment details', () => {
  test('[H90] is kept for minutes only while the server is away, from their confirmation to their withdrawal', async () => {
    const kept = async (url: string) =>
      String((await get(url)).headers['cache-control']).match(/stale-if-error=(\d+)/)![1];
    await send({ ...entering('subject-2'), seen: 3 }, hour(9), 'Ana');
    expect([await kept(''), await kept('/subject-2')]).toEqual(['86400', '86400']);
    await send({ kind: 'confirm-payment', seen: 4, payment: 'payment-1' }, hour(10), 'Boris');
    expect([await kept(''), await kept('?order=oldest'), await kept('/subject-2')]).toEqual(['300', '300', '300']);
    expect([await kept('/data'), await kept('/post-1')]).toEqual(['86400', '86400']);
    await send({ kind: 'withdraw-payment', seen: 5, payment: 'payment-1', reason: 'Closed.' }, hour(11), 'Ana');
    expect([await kept(''), await kept('/subject-2')]).toEqual(['86400', '86400']);
  });
});

describe('a subject’s page of the past', () => {
  test('[M1] says so, leads to what stands now, and carries its datetime', async () => {
    const { headers, body } = await get('/subject-1?at=2');
    expect(headers['memento-datetime']).toBe('Sun, 15 Sep 2024 07:00:00 GMT');
    expect(body).toContain('A page of the past.');
    expect(body).toMatch(new RegExp(`<aside id="as-of">.*<a href="/${story}/subject-1">`, 's'));
    expect(body).toContain('>300<');
    expect(body).not.toContain('>400<');
    expect((await get('/subject-1')).body).not.toContain('A page of the past.');
  });

  test('[M11] shows no payment details, on the story’s page neither: what could be paid into then may have been withdrawn', async () => {
    const number = entering('subject-2').lines[0]!.text;
    await send({ ...entering('subject-2'), seen: 3 }, hour(9), 'Ana');
    await send({ kind: 'confirm-payment', seen: 4, payment: 'payment-1' }, hour(10), 'Boris');
    expect((await get('')).body).toContain(number);
    for (const url of ['?at=5', '/subject-2?at=5', '?at=2024-09-15', `?at=${hour(10)}`]) {
      expect((await get(url)).statusCode).toBe(200);
      expect((await get(url)).body).not.toContain(number);
    }
  });
});
