import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.ts';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>A page</title><p style="font-size: 20px">Words of the page</p>
      <script type="module">document.querySelector('p').dataset.script = 'ran'</script>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

test('a page of a local server is rendered and its script runs', async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForSelector('p[data-script=ran]');

  expect(await page.title()).toBe('A page');
  const box = await page.locator('p').boundingBox();
  expect(box?.height).toBeGreaterThan(15);
});
