import { machine, readFigures, writeFigures } from './figures-file.ts';
import { readTable, table, type Figure } from './figure.ts';
import { catchUp } from './catch-up.ts';
import { difference } from './difference.ts';
import { firstView } from './first-view.ts';
import { painted } from './painted.ts';
import { publish } from './publish.ts';
import { record } from './record.ts';
import { served } from './served/served.ts';
import { startUp } from './start-up.ts';

// npm run bench [-- NAME… --write]: measures, prints each figure beside the last one, and with --write keeps them.
const benches: Record<string, () => Promise<Figure[]>> = {
  publish,
  painted,
  'start-up': startUp,
  'first-view': firstView,
  served,
  'catch-up': catchUp,
  difference,
  record,
};
const headings: Record<string, string> = {
  publish: 'Publishing',
  painted: 'Publish to painted',
  'start-up': 'Start-up',
  'first-view': 'First view',
  served: 'First views a second',
  'catch-up': 'Catching up',
  difference: 'A net difference of a very long story',
  record: 'A story of 1,000,000 events',
};
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const write = process.argv.includes('--write');
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench “${unknown[0]}”: there are ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}

for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const heading = headings[name]!;
  process.stderr.write(`measuring ${name} …\n`);
  const printed = table(await bench(), readTable(readFigures(heading)));
  process.stdout.write(`${heading}\n\n${printed}\n\n`);
  if (write) writeFigures(heading, `${machine()} \`npm run bench -- ${name} --write\`\n\n${printed}`);
}
