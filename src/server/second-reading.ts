import { withSecond, type SecondReader, type ToldQuotation } from '../reading/second-reader.ts';
import type { DeskStore, KeptReport } from './desk-port.ts';
import { readingOf } from './intake.ts';

/**
 * Adds to a kept report what a second reader tells of it; it is asked once for each text and version.
 *
 * Throws `reader-failed`.
 */
export async function readAgain(desk: DeskStore, report: KeptReport, reader: SecondReader): Promise<KeptReport> {
  const known = readingOf(report);
  if (known.suggestions.some((one) => one.reader === reader.name)) return report;
  const kept = await desk.answer(report.text, reader.name);
  const told = kept === null ? await reader.quotations(report.words) : (JSON.parse(kept) as ToldQuotation[]);
  if (kept === null) await desk.keepAnswer(report.text, reader.name, JSON.stringify(told));
  // Meanwhile the report may have been given its date, and read again.
  const now = (await desk.report(report.text)) ?? report;
  const reading = JSON.stringify({ ...withSecond(readingOf(now), told, reader.name), text: undefined });
  await desk.keepReading(report.text, reading);
  return { ...now, reading };
}
