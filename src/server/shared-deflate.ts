import { constants, deflateRawSync } from 'node:zlib';
import { ByteLog } from './byte-log.ts';

/** How far back, in bytes, deflate can refer. Source: RFC 1951, section 2. */
const windowSize = 32_768;

/** A gzip member's header: deflate, no name, no time, made on an unknown system. Source: RFC 1952, section 2.3. */
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

const options = { finishFlush: constants.Z_SYNC_FLUSH, level: 9, chunkSize: 4096 };

/**
 * One gzip stream that everybody reads from another place on.
 *
 * Each message is compressed once, with the messages before it as the dictionary. Whoever joins is first sent those
 * messages compressed by themselves, and has from then on what the coming ones refer to. No stream ends in a checksum, as
 * none ends: they are cut.
 */
export class SharedDeflate {
  readonly #log = new ByteLog(windowSize);
  /** The lengths of the messages that what comes may refer to; `#size` is their sum. */
  #lengths: number[] = [];
  #size = 0;
  #packed: Buffer | null = null;

  /** How many of the last messages a joiner is sent again. */
  get depth(): number {
    return this.#lengths.length;
  }

  /** A message compressed for everybody who has been sent what came before. */
  add(message: Buffer): Buffer {
    const block = packed(message, this.#history());
    this.#log.append(message);
    this.#lengths.push(message.length);
    this.#size += message.length;
    while (this.#size > windowSize) this.#size -= this.#lengths.shift()!;
    this.#packed = null;
    return block;
  }

  /**
   * How a stream starts for one who joins now: words for this one alone, a block made by `packed`, and the messages that
   * what comes next refers to. Nothing stands in between.
   */
  start(own: Buffer, block: Buffer | null): Buffer {
    this.#packed ??= this.#size === 0 ? Buffer.alloc(0) : packed(this.#history());
    return Buffer.concat([header, stored(own), ...(block === null ? [] : [block]), this.#packed]);
  }

  /** Forgets the messages so far; nothing that comes refers to them. */
  clear(): void {
    this.#log.clear();
    this.#lengths = [];
    this.#size = 0;
    this.#packed = null;
  }

  #history(): Buffer {
    const { bytes, end } = this.#log;
    return bytes.subarray(this.#log.placeOf(end - this.#size), this.#log.placeOf(end));
  }
}

/** A text as a block of deflate that ends at a whole byte; it may refer to a dictionary that stands right before it. */
export function packed(text: Buffer, dictionary: Buffer = Buffer.alloc(0)): Buffer {
  return deflateRawSync(text, dictionary.length > 0 ? { ...options, dictionary } : options);
}

/** Few bytes as a block that is not compressed. Source: RFC 1951, section 3.2.4. */
function stored(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(0xffff - bytes.length, 3);
  return Buffer.concat([head, bytes]);
}
