import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../browser/axe.ts';
import { launch } from '../browser/chromium.ts';
import { floodCast, paragraph, people, posting, publishing, saidBy, statementOf } from '../samples/flood.ts';
import { arabicStory } from './arabic.ts';
import { pagesOf, readSample, samplesFolder } from './samples.ts';
import { Site } from './site.ts';

let browser: Browser;
const sites = new Map<string, { site: Site; address: string }>();

const latin = () => {
  const site = new Site(
    floodCast,
    posting('', {
      post: { headline: 'Higher', body: paragraph('The river rises.'), language: 'en', key: true, pinned: true },
    }),
    posting('Two speak.', {
      statements: [
        saidBy('party-1'),
        saidBy('party-2', { value: people(280) }),
        statementOf({
          subject: 'subject-2',
          value: { kind: 'route', state: 'disrupted', reason: null, people: null, window: null },
        }),
      ],
    }),
    publishing({ statements: [saidBy('party-3', { value: people(5, { where: null }) })] }),
    {
      kind: 'correct-post',
      seen: 0,
      post: 'post-1',
      headline: null,
      body: paragraph('The river falls.'),
      note: 'It was misheard.',
    },
    { kind: 'withdraw-statement', seen: 0, statement: 'statement-2', reason: 'Not so.' },
    posting('Not for long.'),
    { kind: 'withdraw-post', seen: 0, post: 'post-4', reason: 'Another river.' },
  );
  return site;
};

beforeAll(async () => {
  browser = await launch();
  for (const [name, site] of [['latin', latin()] as const, ['arabic', arabicStory()] as const]) {
    sites.set(name, { site, address: await site.open() });
  }
});
afterAll(async () => {
  await browser.close();
  for (const { site } of sites.values()) site.close();
});

const paths = [
  '/',
  '/river-flood',
  '/river-flood?since=3',
  '/river-flood?order=oldest',
  '/river-flood/post-2',
  '/river-flood/subject-1',
  '/river-flood/corrections',
  '/nowhere/x',
];
const cases = ['latin', 'arabic'].flatMap((name) =>
  (['light', 'dark'] as const).flatMap((scheme) => [390, 1280].map((width) => ({ name, scheme, width }))),
);

test.each(cases)(
  '[P41] axe finds nothing: $name, $scheme, $width wide',
  async ({ name, scheme, width }) => {
    const { site, address } = sites.get(name)!;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(address + path);
      if (path === '/river-flood') {
        await expect.poll(() => site.readers).toBeGreaterThan(0);
        await page.locator('#settings summary').click();
        await page.locator('li summary').first().click();
        site.publish(posting('One more.'));
        await page.locator('#live button').waitFor();
      }
      found.push(...(await violations(page)).map((violation) => `${path}: ${violation}`));
      const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
      if (wide) found.push(`${path}: wider than the window`);
    }
    expect(found).toEqual([]);
    await context.close();
  },
  120_000,
);

test('[P41] axe finds nothing on any sample', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 } });
  const page = await context.newPage();
  const found: string[] = [];
  for (const name of readdirSync(samplesFolder)) {
    for (const [file, made] of Object.entries(pagesOf(readSample(name)))) {
      if (made === null || file === 'frame.html') continue;
      await page.setContent(made);
      found.push(...(await violations(page)).map((violation) => `${name}/${file}: ${violation}`));
      const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
      if (wide) found.push(`${name}/${file}: wider than the window`);
    }
  }
  expect(found).toEqual([]);
  await context.close();
}, 120_000);
