import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNewsroom, now, openStory } from '../test/newsroom.ts';
import type { Draft } from '../src/journal/revision.ts';
import type { Figure } from './figure.ts';
import { serverFlags } from '../tools/child.mjs';

const revisions = 100_000;
const root = new URL('..', import.meta.url).pathname;

/** How long the server takes to answer with 100,000 revisions in its journal. */
export async function startUp(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  await fill(data);
  const full = await timeToAnswer(data);
  const empty = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const none = await timeToAnswer(empty);
  const start = performance.now();
  const database = new DatabaseSync(join(data, 'journal.sqlite'));
  let events = 0;
  for (const row of database.prepare('SELECT events FROM revision').iterate()) {
    events += (JSON.parse(row['events'] as string) as unknown[]).length;
  }
  database.close();
  const bare = (performance.now() - start) / 1000;
  if (events < revisions) throw new Error(`the journal holds ${events} events only`);
  for (const folder of [data, empty]) rmSync(folder, { recursive: true });
  return [
    {
      name: 'start-up with 100,000 revisions',
      value: full.seconds,
      unit: 's',
      floor: { what: 'empty start-up + reading and parsing the rows', value: none.seconds + bare },
    },
    {
      name: 'memory after start-up with 100,000 revisions',
      value: full.megabytes,
      unit: 'MB',
      floor: { what: 'with none', value: none.megabytes },
    },
  ];
}

async function fill(data: string): Promise<void> {
  const newsroom = await openNewsroom({ data });
  await newsroom.send('river-flood', openStory());
  let number = 1;
  while (number < revisions) {
    const drafts = Array.from({ length: Math.min(2000, revisions - number) }, (_, i): Draft => {
      const text = `Message ${number + i}: the water stands at ${i} centimetres, the river authority says.`;
      const body = [{ kind: 'paragraph' as const, runs: [{ text }] }];
      const post = { post: `post-${number + i}`, headline: null, body, language: 'en', statements: [] } as const;
      return { at: now(), by: 'Ana', act: null, events: [{ kind: 'post-published', ...post, statements: [] }] };
    });
    await newsroom.journal.append('river-flood', drafts, number);
    number += drafts.length;
  }
  await newsroom.close();
}

/** Starts the real command and waits for its first answer. */
async function timeToAnswer(data: string): Promise<{ seconds: number; megabytes: number }> {
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
  const [base] = /http:\S+/.exec(printed)!;
  await (await fetch(base)).arrayBuffer();
  const seconds = (performance.now() - start) / 1000;
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))!;
  child.kill();
  await new Promise((resolve) => child.once('close', resolve));
  return { seconds, megabytes: Number(kilobytes) / 1000 };
}
