import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { firstView } from '../../bench/first-view.ts';
import { renderPage } from '../../src/page/page.ts';
import { renderPostPage } from '../../src/page/post-page.ts';
import { pageView } from '../../src/views/page-view.ts';
import { postView } from '../../src/views/post-view.ts';
import { pageScript } from './script.ts';
import { minute } from '../samples/flood.ts';
import { crowdedStory } from './crowded.ts';

/** A day later, so that every age is said. */
const moment = minute(2 * 24 * 60);

/** As a server compresses what it keeps ready: quality 11. */
const bytes = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test('[P20] a page of 20 posts and 10 subjects with its style is at most 14,000 bytes', () => {
  const record = crowdedStory(20, 10);
  const view = pageView(record, moment, { order: 'newest', from: null, since: null });
  expect(view.stream.posts).toHaveLength(20);

  const page = bytes(renderPage(view, { script: '/assets/page/main-12345678.js' }));

  console.info(`page of 20 posts and 10 subjects: ${page} bytes`);
  expect(page).toBeLessThanOrEqual(14_000);
});

test('[P20] the page of a post is at most 4,000 bytes', () => {
  const record = crowdedStory(20, 10);

  expect(bytes(renderPostPage(record, postView(record, record.posts.at(0)!), moment))).toBeLessThanOrEqual(4000);
});

test('[P66] the first view of each example, its script included, is at most 14,000 bytes in either encoding', async () => {
  const whole = (await firstView()).filter(({ name }) => name.endsWith('with script'));

  expect(whole).toHaveLength(4);
  for (const { value } of whole) expect(value).toBeLessThanOrEqual(14_000);
});

test('[P24] the script is at most 3,000 bytes', async () => {
  const script = bytes(await pageScript());

  console.info(`the page's script: ${script} bytes`);
  expect(script).toBeLessThanOrEqual(3000);
});
