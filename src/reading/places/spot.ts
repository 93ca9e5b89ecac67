import { asName } from '../forms.ts';
import type { Gazetteer, Named } from './gazetteer.ts';
import { isShortened, lookupKey, loose } from './names.ts';
import type { PlaceToken } from './tokens.ts';
import { divisions, joiners, sides } from './words.ts';

/** What a name can mean; see `lookUpIn`. */
export type LookUp = (words: string) => readonly Named[];

/** What was looked up of late in each gazetteer. */
const lookUps = new WeakMap<Gazetteer, LookUp>();
/** So many names at most are kept, and none that is longer. */
const [mostKnown, longestKnown] = [20_000, 40];

/** Looks up names as they are printed, each once; several words that name nothing seldom come again, and are not kept. */
export function lookUpIn(gazetteer: Gazetteer): LookUp {
  const kept = lookUps.get(gazetteer);
  if (kept) return kept;
  const known = new Map<string, readonly Named[]>();
  const lookUp: LookUp = (words) => {
    const found = known.get(words);
    if (found) return found;
    const named = meaningsOf(words, gazetteer);
    if (words.length > longestKnown || (named.length === 0 && words.includes(' '))) return named;
    if (known.size >= mostKnown) known.clear();
    known.set(asName(words), named);
    return named;
  };
  lookUps.set(gazetteer, lookUp);
  return lookUp;
}

/** A stretch of tokens that the gazetteer knows, both ends inclusive. */
export interface Spot {
  from: number;
  to: number;
  words: string;
  named: readonly Named[];
}

/** No place's name is looked up with more words. */
const longest = 5;

/** The names of places in a run of tokens, the longest first, none over another; what `begins` no name is not looked up. */
export function spotsIn(
  text: string,
  tokens: readonly PlaceToken[],
  lookUp: LookUp,
  begins: Gazetteer['begins'] = () => true,
): Spot[] {
  const spots: Spot[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!tokens[i]!.capital) continue;
    const spot = spotAt(text, tokens, i, lookUp, begins);
    if (!spot) continue;
    spots.push(spot);
    i = spot.to;
  }
  return spots;
}

function spotAt(
  text: string,
  tokens: readonly PlaceToken[],
  from: number,
  lookUp: LookUp,
  begins: Gazetteer['begins'],
): Spot | null {
  let end = from;
  while (end + 1 < tokens.length && end + 1 - from < longest && joins(text, tokens, end + 1)) end++;
  const open = end === from || mayBegin(tokens[from]!, tokens[from + 1]!, begins);
  for (let to = end; to >= from; to--) {
    const last = tokens[to]!;
    if (!last.capital && (to > from ? last.text !== '.' : true)) continue;
    if (to > from && !open && !divisions.has(last.lower)) continue;
    const words = to === from ? last.text : text.slice(tokens[from]!.start, last.end);
    const named = lookUp(words);
    if (named.length > 0) return { from, to, words, named };
  }
  return null;
}

/** Whether a name may begin with two tokens: what is folded in a way of its own may, and what names a side. */
export function mayBegin(
  { lower: first }: PlaceToken,
  { lower: second }: PlaceToken,
  begins: Gazetteer['begins'],
): boolean {
  const plain = /^[a-z]+$/.test(first) && /^[a-z]+$/.test(second);
  return !plain || sides.has(first) || isShortened(first) || isShortened(second) || begins(first, second);
}

/** Whether a token can go on the name before it. */
function joins(text: string, tokens: readonly PlaceToken[], i: number): boolean {
  const before = tokens[i - 1]!;
  const token = tokens[i]!;
  if (before.possessive) return false;
  if (token.text === '.') return before.end === token.start && before.text.length <= 5;
  if (token.capital) return true;
  if (hyphens.has(token.text)) return text[token.end] !== ' ' && before.end === token.start;
  return joiners.has(token.lower);
}

/** “Washington D.C.”: the last stop is that of the name, and not of the sentence. */
const endsShortened = / \p{Lu}\.\p{Lu}\.$/u;

const hyphens = new Set('-‐‑–');

/**
 * What a name can mean: an abbreviation as printed; a name in so many letters; where that gives nothing, another
 * transliteration of one; where that gives nothing, a division called by its name, “Lower Region”, or a side of a place,
 * “North Headington”.
 */
function meaningsOf(words: string, gazetteer: Gazetteer): readonly Named[] {
  const stopped = words.endsWith('.');
  if (stopped || /^\p{Lu}[\p{Lu}.]*$/u.test(words)) {
    const printed = gazetteer.find(`=${words.replaceAll('. ', '.')}`);
    if (printed.length > 0 || words.length <= 3 || (stopped && !endsShortened.test(words))) return printed;
  }
  const key = lookupKey(words);
  const found = gazetteer.find(key);
  if (found.length > 0) return found;
  const space = key.lastIndexOf(' ');
  if (space > 0) {
    const named = (part: string): Named[] =>
      gazetteer.find(part).filter(({ naming }) => naming === 'name' || naming === 'other');
    if (divisions.has(key.slice(space + 1)))
      return named(key.slice(0, space)).filter(({ place }) => place.kind === 'region' || place.kind === 'district');
    const first = key.indexOf(' ');
    return sides.has(key.slice(0, first)) ? named(key.slice(first + 1)) : [];
  }
  return key.length < 6 ? [] : gazetteer.find(`~${loose(key)}`);
}
