import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../src/record/command.ts';
import { publishPost } from '../newsroom.ts';
import { violations } from './axe.ts';
import { story, withSite, type Site } from './site.ts';

let site: Site;
withSite((fresh) => (site = fresh));
beforeEach(async () => {
  await send(publishPost('The dam holds.', { headline: 'Dam' }));
});

const reader = (address = `/${story}`, options: BrowserContextOptions = {}) => site.open(address, options);
const send = (command: Command) => site.send(story, command);

/** What this test needs of an element that was copied. */
interface Cloned {
  outerHTML: string;
  querySelectorAll(what: string): { removeAttribute(name: string): void }[];
}

const revisionOn = async (page: Page) =>
  Number(/revision (\d+)/.exec((await page.locator('#revision').textContent())!)![1]);
const articles = (page: Page) =>
  page
    .locator('#stream > article')
    .evaluateAll((list) => list.map((article) => (article as unknown as { id: string }).id));

describe('a reader’s open page', () => {
  test('[L30] new posts are announced and held back until the reader asks; then they stand in their order', async () => {
    const page = await reader();
    await send(publishPost('The dam leaks.'));
    await send(publishPost('The dam broke.'));
    await page.getByRole('status').getByText('2 new updates').waitFor();
    expect(await articles(page)).toEqual(['post-1']);
    await page.keyboard.press('.');
    await page.locator('#post-3').waitFor();
    expect(await articles(page)).toEqual(['post-3', 'post-2', 'post-1']);
  });

  test('[P65] the notice stands clear of the edges of a narrow phone, its button on one line', async () => {
    const page = await reader(undefined, { viewport: { width: 320, height: 640 } });
    await send(publishPost('The dam leaks.'));
    await page.getByRole('status').getByText('1 new update').waitFor();
    await send({ kind: 'end-story', seen: 3, note: null });
    const words = page.getByRole('status').getByText('The coverage has ended.');
    await words.waitFor();
    const [text, button] = [(await words.boundingBox())!, (await page.locator('#live button').boundingBox())!];
    expect(button.height).toBeLessThan(45);
    expect(text.x).toBeGreaterThanOrEqual(8);
    expect(button.x + button.width).toBeLessThanOrEqual(312);
  });

  test('[L31] corrections, withdrawals, pins and key points reach the page at once', async () => {
    const page = await reader();
    await send({
      kind: 'correct-post',
      seen: 2,
      post: 'post-1',
      headline: 'Dam',
      body: [{ kind: 'paragraph', runs: [{ text: 'The dam is full.' }] }],
      note: 'Nobody said that it holds.',
    });
    await page.locator('#post-1').getByText('Nobody said that it holds.').waitFor();
    await send({ kind: 'key-post', seen: 3, post: 'post-1' });
    await page.locator('#key-points').getByText('Dam').waitFor();
    await send({ kind: 'pin-post', seen: 4, post: 'post-1' });
    await page.locator('#pinned').getByText('The dam is full.').waitFor();
    const last = await send({ kind: 'withdraw-post', seen: 5, post: 'post-1', reason: 'It was another dam.' });
    await page.locator('#post-1').getByText('It was another dam.').waitFor();
    expect(await page.locator('#pinned').getByText('The dam is full.').count()).toBe(0);
    expect(await revisionOn(page)).toBe(last);
  });

  test('[L32] a page built from frames equals a page built fresh', async () => {
    const page = await reader();
    await page.locator('#settings summary').click();
    await page.getByLabel('as they come').check();
    await page.locator('#settings summary').click();
    await send(publishPost('The dam leaks.', { key: true }));
    await send(publishPost('The dam broke.', { pinned: true, headline: 'Dam broke' }));
    await send({ kind: 'describe-story', seen: 1, title: 'Flood after dam breaks', summary: 'What is known.' });
    const last = await send({ kind: 'withdraw-post', seen: 4, post: 'post-2', reason: 'Wrong dam.' });
    await page.locator('#post-3').waitFor();
    await page.waitForFunction(`document.querySelector('#revision').textContent.includes('revision ${last}')`);
    const fresh = await reader();
    const parts = ['#masthead', '#key-points', '#board', '#pinned', '#stream'];
    for (const part of parts) {
      const [joined, built] = await Promise.all(
        [page, fresh].map((one) =>
          one.locator(part).evaluate((element) => {
            const copy = (element as unknown as { cloneNode(deep: boolean): Cloned }).cloneNode(true);
            for (const marked of copy.querySelectorAll('[data-fresh]')) marked.removeAttribute('data-fresh');
            return copy.outerHTML;
          }),
        ),
      );
      expect(joined).toBe(built);
    }
  });

  test('[L33] a reader whose network goes and comes back has lost nothing and sees nothing twice', async () => {
    const page = await reader();
    await page.context().setOffline(true);
    for (const text of ['Two.', 'Three.', 'Four.']) await send(publishPost(text));
    await page.context().setOffline(false);
    await page.getByRole('status').getByText('3 new updates').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: /show/i }).click();
    await page.locator('#post-4').waitFor();
    expect(await articles(page)).toEqual(['post-4', 'post-3', 'post-2', 'post-1']);
  });

  test('[L34] a server that is killed and started again is found again', async () => {
    const page = await reader();
    await site.restart(async (newsroom) => {
      await newsroom.send(story, publishPost('After the restart.'));
    });
    await page.getByRole('status').getByText('1 new update').waitFor({ timeout: 25_000 });
  });

  test('[L35] oldest first: a new post is added at the end, and paging still works', async () => {
    const page = await reader(`/${story}?order=oldest`);
    await send(publishPost('The dam leaks.'));
    await page.getByRole('status').getByText('1 new update').waitFor();
    await page.getByRole('button', { name: /show/i }).click();
    await page.locator('#post-2').waitFor();
    expect(await articles(page)).toEqual(['post-1', 'post-2']);
  });

  test('[P40] without JavaScript the page is whole, and a link shows what is new', async () => {
    const page = await reader(`/${story}`, { javaScriptEnabled: false });
    expect(await page.getByText('The dam holds.').count()).toBe(1);
    expect(await page.locator('#live button:visible, #settings:visible').count()).toBe(0);
    await send(publishPost('The dam leaks.'));
    await page.getByRole('link', { name: 'Show what is new since this page' }).click();
    expect(await page.locator('#stream').getByText('The dam leaks.').count()).toBe(1);
    expect(await page.getByText('New since revision 2').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Oldest first' }).click();
    expect(await articles(page)).toEqual(['post-1', 'post-2']);
  });

  test('[P41] no page has a barrier that can be found by machine, at phone width and in the dark', async () => {
    await send(publishPost('The dam leaks.', { key: true, pinned: true, headline: 'Leak' }));
    for (const address of ['/', `/${story}`, `/${story}?since=1`, `/${story}/post-1`, '/nowhere']) {
      const page = await reader(address, { viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
      expect(await violations(page)).toEqual([]);
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect(wide).toBe(false);
    }
  });
});

describe('coverage that ends', () => {
  const readersOf = async () =>
    Number(/^stet_readers (\d+)/m.exec((await site.newsroom.app.inject('/metrics')).body)![1]);

  test('[L71] [L72] [P63] [E90] [E91] it is ended and opened again at the desk, and an open page hears of both', async () => {
    const [page, desk] = [await reader(), await site.openDesk(story)];
    await expect.poll(readersOf).toBe(2);
    await desk.getByRole('button', { name: 'End', exact: true }).click();
    await desk.getByRole('dialog').waitFor();
    await desk.keyboard.press('Escape');
    await expect.poll(() => desk.getByRole('dialog').count()).toBe(0);
    await desk.getByRole('button', { name: 'End', exact: true }).press('Enter');
    await desk.getByLabel('What readers are told with it').fill('The dam holds for good.');
    await desk.keyboard.press('Control+Enter');
    await desk.locator('.line').getByText('Coverage has ended, revision 3').waitFor();

    await page.locator('#ended').getByText('The dam holds for good.').waitFor();
    await page.getByRole('status').getByText('The coverage has ended.').waitFor();
    await expect.poll(readersOf).toBe(0);

    await desk.getByRole('textbox', { name: 'What happened' }).fill('The dam leaks.');
    await desk.keyboard.press('Control+Enter');
    await desk.locator('[data-code=story-ended]').waitFor();
    expect(await desk.getByRole('textbox', { name: 'What happened' }).textContent()).toBe('The dam leaks.');
    await desk.getByRole('button', { name: 'Open again' }).click();
    await desk.getByRole('button', { name: 'Open the coverage again now' }).click();
    await desk.locator('.line').getByText('Live, revision 4').waitFor();

    await page.evaluate('dispatchEvent(new Event("online"))');
    await page.locator('#ended').getByText('It went on').waitFor();
    await page.getByRole('status').getByText('The coverage goes on.').waitFor();
    await expect.poll(readersOf).toBe(2);
    await send(publishPost('The dam leaks.'));
    await page.getByRole('status').getByText('1 new update').waitFor();
  });

  test('[L71] [P63] a page that is opened after the end has no stream, and says the same without JavaScript', async () => {
    await send({ kind: 'end-story', seen: 2, note: 'The dam holds for good.' });
    const asked: string[] = [];
    const page = await reader();
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.locator('#settings').waitFor();
    expect(asked.filter((address) => address.includes('/stream'))).toEqual([]);
    const plain = await reader(`/${story}`, { javaScriptEnabled: false });
    for (const one of [page, plain]) await one.getByText(/^Coverage ended .* \(Europe\/Vienna, UTC/).waitFor();
  });

  test('[E92] [P41] neither the page nor the dialog has a barrier that can be found by machine', async () => {
    const desk = await site.openDesk(story);
    await desk.getByRole('button', { name: 'End', exact: true }).click();
    await desk.getByRole('dialog').waitFor();
    expect(await violations(desk)).toEqual([]);
    await send({ kind: 'end-story', seen: 2, note: null });
    const page = await reader(`/${story}`, { viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
  });
});
