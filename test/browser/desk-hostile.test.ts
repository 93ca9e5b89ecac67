import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { publishPost } from '../newsroom.ts';
import { takeIn } from './desk-take-in.ts';
import { story, withSite, type Site } from './site.ts';

const report = (houses: number) => `Water in the lower town

The mayor, Eva Lind, said on Monday: “At least ${houses} houses are under water.”

The fire brigade took everybody who lives on the two islands to the school on the hill before the bridge was closed.

Nobody knows how long the old wall at the mill will hold against the water that comes down from the reservoir.`;
let site: Site;
withSite((fresh) => (site = fresh));

const heading = (desk: Page) => desk.locator('#report-title').textContent();
const press = async (desk: Page, ...keys: string[]) => {
  for (const key of keys) await desk.keyboard.press(key);
};

/** Selects words of the report as the mouse does. */
const select = (desk: Page, words: string) =>
  desk.evaluate(`{
    const walker = document.createTreeWalker(document.querySelector('.report-text'), NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const at = text.data.indexOf(${JSON.stringify(words)});
      if (at >= 0) {
        document.querySelector('.report-text').focus();
        getSelection().setBaseAndExtent(text, at, text, at + ${words.length});
        break;
      }
    }
  }`);

test('[E93] words that are selected in one report are not selected in the next one', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report(17));
  await desk.getByRole('button', { name: 'All reports' }).click();
  await takeIn(desk, report(190));
  await select(desk, 'the school on the hill');
  await desk.getByRole('group', { name: 'Selected words' }).waitFor();
  await desk.getByRole('button', { name: /^Much the same/ }).click();
  await desk.getByText('17 houses').first().waitFor();
  expect(await desk.getByRole('group', { name: 'Selected words' }).count()).toBe(0);
});

test('[E94] a report that comes late does not take the place of one that was asked for after it', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report(17));
  await desk.getByRole('button', { name: 'All reports' }).click();
  await takeIn(desk, 'The dam holds, the engineers say.');
  await desk.getByRole('button', { name: 'All reports' }).click();
  let slow = true;
  await desk.route('**/desk/api/reports/*', async (route) => {
    const held = slow;
    slow = false;
    if (held) await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await desk.getByRole('button', { name: /^Water in the lower town/ }).click();
  await desk.getByRole('button', { name: /^The dam holds/ }).click();
  await desk.locator('.report-text').waitFor();
  await desk.waitForTimeout(2500);
  expect(await heading(desk)).toMatch(/^The dam holds/);
});

test('[E94] a date that is set late does not bring back a report that was closed', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report(17));
  await desk.route('**/desk/api/reports/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await desk.getByLabel(/^When was it published/).fill('2024-03-05');
  await desk.getByRole('button', { name: 'Set the date' }).click();
  await desk.getByRole('button', { name: 'All reports' }).click();
  await desk.waitForTimeout(3000);
  expect(await heading(desk)).toBe('Reports');
});

test('[E95] a key that is held down publishes once', async () => {
  await site.send(story, publishPost('The river rises.'));
  const desk = await site.openDesk(story);
  await desk.getByText('The river rises.').waitFor();
  await press(desk, 'Escape', 's', 'j');
  for (let i = 0; i < 6; i++) {
    await desk.keyboard.down('p');
    await desk.waitForTimeout(120);
  }
  await desk.keyboard.up('p');
  await desk.waitForTimeout(500);
  expect((await desk.locator('.line').textContent())?.match(/revision (\d+)/)?.[1]).toBe('3');
});

test('[E97] a suggestion that is clicked is what A takes, also while words are selected', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report(17));
  await select(desk, 'the school on the hill');
  await desk.getByRole('group', { name: 'Selected words' }).waitFor();
  await desk
    .locator('.suggestions li')
    .first()
    .click({ position: { x: 20, y: 8 } });
  await press(desk, 'a');
  const taken = await desk.locator('.statement .exact').textContent();
  expect(taken).toContain('houses are under water');
});

test('[E98] a server that stays away does not move what is read, and the desk stops saying so once it is back', async () => {
  for (let i = 0; i < 12; i++) await site.send(story, publishPost(`The river rises to ${i} metres. `.repeat(12)));
  const desk = await site.openDesk(story, 'Ana', { viewport: { width: 1700, height: 800 } });
  await desk.clock.install();
  await desk.reload();
  await desk.getByText('The river rises to 0').first().waitFor();
  const pane = desk.locator('[data-pane=stream]');
  await desk.route('**/desk/api/**', (route) => route.abort());
  await desk.clock.runFor(61_000);
  await pane.getByText('No connection to the server.').waitFor();
  await desk.evaluate('document.querySelector("[data-pane=stream]").scrollTo(0, 900)');
  const before = await desk.evaluate('document.querySelector("[data-pane=stream]").scrollTop');
  await desk.clock.runFor(61_000);
  await desk.waitForTimeout(300);
  expect([before, await desk.evaluate('document.querySelector("[data-pane=stream]").scrollTop')]).toEqual([900, 900]);
});

test('[E99] what is published while another draft came into the box is said, and its draft is gone', async () => {
  const desk = await site.openDesk(story);
  await desk.locator('.writing').click();
  await desk.keyboard.type('The dam holds.');
  await desk.route('**/commands', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await press(desk, 'Control+Enter');
  await desk.getByRole('button', { name: 'Put aside' }).click();
  await desk.locator('.writing:focus').waitFor();
  await desk.keyboard.type('Another thing.');
  await desk.getByText('Published as revision 2.').waitFor();
  expect(await desk.locator('.writing').textContent()).toBe('Another thing.');
  expect(await desk.locator('.drafts').getByText('The dam holds.').count()).toBe(0);
});

test('[E105] a statement that is in the box is called taken, also after a reload, and no longer once it is removed', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report(17));
  await press(desk, 'Escape', 'r', 'j', 'a');
  const taken = desk.locator('.suggestions .badge');
  await taken.waitFor();
  await desk.waitForTimeout(200);
  await desk.reload();
  await taken.waitFor();
  await desk.getByRole('button', { name: 'Remove statement 1' }).click();
  await taken.waitFor({ state: 'detached' });
});

test('[E108] nothing that is composed by an input method changes the text of a report', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, 'The dam at the mill holds, the engineers say.');
  await desk.locator('.report-text').click();
  const input = await desk.context().newCDPSession(desk);
  await input.send('Input.imeSetComposition', { text: 'XYZ', selectionStart: 3, selectionEnd: 3 });
  await input.send('Input.insertText', { text: 'XYZ' });
  await expect
    .poll(() => desk.locator('.report-text').textContent())
    .toBe('The dam at the mill holds, the engineers say.');
  await desk.locator('.report-text:focus').waitFor();
});

test('[E109] a report that is one long word stays within its pane', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, `${'a'.repeat(100_000)} “${'b'.repeat(20_000)}” said Jane Smith on Monday.`);
  const wide = '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector(".report"))';
  expect(await desk.evaluate(wide)).toBe(0);
});
