import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Frame } from '../src/live/frame.ts';
import { openNewsroom, openStory, publishPost, type Newsroom } from './newsroom.ts';

const story = 'river-flood';
const deploy = (name: string) => readFileSync(fileURLToPath(new URL(`../deploy/${name}`, import.meta.url)), 'utf8');
const has = (program: string) => spawnSync('which', [program]).status === 0;

let folder: string;
let newsroom: Newsroom;
let cache: ChildProcess;
let base: string;
/** Every address that the server itself was asked for. */
let asked: string[];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The configurations as they are handed out, at other addresses. */
const caches: Record<string, (origin: number, port: number) => ChildProcess> = {
  nginx(origin, port) {
    const site = deploy('nginx.conf')
      .replace('/var/cache/nginx/stet', join(folder, 'cache'))
      .replace('127.0.0.1:4600', `127.0.0.1:${origin}`)
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('listen [::]:80;', '');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/t;`,
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      `${process.getuid!() === 0 ? 'user root; ' : ''}daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${temporary.join(' ')} ${site} }`,
    );
    return spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]);
  },
  varnishd(origin, port) {
    const vcl = join(folder, 'stet.vcl');
    writeFileSync(vcl, deploy('stet.vcl').replace('"4600"', `"${origin}"`));
    mkdirSync(join(folder, 'work'));
    const args = [
      '-F',
      '-j',
      'none',
      '-n',
      join(folder, 'work'),
      '-f',
      vcl,
      '-a',
      `127.0.0.1:${port}`,
      '-s',
      'malloc,64m',
    ];
    return spawn('varnishd', args);
  },
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-cache-'));
  newsroom = await openNewsroom();
  asked = [];
  newsroom.app.server.on('request', (request) => asked.push(request.url!));
  await newsroom.send(story, openStory());
});
afterEach(async () => {
  const gone = new Promise((resolve) => cache.once('exit', resolve));
  cache.kill();
  await gone;
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(name: string): Promise<void> {
  const origin = Number(new URL(await newsroom.app.listen({ port: 0, host: '127.0.0.1' })).port);
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  cache = caches[name]!(origin, port);
  await expect
    .poll(async () => (await fetch(`${base}/healthz`).catch(() => null))?.status, { timeout: 10_000 })
    .toBe(200);
  asked.length = 0;
}

const frameAt = async (path: string) => (await (await fetch(`${base}/${story}/${path}`)).json()) as Frame;
const pause = (milliseconds: number) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

describe.each(Object.keys(caches).map((name) => ({ name })))('behind $name', ({ name }) => {
  test.skipIf(!has(name))('[L62] what the server is asked does not grow with the readers', async () => {
    await start(name);
    const poll = async (readers: number) => {
      asked.length = 0;
      for (let second = 0; second < 3; second++) {
        await Promise.all(Array.from({ length: readers }, () => frameAt('after/1')));
        await pause(1000);
      }
      return asked.length;
    };
    const few = await poll(5);
    const many = await poll(200);
    expect(few).toBeLessThanOrEqual(6);
    expect(many).toBeLessThanOrEqual(6);
  });

  test.skipIf(!has(name))('[L62] of many who wait for what comes next, one asks the server', async () => {
    await start(name);
    const waiting = Array.from({ length: 50 }, () => frameAt('next/1'));
    await pause(500);
    await newsroom.send(story, publishPost('The dam holds.'));
    const began = performance.now();
    expect(new Set((await Promise.all(waiting)).map(({ revision }) => revision))).toEqual(new Set([2]));
    expect(performance.now() - began).toBeLessThan(2000);
    expect(asked.filter((path) => path.includes('/next/')).length).toBeLessThanOrEqual(2);
  });

  test.skipIf(!has(name))('[L62] a stream goes through at once, in gzip', async () => {
    await start(name);
    const abort = new AbortController();
    const answer = await fetch(`${base}/${story}/stream?after=1`, { signal: abort.signal });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const events = answer
      .body!.pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
      .getReader();
    for (const revision of [2, 3]) {
      const start = performance.now();
      await newsroom.send(story, publishPost(`Number ${revision}.`));
      expect((await events.read()).value!.id).toBe(String(revision));
      expect(performance.now() - start).toBeLessThan(1000);
    }
    abort.abort();
  });
});
