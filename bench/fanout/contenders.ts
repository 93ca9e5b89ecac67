import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStory, publishPost } from '../../test/newsroom.ts';
import { serverFlags } from '../../tools/child.mjs';
import { pause } from './process.ts';

/** A server of streams that is measured, running. */
export interface Contender {
  port: number;
  pids: number[];
  /** The request for its stream, with which a reader is one for whom nothing is missing. */
  request(lastEventId: string | null): string;
  /** Publishes a message that holds a text. */
  publish(text: string): Promise<void>;
  stop(): Promise<void>;
}

/** The server's core; the load has the other. */
const serverCore = '0';
const nchanModule = '/usr/lib/nginx/modules/ngx_nchan_module.so';
const root = fileURLToPath(new URL('../..', import.meta.url));
const story = 'river-flood';

/** What nchan, the floor and `res.write` are given to send: a fragment of 600 bytes that holds a text. */
function fragment(text: string): string {
  const head = `{"id":"post","html":"<article><p>${text} `;
  const words = 'The only bridge that is open leads from the old town to the north; officials say that it holds. ';
  return `${head}${words.repeat(8).slice(0, 600 - head.length - 16)}</p></article>"}`;
}

const request = (path: string, id: string | null, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n${id === null ? '' : `Last-Event-ID: ${id}\r\n`}${more}\r\n`;

async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body, headers });
  if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

function pinned(
  program: string,
  args: string[],
  stdout: 'ignore' | 'pipe' = 'ignore',
  cores = serverCore,
): ChildProcess {
  return spawn('taskset', ['-c', cores, program, ...args], { cwd: root, stdio: ['ignore', stdout, 'inherit'] });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await end;
}

async function listening(port: number): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await fetch(`http://127.0.0.1:${port}/none`, { method: 'HEAD' }).catch(() => null)) return;
    await pause(50);
  }
  throw new Error(`nothing answers at port ${port}`);
}

/** Stet itself, as the command runs it; its readers take gzip or not. Several processes share the port, and all cores. */
export async function stet(port: number, gzip: boolean, processes = 1): Promise<Contender> {
  const data = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const words = [...serverFlags, 'src/cli/main.ts', 'serve', '--port', String(port), '--data', data];
  const server = () =>
    processes === 1
      ? pinned(process.execPath, words, 'pipe')
      : pinned(process.execPath, [...words, '--share-port'], 'pipe', '0,1');
  const child = server();
  const link = await new Promise<URL>((resolve, reject) => {
    let said = '';
    child.stdout!.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /http:\S+token=\S+/.exec(said);
      if (found) resolve(new URL(found[0]));
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  const base = link.origin;
  const answer = await fetch(`${base}${link.pathname}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: link.searchParams.get('token')! }),
  });
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  const send = (command: object) =>
    post(`${base}/desk/api/stories/${story}/commands`, JSON.stringify({ act: crypto.randomUUID(), command }), {
      cookie,
      'content-type': 'application/json',
    });
  await send(openStory());
  const others = Array.from({ length: processes - 1 }, server);
  for (const other of others) await new Promise((resolve) => other.stdout!.once('data', resolve));
  return {
    port,
    pids: [child, ...others].map(({ pid }) => pid!),
    request: (id) => request(`/${story}/stream`, id, gzip ? 'Accept-Encoding: gzip, deflate, br\r\n' : ''),
    publish: (text) => send(publishPost(`${text} ${said(text)}`)),
    async stop() {
      await Promise.all([child, ...others].map(ended));
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Words that differ from post to post, as an editor's do. */
function said(seed: string): string {
  const words = readFileSync(join(root, 'docs/terms.md'), 'utf8').match(/[a-z]{3,}/g)!;
  let number = Number(/\d+/.exec(seed)?.[0] ?? 7);
  return Array.from({ length: 45 }, () => {
    number = (number * 1_664_525 + 1_013_904_223) >>> 0;
    return words[number % words.length]!;
  }).join(' ');
}

/** nchan in Debian's nginx. */
export async function nchan(port: number): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const file = join(folder, 'nginx.conf');
  mkdirSync(join(folder, 'logs'));
  writeFileSync(
    file,
    `load_module ${nchanModule};
user root; daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/logs/error.log;
events { worker_connections 19000; multi_accept on; }
http {
  access_log off; tcp_nodelay on; keepalive_requests 100000000; keepalive_timeout 1h; client_body_buffer_size 64k;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};`).join(' ')}
  nchan_shared_memory_size 256M;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = /publish { nchan_publisher http; nchan_channel_id live; nchan_message_buffer_length 200; nchan_message_timeout 1h; }
    location = /stream { nchan_subscriber eventsource; nchan_channel_id live; nchan_subscriber_first_message newest; nchan_eventsource_ping_interval 0; nchan_subscriber_timeout 0; }
  }
}`,
  );
  const child = pinned('nginx', ['-p', folder, '-c', file]);
  await listening(port);
  const workers = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ').map(Number);
  return {
    port,
    pids: [child.pid!, ...workers],
    request: (id) => request('/stream', id),
    publish: (text) => post(`http://127.0.0.1:${port}/publish`, fragment(text)),
    async stop() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether nchan is installed. */
export const hasNchan = (): boolean => existsSync(nchanModule);

/** The bare C loop; `program` is its compiled file. */
export async function floor(port: number, program: string): Promise<Contender> {
  return bare(port, pinned(program, [String(port)]));
}

/** `res.write` of node:http. */
export async function resWrite(port: number): Promise<Contender> {
  return bare(port, pinned(process.execPath, [join(root, 'bench/fanout/res-write.ts'), String(port)]));
}

async function bare(port: number, child: ChildProcess): Promise<Contender> {
  await pause(500);
  return {
    port,
    pids: [child.pid!],
    request: (id) => request('/', id),
    publish: (text) => post(`http://127.0.0.1:${port}/`, fragment(text)),
    stop: () => ended(child),
  };
}
