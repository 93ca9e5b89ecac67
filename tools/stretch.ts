import type { Place, Point } from '../src/reading/places/gazetteer.ts';

/** The middle of the stretch that places lie in, the outermost left out: one in twenty-five stands in the wrong division. */
export function middle(places: readonly Place[]): Point {
  const between = (degrees: number[]): number => {
    const sorted = degrees.toSorted((a, b) => a - b);
    const out = Math.floor(sorted.length / 25);
    return (sorted[out]! + sorted.at(-1 - out)!) / 2;
  };
  return {
    latitude: between(places.map((one) => one.latitude)),
    longitude: between(places.map((one) => one.longitude)),
  };
}

/** How many people live in some places together. */
export const populationOf = (places: readonly Place[]): number => places.reduce((sum, one) => sum + one.population, 0);
