import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../src/record/command.ts';
import { launch } from '../browser/chromium.ts';
import { floodCast, minute, paragraph, people, posting, publishing, saidBy } from '../samples/flood.ts';
import { Site } from './site.ts';

let browser: Browser;
let context: BrowserContext;
let site: Site;
let address: string;
let page: Page;
let troubles: string[];

const on = (kind: string, post: `post-${number}`) => ({ kind, seen: 0, post }) as Command;
const correct = (post: `post-${number}`, text: string): Command => ({
  kind: 'correct-post',
  seen: 0,
  post,
  headline: null,
  body: paragraph(text),
  note: 'It was misheard.',
});
const withdraw = (post: `post-${number}`): Command => ({ kind: 'withdraw-post', seen: 0, post, reason: 'Not so.' });
const states = (number: number): Command => publishing({ statements: [saidBy('party-1', { value: people(number) })] });

const status = () => page.locator('[role=status]').textContent();
const said = (words: string) => expect.poll(status, { timeout: 15_000 }).toBe(words);
const button = () => page.locator('#live button');
const ids = () => page.locator('#stream > *').evaluateAll((all) => all.map(({ id }) => id));
const revision = () => page.locator('#revision').textContent();
const stands = (number: number) => expect.poll(revision, { timeout: 20_000 }).toContain(`revision ${number}.`);

/** The contents of a page, without what belongs to the script and to the moment of its arrival. */
const contents = () =>
  page.evaluate<string[]>(`(() => {
    const clone = document.querySelector('main').cloneNode(true);
    clone.querySelectorAll('#live,#settings,#seen,#since,#left-here,mark').forEach((one) => one.remove());
    clone.querySelectorAll('[data-fresh]').forEach((one) => one.removeAttribute('data-fresh'));
    clone.querySelectorAll('details').forEach((one) => one.removeAttribute('open'));
    return ['masthead', 'key-points', 'board', 'pinned', 'stream'].map((id) => clone.querySelector('#' + id).outerHTML);
  })()`);
const focused = (around: string) => page.evaluate<string>(`document.activeElement.closest('${around}')?.id`);
const top = (id: string) =>
  page.evaluate<number>(`Math.round(document.getElementById('${id}').getBoundingClientRect().top)`);

async function visit(path = '/river-flood'): Promise<void> {
  await page.goto(address + path);
  await expect.poll(() => site.readers).toBeGreaterThan(0);
}

async function isAsFresh(path = '/river-flood'): Promise<void> {
  const before = await contents();
  await page.goto(address + path);
  expect(before).toEqual(await contents());
}

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
  site = new Site(floodCast, posting('The second post.'));
  address = await site.open();
  context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  page = await context.newPage();
  troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // A browser reports each address that it cannot reach.
    if (message.type() === 'error' && !/ERR_(CONNECTION|EMPTY|INCOMPLETE)/.test(message.text()))
      troubles.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  site.close();
  if (troubles.length > 0) throw new Error(`the console says: ${troubles.join('; ')}`);
});

describe('a page that is followed', () => {
  test('[L47] when a day passes, what it says of days changes by itself; nothing else does', async () => {
    site.publish(states(300));
    await visit();
    await page.locator('#why-statement-1 summary').click();
    const before = await revision();

    site.turn(minute(24 * 60));

    await expect.poll(() => page.locator('#subject-1').textContent()).toContain('yesterday');
    expect(await page.locator('#why-statement-1').getAttribute('open')).toBe('');
    expect([await revision(), await status()]).toEqual([before, '']);
    site.publish(posting('The third post.'));
    await said('1 new update not shown yet');
  });

  test('[L12] a page that slept over midnight is told what the day changed, with nothing new', async () => {
    site.publish(states(300));
    await visit();
    site.sending = false;
    site.moment = minute(24 * 60);

    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);

    await expect.poll(() => page.locator('#subject-1').textContent()).toContain('yesterday');
  });

  test('[L30] new posts are held back and announced; the button shows them', async () => {
    await visit();

    site.publish(posting('The third post.'));
    await said('1 new update not shown yet');
    site.publish(posting('The fourth post.'));
    await said('2 new updates not shown yet');
    expect(await ids()).toEqual(['post-2', 'post-1']);
    // Until they are shown, what is new starts before them.
    expect(await page.locator('#revision a').getAttribute('href')).toBe('/river-flood?since=3');

    await button().click();

    expect(await ids()).toEqual(['post-4', 'post-3', 'post-2', 'post-1']);
    expect(await status()).toBe('New updates are on the page');
    expect(await focused('button')).toBe('');
    await button().click();
    expect(await focused('article')).toBe('post-3');
    expect(await status()).toBe('');
    await isAsFresh();
  });

  test('[L31] what is on the page is replaced at once: corrections, withdrawals, pins, key points, the board, the headline', async () => {
    await visit();

    site.publish(correct('post-1', 'The river falls.'));
    site.publish(on('pin-post', 'post-1'));
    site.publish(on('key-post', 'post-2'));
    site.publish(states(300));
    site.publish({ kind: 'describe-story', seen: 0, title: 'Flood is over', summary: 'It fell.' });
    site.publish(withdraw('post-2'));

    await stands(site.head);
    expect(await status()).toBe('');
    await isAsFresh();
  });

  test('[L31] a post that is corrected while it is held back is shown corrected', async () => {
    await visit();

    site.publish(posting('Wrong.'));
    site.publish(correct('post-3', 'Right.'));
    await stands(site.head);
    expect(await status()).toBe('1 new update not shown yet');

    await button().click();

    expect(await page.locator('#post-3').textContent()).toContain('Right.');
    await isAsFresh();
  });

  test('[P27] the key . shows what is new, unless it is switched off', async () => {
    await visit();
    site.publish(posting('The third post.'));
    await said('1 new update not shown yet');
    await page.keyboard.press('.');
    expect(await ids()).toContain('post-3');

    await page.locator('#settings summary').click();
    await page.getByLabel('The key . shows new updates').uncheck();
    site.publish(posting('The fourth post.'));
    await said('1 new update not shown yet');
    await page.keyboard.press('.');
    expect(await ids()).not.toContain('post-4');

    await page.reload();
    expect(await page.getByLabel('The key . shows new updates').isChecked()).toBe(false);
  });

  test('[P28] who asks for it sees new updates as they come, on later visits too', async () => {
    await visit();
    await page.locator('#settings summary').click();
    await page.getByLabel('Show new updates as they come').check();

    site.publish(posting('The third post.'));
    await expect.poll(ids).toContain('post-3');
    await visit();
    site.publish(posting('The fourth post.'));
    await expect.poll(ids).toContain('post-4');
    expect(await page.locator('#live button').isVisible()).toBe(false);
    await isAsFresh();
  });

  // “none” is a browser that does not keep the place by itself.
  test.each(['auto', 'none'])('[P29] nothing moves under the eyes, and the focus stays: %s', async (anchor) => {
    for (let i = 0; i < 15; i++) site.publish(posting(`Number ${i}. ${'It rains. '.repeat(30)}`));
    site.publish(states(300));
    await visit();
    await page.evaluate(`document.documentElement.style.overflowAnchor = '${anchor}'`);
    await page.locator('#why-statement-1 summary').click();
    await page.locator('#post-5 h3 a').focus();
    const before = await top('post-5');

    site.publish(states(310));
    site.publish(publishing({ statements: [saidBy('party-2', { value: people(12) })] }));
    site.publish(correct('post-9', `Longer. ${'It rains. '.repeat(90)}`));
    site.publish(correct('post-5', `Mended. ${'It rains. '.repeat(30)}`));
    site.publish(posting(`New. ${'It rains. '.repeat(60)}`));
    await said('1 new update not shown yet');
    expect(Math.abs((await top('post-5')) - before)).toBeLessThanOrEqual(1);
    await page.keyboard.press('.');
    await page.waitForTimeout(200);

    expect(Math.abs((await top('post-5')) - before)).toBeLessThanOrEqual(1);
    expect(await focused('article')).toBe('post-5');
    expect(await page.locator('#subject-1 details').count()).toBe(2);
    await isAsFresh();
  });

  test('[P29] a fold that was opened stays open when its piece is replaced', async () => {
    site.publish(states(300));
    await visit();
    await page.locator('#why-statement-1 summary').click();

    site.publish(publishing({ statements: [saidBy('party-2', { value: people(300) })] }));
    await stands(site.head);

    expect(await page.locator('#why-statement-1').getAttribute('open')).toBe('');
    expect(await focused('details')).toBe('why-statement-1');
  });

  test('[L35] oldest first: new posts go to the end; an earlier stretch takes none', async () => {
    await visit('/river-flood?order=oldest');
    site.publish(posting('The third post.'));
    await said('1 new update not shown yet');
    await button().click();
    expect(await ids()).toEqual(['post-1', 'post-2', 'post-3']);

    await visit('/river-flood?from=2');
    site.publish(posting('The fourth post.'));
    site.publish(correct('post-1', 'The river falls.'));
    await stands(site.head);
    expect(await status()).toBe('');
    expect(await ids()).toEqual(['post-1']);
  });

  test('[P31] what is new since the last visit is offered', async () => {
    await visit();
    await page.goto('about:blank');
    site.publish(posting('The third post.'));
    await visit();

    const link = page.getByRole('link', { name: 'What is new since your last visit' });
    expect(await link.getAttribute('href')).toBe('?since=3');
    await link.click();
    expect(await page.locator('#since').textContent()).toContain('New since revision 3');
  });

  test('[L10] with too many new posts, the button leads to what is new', async () => {
    await visit();
    site.sending = false;
    for (let i = 0; i < 101; i++) site.publish(posting(`Number ${i}`));
    site.send(site.frame(3));
    await said('101 new updates not shown yet');

    await button().click();
    await page.waitForURL('**?since=3');

    expect(await page.locator('#since').textContent()).toContain('101 new updates');
  });
});

describe('a page on a bad network', () => {
  test('[L33] a stream that breaks comes back with exactly what is missing', async () => {
    await visit();
    site.publish(posting('The third post.'));
    await said('1 new update not shown yet');
    site.sending = false;
    site.publish(posting('The fourth post.'));
    site.publish(correct('post-3', 'The mended third post.'));
    site.cut();

    await said('2 new updates not shown yet');
    await button().click();
    expect(site.asked.filter((path) => path.includes('/after/'))).toEqual([]);
    await isAsFresh();
  });

  test('[L42] a gap is filled by asking for it, and what comes twice changes nothing', async () => {
    await visit();
    site.sending = false;
    site.publish(posting('The third post.'));
    site.publish(posting('The fourth post.'));
    site.send(site.frame(4));
    await said('2 new updates not shown yet');
    expect(site.asked).toContain('/river-flood/after/3');

    site.send(site.frame(4));
    site.send(site.frame(2));
    await button().click();
    expect(await ids()).toEqual(['post-4', 'post-3', 'post-2', 'post-1']);
    await isAsFresh();
  });

  test('[L34] without a server it says that it may be behind, and catches up when the server is back', async () => {
    await visit();
    site.down = true;
    site.cut();
    await said('Connection lost: this page may be behind.');
    site.publish(posting('The third post.'));
    site.down = false;
    await said('1 new update not shown yet');
    await button().click();
    await isAsFresh();
  });

  test('[L44] without a stream it polls', async () => {
    // A network in which no stream ever opens.
    await page.addInitScript(`window.EventSource = class extends EventTarget {
      readyState = 2;
      close() {}
      constructor() {
        super();
        setTimeout(() => this.dispatchEvent(new Event('error')), 0);
      }
    }`);
    await page.goto(`${address}/river-flood`);
    site.publish(posting('The third post.'));
    await said('1 new update not shown yet');
    site.publish(posting('The fourth post.'));
    await said('2 new updates not shown yet');
    await button().click();
    await isAsFresh();
  });

  test('[L45] a page that wakes asks for what it lacks', async () => {
    await visit();
    site.sending = false;
    site.publish(posting('The third post.'));

    await page.evaluate(`dispatchEvent(new Event('online'))`);

    await said('1 new update not shown yet');
  });
});
