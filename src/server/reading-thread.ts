import { parentPort } from 'node:worker_threads';
import { comparable, lookUpBy } from '../reading/near-copies.ts';
import { feedOf } from '../reading/formats/read-format.ts';
import type { Gazetteer } from '../reading/places/gazetteer.ts';
import { read } from '../reading/read.ts';
import { readGazetteer } from './gazetteer.ts';
import { Refusal } from '../terms/refusal.ts';
import type { FeedApart, ReadApart, Refused, ThreadAnswer, ThreadTask } from './read-apart.ts';

/** So many entries of a feed leave the thread, and none that is larger than this with its feed. */
const bounds = { entries: 100, units: 1_000_000 };

let gazetteer: Gazetteer | undefined;

// What runs in a thread of its own: one report or feed in, its reading or its refusal out, then the next.
parentPort!.on('message', (task: ThreadTask) => parentPort!.postMessage(answerTo(task)));

function answerTo(task: ThreadTask): ThreadAnswer {
  try {
    return { found: task.as === 'report' ? readReport(task) : readFeed(task) };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    return { refused: [reason.code, reason.wrong] as Refused };
  }
}

function readReport({ bytes, about }: ThreadTask): ReadApart {
  const reading = read(bytes, about, (gazetteer ??= readGazetteer()));
  return { reading, sketch: lookUpBy(comparable(reading.text)) };
}

function readFeed({ bytes, about }: ThreadTask): FeedApart | null {
  const feed = feedOf(bytes, about);
  if (feed === null) return null;
  const entries = feed.entries
    .slice(0, bounds.entries)
    .map((entry) => ({ ...entry, alone: entry.alone() }))
    .filter(({ alone }) => alone.length <= bounds.units);
  return { ...feed, entries };
}
