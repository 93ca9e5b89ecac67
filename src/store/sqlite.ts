import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../terms/refusal.ts';

/** How long, in milliseconds, to wait for another process that is writing. */
const patience = 5000;

/** The tables that one sort of database file holds. */
export interface Tables {
  /** Four letters by which a file of this sort is told from any other. Source: https://sqlite.org/pragma.html#pragma_application_id */
  mark: string;
  /** A folder of `.sql` files, applied in the order of the numbers that their names begin with. */
  migrations: URL;
}

/**
 * Opens a database file and brings its tables up to date; the file is made where there is none.
 *
 * Throws `store-unwritable`, `store-corrupt`, `store-newer` or `store-failed`.
 */
export function openDatabase(file: string, tables: Tables): DatabaseSync {
  const steps = stepsIn(tables.migrations);
  const mark = Buffer.from(tables.mark).readInt32BE();
  return guarded(file, () => {
    const database = new DatabaseSync(file, { timeout: patience });
    try {
      checkOurs(database, file, mark, steps);
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
      transaction(database, () => {
        checkOurs(database, file, mark, steps);
        migrate(database, mark, steps);
      });
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Runs `work` in one transaction that no other process writes in between: all of it is kept, or nothing. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has rolled back already where the disk is full or failing.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Runs `work` on the database of a file and turns what SQLite says of a failure into a refusal. */
export function guarded<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error ? codeOf(error) : null;
    throw code === null ? error : new Refusal(code, { file, what: (error as Error).message });
  }
}

/** One `.sql` file; a database's version is the number of the last one applied to it. */
interface Step {
  number: number;
  file: URL;
}

function stepsIn(folder: URL): Step[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ number: Number.parseInt(name, 10), file: new URL(`${folder.href}/${name}`) }))
    .toSorted((one, other) => one.number - other.number);
}

function lastOf(steps: Step[]): number {
  return steps.at(-1)?.number ?? 0;
}

/** The number that a database file's header holds under a name. */
function header(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return database.prepare(`PRAGMA ${name}`).get()![name] as number;
}

/** Refuses a database that this code must not touch, before anything is written to it. */
function checkOurs(database: DatabaseSync, file: string, mark: number, steps: Step[]): void {
  const isNew = database.prepare('SELECT name FROM sqlite_schema').get() === undefined;
  if (!isNew && header(database, 'application_id') !== mark) {
    throw new Refusal('store-corrupt', { file, what: 'it holds other tables' });
  }
  const [found, known] = [header(database, 'user_version'), lastOf(steps)];
  if (found > known) throw new Refusal('store-newer', { file, found, known });
}

function migrate(database: DatabaseSync, mark: number, steps: Step[]): void {
  const found = header(database, 'user_version');
  for (const { number, file } of steps) if (number > found) database.exec(readFileSync(file, 'utf8'));
  // Written each time, because SQLite tells only at a write that a file may not be written.
  database.exec(`PRAGMA application_id = ${mark}; PRAGMA user_version = ${lastOf(steps)}`);
}

/**
 * The refusal for an error of `node:sqlite`; `null` for any other error.
 *
 * Result code 1 is an error in our SQL, which is fixed: then the tables are not ours. Source: https://sqlite.org/rescode.html
 */
function codeOf(
  error: Error & { code?: string; errcode?: number },
): `store-${'failed' | 'corrupt' | 'unwritable'}` | null {
  if (error.code === 'ERR_INVALID_STATE') return 'store-failed';
  if (error.code !== 'ERR_SQLITE_ERROR') return null;
  switch ((error.errcode ?? 0) & 0xff) {
    case 1: // SQLITE_ERROR
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return 'store-corrupt';
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
    case 23: // SQLITE_AUTH
      return 'store-unwritable';
    default:
      return 'store-failed';
  }
}
