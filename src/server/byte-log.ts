/**
 * The last bytes of a stream that never ends, each known by its offset from the stream's beginning.
 *
 * They stand in one buffer without gaps, so that any stretch of them can be written in one go and nobody needs a copy.
 * `bytes` may be another buffer after `append`, and its contents may have moved: ask `placeOf` anew.
 */
export class ByteLog {
  readonly #kept: number;
  #bytes: Buffer;
  #start = 0;
  #end = 0;

  /** A log that keeps at least its last `kept` bytes, and always all of what was appended last. */
  constructor(kept: number) {
    this.#kept = kept;
    this.#bytes = Buffer.allocUnsafeSlow(2 * kept);
  }

  /** The offset of the first byte that is still there. */
  get start(): number {
    return this.#start;
  }

  /** The offset at which the next byte will be. */
  get end(): number {
    return this.#end;
  }

  /** The buffer in which the bytes stand. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Where in `bytes` the byte at an offset stands. */
  placeOf(offset: number): number {
    return offset - this.#start;
  }

  /** Adds bytes at the end; of what came before, at least the last `kept` bytes stay. */
  append(bytes: Uint8Array): void {
    const used = this.#end - this.#start;
    if (used + bytes.length > this.#bytes.length) {
      const staying = Math.min(used, this.#kept);
      const from = this.#bytes;
      if (staying + bytes.length > from.length) this.#bytes = Buffer.allocUnsafeSlow(2 * (staying + bytes.length));
      from.copy(this.#bytes, 0, used - staying, used);
      this.#start = this.#end - staying;
    }
    this.#bytes.set(bytes, this.placeOf(this.#end));
    this.#end += bytes.length;
  }

  /** Forgets all bytes; the next one has the offset that it would have had. */
  clear(): void {
    this.#bytes.fill(0);
    this.#start = this.#end;
  }
}
