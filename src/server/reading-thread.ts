import { parentPort, workerData } from 'node:worker_threads';
import { comparable, lookUpBy } from '../reading/near-copies.ts';
import { feedOf } from '../reading/formats/read-format.ts';
import { read } from '../reading/read.ts';
import { readGazetteer } from './gazetteer.ts';
import { Refusal } from '../terms/refusal.ts';
import type { FeedApart, ReadApart, ThreadTask } from './read-apart.ts';

/** So many entries of a feed leave the thread, and none that is larger than this with its feed. */
const bounds = { entries: 100, units: 1_000_000 };

// What runs in a thread of its own: one report or feed in, its reading or its refusal out.
const { bytes, about, as } = workerData as ThreadTask;
try {
  parentPort!.postMessage({ answer: as === 'report' ? readReport() : readFeed() });
} catch (reason) {
  if (!(reason instanceof Refusal)) throw reason;
  parentPort!.postMessage({ refused: [reason.code, reason.wrong] });
}

function readReport(): ReadApart {
  const reading = read(bytes, about, readGazetteer());
  return { reading, sketch: lookUpBy(comparable(reading.text)) };
}

function readFeed(): FeedApart | null {
  const feed = feedOf(bytes, about);
  if (feed === null) return null;
  const entries = feed.entries
    .slice(0, bounds.entries)
    .map((entry) => ({ ...entry, alone: entry.alone() }))
    .filter(({ alone }) => alone.length <= bounds.units);
  return { ...feed, entries };
}
