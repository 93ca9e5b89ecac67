import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { cacheNames, has, startCache } from '../caches.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';

/** What a request was answered. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string;
}

/** A server, or several, that a case is tried on. */
export interface Stand {
  /** Where everything is published. */
  newsroom: Newsroom;
  /** Where readers ask; `null` where there are no sockets. */
  base: string | null;
  ask(path: string, headers: Record<string, string>): Promise<Answer>;
  /** Resolves once a story is at a revision wherever readers ask. */
  settle(story: string, revision: number): Promise<void>;
  close(): Promise<void>;
}

/** A way to try the cases. */
export interface Way {
  name: string;
  /** Whether it can be tried on this machine. */
  fits: boolean;
  /** Whether streams can be opened. */
  streams: boolean;
  open: () => Promise<Stand>;
}

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** All ways: the server's handler alone, over sockets, by two processes that share a port, and behind each cache. */
export const ways: Way[] = [
  { name: 'in process', fits: true, streams: false, open: inProcess },
  { name: 'over sockets', fits: true, streams: true, open: overSockets },
  { name: 'by two processes', fits: process.platform === 'linux', streams: true, open: byTwoProcesses },
  ...cacheNames.map((name) => ({
    name: `behind ${name}`,
    fits: has(name),
    streams: true,
    open: () => behindCache(name),
  })),
];

async function inProcess(): Promise<Stand> {
  const newsroom = await openNewsroom();
  const ask: Stand['ask'] = async (url, headers) => {
    const { statusCode, headers: answered, rawPayload } = await newsroom.app.inject({ url, headers });
    return { status: statusCode, headers: answered, body: textOf(rawPayload, answered['content-encoding']) };
  };
  return { newsroom, base: null, ask, settle: async () => {}, close: () => newsroom.close() };
}

async function overSockets(): Promise<Stand> {
  const newsroom = await openNewsroom();
  const base = await newsroom.app.listen({ port: 0, host: '127.0.0.1' });
  return { newsroom, base, ask: askingAt(base), settle: async () => {}, close: () => newsroom.close() };
}

async function behindCache(name: string): Promise<Stand> {
  const origin = await overSockets();
  const cache = await startCache(name, Number(new URL(origin.base!).port));
  const close = async () => {
    await cache.close();
    await origin.close();
  };
  return { ...origin, base: cache.base, ask: askingAt(cache.base), close };
}

async function byTwoProcesses(): Promise<Stand> {
  const data = mkdtempSync(join(tmpdir(), 'stet-two-'));
  const newsroom = await openNewsroom({ data });
  const first = await serve(data, 0);
  const second = await serve(data, first.port);
  const base = `http://127.0.0.1:${first.port}`;
  const ask = askingAt(base);
  // Each connection is new, so that so many of them reach both.
  const everywhere = (path: string) => Promise.all(Array.from({ length: 16 }, () => ask(path, {})));
  const settle: Stand['settle'] = async (story, revision) => {
    const at = `/${story}/after/${revision}`;
    while ((await everywhere(at)).some(({ status }) => status !== 200)) await new Promise((next) => setImmediate(next));
  };
  const close = async () => {
    for (const { child } of [first, second]) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await gone;
    }
    await newsroom.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { newsroom, base, ask, settle, close };
}

/** The command itself, which shares its port with others. */
async function serve(data: string, port: number): Promise<{ child: ChildProcess; port: number }> {
  const options = ['--data', data, '--port', String(port), '--share-port'];
  const child = spawn(process.execPath, [main, 'serve', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const text of child.stdout) {
    const found = /127\.0\.0\.1:(\d+)/.exec(String(text));
    if (found) return { child, port: Number(found[1]) };
  }
  throw new Error('the server ended');
}

/** Asks with the headers given and no others, over a connection of its own. */
function askingAt(base: string): Stand['ask'] {
  return (path, headers) =>
    new Promise((resolve, reject) => {
      const asking = request(base + path, { headers, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on('error', reject).on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const body = textOf(Buffer.concat(parts), response.headers['content-encoding']);
          resolve({ status: response.statusCode!, headers: response.headers, body });
        });
      });
      asking.on('error', reject).end();
    });
}

function textOf(bytes: Buffer, encoding: unknown): string {
  if (bytes.length === 0) return '';
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}
