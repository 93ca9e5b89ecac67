import type { FastifyReply } from 'fastify';
import { storyAddress } from '../page/addresses.ts';
import type { StoryRecord } from '../record/record.ts';
import type { LiveStory } from './live-story.ts';
import { encodingOf } from './request.ts';
import type { ReadyBytes } from './ready-bytes.ts';
import type { RequestHead } from './request-head.ts';
import type { Turned } from './turns.ts';

/** How often, in milliseconds, an answer that is given again is held against the clock. */
const patience = 100;

/** How long, in milliseconds, a page stands until it is worth being compressed with all effort. */
const lasting = 1000;

/** Headers with which a request may be answered otherwise. */
const decisive = ['if-none-match', 'accept-datetime'];

/** What a story's page was made from; while the story holds the same, the page says the same. */
export interface Shown {
  record: StoryRecord;
  turned: Turned;
}

/** An answer as it goes over the wire, and where in it the date stands. */
interface Wire {
  bytes: Buffer;
  date: number;
}

interface Kept extends Shown, Wire {
  story: LiveStory;
  /** When it was last held against the clock. */
  looked: number;
}

/** The last answers to first views, head and body: whoever asks the same while a story stands as it did gets the same bytes. */
export class ReadyPages {
  readonly #kept = new Map<string, Kept>();

  /** The answer to a request, where it is ready. */
  find({ target, header }: RequestHead): Buffer | null {
    const kept = this.#kept.get(keyOf(target, header('accept-encoding')));
    if (kept === undefined || !stands(kept)) return null;
    if ((header('connection') ?? 'keep-alive').toLowerCase() !== 'keep-alive') return null;
    return decisive.every((name) => header(name) === undefined) ? kept.bytes : null;
  }

  /** Keeps an answer, just before it is sent, to whoever asks for a story's page and nothing more. */
  keep(story: LiveStory, shown: Shown, reply: FastifyReply, sent: { body: Buffer; of: ReadyBytes }): void {
    const { url, headers } = reply.request;
    if (url !== storyAddress(story.name)) return;
    const key = keyOf(url, headers['accept-encoding']?.toString());
    const known = this.#kept.get(key);
    if (known !== undefined && stands(known)) return;
    const named = reply.getHeaders();
    const kept = { ...shown, ...wire(named, sent.body), story, looked: performance.now() };
    this.#kept.set(key, kept);
    if (named['content-encoding'] !== 'br') return;
    const tighten = async () => {
      if (this.#kept.get(key) === kept && stands(kept)) Object.assign(kept, wire(named, await sent.of.tightened()));
    };
    // Should that fail, what is there goes on.
    setTimeout(() => void tighten().catch(() => {}), lasting).unref();
  }
}

function wire(headers: object, body: Buffer): Wire {
  const lines = Object.entries({ ...headers, 'content-length': body.length, connection: 'keep-alive' });
  const head = `HTTP/1.1 200 OK\r\n${lines.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('')}date: `;
  const bytes = Buffer.concat([Buffer.from(`${head}${new Date().toUTCString()}\r\n\r\n`, 'latin1'), body]);
  return { bytes, date: head.length };
}

function keyOf(target: string, encodings: string | undefined): string {
  return `${encodingOf(encodings)} ${target}`;
}

/** Whether an answer is what its story's page says now. From time to time it is dated anew. */
function stands(kept: Kept): boolean {
  if (kept.story.record !== kept.record) return false;
  const now = performance.now();
  if (now - kept.looked < patience) return true;
  if (kept.story.turned !== kept.turned) return false;
  kept.looked = now;
  kept.bytes.write(new Date().toUTCString(), kept.date, 'latin1');
  return true;
}
