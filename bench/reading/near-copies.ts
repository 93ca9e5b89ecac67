import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { comparable, lookUpBy, nearCopy, type Comparable } from '../../src/reading/near-copies.ts';
import { read } from '../../src/reading/read.ts';
import { Refusal } from '../../src/terms/refusal.ts';
import { precisionOf, type Counts, type Score } from './score.ts';

const reach = 0.99;
const boilerplate =
  'Home News Sport Weather Travel. Sign in to read on. Share this story. All rights reserved. Most read.';

/** All words of a page, with what stands around the article. */
const everythingIn = (html: string): string =>
  html
    .replace(/<(script|style|noscript|template)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#?\w+;/g, ' ');

/** What Stet itself takes for the page's text. */
function ownReading(html: Buffer): string {
  try {
    return read(html, { contentType: 'text/html', fileName: null }).text;
  } catch (reason) {
    if (reason instanceof Refusal) return '';
    throw reason;
  }
}

/** The first part of a text in other words: each sentence's words the other way round. */
function leadRewritten(body: string): string {
  const end = body.indexOf(' ', Math.floor(body.length * 0.3));
  return body.slice(0, end).split(/\s+/).toReversed().join(' ') + body.slice(end);
}

/** A text with one figure of its middle changed; `null` where it has none. */
function figureChanged(body: string): { text: string; was: string; now: string } | null {
  const figures = [...body.matchAll(/(?<![\p{L}\p{N}.,])\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{N}])/gu)];
  const one = figures[Math.floor(figures.length / 2)];
  if (one === undefined) return null;
  const now = one[0].replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return { text: body.slice(0, one.index) + now + body.slice(one.index + one[0].length), was: one[0], now };
}

interface Variant {
  name: string;
  copies: (Comparable | null)[];
}

/** Near-copies of each page's body among all pages: recall, and how many of the pairs that were found are right. */
export async function nearCopies(folder: string): Promise<Score[]> {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string }
  >;
  const names = Object.keys(truth).toSorted();
  const pages = names.map((name) => gunzipSync(readFileSync(join(folder, 'html', `${name}.html.gz`))));
  const bodies = names.map((name) => truth[name]!.articleBody);
  const changed = bodies.map(figureChanged);
  const of = (make: (body: string, i: number) => string): Comparable[] =>
    bodies.map((body, i) => comparable(make(body, i)));
  const gold = of((body) => body);
  const variants: Variant[] = [
    { name: 'all words of the page', copies: of((_, i) => everythingIn(pages[i]!.toString())) },
    { name: 'own reading of the page', copies: of((_, i) => ownReading(pages[i]!)) },
    { name: 'boilerplate added', copies: of((body) => `${boilerplate}\n\n${body}\n\n${boilerplate}`) },
    { name: 'lead rewritten', copies: of(leadRewritten) },
    { name: 'tail cut', copies: of((body) => body.slice(0, Math.floor(body.length * 0.5))) },
    { name: 'one figure changed', copies: changed.map((one) => one && comparable(one.text)) },
  ];
  const all: Counts = { found: 0, gold: 0, right: 0 };
  const scores = variants.map(({ name, copies }) => {
    const counts = countPairs(gold, copies);
    for (const key of ['found', 'gold', 'right'] as const) all[key] += counts[key];
    return scoreOf(name, counts);
  });
  const shown = changed.map((one, i) => one && changeShown(gold[i]!, one));
  return [
    scoreOf('all', all),
    ...scores,
    { ...scoreOf('changed figure shown', countOf(shown)), precision: null },
    lookUp(gold, variants),
  ];
}

const scoreOf = (name: string, counts: Counts): Score => ({
  skill: `near-copies, ${name}: recall (precision)`,
  set: 'extraction',
  value: counts.right / counts.gold,
  precision: precisionOf(counts),
  reach,
  others: '',
});

/** Each copy against each body: its own is to be found, no other one. */
function countPairs(gold: Comparable[], copies: (Comparable | null)[]): Counts {
  const counts: Counts = { found: 0, gold: 0, right: 0 };
  for (const [i, copy] of copies.entries()) {
    if (copy === null) continue;
    counts.gold++;
    for (const [k, body] of gold.entries()) {
      if (nearCopy(body, copy) === null) continue;
      counts.found++;
      if (i === k) counts.right++;
      else process.stderr.write(`  false pair ${i} ${k}\n`);
    }
  }
  return counts;
}

function changeShown(body: Comparable, { text, was, now }: { text: string; was: string; now: string }): boolean {
  const changes = nearCopy(body, comparable(text))?.changes ?? [];
  return changes.length === 1 && changes[0]!.was.includes(was) && changes[0]!.now.includes(now);
}

const countOf = (shown: (boolean | null)[]): Counts => ({
  found: shown.filter((one) => one !== null).length,
  gold: shown.filter((one) => one !== null).length,
  right: shown.filter((one) => one === true).length,
});

/** How many of the copies that are near-copies also meet their body in the sketches by which a desk looks them up. */
function lookUp(gold: Comparable[], variants: Variant[]): Score {
  const sketches = gold.map((body) => new Set(lookUpBy(body)));
  const counts: Counts = { found: 0, gold: 0, right: 0 };
  for (const { copies } of variants) {
    for (const [i, copy] of copies.entries()) {
      if (copy === null || nearCopy(gold[i]!, copy) === null) continue;
      counts.gold++;
      if (lookUpBy(copy).filter((shingle) => sketches[i]!.has(shingle)).length >= 2) counts.right++;
    }
  }
  return { ...scoreOf('met by sketch', counts), precision: null };
}
