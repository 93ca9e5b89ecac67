import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { takeIn } from './desk-take-in.ts';
import { story, withSite, type Site } from './site.ts';

const sentence = (i: number) =>
  `At ${i} metres the water of the Lorn stands ${i * 3} steps below the wall of mill ${i * 7}.`;
const report = Array.from({ length: 20 }, (_, i) => sentence(i + 3)).join(' ');
const lacking = `Water in the lower town

The dam broke on Monday, said the mayor, Eva Lind. On Tuesday the road was closed.

The gate of the old town, March 5, 2024

Follow our live blog`;
let site: Site;
const allows = (ip: string) => ip === '127.0.0.1';
withSite((fresh) => (site = fresh), { fetchLimits: { bytes: 50_000, milliseconds: 2000, redirects: 2, allows } });
/** Another site, with what it answers by path. */
let outlet: http.Server;
let address: string;
let pages: Record<string, string>;

const rss = (...names: string[]) =>
  `<rss version="2.0"><channel><title>Valley Courier</title>${names
    .map((name) => `<item><title>Report ${name}</title><link>${address}/${name}</link><guid>${name}</guid></item>`)
    .join('')}</channel></rss>`;

beforeAll(async () => {
  outlet = http.createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end();
    else
      response.setHeader('content-type', page.startsWith('<rss') ? 'text/xml' : 'text/html; charset=utf-8').end(page);
  });
  await new Promise<void>((resolve) => outlet.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(outlet.address() as AddressInfo).port}`;
});
afterAll(async () => {
  outlet.closeAllConnections();
  outlet.close();
});

beforeEach(() => {
  pages = {};
});

describe('what a report lacks', () => {
  test('[E81] is listed in sentences, and each place is shown in the text', async () => {
    const desk = await site.openDesk(story);
    await takeIn(desk, lacking);
    await desk.getByText(/^\d holes in this report$/).click();
    const holes = desk.locator('.report-about details li');
    expect((await holes.allTextContents()).join('\n')).toContain('“Tuesday” counts from a day that is not known.');
    await desk.getByRole('button', { name: 'Holes' }).click();
    expect(await desk.locator('.report-text [data-kinds~=hole]').count()).toBe(0);
    await holes.filter({ hasText: 'Tuesday' }).getByRole('button').click();
    expect(await desk.locator('.report-text [data-now=whole]').allTextContents()).toEqual(['Tuesday']);
    expect(await desk.locator('.mark-card').textContent()).toMatch(/^Hole Tuesday/);
    expect(await violations(desk)).toEqual([]);
  });

  test('[E82] a date that nobody printed is asked for with a proposal; once set, its holes are gone', async () => {
    const desk = await site.openDesk(story);
    await takeIn(desk, lacking);
    const field = desk.getByLabel('When was it published? (year-month-day)');
    expect(await field.inputValue()).toBe('2024-03-05');
    await desk.getByText('Proposed: 2024-03-05.').waitFor();
    await field.fill('in spring');
    await desk.getByRole('button', { name: 'Set the date' }).click();
    await desk.locator('.report > .problem').waitFor();
    await field.fill('2024-03-06');
    await desk.getByRole('button', { name: 'Set the date' }).click();
    await desk.getByText('published 2024-03-06 (set here)').waitFor();
    expect(await desk.locator('.report > .problem').count()).toBe(0);
    expect(await field.count()).toBe(0);
    expect(await desk.locator('.report-about').textContent()).not.toContain('Tuesday');
  });

  test('[E83] a near-copy is named with the figures that changed, and opens', async () => {
    const desk = await site.openDesk(story);
    await takeIn(desk, report);
    await desk.getByRole('button', { name: 'All reports' }).click();
    await takeIn(desk, `${report.replace('27 steps', '28 steps')} More to come.`);
    const near = desk.getByRole('list', { name: 'Came before or after in much the same words' });
    expect(await near.textContent()).toContain('Changed: 27 → 28 (earlier → later).');
    await near.getByRole('button').click();
    await desk.locator('.report-text').getByText('More to come.').waitFor({ state: 'detached' });
    expect(await near.textContent()).toContain('Changed: 27 → 28');
  });
});

describe('what could not be read', () => {
  test('[E120] is listed with the reason, is read again, and is deleted', async () => {
    const desk = await site.openDesk(story);
    await desk.locator('[data-pane=report] input[type=file]').setInputFiles({
      name: 'plan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 \0 the plan of the dam'),
    });
    await desk.locator('.report > .problem').waitFor();
    await desk.getByText('Could not be read (1)').click();
    const listed = desk.getByRole('list', { name: 'Could not be read' });
    expect(await listed.textContent()).toMatch(/plan\.pdf .* Ana The report is not text/);
    expect(await violations(desk)).toEqual([]);
    await listed.getByRole('button', { name: 'Read again plan.pdf' }).click();
    await desk.getByText('Could not be read (1)').waitFor();
    await listed.getByRole('button', { name: 'Delete plan.pdf' }).click();
    await listed.waitFor({ state: 'detached' });
    expect(await desk.getByText('Could not be read').count()).toBe(0);
  });
});

describe('the feeds', () => {
  test('[E84] one is followed by its address, what came in is listed and opens, and one is removed', async () => {
    pages['/feed'] = rss('one', 'two');
    pages['/one'] = '<p>The river rose at one, said the mayor of the old town.</p>';
    const desk = await site.openDesk(story);
    await desk.getByText('Feeds (0)').click();
    await desk.getByLabel('Address of a feed').fill(`${address}/feed`);
    await desk.keyboard.press('Enter');
    await desk.getByText('Feeds (1)').waitFor();
    expect(await desk.getByLabel('Address of a feed').inputValue()).toBe('');
    const entries = desk.getByRole('list', { name: 'Came in with feeds' }).getByRole('listitem');
    expect((await entries.allTextContents()).map((text) => text.replace(/\d\d:\d\d/, 'now')).toSorted()).toEqual([
      'Report oneValley Courier, now',
      `Report twoValley Courier, now“${address}/two” did not answer: it answered 404.`,
    ]);
    // Both are reports as any other; the page of one was gone, and what the feed says of it was read.
    expect(await desk.getByRole('list', { name: 'Reports' }).getByRole('listitem').count()).toBe(2);
    expect(await violations(desk)).toEqual([]);
    await entries.filter({ hasText: 'Report one' }).getByRole('button').click();
    await desk.locator('.report-text').getByText('The river rose at one').waitFor();
    await desk.getByRole('button', { name: 'All reports' }).click();
    await desk.getByText('Feeds (1)').click();
    await desk.getByRole('button', { name: 'Remove Valley Courier' }).click();
    await desk.getByText('Feeds (0)').waitFor();
    expect(await entries.count()).toBe(0);
    expect(await desk.getByRole('list', { name: 'Reports' }).getByRole('listitem').count()).toBe(2);
  });

  test('[E85] what is no feed is refused in a sentence, and one that fails says why', async () => {
    pages['/page'] = '<p>A page.</p>';
    pages['/feed'] = rss();
    const desk = await site.openDesk(story);
    await desk.getByText('Feeds (0)').click();
    const follow = async (path: string) => {
      await desk.getByLabel('Address of a feed').fill(`${address}${path}`);
      await desk.getByRole('button', { name: 'Follow' }).click();
    };
    await follow('/page');
    await desk.locator('.feeds .problem').waitFor();
    expect(await desk.getByLabel('Address of a feed').inputValue()).toBe(`${address}/page`);
    await follow('/feed');
    await desk.getByText('Feeds (1)').waitFor();
    expect(await desk.locator('.feeds .problem').count()).toBe(0);
    delete pages['/feed'];
    const [feed] = await site.newsroom.desk.feeds();
    await site.newsroom.feeds.poll(feed!);
    await desk.reload();
    await desk.getByText('Feeds (1)').click();
    await desk.getByRole('list', { name: 'Feeds followed' }).getByText('it answered 404').waitFor();
  });
});
