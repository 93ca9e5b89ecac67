import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { takeIn } from './desk-take-in.ts';
import { story, withSite, type Site } from './site.ts';

const report = `Water in the lower town

The mayor, Eva Lind, said on Monday: “At least 17 houses are under water.”

The fire service said that the evacuation corridor from Linz to Wels was suspended on Tuesday because of high water.

Officials told reporters that the bridge in Steyr was destroyed on 4 March 2024.`;
let site: Site;
withSite((fresh) => (site = fresh));

async function withReport(words = report): Promise<Page> {
  const desk = await site.openDesk(story);
  await takeIn(desk, words);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('r');
  return desk;
}
const marked = (desk: Page, kind: string) => desk.locator(`.report-text [data-kinds~=${kind}]`);
const kindButton = (desk: Page, name: string) => desk.getByRole('button', { name: new RegExp(`^${name} \\d+$`) });

describe('marks in a report', () => {
  test('[E73] show each kind at its words; a click says what one was understood to be', async () => {
    const desk = await withReport();
    expect(await marked(desk, 'place').allTextContents()).toEqual(['Linz', 'Wels', 'Steyr']);
    expect(await marked(desk, 'time').allTextContents()).toEqual(['Monday', 'Tuesday', '4 March 2024']);
    expect(await marked(desk, 'hole').allTextContents()).toEqual(['Monday', 'Tuesday']);
    expect(await marked(desk, 'state').allTextContents()).toEqual(['suspended', 'was destroyed']);
    expect(await marked(desk, 'attribution').allTextContents()).toContain('told');
    const card = desk.locator('.mark-card');
    await marked(desk, 'place').first().click();
    expect(await card.textContent()).toMatch(/^Place Linz .*Linz, .*Austria.*48\.31, 14\.29/);
    await marked(desk, 'time').last().click();
    expect(await card.textContent()).toMatch(/^Time 4 March 2024 .*2024-03-04exact to the day/);
    await desk.getByRole('button', { name: 'Set the date' }).click();
    await marked(desk, 'hole').first().waitFor({ state: 'detached' });
    await marked(desk, 'time').first().click();
    expect(await card.textContent()).toMatch(/^Time Monday .*2024-03-04/);
  });

  test('[E78] each kind has a shape of its own, and is hidden and shown by key; a reload keeps it so', async () => {
    const desk = await withReport();
    const shapes = await desk.evaluate<string[]>(
      `[...document.querySelectorAll('.mark-legend .found')].map((one) => {
        const { textDecorationStyle, textDecorationLine, borderBottomStyle, borderTopStyle, outlineStyle } = getComputedStyle(one);
        return [textDecorationLine, textDecorationStyle, borderBottomStyle, borderTopStyle, outlineStyle].join();
      })`,
    );
    expect(shapes.length).toBe(5);
    expect(new Set(shapes).size).toBe(5);
    await desk.keyboard.press('v');
    await kindButton(desk, 'States').and(desk.locator(':focus')).waitFor();
    for (const key of ['Tab', 'Tab', 'Tab', 'Space']) await desk.keyboard.press(key);
    await kindButton(desk, 'Places').and(desk.locator('[aria-pressed=false]')).waitFor();
    expect(await marked(desk, 'place').count()).toBe(0);
    await desk.reload();
    await marked(desk, 'time').first().waitFor();
    expect(await marked(desk, 'place').count()).toBe(0);
    await kindButton(desk, 'Places').click();
    expect(await marked(desk, 'place').count()).toBe(3);
  });

  test('[E79] are walked through by key and by button, and each is said', async () => {
    const desk = await withReport();
    await kindButton(desk, 'Times').click();
    await kindButton(desk, 'Holes').click();
    await kindButton(desk, 'Who says it').click();
    const said = desk.getByRole('status').filter({ hasText: /\d of 5/ });
    const first = async () => (await said.textContent())?.replace(/ of 5.*/s, '');
    await desk.locator('#report-title').focus();
    const walk = [];
    for (const key of ['l', 'l', 'l', 'h', 'l', 'l', 'l', 'l']) {
      await desk.keyboard.press(key);
      walk.push(await first());
    }
    expect(walk).toEqual([
      'Place Linz 1',
      'Place Wels 2',
      'State suspended 3',
      'Place Wels 2',
      'State suspended 3',
      'Place Steyr 4',
      'State was destroyed 5',
      'State was destroyed 5',
    ]);
    await desk.getByRole('button', { name: 'Previous mark' }).click();
    expect(await first()).toBe('Place Steyr 4');
    expect(await violations(desk)).toEqual([]);
  });

  test('[E79] no barrier is found by machine on a phone', async () => {
    const desk = await site.openDesk(story, 'Ana', { viewport: { width: 360, height: 720 }, hasTouch: true });
    await desk.getByRole('button', { name: 'Report', exact: true }).click();
    await takeIn(desk, report);
    await marked(desk, 'state').first().tap();
    await desk.locator('.mark-card').getByText('State').waitFor();
    expect(await violations(desk)).toEqual([]);
    expect(await desk.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });

  test('[E74] [E75] a state is taken with its subject by one key, and is public only with the post', async () => {
    const [reader, desk] = [await site.open(`/${story}`), await withReport()];
    await marked(desk, 'state').first().click();
    await desk.locator('.mark-card').getByText('State').waitFor();
    await desk.locator('#state-1[aria-current]').waitFor();
    await desk.keyboard.press('a');
    await desk.keyboard.press('d');
    const form = desk.getByRole('group', { name: 'Statement 1' });
    const subject = form.getByLabel('Name of the subject (needed)');
    expect(await subject.inputValue()).toBe('Linz to Wels');
    expect(await form.getByLabel('Said of the route (needed)').inputValue()).toBe('suspended');
    expect(await form.getByLabel('Reason given').inputValue()).toBe('high water');
    expect(await form.getByLabel('Name, as printed (needed)').inputValue()).toBe('The fire service');
    await form.getByLabel('The new party is (needed)').selectOption('body');
    await desk.locator('.lacks').waitFor({ state: 'detached' });
    expect(await reader.getByText('Linz to Wels').count()).toBe(0);
    await desk.getByRole('textbox', { name: 'What happened' }).fill('The way to Wels is closed.');
    await desk.keyboard.press('Control+Enter');
    await desk.getByText('Published as revision 2.').waitFor();
    await reader.getByText('Linz to Wels').first().waitFor();
  });

  test('[E86] what somebody says is taken while its mark is looked at, with who says it; by button, too', async () => {
    const desk = await withReport();
    await marked(desk, 'attribution').filter({ hasText: 'told' }).click();
    await desk.keyboard.press('a');
    const statement = desk.locator('.statement').first();
    expect(await statement.textContent()).toMatch(
      /Officials says.*“the bridge in Steyr was destroyed on 4 March 2024”/,
    );
    await desk.keyboard.press('a');
    await desk.getByText('It is statement 1 of this post already.').waitFor();
    await desk.getByRole('button', { name: 'Remove statement 1' }).click();
    await desk.getByRole('button', { name: 'Make a statement of what is said' }).click();
    await statement.waitFor();
  });

  test('[E74] without the marks of states none is suggested', async () => {
    const desk = await withReport();
    expect(await desk.locator('.suggestions li[id^=state]').count()).toBe(2);
    await kindButton(desk, 'States').click();
    expect(await desk.locator('.suggestions li[id^=state]').count()).toBe(0);
    expect(await desk.locator('.suggestions li').count()).toBe(2);
    await kindButton(desk, 'States').click();
    await marked(desk, 'state').first().click();
    await desk.keyboard.press('x');
    await desk.locator('#state-1').waitFor({ state: 'detached' });
    expect(await marked(desk, 'state').allTextContents()).toEqual(['was destroyed']);
    await desk.keyboard.press('u');
    await desk.locator('#state-1').waitFor();
  });

  test('[E80] a report of 2,000 words is walked through without waiting, and hostile words stay words', async () => {
    const hostile = '<img src=x onerror="alert(1)"> <script>alert(1)</script> said on 4 March 2024 in Linz.';
    const sentence = (i: number) =>
      `Officials in Linz said on ${1 + (i % 28)} March 2024 that at least ${i + 2} houses in Wels and Steyr had been destroyed.`;
    const long = Array.from({ length: 100 }, (_, i) => sentence(i)).join('\n\n');
    const desk = await withReport(`${long}\n\n${hostile}`);
    expect(long.split(/\s+/).length).toBeGreaterThan(1900);
    expect(await marked(desk, 'place').count()).toBeGreaterThan(290);
    expect(await desk.locator('.report-text img, .report-text script').count()).toBe(0);
    expect(await desk.locator('.report-text .block').last().textContent()).toBe(hostile);
    const spent = await desk.evaluate<number>(`(() => {
      const key = (key) => document.querySelector('#report-title').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      const before = performance.now();
      for (let i = 0; i < 50; i++) key('l');
      return new Promise((done) => setTimeout(() => done((performance.now() - before) / 50)));
    })()`);
    expect(spent).toBeLessThan(50);
  });
});
