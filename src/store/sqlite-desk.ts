import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Moment } from '../terms/when.ts';
import type {
  DraftRow,
  EntryRow,
  FeedRow,
  ReportRow,
  SessionRow,
  UnreadRow,
  WholeReportRow,
  WholeUnreadRow,
} from './sqlite-desk-rows.ts';
import { guarded, openDatabase, transaction, type Tables } from './sqlite.ts';
import { statements } from './sqlite-desk-statements.ts';

/** The tables of a file that keeps what is the desk's own. */
export const deskTables: Tables = { mark: 'StDe', migrations: new URL('./migrations/desk', import.meta.url) };

/** So many reports with one shingle are looked at. */
const holdersAsked = 100;

/** Opens the desk's own store in a file; the file is made where there is none. Throws as `openDatabase` does. */
export async function openSqliteDesk(file: string): Promise<SqliteDesk> {
  const database = openDatabase(file, deskTables);
  try {
    return new SqliteDesk(database, file);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What the desk keeps for itself, in one SQLite file: reports, drafts and sign-in; rules [K1] to [K…] of `docs/desk-store.md`. */
export class SqliteDesk {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #statements: { [Name in keyof typeof statements]: StatementSync };

  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.#file = file;
    const prepared = Object.entries(statements).map(([name, sql]) => [
      name,
      guarded(file, () => database.prepare(sql)),
    ]);
    this.#statements = Object.fromEntries(prepared);
  }

  /** Keeps a report; one with the same clean text is kept once, as it came first. */
  async keepReport(report: WholeReportRow): Promise<void> {
    const { text, line, bytesHash, contentType, fileName, origin, takenIn, takenInBy, words, reading, bytes } = report;
    const values = [text, line, bytesHash, contentType, fileName, origin, takenIn, takenInBy, words, reading, bytes];
    this.#run('keepReport', values);
  }

  /** The report whose clean text has a SHA-256, or `null`. */
  async report(text: string): Promise<WholeReportRow | null> {
    return this.#first('report', [text]) as WholeReportRow | null;
  }

  /** Keeps what reading a kept report again has found. */
  async keepReading(text: string, reading: string): Promise<void> {
    this.#run('keepReading', [reading, text]);
  }

  /** Deletes a report with its bytes, and what the write-ahead log still holds of it. */
  async dropReport(text: string): Promise<void> {
    this.#run('dropReport', [text]);
    this.#emptyLog();
  }

  /** The newest reports without their bytes and words, newest first. */
  async reports(limit: number): Promise<ReportRow[]> {
    return this.#all('reports', [limit]) as ReportRow[];
  }

  /** Keeps what could not be read; the same bytes once, as they came last, and of all the newest. */
  async keepUnread(unread: WholeUnreadRow, most: number): Promise<void> {
    const { bytesHash, contentType, fileName, origin, takenIn, takenInBy, problem, bytes } = unread;
    this.#run('keepUnread', [bytesHash, contentType, fileName, origin, takenIn, takenInBy, problem, bytes]);
    this.#run('sweepUnreads', [most]);
  }

  /** What could not be read and whose bytes have a SHA-256, or `null`. */
  async unread(bytesHash: string): Promise<WholeUnreadRow | null> {
    return this.#first('unread', [bytesHash]) as WholeUnreadRow | null;
  }

  /** What could not be read, without the bytes, newest first. */
  async unreads(limit: number): Promise<UnreadRow[]> {
    return this.#all('unreads', [limit]) as UnreadRow[];
  }

  /** Deletes what could not be read, and what the write-ahead log still holds of it; nothing where there is none. */
  async dropUnread(bytesHash: string): Promise<void> {
    if ((await this.unread(bytesHash)) === null) return;
    this.#run('dropUnread', [bytesHash]);
    this.#emptyLog();
  }

  /** Keeps the shingles by which near-copies of a report are looked up, in one transaction. */
  async keepSketch(text: string, shingles: readonly number[]): Promise<void> {
    guarded(this.#file, () =>
      transaction(this.#database, () => {
        const sketched = this.#first('keepSketched', [text]) as { number: number } | null;
        if (sketched !== null) this.#run('keepSketch', [sketched.number, JSON.stringify(shingles)]);
      }),
    );
  }

  /** The names of the reports whose sketches have at least two of the shingles, those with most first. */
  async sketchedLike(shingles: readonly number[], limit: number): Promise<string[]> {
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      // Words that stand in every report tell none apart: of those that have them, the first stand for all.
      const holders = this.#all('sketched', [shingle, holdersAsked]) as { number: number }[];
      for (const { number } of holders) shared.set(number, (shared.get(number) ?? 0) + 1);
    }
    return [...shared]
      .filter(([, count]) => count >= 2)
      .toSorted(([one, most], [other, more]) => more - most || one - other)
      .slice(0, limit)
      .map(([number]) => (this.#first('sketchedReport', [number]) as { report: string }).report);
  }

  /** What a second reader told of a report, as JSON; `null` where it was not asked. */
  async answer(text: string, reader: string): Promise<string | null> {
    return (this.#first('answer', [text, reader]) as { told: string } | null)?.told ?? null;
  }

  /** Keeps what a second reader told of a report that is kept. */
  async keepAnswer(text: string, reader: string, told: string): Promise<void> {
    this.#run('keepAnswer', [reader, told, text]);
  }

  /** Keeps a feed; what is kept under its name is replaced. */
  async keepFeed(feed: FeedRow): Promise<void> {
    const { id, address, title, added, addedBy, etag, lastModified, every, due, polled, failures, problem } = feed;
    const values = [id, address, title, added, addedBy, etag, lastModified, every, due, polled, failures, problem];
    this.#run('keepFeed', values);
  }

  /** The feeds in the order in which they were added. */
  async feeds(): Promise<FeedRow[]> {
    return this.#all('feeds', []) as FeedRow[];
  }

  /** Deletes a feed with its list of entries; the reports made of them stay. */
  async dropFeed(id: string): Promise<void> {
    this.#run('dropEntries', [id]);
    this.#run('dropFeed', [id]);
  }

  /** Keeps an entry of a feed, once. */
  async keepEntry({ feed, entry, address, line, published, seen, report, problem }: EntryRow): Promise<void> {
    this.#run('keepEntry', [feed, entry, address, line, published, seen, report, problem]);
  }

  /** Whether an entry of a feed is kept. */
  async hasEntry(feed: string, entry: string): Promise<boolean> {
    return this.#first('hasEntry', [feed, entry]) !== null;
  }

  /** The report made of the page at an address, for whichever feed; `null` where there is none. */
  async reportOfAddress(address: string): Promise<string | null> {
    return (this.#first('reportOfAddress', [address]) as { report: string } | null)?.report ?? null;
  }

  /** The entries that were seen last, newest first. */
  async entries(limit: number): Promise<EntryRow[]> {
    return this.#all('entries', [limit]) as EntryRow[];
  }

  /** Keeps a draft; a newer one of the same editor with the same name replaces it, an older one that comes late does not. */
  async keepDraft({ editor, id, story, saved, contents }: DraftRow): Promise<void> {
    this.#run('keepDraft', [editor, id, story, saved, contents]);
  }

  /** An editor's drafts of a story, newest first. */
  async drafts(story: string, editor: string): Promise<DraftRow[]> {
    return this.#all('drafts', [story, editor]) as DraftRow[];
  }

  /** Deletes an editor's draft, if there is one. */
  async dropDraft(id: string, editor: string): Promise<void> {
    this.#run('dropDraft', [editor, id]);
  }

  /** The name of the editor with a key; a name that is given first under a key is that editor's from then on. */
  async editorNamed(key: string, name: string): Promise<string> {
    this.#run('keepEditor', [key, name]);
    return (this.#first('editor', [key]) as { name: string }).name;
  }

  /** Keeps the hash of a one-time link's token, with the editor whom it signs in, until it expires. */
  async keepInvitation(tokenHash: string, { editor, expires }: SessionRow): Promise<void> {
    this.#run('keepInvitation', [tokenHash, editor, expires]);
  }

  /** The one-time link with a token, unused; `null` where there is none or it has expired. */
  async invitation(tokenHash: string, now: Moment): Promise<SessionRow | null> {
    return this.#first('invitation', [tokenHash, now]) as SessionRow | null;
  }

  /** Uses a one-time link: its editor exactly once, and only before it expires. What has expired is deleted on this occasion. */
  async useInvitation(tokenHash: string, now: Moment): Promise<string | null> {
    const used = this.#first('useInvitation', [tokenHash, now]) as { editor: string } | null;
    this.#run('sweepInvitations', [now]);
    this.#run('sweepSessions', [now]);
    return used?.editor ?? null;
  }

  /** Keeps an editor's session under the hash of its token. */
  async keepSession(tokenHash: string, { editor, expires }: SessionRow): Promise<void> {
    this.#run('keepSession', [tokenHash, editor, expires]);
  }

  /** The session with a token, or `null` where there is none or it has expired. */
  async session(tokenHash: string, now: Moment): Promise<SessionRow | null> {
    return this.#first('session', [tokenHash, now]) as SessionRow | null;
  }

  /** Ends a session. */
  async dropSession(tokenHash: string): Promise<void> {
    this.#run('dropSession', [tokenHash]);
  }

  /** Lets go of the store. */
  async close(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }

  /** Leaves nothing in the write-ahead log of what was deleted. */
  #emptyLog(): void {
    guarded(this.#file, () => this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  }

  #run(name: keyof typeof statements, values: SQLInputValue[]): void {
    guarded(this.#file, () => this.#statements[name].run(...values));
  }

  #all(name: keyof typeof statements, values: SQLInputValue[]): unknown[] {
    return guarded(this.#file, () => this.#statements[name].all(...values));
  }

  #first(name: keyof typeof statements, values: SQLInputValue[]): unknown {
    return this.#all(name, values)[0] ?? null;
  }
}
