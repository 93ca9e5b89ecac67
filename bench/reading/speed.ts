import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '../../src/reading/read.ts';
import { readGazetteer } from '../../src/server/gazetteer.ts';
import type { Score } from './score.ts';

/** Words of a report. */
const length = 2000;
/** Rounds over all reports before the measured ones: they are for the compiler. */
const warming = 3;
const rounds = 9;

/** How many pages of 2,000 words are read to all suggestions in a second of one processor, made from the texts of a folder. */
export async function speed(folder: string): Promise<Score[]> {
  const world = readGazetteer();
  const pages = pagesOf(paragraphsIn(folder));
  const times = Array.from({ length: warming + rounds }, () => {
    const began = process.cpuUsage();
    for (const page of pages) read(page, { contentType: 'text/html', fileName: null }, world);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  });
  const median = times.slice(warming).toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
  const value = pages.length / median;
  const set = `${pages.length} pages of ${length} words`;
  return [{ skill: 'reports a second, of one core', set, value, precision: null, reach: 100, others: '' }];
}

function paragraphsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\n+/))
    .filter((paragraph) => paragraph.trim() !== '');
}

/** Pages of so many words, one behind the other; what is left at the end is left out. */
function pagesOf(paragraphs: readonly string[]): Uint8Array[] {
  const pages: Uint8Array[] = [];
  let own: string[] = [];
  let words = 0;
  for (const paragraph of paragraphs) {
    own.push(paragraph);
    words += paragraph.trim().split(/\s+/).length;
    if (words < length) continue;
    pages.push(new TextEncoder().encode(pageOf(own)));
    own = [];
    words = 0;
  }
  return pages;
}

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const pageOf = (paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${escaped(paragraphs[0]!)}</title></head><body><article>${paragraphs
    .map((words) => `<p>${escaped(words)}</p>`)
    .join('\n')}</article></body></html>`;
