import { expect, test } from 'vitest';
import { publishPost } from '../newsroom.ts';
import { violations } from './axe.ts';
import { takeIn } from './desk-take-in.ts';
import { story, withSite, type Site } from './site.ts';

const report = 'Eva Lind, the mayor, said on Monday: “At least 17 houses are under water.”';
let site: Site;
withSite((fresh) => (site = fresh));

test('[E110] what was thrown away is brought back, from the box and from beside it', async () => {
  const desk = await site.openDesk(story);
  const [box, back] = [desk.locator('.writing'), desk.getByRole('button', { name: 'Bring it back' })];
  await box.click();
  await desk.keyboard.type('The dam holds.');
  await desk.getByRole('button', { name: 'Throw away' }).click();
  expect(await box.textContent()).toBe('');
  await desk.locator('.writing:focus').waitFor();
  expect(await desk.locator('.undo').textContent()).toContain('New post: The dam holds.');
  expect(await violations(desk)).toEqual([]);
  await back.click();
  expect(await box.textContent()).toBe('The dam holds.');
  await desk.locator('.writing:focus').waitFor();
  expect(await back.count()).toBe(0);

  await desk.getByRole('button', { name: 'Put aside' }).click();
  await desk.locator('.writing:focus:empty, .writing:focus:has(br)').waitFor();
  await desk.keyboard.type('Another thing.');
  await desk.getByRole('button', { name: 'Throw away: New post: The dam holds.' }).click();
  await back.and(desk.locator(':focus')).waitFor();
  await desk.keyboard.press('Enter');
  await box.getByText('The dam holds.').waitFor();
  await desk.getByRole('button', { name: 'New post: Another thing.', exact: true }).waitFor();
  // It is kept again, as any draft is.
  await desk.reload();
  await desk.getByText('The dam holds.').first().waitFor();
});

test('[E110] a correction in which nothing was changed is left without a word', async () => {
  await site.send(story, publishPost('The river rises.'));
  const desk = await site.openDesk(story);
  await desk.getByText('The river rises.').click();
  await desk.getByRole('button', { name: 'Correct' }).click();
  await desk.getByRole('button', { name: 'Leave it uncorrected' }).click();
  expect(await desk.locator('.undo').count()).toBe(0);
});

test('[E115] a statement that was removed is put back as it was filled in, until another is taken', async () => {
  const desk = await site.openDesk(story);
  await takeIn(desk, report);
  for (const key of ['Escape', 'r', 'j', 'a', 'd']) await desk.keyboard.press(key);
  const form = desk.getByRole('group', { name: 'Statement 1' });
  await form.getByLabel('The new party is (needed)').selectOption('person');
  await desk.getByRole('button', { name: 'Remove statement 1' }).click();
  await desk.getByRole('button', { name: 'Put it back' }).and(desk.locator(':focus')).waitFor();
  await desk.keyboard.press('Enter');
  expect(await form.getByLabel('The new party is (needed)').inputValue()).toBe('person');

  await desk.getByRole('button', { name: 'Remove statement 1' }).click();
  await desk.getByRole('button', { name: 'Add one in the desk’s own voice' }).click();
  expect(await desk.getByRole('button', { name: 'Put it back' }).count()).toBe(0);
});
