import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from '../journal/port.ts';
import type { DeskStore } from '../server/desk-port.ts';
import type { Snapshots } from '../server/snapshots-port.ts';
import { openSqliteDesk } from '../store/sqlite-desk.ts';
import { openSqliteJournal } from '../store/sqlite-journal.ts';
import { SqliteSnapshots } from '../store/sqlite-snapshots.ts';
import { Refusal } from '../terms/refusal.ts';

/** Where a folder's stores stand. */
export const journalFile = (data: string) => join(data, 'journal.sqlite');
const deskFile = (data: string) => join(data, 'desk.sqlite');

/** Opens the journal and the desk's store of a folder, which is made where it is missing. Throws `store-unwritable`. */
export async function openStores(data: string): Promise<{ journal: Journal; desk: DeskStore }> {
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
  } catch (reason) {
    throw new Refusal('store-unwritable', { file: data, what: (reason as Error).message });
  }
  return { journal: await openSqliteJournal(journalFile(data)), desk: await openSqliteDesk(deskFile(data)) };
}

/** Opens the snapshots of a folder; whatever is wrong with them is said on standard error, and the server runs. */
export function openSnapshots(data: string): Snapshots {
  return new SqliteSnapshots(join(data, 'snapshots.sqlite'), (sentence) => process.stderr.write(`${sentence}\n`));
}
