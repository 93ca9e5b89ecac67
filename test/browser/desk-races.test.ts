import { expect, test } from 'vitest';
import { openStory, publishPost } from '../newsroom.ts';
import { story, withSite, type Site } from './site.ts';

let site: Site;
withSite((fresh) => (site = fresh));

test('[E111] what a colleague changed while it was asked about is not withdrawn unseen', async () => {
  await site.send(story, publishPost('The dam has broken.'));
  const desk = await site.openDesk(story);
  await desk.getByText('The dam has broken.').click();
  await desk.keyboard.press('w');
  await desk.getByLabel('Why post-1 is withdrawn').fill('It has not.');
  const post = publishPost('The dam holds.') as Extract<ReturnType<typeof publishPost>, { kind: 'publish' }>;
  const { headline, body } = post.post!;
  await site.send(story, { kind: 'correct-post', seen: 2, post: 'post-1', headline, body, note: 'It holds.' });
  await desk.locator('#desk-post-1').getByText('The dam holds.').waitFor();
  await desk.keyboard.press('Control+Enter');
  await desk.locator('#desk-post-1 .problem').getByText('was changed by Ana in revision 3').waitFor();
  expect(await desk.getByLabel('Why post-1 is withdrawn').inputValue()).toBe('It has not.');
  // Who has read that and asks once more means it.
  await desk.keyboard.press('Control+Enter');
  await desk.getByText('post-1 withdrawn. Revision 4.').waitFor();
});

test('[E117] what came of a post is said although another story was opened meanwhile', async () => {
  await site.send('mill-fire', openStory('Fire at the mill'));
  const desk = await site.openDesk(story);
  await desk.locator('.writing').click();
  await desk.keyboard.type('The dam holds.');
  await desk.route('**/commands', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.abort();
  });
  await desk.keyboard.press('Control+Enter');
  await desk.getByLabel('Story').selectOption('mill-fire');
  await desk.locator('.said').getByText('Not published in “River flood”').waitFor();
  await desk.unroute('**/commands');
  await desk.getByLabel('Story').selectOption(story);
  await desk.getByText('It is not known whether this was published.').waitFor();
  await desk.keyboard.press('Control+Enter');
  await desk.getByText('Published as revision 2.').waitFor();
});
