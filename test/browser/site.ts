import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { signInAddress } from '../../src/page/addresses.ts';
import type { Command } from '../../src/record/command.ts';
import { readAssets } from '../../src/server/assets.ts';
import type { FetchLimits } from '../../src/server/fetch-report.ts';
import { openNewsroom, openStory, type Newsroom } from '../newsroom.ts';
import { launch } from './chromium.ts';

/** A server with the built browser files, and the pages that are open on it. */
export interface Site {
  newsroom: Newsroom;
  base: string;
  /** Opens a page in a browser context of its own. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens the desk as an editor does: by a one-time link of their own. */
  openDesk(story: string, editor?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Publishes a command that must succeed, and gives its revision. */
  send(story: string, command: Command): Promise<number>;
  /** Stops the server and starts one anew on the same folder and port. */
  restart(meanwhile: (newsroom: Newsroom) => Promise<void>): Promise<void>;
  /** Closes all, and fails where a page wrote an error to its console. */
  close(): Promise<void>;
}

/** The story that is open on the site of each test. */
export const story = 'river-flood';

/**
 * Gives each test of a file a site of its own, on which the story is open, and closes it; one browser serves them all.
 *
 * `fetchLimits` says what the sites may fetch, where that is not the public web.
 */
export function withSite(give: (site: Site) => void, limits: { fetchLimits?: FetchLimits } = {}): void {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    site = await openSite(browser, limits);
    await site.send(story, openStory());
    give(site);
  });
  afterEach(() => site.close());
}

const assets = readAssets(fileURLToPath(new URL('../../dist', import.meta.url)));

/** Messages of the browser about answers that the test asked for: a server that is away, a page that is not there. */
const expected = /ERR_|Failed to load resource/;

/** Starts a server on a new folder. */
async function openSite(browser: Browser, limits: { fetchLimits?: FetchLimits }): Promise<Site> {
  const errors: string[] = [];
  const closers: (() => Promise<void>)[] = [];

  const site: Site = {
    newsroom: await openNewsroom({ assets, ...limits }),
    base: '',

    async open(address, options = {}) {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(8000);
      closers.push(() => context.close());
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text());
      });
      await page.goto(site.base + address);
      return page;
    },

    async openDesk(story, editor = 'Ana', options = {}) {
      const { token } = await site.newsroom.signIn.invite(editor);
      const page = await site.open(signInAddress(token, { story }), options);
      await page.getByRole('button', { name: 'Go to the desk' }).click();
      await page.getByRole('textbox', { name: 'What happened' }).waitFor();
      return page;
    },

    async send(story, command) {
      const answer = await site.newsroom.send(story, command);
      expect(answer).toMatchObject({ status: 201 });
      return answer.body.revision;
    },

    async restart(meanwhile) {
      const { port } = new URL(site.base);
      const { data } = site.newsroom;
      await site.newsroom.stop();
      site.newsroom = await openNewsroom({ assets, data, temporary: true });
      await meanwhile(site.newsroom);
      await site.newsroom.app.listen({ port: Number(port), host: '127.0.0.1' });
    },

    async close() {
      await Promise.all(closers.map((close) => close()));
      await site.newsroom.close();
      expect(errors).toEqual([]);
    },
  };
  site.base = await site.newsroom.app.listen({ port: 0, host: '127.0.0.1' });
  return site;
}
