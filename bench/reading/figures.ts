import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresIn } from '../../src/reading/figures.ts';
import { numberAt } from '../../src/reading/numbers.ts';
import type { Span } from '../../src/reading/reading.ts';
import { sentencesOf } from '../../src/reading/sentences.ts';
import type { Score } from './score.ts';

/** A case of the specifications: an input, and what is to be found in it. */
interface Case {
  Input: string;
  NotSupported?: string;
  Results: { Text: string; Start?: number; End?: number; Resolution?: { value?: string | null; subtype?: string } }[];
}

interface Found extends Span {
  value: number | null;
}

/** The models that are scored, and how we find what each is about. */
const models: [string, string, (text: string) => Found[]][] = [
  ['cardinal numbers', 'Number/English/NumberModel.json', numbersOf],
  ['percentages', 'Number/English/PercentModel.json', measuresOf],
  ['sums of money', 'NumberWithUnit/English/CurrencyModel.json', measuresOf],
  ['dimensions', 'NumberWithUnit/English/DimensionModel.json', measuresOf],
];

/**
 * Scores numbers and measures against the specifications of Recognizers-Text.
 *
 * Counted are the cases that its own code supports and that hold a number which is printed with all its digits or words:
 * no fractions, powers, negative numbers, sums of two units, or units without a number. A case is right if each of its
 * numbers is found with its value; a cardinal number at exactly its place, a measure with its unit, at a place that overlaps.
 */
export async function figures(folder: string): Promise<Score[]> {
  const specs = existsSync(join(folder, 'recognizers-specs')) ? join(folder, 'recognizers-specs') : folder;
  return models.map(([name, file, find]) => {
    const all = JSON.parse(readFileSync(join(specs, file), 'utf8').replace(/^\ufeff/, '')) as Case[];
    const counted = all.filter(isInScope);
    const right = counted.filter(({ Input, Results }) => {
      const found = find(Input);
      return Results.every((result) => found.some((one) => meets(one, result, find === numbersOf)));
    });
    return {
      skill: `figures, ${name}, share of ${counted.length} cases of ${all.length}`,
      set: 'Recognizers-Text',
      value: right.length / counted.length,
      precision: null,
      reach: null,
      others: '',
    };
  });
}

const printed = /^[^/^²³]*$/u;
const fraction =
  /\b(over|halves|half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|\w+ths)\b/i;

function isInScope({ NotSupported, Results }: Case): boolean {
  return (
    NotSupported === undefined &&
    Results.length > 0 &&
    Results.every(({ Text, Resolution, Start }) => {
      const value = Resolution?.value ?? '';
      return (
        Start !== undefined &&
        /^\d+(\.\d+)?%?$/.test(value) &&
        !/^(power|fraction)$/.test(Resolution?.subtype ?? '') &&
        printed.test(Text) &&
        !fraction.test(Text)
      );
    })
  );
}

function meets(found: Found, { Start, End, Resolution }: Case['Results'][number], exactly: boolean): boolean {
  if (found.value !== Number(Resolution!.value!.replace('%', ''))) return false;
  return exactly ? found.start === Start && found.end === End! + 1 : found.start <= End! && Start! < found.end;
}

function numbersOf(text: string): Found[] {
  const found: Found[] = [];
  for (const { tokens } of sentencesOf(text, { start: 0, end: text.length })) {
    for (let i = 0; i < tokens.length; i++) {
      const number = numberAt(tokens, i);
      if (!number) continue;
      found.push({ start: tokens[number.core]!.start, end: tokens[number.to]!.end, value: number.best ?? number.low });
      i = Math.max(i, number.to);
    }
  }
  return found;
}

function measuresOf(text: string): Found[] {
  return sentencesOf(text, { start: 0, end: text.length })
    .flatMap((sentence) => figuresIn(text, sentence))
    .filter(({ unit }) => unit !== null)
    .map(({ start, end, best, low }) => ({ start, end, value: best ?? low }));
}
