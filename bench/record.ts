import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fold } from '../src/record/evolve.ts';
import { emptyRecord, get, revisionOf, type StoryRecord } from '../src/record/record.ts';
import { standing } from '../src/record/standing.ts';
import { History } from '../src/server/history.ts';
import { openSqliteJournal } from '../src/store/sqlite-journal.ts';
import { SqliteSnapshots } from '../src/store/sqlite-snapshots.ts';
import type { Journal } from '../src/journal/port.ts';
import type { Draft } from '../src/journal/revision.ts';
import { longStory, randomFrom } from '../test/samples/long-story.ts';
import { quantile, timeEach, type Figure } from './figure.ts';
import { serverFlags } from '../tools/child.mjs';

const root = new URL('..', import.meta.url).pathname;
const story = 'river-flood';
const later = '2030-01-01T00:00:00.000Z';
const sizesAsked = process.argv.find((word) => word.startsWith('--sizes='))?.slice('--sizes='.length);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** One story of 10,000, 100,000 and 1,000,000 events, or of as many as `--sizes=N,N` asks: opening it, and its past. */
export async function record(): Promise<Figure[]> {
  const sizes = (sizesAsked ?? '10000,100000,1000000').split(',').map(Number);
  const figures: Figure[] = [];
  for (const size of sizes) figures.push(...(await recordOf(size)));
  return figures;
}

async function recordOf(events: number): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const [journalFile, snapshotFile] = [join(data, 'journal.sqlite'), join(data, 'snapshots.sqlite')];
  const journal = await openSqliteJournal(journalFile);
  await say(`writing ${events} events`, () => fill(journal, events));
  const { number: head } = await journal.head(story);
  const bare = await say('reading and parsing the rows', async () => bareParse(journalFile));
  const whole = await say('folding from scratch and a standing', () => foldedFrom(journal));

  let snapshots = new SqliteSnapshots(snapshotFile, (sentence) => process.stderr.write(`${sentence}\n`));
  const made = await say('taking the snapshots', async () => {
    const history = new History(journal, snapshots, { rest: 0 });
    history.keep(story, head);
    await history.settled();
    await history.close();
  });
  const { result: served } = await say('opening the server', () => open(data, `/${story}`));
  const empty = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const none = await open(empty, '/');

  snapshots = new SqliteSnapshots(snapshotFile, (sentence) => process.stderr.write(`${sentence}\n`));
  const history = new History(journal, snapshots);
  const before = await heap();
  const random = randomFrom(1);
  const past: number[] = [];
  for (let i = 0; i < 2000; i++) {
    // Each reader comes in a turn of its own, as a request does: what is held weakly is held until the turn ends.
    await new Promise((resolve) => setImmediate(resolve));
    const revision = 1 + Math.floor(random() * head);
    past.push(...(await timeEach(1, async () => (await history.asOf(story, revision)).posts.at(0))));
  }
  const walked = (await heap()) - before;
  const rows = await timeEach(1000, () => journal.read(story, Math.floor(random() * head), 32));
  const moments = await timeEach(200, () =>
    history.revisionAt(story, new Date(Date.UTC(2024, 0, 1) + random() * head * 60_000).toISOString()),
  );
  const cold = standingOf(await history.asOf(story, head));
  await history.close();
  await journal.close();
  const megabytes = (file: string) => statSync(file).size / 1e6;
  const sizes = { journal: megabytes(journalFile), snapshots: megabytes(snapshotFile) };
  for (const folder of [data, empty]) rmSync(folder, { recursive: true });

  const of = `, ${events.toLocaleString('en')} events`;
  const noServer = { what: 'with no story', value: none.seconds };
  const thirtyTwo = (share: number) => ({ what: 'reading 32 rows of the journal', value: quantile(rows, share) });
  const page = { name: `the story’s page for the first time${of}`, value: served.page, unit: 's' };
  const after = { name: `memory of the server after it${of}`, value: served.after, unit: 'MB' };
  return [
    { name: `opening the server${of}`, value: served.seconds, unit: 's', floor: noServer },
    {
      name: `memory of the server${of}`,
      value: served.megabytes,
      unit: 'MB',
      floor: { what: 'with no story', value: none.megabytes },
    },
    page,
    after,
    {
      name: `folding from scratch${of}`,
      value: whole.result.seconds,
      unit: 's',
      floor: { what: 'reading and parsing the rows', value: bare.seconds },
    },
    ...[0.5, 0.99].map((share): Figure => ({
      name: `record as of a random revision, ${share === 0.5 ? 'median' : 'p99'}${of}`,
      value: quantile(past, share),
      unit: 'ms',
      floor: thirtyTwo(share),
    })),
    { name: `memory held after 2,000 of them${of}`, value: walked, unit: 'MB' },
    { name: `revision at a random moment, median${of}`, value: quantile(moments, 0.5), unit: 'ms' },
    {
      name: `standing of a subject with ${whole.result.statements} statements${of}`,
      value: whole.result.anew,
      unit: 'ms',
    },
    { name: `the same where the subject did not change${of}`, value: whole.result.again, unit: 'ms' },
    { name: `the same for the first time after opening${of}`, value: cold.first, unit: 'ms' },
    { name: `taking all snapshots${of}`, value: made.seconds, unit: 's' },
    {
      name: `size of the snapshots${of}`,
      value: sizes.snapshots,
      unit: 'MB',
      floor: { what: 'the journal', value: sizes.journal },
    },
  ];
}

async function fill(journal: Journal, events: number): Promise<void> {
  const subjects = Math.min(1000, Math.round(Math.sqrt(events)));
  const onFirst = Math.min(1000, Math.round(events / 100));
  let number = 0;
  let drafts: Draft[] = [];
  const write = async () => {
    await journal.append(story, drafts, number);
    number += drafts.length;
    drafts = [];
  };
  for (const draft of longStory({ events, subjects, onFirst, seed: 1 })) {
    drafts.push(draft);
    if (drafts.length === 2000) await write();
  }
  await write();
}

/** Seconds that folding takes, and a standing of the record that comes of it, which is let go. */
async function foldedFrom(journal: Journal) {
  const start = performance.now();
  let so = emptyRecord(story);
  let read = 0;
  do {
    const revisions = await journal.read(story, revisionOf(so), 1000);
    so = revisions.reduce(fold, so);
    read = revisions.length;
  } while (read === 1000);
  return { seconds: (performance.now() - start) / 1000, ...standingOf(so) };
}

function bareParse(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  let events = 0;
  for (const row of database.prepare('SELECT salts, events FROM revision').iterate()) {
    JSON.parse(row['salts'] as string);
    events += (JSON.parse(row['events'] as string) as unknown[]).length;
  }
  database.close();
  return events;
}

/** Milliseconds that the standing of subject 1 takes: for the first time, weighed anew from memory, and once more. */
function standingOf(so: StoryRecord) {
  const time = (record: StoryRecord) => {
    const start = performance.now();
    standing(record, 'subject-1', later);
    return performance.now() - start;
  };
  const { length } = get(so.subjects, 'subject-1').statements;
  const first = time(so);
  const many = Array.from({ length: 100 });
  const anew = many.map(() => time({ ...so, subjects: so.subjects.update(0, (subject) => ({ ...subject })) }));
  const again = many.map(() => time(so));
  return { statements: length.toLocaleString('en'), first, anew: quantile(anew, 0.5), again: quantile(again, 0.5) };
}

/** Starts the real command; how long until it answers, its memory then, and the same for a first page. */
async function open(data: string, page: string) {
  const start = performance.now();
  const child = spawn(process.execPath, [...serverFlags, 'src/cli/main.ts', 'serve', '--port', '0', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    if (printed.includes('Ctrl+C')) break;
  }
  const [base] = /http:[^\s]+/.exec(printed)!;
  const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1000;
  await (await fetch(`${base}/healthz`)).arrayBuffer();
  const opened = { seconds: (performance.now() - start) / 1000, megabytes: megabytes() };
  const asked = performance.now();
  await (await fetch(`${base}${page}`)).arrayBuffer();
  const after = { page: (performance.now() - asked) / 1000, after: megabytes() };
  child.kill();
  await new Promise((resolve) => child.once('close', resolve));
  return { ...opened, ...after };
}

/** Megabytes in use, after what nobody holds was collected. */
async function heap(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

async function say<Result>(what: string, work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  process.stderr.write(`  ${what}: ${seconds.toFixed(1)} s\n`);
  return { result, seconds };
}
