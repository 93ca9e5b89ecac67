import type { ServerResponse } from 'node:http';
import type { Revision } from '../journal/revision.ts';
import { toEventStream } from '../live/frame.ts';
import { catchUpFrame, frameOf, turnFrame } from '../page/frame.ts';
import { revisionOf, type StoryRecord } from '../record/record.ts';
import type { Moment } from '../terms/when.ts';
import type { LiveStory } from './live-story.ts';

interface Reader {
  response: ServerResponse;
  /** The revision that the reader has been sent everything up to. */
  position: number;
  /** Whether the socket is full: then nothing is written until it has drained. */
  full: boolean;
}

const heartbeatSeconds = 15;
const retryMilliseconds = 2000;

/** How long, in milliseconds, to wait at least and at most before looking whether time has changed something. */
const [shortestWait, longestWait] = [50, 60_000];

/**
 * Sends every connected reader of a story what it has not had.
 *
 * A reader is a position: what it is sent is computed from there, so that nothing is queued for it. One whose socket is
 * full is left out until it has drained, and is then sent the net difference.
 */
export class FanOut {
  readonly #story: LiveStory;
  readonly #readers = new Set<Reader>();
  readonly #unfollow: () => void;
  readonly #heart: NodeJS.Timeout;
  #turning: NodeJS.Timeout | undefined;

  constructor(story: LiveStory) {
    this.#story = story;
    this.#unfollow = story.follow((revisions, record) => this.#publish(revisions, record));
    this.#heart = setInterval(() => this.#beat(), heartbeatSeconds * 1000).unref();
    this.#waitForTurn();
  }

  /** How many readers are connected. */
  get size(): number {
    return this.#readers.size;
  }

  /** Connects a reader whose page stands at a revision and says what holds since a moment, and sends what it lacks. */
  join(response: ServerResponse, position: number, since: Moment | null): void {
    response.write(`retry: ${retryMilliseconds + Math.floor(Math.random() * retryMilliseconds)}\n\n`);
    const reader: Reader = { response, position, full: false };
    response.on('close', () => this.#readers.delete(reader));
    response.on('drain', () => {
      reader.full = false;
      this.#bringUp(reader);
    });
    this.#readers.add(reader);
    const { record, turned } = this.#story;
    const stale = since !== turned.since && turned.subjects.length > 0;
    if (position === revisionOf(record) && stale) this.#write(reader, this.#turn(), position);
    this.#bringUp(reader);
  }

  /** Lets every reader go; each connects again by itself. */
  close(): void {
    clearInterval(this.#heart);
    clearTimeout(this.#turning);
    this.#unfollow();
    for (const { response } of this.#readers) response.end();
    this.#readers.clear();
  }

  #publish(revisions: readonly Revision[], record: StoryRecord): void {
    const after = revisions[0]!.number - 1;
    this.#waitForTurn();
    const text = toEventStream(frameOf(record, revisions, after, this.#story.turned.since));
    for (const reader of this.#readers) {
      if (!reader.full && reader.position === after) this.#write(reader, text, revisionOf(record));
    }
  }

  /** Sends a reader the net difference between where it stands and where the story stands. */
  #bringUp(reader: Reader): void {
    const { record, turned } = this.#story;
    const head = revisionOf(record);
    if (reader.full || reader.position >= head) return;
    this.#write(reader, toEventStream(catchUpFrame(record, reader.position, turned.since)), head);
  }

  #write(reader: Reader, text: string, position: number): void {
    reader.position = position;
    reader.full = !reader.response.write(text);
  }

  /** What time alone has changed, for readers who have everything else. */
  #turn(): string {
    const { record, turned } = this.#story;
    return toEventStream(turnFrame(record, turned.subjects, turned.since));
  }

  /** Sends every reader what time alone changes, when it does. */
  #waitForTurn(): void {
    clearTimeout(this.#turning);
    const { since, next } = this.#story.turned;
    if (next === null) return;
    const wait = Math.max(shortestWait, Math.min(longestWait, Date.parse(next) - Date.now()));
    this.#turning = setTimeout(() => {
      if (this.#story.turned.since !== since) this.#sendTurn();
      this.#waitForTurn();
    }, wait).unref();
  }

  #sendTurn(): void {
    const text = this.#turn();
    const head = revisionOf(this.#story.record);
    for (const reader of this.#readers) {
      if (!reader.full && reader.position === head) this.#write(reader, text, head);
    }
  }

  #beat(): void {
    for (const { response, full } of this.#readers) if (!full) response.write(':\n\n');
  }
}
