import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { revisionOf, type StoryRecord } from '../record/record.ts';
import { Refusal } from '../terms/refusal.ts';
import { FanOut } from './fan-out.ts';
import { takes, wholeNumber } from './request.ts';
import type { ReaderSocket } from './reader-socket.ts';
import type { RoundsReport } from './rounds.ts';
import type { Stories } from './stories.ts';
import type { StreamRequest } from './stream-request.ts';

/** How many streams may be open at once. */
export interface StreamLimits {
  /** To one address. Behind a proxy all readers have the proxy's. */
  perAddress: number;
  /** In total. */
  total: number;
}

/** How long, in milliseconds, readers have to go when the server closes. */
const patience = 2000;

/** Where the reader of a socket is. */
interface Open {
  fanOut: FanOut;
  reader: ReaderSocket;
  address: string;
}

/** All streams of a server. */
export class Streams {
  readonly #stories: Stories;
  readonly #limits: StreamLimits;
  readonly #report: RoundsReport;
  readonly #fanOuts = new Map<string, FanOut>();
  readonly #open = new Map<Socket, Open>();
  readonly #addresses = new Map<string, number>();
  /** One listener for all sockets: a reader costs little more than its socket. */
  readonly #onClose: (this: Socket) => void;
  #closed = false;

  constructor(stories: Stories, limits: StreamLimits, report: RoundsReport) {
    const leave = (socket: Socket) => this.#leave(socket);
    this.#onClose = function onClose() {
      leave(this);
    };
    this.#stories = stories;
    this.#limits = limits;
    this.#report = report;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#open.size;
  }

  /** How many readers are being brought up to date. */
  get behind(): number {
    return [...this.#fanOuts.values()].reduce((sum, { behind }) => sum + behind, 0);
  }

  /**
   * Answers a request by its socket, to which nobody else writes from then on. Whoever hands it over destroys it where the
   * other side ends or breaks off, and reads on to notice.
   *
   * Throws `story-unknown`, `revision-ahead`, `request-unreadable` and `streams-full`; then nothing was written.
   */
  open(socket: Socket, asked: StreamRequest): void {
    if (socket.destroyed) return;
    const story = this.#stories.get(asked.story);
    const head = revisionOf(story.record);
    const position = checkedPosition(
      wholeNumber(asked.lastEventId || (asked.after ?? String(head)), 'the revision'),
      story.record,
    );
    const address = socket.remoteAddress ?? '';
    const here = this.#roomFor(address);
    const fanOut = this.#fanOuts.get(story.name) ?? new FanOut(story, this.#report);
    this.#fanOuts.set(story.name, fanOut);
    const joining = { position, since: asked.since ?? null, gzip: takes('gzip', asked.encodings) };
    const reader = fanOut.join(socket, joining);
    // Only now, so that nothing is left of one who could not be answered.
    this.#addresses.set(address, here + 1);
    this.#open.set(socket, { fanOut, address, reader });
    socket.on('close', this.#onClose);
  }

  /** Lets every reader go; each connects again by itself, and gets what it lacks. Who does not go is cut off. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const fanOut of this.#fanOuts.values()) fanOut.close();
    this.#fanOuts.clear();
    const until = performance.now() + patience;
    while (this.size > 0 && performance.now() < until) await setTimeout(20);
    for (const socket of this.#open.keys()) socket.destroy();
  }

  /** How many streams an address has, where it may have another. Throws `streams-full`. */
  #roomFor(address: string): number {
    const { perAddress, total } = this.#limits;
    const here = this.#addresses.get(address) ?? 0;
    if (this.#closed || this.size >= total) throw new Refusal('streams-full', { limit: total, whose: 'server' });
    if (here >= perAddress) throw new Refusal('streams-full', { limit: perAddress, whose: 'address' });
    return here;
  }

  /** Lets go of a socket that was closed. */
  #leave(socket: Socket): void {
    const { fanOut, reader, address } = this.#open.get(socket)!;
    this.#open.delete(socket);
    const left = this.#addresses.get(address)! - 1;
    if (left === 0) this.#addresses.delete(address);
    else this.#addresses.set(address, left);
    if (!fanOut.leave(reader)) return;
    for (const [name, one] of this.#fanOuts) if (one === fanOut) this.#fanOuts.delete(name);
    fanOut.close();
  }
}

/** A revision that a story has. Throws `revision-ahead`. */
export function checkedPosition(revision: number, record: StoryRecord): number {
  const head = revisionOf(record);
  if (revision > head) throw new Refusal('revision-ahead', { revision, head });
  return revision;
}
