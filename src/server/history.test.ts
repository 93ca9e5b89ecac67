import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { longStory, randomFrom, textOf } from '../../test/samples/long-story.ts';
import type { Journal } from '../journal/port.ts';
import { fold } from '../record/evolve.ts';
import { emptyRecord, revisionOf, type StoryRecord } from '../record/record.ts';
import { openSqliteJournal } from '../store/sqlite-journal.ts';
import { SqliteSnapshots } from '../store/sqlite-snapshots.ts';
import { History } from './history.ts';
import { LiveStory } from './live-story.ts';
import { Stories } from './stories.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const settings = { every: 16, rest: 0, records: 8, leaves: 200_000 };
const fail = (reason: unknown) => expect.fail(String(reason));
const hashOf = (record: StoryRecord) => createHash('sha256').update(textOf(record)).digest('base64');

/** A journal of one bounded story in a folder of its own, and the hash of its record as of each revision. */
async function bounded(events = 300, seed = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-history-'));
  folders.push(folder);
  const journal = await openSqliteJournal(join(folder, 'journal.sqlite'));
  await journal.append('flood', [...longStory({ events, subjects: 12, onFirst: 80, seed })], 0);
  const revisions = await journal.read('flood', 0, 10_000);
  let record = emptyRecord('flood');
  const hashes = [hashOf(record), ...revisions.map((revision) => hashOf((record = fold(record, revision))))];
  const file = join(folder, 'snapshots.sqlite');
  const warned: string[] = [];
  const open = (from: Journal = journal) => {
    const snapshots = new SqliteSnapshots(file, (sentence) => warned.push(sentence));
    return { snapshots, history: new History(from, snapshots, settings) };
  };
  const taken = async () => {
    const opened = open();
    opened.history.keep('flood', revisions.length);
    await opened.history.settled();
    return opened;
  };
  return { folder, file, journal, revisions, hashes, warned, open, taken, head: revisions.length };
}

async function checkAt(history: History, hashes: readonly string[], times: number, random: () => number) {
  for (let i = 0; i < times; i++) {
    const revision = Math.floor(random() * hashes.length);
    const hash = await history.reading('flood', revision, hashOf);
    if (hash !== hashes[revision]) expect.fail(`the record as of ${revision} is another`);
  }
}

describe('the record as of a revision', () => {
  test('[A1] is the record folded from the start, at 10,000 random revisions, restarts and deletions between', async () => {
    const { hashes, head, open, taken, file, warned } = await bounded();
    const random = randomFrom(7);
    const first = await taken();
    expect(first.snapshots.root('flood', head)?.revision).toBe(head - (head % 16));
    await checkAt(first.history, hashes, 4000, random);
    await first.history.close();

    const restarted = open();
    await checkAt(restarted.history, hashes, 3000, random);
    for (let round = 0; round < 30; round++) {
      const database = new DatabaseSync(file);
      if (round % 3 === 0) await restarted.history.drop('flood');
      else if (round % 3 === 1) database.exec('DELETE FROM leaf');
      else database.exec('DELETE FROM root');
      database.close();
      await checkAt(restarted.history, hashes, 100, random);
      if (round % 3 === 2) await restarted.history.drop('flood');
      await restarted.history.settled();
    }
    await restarted.history.close();
    expect(warned).toEqual([]);
  }, 120_000);

  test('[A1] is the same without snapshots', async () => {
    const { journal, hashes } = await bounded(120);
    await checkAt(new History(journal, null), hashes, 100, randomFrom(1));
  });

  test('[A3] is refused beyond the journal’s end, and empty before its start', async () => {
    const { taken, head } = await bounded(120);
    const { history } = await taken();
    await expect(history.asOf('flood', head + 1)).rejects.toMatchObject({ code: 'revision-ahead' });
    await expect(history.asOf('nowhere', 1)).rejects.toMatchObject({ code: 'revision-ahead' });
    expect(await history.asOf('flood', 0)).toEqual(emptyRecord('flood'));
  });

  test('[A4] the last revision published at or before a moment is found', async () => {
    const { taken, revisions } = await bounded(200);
    const { history } = await taken();
    for (const { at, number } of revisions) {
      expect(await history.revisionAt('flood', at)).toBe(number);
      const before = Temporal.Instant.from(at).subtract({ milliseconds: 1 }).toString();
      expect(await history.revisionAt('flood', before)).toBe(number - 1);
    }
    expect(await history.revisionAt('flood', '2999-01-01T00:00:00+02:00')).toBe(revisions.length);
    expect(await history.revisionAt('nowhere', '2999-01-01T00:00:00Z')).toBe(0);
    await expect(history.revisionAt('flood', 'yesterday')).rejects.toMatchObject({ code: 'moment-unreadable' });
  });

  test('[A8] snapshots of another journal are not used, and go', async () => {
    const { taken, open, file } = await bounded(400, 1);
    await (await taken()).history.close();
    const other = await bounded(300, 2);
    const { history, snapshots } = open(other.journal);
    await checkAt(history, other.hashes, 60, randomFrom(3));
    expect(revisionOf(await history.newest('flood'))).toBe(0);
    history.keep('flood', other.head);
    await history.settled();
    expect(snapshots.root('flood', 1e9)?.revision).toBe(other.head - (other.head % 16));
    await checkAt(history, other.hashes, 60, randomFrom(4));
    expect(file).toBeTruthy();
  });

  test('[A9] damage anywhere in the file costs no reader an answer', async () => {
    const { taken, open, file, hashes, warned } = await bounded();
    await (await taken()).history.close();
    const whole = readFileSync(file);
    const random = randomFrom(5);
    for (let round = 0; round < 12; round++) {
      const bytes = Buffer.from(whole);
      const start = round === 0 ? 0 : Math.floor(random() * bytes.length);
      for (let i = start; i < Math.min(bytes.length, start + 6000); i++) bytes[i] = Math.floor(random() * 256);
      writeFileSync(file, bytes);
      if (round % 4 === 3) truncateSync(file, Math.floor(bytes.length / 2));
      const { history } = open();
      await history.newest('flood').then(textOf);
      await checkAt(history, hashes, 40, random);
      await history.close();
    }
    expect(warned.some((sentence) => sentence.includes('was thrown away and is made again'))).toBe(true);
  }, 30_000);

  test('[A10] what was dropped while a snapshot was under way is not written after', async () => {
    const { journal, open, head } = await bounded(200);
    const { snapshots, history } = open();
    history.keep('flood', head);
    const drops = snapshots.drops('flood');
    snapshots.drop('flood');
    expect(snapshots.save('flood', { drops, after: 0, revision: 16, root: '{}', leaves: [] })).toBe(false);
    await history.settled();
    expect(snapshots.root('flood', head)?.revision).toBe(head - (head % 16));
    await journal.close();
  });

  test('[A7] a walk through the past holds no more than it may', async () => {
    const { journal, open, hashes, head } = await bounded(1200, 8);
    const { snapshots, history } = open();
    history.keep('flood', head);
    await history.settled();
    let reads = 0;
    const counted = Object.assign(Object.create(snapshots) as SqliteSnapshots, {
      root: snapshots.root.bind(snapshots),
      leaf(...asked: Parameters<SqliteSnapshots['leaf']>) {
        reads += 1;
        return snapshots.leaf(...asked);
      },
    });
    const walking = new History(journal, counted, settings);
    const record = await walking.asOf('flood', head);
    expect(reads).toBeLessThan(40);
    expect(hashOf(record)).toBe(hashes[head]);
  });
});

describe('a story', () => {
  test('[A5] opens from its newest snapshot and reads no more of the journal than follows it', async () => {
    const { taken, open, journal, hashes, head } = await bounded();
    await (await taken()).history.close();
    let read = 0;
    const counted = new Proxy(journal, {
      get: (target, name: keyof Journal) =>
        name === 'read'
          ? async (...asked: Parameters<Journal['read']>) => {
              const revisions = await target.read(...asked);
              read += revisions.length;
              return revisions;
            }
          : target[name].bind(target),
    });
    const { history } = open(counted);
    const story = new LiveStory('flood', counted, () => '2030-01-01T00:00:00.000Z', fail, history);
    await story.catchUp();
    expect(hashOf(story.record)).toBe(hashes[head]);
    expect(read).toBeLessThanOrEqual(16);
    await history.drop('flood');
    expect(hashOf(story.record)).toBe(hashes[head]);
  });

  test('[A6] publishes without waiting for snapshots, which follow', async () => {
    const { journal, open } = await bounded(120);
    const { snapshots } = open();
    let saved = 0;
    const slow = Object.assign(Object.create(snapshots) as SqliteSnapshots, {
      root: snapshots.root.bind(snapshots),
      drops: snapshots.drops.bind(snapshots),
      leaf: snapshots.leaf.bind(snapshots),
      leaves: snapshots.leaves.bind(snapshots),
      close: () => snapshots.close(),
      save(...asked: Parameters<SqliteSnapshots['save']>) {
        saved += 1;
        return snapshots.save(...asked);
      },
    });
    const stories = await Stories.open(journal, slow, () => '2030-01-01T00:00:00.000Z', fail);
    const story = stories.get('flood');
    const title = 'Another title';
    const asked = { by: 'Marta', act: null, reports: new Map(), at: null };
    await story.publish({
      ...asked,
      command: { kind: 'describe-story', seen: revisionOf(story.record), title, summary: null },
    });
    expect(story.record.title).toBe(title);
    expect(saved).toBe(0);
    await stories.close();
  });
});
