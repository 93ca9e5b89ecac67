import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkFollows, firstHash } from '../src/journal/revision.ts';
import { fold } from '../src/record/evolve.ts';
import { emptyRecord, revisionOf } from '../src/record/record.ts';
import { openSqliteJournal } from '../src/store/sqlite-journal.ts';

const kills = 50;
const stories = ['river-flood', 'harbour-fire', 'grid-failure'];
const seed = Number(process.env['STET_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Numbers from 0 to 1 that are the same again for the same seed. Source: the generator mulberry32 by T. Ettinger. */
function numbersFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lets a process publish, kills it so many milliseconds after its first acknowledgement; resolves to what it printed. */
function publishUntilKilled(file: string, milliseconds: number): Promise<{ lines: string[]; signal: string | null }> {
  const writer = fileURLToPath(new URL('./durability/writer.ts', import.meta.url));
  const child = spawn(process.execPath, [writer, file, ...stories], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
  child.stdout.on('data', (text: string) => (printed += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // What stands behind the last line's end was being printed when the process was killed.
    child.once('close', (_, signal) => resolve({ lines: printed.split('\n').slice(0, -1), signal }));
  });
}

/** Reads and verifies every story from its start; the hash of each revision by story and number. */
async function verify(file: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const journal = await openSqliteJournal(file);
  for (const story of await journal.stories()) {
    const revisions = await journal.read(story, 0, 1_000_000);
    let last = { number: 0, hash: firstHash };
    for (const revision of revisions) {
      checkFollows(revision, last);
      hashes.set(`${story} ${revision.number}`, revision.hash);
      last = revision;
    }
    expect(await journal.head(story)).toEqual({ story, number: last.number, hash: last.hash });
    expect(revisionOf(revisions.reduce(fold, emptyRecord(story)))).toBe(revisions.length);
  }
  await journal.close();
  return hashes;
}

test(`[J27] nothing acknowledged is lost in ${kills} kills while publishing (STET_SEED=${seed})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-kill-'));
  const file = join(folder, 'journal.sqlite');
  const random = numbersFrom(seed);
  const acknowledged = new Map<string, string>();
  let unacknowledged = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const { lines, signal } = await publishUntilKilled(file, Math.floor(random() * 60));
    expect(signal, `kill ${kill}`).toBe('SIGKILL');
    expect(lines.length, `acknowledged before kill ${kill}`).toBeGreaterThan(0);
    for (const line of lines) {
      const [story, number, hash] = line.split(' ');
      expect(acknowledged.has(`${story} ${number}`), `${line} is acknowledged once`).toBe(false);
      acknowledged.set(`${story} ${number}`, hash!);
    }
    const kept = await verify(file);
    expect([...acknowledged].filter(([name, hash]) => kept.get(name) !== hash)).toEqual([]);
    // What was on disk when its writer died stays, although nobody was told; the next writer goes on after it.
    unacknowledged += kept.size - acknowledged.size;
    for (const [name, hash] of kept) acknowledged.set(name, hash);
  }
  console.log(`${acknowledged.size} revisions; ${unacknowledged} of them on disk but not yet acknowledged when killed`);
  rmSync(folder, { recursive: true });
}, 90_000);
