import { fileURLToPath } from 'node:url';
import { readAssets } from '../src/server/assets.ts';
import { launch } from '../test/browser/chromium.ts';
import { openNewsroom, openStory, publishPost } from '../test/newsroom.ts';
import { quantile, timeEach, type Figure } from './figure.ts';

const times = 200;
const story = 'river-flood';

/** What runs in the reader's page: resolves to the moment of the frame that first shows an element. */
const watchFor = (id: string) => `new Promise((resolve) => {
  const look = () => {
    if (document.getElementById('${id}') === null) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true });
  look();
})`;

/** How long it takes from an editor's key to a post painted on a reader's page, over loopback. */
export async function painted(): Promise<Figure[]> {
  const assets = readAssets(fileURLToPath(new URL('../dist', import.meta.url)));
  const newsroom = await openNewsroom({ assets });
  await newsroom.send(story, openStory());
  const base = await newsroom.app.listen({ port: 0, host: '127.0.0.1' });
  const cookie = await newsroom.signedIn();
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`${base}/${story}`);
  await page.locator('#settings summary').click();
  await page.getByRole('checkbox', { name: /as they come/i }).check();
  const command = (i: number) => JSON.stringify({ act: `act-${i}-bench`, command: publishPost(`Message ${i}.`) });

  const taken: number[] = [];
  for (let i = 1; i <= times; i++) {
    // Watching begins before publishing, so that nothing is missed.
    const seen = page.evaluate<number>(watchFor(`post-${i}`));
    await page.evaluate('new Promise(requestAnimationFrame)');
    const start = Date.now();
    const answer = await fetch(`${base}/desk/api/stories/${story}/commands`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: command(i),
    });
    if (answer.status !== 201) throw new Error(`publishing answered ${answer.status}`);
    taken.push((await seen) - start);
  }
  const bare = await timeEach(times, async () => (await fetch(`${base}/healthz`)).arrayBuffer());
  await browser.close();
  await newsroom.close();
  return [0.5, 0.99].map((share) => ({
    name: `publish to painted on another page, ${share === 0.5 ? 'median' : 'p99'}`,
    value: quantile(taken, share),
    unit: 'ms',
    floor: { what: 'HTTP answer of two words', value: quantile(bare, share) },
  }));
}
