import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoArea, geoCentroid, geoInterpolate } from 'd3-geo';
import { feature } from 'topojson-client';
import { distance, type Point } from '../src/reading/places/gazetteer.ts';

interface Piece {
  type: 'Polygon';
  coordinates: number[][][];
}

/** The middle of each country's largest piece of land, as Natural Earth draws it, by the country's code. */
export function middlesOfLand(): Map<string, Point> {
  const file = fileURLToPath(import.meta.resolve('world-atlas/countries-50m.json'));
  const world = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof feature>[0];
  const countries = feature(world, world.objects['countries']!);
  const largest = new Map<string, Piece>();
  for (const { id, geometry } of 'features' in countries ? countries.features : []) {
    const code = alpha2(id);
    if (code === null) continue;
    for (const coordinates of geometry.type === 'MultiPolygon' ? geometry.coordinates : []) keep(code, coordinates);
    if (geometry.type === 'Polygon') keep(code, geometry.coordinates);
  }
  function keep(code: string, coordinates: number[][][]): void {
    const piece: Piece = { type: 'Polygon', coordinates };
    const known = largest.get(code);
    if (!known || geoArea(piece) > geoArea(known)) largest.set(code, piece);
  }
  return new Map([...largest].map(([code, piece]) => [code, pointOf(geoCentroid(piece))]));
}

/** A point on the way from one to another, so many kilometres along, or the other where that is nearer. */
export function towards(from: Point, to: Point, kilometres: number): Point {
  const share = Math.min(1, kilometres / Math.max(1, distance(from, to)));
  return pointOf(geoInterpolate([from.longitude, from.latitude], [to.longitude, to.latitude])(share));
}

const pointOf = ([longitude, latitude]: [number, number]): Point => ({ latitude, longitude });

/** ISO 3166-1's two letters for its three digits, which the map has; some land has none. */
function alpha2(id: string | number | undefined): string | null {
  if (id === undefined) return null;
  return new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region ?? null;
}
