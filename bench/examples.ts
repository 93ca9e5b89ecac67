import { fileURLToPath } from 'node:url';
import { loadExamples } from '../src/cli/examples.ts';
import type { Assets } from '../src/server/assets.ts';
import { citedReports, takeIn } from '../src/server/intake.ts';
import type { Moment } from '../src/terms/when.ts';
import { now, openNewsroom, type Newsroom } from '../test/newsroom.ts';

/** A newsroom with the example stories. */
export async function openWithExamples(given: { assets?: Assets; now?: () => Moment } = {}): Promise<Newsroom> {
  const newsroom = await openNewsroom(given);
  await loadExamples(fileURLToPath(new URL('../examples', import.meta.url)), {
    takeIn: (report) => takeIn(newsroom.desk, report, now()),
    publish: async (story, by, at, command) => {
      const reports = await citedReports(newsroom.desk, command);
      return (await newsroom.stories.publish(story, { command, by, at, act: null, reports })).number;
    },
    has: async (story) => newsroom.stories.has(story),
  });
  return newsroom;
}
