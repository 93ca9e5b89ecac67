import { fileURLToPath } from 'node:url';
import { readAssets } from '../src/server/assets.ts';
import { openWithExamples } from './examples.ts';
import type { Figure } from './figure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

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
      const page = await sizeOf(`/${name}`, encoding);
      const script = await sizeOf(assets.page.script, encoding);
      figures.push(
        { name: `first view of ${name}, ${encoding}, without script`, value: page, unit: 'bytes' },
        { name: `first view of ${name}, ${encoding}, with script`, value: page + script, unit: 'bytes' },
      );
    }
  }
  await newsroom.close();
  return figures;
}
