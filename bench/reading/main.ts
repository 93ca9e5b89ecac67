import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machine, writeFigures } from '../figures-file.ts';
import { attribution } from './attribution.ts';
import { extraction } from './extraction.ts';
import { corridors } from './corridors.ts';
import { places } from './places.ts';
import { figures } from './figures.ts';
import { nearCopies } from './near-copies.ts';
import { scoreTable, type Score } from './score.ts';
import { scoreTimes } from './time.ts';

// npm run bench:reading [-- SET DIR] [--write]: scores what reading finds against a set, or against all of ../shared/data.
const sets: Record<string, (folder: string) => Promise<Score[]>> = {
  extraction,
  attribution,
  figures,
  'near-copies': nearCopies,
  time: scoreTimes,
  places,
  corridors,
};
/** Where a set is not in the folder of its name. */
const folders: Record<string, string> = { 'near-copies': 'extraction' };
const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const [set, folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const write = process.argv.includes('--write');
if (set !== undefined && !(set in sets)) {
  process.stderr.write(`There is no set “${set}”: there are ${Object.keys(sets).join(', ')}.\n`);
  process.exit(2);
}

const scores: Score[] = [];
for (const [name, bench] of Object.entries(sets)) {
  if (set !== undefined && set !== name) continue;
  const where = folder ?? join(data, folders[name] ?? name);
  if (!existsSync(where)) {
    process.stderr.write(`${name}: there is no folder ${where}; not measured.\n`);
    continue;
  }
  process.stderr.write(`scoring ${name} …\n`);
  scores.push(...(await bench(where)));
}
process.stdout.write(`${scoreTable(scores)}\n`);
if (write) writeFigures('Reading', `${machine()} \`npm run bench:reading -- --write\`\n\n${scoreTable(scores)}`);
