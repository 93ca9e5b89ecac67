import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from '../compiled.ts';
import { machine, writeFigures } from '../figures-file.ts';
import { floor, hasNchan, nchan, resWrite, stet, type Contender } from './contenders.ts';
import { judged } from './goals.ts';
import { held } from './held.ts';
import { herd, offered, paced, stalled, windowed, type Means, type Measured } from './scenarios.ts';

// npm run bench:fanout [-- --rounds 5 --readers 10000 --only paced,herd --of stet,nchan --write]
// npm run bench:fanout -- --only held --rounds 1 --readers 100000
const scenarios: Record<string, (contender: Contender, means: Means) => Promise<Measured>> = {
  paced,
  windowed,
  offered,
  stalled,
  herd,
  held,
};
const option = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1]!;
};
const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
const [program, floorProgram] = ['readers', 'floor'].map((name) =>
  compiled(new URL(`${name}.c`, import.meta.url), folder),
) as [string, string];
const contenders: Record<string, (port: number) => Promise<Contender>> = {
  'Stet gzip': (port) => stet(port, true),
  'Stet plain': (port) => stet(port, false),
  'Stet × 6': (port) => stet(port, false, 6),
  ...(hasNchan() && { nchan }),
  'C loop': (port) => floor(port, floorProgram),
  'res.write': resWrite,
};
if (!hasNchan()) process.stderr.write('nchan is not there (Debian: apt-get install nginx libnginx-mod-nchan).\n');

/** The contender whose figures have goals. */
const judgedName = 'Stet gzip';
const rounds = Number(option('rounds', '5'));
const readers = Number(option('readers', '10000'));
const only = option('only', 'paced,windowed,offered,stalled,herd').split(',');
const of = option('of', Object.keys(contenders).join()).split(',');
/** All that was measured: of each figure, for each contender, the values of the rounds. */
const values = new Map<string, Map<string, number[]>>();
let port = 9300;

for (let round = 0; round < rounds; round++) {
  for (const [scenario, run] of Object.entries(scenarios)) {
    if (!only.includes(scenario)) continue;
    for (const [name, start] of Object.entries(contenders)) {
      // Those without a memory of messages cannot bring anybody up to date.
      if ((scenario === 'held') !== (name === 'Stet × 6')) continue;
      if (!of.includes(name) || (scenario === 'herd' && ['C loop', 'res.write'].includes(name))) continue;
      const contender = await start((port += 1));
      try {
        const measured = await run(contender, { program, readers });
        process.stderr.write(`${round + 1} ${scenario} ${name}: ${JSON.stringify(measured)}\n`);
        for (const [figure, value] of Object.entries(measured)) {
          const row = values.get(figure) ?? new Map<string, number[]>();
          values.set(figure, row);
          row.set(name, [...(row.get(name) ?? []), value]);
        }
      } finally {
        await contender.stop();
      }
    }
  }
}
rmSync(folder, { recursive: true });

const shown = (value: number | undefined) => {
  if (value === undefined) return '';
  if (value === Infinity) return 'did not keep up';
  return Math.abs(value) >= 100 || value === 0 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
};
const medianOf = (all: readonly number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)]!;
const names = Object.keys(contenders).filter((name) => [...values.values()].some((row) => row.has(name)));
const printed = [
  `| at ${readers.toLocaleString('en')} readers | ${names.join(' | ')} | goal of ${judgedName} |`,
  `|---|${names.map(() => '---|').join('')}---|`,
  ...[...values].map(([figure, row]) => {
    const medians = new Map([...row].map(([name, all]) => [name, medianOf(all)]));
    const cells = names.map((name) => shown(medians.get(name)));
    return `| ${figure} | ${cells.join(' | ')} | ${judged(figure, medians, judgedName)} |`;
  }),
].join('\n');
process.stdout.write(`${printed}\n`);
if (process.argv.includes('--write')) {
  const command = [
    'npm run bench:fanout',
    '--',
    ...process.argv.slice(2).map((word) => (/[ ,×]/.test(word) ? `"${word}"` : word)),
  ];
  const about = `${machine()} \`${command.join(' ')}\`. Medians of ${rounds} rounds taken in turns; ${only.includes('held') ? 'servers and load share the cores' : 'the server on one core, the load on the other'}.`;
  writeFigures(only.includes('held') ? 'Readers held by several processes' : 'Live delivery', `${about}\n\n${printed}`);
}
