import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FoundTime, Span } from '../../src/reading/reading.ts';
import { sentencesOf } from '../../src/reading/sentences.ts';
import { timesIn } from '../../src/reading/times/times.ts';
import { f1Of, precisionOf, type Counts, type Score } from './score.ts';

/** An expression as an annotator marked it. */
interface Marked extends Span {
  value: string;
}

/** A document of TimeML: its text, its day, and what is marked in the text. */
interface Document {
  text: string;
  created: string | null;
  marked: Marked[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** The document's own day is given, and is not one of the expressions to be found: those stand in `<TEXT>`. */
function readTimeml(source: string): Document {
  const head = /<DCT>\s*(<TIMEX3[^>]*>)/.exec(source)?.[1] ?? '';
  const body = source.slice(source.indexOf('<TEXT>') + 6, source.indexOf('</TEXT>'));
  const marked: Marked[] = [];
  const open: Marked[] = [];
  let text = '';
  for (const [piece] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (piece.startsWith('<TIMEX3') && !piece.endsWith('/>')) {
      open.push({ start: text.length, end: text.length, value: attribute(piece, 'value') ?? '' });
    } else if (piece === '</TIMEX3>') {
      const one = open.pop();
      if (one && text.length > one.start) marked.push({ ...one, end: text.length });
    } else if (!piece.startsWith('<'))
      text += piece.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!);
  }
  return { text, created: attribute(head, 'value'), marked };
}

function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  for (const found of text.matchAll(/\S(?:[^\n]|\n(?![ \t]*\n))*/g)) {
    blocks.push({ start: found.index, end: found.index + found[0].length });
  }
  return blocks;
}

const found = ({ text, created }: Document): FoundTime[] =>
  timesIn(
    text,
    blocksOf(text).flatMap((block) => sentencesOf(text, block)),
    created,
  );

/** Adds up a document: what overlaps counts once on both sides, as the scorer of TempEval-3 has it. */
function count(document: Document, { relaxed, strict, value }: Tally): void {
  const times = found(document);
  const used = new Set<Marked>();
  for (const counts of [relaxed, strict, value]) {
    counts.found += times.length;
    counts.gold += document.marked.length;
  }
  for (const time of times) {
    const mark = document.marked.find((one) => !used.has(one) && one.start < time.end && time.start < one.end);
    if (!mark) continue;
    used.add(mark);
    relaxed.right++;
    if (mark.start === time.start && mark.end === time.end) strict.right++;
    if (mark.value === time.value) value.right++;
  }
}

const others: Record<string, string> = {
  TimeBank: 'a small baseline 83/70/68',
  AQUAINT: 'a small baseline 91/84/71',
  TBAQ: 'HeidelTime on TempEval-3 platinum 90/81/78',
};
/** The goal stands at both together, counts added up, as TempEval-3 trains on them. */
const together = { name: 'TBAQ', sets: ['TimeBank', 'AQUAINT'] };

const skills = ['relaxed', 'strict', 'value'] as const;
const reach = { relaxed: 0.92, strict: 0.85, value: 0.82 };
type Tally = Record<(typeof skills)[number], Counts>;
const tally = (): Tally => ({
  relaxed: { found: 0, gold: 0, right: 0 },
  strict: { found: 0, gold: 0, right: 0 },
  value: { found: 0, gold: 0, right: 0 },
});

/** Expressions of time against TimeML: found (relaxed), with its exact extent (strict), with its value. */
export async function scoreTimes(folder: string): Promise<Score[]> {
  const tallies = new Map<string, Tally>();
  for (const where of await foldersOf(folder)) {
    const counts = tally();
    for (const name of await documentsIn(where)) count(readTimeml(await readFile(join(where, name), 'utf8')), counts);
    if (counts.relaxed.gold > 0) tallies.set(basename(where), counts);
  }
  const parts = together.sets.map((name) => tallies.get(name)).filter((one) => one !== undefined);
  if (parts.length === together.sets.length) tallies.set(together.name, sumOf(parts));
  return [...tallies].flatMap(([set, counts]) =>
    skills.map((skill) => ({
      skill: `times, ${skill} F1`,
      set,
      value: f1Of(counts[skill]),
      precision: precisionOf(counts[skill]),
      reach: together.sets.includes(set) ? null : reach[skill],
      others: others[set] ?? '',
    })),
  );
}

function sumOf(parts: readonly Tally[]): Tally {
  const sum = tally();
  for (const part of parts) {
    for (const skill of skills) {
      sum[skill].found += part[skill].found;
      sum[skill].gold += part[skill].gold;
      sum[skill].right += part[skill].right;
    }
  }
  return sum;
}

const documentsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => /^[^.].*\.tml$/.test(name)).toSorted();

/** The folder and those in it, to any depth, that hold documents; each is a set of its own. */
async function foldersOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const folders = [folder, ...entries.filter((one) => one.isDirectory()).map((one) => join(one.parentPath, one.name))];
  const holding: string[] = [];
  for (const one of folders.toSorted()) if ((await documentsIn(one)).length > 0) holding.push(one);
  return holding;
}
