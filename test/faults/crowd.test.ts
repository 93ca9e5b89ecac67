import { expect, test } from 'vitest';
import { publishPost } from '../newsroom.ts';
import { folder, open, says, serve, start, story } from './setting.ts';

/** How many files a process may have open. */
const files = (process.report.getReport() as { userLimits: { open_files: { soft: number | 'unlimited' } } }).userLimits
  .open_files.soft;
const each = 10_000;
const enough = files === 'unlimited' || files > each + 2000;

/** A process may not open as many files as that takes: two servers of one journal share the port. */
test.skipIf(!enough || process.platform !== 'linux')(
  `[L67] ${2 * each} connect at once, and each is sent all that is published then, once and in order (needs ${each + 2000} open files a process)`,
  async () => {
    const data = folder();
    const writer = await open({ data });
    const { port } = await serve(data, 0, { options: ['--share-port'] });
    await serve(data, port, { options: ['--share-port'] });
    const crowds = [1, 2].map(() => start(new URL('./crowd.ts', import.meta.url), [port, each, story, 2, 7]));
    const connected = Promise.all(crowds.map((crowd) => says(crowd, /connected/)));
    await writer.send(story, publishPost('While they come.'));
    await connected;
    for (let i = 4; i <= 7; i++) await writer.send(story, publishPost(`Number ${i}.`));
    for (const crowd of crowds) {
      const had = JSON.parse((await says(crowd, /^\{.*\}$/m))[0]) as Record<string, number>;
      const broken = Object.entries(had).filter(([frames]) => !/^2(>\d)*>7$/.test(frames));
      expect(broken).toEqual([]);
    }
  },
  120_000,
);
