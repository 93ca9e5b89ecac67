import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { serverFlags } from '../../tools/child.mjs';
import { compiled } from '../compiled.ts';
import { pause, processorTime } from '../fanout/process.ts';
import { quantile, type Figure } from '../figure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [serverCore, loadCore] = ['0', '1'];
const [rounds, connections, seconds] = [5, 64, 3];
const stetPort = 9501;
const nginxPort = 9502;
const path = '/river-flood';
const headers = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html,*/*;q=0.8', 'user-agent': 'bench' };

/** A page as it comes over the wire. */
interface Answer {
  headers: Record<string, string>;
  body: Buffer;
}

/** What one round of one server came to. */
interface Measured {
  /** Answers a second. */
  rate: number;
  /** Microseconds of the server's processor time for each. */
  cost: number;
}

/** First views from memory, beside nginx that has the same bytes on disk: the server on one core, the load on the other. */
export async function served(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const program = compiled(new URL('ask.c', import.meta.url), folder);
  const stet = await startStet(join(folder, 'data'));
  await get(stetPort);
  // A page that has stood for a second is sent in fewer bytes.
  await pause(2500);
  const answer = await get(stetPort);
  const nginx = await startNginx(folder, answer);
  const same = await get(nginxPort);
  if (!same.body.equals(answer.body)) throw new Error('nginx serves other bytes');
  const measured: Record<'stet' | 'nginx', Measured[]> = { stet: [], nginx: [] };
  for (let round = 0; round < rounds; round++) {
    measured.stet.push(await measure(program, stetPort, [stet.pid!]));
    measured.nginx.push(await measure(program, nginxPort, withChildren(nginx.pid!)));
    process.stderr.write(`  ${JSON.stringify([measured.stet.at(-1), measured.nginx.at(-1)])}\n`);
  }
  for (const child of [stet, nginx]) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
  }
  rmSync(folder, { recursive: true });
  const median = (of: 'stet' | 'nginx', what: keyof Measured) =>
    quantile(
      measured[of].map((one) => one[what]),
      0.5,
    );
  const figure = (name: string, unit: string, what: keyof Measured): Figure => {
    const floor = { what: 'nginx, the same bytes from disk', value: median('nginx', what) };
    return { name: `${name} of ${answer.body.length} bytes in br`, value: median('stet', what), unit, floor };
  };
  return [
    figure('first views', 'a second on one core', 'rate'),
    figure('a first view', 'µs of processor time', 'cost'),
  ];
}

async function startStet(data: string): Promise<ChildProcess> {
  const words = ['serve', '--examples', '--port', String(stetPort), '--data', data];
  const child = spawn('taskset', ['-c', serverCore, process.execPath, ...serverFlags, 'src/cli/main.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) if (line.includes('Ctrl+C')) break;
  child.stdout.resume();
  return child;
}

/** nginx as it serves files: one worker, `sendfile`, open files kept open. */
async function startNginx(folder: string, { headers: given, body }: Answer): Promise<ChildProcess> {
  mkdirSync(join(folder, 'files'));
  writeFileSync(join(folder, `files${path}`), body);
  const own = new Set(['content-length', 'content-type', 'date', 'connection', 'keep-alive', 'etag']);
  const lines = Object.entries(given).flatMap(([name, value]) =>
    own.has(name) ? [] : `add_header ${name} ${JSON.stringify(value)};`,
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/t;`);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `user root; daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1000; }
http {
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000; open_file_cache max=100;
  ${temporary.join(' ')} default_type "${given['content-type']}";
  server { listen 127.0.0.1:${nginxPort}; root ${folder}/files; ${lines.join(' ')} }
}`,
  );
  const child = spawn('taskset', ['-c', serverCore, 'nginx', '-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let i = 0; i < 100 && !(await get(nginxPort).catch(() => null)); i++) await pause(50);
  return child;
}

function get(port: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ headers: answer.headers as Record<string, string>, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
  });
}

async function measure(program: string, port: number, pids: readonly number[]): Promise<Measured> {
  const load = spawn('taskset', ['-c', loadCore, program, ...[port, connections, seconds].map(String)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  load.stdin.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}\r\n`);
  let before = 0;
  for await (const line of createInterface(load.stdout)) {
    if (line === 'begin') {
      before = processorTime(pids);
      load.stdin.write('go\n');
      continue;
    }
    const [, answers, nanoseconds] = line.split(' ').map(Number);
    const used = processorTime(pids) - before;
    return { rate: (answers! / nanoseconds!) * 1e9, cost: (used / answers!) * 1e6 };
  }
  throw new Error('the load ended');
}

function withChildren(pid: number): number[] {
  return [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)];
}
