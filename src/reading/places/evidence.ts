import { bodies } from '../english.ts';
import type { Named } from './gazetteer.ts';
import type { Spot } from './spot.ts';
import type { PlaceToken } from './tokens.ts';
import {
  branches,
  divisions,
  generics,
  locatives,
  makers,
  narrowing,
  auxiliaries,
  neverAlone,
  notPlaces,
  speaks,
  titles,
  townsfolk,
  weakLocatives,
} from './words.ts';

/** What a whole text shows about its capital words. */
export interface Usage {
  /** Words that stand in small letters somewhere; all of them that have a capital elsewhere. */
  small: ReadonlySet<string>;
  /** Words that close the name of somebody somewhere, and such that open one. */
  surnames: ReadonlySet<string>;
  givenNames: ReadonlySet<string>;
}

/** How much of a place a name can be by itself: countries and large towns are known by their names alone. */
function fame({ place, naming }: Named): number {
  if (naming === 'short') return 5;
  if (naming === 'adjective') return 4;
  if (naming === 'state') return 0;
  const other = naming === 'name' ? 0 : -1;
  if (place.kind === 'country' || place.kind === 'continent') return 4.5;
  if (place.kind === 'region') return (place.population > 1_000_000 ? 3 : 1) + other;
  if (place.kind === 'area' || place.kind === 'water') return 3;
  if (place.kind === 'part') return -0.5 + other;
  return Math.max(0, Math.log10(place.population + 1) - 3.5) * 1.2 + other;
}

/** So many meanings of a name, the best known first, are weighed. */
const mostMeanings = 20;

/** How sure it is, by the words around, that a spot is the name of a place. */
export function evidenceFor(text: string, tokens: readonly PlaceToken[], spot: Spot, usage: Usage): number {
  const first = tokens[spot.from]!;
  const single = spot.from === spot.to;
  const best = Math.max(...spot.named.slice(0, mostMeanings).map(fame));
  const famous = best >= 3;
  if (notPlaces.has(spot.words.toLowerCase())) return -9;
  let score = best + (single ? 0 : 1.5);
  if (single) {
    if (neverAlone.has(first.lower) && best < 4) score -= 4;
    if (usage.small.has(first.lower)) score -= famous ? 1 : 3;
    const named = usage.surnames.has(first.lower) ? 3 : usage.givenNames.has(first.lower) ? 2 : 0;
    if (best < 4) score -= locatives.has(tokens[spot.from - 1]?.lower ?? '') ? named / 2 : named;
    if (isInitial(tokens, spot.from) && !famous) score -= 1;
    if (!famous && isShouted(tokens, spot.from)) score -= 3;
  }
  return score + before(text, tokens, spot, usage) + behind(text, tokens, spot, best);
}

function before(text: string, tokens: readonly PlaceToken[], spot: Spot, usage: Usage): number {
  const first = tokens[spot.from]!;
  const previous = tokens[spot.from - 1];
  if (!previous) return 0;
  const adjacent = text.slice(previous.end, first.start) === ' ' && !previous.possessive;
  if (!adjacent) return previous.text === '/' && /^\d/.test(tokens[spot.to + 2]?.text ?? '') ? -9 : 0;
  if (!previous.word) {
    const shortened = previous.text === '.' ? tokens[spot.from - 2] : undefined;
    return shortened && (titles.has(shortened.lower) || isInitialLetter(shortened)) ? -4 : 0;
  }
  if (locatives.has(previous.lower)) return 2;
  if (previous.lower === 'of') return behindOf(tokens, spot.from - 2);
  if (weakLocatives.has(previous.lower)) return 0.5;
  if (titles.has(previous.lower)) return -4;
  if (narrowing.has(previous.lower)) return 1;
  if (divisions.has(previous.lower) && previous.capital) return 0.5;
  return previous.capital && !isPlainCapital(tokens, spot.from - 1, usage) ? -5 : 0;
}

/** “Jane M. Smith”. */
const isInitialLetter = ({ text }: PlaceToken): boolean => /^\p{Lu}$/u.test(text);

/** “village of X”, “University of X”, “outskirts of X”. */
function behindOf(tokens: readonly PlaceToken[], at: number): number {
  const word = tokens[at];
  if (!word) return 0.5;
  if (generics.has(word.lower)) return 3;
  if (word.capital && (makers.has(word.lower) || word.lower === 'voice')) return -5;
  return 0.5;
}

function behind(text: string, tokens: readonly PlaceToken[], spot: Spot, best: number): number {
  const last = tokens[spot.to]!;
  const next = tokens[spot.to + 1];
  const famous = best >= 3;
  if (!next) return 0;
  if (last.possessive) return /^(?:st|saint)\b/i.test(spot.words) ? -5 : -0.3;
  const gap = text.slice(last.end, next.start);
  if (gap === '' && (next.text === '$' || /^[/]$/.test(next.text))) return next.text === '$' ? -9 : 0;
  if (gap === '' && next.text === '-' && tokens[spot.to + 2]?.lower === 'based') return 2;
  if (gap !== ' ' || !next.word) return 0;
  if (!next.capital) {
    if (generics.has(next.lower)) return 2.5;
    if (townsfolk.has(next.lower)) return 1.5;
    return speaks.has(next.lower) ? (isTown(spot) ? -4 : 0) : !famous && auxiliaries.has(next.lower) ? -1 : 0;
  }
  if (makers.has(next.lower)) return best >= 4 && !neverPlaceBefore.has(next.lower) ? -2 : -5;
  if (divisions.has(next.lower)) return 1;
  if (branches.has(next.lower) || isDay(next)) return famous ? 0 : 0.5;
  return best >= 4 ? -1.5 : famous && tokens[spot.from - 1]?.lower === 'the' ? -1 : -4;
}

/** A town that speaks is its government, or somebody; a country that does stays one. */
const isTown = ({ named }: Spot): boolean =>
  !named.some(({ place }) => place.kind === 'country' || place.kind === 'region' || place.kind === 'continent') ||
  named.some(({ place }) => place.capital);

/** Behind even a country's name these make the name of something else. */
const neverPlaceBefore = new Set(
  'university college times post news herald today bank airlines airways virus'.split(' '),
);

const days = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december on in`.split(/\s+/),
);
const isDay = (token: PlaceToken): boolean => days.has(token.lower);

/** Whether a word is in capitals among words that are not: an abbreviation; a dateline ends in a comma or dash. */
function isShouted(tokens: readonly PlaceToken[], i: number): boolean {
  const shouted = (token: PlaceToken | undefined): boolean => token !== undefined && /^\p{Lu}{2,}$/u.test(token.text);
  if (!shouted(tokens[i])) return false;
  const next = tokens[i + 1];
  return !shouted(next) && !shouted(tokens[i - 1]) && !/^[,(:–—-]$/.test(next?.text ?? '');
}

const isInitial = (tokens: readonly PlaceToken[], i: number): boolean =>
  i === 0 || /^[.!?:“"‘]$/.test(tokens[i - 1]!.text);

/** Whether a capital is only that of a sentence's first word. */
function isPlainCapital(tokens: readonly PlaceToken[], i: number, usage: Usage): boolean {
  const { lower } = tokens[i]!;
  return isInitial(tokens, i) && (usage.small.has(lower) || neverAlone.has(lower) || locatives.has(lower));
}

const shapes = 1024;
/** A number that words alike share, and few others: of the first two letters and the length. */
const shapeOf = ({ lower }: PlaceToken): number =>
  (lower.charCodeAt(0) * 31 + lower.charCodeAt(1) * 7 + lower.length) & (shapes - 1);

/** How a text uses its words, for `evidenceFor`. */
export function usageOf(
  text: string,
  blocks: readonly (readonly PlaceToken[])[],
  isPlace: (tokens: readonly PlaceToken[]) => boolean,
): Usage {
  const small = new Set<string>();
  const surnames = new Set<string>();
  const givenNames = new Set<string>();
  // Only of words that have a capital somewhere is it asked whether they are small elsewhere: most others are passed over.
  const asked = new Uint8Array(shapes);
  for (const tokens of blocks) for (const token of tokens) if (token.capital) asked[shapeOf(token)] = 1;
  for (const tokens of blocks) {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (!token.word) continue;
      if (!token.capital) {
        if (asked[shapeOf(token)]) small.add(token.lower);
        continue;
      }
      let end = i;
      while (isJoined(text, tokens[end]!, tokens[end + 1])) end++;
      const shortened = tokens[i - 1]?.text === '.' ? tokens[i - 2] : undefined;
      const titledBefore = shortened !== undefined && (titles.has(shortened.lower) || isInitialLetter(shortened));
      if (end === i && !titledBefore) continue;
      const run = tokens.slice(i, end + 1);
      const named = run.filter(({ lower }) => !titles.has(lower));
      const titled = named.length < run.length || titledBefore;
      i = end;
      if (named.length === 0 || named.length > 3 || named.some(isNoName)) continue;
      if (!titled && (named.length < 2 || isPlace(named))) continue;
      surnames.add(named.at(-1)!.lower);
      if (named.length > 1) givenNames.add(named[0]!.lower);
    }
  }
  return { small, surnames, givenNames };
}

/** Whether a capital word goes on in the next: “Jane Smith”. */
function isJoined(text: string, token: PlaceToken, next: PlaceToken | undefined): boolean {
  return (
    next !== undefined &&
    next.capital &&
    next.word &&
    !token.possessive &&
    next.start === token.end + 1 &&
    text[token.end] === ' '
  );
}

/** Words that no name of a person holds. */
const noNames = new Set([
  ...[makers, branches, divisions, narrowing, locatives, bodies, days].flatMap((words) => [...words]),
  ...'the a an in on at of for and but it he she they we his her its this that when after as if'.split(' '),
]);
const isNoName = ({ lower }: PlaceToken): boolean => noNames.has(lower);
