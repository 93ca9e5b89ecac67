import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteDesk, type SqliteDesk } from './sqlite-desk.ts';
import { openSqliteJournal } from './sqlite-journal.ts';

describe("the desk's store in an SQLite file", () => {
  let folder: string;
  let file: string;
  let desk: SqliteDesk;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stet-desk-'));
    file = join(folder, 'desk.sqlite');
    desk = await openSqliteDesk(file);
  });

  afterEach(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
  });

  async function reopen(): Promise<void> {
    await desk.close();
    desk = await openSqliteDesk(file);
  }

  const report = (name: string, takenIn = '2024-09-15T06:30:00.000Z') => ({
    text: name.repeat(64),
    bytesHash: 'f'.repeat(64),
    bytes: Uint8Array.of(0, 255, 10, 13, 0),
    contentType: 'text/html',
    fileName: null,
    origin: 'https://example.org/river',
    takenIn,
    takenInBy: 'Marta',
    line: 'Water at the bridge',
    words: 'The river 🌊 stands at 6.4 m.\u0000',
    reading: '{"blocks":[]}',
  });

  const draft = (id: string, saved: string, contents = '{"text":"The river"}') => ({
    id,
    story: 'river-flood',
    editor: 'Marta',
    saved,
    contents,
  });

  test('[K1] a report is kept whole, byte for byte, also after reopening', async () => {
    await desk.keepReport(report('a'));
    await reopen();
    expect(await desk.report('a'.repeat(64))).toEqual(report('a'));
    expect(await desk.report('b'.repeat(64))).toBeNull();
  });

  test('[K2] a report with the same clean text is kept once, as it came first', async () => {
    await desk.keepReport(report('a'));
    await desk.keepReport({ ...report('a', '2024-09-16T06:30:00.000Z'), takenInBy: 'Ondřej', origin: null });
    expect(await desk.report('a'.repeat(64))).toEqual(report('a'));
    expect(await desk.reports(10)).toHaveLength(1);
  });

  test('[K3] the newest reports come first, without bytes and words', async () => {
    await desk.keepReport(report('a', '2024-09-15T06:00:00.000Z'));
    await desk.keepReport(report('b', '2024-09-15T08:00:00.000Z'));
    await desk.keepReport(report('c', '2024-09-15T07:00:00.000Z'));
    await desk.keepReport(report('d', '2024-09-15T07:00:00.000Z'));
    const { bytes: _, words: __, reading: ___, ...about } = report('b', '2024-09-15T08:00:00.000Z');
    expect((await desk.reports(1))[0]).toEqual(about);
    expect((await desk.reports(10)).map(({ text }) => text[0])).toEqual(['b', 'd', 'c', 'a']);
  });

  test('[K13] a report that is dropped leaves no byte in the files', async () => {
    const kept = report('a', '2024-09-15T06:00:00.000Z');
    await desk.keepReport({ ...kept, words: `${kept.words} The name is Quintessa.`, bytes: Buffer.from('Quintessa') });
    await desk.dropReport(kept.text);
    expect(await desk.report(kept.text)).toBeNull();
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('Quintessa')).toBe(false);
    }
  });

  test('[K16] what could not be read is kept with the reason, the same bytes once, the newest of all, until it is dropped', async () => {
    const unread = (bytesHash: string, minute: number) => ({
      bytesHash,
      bytes: Buffer.from(`%PDF Quintessa ${bytesHash}`),
      contentType: 'application/pdf',
      fileName: 'plan.pdf',
      origin: null,
      takenIn: `2024-09-15T06:0${minute}:00.000Z`,
      takenInBy: 'Marta',
      problem: 'The report is not text: it holds a PDF.',
    });
    const [a, b, c] = [unread('a', 1), unread('b', 2), unread('c', 3)];
    for (const one of [a, b, a, c]) await desk.keepUnread(one, 2);
    expect((await desk.unreads(9)).map(({ bytesHash }) => bytesHash)).toEqual(['c', 'b']);
    const { bytes, ...listed } = c;
    expect(await desk.unreads(1)).toEqual([listed]);
    const { bytes: kept, ...rest } = (await desk.unread('c'))!;
    expect([Buffer.from(kept), rest]).toEqual([bytes, listed]);
    await desk.dropUnread('b');
    await desk.dropUnread('c');
    await desk.dropUnread('c');
    expect([await desk.unread('c'), await desk.unreads(9)]).toEqual([null, []]);
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('Quintessa')).toBe(false);
    }
  });

  test('[K14] reports whose sketches share two shingles are found, those with most first, until they are dropped', async () => {
    for (const name of ['a', 'b', 'c']) await desk.keepReport(report(name));
    await desk.keepSketch('a'.repeat(64), [1, 2, 2, 3, 4_294_967_295]);
    await desk.keepSketch('b'.repeat(64), [2, 3, 4_294_967_295]);
    await desk.keepSketch('c'.repeat(64), [3]);
    await desk.keepSketch('c'.repeat(64), [1, 2, 3]);
    await desk.keepSketch('d'.repeat(64), [1, 2, 3]);
    const like = async () => (await desk.sketchedLike([2, 3, 4_294_967_295, 1, 9], 5)).map(([name]) => name);
    expect(await like()).toEqual(['a', 'b']);
    await desk.dropReport('a'.repeat(64));
    expect(await like()).toEqual(['b']);
  });

  test('[K15] a feed is kept until it is removed, each of its entries once', async () => {
    const feed = {
      id: 'f1',
      address: 'https://courier.example/feed',
      title: null,
      added: '2024-09-15T06:30:00.000Z',
      addedBy: 'Marta',
      etag: '"1"',
      lastModified: null,
      every: 3600,
      due: '2024-09-15T06:35:00.000Z',
      polled: null,
      failures: 0,
      problem: null,
    };
    const entry = (name: string, seen: string) => ({
      feed: 'f1',
      entry: name,
      address: `https://courier.example/${name}`,
      line: name,
      published: null,
      seen,
      report: 'a'.repeat(64),
      problem: null,
    });
    await desk.keepReport(report('a'));
    await desk.keepFeed(feed);
    await desk.keepFeed({ ...feed, title: 'Courier', failures: 2 });
    await desk.keepEntry(entry('one', '2024-09-15T06:31:00.000Z'));
    await desk.keepEntry({ ...entry('one', '2024-09-15T06:40:00.000Z'), line: 'other' });
    await desk.keepEntry(entry('two', '2024-09-15T06:32:00.000Z'));
    await reopen();
    expect(await desk.feeds()).toEqual([{ ...feed, title: 'Courier', failures: 2 }]);
    expect((await desk.entries(5)).map(({ line }) => line)).toEqual(['two', 'one']);
    expect([await desk.hasEntry('f1', 'one'), await desk.hasEntry('f2', 'one')]).toEqual([true, false]);
    expect(await desk.reportOfAddress('https://courier.example/one')).toBe('a'.repeat(64));
    await desk.dropReport('a'.repeat(64));
    expect(await desk.reportOfAddress('https://courier.example/one')).toBeNull();
    expect((await desk.entries(1))[0]).toMatchObject({ line: '', report: null });
    await desk.dropFeed('f1');
    expect([await desk.feeds(), await desk.entries(5)]).toEqual([[], []]);
  });

  test('[K4] a newer draft with the same name replaces the older one, and an older one that comes late does not', async () => {
    await desk.keepDraft(draft('draft-1', '2024-09-15T06:30:00.000Z', '"first"'));
    await desk.keepDraft(draft('draft-1', '2024-09-15T06:32:00.000Z', '"third"'));
    await desk.keepDraft(draft('draft-1', '2024-09-15T06:31:00.000Z', '"second"'));
    expect(await desk.drafts('river-flood', 'Marta')).toEqual([
      draft('draft-1', '2024-09-15T06:32:00.000Z', '"third"'),
    ]);
  });

  test('[K5] an editor sees the own drafts of a story, newest first', async () => {
    await desk.keepDraft(draft('draft-1', '2024-09-15T06:30:00.000Z'));
    await desk.keepDraft(draft('draft-2', '2024-09-15T06:31:00.000Z'));
    await desk.keepDraft({ ...draft('draft-3', '2024-09-15T06:32:00.000Z'), story: 'harbour-fire' });
    expect((await desk.drafts('river-flood', 'Marta')).map(({ id }) => id)).toEqual(['draft-2', 'draft-1']);
  });

  test('[K6] nobody reads, replaces or deletes the draft of another editor, even under its name', async () => {
    await desk.keepDraft(draft('draft-1', '2024-09-15T06:30:00.000Z', '"of Marta"'));
    await desk.keepDraft({ ...draft('draft-1', '2024-09-15T06:31:00.000Z', '"of Ondřej"'), editor: 'Ondřej' });
    await desk.dropDraft('draft-1', 'Ondřej');
    expect(await desk.drafts('river-flood', 'Ondřej')).toEqual([]);
    expect((await desk.drafts('river-flood', 'Marta')).map(({ contents }) => contents)).toEqual(['"of Marta"']);
  });

  test('[K7] a dropped draft is gone, and dropping it again does no harm', async () => {
    await desk.keepDraft(draft('draft-1', '2024-09-15T06:30:00.000Z'));
    await desk.dropDraft('draft-1', 'Marta');
    await desk.dropDraft('draft-1', 'Marta');
    await reopen();
    expect(await desk.drafts('river-flood', 'Marta')).toEqual([]);
  });

  test('[K8] a one-time link works exactly once, also on two handles and after reopening', async () => {
    await desk.keepInvitation('hash-1', { editor: 'Marta', expires: '2024-09-15T07:00:00.000Z' });
    await reopen();
    const other = await openSqliteDesk(file);
    const now = '2024-09-15T06:59:59.999Z';
    expect((await desk.invitation('hash-1', now))?.editor).toBe('Marta');
    const used = await Promise.all([desk, other, desk, other].map((handle) => handle.useInvitation('hash-1', now)));
    expect(used.filter((editor) => editor !== null)).toEqual(['Marta']);
    expect(await desk.useInvitation('hash-2', now)).toBeNull();
    expect(await desk.invitation('hash-1', now)).toBeNull();
    await other.close();
  });

  test('[K9] a one-time link that has expired works no more', async () => {
    await desk.keepInvitation('hash-1', { editor: 'Marta', expires: '2024-09-15T07:00:00.000Z' });
    expect(await desk.invitation('hash-1', '2024-09-15T07:00:00.000Z')).toBeNull();
    expect(await desk.useInvitation('hash-1', '2024-09-15T07:00:00.000Z')).toBeNull();
    expect(await desk.useInvitation('hash-1', '2024-09-15T06:00:00.000Z')).toBeNull();
  });

  test('[K10] a session lasts until it expires or is ended', async () => {
    const session = { editor: 'Marta', expires: '2024-09-15T18:00:00.000Z' };
    await desk.keepSession('hash-1', session);
    await desk.keepSession('hash-2', session);
    await reopen();
    expect(await desk.session('hash-1', '2024-09-15T17:59:59.999Z')).toEqual(session);
    expect(await desk.session('hash-1', '2024-09-15T18:00:00.000Z')).toBeNull();
    expect(await desk.session('hash-3', '2024-09-15T12:00:00.000Z')).toBeNull();
    await desk.dropSession('hash-1');
    expect(await desk.session('hash-1', '2024-09-15T12:00:00.000Z')).toBeNull();
    expect(await desk.session('hash-2', '2024-09-15T12:00:00.000Z')).toEqual(session);
  });

  test('[K11] links and sessions that have expired are deleted when somebody signs in', async () => {
    await desk.keepInvitation('hash-1', { editor: 'Marta', expires: '2024-09-15T07:00:00.000Z' });
    await desk.keepSession('hash-2', { editor: 'Marta', expires: '2024-09-15T07:00:00.000Z' });
    await desk.keepSession('hash-3', { editor: 'Marta', expires: '2024-09-15T09:00:00.000Z' });
    await desk.useInvitation('another', '2024-09-15T08:00:00.000Z');
    await desk.close();
    const database = new DatabaseSync(file);
    expect(database.prepare('SELECT token_hash FROM invitation').all()).toEqual([]);
    expect(database.prepare('SELECT token_hash FROM session').all()).toEqual([{ token_hash: 'hash-3' }]);
    database.close();
  });

  test('[K60] an editor has the name that was given first under a key, also after reopening', async () => {
    expect(await desk.editorNamed('marta', 'Marta')).toBe('Marta');
    await reopen();
    expect(await desk.editorNamed('marta', 'MARTA')).toBe('Marta');
    expect(await desk.editorNamed('ondřej', 'Ondřej')).toBe('Ondřej');
  });

  test('[K12] a file that is damaged, of another sort or out of reach is refused and named', async () => {
    const journal = join(folder, 'journal.sqlite');
    await (await openSqliteJournal(journal)).close();
    await expect(openSqliteDesk(journal)).rejects.toMatchObject({ code: 'store-corrupt' });
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'The river rises. '.repeat(100));
    const refusal = { code: 'store-corrupt', message: expect.stringContaining(text) };
    await expect(openSqliteDesk(text)).rejects.toMatchObject(refusal);
    await expect(openSqliteDesk(join(folder, 'none', 'desk.sqlite'))).rejects.toMatchObject({
      code: 'store-unwritable',
    });
    await desk.close();
    await expect(desk.reports(1)).rejects.toMatchObject({ code: 'store-failed' });
  });
});
