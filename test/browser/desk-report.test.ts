import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { publishPost } from '../newsroom.ts';
import { violations } from './axe.ts';
import { takeIn } from './desk-take-in.ts';
import { story, withSite, type Site } from './site.ts';

const report = `Water in the lower town

The mayor, Eva Lind, said on Monday: “At least 17 houses are under water.”

قال رئيس البلدية إن الماء يرتفع.`;
let site: Site;
withSite((fresh) => (site = fresh));

async function withReport(): Promise<Page> {
  const desk = await site.openDesk(story);
  await takeIn(desk, report);
  return desk;
}

test('[E69] a suggestion is taken once, however often A is pressed, and again once its statement is removed', async () => {
  const desk = await withReport();
  for (const key of ['Escape', 'r', 'j', 'a', 'a', 'a']) await desk.keyboard.press(key);
  await desk.getByText('It is statement 1 of this post already.').waitFor();
  expect(await desk.locator('.statement').count()).toBe(1);
  await desk.getByRole('button', { name: 'Remove statement 1' }).click();
  expect(await desk.locator('.statement').count()).toBe(0);
  for (const key of ['r', 'a']) await desk.keyboard.press(key);
  await desk.locator('#statement-s1').waitFor();
});

test('[E70] no single key acts while the focus is in a field that takes text', async () => {
  const desk = await withReport();
  const before = await desk.locator('.suggestions li').count();
  const headline = desk.getByLabel('Headline (may be empty)');
  await headline.focus();
  await desk.keyboard.type('jaxquaxa');
  expect(await headline.inputValue()).toBe('jaxquaxa');
  await desk.getByRole('textbox', { name: 'What happened' }).focus();
  await desk.keyboard.type('jaxquaxa');
  expect(await desk.locator('.writing').textContent()).toBe('jaxquaxa');
  expect(await desk.locator('.statement').count()).toBe(0);
  expect(await desk.locator('.suggestions li').count()).toBe(before);
});

test('[E71] words run in the direction of their own letters, in reports, posts and fields', async () => {
  await site.send(story, publishPost('الماء يرتفع.', { headline: 'السد يصمد' }));
  const desk = await withReport();
  const rightToLeft = (selector: string) =>
    desk.evaluate<string[]>(
      `[...document.querySelectorAll('${selector}:dir(rtl)')].map((element) => element.value ?? element.textContent)`,
    );
  expect(await rightToLeft('.report-text .block')).toEqual(['قال رئيس البلدية إن الماء يرتفع.']);
  expect(await rightToLeft('.post .headline')).toEqual(['السد يصمد']);
  expect(await rightToLeft('.post .body-text p')).toEqual(['الماء يرتفع.']);
  await desk.getByLabel('Headline (may be empty)').fill('الماء');
  expect(await rightToLeft('.box input')).toEqual(['الماء']);
});

test('[E68] what is wrong with a new story stands at its field, and no barrier is found by machine', async () => {
  const desk = await site.openDesk(story);
  await desk.goto(`${site.base}/desk`);
  await desk.getByRole('button', { name: 'Open the story' }).click();
  await desk.getByLabel('Headline').and(desk.locator(':focus')).waitFor();
  await desk.getByText('Write a headline.').waitFor();
  expect(await violations(desk)).toEqual([]);
  await desk.getByLabel('Headline').fill('River flood');
  await desk.getByLabel('Language').fill('en');
  await desk.getByLabel('Time zone').fill('Europe/Atlantis');
  await desk.getByRole('button', { name: 'Open the story' }).click();
  await desk.locator('[aria-invalid]').and(desk.locator(':focus')).waitFor();
  const told = desk.locator('.new-story .lacks');
  expect(await told.count()).toBe(1);
  await desk.getByLabel('Name in addresses').fill('another-flood');
  await desk.getByLabel('Time zone').fill('Europe/Vienna');
  await desk.getByRole('button', { name: 'Open the story' }).click();
  await desk.getByText('Published as revision 1.').waitFor();
});
