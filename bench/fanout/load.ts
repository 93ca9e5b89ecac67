import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Contender } from './contenders.ts';

const loadCore = '1';

/** What many readers have received. */
export interface Received {
  /** For each message by its number, the milliseconds from its publication to each receipt that completed it. */
  delays: Float64Array;
  /** How many times a reader had a message as a whole. */
  deliveries: number;
  /** When the last of them came, in milliseconds since 1970. */
  last: number;
  closed: number;
  wrong: number;
}

/** Many readers of one stream, in a process of their own. */
export class Load {
  /** How many have been answered, how many milliseconds it took until the last byte, and the least bytes of any. */
  ready = { readers: 0, milliseconds: 0, bytes: 0 };
  /** How many bytes each has received since all were ready. */
  least = 0;
  readonly #child: ChildProcess;
  readonly #folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  #done: { closed: number; wrong: number } | null = null;
  #heard = () => {};

  /** Opens so many readers of a contender's stream, the first of whom stop reading once all are ready. */
  constructor(
    program: string,
    contender: Contender,
    given: { readers: number; stalled?: number; lastEventId?: string | null },
  ) {
    const args = [contender.port, given.readers, given.stalled ?? 0, join(this.#folder, 'events')].map(String);
    this.#child = spawn('taskset', ['-c', loadCore, program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdin!.write(`${contender.request(given.lastEventId ?? null)}.\n`);
    createInterface({ input: this.#child.stdout! }).on('line', (line) => this.#hear(line));
    this.#child.once('exit', () => {
      this.#done ??= { closed: Number.NaN, wrong: Number.NaN };
      this.#heard();
    });
  }

  /** Resolves when all have been answered. */
  async open(): Promise<void> {
    await this.#until(() => this.ready.readers > 0);
  }

  /** Resolves when each has received so many bytes, or after some milliseconds: whether they have. */
  async received(bytes: number, patience: number): Promise<boolean> {
    const timer = setTimeout(() => this.#heard(), patience);
    const end = performance.now() + patience;
    await this.#until(() => this.least >= bytes || performance.now() >= end);
    clearTimeout(timer);
    return this.least >= bytes;
  }

  /** Ends all, and reckons what each received of messages that were complete at `ends` and were published at `published`. */
  async finish(ends: readonly number[], published: readonly number[]): Promise<Received> {
    this.#child.stdin!.write('stop\n');
    await this.#until(() => this.#done !== null);
    const events = new BigUint64Array(new Uint8Array(readFileSync(join(this.#folder, 'events'))).buffer);
    rmSync(this.#folder, { recursive: true });
    const delays: number[] = [];
    const next = new Map<number, number>();
    let last = 0;
    for (let i = 0; i < events.length; i += 3) {
      const at = Number(events[i]) / 1e6;
      const reader = Number(events[i + 1]);
      let number = next.get(reader) ?? 0;
      for (; number < ends.length && ends[number]! <= Number(events[i + 2]); number++) {
        delays.push(at - published[number]!);
        last = at;
      }
      next.set(reader, number);
    }
    return { delays: Float64Array.from(delays).toSorted(), deliveries: delays.length, last, ...this.#done! };
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!holds() && (this.#done === null || !Number.isNaN(this.#done.closed)))
      await new Promise<void>((resolve) => (this.#heard = resolve));
  }

  #hear(line: string): void {
    const [word, one, two, three] = line.split(' ');
    if (word === 'ready') this.ready = { readers: Number(one), milliseconds: Number(two) / 1e6, bytes: Number(three) };
    else if (word === 'min') this.least = Number(one);
    else if (word === 'done') this.#done = { closed: Number(two), wrong: Number(three) };
    this.#heard();
  }
}
