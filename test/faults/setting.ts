import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Command } from '../../src/record/command.ts';
import { revisionOf, type StoryRecord } from '../../src/record/record.ts';
import { openNewsroom, openStory, publishPost, type Newsroom } from '../newsroom.ts';
import { pageOf, type Account } from './account.ts';
import { Follower } from '../follower.ts';

export const story = 'river-flood';

/** Waits so many milliseconds. */
export const pause = (milliseconds: number) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** A newsroom with a story of one post, until the test is over. */
export async function open(given: Parameters<typeof openNewsroom>[0] = {}): Promise<Newsroom> {
  const newsroom = await openNewsroom(given);
  onTestFinished(() => newsroom.close());
  await newsroom.send(story, openStory());
  await newsroom.send(story, publishPost('The first post.'));
  return newsroom;
}

/** The address of the story, from where the newsroom's own server answers. */
export async function addressOf(newsroom: Newsroom): Promise<string> {
  return `${await newsroom.app.listen({ port: 0, host: '127.0.0.1' })}/${story}`;
}

/** Changes of all sorts, of which four in ten are new posts; the first is number 0. */
function change(i: number, record: StoryRecord): Command {
  const [seen, post] = [revisionOf(record), 'post-1' as const];
  const body = [{ kind: 'paragraph' as const, runs: [{ text: `Corrected in ${i}.` }] }];
  const others: Record<number, Command> = {
    1: { kind: 'pin-post', seen, post },
    3: { kind: 'key-post', seen, post },
    6: { kind: 'unkey-post', seen, post },
    7: { kind: 'unpin-post', seen, post },
    8: { kind: 'correct-post', seen, post, headline: null, body, note: 'So.' },
    9: { kind: 'withdraw-post', seen, post: `post-${record.posts.length}`, reason: 'Not so.' },
  };
  return others[i % 10] ?? publishPost(`Number ${i}. The water rises. ${'It rains. '.repeat(i % 7)}`);
}

/** Publishes so many changes, one each so many milliseconds. */
export async function publishChanges(
  newsroom: Newsroom,
  count: number,
  every: number,
  meanwhile: (i: number) => unknown = () => {},
): Promise<void> {
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    const { status, body } = await newsroom.send(story, change(i, newsroom.stories.get(story).record));
    if (status !== 201) throw new Error(`change ${i} was answered ${status}: ${body.detail}`);
    await meanwhile(i);
    await pause(Math.max(0, start + (i + 1) * every - performance.now()));
  }
}

/** Readers of a story, every second of whom takes gzip, until the test is over. */
export async function follow(count: number, address: string, from = address): Promise<Follower[]> {
  const page = await pageOf(address);
  const readers = Array.from({ length: count }, (_, i) => new Follower(from, page, i % 2 === 0));
  onTestFinished(() => readers.forEach((reader) => reader.close()));
  return readers;
}

/** A folder of its own, until the test is over. */
export function folder(): string {
  const data = mkdtempSync(join(tmpdir(), 'stet-faults-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  return data;
}

/** A program of the project in a process of its own, until the test is over; `within` are words before it, such as `unshare -n`. */
export function start(file: URL, words: readonly (string | number)[], within: readonly string[] = []): ChildProcess {
  const [program, ...args] = [...within, process.execPath, fileURLToPath(file), ...words.map(String)];
  const child = spawn(program!, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** What a program says on its standard output, as soon as that holds what is looked for. */
export async function says(child: ChildProcess, sought: RegExp): Promise<RegExpExecArray> {
  for await (const text of child.stdout!.iterator({ destroyOnReturn: false })) {
    const found = sought.exec(String(text));
    if (found) return found;
  }
  throw new Error(`the program ended without having said ${sought}`);
}

/** The command itself, serving a folder. */
export async function serve(
  data: string,
  port: number,
  { options = [], within = [] }: { options?: string[]; within?: string[] } = {},
): Promise<{ child: ChildProcess; port: number }> {
  const child = start(
    new URL('../../src/cli/main.ts', import.meta.url),
    ['serve', '--data', data, '--port', port, ...options],
    within,
  );
  const [, found] = await says(child, /running at http:\/\/[\d.]+:(\d+)/);
  return { child, port: Number(found) };
}

/** The number of the last revision. */
export const head = ({ stories }: Newsroom) => revisionOf(stories.get(story).record);

/** The account of readers in a process of their own, as `readers.ts` gives it at their end. */
export async function accountFrom(readers: ChildProcess, last: number): Promise<Account> {
  readers.stdin!.write(`${last}\n`);
  return JSON.parse((await says(readers, /^\{.*\}$/m))[0]) as Account;
}
