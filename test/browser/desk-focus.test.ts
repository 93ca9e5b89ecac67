import { expect, test } from 'vitest';
import { publishPost } from '../newsroom.ts';
import { takeIn } from './desk-take-in.ts';
import { story, withSite, type Site } from './site.ts';

const report = 'Eva Lind, the mayor, said on Monday: “At least 17 houses are under water.”';
let site: Site;
withSite((fresh) => (site = fresh));

test('[E112] what lacks something is opened at the first field that lacks it, by D and by publishing', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report);
  for (const key of ['Escape', 'r', 'j', 'a', 'd']) await desk.keyboard.press(key);
  const about = desk.getByLabel('What it is about (needed)');
  await about.and(desk.locator(':focus')).waitFor();
  await about.selectOption('new position');
  await desk.getByLabel('Name of the subject (needed)').fill('The lower town');
  await desk.locator('.writing').click();
  await desk.keyboard.type('Water in the lower town.');
  await desk.keyboard.press('Control+Enter');
  const stand = desk.getByLabel('The party (needed)');
  await stand.and(desk.locator(':focus')).waitFor();
  await desk.locator('#report-title').focus();
  await desk.keyboard.press('d');
  await stand.and(desk.locator(':focus')).waitFor();
});

test('[E113] nothing moves for what is said above, however long it is', async () => {
  const desk = await site.openDesk(story);
  const top = () => desk.evaluate<number>('document.querySelector(".panes").getBoundingClientRect().top');
  await takeIn(desk, report);
  const before = await top();
  for (const key of ['Escape', 'r', 'j', 'a']) await desk.keyboard.press(key);
  await desk.locator('.said').getByText('Taken as a statement').waitFor();
  expect(await top()).toBe(before);
  await desk.evaluate('document.querySelector(".said").append(" and more words".repeat(20))');
  expect(await top()).toBe(before);
  const { scrollWidth, clientWidth } = await desk.evaluate<{ scrollWidth: number; clientWidth: number }>(
    '(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))(document.documentElement)',
  );
  expect(scrollWidth).toBe(clientWidth);
  for (const width of [1300, 960, 800, 390]) {
    await desk.setViewportSize({ width, height: 700 });
    expect((await desk.locator('.said').boundingBox())?.width).toBeGreaterThan(300);
  }
});

test('[E114] who has set the date of a report is at the report', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report);
  await desk.getByLabel(/^When was it published/).fill('2024-03-05');
  await desk.keyboard.press('Enter');
  await desk.getByText('published 2024-03-05 (set here)').waitFor();
  await desk.locator('#report-title:focus').waitFor();
});

test('[E114] who went elsewhere while a post was being published is not called back to the box', async () => {
  await site.send(story, publishPost('The river rises.'));
  const desk = await site.openDesk(story);
  await desk.locator('.writing').click();
  await desk.keyboard.type('The dam holds.');
  await desk.route('**/commands', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await desk.keyboard.press('Control+Enter');
  await desk.locator('#desk-post-1').click();
  await desk.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await desk.keyboard.type('Nobody has');
  await desk.getByText('Published as revision 3.').waitFor();
  await desk.locator('.writing').getByText('The dam holds.').waitFor({ state: 'detached' });
  await desk.keyboard.type(' been there.');
  expect(await desk.getByLabel('Why post-1 is withdrawn').inputValue()).toBe('Nobody has been there.');
  expect(await desk.locator('.writing').textContent()).toBe('');
});

test('[E114] a dialog begins at its first field, tells what is wrong there, and publishes once by key', async () => {
  const desk = await site.openDesk(story);
  await desk.getByRole('button', { name: 'Describe' }).click();
  const headline = desk.getByRole('dialog').getByLabel('Headline');
  await headline.and(desk.locator(':focus')).waitFor();
  await headline.fill(' ');
  await desk.keyboard.press('Control+Enter');
  await desk.getByRole('dialog').getByText('Write a headline.').waitFor();
  await headline.and(desk.locator(':focus')).waitFor();
  await headline.fill('Flood on the Lorn');
  await desk.keyboard.press('Control+Enter');
  await desk.getByText('Published as revision 2.').waitFor();
  await desk.waitForTimeout(300);
  expect(await desk.locator('.line').textContent()).toBe('Live, revision 2');
});

test('[E114] who goes on writing while a report is read is not called away, and no key of theirs acts on it', async () => {
  const desk = await site.openDesk(story);
  await desk.route('**/desk/api/reports', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await route.continue();
  });
  await desk.getByLabel('Paste a report, or its address').fill(report);
  await desk.getByRole('button', { name: 'Take in', exact: true }).click();
  await desk.locator('.writing').click();
  await desk.keyboard.type('The dam ');
  await desk.locator('.report-text').waitFor();
  await desk.waitForTimeout(1500);
  await desk.keyboard.type('and a wall hold.');
  expect(await desk.locator('.writing').textContent()).toBe('The dam and a wall hold.');
  expect(await desk.locator('.statement').count()).toBe(0);
});
