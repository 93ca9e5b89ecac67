import { randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Head, Journal, Removal } from '../journal/port.ts';
import { blankRevision, firstHash, schemaVersion, seal, type Draft, type Revision } from '../journal/revision.ts';
import type { StoryId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import { guarded, openDatabase, transaction, type Tables } from './sqlite.ts';

/** The tables of a file that keeps the journal. */
export const journalTables: Tables = { mark: 'StJo', migrations: new URL('./migrations/journal', import.meta.url) };

/** How often, in milliseconds, to look whether another process has written. */
const lookEvery = 200;

/** Opens the journal kept in a file; the file is made where there is none. Throws as `openDatabase` does. */
export async function openSqliteJournal(file: string): Promise<Journal> {
  const database = openDatabase(file, journalTables);
  try {
    const journal = new SqliteJournal(database, file);
    for (const story of await journal.stories()) await journal.head(story);
    return journal;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A row of the table `revision`, without its story. */
type Row = Omit<Revision, 'story' | 'salts' | 'blanked' | 'events'> & {
  salts: string;
  blanked: string | null;
  events: string;
};

interface Waiting {
  story: StoryId;
  drafts: readonly Draft[];
  expected: number;
  removal: Removal | null;
  resolve: (revisions: Revision[]) => void;
  reject: (error: unknown) => void;
}

/**
 * The journal in one SQLite file, which several processes may open at once.
 *
 * Appends that come in one turn of the event loop share one transaction, and with it one wait for the disk. Each is
 * checked against its story's head inside the transaction. What other processes append is noticed by asking SQLite
 * each 200 ms whether the file has changed, for as long as somebody follows.
 */
export class SqliteJournal implements Journal {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #stories: StatementSync;
  readonly #head: StatementSync;
  readonly #read: StatementSync;
  readonly #find: StatementSync;
  readonly #insert: StatementSync;
  readonly #blank: StatementSync;
  readonly #emptyLog: StatementSync;
  readonly #changes: StatementSync;
  readonly #looks = new Set<() => void>();
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(database: DatabaseSync, file: string) {
    const columns = 'number, at, by, act, schema, hash, salts, blanked, events';
    const prepare = (sql: string) => guarded(file, () => database.prepare(sql));
    this.#database = database;
    this.#file = file;
    // One step a story along the primary key; `SELECT DISTINCT` would read every row.
    this.#stories = prepare(`
      WITH RECURSIVE name (story) AS (
        SELECT min(story) FROM revision
        UNION ALL SELECT (SELECT min(story) FROM revision WHERE story > name.story) FROM name WHERE story IS NOT NULL
      ) SELECT story FROM name WHERE story IS NOT NULL`);
    this.#head = prepare('SELECT number, hash FROM revision WHERE story = ? ORDER BY number DESC LIMIT 1');
    this.#read = prepare(`SELECT ${columns} FROM revision WHERE story = ? AND number > ? ORDER BY number LIMIT ?`);
    this.#find = prepare(`SELECT ${columns} FROM revision WHERE story = ? AND act = ?`);
    this.#insert = prepare(`INSERT INTO revision (story, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#blank = prepare('UPDATE revision SET salts = ?, blanked = ?, events = ? WHERE story = ? AND number = ?');
    this.#emptyLog = prepare('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#changes = prepare('PRAGMA data_version');
  }

  async stories(): Promise<StoryId[]> {
    return guarded(this.#file, () => this.#stories.all().map((row) => row['story'] as StoryId));
  }

  async head(story: StoryId): Promise<Head> {
    return guarded(this.#file, () => this.#headOf(story));
  }

  async append(story: StoryId, drafts: readonly Draft[], expected: number): Promise<Revision[]> {
    const acts = drafts.map(({ act }) => act).filter((act) => act !== null);
    if (new Set(acts).size < acts.length) {
      throw new Error(`two drafts of one append carry the same act: ${acts.join()}`);
    }
    return this.#enqueue(story, drafts, expected, null);
  }

  async remove(story: StoryId, draft: Draft, expected: number, removal: Removal): Promise<Revision> {
    const [revision] = await this.#enqueue(story, [draft], expected, removal);
    // What was blanked may still stand in the write-ahead log.
    guarded(this.#file, () => this.#emptyLog.get());
    return revision!;
  }

  async read(story: StoryId, after: number, limit: number): Promise<Revision[]> {
    const rows = guarded(this.#file, () => this.#read.all(story, after, limit));
    return rows.map((row) => this.#revisionOf(story, row as unknown as Row));
  }

  async find(story: StoryId, act: string): Promise<Revision | null> {
    const row = guarded(this.#file, () => this.#find.get(story, act));
    return row === undefined ? null : this.#revisionOf(story, row as unknown as Row);
  }

  follow(look: () => void): () => void {
    const own = () => look();
    this.#looks.add(own);
    this.#timer ??= this.#watch();
    return () => {
      this.#looks.delete(own);
      if (this.#looks.size === 0) this.#unwatch();
    };
  }

  async close(): Promise<void> {
    this.#flush();
    this.#looks.clear();
    this.#unwatch();
    if (this.#database.isOpen) this.#database.close();
  }

  #enqueue(story: StoryId, drafts: readonly Draft[], expected: number, removal: Removal | null): Promise<Revision[]> {
    const { promise, resolve, reject } = Promise.withResolvers<Revision[]>();
    if (this.#waiting.length === 0) setImmediate(() => this.#flush());
    this.#waiting.push({ story, drafts, expected, removal, resolve, reject });
    return promise;
  }

  /** Writes all that waits in one transaction, and answers only once that is on disk. */
  #flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    try {
      const answers = guarded(this.#file, () =>
        transaction(this.#database, () => batch.map((waiting) => this.#write(waiting))),
      );
      batch.forEach(({ resolve, reject }, i) => {
        const answer = answers[i]!;
        if (answer instanceof Refusal) reject(answer);
        else resolve(answer);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const look of this.#looks) look();
  }

  /** Writes the drafts of one append, or none of them and says why: the others of its transaction do not suffer. */
  #write({ story, drafts, expected, removal }: Waiting): Revision[] | Refusal {
    for (const { act } of drafts) {
      const done = act === null ? undefined : this.#find.get(story, act);
      if (done !== undefined) return new Refusal('act-done', { act: act!, revision: done['number'] as number });
    }
    let last: { number: number; hash: string } = this.#headOf(story);
    if (last.number !== expected) return new Refusal('journal-moved-on', { story, expected, head: last.number });
    const revisions = drafts.map((draft) => {
      const salts = draft.events.map(() => randomBytes(16).toString('base64url'));
      const revision = seal(story, draft, last, salts);
      const { number, at, by, act, schema, hash, events } = revision;
      this.#insert.run(story, number, at, by, act, schema, hash, JSON.stringify(salts), null, JSON.stringify(events));
      last = revision;
      return revision;
    });
    if (removal !== null) this.#blankAll(story, removal, revisions[0]!);
    return revisions;
  }

  #blankAll(story: StoryId, { what, ground, revisions }: Removal, by: Revision): void {
    const tombstone = { revision: by.number, at: by.at, ground };
    for (const number of revisions) {
      const row = this.#read.get(story, number - 1, 1);
      if (row === undefined) continue;
      const { salts, blanked, events } = blankRevision(
        this.#revisionOf(story, row as unknown as Row),
        new Set(what),
        tombstone,
      );
      this.#blank.run(JSON.stringify(salts), JSON.stringify(blanked), JSON.stringify(events), story, number);
    }
  }

  #headOf(story: StoryId): Head {
    const row = this.#head.get(story) as { number: number; hash: string } | undefined;
    return { story, number: row?.number ?? 0, hash: row?.hash ?? firstHash };
  }

  #revisionOf(story: StoryId, row: Row): Revision {
    const { number, at, by, act, schema, hash, salts, blanked, events } = row;
    if (schema > schemaVersion) {
      throw new Refusal('store-newer', { file: this.#file, found: schema, known: schemaVersion });
    }
    try {
      return {
        story,
        number,
        at,
        by,
        act,
        schema,
        hash,
        salts: JSON.parse(salts),
        blanked: blanked === null ? {} : JSON.parse(blanked),
        events: JSON.parse(events),
      };
    } catch {
      throw new Refusal('journal-broken', { story, number, what: 'its events are not JSON' });
    }
  }

  #watch(): NodeJS.Timeout {
    let last = this.#version();
    const timer = setInterval(() => {
      const now = this.#version();
      if (now === last) return;
      last = now;
      for (const look of this.#looks) look();
    }, lookEvery);
    return timer.unref();
  }

  /** A number that changes when another process has written; `NaN`, which equals nothing, where the file cannot be read. */
  #version(): number {
    try {
      return this.#changes.get()!['data_version'] as number;
    } catch {
      return Number.NaN;
    }
  }

  #unwatch(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
