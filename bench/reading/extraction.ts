import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from '../../src/reading/decode.ts';
import { readHtml } from '../../src/reading/html.ts';
import { layOut } from '../../src/reading/plain.ts';
import { read } from '../../src/reading/read.ts';
import type { Reading, TextBlock } from '../../src/reading/reading.ts';
import type { Score } from './score.ts';

/** What counts as body: all that stands in the article itself, without its title, its captions and what it advertises. */
const body = new Set<TextBlock['kind']>(['heading', 'paragraph', 'quotation', 'item', 'cell']);

/** The article's own text. */
export const bodyOf = ({ text, blocks }: Reading): string =>
  blocks
    .filter(({ kind }) => body.has(kind))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n');

/** How often each run of four words stands in a text; a shorter text is one run. */
function shingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++) {
    const run = tokens.slice(i, i + 4).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** Precision and recall of one page's shingles; a page without any is right where none were wanted. */
export function compare(gold: string, found: string): { precision: number; recall: number } {
  const wanted = shingles(gold);
  const had = shingles(found);
  let right = 0;
  for (const [run, count] of had) right += Math.min(count, wanted.get(run) ?? 0);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { precision: right / total(had), recall: right / total(wanted) };
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

const about = { contentType: 'text/html; charset=utf-8', fileName: null };

/** How many milliseconds of the processor cleaning a page takes: the quickest of five times. */
function cleaningTime(page: Uint8Array): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = process.cpuUsage();
    layOut(readHtml(decode(page, about.contentType).text).pieces);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.max(0.01, Math.min(...times));
}

/** A report of 2,000 words in markup as heavy as that of news pages. */
function longReport(): string {
  const words = 'The river rose all night, and by morning it stood in the streets of the lower town, the mayor said.';
  const paragraph = `<p class="story-text paragraph-${'x'.repeat(40)}" data-id="1">${words} <a href="/news/${'x'.repeat(60)}">${words}</a></p>`;
  const menu = `<li class="menu-item"><a class="menu-link" href="/section/${'x'.repeat(40)}"><span>Section</span></a></li>`;
  return `<html><head><title>Flood</title><script>${'var x = 1;'.repeat(1000)}</script></head><body><nav><ul>${menu.repeat(100)}</ul></nav><article><h1>Flood</h1>${paragraph.repeat(50)}</article><footer><ul>${menu.repeat(50)}</ul></footer></body></html>`;
}

/** Scores article bodies on pages with a ground truth: mean precision, mean recall, F1 of the two means. */
export async function extraction(folder: string): Promise<Score[]> {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string }
  >;
  const pages: Uint8Array[] = [];
  const results: { precision: number; recall: number }[] = [];
  for (const file of readdirSync(join(folder, 'html')).toSorted()) {
    const name = file.split('.')[0]!;
    const gold = truth[name]?.articleBody;
    if (gold === undefined) continue;
    const page = gunzipSync(readFileSync(join(folder, 'html', file)));
    pages.push(page);
    results.push(compare(gold, bodyOf(read(page, about))));
  }
  const precision = mean(results.map((one) => one.precision));
  const recall = mean(results.map((one) => one.recall));
  const report = new TextEncoder().encode(longReport());
  return [
    {
      skill: 'article body, F1',
      set: `article-extraction-benchmark, ${results.length} pages`,
      value: harmonic(precision, recall),
      precision,
      reach: 0.98,
      others: 'Readability .947, best published .970',
    },
    {
      skill: 'speed, cleaning, pages a second on one core',
      set: `the same pages, ${Math.round(mean(pages.map((page) => page.length)) / 1000)} kB each`,
      value: 1000 / mean(pages.map(cleaningTime)),
      precision: null,
      reach: null,
      others: 'a small baseline 28',
    },
    {
      skill: 'speed, cleaning, 2,000-word reports a second on one core',
      set: `a page of our own, ${Math.round(report.length / 1000)} kB`,
      value: 1000 / cleaningTime(report),
      precision: null,
      reach: 200,
      others: '',
    },
  ];
}
