import { writeSync } from 'node:fs';
import type { Socket } from 'node:net';
import { Reader } from './rounds.ts';

/** What Node keeps under a socket until it is closed, undocumented: on POSIX systems with the descriptor. */
interface Underneath {
  _handle?: { fd?: number } | null;
}

/**
 * A reader's socket, written to by its descriptor; by its own `write` where Node has none.
 *
 * Compared with `socket.write` this saves a request object, its callback and a slice of the buffer for each message and reader.
 */
export class ReaderSocket extends Reader {
  readonly #socket: Socket & Underneath;
  readonly #descriptor: number;

  constructor(socket: Socket, until: number) {
    super(until);
    this.#socket = socket;
    const { _handle: handle } = this.#socket;
    this.#descriptor = handle?.fd ?? -1;
  }

  take(bytes: Buffer, from: number, to: number): number {
    const { _handle: handle } = this.#socket;
    // Once the socket is closed its number may be another's.
    if (handle === null) return 0;
    if (this.#descriptor < 0) return this.#queue(bytes, from, to);
    try {
      return writeSync(this.#descriptor, bytes, from, to - from);
    } catch (reason) {
      if ((reason as NodeJS.ErrnoException).code !== 'EAGAIN') this.#socket.destroy();
      return 0;
    }
  }

  hand(bytes: Buffer, sent: () => void): void {
    this.#socket.write(bytes, (error) => {
      if (!error) sent();
    });
  }

  end(): void {
    // Not `end`: then who never closes the other side would be held for ever.
    this.#socket.destroySoon();
  }

  drop(): void {
    this.#socket.destroy();
  }

  #queue(bytes: Buffer, from: number, to: number): number {
    if (this.#socket.writableLength > 0) return 0;
    this.#socket.write(Buffer.from(bytes.subarray(from, to)));
    return to - from;
  }
}
