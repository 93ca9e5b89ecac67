import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { loadExamples } from '../src/cli/examples.ts';
import { readAssets } from '../src/server/assets.ts';
import { citedReports, takeIn } from '../src/server/intake.ts';
import { openNewsroom, now } from '../test/newsroom.ts';
import type { Figure } from './figure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** How many bytes the first view of each example's page takes, script included and excluded. */
export async function firstView(): Promise<Figure[]> {
  const assets = readAssets(`${root}dist`);
  const newsroom = await openNewsroom({ assets });
  await loadExamples(`${root}examples`, {
    takeIn: (report) => takeIn(newsroom.desk, report, now()),
    publish: async (story, by, at, command) => {
      const reports = await citedReports(newsroom.desk, command);
      return (await newsroom.stories.publish(story, { command, by, at, act: null, reports })).number;
    },
    has: async (story) => newsroom.stories.has(story),
  });
  const { bytes } = assets.files.get(assets.page.script)!;
  const script = {
    br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    gzip: gzipSync(bytes, { level: 9 }).length,
  };
  const figures: Figure[] = [];
  for (const { name } of newsroom.stories.list()) {
    for (const encoding of ['br', 'gzip'] as const) {
      const { rawPayload } = await newsroom.app.inject({ url: `/${name}`, headers: { 'accept-encoding': encoding } });
      figures.push(
        { name: `first view of ${name}, ${encoding}, without script`, value: rawPayload.length, unit: 'bytes' },
        {
          name: `first view of ${name}, ${encoding}, with script`,
          value: rawPayload.length + script[encoding],
          unit: 'bytes',
        },
      );
    }
  }
  await newsroom.close();
  return figures;
}
