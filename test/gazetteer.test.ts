import { describe, expect, it } from 'vitest';
import { distance } from '../src/reading/places/gazetteer.ts';
import { readGazetteer } from '../src/server/gazetteer.ts';
import { middlesOfLand, towards } from '../tools/land.ts';

describe('where countries lie', () => {
  const lands = middlesOfLand();

  it('[R210] is the middle of the largest piece of land, which islands and possessions far off do not move', () => {
    expect(distance(lands.get('FR')!, { latitude: 46.6, longitude: 2.4 })).toBeLessThan(50);
    expect(distance(lands.get('US')!, { latitude: 39.8, longitude: -98.6 })).toBeLessThan(50);
    expect(lands.get('AU')!.latitude).toBeCloseTo(-25.6, 0);
  });

  it('[R210] and so many kilometres from GeoNames’s point at most', () => {
    const point = { latitude: 10, longitude: 20 };
    const far = { latitude: 15, longitude: 30 };
    expect(distance(point, towards(point, far, 130))).toBeCloseTo(130, 3);
    const near = { latitude: 10.5, longitude: 20.5 };
    expect(distance(near, towards(point, near, 130))).toBeLessThan(0.001);
    expect(towards(point, point, 130).latitude).toBeCloseTo(10, 6);
  });
});

describe('where divisions lie', () => {
  const regions = (key: string) =>
    readGazetteer()
      .find(key)
      .flatMap(({ place }) => (place.kind === 'region' ? [place] : []));

  it('[R213] is the middle of their areas, and those of some years ago are there', () => {
    const [west] = regions('western australia');
    expect(distance(west!, { latitude: -25.3, longitude: 122.3 })).toBeLessThan(50);
    expect(regions('hedmark')).toMatchObject([{ country: 'NO', population: 0 }]);
  });
});
