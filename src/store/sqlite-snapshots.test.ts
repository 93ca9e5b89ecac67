import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqliteJournal } from './sqlite-journal.ts';
import { SqliteSnapshots } from './sqlite-snapshots.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'stet-snapshots-'));
  folders.push(folder);
  const warned: string[] = [];
  const file = join(folder, 'snapshots.sqlite');
  return { folder, file, warned, open: () => new SqliteSnapshots(file, (sentence) => warned.push(sentence)) };
}

const long = (text: string) => text.repeat(200);
const first = {
  drops: 0,
  after: 0,
  revision: 10,
  root: 'root 10',
  leaves: [
    { list: 'posts', place: 0, text: long('[1]') },
    { list: 'posts', place: 1, text: '[ščř]' },
  ],
};
const second = {
  ...first,
  after: 10,
  revision: 20,
  root: 'root 20',
  leaves: [{ list: 'posts', place: 1, text: '[2]' }],
};

describe('snapshots in a file', () => {
  test('[A2] a leaf as of a snapshot is the newest that was written at or before it', () => {
    const { open } = place();
    const snapshots = open();
    expect(snapshots.root('flood', 99)).toBeNull();
    expect([snapshots.save('flood', first), snapshots.save('flood', second)]).toEqual([true, true]);
    const again = open();
    expect(again.root('flood', 9)).toBeNull();
    expect(again.root('flood', 19)).toEqual({ revision: 10, text: 'root 10' });
    expect(again.root('flood', 99)).toEqual({ revision: 20, text: 'root 20' });
    expect(again.root('fire', 99)).toBeNull();
    const leaves = (at: number) => [0, 1, 2].map((place) => again.leaf('flood', 'posts', place, at));
    expect(leaves(10)).toEqual([long('[1]'), '[ščř]', null]);
    expect(leaves(20)).toEqual([long('[1]'), '[2]', null]);
    const held = again.leaves('flood', 20)!;
    again.drop('flood');
    expect([0, 1, 2].map((place) => held('posts', place))).toEqual([long('[1]'), '[2]', null]);
  });

  test('[A6] one is written only onto the one that it was made from, whoever wrote that', () => {
    const { open } = place();
    const [one, other] = [open(), open()];
    expect(other.save('flood', second)).toBe(false);
    expect(one.save('flood', first)).toBe(true);
    expect(other.save('flood', first)).toBe(false);
    expect(other.save('flood', second)).toBe(true);
    expect(one.root('flood', 99)?.revision).toBe(20);
  });

  test('[A10] dropping leaves no byte of a story and nothing less of another', () => {
    const { folder, open } = place();
    const snapshots = open();
    const secret = { ...first, leaves: [{ list: 'posts', place: 0, text: 'the secret name' }] };
    snapshots.save('flood', { ...secret, root: 'the secret root' });
    snapshots.save('fire', first);
    snapshots.drop('flood');
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(bytes.join('').includes('the secret')).toBe(false);
    expect(snapshots.root('flood', 99)).toBeNull();
    expect(snapshots.root('fire', 99)?.revision).toBe(10);
    expect(snapshots.save('flood', first)).toBe(false);
    expect(snapshots.save('flood', { ...first, drops: snapshots.drops('flood') })).toBe(true);
  });

  test.each([
    ['no database', (file: string) => writeFileSync(file, 'not a database at all, but long enough to be read as one')],
    ['of another sort', (file: string) => new DatabaseSync(file).exec('CREATE TABLE other (id INTEGER)')],
    ['newer', (file: string) => new DatabaseSync(file).exec('PRAGMA user_version = 99')],
  ])('[A9] a file that is %s is thrown away, with a word', (sort, spoil) => {
    const { file, warned, open } = place();
    open().close();
    if (sort !== 'newer') rmSync(file);
    spoil(file);
    const snapshots = open();
    expect(warned).toEqual([expect.stringContaining('was thrown away and is made again')]);
    expect(snapshots.save('flood', { ...first, drops: snapshots.drops('flood') })).toBe(true);
  });

  test('[A9] a damaged leaf is not given out', () => {
    const { file, warned, open } = place();
    const snapshots = open();
    snapshots.save('flood', first);
    new DatabaseSync(file).exec(`UPDATE leaf SET bytes = x'5b325d' WHERE place = 1`);
    expect(snapshots.leaf('flood', 'posts', 1, 10)).toBeNull();
    expect(warned).toEqual([expect.stringContaining('leaf 1 of posts is damaged')]);
    expect(snapshots.root('flood', 99)).toBeNull();
  });

  test('[A9] another store of Stet is never thrown away', async () => {
    const { file, warned, open } = place();
    await (await openSqliteJournal(file)).close();
    const before = readFileSync(file);
    const snapshots = open();
    expect(snapshots.save('flood', first)).toBe(false);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(warned).toEqual([expect.stringContaining('goes on without')]);
  });

  test('[A11] where no file can be made, there are none', () => {
    const { file, warned, open } = place();
    mkdirSync(file);
    const snapshots = open();
    expect(warned).toEqual([expect.stringContaining('goes on without')]);
    expect(snapshots.save('flood', first)).toBe(false);
    expect([snapshots.root('flood', 9), snapshots.leaf('flood', 'posts', 0, 9), snapshots.leaves('flood', 9)]).toEqual([
      null,
      null,
      null,
    ]);
    snapshots.close();
  });
});
