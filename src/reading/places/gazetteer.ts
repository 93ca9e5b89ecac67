/** What a place is: `region` and `district` are the first and second division of a country, `part` is one of a town. */
export type PlaceKind = 'continent' | 'country' | 'region' | 'district' | 'town' | 'part' | 'area' | 'water';

/** Degrees to the north and to the east. */
export type Point = Pick<Place, 'latitude' | 'longitude'>;

/** A place of the gazetteer. */
export interface Place {
  name: string;
  kind: PlaceKind;
  /** Degrees to the north and to the east; of a country, region or district its middle. */
  latitude: number;
  longitude: number;
  /** 0 where the tables do not say. */
  population: number;
  /** ISO 3166-1 code, or `null` for what lies in several countries. */
  country: string | null;
  /** Code of the first division within the country, as GeoNames has it, or `null`. */
  region: string | null;
  /** The name of that division; left out where the table has none, and of the division itself. */
  regionName?: string;
  /** Number in GeoNames, or `null`. */
  geonames: number | null;
  /** Whether a country is governed from there. */
  capital: boolean;
}

/**
 * How a name names a place.
 *
 * `name` is its own, `other` another spelling or language, `loose` equal but for transliteration,
 * `adjective` its people (“Norwegian”), `short` an abbreviation as printed, `state` one that counts behind a town only.
 */
export type Naming = 'name' | 'other' | 'loose' | 'adjective' | 'short' | 'state';

/** A place under one of its names. */
export interface Named {
  place: Place;
  naming: Naming;
}

/** Looks up what places a name can mean. The name is folded by `fold`; abbreviations are looked up as printed behind “=”. */
export interface Gazetteer {
  find(key: string): readonly Named[];
  /** Whether a name of several words may begin with these two, in small Latin letters; where none does it seldom says so. */
  begins: (first: string, second: string) => boolean;
  /** Where the desk, or the outlet that is read, is at home: of places with one name the near one is likelier. */
  home: Point | null;
}

/** A gazetteer without any place. */
export const nowhere: Gazetteer = { find: () => [], begins: () => false, home: null };

const earth = 6371;

/** Kilometres between two places, along the surface. */
export function distance(a: Point, b: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const up = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const along = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const chord = up + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * along;
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(chord)));
}
