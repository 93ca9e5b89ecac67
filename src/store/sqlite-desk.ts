import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Moment } from '../terms/when.ts';
import { guarded, openDatabase, type Tables } from './sqlite.ts';

/** The tables of a file that keeps what is the desk's own. */
export const deskTables: Tables = { mark: 'StDe', migrations: new URL('./migrations/desk', import.meta.url) };

interface ReportRow {
  text: string;
  line: string;
  bytesHash: string;
  contentType: string | null;
  fileName: string | null;
  origin: string | null;
  takenIn: Moment;
  takenInBy: string;
}

interface WholeReportRow extends ReportRow {
  bytes: Uint8Array;
  words: string;
  reading: string;
}

interface DraftRow {
  id: string;
  story: string;
  editor: string;
  saved: Moment;
  contents: string;
}

interface SessionRow {
  editor: string;
  expires: Moment;
}

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

  /** Deletes a report with its bytes, and what the write-ahead log still holds of it. */
  async dropReport(text: string): Promise<void> {
    this.#run('dropReport', [text]);
    guarded(this.#file, () => this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  }

  /** The newest reports without their bytes and words, newest first. */
  async reports(limit: number): Promise<ReportRow[]> {
    return this.#all('reports', [limit]) as ReportRow[];
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

const aboutReport = `text, line, bytes_hash AS bytesHash, content_type AS contentType, file_name AS fileName, origin,
  taken_in AS takenIn, taken_in_by AS takenInBy`;

const statements = {
  keepReport: `
    INSERT INTO report (text, line, bytes_hash, content_type, file_name, origin, taken_in, taken_in_by, words, reading, bytes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  report: `SELECT ${aboutReport}, words, reading, bytes FROM report WHERE text = ?`,
  dropReport: 'DELETE FROM report WHERE text = ?',
  reports: `SELECT ${aboutReport} FROM report ORDER BY taken_in DESC, rowid DESC LIMIT ?`,

  keepDraft: `
    INSERT INTO draft (editor, id, story, saved, contents) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET story = excluded.story, saved = excluded.saved, contents = excluded.contents
    WHERE excluded.saved >= draft.saved`,
  drafts: `
    SELECT id, story, editor, saved, contents FROM draft WHERE story = ? AND editor = ? ORDER BY saved DESC, id`,
  dropDraft: 'DELETE FROM draft WHERE editor = ? AND id = ?',

  keepEditor: 'INSERT INTO editor (key, name) VALUES (?, ?) ON CONFLICT DO NOTHING',
  editor: 'SELECT name FROM editor WHERE key = ?',
  keepInvitation: 'INSERT INTO invitation (token_hash, editor, expires) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  invitation: 'SELECT editor, expires FROM invitation WHERE token_hash = ? AND expires > ?',
  useInvitation: 'DELETE FROM invitation WHERE token_hash = ? AND expires > ? RETURNING editor',
  sweepInvitations: 'DELETE FROM invitation WHERE expires <= ?',

  keepSession: `
    INSERT INTO session (token_hash, editor, expires) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET editor = excluded.editor, expires = excluded.expires`,
  session: 'SELECT editor, expires FROM session WHERE token_hash = ? AND expires > ?',
  dropSession: 'DELETE FROM session WHERE token_hash = ?',
  sweepSessions: 'DELETE FROM session WHERE expires <= ?',
};
