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
  if (outer.kind === 'region') return place.region === outer.region;
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

/** How well known a place is under a name, without its text. */
function standing({ place, naming }: Named, named: readonly Named[]): number {
  const foreign = naming === 'other' ? 2.5 : naming === 'loose' ? 2 : 0;
  let weight = kindWeight[place.kind] - foreign + (place.capital ? 2 : 0);
  // Of a town and the region around it that have one name, the town is meant.
  const townToo = (one: Named): boolean =>
    one.naming === 'name' &&
    one.place.kind === 'town' &&
    one.place.country === place.country &&
    one.place.region === place.region;
  if (place.kind === 'region' && named.some(townToo)) weight -= 1.5;
  // Of a small town and a region elsewhere in its country, the region.
  const regionToo = (one: Named): boolean =>
    one.naming === 'name' &&
    one.place.kind === 'region' &&
    one.place.country === place.country &&
    one.place.region !== place.region;
  if (place.kind === 'town' && place.population < 200_000 && named.some(regionToo)) weight -= 2;
  return 1.2 * Math.log10(Math.max(place.population, fewest)) + weight;
}

/** Finds what the names of a text mean together. */
export function resolveAll(asked: readonly Asked[], home: Point | null): Ranked[][] {
  const alone = asked.map((one) => rankAlone(one, home));
  const compared = Math.max(5, Math.min(mostAnchors, Math.floor(mostCompared / asked.length)));
  let ranked = alone.map(sorted);
  for (let round = 0; round < rounds; round++) {
    const anchors = asked.flatMap(({ own, container }, i): Anchor[] => {
      const [top] = ranked[i]!;
      return top ? [{ own, place: top.named.place, weight: container.length > 0 ? 1.5 : 1 }] : [];
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

interface Anchor {
  own: string;
  place: Place;
  weight: number;
}

/** How well each meaning of a name fits without the other names: its standing, its container, the outlet's home. */
function rankAlone({ named, container }: Asked, home: Point | null): Ranked[] {
  const meanings = named.slice(0, mostMeanings);
  return meanings.map((one) => {
    const inside = container.some((outer) => within(one.place, outer.place));
    return { named: one, score: standing(one, meanings) + (inside ? 6 : 0) + atHome(one.place, home) };
  });
}

const sorted = (meanings: readonly Ranked[]): Ranked[] =>
  meanings.toSorted((a, b) => b.score - a.score || b.named.place.population - a.named.place.population);

/** What the other places of a text add: one that holds it, is held by it, or lies near. */
function supportFor(place: Place, anchors: readonly Anchor[]): number {
  let held = 0;
  let near = 0;
  for (const anchor of anchors) {
    const other = anchor.place;
    if (other.country !== place.country || other.country === null) continue;
    const sameRegion = other.region === place.region && place.region !== null;
    if (other.kind === 'country') held = Math.max(held, 1.8 * anchor.weight);
    else if (place.kind === 'country') near += 0.5 * anchor.weight;
    else if (other.kind === 'region') {
      if (sameRegion) held = Math.max(held, 4 * anchor.weight);
      else near += place.kind === 'region' ? 0.6 : 0.2;
    } else if (place.kind === 'region') near += sameRegion ? 0.9 * anchor.weight : 0.2;
    else {
      const far = distance(other, place);
      near += (far < 60 ? 2.5 : far < 200 ? 1 : 0.2) * anchor.weight;
    }
  }
  return held + Math.min(6, near);
}

/** What nearness to the outlet's home adds. */
function atHome(place: Place, home: Point | null): number {
  if (!home || place.kind === 'country' || place.kind === 'continent') return 0;
  const far = distance(place, home);
  return far < 80 ? 6 : far < 250 ? 3.5 : far < 600 ? 1 : 0;
}
