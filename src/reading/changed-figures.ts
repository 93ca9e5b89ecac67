import type { Span } from './reading.ts';
import type { PlacedWord } from './shingles.ts';

/** A figure that stands in one report otherwise than in another, in the same words around it. */
export interface ChangedFigure {
  was: string;
  now: string;
  /** Where it stands in the earlier report's text. */
  wasAt: Span;
  nowAt: Span;
}

/** So many words on each side tell two places to be the same; more where fewer stand in several places. */
const around = [3, 8, 16];
const widest = Math.max(...around);

const small = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
const large = 'seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety';
const numberWords = new Set(
  `${small} ${large} hundred hundreds thousand thousands million millions billion billions dozen dozens no half`.split(
    ' ',
  ),
);

/** So many figures of a text are held against another: a table or a hostile text has thousands. */
const most = 500;

/** A word, or a run of number words: “two hundred and fifty”. */
interface Unit extends Span {
  word: string;
  isFigure: boolean;
}

/** The figures that changed from an earlier report's words to a later one's, in the order of the later one. */
export function changedFigures(
  earlier: { text: string; words: readonly PlacedWord[] },
  later: { text: string; words: readonly PlacedWord[] },
): ChangedFigure[] {
  const before = unitsOf(earlier.words);
  const after = unitsOf(later.words);
  const [figuresBefore, figuresAfter] = [before, after].map(figuresIn) as [number[], number[]];
  // From where the words around a figure are the same, in either text only once.
  const places = new Map<string, number | null>();
  for (const i of figuresBefore) for (const key of surroundings(before, i)) places.set(key, places.has(key) ? null : i);
  const seen = new Map<string, number>();
  for (const i of figuresAfter) for (const key of surroundings(after, i)) seen.set(key, (seen.get(key) ?? 0) + 1);
  return figuresAfter.flatMap((i): ChangedFigure[] => {
    const unit = after[i]!;
    const key = surroundings(after, i).find((one) => seen.get(one) === 1 && places.get(one) != null);
    const old = key === undefined ? undefined : before[places.get(key)!];
    if (old === undefined || old.word === unit.word) return [];
    const [wasAt, nowAt] = [old, unit].map(({ start, end }) => ({ start, end })) as [Span, Span];
    return [{ was: earlier.text.slice(old.start, old.end), now: later.text.slice(unit.start, unit.end), wasAt, nowAt }];
  });
}

/** The places of a text's first figures among its units. */
function figuresIn(units: readonly Unit[]): number[] {
  return units.flatMap(({ isFigure }, i) => (isFigure ? [i] : [])).slice(0, most);
}

/** The words on both sides of a unit, then those on one side alone, twice as many. */
function surroundings(units: readonly Unit[], i: number): string[] {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, k) => units[from + k]?.word ?? '').join(' ');
  return around.flatMap((wide) => [
    `${words(i - wide, i)}|${words(i + 1, i + 1 + wide)}`,
    `${words(i - 2 * wide, i)}|`,
    `|${words(i + 1, i + 1 + 2 * wide)}`,
  ]);
}

/** The units of a text, as far as its first figures and the words around them go. */
function unitsOf(words: readonly PlacedWord[]): Unit[] {
  const units: Unit[] = [];
  let enough = Infinity;
  let figures = 0;
  for (const [i, { word, start, end }] of words.entries()) {
    if (units.length > enough) break;
    const last = units.at(-1);
    const isFigure =
      isNumber(word) || (word === 'and' && last?.isFigure === true && isNumber(words[i + 1]?.word ?? ''));
    const joins = isFigure && last?.isFigure === true && (numberWords.has(word) || word === 'and');
    if (joins) {
      last.word += ` ${word}`;
      last.end = end;
    } else {
      units.push({ word, start, end, isFigure });
      if (isFigure && ++figures === most) enough = units.length + 2 * widest;
    }
  }
  return units;
}

const isNumber = (word: string): boolean => /^\p{N}/u.test(word) || numberWords.has(word);
