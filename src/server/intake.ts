import { createHash } from 'node:crypto';
import { ReportCited } from '../journal/event.ts';
import { digest } from '../journal/revision.ts';
import type { Reading } from '../reading/reading.ts';
import type { KnownReport } from '../record/decide.ts';
import type { Command } from '../record/command.ts';
import { Refusal } from '../terms/refusal.ts';
import type { Moment } from '../terms/when.ts';
import type { DeskStore, KeptReport } from './desk-port.ts';
import { readApart } from './read-apart.ts';

/** A report as it comes in. */
export interface Incoming {
  bytes: Uint8Array;
  contentType: string | null;
  fileName: string | null;
  /** Where it came from; `null` means unknown. */
  origin: string | null;
  by: string;
}

/** So many reports that could not be read are kept: the newest. */
const unreadKept = 50;

/** The largest report that is taken in, in bytes. */
export const reportLimit = 5_000_000;

/**
 * Takes a report in: keeps its bytes and its clean text, and says what reading finds in it.
 *
 * The same text taken in twice is one report. One that cannot be read is kept with the reason. Throws `request-too-large`, `report-too-slow`, and what reading throws.
 */
export async function takeIn(desk: DeskStore, incoming: Incoming, now: Moment): Promise<KeptReport> {
  const { bytes, contentType, fileName, origin, by } = incoming;
  if (bytes.length > reportLimit) throw new Refusal('request-too-large', { limit: reportLimit });
  const bytesHash = createHash('sha256').update(bytes).digest('hex');
  const came = { bytesHash, bytes, contentType, fileName, origin, takenIn: now, takenInBy: by };
  const { reading, sketch } = await readApart(bytes, { contentType, fileName }).catch(async (reason: unknown) => {
    const problem = reason instanceof Refusal ? reason.message : 'The server failed.';
    // Of white space alone nothing is lost.
    if (!isBlank(bytes)) await desk.keepUnread({ ...came, problem }, unreadKept);
    throw reason;
  });
  const report: KeptReport = { ...read(reading), ...came };
  await keep(desk, report, sketch);
  await desk.dropUnread(bytesHash);
  return (await desk.report(report.text)) ?? report;
}

/**
 * Reads a kept report again with the date that the desk gives it.
 *
 * Where its bytes are another clean text today, because reading has learned since, that is a report of its own: what was cited
 * of the older text still stands in it. Throws as `takeIn` does, and `report-dated` where it has its own.
 */
export async function setPublished(desk: DeskStore, report: KeptReport, published: string): Promise<KeptReport> {
  const { publishedFrom } = readingOf(report);
  if (publishedFrom !== null && publishedFrom !== 'desk') throw new Refusal('report-dated', { published });
  const { bytes, contentType, fileName } = report;
  const { reading, sketch } = await readApart(bytes, { contentType, fileName, published });
  const again: KeptReport = { ...report, ...read(reading) };
  if (again.text !== report.text) await keep(desk, again, sketch);
  await desk.keepReading(again.text, again.reading);
  return again;
}

/** Whether bytes are ASCII's white space alone. */
const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));

/** What is kept of a reading. */
function read(reading: Reading): Pick<KeptReport, 'text' | 'line' | 'words' | 'reading'> {
  return {
    text: digest(reading.text),
    line: lineOf(reading),
    words: reading.text,
    reading: JSON.stringify({ ...reading, text: undefined }),
  };
}

async function keep(desk: DeskStore, report: KeptReport, sketch: readonly number[]): Promise<void> {
  await desk.keepReport(report);
  await desk.keepSketch(report.text, sketch);
}

/** What a reading lacks that was kept before it was looked for. */
const lacking = {
  trace: null,
  authors: [],
  publishedFrom: null,
  address: null,
  alerts: [],
  holes: [],
  proposed: null,
  repeats: [],
  times: [],
  places: [],
  states: [],
  attributions: [],
} satisfies Partial<Reading>;

/** What reading found in a kept report. */
export function readingOf({ reading, words }: KeptReport): Reading {
  return { ...lacking, ...(JSON.parse(reading) as Omit<Reading, 'text'>), text: words };
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
