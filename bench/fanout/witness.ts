import { connect, type Socket } from 'node:net';
import { createGunzip, constants, type Gunzip } from 'node:zlib';
import type { Contender } from './contenders.ts';

/** The mark by which a message is known: `~T17~`. */
export const markOf = (number: number): string => `~T${number}~`;

const flushed = Buffer.from([0, 0, 0xff, 0xff]);
const blank = Buffer.from('\n\n');

/** One reader who understands what it gets: after how many bytes of the stream each message is there. */
export class Witness {
  /** Bytes of the stream, from when `begin` was called, after which a message is there as a whole; in the order of arrival. */
  readonly ends = new Map<number, number>();
  /** The ids that came, in order. */
  readonly ids: string[] = [];
  /** How many marks came that had come before. */
  wrong = 0;
  /** The bytes that came in all. */
  received = 0;
  readonly #socket: Socket;
  readonly #gunzip: Gunzip | null;
  #head = Buffer.alloc(0);
  #opened = false;
  #begun = 0;
  #text = '';
  #queue: Promise<void> = Promise.resolve();
  #heard = () => {};

  private constructor(socket: Socket, gzip: boolean) {
    this.#socket = socket;
    this.#gunzip = gzip ? createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }) : null;
    this.#gunzip?.on('data', (text: Buffer) => this.#read(text.toString()));
  }

  /** Connects to a contender as a reader with the last id that it has had. */
  static async open(contender: Contender, lastEventId: string | null): Promise<Witness> {
    const request = contender.request(lastEventId);
    const socket = connect(contender.port, '127.0.0.1');
    const witness = new Witness(socket, request.includes('gzip'));
    socket.write(request);
    socket.on('data', (bytes: Buffer) => {
      witness.received += bytes.length;
      witness.#queue = witness.#queue.then(() => witness.#take(bytes));
    });
    await new Promise((resolve) => void setTimeout(resolve, 700));
    return witness;
  }

  /** Counts the stream's bytes from here on. */
  begin(): void {
    this.#begun = this.received;
  }

  /** Resolves when as many messages are there. */
  async has(count: number): Promise<void> {
    while (this.ends.size < count) await new Promise<void>((resolve) => (this.#heard = resolve));
  }

  close(): void {
    this.#socket.destroy();
  }

  #place = 0;

  async #take(bytes: Buffer): Promise<void> {
    let rest = bytes;
    if (!this.#opened) {
      this.#head = Buffer.concat([this.#head, bytes]);
      const end = this.#head.indexOf('\r\n\r\n');
      if (end < 0) return void (this.#place += bytes.length);
      this.#opened = true;
      rest = this.#head.subarray(end + 4);
      this.#place += bytes.length - rest.length;
    }
    while (rest.length > 0) {
      const mark = this.#gunzip ? flushed : blank;
      const at = rest.indexOf(mark);
      const piece = at < 0 ? rest : rest.subarray(0, at + mark.length);
      rest = rest.subarray(piece.length);
      this.#place += piece.length;
      if (this.#gunzip) await new Promise((resolve) => this.#gunzip!.write(piece, resolve));
      else this.#read(piece.toString());
      this.#note();
    }
  }

  #read(text: string): void {
    this.#text += text;
  }

  #note(): void {
    const whole = this.#text.lastIndexOf('\n') + 1;
    const lines = this.#text.slice(0, whole);
    this.#text = this.#text.slice(whole);
    for (const [, id] of lines.matchAll(/^id: (.*)$/gm)) this.ids.push(id!);
    for (const [, mark] of lines.matchAll(/~T(\d+)~/g)) {
      const number = Number(mark);
      if (this.ends.has(number)) this.wrong += 1;
      else this.ends.set(number, this.#place - this.#begun);
    }
    this.#heard();
  }
}
