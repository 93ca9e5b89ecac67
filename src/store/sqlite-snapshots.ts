import { existsSync, openSync, readSync, closeSync, rmSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { StoryId } from '../terms/ids.ts';
import { Refusal } from '../terms/refusal.ts';
import { guarded, openDatabase, transaction, type Tables } from './sqlite.ts';

/** The tables of a file that keeps snapshots of records. */
export const snapshotTables: Tables = { mark: 'StSn', migrations: new URL('./migrations/snapshots', import.meta.url) };

/** The marks of files that hold what cannot be made again. */
const irreplaceable = new Set(['StJo', 'StDe']);

/** How long, in milliseconds, to wait for another process that is writing. */
const patience = 250;

/** How much of the file SQLite keeps in memory. */
const cacheKibibytes = 16_000;

/** Texts shorter than this are kept as they are: there is little to gain. */
const worthPacking = 600;

/** Much faster than the usual level, and hardly larger. */
const fast = { level: 1 };

/** Stands before deflated bytes; no JSON begins with it. */
const deflated = Buffer.from([0]);

/** What a snapshot is written from; see `server/snapshots-port.ts`. */
interface NewSnapshot {
  drops: number;
  after: number;
  revision: number;
  root: string;
  leaves: Iterable<{ list: string; place: number; text: string }>;
}

interface LeafRow {
  list: string;
  place: number;
  checksum: number;
  bytes: Uint8Array;
}

/**
 * Snapshots of records in one SQLite file, which several processes may open; rules of `docs/as-of.md`.
 *
 * A file that is damaged, newer or of another sort is thrown away and made again. Where that cannot be done there are no
 * snapshots, and the server does without. `warn` is told of either, in a sentence.
 */
export class SqliteSnapshots {
  readonly #file: string;
  readonly #warn: (sentence: string) => void;
  #open: Opened | null = null;
  /** More than any file can count, each time that the file and its counts were thrown away. */
  #thrownAway = 0;

  constructor(file: string, warn: (sentence: string) => void) {
    this.#file = file;
    this.#warn = warn;
    try {
      this.#open = this.#opened();
    } catch (error) {
      this.#mend(error);
    }
  }

  /** The newest root of a story at or before a revision. */
  root(story: StoryId, atMost: number): { revision: number; text: string } | null {
    return this.#try(null, (run) => (run.root.get(story, atMost) as { revision: number; text: string }) ?? null);
  }

  /** The text of a leaf as of the snapshot at a revision. */
  leaf(story: StoryId, list: string, place: number, atMost: number): string | null {
    return this.#try(null, (run) => {
      const row = run.leaf.get(story, list, place, atMost) as LeafRow | undefined;
      return row === undefined ? null : textOf(checked(row));
    });
  }

  /** Takes every leaf of the snapshot at a revision into memory, compressed, and gives what reads them from there. */
  leaves(story: StoryId, atMost: number): ((list: string, place: number) => string | null) | null {
    return this.#try(null, (run) => {
      const held = new Map<string, Uint8Array[]>();
      for (const row of run.leaves.iterate(story, atMost) as Iterable<unknown> as Iterable<LeafRow>) {
        const list = held.get(row.list) ?? [];
        held.set(row.list, list);
        list[row.place] = checked(row);
      }
      return (list: string, place: number) => {
        const bytes = held.get(list)?.[place];
        return bytes === undefined ? null : textOf(bytes);
      };
    });
  }

  /** How often a story's snapshots were dropped. */
  drops(story: StoryId): number {
    return (
      this.#try(0, (run) => (run.drops.get(story) as { times: number } | undefined)?.times ?? 0) + this.#thrownAway
    );
  }

  /** Writes a snapshot, all or nothing. False where its story was dropped, or stands at another snapshot. */
  save(story: StoryId, { drops, after, revision, root, leaves }: NewSnapshot): boolean {
    const rows = Array.from(leaves, ({ list, place, text }) => ({ list, place, bytes: packed(text) }));
    return this.#try(false, (run, database) =>
      transaction(database, () => {
        const newest = run.newest.get(story) as { revision: number } | undefined;
        if ((newest?.revision ?? 0) !== after || this.drops(story) !== drops) return false;
        for (const { list, place, bytes } of rows) {
          run.addLeaf.run(story, list, place, revision, crc32(bytes), bytes);
        }
        run.addRoot.run(story, revision, root);
        return true;
      }),
    );
  }

  /** Deletes all snapshots of a story, so that no byte of them is left. Throws `store-failed` where it cannot. */
  drop(story: StoryId): void {
    if (this.#open === null && !existsSync(this.#file)) return;
    const dropped = this.#try(false, (run, database) => {
      transaction(database, () => {
        run.dropRoots.run(story);
        run.dropLeaves.run(story);
        run.addDrop.run(story);
      });
      // What was deleted may still stand in the write-ahead log.
      return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()!['busy'] === 0;
    });
    if (dropped || this.#throwAway('it could not be emptied')) return;
    throw new Refusal('store-failed', { file: this.#file, what: 'its snapshots could not be deleted' });
  }

  /** Lets go of the store. */
  close(): void {
    this.#open?.database.close();
    this.#open = null;
  }

  #opened(): Opened {
    const database = openDatabase(this.#file, snapshotTables);
    try {
      // A power failure may cost the last snapshots, never half of one.
      database.exec(
        `PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = ${patience}; PRAGMA cache_size = ${-cacheKibibytes}`,
      );
      const prepared = Object.entries(statements).map(([name, sql]) => [
        name,
        guarded(this.#file, () => database.prepare(sql)),
      ]);
      return { database, run: Object.fromEntries(prepared) };
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** What `work` comes to, or `otherwise` where there are no snapshots or they cannot be read or written. */
  #try<Result>(otherwise: Result, work: (run: Opened['run'], database: DatabaseSync) => Result): Result {
    if (this.#open === null) return otherwise;
    const { run, database } = this.#open;
    try {
      return guarded(this.#file, () => work(run, database));
    } catch (error) {
      this.#mend(error);
      return otherwise;
    }
  }

  /** Throws the file away, unless it only cannot be written, or not now. */
  #mend(error: unknown): void {
    const { message } = error as Error;
    if (error instanceof Refusal && (error.code === 'store-failed' || error.code === 'store-unwritable')) {
      this.#warn(`Snapshots: ${message} The server goes on without.`);
    } else this.#throwAway(message);
  }

  #throwAway(why: string): boolean {
    this.close();
    try {
      if (irreplaceable.has(markOf(this.#file))) throw new Error('it is another store of Stet');
      for (const end of ['', '-wal', '-shm']) rmSync(`${this.#file}${end}`, { force: true });
      this.#thrownAway += 1_000_000_000;
      this.#open = this.#opened();
      this.#warn(`Snapshots: “${this.#file}” was thrown away and is made again: ${why}`);
      return true;
    } catch (error) {
      this.#warn(`Snapshots: “${this.#file}” cannot be used: ${why} The server goes on without. (${String(error)})`);
      return false;
    }
  }
}

interface Opened {
  database: DatabaseSync;
  run: { [Name in keyof typeof statements]: StatementSync };
}

/** The four letters that say what sort of database a file is. Source: https://sqlite.org/fileformat2.html#application_id */
function markOf(file: string): string {
  const mark = Buffer.alloc(4);
  if (!existsSync(file)) return '';
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, mark, 0, 4, 68);
  } finally {
    closeSync(descriptor);
  }
  return mark.toString('latin1');
}

function checked({ list, place, checksum, bytes }: LeafRow): Uint8Array {
  if (crc32(bytes) !== checksum) throw new Error(`leaf ${place} of ${list} is damaged.`);
  return bytes;
}

/** A text's bytes, deflated where that is worth it; the first byte says whether. */
function packed(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  if (bytes.length < worthPacking) return bytes;
  return Buffer.concat([deflated, deflateRawSync(bytes, fast)]);
}

function textOf(bytes: Uint8Array): string {
  const plain = bytes[0] === deflated[0] ? inflateRawSync(bytes.subarray(1)) : bytes;
  return Buffer.from(plain.buffer, plain.byteOffset, plain.length).toString();
}

const statements = {
  root: 'SELECT revision, text FROM root WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
  newest: 'SELECT max(revision) AS revision FROM root WHERE story = ? HAVING max(revision) IS NOT NULL',
  leaf: `
    SELECT list, place, checksum, bytes FROM leaf
    WHERE story = ? AND list = ? AND place = ? AND revision <= ? ORDER BY revision DESC LIMIT 1`,
  leaves: `
    WITH newest (story, list, place, revision) AS (
      SELECT story, list, place, max(revision) FROM leaf WHERE story = ? AND revision <= ? GROUP BY story, list, place
    ) SELECT list, place, checksum, bytes FROM newest JOIN leaf USING (story, list, place, revision)`,
  addRoot: 'INSERT INTO root (story, revision, text) VALUES (?, ?, ?)',
  addLeaf: 'INSERT INTO leaf (story, list, place, revision, checksum, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  drops: 'SELECT times FROM dropped WHERE story = ?',
  addDrop: 'INSERT INTO dropped (story, times) VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1',
  dropRoots: 'DELETE FROM root WHERE story = ?',
  dropLeaves: 'DELETE FROM leaf WHERE story = ?',
};
