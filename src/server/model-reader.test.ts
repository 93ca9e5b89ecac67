import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNewsroom, type Newsroom } from '../../test/newsroom.ts';
import { checkExcerpt } from '../terms/excerpt.ts';
import type { Reading } from '../reading/reading.ts';
import { ModelReader } from './model-reader.ts';
import { readAgain } from './second-reading.ts';

const text = `The dam above the town holds, its keeper Jana Kern let everybody know. There was, all who met Kern heard, “no cause to leave home”.

“Nobody must cross the bridge,” said the mayor. Her deputy Ole Brandt kept to “rather safe than sorry”.`;

let model: http.Server;
let newsroom: Newsroom;
let reader: ModelReader;
let asked: { body: { model: string; messages: { content: string }[] }; key: string | undefined }[];
/** What the model answers; a function answers by itself. */
let answer: unknown;

beforeEach(async () => {
  asked = [];
  model = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ body: JSON.parse(Buffer.concat(chunks).toString()), key: request.headers.authorization });
      if (typeof answer === 'function') return answer(response);
      const content = typeof answer === 'string' ? answer : JSON.stringify({ quotations: answer });
      response.end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  const { port } = model.address() as AddressInfo;
  reader = new ModelReader({
    address: `http://127.0.0.1:${port}/v1`,
    model: 'lark-2',
    key: 'secret',
    milliseconds: 300,
  });
  newsroom = await openNewsroom();
});
afterEach(async () => {
  model.closeAllConnections();
  model.close();
  await newsroom.close();
});

async function taken() {
  const headers = { cookie: await newsroom.signedIn() };
  const answered = await newsroom.app.inject({ method: 'POST', url: '/desk/api/reports', headers, payload: { text } });
  return (await newsroom.desk.report(answered.json().text))!;
}
const readingIn = ({ reading }: { reading: string }) => JSON.parse(reading) as Reading;
const byModel = (report: { reading: string }) => readingIn(report).suggestions.filter((one) => one.reader !== null);

describe('a language model', () => {
  test('[R82] adds quotations that are located in the text, under its own name, and is asked once', async () => {
    answer = [{ words: '“no cause to leave home”', speaker: 'Kern' }];
    const report = await taken();
    const before = readingIn(report).suggestions.filter(({ excerpt }) => excerpt.exact !== 'no cause to leave home');
    await newsroom.desk.keepReading(report.text, JSON.stringify({ ...readingIn(report), suggestions: before }));
    const bare = (await newsroom.desk.report(report.text))!;
    const again = await readAgain(newsroom.desk, bare, reader);
    const [found] = byModel(again);
    expect(found).toMatchObject({
      sort: 'quotation',
      reader: 'model lark-2',
      excerpt: { exact: 'no cause to leave home' },
      speaker: { name: 'Kern' },
    });
    checkExcerpt(text, found!.excerpt);
    expect(text.slice(found!.speaker!.start, found!.speaker!.end)).toBe('Kern');
    expect(found!.speaker!.start).toBeGreaterThan(text.indexOf('There was'));
    expect(asked[0]!.key).toBe('Bearer secret');
    await readAgain(newsroom.desk, (await newsroom.desk.report(report.text))!, reader);
    await readAgain(newsroom.desk, bare, reader);
    expect(asked.length).toBe(1);
  });

  test('[R82] reads what an editor takes in, and nobody waits for it', async () => {
    answer = [{ words: 'rather safe than sorry', speaker: 'Ole Brandt' }];
    await newsroom.close();
    newsroom = await openNewsroom({ reader });
    const { text: name } = await taken();
    await expect.poll(async () => newsroom.desk.answer(name, reader.name)).not.toBeNull();
    expect(asked.length).toBe(1);
  });

  test('[R83] that lies adds nothing: words not in the text, not quoted, or suggested already', async () => {
    answer = [
      { words: 'the dam has burst', speaker: 'Jana Kern' },
      { words: 'The dam above the town holds', speaker: 'Jana Kern' },
      { words: 'Nobody must cross the bridge,', speaker: 'Ole Brandt', start: 3, end: 9999 },
      { words: '', speaker: null },
    ];
    const report = await taken();
    const again = await readAgain(newsroom.desk, report, reader);
    expect(byModel(again)).toEqual([]);
    expect(readingIn(again).suggestions).toEqual(readingIn(report).suggestions);
    expect(readingIn(again).notes.at(-1)).toEqual({
      code: 'reader-unfounded',
      message: '3 suggestions of model lark-2 do not stand in the report; they were left out.',
    });
  });

  test('[R83] names a speaker only where the name stands in the text', async () => {
    answer = [{ words: 'rather safe than sorry', speaker: 'President Nobody' }];
    const report = await taken();
    const none = JSON.stringify({ ...readingIn(report), suggestions: [] });
    const again = await readAgain(newsroom.desk, { ...report, reading: none }, reader);
    for (const one of byModel(again)) expect(one.speaker).toBeNull();
  });

  test.each([
    ['is too slow', () => {}, 'it took too long'],
    ['answers without end', (to: http.ServerResponse) => void to.end('x'.repeat(2_000_000)), 'too long'],
    ['answers with an error', (to: http.ServerResponse) => void to.writeHead(500).end(), 'it answered 500'],
    ['answers in prose', 'Here are the quotations you asked for.', 'not what was asked for'],
    ['answers something else', '{"quotations":[{"words":7}]}', 'not what was asked for'],
    ['leads elsewhere', (to: http.ServerResponse) => void to.writeHead(302, { location: '/x' }).end(), 'did not read'],
  ])('[R84] that %s changes nothing', async (_, given, says) => {
    answer = given;
    const report = await taken();
    await expect(readAgain(newsroom.desk, report, reader)).rejects.toMatchObject({
      code: 'reader-failed',
      message: expect.stringContaining(says),
    });
    expect(await newsroom.desk.report(report.text)).toEqual(report);
  });
});
