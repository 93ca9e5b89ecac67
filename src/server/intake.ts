import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { ReportCited } from '../journal/event.ts';
import { digest } from '../journal/revision.ts';
import type { Reading } from '../reading/reading.ts';
import type { KnownReport } from '../record/decide.ts';
import type { Command } from '../record/command.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import type { DeskStore, KeptReport } from './desk-port.ts';

/** A report as it comes in. */
export interface Incoming {
  bytes: Uint8Array;
  contentType: string | null;
  fileName: string | null;
  /** Where it came from; `null` means unknown. */
  origin: string | null;
  by: string;
}

/** The largest report that is taken in, in bytes. */
export const reportLimit = 5_000_000;

const readingSeconds = 10;

/**
 * Takes a report in: keeps its bytes and its clean text, and says what reading finds in it.
 *
 * The same text taken in twice is one report. Throws `request-too-large`, `report-too-slow`, and what reading throws.
 */
export async function takeIn(desk: DeskStore, incoming: Incoming, now: Moment): Promise<KeptReport> {
  const { bytes, contentType, fileName, origin, by } = incoming;
  if (bytes.length > reportLimit) throw new Refusal('request-too-large', { limit: reportLimit });
  const reading = await readApart(bytes, { contentType, fileName });
  const report: KeptReport = {
    text: digest(reading.text),
    line: lineOf(reading),
    bytesHash: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    contentType,
    fileName,
    origin,
    takenIn: now,
    takenInBy: by,
    words: reading.text,
    reading: JSON.stringify({ ...reading, text: undefined }),
  };
  await desk.keepReport(report);
  return (await desk.report(report.text)) ?? report;
}

/** What reading found in a kept report. */
export function readingOf({ reading, words }: KeptReport): Reading {
  return { ...(JSON.parse(reading) as Omit<Reading, 'text'>), text: words };
}

/** The reports that a command cites, as deciding needs them. Those that the desk does not keep are left out. */
export async function citedReports(desk: DeskStore, command: Command): Promise<Map<string, KnownReport>> {
  const cited = new Map<string, KnownReport>();
  const statements =
    command.kind === 'publish' ? command.statements : command.kind === 'correct-statement' ? [command.right] : [];
  const names = new Set(statements.flatMap(({ excerpt }) => (excerpt === null ? [] : [excerpt.report])));
  for (const name of names) {
    const report = await desk.report(name);
    if (report === null) continue;
    const { title, outlet, published, language } = readingOf(report);
    const { words, bytesHash, origin } = report;
    // What a hostile page says of itself is shortened, or unknown where a short form would be another thing.
    const shape = ReportCited.shape;
    const fitting = (field: 'origin' | 'outlet' | 'published' | 'language', text: string | null) =>
      shape[field].safeParse(text).success ? text : null;
    cited.set(name, {
      words,
      bytes: bytesHash,
      origin: fitting('origin', origin),
      title: title && (title.slice(0, 500).trim() || null),
      outlet: fitting('outlet', outlet),
      published: fitting('published', published),
      language: fitting('language', language),
    });
  }
  return cited;
}

/** A report's title, or how it begins. */
function lineOf({ title, text }: Reading): string {
  const line = title ?? text.slice(0, 200).split('\n')[0]!;
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Reads a report in a thread of its own, so that a hostile one cannot hold up those who read the page. */
async function readApart(
  bytes: Uint8Array,
  about: { contentType: string | null; fileName: string | null },
): Promise<Reading> {
  const { promise, resolve, reject } = Promise.withResolvers<Reading>();
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: { bytes, about },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const late = setTimeout(
    () => reject(new Refusal('report-too-slow', { seconds: readingSeconds })),
    readingSeconds * 1000,
  );
  worker.once('message', (answer: { reading: Reading } | { refused: ConstructorParameters<typeof Refusal> }) => {
    if ('reading' in answer) resolve(answer.reading);
    else reject(new Refusal(...answer.refused));
  });
  worker.once('error', reject);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
