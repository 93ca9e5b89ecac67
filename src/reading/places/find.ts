import type { FoundPlace, Span } from '../reading.ts';
import type { Sentence } from '../sentences.ts';
import { evidenceFor, usageOf, type Usage } from './evidence.ts';
import { distance, type Gazetteer, type Point } from './gazetteer.ts';
import { locate } from './locate.ts';
import { lookupKey } from './names.ts';
import { holds } from './resolve.ts';
import { lookUpIn, mayBegin, spotsIn, type LookUp, type Spot } from './spot.ts';
import { placeTokens, wordsOf, type PlaceToken } from './tokens.ts';

/** The places that the blocks of a text name, in their order, each with where it most likely is. Their `sentences` spare work. */
export function findPlaces(
  text: string,
  blocks: readonly Span[],
  gazetteer: Gazetteer,
  sentences: readonly Sentence[] = [],
): FoundPlace[] {
  const lookUp = lookUpIn(gazetteer);
  return locate(text, mentionsIn(text, blocks, sentences, lookUp, gazetteer), lookUp, gazetteer.home);
}

/** A spot with what the words around it say. */
interface Weighed extends Span {
  spot: Spot;
  key: string;
  score: number;
}

/** From this score on a name is taken for that of a place. */
const needed = 1.7;

function mentionsIn(
  text: string,
  blocks: readonly Span[],
  sentences: readonly Sentence[],
  lookUp: LookUp,
  { begins, home }: Gazetteer,
): Span[] {
  const wordAt = wordsOf(sentences);
  const tokens = blocks.map((block) => placeTokens(text, block, wordAt));
  const usage = usageOf(text, tokens, (run) => {
    const [first, second] = run;
    return mayBegin(first!, second!, begins) && lookUp(text.slice(first!.start, run.at(-1)!.end)).length > 0;
  });
  const weighed = tokens.flatMap((own) => weigh(text, own, spotsIn(text, own, lookUp, begins), usage));
  if (home) for (const one of weighed) if (isAround(one.spot, home)) one.score += 1.5;
  const best = new Map<string, number>();
  for (const { key, score } of weighed) best.set(key, Math.max(best.get(key) ?? -9, score));
  return weighed.filter(({ score, key }) => score >= needed || (score >= 0 && best.get(key)! >= needed + 1));
}

/** The evidence for each spot of a block, with what the places beside it add: “Town, State”. */
function weigh(text: string, tokens: readonly PlaceToken[], spots: readonly Spot[], usage: Usage): Weighed[] {
  const weighed: Weighed[] = spots.map((spot) => ({
    spot,
    start: tokens[spot.from]!.start,
    end: tokens[spot.to]!.end,
    key: lookupKey(spot.words),
    score: evidenceFor(text, tokens, spot, usage),
  }));
  for (const [i, one] of weighed.entries()) {
    const before = weighed[i - 1];
    const comma = before !== undefined && /^,? $/.test(text.slice(before.end, one.start));
    if (comma && one.spot.named.some((outer) => holds(outer.place, before.spot.named))) {
      before.score += 4;
      one.score = Math.max(one.score + 2, needed);
    } else if (comma && areNear(before.spot, one.spot)) {
      before.score += 2;
      one.score += 2;
    } else if (before && before.score >= needed && isListed(text, before, one)) {
      one.score += 2;
    } else if (one.spot.named.every(({ naming }) => naming === 'state')) {
      const stopped = one.spot.words.endsWith('.') && text.slice(one.start - 2, one.start).endsWith(', ');
      one.score = stopped ? needed : -9;
    }
  }
  return weighed;
}

/** Whether a name goes on a list of places of one country: “A, B and C”. */
function isListed(text: string, before: Weighed, one: Weighed): boolean {
  if (!/^(?:, | and |, and )$/.test(text.slice(before.end, one.start))) return false;
  const countries = new Set(before.spot.named.slice(0, mostCompared).map(({ place }) => place.country));
  return one.spot.named
    .slice(0, mostCompared)
    .some(({ place }) => place.country !== null && countries.has(place.country));
}

/** So many meanings of two names are held against each other. */
const mostCompared = 8;

/** Whether two names can mean places near each other: “Headington, Oxford”. */
function areNear(a: Spot, b: Spot): boolean {
  return a.named
    .slice(0, mostCompared)
    .some((one) =>
      b.named
        .slice(0, mostCompared)
        .some(
          (other) => Math.abs(one.place.latitude - other.place.latitude) < 0.4 && distance(one.place, other.place) < 40,
        ),
    );
}

/** Whether a name can mean a place around the outlet's home. */
const isAround = (spot: Spot, home: Point): boolean =>
  spot.named.slice(0, mostCompared).some(({ place }) => distance(place, home) < 100);
