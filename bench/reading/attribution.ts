import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributionsOf } from '../../src/reading/attribution/attributions.ts';
import { Voices } from '../../src/reading/attribution/voices.ts';
import { paraphrasesIn } from '../../src/reading/paraphrases.ts';
import type { Attribution, Span } from '../../src/reading/reading.ts';
import { f1Of, precisionOf, type Counts, type Score } from './score.ts';

/** One attribution, of the set or found, as stretches of the document. */
interface Attributed {
  source: Span[];
  cue: Span[];
  content: Span[];
}

interface Document {
  text: string;
  gold: Attributed[];
}

const parts = ['source', 'cue', 'content'] as const;
const reach = { source: 0.68, cue: 0.68, content: 0.55 };
const others = {
  source: 'CRF .51, BiLSTM-CRF .70, BERT .83 (of the set)',
  cue: 'CRF .53, BiLSTM-CRF .67, BERT .75 (of the set)',
  content: 'CRF .29, BiLSTM-CRF .59, BERT .73 (of the set)',
};

/** Scores attribution on PolNeAR: a folder with `text` and `attributions`, or one of such folders. */
export async function attribution(folder: string): Promise<Score[]> {
  if (existsSync(join(folder, 'text'))) return scoresOf('PolNeAR', documentsOf(folder));
  const dev = documentsOf(join(folder, 'dev'));
  const heldOut = documentsOf(join(folder, 'train')).filter((_, i) => i % 2 === 1);
  return [...scoresOf('PolNeAR dev', dev), ...scoresOf('PolNeAR train, every second', heldOut)];
}

function documentsOf(folder: string): Document[] {
  const annotations = readdirSync(join(folder, 'attributions'));
  return readdirSync(join(folder, 'text'))
    .toSorted()
    .map((file) => {
      const name = file.replace(/\.txt$/, '');
      const of = annotations.find((other) => other.startsWith(`${name}.`) || other.startsWith(`${name}_`))!;
      const text = readFileSync(join(folder, 'text', file), 'utf8');
      return { text, gold: readStandoff(text, readFileSync(join(folder, 'attributions', of), 'utf8')) };
    });
}

/** Reads brat standoff: `T` lines are spans, `E` lines bind them; notes are skipped. Offsets count code points. */
function readStandoff(text: string, standoff: string): Attributed[] {
  const at = unitsOf(text);
  const spans = new Map<string, Span[]>();
  const found: Attributed[] = [];
  const lines = standoff.split('\n');
  for (const line of lines) {
    const [, id, offsets] = /^(T\d+)\t(?:Source|Cue|Content) ([\d ;]+)\t/.exec(line) ?? [];
    if (!id || !offsets) continue;
    const stretches = offsets.split(';').map((pair) => {
      const [start, end] = pair.split(' ').map(Number);
      return { start: at(start!), end: at(end!) };
    });
    spans.set(id, joined(text, stretches));
  }
  for (const line of lines) {
    if (!/^E\d+\t/.test(line)) continue;
    const named = (role: string): Span[] =>
      [...line.matchAll(new RegExp(` ${role}\\d*:(T\\d+)`, 'g'))].flatMap(([, id]) => spans.get(id!) ?? []);
    found.push({
      source: joined(text, named('Source')),
      cue: joined(text, named('Cue')),
      content: joined(text, named('Content')),
    });
  }
  return found;
}

/** From code points to UTF-16 units. */
function unitsOf(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const units: number[] = [];
  for (let i = 0; i < text.length; i += text.codePointAt(i)! > 0xffff ? 2 : 1) units.push(i);
  units.push(text.length);
  return (point) => units[point]!;
}

/** Stretches in their order, those that only blanks part joined to one. */
function joined(text: string, spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && text.slice(last.end, start).trim() === '') last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

const key = (spans: Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(';');
const overlaps = (one: Span[], other: Span[]): boolean =>
  one.some((a) => other.some((b) => a.start < b.end && b.start < a.end));
const length = (spans: Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

function jaccard(one: Span[], other: Span[]): number {
  let common = 0;
  for (const a of one)
    for (const b of other) common += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return common / (length(one) + length(other) - common);
}

const isDirect = (text: string, { source, content }: Attributed): boolean =>
  source.length > 0 && content.length > 0 && /^["“‘'«„]/.test(text.slice(content[0]!.start)) && length(content) > 25;

/** Numbers as anybody would find them: with digits, or in words from two on; no years. */
const figure =
  /(?<![\p{L}\p{N}])(?:\p{Sc}\s?)?(?:\d[\d,.]*\d|\d)(?![\p{L}\p{N}])|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?|millions?|billions?)\b/giu;

function figuresOf(text: string): Span[] {
  return [...text.matchAll(figure)]
    .filter(([print]) => !/^(1[5-9]|20)\d\d$/.test(print))
    .map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

/** Whose content a figure lies in; `null` where it is nobody's. */
const whose = (all: Attributed[], at: Span): Span[] | null =>
  all.find(({ source, content }) => source.length > 0 && overlaps(content, [at]))?.source ?? null;

function scoresOf(set: string, documents: Document[]): Score[] {
  const exact = { source: empty(), cue: empty(), content: empty() };
  const direct = empty();
  const said = { all: 0, right: 0, nobody: 0 };
  const paraphrases = { all: 0, right: 0 };
  for (const { text, gold } of documents) {
    const all = attributionsOf(text);
    const found = all
      .filter(({ via }) => via.length === 0)
      .map(({ source, cue, content }) => ({
        source: joined(text, source),
        cue: joined(text, cue),
        content: joined(text, content),
      }));
    for (const part of parts) count(exact[part], keysOf(gold, part), keysOf(found, part));
    countDirect(direct, text, gold, found);
    countParaphrases(paraphrases, text, gold, all);
    for (const at of figuresOf(text)) {
      const [should, is] = [whose(gold, at), whose(found, at)];
      said.all++;
      if (!should) said.nobody++;
      if (should && is ? overlaps(should, is) : should === is) said.right++;
    }
  }
  return [
    ...parts.map((part) => ({
      skill: `attribution, ${part}, exact F1`,
      set,
      value: f1Of(exact[part]),
      precision: precisionOf(exact[part]),
      reach: reach[part],
      others: others[part],
    })),
    {
      skill: 'direct quotation and its speaker, F1',
      set,
      value: f1Of(direct),
      precision: precisionOf(direct),
      reach: 0.92,
      others: 'small rules .80',
    },
    {
      skill: 'figure and who says it, accuracy',
      set,
      value: said.right / said.all,
      precision: null,
      reach: 0.87,
      others: `always nobody ${(said.nobody / said.all).toFixed(2).slice(1)}, small rules .75`,
    },
    {
      skill: 'paraphrase suggested, precision',
      set,
      value: paraphrases.right / paraphrases.all,
      precision: null,
      reach: 0.85,
      others: '',
    },
  ];
}

const empty = (): Counts => ({ found: 0, gold: 0, right: 0 });
/** A span that several attributions share counts once, as the set has it. */
const keysOf = (all: Attributed[], part: (typeof parts)[number]): Set<string> =>
  new Set(all.map((one) => key(one[part])).filter((one) => one !== ''));

function count(counts: Counts, gold: Set<string>, found: Set<string>): void {
  counts.gold += gold.size;
  counts.found += found.size;
  for (const one of found) if (gold.has(one)) counts.right++;
}

/** A paraphrase is right where its source overlaps and half of its words are those of the set. */
function countParaphrases(
  counts: { all: number; right: number },
  text: string,
  gold: Attributed[],
  found: Attribution[],
): void {
  for (const one of paraphrasesIn(text, found, new Voices(text, found))) {
    const { source } = found.find(
      ({ content, via }) => via.length === 0 && content.length === 1 && content[0]!.end === one.end,
    )!;
    counts.all++;
    if (gold.some((other) => overlaps(source, other.source) && jaccard([one], other.content) >= 0.5)) counts.right++;
  }
}

function countDirect(counts: Counts, text: string, gold: Attributed[], found: Attributed[]): void {
  const left = new Set(gold.filter((one) => isDirect(text, one)));
  const ours = found.filter((one) => isDirect(text, one));
  counts.gold += left.size;
  counts.found += ours.length;
  for (const one of ours) {
    const hit = [...left].find(
      (other) => jaccard(one.content, other.content) >= 0.5 && overlaps(one.source, other.source),
    );
    if (!hit) continue;
    counts.right++;
    left.delete(hit);
  }
}
