import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../record/command.ts';
import { now, openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await openNewsroom();
});
afterEach(() => newsroom.close());

const story = 'river-flood';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const open = () => newsroom.send(story, openStory());
const correct = (seen: number, text: string): Command => ({
  kind: 'correct-post',
  seen,
  post: 'post-1',
  headline: null,
  body: [{ kind: 'paragraph', runs: [{ text }] }],
  note: 'The name was wrong.',
});

describe('signing in', () => {
  const enter = (fields: Record<string, string>) =>
    newsroom.app.inject({
      method: 'POST',
      url: '/desk/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      payload: new URLSearchParams(fields).toString(),
    });
  const editorOf = async (cookie: string) =>
    (await newsroom.app.inject({ url: '/desk/api/me', cookies: { 'stet-desk': cookie } })).json().editor;

  test('[N1] a one-time link says whom it signs in, and does so once', async () => {
    const { token } = await newsroom.signIn.invite('Ana');
    const page = () => newsroom.app.inject(`/desk/sign-in?token=${token}`);
    for (let i = 0; i < 2; i++) expect((await page()).body).toContain('signs in <strong>Ana</strong>');
    const first = await enter({ token, story });
    expect(first.statusCode).toBe(303);
    expect(first.headers.location).toBe('/desk?story=river-flood');
    const [cookie] = first.cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/desk' });
    expect(await editorOf(cookie!.value)).toBe('Ana');
    const second = await enter({ token, story });
    expect([second.statusCode, second.json().code]).toEqual([401, 'link-used']);
    expect((await page()).body).toContain('This link signs nobody in any more');
  });

  test('[N60] nobody takes another name than the link’s, whatever is sent with it', async () => {
    const { token } = await newsroom.signIn.invite('Ana');
    const entered = await enter({ token, name: 'Ben', editor: 'Ben' });
    expect(await editorOf(entered.cookies[0]!.value)).toBe('Ana');
  });

  test('[N61] another spelling of an editor’s name is that editor, and what is no name gets no link', async () => {
    await newsroom.signIn.invite('Ana Nová');
    for (const name of ['ana  nová', 'ANA NOVÁ', ' Ana\u200b Nová']) {
      expect((await newsroom.signIn.invite(name)).editor).toBe('Ana Nová');
    }
    expect((await newsroom.signIn.invite('Ana Nova')).editor).toBe('Ana Nova');
    for (const name of ['', ' ', '\u200b', 'x'.repeat(61)]) {
      await expect(newsroom.signIn.invite(name)).rejects.toMatchObject({ code: 'editor-name-unfit' });
    }
  });

  test('[N2] nothing of the desk answers without a session, or after signing out', async () => {
    for (const url of ['/desk/api/me', '/desk/api/stories', '/desk/api/reports']) {
      expect((await newsroom.app.inject(url)).json()).toMatchObject({ status: 401, code: 'signed-out' });
    }
    expect((await newsroom.app.inject('/desk')).statusCode).toBe(401);
    const cookie = await newsroom.signedIn();
    await newsroom.app.inject({ method: 'POST', url: '/desk/sign-out', headers: { cookie } });
    expect((await newsroom.app.inject({ url: '/desk/api/me', headers: { cookie } })).statusCode).toBe(401);
  });

  test('[N3] a page of another site cannot use the desk in an editor’s name', async () => {
    await open();
    const cookie = await newsroom.signedIn();
    const foreign = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:80' },
    ];
    for (const headers of foreign) {
      const answer = await newsroom.app.inject({
        method: 'POST',
        url: `/desk/api/stories/${story}/commands`,
        headers: { cookie, ...headers },
        payload: { act: 'act-12345', command: publishPost('Planted.') },
      });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign-origin']);
    }
    expect(newsroom.stories.get(story).record.posts.length).toBe(0);
  });
});

describe('publishing', () => {
  test('[N4] what is sent twice is published once', async () => {
    await open();
    const one = await newsroom.send(story, publishPost('Once.'), 'Ana', 'the-same-act');
    const two = await newsroom.send(story, publishPost('Once.'), 'Ana', 'the-same-act');
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.revision).toBe(one.body.revision);
    const both = await Promise.all(
      ['a', 'b'].map(() => newsroom.send(story, publishPost('Twice at once.'), 'Ana', 'another-act')),
    );
    expect(both[0]!.body.revision).toBe(both[1]!.body.revision);
    expect(newsroom.stories.get(story).record.posts.length).toBe(2);
  });

  test('[N5] two editors who publish at once both succeed', async () => {
    await open();
    const texts = Array.from({ length: 40 }, (_, i) => `Message ${i}`);
    const answers = await Promise.all(
      texts.map((text, i) => newsroom.send(story, publishPost(text), i % 2 ? 'Ana' : 'Ben')),
    );
    expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 201));
    const numbers = answers.map(({ body }) => body.revision).toSorted((a, b) => a - b);
    expect(numbers).toEqual(texts.map((_, i) => i + 2));
  });

  test('[N6] of two who change one post at once the second is told what changed', async () => {
    await open();
    await newsroom.send(story, publishPost('The mayor of Altdorf speaks.'));
    const answers = await Promise.all([
      newsroom.send(story, correct(2, 'The mayor of Neudorf speaks.'), 'Ana'),
      newsroom.send(story, correct(2, 'The mayor of Oberdorf speaks.'), 'Ben'),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'changed-since', detail: expect.stringContaining('revision 3') });
    expect((await newsroom.send(story, correct(3, 'The mayor of Oberdorf speaks.'), 'Ben')).status).toBe(201);
  });

  test('[N7] a command that is not one is refused with the place that is wrong', async () => {
    await open();
    const answer = await newsroom.send(story, { kind: 'publish', post: { headline: 7 } } as never);
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'request-unreadable',
      detail: expect.stringContaining('command.post'),
    });
    for (const name of ['desk', 'No Capitals', 'a--b', 'x'.repeat(81)]) {
      expect((await newsroom.send(encodeURIComponent(name), openStory())).body.code).toBe('story-name-unfit');
    }
  });

  test('[N7] [E67] a text that is too long is refused in words, with how long it may be', async () => {
    await open();
    await newsroom.send(story, publishPost('The dam holds.'));
    const reason = 'a'.repeat(1001);
    const answer = await newsroom.send(story, { kind: 'withdraw-post', seen: 2, post: 'post-1', reason });
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'text-too-long',
      detail: '“reason” holds more than 1000 characters.',
    });
  });

  test('[N8] a link of a post that is not http, https or mailto is refused', async () => {
    await open();
    const command = publishPost('x') as CommandOf<'publish'>;
    const run = { text: 'press', link: 'javascript:alert(1)' };
    const hostile = { ...command, post: { ...command.post, body: [{ kind: 'paragraph', runs: [run] }] } };
    expect((await newsroom.send(story, hostile as never)).body.code).toBe('request-unreadable');
  });

  test('[E26] what is due is answered to who is signed in, and to nobody else', async () => {
    await open();
    const url = `/desk/api/stories/${story}/due`;
    expect((await newsroom.app.inject({ url })).json()).toMatchObject({ status: 401, code: 'signed-out' });
    const answer = await newsroom.app.inject({ url, headers: { cookie: await newsroom.signedIn() } });
    expect(answer.json()).toMatchObject({ staleAfterHours: 6, items: [] });
  });

  /** The desk's own voice says a figure of houses under water. */
  const houses = (best: number, period: string | null, subject: 'new-1' | 'subject-1' = 'subject-1') =>
    ({
      ...(publishPost('Houses are under water.') as CommandOf<'publish'>),
      subjects:
        subject === 'new-1' ? [{ ref: subject, name: 'Houses under water', terms: { kind: 'figure' }, sides: [] }] : [],
      statements: [
        {
          subject,
          by: null,
          via: [],
          channel: null,
          mode: 'says',
          value: {
            kind: 'figure',
            what: 'houses under water',
            where: null,
            period,
            cumulative: null,
            unit: null,
            bound: 'exactly',
            low: null,
            best,
            high: null,
            words: String(best),
          },
          happened: null,
          said: null,
          excerpt: null,
          links: [],
        },
      ],
    }) satisfies CommandOf<'publish'>;
  const preview = async (command: Command) =>
    newsroom.app.inject({
      method: 'POST',
      url: `/desk/api/stories/${story}/preview`,
      headers: { cookie: await newsroom.signedIn() },
      payload: { command },
    });

  test('[N62] what the board would say is what the page then says, and nothing is published by asking', async () => {
    await open();
    const nobody = await newsroom.app.inject({ method: 'POST', url: `/desk/api/stories/${story}/preview` });
    expect(nobody.statusCode).toBe(401);
    for (const command of [houses(17, null, 'new-1'), houses(20, 'since Monday')]) {
      const before = newsroom.stories.get(story).record;
      const answer = await preview(command);
      expect(answer.statusCode).toBe(200);
      expect(newsroom.stories.get(story).record).toBe(before);
      await newsroom.send(story, command);
      const [{ subject, line }] = answer.json().lines;
      expect(subject).toBe('Houses under water');
      expect((await newsroom.app.inject(`/${story}/subject-1`)).body).toMatch(
        new RegExp(`data-standing="[a-z-]+">${line}<`),
      );
    }
    expect((await preview(houses(3, null, 'new-2' as 'new-1'))).json().code).toBe('ref-unknown');
  });

  test('[N63] a subject is answered with all that was ever stated of it, and one that is not there is not', async () => {
    await open();
    await newsroom.send(story, houses(17, null, 'new-1'));
    await newsroom.send(story, houses(18, null));
    const headers = { cookie: await newsroom.signedIn() };
    const subject = (name: string) => newsroom.app.inject({ url: `/desk/api/stories/${story}/${name}`, headers });
    expect((await subject('subject-1')).json()).toMatchObject({
      voices: [{ id: 'statement-2' }],
      earlier: [{ id: 'statement-1' }],
    });
    expect((await subject('subject-2')).json()).toMatchObject({ status: 404, code: 'thing-unknown' });
    expect((await subject('subject-0')).json()).toMatchObject({ status: 404, code: 'thing-unknown' });
    expect((await subject('subject-x')).json()).toMatchObject({ status: 422, code: 'request-unreadable' });
  });

  test('[N9] drafts are kept for their editor, and go when they are dropped', async () => {
    await open();
    const ana = await newsroom.signedIn('Ana');
    const ben = await newsroom.signedIn('Ben');
    const url = `/desk/api/stories/${story}/drafts`;
    const keep = await newsroom.app.inject({
      method: 'PUT',
      url: `${url}/d1`,
      headers: { cookie: ana },
      payload: { contents: '{"x":1}' },
    });
    expect(keep.statusCode).toBe(204);
    const drafts = async (cookie: string) => (await newsroom.app.inject({ url, headers: { cookie } })).json();
    expect(await drafts(ana)).toMatchObject([{ id: 'd1', contents: '{"x":1}' }]);
    expect(await drafts(ben)).toEqual([]);
    await newsroom.app.inject({ method: 'DELETE', url: `${url}/d1`, headers: { cookie: ana } });
    expect(await drafts(ana)).toEqual([]);
  });
});

describe('taking in a report', () => {
  const take = async (payload: object | string | Buffer, headers: Record<string, string> = {}) => {
    const answer = await newsroom.app.inject({
      method: 'POST',
      url: '/desk/api/reports',
      headers: { cookie: await newsroom.signedIn(), ...headers },
      payload,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const text = 'The mayor, Eva Lind, said: “At least 17 houses are under water.”';

  test('[N10] pasted text is kept with its hashes, its origin unknown, and what reading found', async () => {
    const { status, body } = await take({ text });
    expect(status).toBe(201);
    expect(body).toMatchObject({ origin: null, takenInBy: 'Ana', reading: { text } });
    expect(body.reading.suggestions.length).toBeGreaterThan(0);
    const kept = (await newsroom.desk.report(body.text))!;
    expect(Buffer.from(kept.bytes).toString()).toBe(text);
    expect((await take({ text })).body.text).toBe(body.text);
    const cookie = await newsroom.signedIn();
    expect((await newsroom.app.inject({ url: '/desk/api/reports', headers: { cookie } })).json()).toHaveLength(1);
  });

  test('[N11] a file is taken in byte for byte', async () => {
    const form = new FormData();
    form.append('file', new Blob([text], { type: 'text/plain' }), 'report.txt');
    const request = new Request('http://x/', { method: 'POST', body: form });
    const { status, body } = await take(Buffer.from(await request.arrayBuffer()), {
      'content-type': request.headers.get('content-type')!,
    });
    expect([status, body.fileName, body.reading.text]).toEqual([201, 'report.txt', text]);
  });

  test('[N12] hostile HTML becomes text', async () => {
    const html = `<h1 onclick="x()">Flood</h1><script>steal()</script><p>Water <a href="javascript:x()">rises</a>.</p><style>*{}</style>`;
    const { body } = await take({ html });
    expect(body.reading.text).toContain('Water rises.');
    expect(body.reading.text).not.toMatch(/steal|onclick|javascript/);
  });

  test('[N13] 50 MB is refused in a sentence, pasted or as a file', async () => {
    const large = 'x'.repeat(50_000_000);
    expect((await take({ text: large })).body).toMatchObject({
      status: 413,
      code: 'request-too-large',
      detail: expect.stringContaining('5 MB'),
    });
    const form = new FormData();
    form.append('file', new Blob([large]), 'large.txt');
    const request = new Request('http://x/', { method: 'POST', body: form });
    const answer = await take(Buffer.from(await request.arrayBuffer()), {
      'content-type': request.headers.get('content-type')!,
    });
    expect(answer.body.code).toBe('request-too-large');
  });

  test('[N14] an address of a private network is refused', async () => {
    expect((await take({ url: 'http://169.254.169.254/latest' })).body).toMatchObject({
      status: 403,
      code: 'url-private',
    });
  });

  test('[N15] a report that cannot be read is refused with its reason', async () => {
    expect((await take({ text: '   ' })).body.code).toBe('report-empty');
  });

  test('[N97] one that cannot be read is kept with the reason, is read again or deleted; blank words are not kept', async () => {
    const upload = async (bytes: string, name: string) => {
      const form = new FormData();
      form.append('file', new Blob([bytes], { type: 'application/pdf' }), name);
      const request = new Request('http://x/', { method: 'POST', body: form });
      return take(Buffer.from(await request.arrayBuffer()), { 'content-type': request.headers.get('content-type')! });
    };
    const headers = { cookie: await newsroom.signedIn() };
    const ask = async (method: 'GET' | 'POST' | 'DELETE', bytesHash = '') => {
      const url = `/desk/api/unread-reports${bytesHash && `/${bytesHash}`}`;
      const answer = await newsroom.app.inject({ method, url, headers });
      return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
    };
    await take({ text: ' \n\t ' });
    const { body: refused } = await upload('%PDF-1.7 \0 the plan', 'plan.pdf');
    expect(refused.code).toBe('report-unreadable');
    const { body: listed } = await ask('GET');
    expect(listed).toMatchObject([{ fileName: 'plan.pdf', origin: null, takenInBy: 'Ana', problem: refused.detail }]);
    const { bytesHash } = listed[0];
    expect((await ask('POST', bytesHash)).body.code).toBe('report-unreadable');
    expect((await ask('GET')).body).toHaveLength(1);
    expect((await ask('DELETE', bytesHash)).status).toBe(204);
    expect((await ask('GET')).body).toEqual([]);
    expect((await ask('POST', bytesHash)).body.code).toBe('report-unknown');
    // One that reading has learned to read since.
    const bytes = Buffer.from('At least 17 houses are under water.');
    const came = { contentType: 'text/plain', fileName: 'wire.txt', origin: null, takenIn: now(), takenInBy: 'Ben' };
    await newsroom.desk.keepUnread({ ...came, bytes, bytesHash: sha256(bytes), problem: 'It was not read.' }, 9);
    const read = await ask('POST', sha256(bytes));
    expect([read.status, read.body.fileName, read.body.takenInBy]).toEqual([201, 'wire.txt', 'Ben']);
    expect(read.body.reading.text).toBe('At least 17 houses are under water.');
    expect((await ask('GET')).body).toEqual([]);
  });
});

describe('statements', () => {
  test('[N16] a statement’s excerpt must stand in the report; then board and stream change in one revision', async () => {
    await open();
    const words = 'At least 17 houses are under water.';
    const cookie = await newsroom.signedIn();
    const report = (
      await newsroom.app.inject({
        method: 'POST',
        url: '/desk/api/reports',
        headers: { cookie },
        payload: { text: `The mayor, Eva Lind, said: “${words}”` },
      })
    ).json();
    const start = report.reading.text.indexOf(words);
    const excerpt = { report: report.text, exact: words, prefix: '', suffix: '', start, end: start + words.length };
    const publish = {
      ...publishPost('At least 17 houses are flooded, says the mayor.'),
      parties: [{ ref: 'new-1', name: 'Eva Lind', sort: 'person', role: 'mayor' }],
      subjects: [{ ref: 'new-2', name: 'Houses under water', terms: { kind: 'figure' }, sides: [] }],
      statements: [
        {
          subject: 'new-2',
          by: { party: 'new-1', as: 'Eva Lind', role: 'mayor' },
          via: [],
          channel: null,
          mode: 'says',
          value: {
            kind: 'figure',
            what: 'houses under water',
            where: null,
            period: null,
            cumulative: null,
            unit: null,
            bound: 'at-least',
            low: 17,
            best: 17,
            high: null,
            words: 'At least 17',
          },
          happened: null,
          said: null,
          excerpt,
          links: [],
        },
      ],
    };
    const forged = structuredClone(publish);
    forged.statements[0]!.excerpt.exact = 'At least 70 houses are under water.';
    expect((await newsroom.send(story, forged as never)).body).toMatchObject({
      status: 422,
      code: 'excerpt-not-found',
    });
    const answer = await newsroom.send(story, publish as never);
    expect(answer).toMatchObject({ status: 201, body: { revision: 2 } });
    const { record } = newsroom.stories.get(story);
    expect([record.posts.length, record.statements.length, record.reports.at(0)?.text]).toEqual([1, 1, report.text]);
    const page = (await newsroom.app.inject(`/${story}`)).body;
    expect(page).toContain('Houses under water');
    expect(page).toContain('Eva Lind');
  });
});
