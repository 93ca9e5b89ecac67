import { setImmediate } from 'node:timers/promises';
import { comparable, lookUpBy, nearCopy, type NearCopy } from '../reading/near-copies.ts';
import type { DeskStore, KeptReport } from './desk-port.ts';

/** A report that the desk keeps and that is a near-copy of another; its changes go from the earlier to the later one. */
export interface NearReport extends NearCopy {
  /** The name of the report: the SHA-256 of its clean text. */
  text: string;
  line: string;
  takenIn: string;
}

/** So many reports are held against one. */
const compared = 8;

/** The near-copies of a report among those that the desk keeps, those that share most first. */
export async function nearReports(desk: DeskStore, report: KeptReport): Promise<NearReport[]> {
  const own = comparable(report.words);
  const near: NearReport[] = [];
  for (const name of await desk.sketchedLike(lookUpBy(own), compared + 1)) {
    const other = name === report.text ? null : await desk.report(name);
    if (other === null) continue;
    // Those who read the page are written to between two reports.
    await setImmediate();
    const theirs = comparable(other.words);
    const found = other.takenIn <= report.takenIn ? nearCopy(theirs, own) : nearCopy(own, theirs);
    if (found !== null) near.push({ ...found, text: other.text, line: other.line, takenIn: other.takenIn });
  }
  return near;
}
