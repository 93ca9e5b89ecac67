import { cpus } from 'node:os';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readTable, table, type Figure } from './figure.ts';
import { firstView } from './first-view.ts';
import { painted } from './painted.ts';
import { publish } from './publish.ts';
import { record } from './record.ts';
import { startUp } from './start-up.ts';

// npm run bench [-- NAME… --write]: measures, prints each figure beside the last one, and with --write keeps them.
const benches: Record<string, () => Promise<Figure[]>> = {
  publish,
  painted,
  'start-up': startUp,
  'first-view': firstView,
  record,
};
const file = fileURLToPath(new URL('../docs/figures.md', import.meta.url));
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const write = process.argv.includes('--write');
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench “${unknown[0]}”: there are ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}

const last = existsSync(file) ? readTable(readFileSync(file, 'utf8')) : new Map<string, number>();
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`measuring ${name} …\n`);
  figures.push(...(await bench()));
}
const printed = table(figures, last);
process.stdout.write(`${printed}\n`);
if (write) {
  const machine = `${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}, ${Temporal.Now.plainDateISO().toString()}`;
  const head =
    '# Figures\n\nMeasured by `npm run bench -- --write`. The floor is what the same work costs with nothing of Stet in it, in the same run.\n';
  writeFileSync(file, `${head}\nMachine: ${machine}.\n\n${printed}\n`);
}
