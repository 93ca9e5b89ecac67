import type { Socket } from 'node:net';
import type { EventKind } from '../journal/event.ts';
import type { Revision } from '../journal/revision.ts';
import { toEventStream, type Frame } from '../live/frame.ts';
import { catchUpFrame, frameOf, turnFrame } from '../page/frame.ts';
import { endingOf, revisionOf, type StoryRecord } from '../record/record.ts';
import type { Moment } from '../terms/when.ts';
import type { LiveStory } from './live-story.ts';
import { ReaderSocket } from './reader-socket.ts';
import { Rounds, type RoundsReport } from './rounds.ts';
import { packed, SharedDeflate } from './shared-deflate.ts';
import { retry, StreamStart } from './stream-head.ts';

/** Where a reader's page stands, and what it takes. */
export interface Joining {
  /** The revision of its page. */
  position: number;
  /** The moment since when what the page says holds; `null` where it does not say. */
  since: Moment | null;
  /** Whether it takes gzip. */
  gzip: boolean;
}

/** How many bytes of each log are kept for readers who are behind. */
const kept = 1 << 20;

const beatSeconds = 15;

/** How long, in milliseconds, a stream lives: at least, and how much more at most, drawn for each. */
const [life, moreLife] = [600_000, 300_000];

/** After how many milliseconds at least readers are let go where coverage has ended. */
const farewell = 500;

/** How long, in milliseconds, to wait at least and at most before looking whether time has changed something. */
const [shortestWait, longestWait] = [50, 60_000];

const heartbeat = Buffer.from(':\n\n');

/**
 * Sends every connected reader of a story what it has not had.
 *
 * There is one log of the frames as they are and one of the same in gzip; each reader is a place in one of them.
 */
export class FanOut {
  readonly #story: LiveStory;
  readonly #plain: Rounds;
  readonly #gzip: Rounds;
  readonly #deflate = new SharedDeflate();
  /** The revision after which each message starts that a joiner of the gzip log is sent again. */
  #afters: number[] = [];
  /** How a stream starts now for joiners who stand at a revision. */
  #starts = new Map<string, StreamStart>();
  /** The moment since when what was sent holds. */
  #since: Moment | null = null;
  /** When time alone changes that next; `null` where it does not. */
  #next: Moment | null = null;
  #appended = 0;
  readonly #unfollow: () => void;
  readonly #heart: NodeJS.Timeout;
  #turning: NodeJS.Timeout | undefined;
  #farewell: NodeJS.Timeout | undefined;

  constructor(story: LiveStory, report: RoundsReport) {
    this.#story = story;
    this.#plain = new Rounds(kept, report);
    this.#gzip = new Rounds(kept, report);
    this.#unfollow = story.follow((revisions, record) => this.#publish(revisions, record));
    this.#heart = setInterval(() => this.#beat(), beatSeconds * 1000).unref();
    this.#waitForTurn();
  }

  /** How many readers are behind. */
  get behind(): number {
    return this.#plain.behind + this.#gzip.behind;
  }

  /** Connects a reader by its socket, which nobody else writes to, and sends what it lacks. Returns what it is among the readers. */
  join(socket: Socket, { position, since, gzip }: Joining): ReaderSocket {
    const { record, turned } = this.#story;
    if (turned.since !== this.#since) this.#sendTurn();
    const head = revisionOf(record);
    const stale = since !== turned.since && turned.subjects.length > 0;
    const rounds = gzip ? this.#gzip : this.#plain;
    const lacks = position < head || stale;
    const start = this.#ready(`${position} ${stale} ${gzip}`, () => {
      const bytes = gzip ? this.#gzipStart(position, stale) : this.#plainStart(position, lacks);
      return new StreamStart({ gzip, ended: this.#ended }, bytes);
    });
    const reader = new ReaderSocket(socket, performance.now() + life + Math.random() * moreLife);
    rounds.add(reader, start.forOne());
    this.#sayFarewell();
    return reader;
  }

  /** Takes a reader out whose socket is closed; whether nobody is left. */
  leave(reader: ReaderSocket): boolean {
    for (const rounds of [this.#plain, this.#gzip]) rounds.remove(reader);
    return this.#plain.size + this.#gzip.size === 0;
  }

  /** Lets every reader go; each connects again by itself. */
  close(): void {
    clearInterval(this.#heart);
    clearTimeout(this.#turning);
    clearTimeout(this.#farewell);
    this.#unfollow();
    for (const rounds of [this.#plain, this.#gzip]) rounds.close();
  }

  get #ended(): boolean {
    return endingOf(this.#story.record) !== null;
  }

  /** Where coverage has ended everybody's time is over, once they have everything. */
  #sayFarewell(): void {
    if (!this.#ended) return;
    this.#farewell ??= setTimeout(() => {
      this.#farewell = undefined;
      if (!this.#ended) return;
      for (const rounds of [this.#plain, this.#gzip]) rounds.letGo(Infinity);
      // Who is full has not had everything yet.
      if (this.behind > 0) this.#sayFarewell();
    }, farewell).unref();
  }

  #plainStart(position: number, lacks: boolean): Buffer {
    return Buffer.concat([retry(this.#ended), ...(lacks ? [this.#lacking(position)] : [])]);
  }

  /** The frames that the next refer to; before them the net difference, where they do not reach back to the position. */
  #gzipStart(position: number, stale: boolean): Buffer {
    const from = this.#afters[0] ?? revisionOf(this.#story.record);
    return this.#deflate.start(retry(this.#ended), position < from || stale ? packed(this.#lacking(position)) : null);
  }

  #lacking(position: number): Buffer {
    const { record, turned } = this.#story;
    return bytesOf(catchUpFrame(record, position, turned.since));
  }

  /** Made once for all who join between two frames. */
  #ready(key: string, make: () => StreamStart): StreamStart {
    const ready = this.#starts.get(key) ?? make();
    if (this.#starts.size < 200) this.#starts.set(key, ready);
    return ready;
  }

  #publish(revisions: readonly Revision[], record: StoryRecord): void {
    const at = performance.now();
    const after = revisions[0]!.number - 1;
    const passed = this.#next !== null && this.#story.turned.since >= this.#next;
    this.#waitForTurn();
    const has = (asked: EventKind) => revisions.some(({ events }) => events.some(({ kind }) => kind === asked));
    if (has('content-removed')) this.#forget();
    // Whoever joins from now on is not sent again what could be paid into before.
    if (has('payment-withdrawn')) this.#restart();
    const { since } = this.#story.turned;
    this.#send(passed ? catchUpFrame(record, after, since) : frameOf(record, revisions, after, since), at);
    this.#sayFarewell();
  }

  /** Forgets what was sent: something was taken down, and nobody is sent it any more. */
  #forget(): void {
    for (const rounds of [this.#plain, this.#gzip]) rounds.forget();
    this.#restart();
  }

  /** Lets nothing that comes refer to what was sent before. */
  #restart(): void {
    this.#deflate.clear();
    this.#afters = [];
    this.#starts.clear();
  }

  #send(frame: Frame, at: number): void {
    this.#append(bytesOf(frame), frame.after, at);
  }

  #append(message: Buffer, after: number, at: number): void {
    this.#starts.clear();
    this.#appended = at;
    if (this.#plain.size > 0) this.#plain.append(message, at);
    if (this.#gzip.size === 0) return this.#restart();
    this.#gzip.append(this.#deflate.add(message), at);
    this.#afters.push(after);
    this.#afters.splice(0, this.#afters.length - this.#deflate.depth);
  }

  /** Sends what time alone has changed. A page that joins later must find no older turn before it. */
  #sendTurn(): void {
    const { record, turned } = this.#story;
    this.#waitForTurn();
    this.#restart();
    this.#send(turnFrame(record, turned.subjects, turned.since), performance.now());
  }

  /** Sends every reader what time alone changes, when it does. */
  #waitForTurn(): void {
    clearTimeout(this.#turning);
    const { since, next } = this.#story.turned;
    this.#since = since;
    this.#next = next;
    if (next === null) return;
    const wait = Math.max(shortestWait, Math.min(longestWait, Date.parse(next) - Date.now()));
    this.#turning = setTimeout(() => {
      if (this.#story.turned.since === since) this.#waitForTurn();
      else this.#sendTurn();
    }, wait).unref();
  }

  #beat(): void {
    const now = performance.now();
    for (const rounds of [this.#plain, this.#gzip]) rounds.reap(now);
    this.#sayFarewell();
    if (now - this.#appended >= beatSeconds * 1000) this.#append(heartbeat, revisionOf(this.#story.record), now);
  }
}

function bytesOf(frame: Frame): Buffer {
  return Buffer.from(toEventStream(frame));
}
