import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const deploy = (name: string) => readFileSync(fileURLToPath(new URL(`../deploy/${name}`, import.meta.url)), 'utf8');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Makes a key and a certificate for it, as `stet.key` and `stet.crt`; false where there is no program for that. */
function makeCertificate(folder: string): boolean {
  const [key, certificate] = [join(folder, 'stet.key'), join(folder, 'stet.crt')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=live.example'];
  return spawnSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', certificate]).status === 0;
}

/** The configurations as they are handed out, at other addresses. */
const programs: Record<string, (folder: string, origin: number, port: number, secure: number) => ChildProcess> = {
  nginx(folder, origin, port, secure) {
    const site = deploy('nginx.conf')
      .replace('/var/cache/nginx/stet', join(folder, 'cache'))
      .replace('127.0.0.1:4600', `127.0.0.1:${origin}`)
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('listen [::]:80;', '')
      .replaceAll('/etc/ssl', folder);
    const secured = makeCertificate(folder) ? site.replace('# listen 443', `listen 127.0.0.1:${secure}`) : site;
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/t;`,
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      `${process.getuid!() === 0 ? 'user root; ' : ''}daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${temporary.join(' ')} ${secured} }`,
    );
    return spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]);
  },
  varnishd(folder, origin, port) {
    const vcl = join(folder, 'stet.vcl');
    writeFileSync(vcl, deploy('stet.vcl').replace('"4600"', `"${origin}"`));
    const work = join(folder, 'work');
    mkdirSync(work);
    const listening = ['-a', `127.0.0.1:${port}`, '-s', 'malloc,64m'];
    return spawn('varnishd', ['-F', '-j', 'none', '-n', work, '-f', vcl, ...listening]);
  },
};

/** A cache that stands before a server. */
export interface Cache {
  base: string;
  /** The same over TLS, with a certificate that nobody signed; nginx's alone. */
  secure: string;
  close(): Promise<void>;
}

/** The names of the caches that there are configurations for. */
export const cacheNames = Object.keys(programs);

/** Whether a program is installed. */
export function has(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

/** Starts a cache before a server at a port, and waits until it answers. */
export async function startCache(name: string, origin: number): Promise<Cache> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-cache-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const secure = await freePort();
  const child = programs[name]!(folder, origin, port, secure);
  const close = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const until = performance.now() + 10_000;
  while ((await fetch(`${base}/healthz`).catch(() => null))?.status !== 200) {
    if (performance.now() > until) throw new Error(`${name} does not answer`);
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  return { base, secure: `https://127.0.0.1:${secure}`, close };
}
