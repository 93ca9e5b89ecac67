import { fileURLToPath } from 'node:url';
import { readAssets } from '../src/server/assets.ts';
import { openWithExamples } from './examples.ts';
import { pause } from './fanout/process.ts';
import type { Figure } from './figure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** How long, in milliseconds, until a page that is asked for is compressed with all effort. */
const settling = 2500;

/** How many bytes the first view of each example's page takes, script included and excluded. */
export async function firstView(): Promise<Figure[]> {
  const assets = readAssets(`${root}dist`);
  const newsroom = await openWithExamples({ assets });
  const sizeOf = async (url: string, encoding: string) => {
    const answer = await newsroom.app.inject({ url, headers: { 'accept-encoding': encoding } });
    if (answer.headers['content-encoding'] !== encoding) throw new Error(`${url} does not come in ${encoding}`);
    return answer.rawPayload.length;
  };
  const figures: Figure[] = [];
  for (const { name } of newsroom.stories.list()) {
    for (const encoding of ['br', 'gzip'] as const) {
      const quickly = await sizeOf(`/${name}`, encoding);
      await pause(encoding === 'br' ? settling : 0);
      const page = await sizeOf(`/${name}`, encoding);
      const script = await sizeOf(assets.page.script, encoding);
      if (encoding === 'br') {
        figures.push({
          name: `the same of ${name} in its first second, without script`,
          value: quickly,
          unit: 'bytes',
        });
      }
      figures.push(
        { name: `first view of ${name}, ${encoding}, without script`, value: page, unit: 'bytes' },
        { name: `first view of ${name}, ${encoding}, with script`, value: page + script, unit: 'bytes' },
      );
    }
  }
  await newsroom.close();
  return figures;
}
