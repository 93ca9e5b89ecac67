import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { takeIn } from './desk-take-in.ts';
import { story, withSite, type Site } from './site.ts';

const report = `The mayor, Eva Lind, said the pumps had failed. She said that 240 people had been taken to schools in Steyr since Sunday.

In Wels, 17 houses were destroyed on 4 March 2024, the county council said.`;
let site: Site;
withSite((fresh) => (site = fresh));

/** Whether the middle of an element can be clicked once it was scrolled to: it is in the window, and nothing lies over it. */
const canBeClicked = (desk: Page, selector: string) =>
  desk.evaluate(`{
    const element = document.querySelector(${JSON.stringify(selector)});
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, Math.max(0, top) + Math.min(height, innerHeight) / 2);
    over !== null && (element === over || element.contains(over));
  }`);

test('[E103] drafts with long first words stay within their pane, and can be thrown away', async () => {
  const desk = await site.openDesk(story, 'Ana', { viewport: { width: 390, height: 844 } });
  await desk.locator('.writing').click();
  await desk.keyboard.type('Water in the lower town '.repeat(8));
  await desk.getByRole('button', { name: 'Put aside' }).click();
  await desk.locator('.drafts li').waitFor();
  const beyond = '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector(".box"))';
  expect(await desk.evaluate(beyond)).toBe(0);
});

test('[E104] at 400 % zoom all can be reached by scrolling, and nothing lies over what is written', async () => {
  const desk = await site.openDesk(story, 'Ana', { viewport: { width: 320, height: 256 } });
  for (const place of ['.writing', '.box input', '.send .main', '.header select'])
    expect([place, await canBeClicked(desk, place)]).toEqual([place, true]);
  await desk.locator('[data-choose=report]').click();
  await takeIn(desk, report);
  for (const place of ['.report-text', '.mark-legend button', '.suggestions li'])
    expect([place, await canBeClicked(desk, place)]).toEqual([place, true]);
  expect(await desk.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('[E106] with forced colours it is seen which suggestion, list and mark is chosen', async () => {
  const desk = await site.openDesk(story, 'Ana', { viewport: { width: 1440, height: 900 }, forcedColors: 'active' });
  await takeIn(desk, report);
  const style = (selector: string, property: string) =>
    desk.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`);
  const [chosen, other] = ['.suggestions li[aria-current]', '.suggestions li:not([aria-current])'];
  expect(await style(chosen, 'borderLeftColor')).not.toBe(await style(other, 'borderLeftColor'));
  expect(await style('.parts [aria-pressed=true]', 'backgroundColor')).not.toBe(
    await style('.parts [aria-pressed=false]', 'backgroundColor'),
  );
  const [now, mark] = ['.report-text mark[data-now=whole]', '.report-text mark:not([data-now])'];
  expect(await style(now, 'backgroundColor')).not.toBe(await style(mark, 'backgroundColor'));
});

test('[E107] what somebody says in the report’s own words is called indirect speech, without quotation marks, and is not quoted', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report);
  const row = desk.locator('.suggestions li', { hasText: 'indirect speech' });
  expect(await row.first().textContent()).toMatch(
    /Eva Lind.*says *indirect speech in the report’s own words *240 people/,
  );
  expect(await row.first().textContent()).not.toMatch(/[“”]/);
  await row.first().click({ position: { x: 20, y: 8 } });
  expect(await row.first().getByRole('button').allTextContents()).toEqual(['Take', 'Put away']);
  expect(await violations(desk)).toEqual([]);
});

test('[E101] a figure that is taken brings its place and its period into the form', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report);
  const number = desk.locator('.number', { hasText: '17' });
  await desk.locator('.suggestions li', { has: number }).click({ position: { x: 20, y: 8 } });
  await desk.keyboard.press('a');
  await desk.keyboard.press('d');
  const statement = desk.locator('#statement-s1');
  await statement.getByLabel('What it is about').selectOption('new figure');
  expect(await statement.getByLabel('Where').inputValue()).toBe('Wels');
  expect(await statement.getByLabel('Over which period').inputValue()).toBe('4 March 2024');
});
