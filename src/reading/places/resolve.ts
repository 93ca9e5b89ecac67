import { distance, type Named, type Place, type Point } from './gazetteer.ts';

/** A name of a text, with what it can mean and what the words beside it say of where it lies. */
export interface Asked {
  /** The name as it is looked up. */
  own: string;
  named: readonly Named[];
  /** What the name behind the comma can mean, for “Town, State”. */
  container: readonly Named[];
}

/** A meaning with how well it fits. */
export interface Ranked {
  named: Named;
  score: number;
}

/** Whether a country, region or district can hold one of the places that a name means. */
export function holds(outer: Place, inner: readonly Named[]): boolean {
  return inner.some(({ place, naming }) => naming !== 'adjective' && within(place, outer));
}

/** How far the places of a district lie from its middle at most, in kilometres. */
const widest = 60;

function within(place: Place, outer: Place): boolean {
  if (place === outer || place.country !== outer.country || place.country === null) return false;
  if (outer.kind === 'country') return place.kind !== 'country';
  if (place.kind === 'country' || place.kind === 'region') return false;
  if (outer.kind === 'region') return outer.region !== null && place.region === outer.region;
  return outer.kind === 'district' && place.kind !== 'district' && distance(place, outer) < widest;
}

const kindWeight: Record<Place['kind'], number> = {
  continent: 10,
  country: 3,
  region: 0,
  district: -1.5,
  town: 0,
  part: -0.8,
  area: 10,
  water: 8,
};

/** As many people are taken to live where the tables say fewer or nothing. */
const fewest = 1000;

/** How well known each place is that a name means, without its text. */
function standings(named: readonly Named[]): number[] {
  const namesakes = (kind: Place['kind']): Place[] =>
    named.flatMap(({ place, naming }) => (place.kind === kind && naming === 'name' ? [place] : []));
  const [countries, regions] = [namesakes('country'), namesakes('region')];
  // What the tables call a region in English is the English name of the town that it is named after, too: Genève in Geneva.
  const isForeign = ({ place, naming }: Named): boolean =>
    naming === 'other' && !regions.some((one) => within(place, one));
  const isTown = (one: Named): boolean =>
    one.place.kind === 'town' && (one.naming === 'name' || (one.naming === 'other' && !isForeign(one)));
  const towns = regions.length > 0 ? named.filter(isTown).map(({ place }) => place) : [];
  return named.map((one) => {
    const { place, naming } = one;
    const { kind, country, region, population, capital } = place;
    const isFellow = (one: Place): boolean => one.country === country;
    const foreign = isForeign(one) ? 2.5 : naming === 'loose' ? 2 : 0;
    let weight = kindWeight[kind] - foreign + (capital ? 2 : 0);
    // Of a town and the region around it that have one name, the town is meant.
    if (kind === 'region' && towns.some((one) => isFellow(one) && one.region === region)) weight -= 1.5;
    // Of a small town and a region elsewhere in its country, the region; of a country and its capital, the country.
    const elsewhere = (one: Place): boolean => isFellow(one) && one.region !== region;
    if (kind === 'town' && population < 200_000 && regions.some(elsewhere)) weight -= 2;
    if (kind === 'town' && countries.some(isFellow)) weight -= 3;
    return 1.2 * Math.log10(Math.max(population, fewest)) + weight;
  });
}

/** What a name means where nothing else is known. */
export function bestAlone(named: readonly Named[]): Named | undefined {
  return rankAlone({ own: '', named, container: [] }, null).reduce<Ranked | undefined>(
    (best, one) => (best && best.score >= one.score ? best : one),
    undefined,
  )?.named;
}

/** Finds what the names of a text mean together. */
export function resolveAll(asked: readonly Asked[], home: Point | null): Ranked[][] {
  const alone = asked.map((one) => rankAlone(one, home));
  const compared = Math.max(5, Math.min(mostAnchors, Math.floor(mostCompared / asked.length)));
  let ranked = alone.map(sorted);
  for (let round = 0; round < rounds; round++) {
    const anchors = asked.map(({ own, container }, i): Anchor => {
      const meanings = ranked[i]!.slice(0, mostRivals);
      const rivals = meanings.map(({ named, score }) => ({ place: named.place, behind: meanings[0]!.score - score }));
      return {
        own,
        weight: container.length > 0 ? 1.5 : 1,
        rivals: rivals.filter(({ behind }) => behind < farthestBehind),
      };
    });
    const first = anchors.slice(0, compared);
    ranked = alone.map((meanings, i) => {
      if (meanings.length === 1) return meanings;
      const others = first.filter(({ own }) => own !== asked[i]!.own);
      return sorted(meanings.map(({ named, score }) => ({ named, score: score + supportFor(named.place, others) })));
    });
  }
  return ranked;
}

/** So often the whole is gone through: what one round finds helps in the next. */
const rounds = 2;
/** So many meanings of a name are compared, with so many other names; fewer where a text has very many. */
const mostMeanings = 60;
const mostAnchors = 60;
const mostCompared = 30_000;

/** So many meanings of another name are held against one, if they are no further behind its best than what they can add. */
const mostRivals = 4;
const farthestBehind = 6;

/** Another name of the text, with what it most likely means, each so far behind the first. */
interface Anchor {
  own: string;
  weight: number;
  rivals: readonly { place: Place; behind: number }[];
}

/** How well each meaning of a name fits without the other names: its standing, its container, the outlet's home. */
function rankAlone({ named, container }: Asked, home: Point | null): Ranked[] {
  const meanings = named.length > mostMeanings ? named.slice(0, mostMeanings) : named;
  const scores = standings(meanings);
  return meanings.map((one, i) => {
    const inside = container.some((outer) => within(one.place, outer.place));
    return { named: one, score: scores[i]! + (inside ? 6 : 0) + atHome(one.place, home) };
  });
}

const sorted = (meanings: readonly Ranked[]): Ranked[] =>
  meanings.toSorted((a, b) => b.score - a.score || b.named.place.population - a.named.place.population);

/** What the other places of a text add: one that holds it, is held by it, or lies near. */
function supportFor(place: Place, anchors: readonly Anchor[]): number {
  let held = 0;
  let near = 0;
  for (const { weight, rivals } of anchors) {
    let most = 0;
    for (const { place: other, behind } of rivals) {
      if (other.country !== place.country || other.country === null) continue;
      const holding = heldBy(place, other) * weight - behind;
      if (holding > held) held = holding;
      most = Math.max(most, nearness(place, other, weight) - behind);
    }
    near += most;
  }
  return held + Math.min(6, near);
}

const sameRegion = (a: Place, b: Place): boolean => a.region === b.region && a.region !== null;

/** What a country adds to what lies in it, and a region. */
const heldBy = (place: Place, other: Place): number =>
  other.kind === 'country'
    ? 1.8
    : place.kind !== 'country' && other.kind === 'region' && sameRegion(place, other)
      ? 4
      : 0;

/** What a place adds to another of its country, by how near it is. */
function nearness(place: Place, other: Place, weight: number): number {
  if (other.kind === 'country') return 0;
  if (place.kind === 'country') return 0.5 * weight;
  if (other.kind === 'region') return sameRegion(place, other) ? 0 : place.kind === 'region' ? 0.6 : 0.2;
  if (place.kind === 'region') return sameRegion(place, other) ? 0.9 * weight : 0.2;
  const far = Math.abs(other.latitude - place.latitude) > 2 ? Infinity : distance(other, place);
  return (far < 60 ? 2.5 : far < 200 ? 1 : 0.2) * weight;
}

/** What nearness to the outlet's home adds. */
function atHome(place: Place, home: Point | null): number {
  if (!home || place.kind === 'country' || place.kind === 'continent') return 0;
  const far = distance(place, home);
  return far < 80 ? 6 : far < 250 ? 3.5 : far < 600 ? 1 : 0;
}
