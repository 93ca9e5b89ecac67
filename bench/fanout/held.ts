import type { Contender } from './contenders.ts';
import { Load } from './load.ts';
import { clock, memory, pause } from './process.ts';
import type { Means, Measured } from './scenarios.ts';
import { markOf, Witness } from './witness.ts';

/** How many readers a process that loads holds: it may have 20,000 files open. */
const each = 16_000;

const messages = 10;

/** How long, in milliseconds, a message may take to everybody. */
const patience = 30_000;

/** More readers than one process can hold, held by several of one journal at one port, and ten messages to all of them. */
export async function held(contender: Contender, { program, readers }: Means): Promise<Measured> {
  for (let i = 0; i < 100; i++) await contender.publish('before');
  await pause(1000);
  const before = memory(contender.pids);
  const loads: Load[] = [];
  for (let left = readers; left > 0; left -= each) {
    const load = new Load(program, contender, { readers: Math.min(each, left) });
    loads.push(load);
    await load.open();
    process.stderr.write(`  ${Math.min(readers, readers - left + each)} readers\n`);
  }
  const grown = memory(contender.pids) - before;
  const witness = await Witness.open(contender, null);
  witness.begin();
  const published: number[] = [];
  // Each message comes alone, once everybody has the one before, so that every process sends the same bytes.
  for (let i = 0; i < messages; i++) {
    published.push(clock());
    await contender.publish(markOf(i));
    await Promise.race([witness.has(i + 1), pause(patience)]);
    const end = witness.ends.get(i) ?? Number.NaN;
    await Promise.all(loads.map((load) => load.received(end, patience)));
  }
  witness.close();
  const ends = [...witness.ends.values()];
  let [receipts, wrong, closed] = [0, 0, 0];
  const delays: number[] = [];
  for (const load of loads) {
    const received = await load.finish(ends, published);
    receipts += received.deliveries;
    wrong += received.wrong;
    closed += received.closed;
    delays.push(received.delays.at(Math.floor(received.delays.length * 0.99)) ?? Number.NaN);
  }
  return {
    'readers held': loads.reduce((sum, { ready }) => sum + ready.readers, 0),
    'server processes': contender.pids.length,
    'memory of a server process with no reader, MB': before / contender.pids.length / 1e6,
    'memory of a server process with its readers, MB': (before + grown) / contender.pids.length / 1e6,
    'memory per reader, bytes': grown / readers,
    'receipts of ten messages': receipts,
    'held: lost, doubled or cut': messages * readers - receipts + wrong + closed,
    'publish to receipt, p99 of the worst load, ms': Math.max(...delays),
  };
}
