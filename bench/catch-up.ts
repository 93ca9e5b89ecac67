import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { revisionOf } from '../src/record/record.ts';
import { now, publishPost } from '../test/newsroom.ts';
import { openWithExamples } from './examples.ts';
import type { Figure } from './figure.ts';

const hours = 6;
const posts = 400;
const few = 50;

/** How many bytes a reader is sent who was away from each example for six hours and 400 posts, or for 50 posts. */
export async function catchUp(): Promise<Figure[]> {
  let clock = now();
  const newsroom = await openWithExamples({ now: () => clock });
  const figures: Figure[] = [];
  for (const { name, record } of newsroom.stories.list()) {
    const head = () => revisionOf(newsroom.stories.get(name).record);
    // The first half of the six hours is of the example itself.
    const end = Temporal.Instant.from(record.last!.at);
    clock = end.add({ hours: hours / 2 }).toString({ smallestUnit: 'millisecond' });
    const left = await newsroom.stories.history.revisionAt(name, end.subtract({ hours: hours / 2 }).toString());
    const leftAtEnd = head();
    let leftShortly = 0;
    for (let i = 1; i <= posts; i++) {
      if (i === posts - few + 1) leftShortly = head();
      const at = end
        .add({ seconds: Math.round((i / posts) * (hours / 2) * 3600) })
        .toString({ smallestUnit: 'millisecond' });
      await newsroom.stories.publish(name, {
        command: publishPost(words(i, 45)),
        by: 'Ana',
        at,
        act: null,
        reports: new Map(),
      });
    }
    for (const [what, after] of [
      [`${few} posts`, leftShortly],
      [`${hours} hours and ${posts} posts`, left],
      [`${posts} posts with no other change`, leftAtEnd],
    ] as const) {
      for (const encoding of ['br', 'gzip', 'identity'] as const) {
        const url = `/${name}/after/${after}`;
        const answer = await newsroom.app.inject({ url, headers: { 'accept-encoding': encoding } });
        if (answer.statusCode !== 200) throw new Error(`${url} was answered ${answer.statusCode}`);
        figures.push({
          name: `catching up after ${what}, ${name}, ${encoding}`,
          value: answer.rawPayload.length,
          unit: 'bytes',
        });
      }
    }
  }
  await newsroom.close();
  return figures;
}

/** Words that differ from post to post, as an editor's do. */
function words(seed: number, count: number): string {
  const all = readFileSync(fileURLToPath(new URL('../docs/terms.md', import.meta.url)), 'utf8').match(/[a-z]{3,}/g)!;
  let number = seed;
  return Array.from({ length: count }, () => {
    number = (number * 1_664_525 + 1_013_904_223) >>> 0;
    return all[number % all.length]!;
  }).join(' ');
}
