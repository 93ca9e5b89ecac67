import { parentPort, workerData } from 'node:worker_threads';
import { read } from '../reading/read.ts';
import { readGazetteer } from './gazetteer.ts';
import { Refusal } from '../terms/refusal.ts';

// What runs in the thread of `readApart`: one report in, its reading or its refusal out.
const { bytes, about } = workerData as {
  bytes: Uint8Array;
  about: { contentType: string | null; fileName: string | null };
};
try {
  parentPort!.postMessage({ reading: read(bytes, about, readGazetteer()) });
} catch (reason) {
  if (!(reason instanceof Refusal)) throw reason;
  parentPort!.postMessage({ refused: [reason.code, reason.wrong] });
}
