import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom, openStory, publishPost, type Newsroom } from '../../test/newsroom.ts';
import { people, statementOf } from '../../test/samples/flood.ts';
import { patterns } from '../page/addresses.ts';
import type { Command } from '../record/command.ts';

const story = '/river-flood';
const marker = 'zqmarker';
const clock = '2024-09-15T06:00:00.000Z';
let newsroom: Newsroom;
let base: string;

/** Addresses that show nothing of a story to readers. */
type Other = `desk${string}` | 'signIn' | 'signOut' | 'icon' | 'asset' | 'health' | 'ready' | 'metrics';

/** What to ask for at each of the others. */
const addresses: Record<Exclude<keyof typeof patterns, Other>, string[]> = {
  front: ['/'],
  story: ['', '?order=oldest', '?from=5', '?since=1', '?at=3', '?at=2024-09-15'].map((asked) => story + asked),
  post: ['/post-1', '/post-2', '/post-1?at=2', '/post-1?at=3', '/post-2?at=4'].map((path) => story + path),
  subject: ['/subject-1', '/subject-1?at=2', '/subject-1?at=6'].map((path) => story + path),
  corrections: ['/corrections', '/corrections?at=6'].map((path) => story + path),
  data: ['/data', '/data?at=3'].map((path) => story + path),
  subjectData: ['/data/subject-1', '/data/subject-1?at=2'].map((path) => story + path),
  day: [`${story}/on/2024-09-15`],
  timeMap: ['', '?of=post-1', '?of=subject-1'].map((asked) => `${story}/timemap${asked}`),
  after: ['/after/0', '/after/1', '/after/5'].map((path) => story + path),
  next: ['/next/0', '/next/5'].map((path) => story + path),
  segment: [`${story}/segments/1`],
  stream: ['0', '1', '5'].map((after) => `${story}/stream?after=${after}`),
};
const withoutTexts = new Set<string>(['front', 'timeMap']);
const shown = Object.entries(addresses).flatMap(([name, urls]) => urls.map((url) => [name, url] as const));

/** The whole answer, with its headers; of the stream what comes first. */
async function ask(url: string): Promise<string> {
  const abort = new AbortController();
  const { status, headers, body } = await fetch(base + url, { signal: abort.signal, redirect: 'manual' });
  expect(status).toBe(200);
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = JSON.stringify([...headers]);
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    if (url.includes('/stream') && /data: .*\n\n/.test(text)) break;
  }
  abort.abort();
  return text;
}

async function send(command: Command): Promise<void> {
  expect((await newsroom.send('river-flood', command)).body).toMatchObject({ revision: expect.any(Number) });
}

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => clock });
  base = await newsroom.app.listen({ port: 0, host: '127.0.0.1' });
  const words = `At least 17 ${marker} houses.`;
  const cookie = await newsroom.signedIn();
  const payload = { text: `The mayor said: “${words}”` };
  const taken = await newsroom.app.inject({ method: 'POST', url: patterns.deskReports, headers: { cookie }, payload });
  const { text, reading } = taken.json<{ text: string; reading: { text: string } }>();
  const start = reading.text.indexOf(words);
  const excerpt = { report: text, exact: words, prefix: '', suffix: '', start, end: start + words.length };
  const value = people(17, { what: `${marker} houses`, words: `17 ${marker}` });
  const statement = statementOf({
    subject: 'new-2',
    by: { party: 'new-1', as: `Eva ${marker}`, role: marker },
    channel: marker,
    value,
    happened: { from: '2024-09-15', to: '2024-09-15', zone: null, words: marker },
    excerpt,
  });
  const post = publishPost(`Houses ${marker}`, { headline: marker, key: true, pinned: true });
  const body = (text: string) => [{ kind: 'paragraph' as const, runs: [{ text }] }];

  await send(openStory());
  await send({
    ...post,
    parties: [{ ref: 'new-1', name: 'Eva', sort: 'person', role: null }],
    subjects: [{ ref: 'new-2', name: 'Houses under water', terms: { kind: 'figure' }, sides: [] }],
    statements: [statement, { ...statement, value: { ...value, where: marker } }],
  } as Command);
  const corrected = { headline: marker, body: body(`Other houses ${marker}`), note: marker };
  await send({ kind: 'correct-post', seen: 2, post: 'post-1', ...corrected });
  await send(publishPost(`More ${marker}`, { headline: marker }));
  await send({ kind: 'withdraw-post', seen: 4, post: 'post-2', reason: marker });
  await send({ kind: 'withdraw-statement', seen: 5, statement: 'statement-2', reason: marker });
  for (let i = 7; i <= 70; i++) await send(publishPost(`Message ${i}.`));
});
afterAll(() => newsroom.close());

test('[H92] what is taken down is in no answer of any address that showed it, its headers included', async () => {
  for (const [name, url] of shown) {
    const holds = (await ask(url)).includes(marker);
    expect([url, holds]).toEqual([url, !withoutTexts.has(name)]);
  }
  const what = ['post-1', 'post-2', 'statement-1', 'statement-2', 'report-1'] as const;
  await send({ kind: 'remove-content', seen: 70, what: [...what], ground: 'privacy' });
  for (const [, url] of shown) expect([url, (await ask(url)).includes(marker)]).toEqual([url, false]);
});
