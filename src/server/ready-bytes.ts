import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { encodingOf } from './request.ts';

const compress = promisify(brotliCompress);

/** An answer made once and sent to everybody who asks for it, compressed as each of them takes it. */
export class ReadyBytes {
  readonly #plain: Buffer;
  readonly #type: string;
  readonly #tag: string;
  #brotli: Buffer | undefined;
  #gzip: Buffer | undefined;

  constructor(text: string, type: string) {
    this.#plain = Buffer.from(text);
    this.#type = type;
    // Named by its bytes: what today's code makes of a revision can differ from what yesterday's made.
    this.#tag = `W/"${createHash('sha256').update(this.#plain).digest('base64url').slice(0, 16)}"`;
  }

  /** Sends the bytes, or 304 to whoever has them; `sending` is told what is about to be sent as the answer's body, and of whose. */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    caching: string,
    sending: (body: Buffer, of: ReadyBytes) => void = () => {},
  ): FastifyReply {
    reply.header('cache-control', caching).header('etag', this.#tag);
    reply.header('vary', [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', '));
    const known = request.headers['if-none-match'];
    if (known?.split(',').some((tag) => tag.trim() === this.#tag || tag.trim() === '*')) return reply.code(304).send();
    const encoding = encodingOf(request.headers['accept-encoding']?.toString());
    reply.type(this.#type);
    if (encoding !== null) reply.header('content-encoding', encoding);
    const body = encoding === 'br' ? this.brotli() : encoding === 'gzip' ? this.gzip() : this.#plain;
    sending(body, this);
    return reply.send(body);
  }

  /** The bytes in brotli, compressed once. */
  brotli(): Buffer {
    return (this.#brotli ??= brotliCompressSync(this.#plain, { params: this.#effort(6) }));
  }

  /** The bytes in brotli with all the effort that it has, made in another thread; from then on these are sent. */
  async tightened(): Promise<Buffer> {
    return (this.#brotli = await compress(this.#plain, { params: this.#effort(11) }));
  }

  /** The bytes in gzip, compressed once. */
  gzip(): Buffer {
    return (this.#gzip ??= gzipSync(this.#plain, { level: 9 }));
  }

  #effort(quality: number): Record<number, number> {
    return { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: this.#plain.length };
  }
}

const answersKept = 200;

/** The answers made from one version of a story; a new version throws them all away. */
export class ReadyAnswers {
  #version = '';
  readonly #answers = new Map<string, ReadyBytes>();

  /** The answer with a key at a version, where it is ready. */
  find(version: string, key: string): ReadyBytes | undefined {
    return version === this.#version ? this.#answers.get(key) : undefined;
  }

  /** The answer with a key at a version, made where it is not ready yet; of too many the oldest goes. */
  get(version: string, key: string, make: () => ReadyBytes): ReadyBytes {
    if (version !== this.#version) this.#answers.clear();
    this.#version = version;
    const ready = this.#answers.get(key) ?? make();
    if (this.#answers.size >= answersKept && !this.#answers.has(key)) {
      const [oldest] = this.#answers.keys();
      this.#answers.delete(oldest!);
    }
    this.#answers.set(key, ready);
    return ready;
  }
}
