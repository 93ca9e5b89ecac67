import type { Moment } from '../terms/when.ts';

/** A report in the list: without its bytes and words. */
export interface ReportRow {
  text: string;
  line: string;
  bytesHash: string;
  contentType: string | null;
  fileName: string | null;
  origin: string | null;
  takenIn: Moment;
  takenInBy: string;
}

/** A report with all that is kept of it. */
export interface WholeReportRow extends ReportRow {
  bytes: Uint8Array;
  words: string;
  reading: string;
}

/** In the list, what came in as a report and could not be read. */
export interface UnreadRow extends Omit<ReportRow, 'text' | 'line'> {
  problem: string;
}

/** The same with its bytes. */
export interface WholeUnreadRow extends UnreadRow {
  bytes: Uint8Array;
}

/** An editor's draft. */
export interface DraftRow {
  id: string;
  story: string;
  editor: string;
  saved: Moment;
  contents: string;
}

/** A feed, and when it is asked again. */
export interface FeedRow {
  id: string;
  address: string;
  title: string | null;
  added: Moment;
  addedBy: string;
  etag: string | null;
  lastModified: string | null;
  every: number | null;
  due: Moment;
  polled: Moment | null;
  failures: number;
  problem: string | null;
}

/** An entry of a feed, as it was first seen. */
export interface EntryRow {
  feed: string;
  entry: string;
  address: string | null;
  line: string;
  published: string | null;
  seen: Moment;
  report: string | null;
  problem: string | null;
}

/** Who is signed in, or may sign in by a link, and until when. */
export interface SessionRow {
  editor: string;
  expires: Moment;
}
