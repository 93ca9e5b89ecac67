import { execFile } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Journal } from '../journal/port.ts';
import type { Event } from '../journal/event.ts';
import { bodyHash, checkFollows, firstHash, revisionHash, schemaVersion, type Revision } from '../journal/revision.ts';
import { draftOf, journalContract } from './journal-contract.ts';
import { journalTables, openSqliteJournal, SqliteJournal } from './sqlite-journal.ts';
import { openDatabase } from './sqlite.ts';

journalContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-journal-'));
  const handles: Journal[] = [];
  const open = async () => {
    const journal = await openSqliteJournal(join(folder, 'journal.sqlite'));
    handles.push(journal);
    return journal;
  };
  const close = () => Promise.all(handles.splice(0).map((handle) => handle.close()));
  return {
    journal: await open(),
    another: open,
    reopen: () => close().then(open),
    remove: () => close().then(() => rmSync(folder, { recursive: true })),
  };
});

describe('the journal in an SQLite file', () => {
  const flood = 'river-flood';
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stet-journal-'));
    file = join(folder, 'journal.sqlite');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** A closed journal with some revisions of about 1 KB. */
  async function given(count: number): Promise<void> {
    const journal = await openSqliteJournal(file);
    await journal.append(
      flood,
      Array.from({ length: count }, (_, i) => draftOf(`${i} `.repeat(300))),
      0,
    );
    await journal.close();
  }

  /** Overwrites bytes of the file from a place on, as a failing disk would. */
  function damage(from: number, length: number): void {
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, from);
    closeSync(handle);
  }

  async function readOne(): Promise<Revision> {
    const journal = await openSqliteJournal(file);
    const [revision] = await journal.read(flood, 0, 1);
    await journal.close();
    return revision!;
  }

  function change(sql: string): void {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  }

  test('[J18] the file is written with a write-ahead log and waits for the disk at each commit', () => {
    const database = openDatabase(file, journalTables);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    database.close();
  });

  test('[J19] where the disk is full every append of the commit is refused, nothing is half-written, and it goes on', async () => {
    const database = openDatabase(file, journalTables);
    const journal = new SqliteJournal(database, file);
    await journal.append(flood, [draftOf('before')], 0);
    database.exec('PRAGMA max_page_count = 20');
    const answers = await Promise.allSettled([
      journal.append('harbour-fire', [draftOf('small')], 0),
      journal.append(flood, [draftOf('small'), draftOf('large '.repeat(100_000))], 1),
    ]);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'store-failed' } });
    expect(await journal.stories()).toEqual([flood]);
    expect(await journal.head(flood)).toMatchObject({ number: 1 });
    database.exec('PRAGMA max_page_count = 100000');
    await journal.append(flood, [draftOf('large '.repeat(100_000))], 1);
    expect(await journal.head(flood)).toMatchObject({ number: 2 });
    await journal.close();
  });

  test('[J19] where the commit itself fails every append of it is refused, and it goes on', async () => {
    const database = openDatabase(file, journalTables);
    const journal = new SqliteJournal(database, file);
    // A foreign key that is checked only at COMMIT, and broken by each revision signed by “nobody”.
    database.exec(`
      CREATE TABLE known (name TEXT PRIMARY KEY);
      CREATE TABLE signed (name TEXT REFERENCES known DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER sign AFTER INSERT ON revision WHEN new.by = 'nobody' BEGIN INSERT INTO signed VALUES (new.by); END`);
    const answers = await Promise.allSettled([
      journal.append(flood, [draftOf('fine')], 0),
      journal.append(flood, [{ ...draftOf('fails'), by: 'nobody' }], 1),
    ]);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'store-failed' } });
    expect(await journal.head(flood)).toMatchObject({ number: 0, hash: firstHash });
    await journal.append(flood, [draftOf('fine')], 0);
    expect(await journal.head(flood)).toMatchObject({ number: 1 });
    await journal.close();
  });

  test.each([
    ['text', () => writeFileSync(file, 'The river rises. '.repeat(1000))],
    ['a few bytes', () => writeFileSync(file, 'SQLite')],
    ['the tables of another program', () => change('CREATE TABLE customer (name TEXT)')],
    ['another program’s numbered tables', () => change('CREATE TABLE customer (name TEXT); PRAGMA user_version = 1')],
  ])('[J20] a file that holds %s is refused and left as it is', async (_, make) => {
    make();
    const before = readFileSync(file);
    const refusal = { code: 'store-corrupt', message: expect.stringContaining(file) };
    await expect(openSqliteJournal(file)).rejects.toMatchObject(refusal);
    expect(readFileSync(file)).toEqual(before);
  });

  test('[J20] a journal whose first page is damaged is refused when it is opened', async () => {
    await given(50);
    damage(16, 2000);
    await expect(openSqliteJournal(file)).rejects.toMatchObject({ code: 'store-corrupt' });
  });

  test('[J20] a journal that is damaged further on is refused at the call that meets the damage', async () => {
    await given(200);
    damage(Math.floor(statSync(file).size / 8192) * 4096, 40_000);
    const journal = await openSqliteJournal(file);
    const refusal = { code: 'store-corrupt', message: expect.stringContaining(file) };
    await expect(journal.read(flood, 0, 1000)).rejects.toMatchObject(refusal);
    await journal.close();
  });

  test('[J21] a revision whose events are not JSON is named', async () => {
    await given(3);
    change(`UPDATE revision SET events = '[{' WHERE number = 2`);
    const journal = await openSqliteJournal(file);
    const broken = { code: 'journal-broken', message: expect.stringContaining('Revision 2 of “river-flood”') };
    await expect(journal.read(flood, 0, 10)).rejects.toMatchObject(broken);
    expect(await journal.read(flood, 2, 10)).toHaveLength(1);
    await journal.close();
  });

  test('[J21] a revision that was changed behind our back no longer follows', async () => {
    await given(3);
    change(`UPDATE revision SET events = replace(events, '1 1 1', '1 1 2') WHERE number = 2`);
    const journal = await openSqliteJournal(file);
    const [first, second] = await journal.read(flood, 0, 10);
    expect(() => checkFollows(second!, first!)).toThrowError(expect.objectContaining({ code: 'journal-broken' }));
    await journal.close();
  });

  test.each(['missing/journal.sqlite', 'journal.txt/journal.sqlite', '.'])(
    '[J22] a file that cannot be made is refused: %s',
    async (name) => {
      writeFileSync(join(folder, 'journal.txt'), '');
      await expect(openSqliteJournal(join(folder, name))).rejects.toMatchObject({ code: 'store-unwritable' });
    },
  );

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('[J22] a file or folder that may only be read is refused', async () => {
    await given(1);
    chmodSync(file, 0o400);
    await expect(openSqliteJournal(file)).rejects.toMatchObject({ code: 'store-unwritable' });
    chmodSync(folder, 0o500);
    const other = join(folder, 'other.sqlite');
    await expect(openSqliteJournal(other)).rejects.toMatchObject({ code: 'store-unwritable' });
    chmodSync(folder, 0o700);
  });

  test('[J23] a file of a newer Stet is refused and left as it is', async () => {
    await given(1);
    change('PRAGMA user_version = 99');
    const newer = { code: 'store-newer', message: expect.stringContaining('99') };
    await expect(openSqliteJournal(file)).rejects.toMatchObject(newer);
    change('PRAGMA user_version = 1');
    const journal = await openSqliteJournal(file);
    expect(await journal.read(flood, 0, 10)).toHaveLength(1);
    await journal.close();
  });

  test('[J23] a revision of a newer schema is refused when it is read', async () => {
    await given(3);
    change('UPDATE revision SET schema = 99 WHERE number = 3');
    const journal = await openSqliteJournal(file);
    expect(await journal.read(flood, 0, 2)).toHaveLength(2);
    await expect(journal.read(flood, 0, 3)).rejects.toMatchObject({ code: 'store-newer' });
    await journal.close();
  });

  test('[J33] what an older Stet has written is read as it was written, and gone on with in the schema of today', async () => {
    await given(1);
    const draft = draftOf('0 '.repeat(300));
    const older = await readOne();
    const schema = 2;
    const bodies = older.events.map((event, i) => bodyHash(event, older.salts[i]!));
    const hash = revisionHash(firstHash, { ...older, schema }, bodies);
    change(`UPDATE revision SET schema = ${schema}, hash = '${hash}'`);
    const journal = await openSqliteJournal(file);
    expect(await journal.read(flood, 0, 1)).toEqual([{ ...older, schema, hash }]);

    await journal.append(flood, [draft], 1);
    const [first, second] = await journal.read(flood, 0, 2);
    checkFollows(first!, { number: 0, hash: firstHash });
    checkFollows(second!, first!);
    expect([first!.schema, second!.schema]).toEqual([schema, schemaVersion]);
    await journal.close();
  });

  test('[J34] a journal goes on after the coverage has ended', async () => {
    const journal = await openSqliteJournal(file);
    const events: Event[] = [
      { kind: 'story-ended', note: 'The water is gone.' },
      { kind: 'story-reopened', note: null },
    ];
    const drafts = events.map((event) => ({ ...draftOf('x'), events: [event] }));
    await journal.append(flood, drafts, 0);
    await journal.append(flood, [draftOf('x')], 2);
    expect((await journal.read(flood, 0, 9)).flatMap((revision) => revision.events).slice(0, 2)).toEqual(events);
    expect(await journal.head(flood)).toMatchObject({ number: 3 });
    await journal.close();
  });

  test('[J24] processes that open a new file and append at once leave one journal without gaps', async () => {
    const program = `
      const { openSqliteJournal } = await import(${JSON.stringify(new URL('./sqlite-journal.ts', import.meta.url).href)});
      const journal = await openSqliteJournal(${JSON.stringify(file)});
      for (let done = 0; done < 25; ) {
        const { number } = await journal.head('${flood}');
        const draft = { at: '2024-09-15T06:30:00.000Z', by: String(process.pid), events: [], act: null };
        await journal.append('${flood}', [draft], number).then(() => done++, (error) => {
          if (error.code !== 'journal-moved-on') throw error;
        });
      }
      await journal.close();`;
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
    await Promise.all([run(), run(), run(), run()]);
    const journal = await openSqliteJournal(file);
    const revisions = await journal.read(flood, 0, 1000);
    expect(revisions).toHaveLength(100);
    revisions.forEach((revision, i) => checkFollows(revision, revisions[i - 1] ?? { number: 0, hash: firstHash }));
    expect(new Set(revisions.map(({ by }) => by)).size).toBe(4);
    await journal.close();
  }, 20_000);
});
