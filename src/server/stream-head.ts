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

const retryMilliseconds = 2000;

/** The message of a stream that says when to come back after it broke. */
export const retry: Buffer = Buffer.from(`retry: ${retryMilliseconds}\n\n`);

/** How a stream starts for all who join at one place: the answer's head in HTTP/1.1, and what they lack. */
export class StreamStart {
  readonly #bytes: Buffer;
  readonly #date: number;
  readonly #retry: number;

  /** `start` has the bytes of `retry` in it as they are. */
  constructor(gzip: boolean, start: Buffer) {
    const encoding = gzip ? 'content-encoding: gzip\r\n' : '';
    const head = Buffer.from(`HTTP/1.1 200 OK\r\n${headers}${encoding}date: ${new Date(0).toUTCString()}\r\n\r\n`);
    this.#bytes = Buffer.concat([head, start]);
    this.#date = head.indexOf('date: ') + 'date: '.length;
    this.#retry = head.length + start.indexOf(retry) + 'retry: '.length;
  }

  /**
   * The bytes for one who joins now, with its own time to come back, so that readers do not all come at once.
   *
   * They stand in one buffer for all: the next call changes them.
   */
  forOne(): Buffer {
    const milliseconds = retryMilliseconds + Math.floor(Math.random() * retryMilliseconds);
    this.#bytes.write(new Date().toUTCString(), this.#date, 'latin1');
    this.#bytes.write(String(milliseconds), this.#retry, 'latin1');
    return this.#bytes;
  }
}
