import { dataHeaders } from './headers.ts';

const lines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

const headers = lines({
  ...dataHeaders,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept-encoding',
  'x-accel-buffering': 'no',
  // Without a length the body goes on to the connection's end, so that the same bytes go to everybody.
  connection: 'close',
});

/** When to come back at the soonest, in milliseconds, and before as long again: where coverage has ended, seldom. */
const soonestFor = (ended: boolean) => (ended ? 300_000 : 2000);

/** The message of a stream that says when to come back after it broke, or once more after the end of the coverage. */
export function retry(ended: boolean): Buffer {
  return Buffer.from(`retry: ${soonestFor(ended)}\n\n`);
}

/** How a stream starts for all who join at one place: the answer's head in HTTP/1.1, and what they lack. */
export class StreamStart {
  readonly #bytes: Buffer;
  readonly #date: number;
  readonly #retry: number;
  readonly #soonest: number;

  /** `start` has the bytes of `retry(ended)` in it as they are. */
  constructor({ gzip, ended }: { gzip: boolean; ended: boolean }, start: Buffer) {
    const encoding = gzip ? 'content-encoding: gzip\r\n' : '';
    const head = Buffer.from(`HTTP/1.1 200 OK\r\n${headers}${encoding}date: ${new Date(0).toUTCString()}\r\n\r\n`);
    this.#bytes = Buffer.concat([head, start]);
    this.#date = head.indexOf('date: ') + 'date: '.length;
    this.#retry = head.length + start.indexOf(retry(ended)) + 'retry: '.length;
    this.#soonest = soonestFor(ended);
  }

  /**
   * The bytes for one who joins now, with its own time to come back, so that readers do not all come at once.
   *
   * They stand in one buffer for all: the next call changes them.
   */
  forOne(): Buffer {
    const milliseconds = this.#soonest + Math.floor(Math.random() * this.#soonest);
    this.#bytes.write(new Date().toUTCString(), this.#date, 'latin1');
    this.#bytes.write(String(milliseconds), this.#retry, 'latin1');
    return this.#bytes;
  }
}
