import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStory, publishPost } from '../newsroom.ts';
import { violations } from './axe.ts';
import { launch } from './chromium.ts';
import { openSite, type Site } from './site.ts';

const story = 'river-flood';
const report = `Water in the lower town

The mayor, Eva Lind, said on Monday: “At least 17 houses are under water.”

The fire brigade said nobody was hurt.`;
let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  site = await openSite(browser);
  await site.send(story, openStory());
});
afterEach(() => site.close());

const box = (desk: Page) => desk.getByRole('textbox', { name: 'What happened' });
const published = (desk: Page, revision: number) => desk.getByText(`Published as revision ${revision}.`).waitFor();
const revisionOn = async (page: Page) =>
  Number(/revision (\d+)/.exec((await page.locator('#revision').textContent())!)![1]);

describe('the desk', () => {
  test('[E15] plain text and one key publish; every open page has it within a second', async () => {
    const [reader, desk] = [await site.open(`/${story}`), await site.openDesk(story)];
    await desk.keyboard.type('The dam holds.');
    const start = Date.now();
    await desk.keyboard.press('Control+Enter');
    await reader.getByRole('status').getByText('1 new update').waitFor();
    expect(Date.now() - start).toBeLessThan(1000);
    await published(desk, 2);
    expect(await box(desk).textContent()).toBe('');
    await desk.keyboard.type('And it still holds.');
    await desk.keyboard.press('Control+Enter');
    await published(desk, 3);
  });

  test('[E16] one act, whole page: stream, board, key points and the page without script carry one revision within a second', async () => {
    const reader = await site.open(`/${story}`);
    await reader.locator('#settings summary').click();
    await reader.getByLabel('as they come').check();
    const desk = await site.openDesk(story);

    // A report comes in; its suggestion is taken with one key.
    await desk.getByLabel('Paste a report, or its address').fill(report);
    await desk.getByRole('button', { name: 'Take in', exact: true }).click();
    await desk.locator('mark[data-suggestions]').first().waitFor();
    expect(await desk.getByRole('textbox', { name: 'Text of the report' }).textContent()).toContain('nobody was hurt');
    for (const key of ['Escape', 'r', 'j', 'a']) await desk.keyboard.press(key);
    await desk.getByText('Taken as a statement').waitFor();
    await desk.keyboard.press('d');
    const statement = desk.locator('#statement-s1');
    await statement.getByLabel('What it is about').selectOption('new figure');
    await statement.getByLabel('Name of the subject').fill('Houses under water');
    await statement.getByLabel('The new party is').selectOption('person');
    await box(desk).fill('At least 17 houses are under water, the mayor says.');
    await desk.getByRole('checkbox', { name: 'Key point' }).check();

    const start = Date.now();
    await desk.getByRole('button', { name: 'Publish', exact: true }).click();
    await reader.locator('#post-1').waitFor();
    expect(Date.now() - start).toBeLessThan(1000);

    const plain = await site.open(`/${story}`, { javaScriptEnabled: false });
    for (const page of [reader, plain]) {
      expect(await revisionOn(page)).toBe(2);
      expect(await page.locator('#stream').textContent()).toContain('the mayor says');
      expect(await page.locator('#key-points').textContent()).toContain('the mayor says');
      const subject = page.locator('#board-figure #subject-1');
      expect(await subject.textContent()).toContain('Houses under water');
      // "Why?" opens the exact words, without script too.
      await subject.locator('summary').first().click();
      expect(await subject.locator('blockquote, q').first().textContent()).toContain(
        'At least 17 houses are under water.',
      );
      expect(await subject.textContent()).toContain('Eva Lind');
    }
  });

  test('[E17] correcting, pinning and withdrawing by key reach the reader', async () => {
    await site.send(story, publishPost('The dam at Altdorf holds.', { headline: 'Dam' }));
    const [reader, desk] = [await site.open(`/${story}`), await site.openDesk(story)];
    for (const key of ['Escape', 's', 'j', 'p']) await desk.keyboard.press(key);
    await reader.locator('#pinned').getByText('The dam at Altdorf holds.').waitFor();
    await desk.keyboard.press('c');
    const text = desk.getByRole('textbox', { name: 'What the post says now' });
    await text.fill('The dam at Neudorf holds.');
    await desk.getByLabel('What was wrong').fill('It is the dam of Neudorf.');
    await desk.keyboard.press('Control+Enter');
    await reader.locator('#post-1').getByText('It is the dam of Neudorf.').waitFor();
    expect(await reader.locator('#post-1').textContent()).toContain('The dam at Altdorf holds.');
    await published(desk, 4);
    for (const key of ['Escape', 's', 'w']) await desk.keyboard.press(key);
    await desk.getByLabel(/^Why post-1 is withdrawn/).fill('Nobody has been there.');
    await desk.getByRole('button', { name: 'Withdraw post-1' }).click();
    await reader.locator('#post-1').getByText('Nobody has been there.').waitFor();
  });

  test('[E7] of two who correct one post at once, the second sees both versions and loses no word', async () => {
    await site.send(story, publishPost('The dam at Altdorf holds.'));
    const desk = await site.openDesk(story, 'Ben');
    await desk.locator('#desk-post-1').click();
    await desk.locator('#desk-post-1').getByRole('button', { name: 'Correct' }).click();
    await desk.getByRole('textbox', { name: 'What the post says now' }).fill('The dam at Oberdorf holds.');
    await desk.getByLabel('What was wrong').fill('It is Oberdorf.');
    await site.newsroom.send(story, {
      kind: 'correct-post',
      seen: 2,
      post: 'post-1',
      headline: null,
      body: [{ kind: 'paragraph', runs: [{ text: 'The dam at Neudorf holds.' }] }],
      note: 'It is Neudorf.',
    });
    await desk.getByRole('button', { name: 'Publish the correction' }).click();
    const both = desk.getByRole('region', { name: 'What stands now' });
    await both.getByText('The dam at Neudorf holds.').waitFor();
    expect(await desk.getByRole('textbox', { name: 'What the post says now' }).textContent()).toContain('Oberdorf');
    await desk.getByRole('button', { name: 'Send mine over it' }).click();
    await published(desk, 4);
    expect(site.newsroom.stories.get(story).record.posts.at(0)!.corrections).toHaveLength(2);
  });

  test('[E5] a reload loses no word, and a server that is away loses none either', async () => {
    const desk = await site.openDesk(story);
    await desk.keyboard.type('Half a sentence that');
    await desk.waitForTimeout(200);
    await desk.reload();
    await box(desk).getByText('Half a sentence that').waitFor();
    await desk.context().setOffline(true);
    await box(desk).focus();
    await desk.keyboard.press('Control+End');
    await desk.keyboard.type(' was finished offline.');
    await desk.keyboard.press('Control+Enter');
    await desk
      .getByText(/No connection|not published/i)
      .first()
      .waitFor();
    await desk.context().setOffline(false);
    await box(desk).focus();
    await desk.keyboard.press('Control+Enter');
    await published(desk, 2);
    const { posts } = site.newsroom.stories.get(story).record;
    expect([posts.length, JSON.stringify(posts.at(0)!.body)]).toEqual([
      1,
      expect.stringContaining('that was finished offline.'),
    ]);
  });

  test('[E2] what is pasted is cleaned, and nothing of it runs', async () => {
    const desk = await site.openDesk(story);
    await box(desk).focus();
    await desk.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<p style="color:red" onclick="x()">Water <b>rises</b><img src=x onerror="window.hit=1"><script>window.hit=1</scr' + 'ipt></p>');
      data.setData('text/plain', 'Water rises');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await box(desk).getByText('Water rises').waitFor();
    expect(await box(desk).locator('strong').textContent()).toBe('rises');
    expect(await desk.evaluate('window.hit')).toBeUndefined();
  });

  test('[E18] ? lists the keys, and no barrier is found by machine, at the desk and on a phone', async () => {
    await site.send(story, publishPost('The dam holds.', { headline: 'Dam', key: true }));
    for (const options of [{}, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }]) {
      const desk = await site.openDesk(story, 'Ana', options);
      await desk.locator('#desk-post-1').waitFor({ state: 'attached' });
      expect(await violations(desk)).toEqual([]);
      await desk.keyboard.press('Escape');
      await desk.keyboard.press('?');
      await desk.getByRole('dialog').getByText('Ctrl').first().waitFor();
      expect(await violations(desk)).toEqual([]);
    }
  });
});
