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

/** A refusal as it leaves a thread. */
export type Refused = ConstructorParameters<typeof Refusal>;

/** What a thread answers: what it found, or why it refuses. */
export type ThreadAnswer = { found: unknown } | { refused: Refused };

/** The bounds of one report: the seconds, and the megabytes that its thread may hold. */
const bounds = { seconds: 10, megabytes: 1024 };

/** How many seconds a thread with nothing to do is kept. */
const rest = 300;

/** The seconds of a report are its own: threads do not outnumber the processors. */
const lanes = new Lanes(Math.max(2, availableParallelism()));

/** Threads with nothing to do: their code is warm and their gazetteer open, which is nearly all that a first report takes. */
const resting: Worker[] = [];
let dismissal: NodeJS.Timeout | undefined;

/** Reads a report in a thread of its own. Throws `report-too-slow`, `report-too-heavy` and what reading throws. */
export async function readApart(bytes: Uint8Array, about: About): Promise<ReadApart> {
  return lanes.run(() => inThread<ReadApart>({ as: 'report', bytes, about }));
}

/** Reads a feed in a thread of its own; `null` where the bytes are none. Throws as `readApart` does. */
export async function feedApart(bytes: Uint8Array, about: About): Promise<FeedApart | null> {
  return lanes.run(() => inThread<FeedApart | null>({ as: 'feed', bytes, about }));
}

/** Runs a task apart, so that a hostile report cannot hold up those who read the page. A thread that it breaks is not used again. */
async function inThread<Found>(task: ThreadTask): Promise<Found> {
  const worker = resting.pop() ?? started();
  const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>();
  const late = setTimeout(() => reject(new Refusal('report-too-slow', bounds)), bounds.seconds * 1000);
  worker.ref();
  worker.once('message', resolve).once('error', reject).postMessage(task);
  try {
    const answer = await promise;
    keep(worker);
    if ('found' in answer) return answer.found as Found;
    throw new Refusal(...answer.refused);
  } catch (reason) {
    if (!resting.includes(worker)) await worker.terminate();
    throw (reason as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? new Refusal('report-too-heavy', bounds)
      : reason;
  } finally {
    clearTimeout(late);
    worker.off('message', resolve).off('error', reject);
  }
}

function started(): Worker {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
  });
  // One that breaks while it rests is nobody's failure.
  worker.once('error', () => {
    if (resting.includes(worker)) resting.splice(resting.indexOf(worker), 1);
  });
  return worker;
}

function keep(worker: Worker): void {
  worker.unref();
  resting.push(worker);
  clearTimeout(dismissal);
  dismissal = setTimeout(() => resting.splice(0).forEach((one) => void one.terminate()), rest * 1000).unref();
}
