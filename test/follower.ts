import http from 'node:http';
import { createGunzip } from 'node:zlib';
import { createParser } from 'eventsource-parser';
import { isTurn, type Frame } from '../src/live/frame.ts';
import { readerAt, step, type Reader, type ReaderEffect, type ReaderEvent } from '../src/live/reader.ts';

const numberOf = (id: string) => Number(/^post-(\d+)$/.exec(id)?.[1] ?? 0);

/** A reader's page without a browser: the state machine of the page's script over real connections, in a hurry. */
export class Follower {
  reader: Reader;
  /** What stands on the page, by the ids of its elements. */
  readonly pieces = new Map<string, string>();
  /** What was put onto the page and should not have been: beyond a gap, a second time, a new post after a later one. */
  readonly wrong = { gaps: 0, doubled: 0, disordered: 0 };
  /** How many new posts it was told of without being sent them. */
  unsent = 0;
  /** How often a stream was opened. */
  streams = 0;
  readonly #story: string;
  readonly #gzip: boolean;
  #newest = 0;
  #stream: http.ClientRequest | null = null;
  #asking = new AbortController();
  #awayUntil = 0;
  #lastEventId: string | null = null;
  #waiting: NodeJS.Timeout | undefined;
  #returning: NodeJS.Timeout | undefined;
  #closed = false;

  /** Follows the story at an address from a page on. */
  constructor(story: string, page: Frame, gzip: boolean) {
    this.#story = story;
    this.#gzip = gzip;
    this.reader = readerAt(page.revision, page.ended);
    this.#put(page);
    this.#happen({ kind: 'started' });
  }

  /** Breaks off whatever is connected; nothing gets through for so many milliseconds. */
  cut(milliseconds = 0): void {
    this.#awayUntil = performance.now() + milliseconds;
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#stream?.destroy();
  }

  /** Reads nothing more from its stream, until it wakes. */
  stall(): void {
    this.#stream?.socket?.pause();
  }

  wake(): void {
    this.#stream?.socket?.resume();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#waiting);
    this.#disconnect();
  }

  /** Lets go of the stream, which does not come back by itself then. */
  #disconnect(): void {
    clearTimeout(this.#returning);
    const stream = this.#stream;
    this.#stream = null;
    stream?.destroy();
  }

  #happen(event: ReaderEvent): void {
    if (this.#closed) return;
    const [reader, effects] = step(this.reader, event);
    effects.forEach((effect) => this.#carryOut(effect));
    this.reader = reader;
  }

  #carryOut(effect: ReaderEffect): void {
    if (effect.kind === 'connect') this.#connect(effect.after);
    else if (effect.kind === 'disconnect') this.#disconnect();
    else if (effect.kind === 'fetch') this.#ask(effect.after, effect.held);
    else if (effect.kind === 'apply') this.#apply(effect.frame);
    else {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(
        () => this.#happen({ kind: 'waited' }),
        (50 + Math.random() * 100) * (effect.long ? 5 : 1),
      );
    }
  }

  #apply(frame: Frame): void {
    const { revision } = this.reader;
    if (frame.after > revision) this.wrong.gaps += 1;
    if (!isTurn(frame) && frame.revision <= revision) this.wrong.doubled += 1;
    this.#put(frame);
  }

  #put({ parts, unsent }: Frame): void {
    this.unsent += unsent;
    for (const { id, html } of parts) {
      const number = numberOf(id);
      if (!this.pieces.has(id) && number > 0) {
        if (number < this.#newest) this.wrong.disordered += 1;
        this.#newest = number;
      }
      this.pieces.set(id, html);
    }
  }

  /** As a browser's EventSource does: it comes back by itself, with the last id. */
  #connect(after: number): void {
    if (this.#stream !== null || this.#closed) return;
    const away = this.#awayUntil - performance.now();
    if (away > 0) return void (this.#returning = setTimeout(() => this.#connect(this.reader.revision), away));
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (this.#gzip) headers['accept-encoding'] = 'gzip';
    if (this.#lastEventId !== null) headers['last-event-id'] = this.#lastEventId;
    const request = http.get(`${this.#story}/stream?after=${after}`, { headers, agent: false });
    this.#stream = request;
    const over = () => {
      if (this.#stream !== request) return;
      this.#stream = null;
      this.#happen({ kind: 'failed' });
      this.#returning = setTimeout(() => this.#connect(this.reader.revision), 20 + Math.random() * 100);
    };
    request.on('error', over).on('close', over);
    request.on('response', (response) => {
      if (response.statusCode !== 200) return void response.resume().once('end', () => request.destroy());
      this.streams += 1;
      this.#happen({ kind: 'opened' });
      const parser = createParser({
        onEvent: ({ id, data }) => {
          this.#lastEventId = id ?? this.#lastEventId;
          this.#happen({ kind: 'framed', frame: JSON.parse(data) as Frame });
        },
      });
      const body = response.headers['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response;
      // A stream ends without the end of its gzip.
      body.on('error', () => {}).on('data', (bytes: Buffer) => parser.feed(bytes.toString()));
      response.on('error', () => {});
    });
  }

  #ask(after: number, held: boolean): void {
    const signal = AbortSignal.any([this.#asking.signal, AbortSignal.timeout(20_000)]);
    const away = performance.now() < this.#awayUntil;
    const asked = away
      ? Promise.reject(new Error('no network'))
      : fetch(`${this.#story}/${held ? 'next' : 'after'}/${after}`, { signal });
    asked
      .then((answer) => (answer.ok ? (answer.json() as Promise<Frame>) : Promise.reject(new Error('refused'))))
      .then(
        (frame) => this.#happen({ kind: 'fetched', frame }),
        () => this.#happen({ kind: 'unreachable' }),
      );
  }
}
