import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { placedArticles } from '../bench/reading/place-sets.ts';
import { read } from '../src/reading/read.ts';
import type { Reading } from '../src/reading/reading.ts';
import { readGazetteer } from '../src/server/gazetteer.ts';

const sets = '../shared/data';
const placeSets = ['lgl.xml', 'TR-News.xml', 'GeoVirus.xml'];

interface Report {
  name: string;
  content: () => Uint8Array;
  contentType: string;
}

/** Every page and text of every set: pages as they came, and what stands in them as plain text where a set has only that. */
function reports(): Report[] {
  const files = readdirSync(sets, { recursive: true, encoding: 'utf8' }).map((name) => join(sets, name));
  const of = (ending: string) =>
    files.filter((name) => name.endsWith(ending) && !basename(name).startsWith('._')).toSorted();
  const plain = (name: string, text: () => string): Report => ({
    name,
    content: () => new TextEncoder().encode(text()),
    contentType: 'text/plain',
  });
  return [
    ...of('.html.gz').map((name) => ({
      name,
      content: () => gunzipSync(readFileSync(name)),
      contentType: 'text/html',
    })),
    ...of('.txt').map((name) => plain(name, () => readFileSync(name, 'utf8'))),
    ...of('.tml').map((name) => plain(name, () => readFileSync(name, 'utf8').replace(/<[^>]*>/g, ''))),
    ...of('.csv').map((name) => ({ name, content: () => readFileSync(name), contentType: 'text/csv' })),
    ...placeSets.flatMap((file) =>
      placedArticles(join(sets, 'places'), file, 0).map(({ id, text }) => plain(`${file} ${id}`, () => text)),
    ),
  ];
}

/** What of a reading does not stand in its text where it says that it does. */
function strays({ trace: _, ...reading }: Reading): unknown[] {
  const found: unknown[] = [];
  const look = (value: unknown, key: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { start, end, exact, words, name } = value as Record<string, unknown>;
    if (typeof start === 'number' && typeof end === 'number') {
      const there = reading.text.slice(start, end);
      const said = [exact, words, key === 'speaker' ? name : undefined].filter((one) => one !== undefined);
      if (start < 0 || start > end || end > reading.text.length || said.some((one) => one !== there)) found.push(value);
    }
    for (const [inner, one] of Object.entries(value)) look(one, Array.isArray(value) ? key : inner);
  };
  look(reading, '');
  return found;
}

test.skipIf(!existsSync(sets))(
  `[R28] [R29] on every page of every set each excerpt stands where it says, and whatever was read before makes no difference (needs ${sets})`,
  { timeout: 300_000 },
  () => {
    const gazetteer = readGazetteer();
    const all = reports();
    expect(all.length).toBeGreaterThan(1000);
    const readings = new Map<string, string>();
    const digest = (reading: Reading) => createHash('sha256').update(JSON.stringify(reading)).digest('hex');
    const full = all
      .map((report) => ({ ...report, content: report.content() }))
      .filter(({ content }) => content.length > 0);
    const readOf = ({ content, contentType }: (typeof full)[number]) =>
      read(content, { contentType, fileName: null }, gazetteer);
    for (const report of full) {
      const reading = readOf(report);
      expect([report.name, strays(reading).slice(0, 3)]).toEqual([report.name, []]);
      readings.set(report.name, digest(reading));
    }
    for (const report of full.toReversed())
      expect([report.name, digest(readOf(report))]).toEqual([report.name, readings.get(report.name)]);
  },
);
