import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchIfChanged, fetchReport, isPublicAddress, publicWeb, type FetchLimits } from './fetch-report.ts';

let site: http.Server;
let base: string;
const limits: FetchLimits = {
  bytes: 10_000,
  milliseconds: 1500,
  redirects: 3,
  allows: (address) => address === '127.0.0.1',
};

beforeAll(async () => {
  site = http.createServer((request, response) => {
    const answer: Record<string, () => void> = {
      '/page': () => response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>The river rose.'),
      '/moved': () => response.writeHead(302, { location: '/page' }).end(),
      '/ring': () => response.writeHead(302, { location: '/ring' }).end(),
      '/inward': () => response.writeHead(302, { location: 'http://127.0.0.2:1/secret' }).end(),
      '/file': () => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      '/gone': () => response.writeHead(410).end(),
      '/large': () => response.end('x'.repeat(20_000)),
      '/packed': () => response.setHeader('content-encoding', 'gzip').end('x'),
      '/slow': () => response.write('so slow'),
      '/other-protocol': () =>
        request.socket.end('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
      '/unchanged': () => response.writeHead(304, { location: '/page' }).end(),
    };
    answer[request.url!]?.();
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

afterAll(() => {
  site.closeAllConnections();
  site.close();
});

const refused = (code: string) => expect.objectContaining({ code });

describe('fetching a report', () => {
  test('[W1] a page is fetched with its type and the address that answered', async () => {
    const { bytes, contentType, address } = await fetchReport(`${base}/moved`, limits);
    expect(Buffer.from(bytes).toString()).toBe('<p>The river rose.');
    expect([contentType, address]).toEqual(['text/html; charset=utf-8', `${base}/page`]);
  });

  test.each([
    'file:///etc/passwd',
    'ftp://example.org/x',
    'javascript:alert(1)',
    'not an address',
    'http://user:secret@example.org/',
  ])('[W2] %s is not an address of the web', async (url) => {
    await expect(fetchReport(url, publicWeb)).rejects.toEqual(refused('url-unfit'));
  });

  test.each([
    'http://127.0.0.1:1/',
    'http://[::1]/',
    'http://10.0.0.8/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://0.0.0.0/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fd00::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://localhost:1/',
  ])('[W3] %s is a private address', async (url) => {
    await expect(fetchReport(url, publicWeb)).rejects.toEqual(refused('url-private'));
  });

  test('[W4] a redirect is checked as the first address is', async () => {
    await expect(fetchReport(`${base}/inward`, limits)).rejects.toEqual(refused('url-private'));
    await expect(fetchReport(`${base}/file`, limits)).rejects.toEqual(refused('url-unfit'));
  });

  test('[W5] redirects in a ring end', async () => {
    await expect(fetchReport(`${base}/ring`, limits)).rejects.toEqual(refused('url-unreachable'));
  });

  test('[W6] what is too large, too slow, packed or not there is refused', async () => {
    await expect(fetchReport(`${base}/large`, limits)).rejects.toEqual(refused('url-too-large'));
    await expect(fetchReport(`${base}/slow`, limits)).rejects.toThrow('it took too long');
    await expect(fetchReport(`${base}/packed`, limits)).rejects.toThrow('gzip');
    await expect(fetchReport(`${base}/gone`, limits)).rejects.toThrow('410');
    await expect(fetchReport('http://127.0.0.1:1/', limits)).rejects.toEqual(refused('url-unreachable'));
  });

  test('[W3] only public addresses are public', () => {
    expect(['8.8.8.8', '2a00:1450::1'].map(isPublicAddress)).toEqual([true, true]);
    expect(['100.64.0.1', '224.0.0.1', '::', 'nonsense', '64:ff9b::7f00:1', '::7f00:1'].map(isPublicAddress)).toEqual(
      Array(6).fill(false),
    );
  });

  test('[N90] an address that changes to another protocol is refused, and does not hold up who waits', async () => {
    await expect(fetchReport(`${base}/other-protocol`, limits)).rejects.toEqual(refused('url-unreachable'));
  });

  test('[N91] an answer that nothing has changed is one, whatever address it names', async () => {
    const answer = await fetchIfChanged(`${base}/unchanged`, { etag: '"1"', lastModified: null }, limits);
    expect(answer).toMatchObject({ status: 304, page: null });
  });
});
