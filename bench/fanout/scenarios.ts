import type { Contender } from './contenders.ts';
import { Load, type Received } from './load.ts';
import { clock, memory, pause, processorTime } from './process.ts';
import { markOf, Witness } from './witness.ts';

/** What one scenario measured of one contender, by the figure's name. */
export type Measured = Record<string, number>;

/** How to run a scenario: the program that loads, and how many readers. */
export interface Means {
  program: string;
  readers: number;
}

/** Readers who follow while messages are published. */
class Following {
  readonly published: number[] = [];
  readonly #offered = new Set<Promise<void>>();
  readonly contender: Contender;
  readonly load: Load;
  readonly witness: Witness;
  /** The bytes of memory that each reader takes. */
  readonly perReader: number;

  private constructor(contender: Contender, load: Load, witness: Witness, perReader: number) {
    this.contender = contender;
    this.load = load;
    this.witness = witness;
    this.perReader = perReader;
  }

  static async open(contender: Contender, { program, readers }: Means, stalled = 0): Promise<Following> {
    // A server that has been at work for a while, as those are who matter.
    for (let i = 0; i < 100; i++) await contender.publish('before');
    await pause(1000);
    const before = memory(contender.pids);
    const load = new Load(program, contender, { readers, stalled });
    await load.open();
    if (load.ready.readers < readers) throw new Error(`only ${load.ready.readers} of ${readers} readers are connected`);
    const perReader = (memory(contender.pids) - before) / readers;
    const witness = await Witness.open(contender, null);
    witness.begin();
    return new Following(contender, load, witness, perReader);
  }

  async publish(): Promise<void> {
    const number = this.published.push(clock()) - 1;
    await this.contender.publish(markOf(number));
  }

  /** Publishes without waiting for the answer: `settled` does. */
  offer(): void {
    const offered = this.publish().finally(() => this.#offered.delete(offered));
    this.#offered.add(offered);
  }

  /** Waits for the answers to what was offered, or so many milliseconds. */
  async settled(patience: number): Promise<void> {
    await Promise.race([Promise.all(this.#offered), pause(patience)]);
    // The server ends with the scenario, whatever is still on its way to it.
    for (const late of this.#offered) late.catch(() => {});
  }

  /** Waits until everybody has everything, or so many milliseconds, and reckons. */
  async finish(patience: number): Promise<Received & { bytesEach: number }> {
    const end = clock() + patience;
    await Promise.race([this.witness.has(this.published.length), pause(patience)]);
    const ends = [...this.witness.ends.values()];
    await this.load.received(ends.at(-1) ?? 0, Math.max(0, end - clock()));
    await pause(100);
    this.witness.close();
    const published = [...this.witness.ends.keys()].map((number) => this.published[number]!);
    const received = await this.load.finish(ends, published);
    return {
      ...received,
      wrong: received.wrong + this.witness.wrong,
      bytesEach: (ends.at(-1) ?? 0) / this.published.length,
    };
  }
}

/** How many milliseconds those are waited for who cannot keep up with what is published. */
const patience = 15_000;

const quantile = (sorted: Float64Array, share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** How many deliveries are missing or were wrong; `Infinity` where so many are missing that the contender did not keep up. */
function missing({ deliveries, wrong, closed }: Received, expected: number): number {
  return deliveries < expected * 0.99 ? Infinity : expected - deliveries + wrong + closed;
}

/** A message each 500 ms, to everybody: what a delivery costs, and how long it takes. */
export async function paced(contender: Contender, means: Means): Promise<Measured> {
  const messages = 20;
  const following = await Following.open(contender, means);
  const cpu = processorTime(contender.pids);
  for (let i = 0; i < messages; i++) {
    const due = pause(500);
    await following.publish();
    await due;
  }
  const received = await following.finish(5000);
  return {
    'server CPU per delivery, µs': ((processorTime(contender.pids) - cpu) / received.deliveries) * 1e6,
    'publish to receipt, p50, ms': quantile(received.delays, 0.5),
    'publish to receipt, p99, ms': quantile(received.delays, 0.99),
    'memory per reader, bytes': following.perReader,
    'bytes a post on the wire': received.bytesEach,
    'paced: lost, doubled or cut': missing(received, messages * means.readers),
  };
}

/** As many as go through, with 64 messages under way that not everybody has. */
export async function windowed(contender: Contender, means: Means): Promise<Measured> {
  const seconds = 8;
  const following = await Following.open(contender, means);
  const { load, witness, published } = following;
  const cpu = processorTime(contender.pids);
  const start = clock();
  const underWay = () => {
    let had = 0;
    for (const end of witness.ends.values()) if (end <= load.least) had += 1;
    return published.length - had;
  };
  while (clock() - start < seconds * 1000) {
    if (underWay() >= 64) await pause(1);
    else following.offer();
  }
  await following.settled(patience);
  const received = await following.finish(patience);
  return {
    'deliveries a second, 64 in flight': (received.deliveries / (received.last - start)) * 1000,
    'server CPU per delivery, 64 in flight, µs': ((processorTime(contender.pids) - cpu) / received.deliveries) * 1e6,
    'in flight: lost, doubled or cut': missing(received, published.length * means.readers),
  };
}

/** 1,000,000 deliveries a second offered for five seconds; who needs much longer is not waited for. */
export async function offered(contender: Contender, means: Means): Promise<Measured> {
  const each = 1e6 / means.readers;
  const following = await Following.open(contender, means);
  const start = clock();
  for (let i = 0; i < 5 * each; i++) {
    await pause(Math.max(0, start + (i * 1000) / each - clock()));
    following.offer();
  }
  await following.settled(patience);
  const received = await following.finish(patience);
  const wrong = missing(received, following.published.length * means.readers);
  return {
    '1,000,000 deliveries a second offered, p99, ms': wrong === Infinity ? Infinity : quantile(received.delays, 0.99),
    'offered: lost, doubled or cut': wrong,
  };
}

/** Half of the readers stop reading while 20 messages a second are published for 15 seconds. */
export async function stalled(contender: Contender, { program }: Means): Promise<Measured> {
  const [readers, messages] = [2000, 300];
  const following = await Following.open(contender, { program, readers }, readers / 2);
  const before = memory(contender.pids);
  for (let i = 0; i < messages; i++) {
    const due = pause(50);
    await following.publish();
    await due;
  }
  const growth = memory(contender.pids) - before;
  const received = await following.finish(10_000);
  return {
    'half of 2,000 readers stalled, memory growth, MB': growth / 1e6,
    'half of 2,000 readers stalled, p99 of the others, ms': quantile(received.delays, 0.99),
    'stalled: lost or doubled': (messages * readers) / 2 - received.deliveries + received.wrong,
  };
}

/** Everybody is cut off, 50 posts are published, and everybody reconnects at once and lacks them. */
export async function herd(contender: Contender, { program, readers }: Means): Promise<Measured> {
  const before = new Load(program, contender, { readers });
  await before.open();
  await before.finish([], []);
  await pause(1000);
  const first = await Witness.open(contender, null);
  for (let i = 0; i < 60; i++) await contender.publish(markOf(i));
  await pause(500);
  first.close();
  const lastEventId = first.ids.at(-51)!;
  const one = await Witness.open(contender, lastEventId);
  one.close();
  const cpu = processorTime(contender.pids);
  const load = new Load(program, contender, { readers, lastEventId });
  await load.open();
  const { ready } = load;
  const missing = ready.readers < readers || ready.bytes < one.received || one.ends.size < 50;
  const used = processorTime(contender.pids) - cpu;
  await load.finish([], []);
  return {
    'all reconnect and need the last 50 posts, s': missing ? Infinity : ready.milliseconds / 1000,
    'all reconnect, server CPU each, µs': (used / readers) * 1e6,
  };
}
