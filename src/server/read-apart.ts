import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Feed, FeedEntry } from '../reading/formats/feed.ts';
import type { About } from '../reading/read.ts';
import type { Reading } from '../reading/reading.ts';
import { Refusal } from '../terms/refusal.ts';
import { Lanes } from './lanes.ts';

/** What a report's thread finds: its reading, and by what its near-copies are looked up. */
export interface ReadApart {
  reading: Reading;
  sketch: number[];
}

/** What a feed's thread finds; each entry has the text of the feed with that entry alone. */
export interface FeedApart extends Omit<Feed, 'entries'> {
  entries: (Omit<FeedEntry, 'alone'> & { alone: string })[];
}

/** What a thread is given. */
export interface ThreadTask {
  as: 'report' | 'feed';
  bytes: Uint8Array;
  about: About;
}

const seconds = 10;
/** The seconds of a report are its own: threads do not outnumber the processors. */
const lanes = new Lanes(Math.max(2, availableParallelism()));

/** Reads a report in a thread of its own. Throws `report-too-slow` and what reading throws. */
export async function readApart(bytes: Uint8Array, about: About): Promise<ReadApart> {
  return lanes.run(() => inThread<ReadApart>({ as: 'report', bytes, about }));
}

/** Reads a feed in a thread of its own; `null` where the bytes are none. Throws `report-too-slow` and what reading throws. */
export async function feedApart(bytes: Uint8Array, about: About): Promise<FeedApart | null> {
  return lanes.run(() => inThread<FeedApart | null>({ as: 'feed', bytes, about }));
}

/** Runs a task apart, so that a hostile report cannot hold up those who read the page. */
async function inThread<Found>(task: ThreadTask): Promise<Found> {
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const late = setTimeout(() => reject(new Refusal('report-too-slow', { seconds })), seconds * 1000);
  worker.once('message', (message: { answer: Found } | { refused: ConstructorParameters<typeof Refusal> }) => {
    if ('answer' in message) resolve(message.answer);
    else reject(new Refusal(...message.refused));
  });
  worker.once('error', reject);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
