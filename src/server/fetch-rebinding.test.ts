import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import { fetchReport } from './fetch-report.ts';

/** What the name is said to be, one answer after the other. */
const answers: string[][] = [];
let lookUps = 0;
vi.mock('node:dns/promises', () => ({
  lookup: async () => {
    lookUps++;
    return (answers.shift() ?? []).map((address) => ({ address, family: 4 }));
  },
}));

const limits = { bytes: 1000, milliseconds: 1500, redirects: 3, allows: (address: string) => address === '127.0.0.1' };

test('[N78] a name that changes to a private address between check and use is connected to as checked', async () => {
  const site = http.createServer((_request, response) => response.end('as checked'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  answers.push(['127.0.0.1'], ['127.0.0.2']);
  const { bytes } = await fetchReport(`http://changing.example:${port}/`, limits);
  expect([Buffer.from(bytes).toString(), lookUps]).toEqual(['as checked', 1]);
  site.close();
});

test('[N78] a name with one private address among others is refused', async () => {
  answers.length = 0;
  answers.push(['127.0.0.1', '10.0.0.8']);
  await expect(fetchReport('http://both.example/', limits)).rejects.toMatchObject({ code: 'url-private' });
});

test('[W1] where one address of a name cannot be reached, the next is', async () => {
  const site = http.createServer((_request, response) => response.end('here'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  answers.length = 0;
  answers.push(['127.0.0.2', '127.0.0.1']);
  const both = { ...limits, allows: (address: string) => address.startsWith('127.0.0.') };
  const { bytes } = await fetchReport(`http://two.example:${port}/`, both);
  expect(Buffer.from(bytes).toString()).toBe('here');
  site.close();
});
