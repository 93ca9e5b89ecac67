import type { Gazetteer, Named, Naming, Place, PlaceKind, Point } from './gazetteer.ts';

/*
 * A gazetteer as one run of bytes that is looked up where it lies: a hash table of names, and columns of places. Nothing is
 * parsed when it is loaded, and no place is made into an object before somebody asks for it.
 *
 *   length of head (u32) | head as JSON | columns, each at a multiple of 4
 */

const kinds: readonly PlaceKind[] = ['continent', 'country', 'region', 'district', 'town', 'part', 'area', 'water'];
const namings: readonly Naming[] = ['name', 'other', 'loose', 'adjective', 'short', 'state'];

const columns = {
  slots: Uint32Array,
  beginnings: Uint8Array,
  keyEnds: Uint32Array,
  keys: Uint8Array,
  meaningEnds: Uint32Array,
  meanings: Uint32Array,
  nameEnds: Uint32Array,
  names: Uint8Array,
  latitudes: Float32Array,
  longitudes: Float32Array,
  populations: Uint32Array,
  geonames: Uint32Array,
  kinds: Uint8Array,
  codes: Uint16Array,
};
type Columns = { [name in keyof typeof columns]: InstanceType<(typeof columns)[name]> };

interface Head {
  attribution: string;
  home: Point | null;
  /** “country.region”, either perhaps empty; a place's code is one of these. */
  codes: string[];
  /** Where each column starts behind the head, and how many entries it has. */
  columns: Record<keyof Columns, [start: number, length: number]>;
}

/** A place with the keys it is found under. */
export interface Entry {
  place: Place;
  keys: ReadonlyMap<string, Naming>;
}

/** How many low bits of a slot are the number of its key; those above are as in the key's hash, so that most others are told apart there. */
const bitsFor = (keys: number): number => 32 - Math.clz32(keys);

/** FNV-1a of a key, which is ASCII; of several pieces, each goes on from the value of the one before. */
function hash(key: string, from = 0x811c9dc5): number {
  let value = from;
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Of the first two words of a name the bit in `beginnings`: so many that one in ten of those that begin none is set. */
const beginningBits = 2 ** 21;
const beginning = (first: string, second: string): number => hash(second, hash(' ', hash(first))) % beginningBits;

function standsAt(bytes: Uint8Array, start: number, key: string): boolean {
  for (let i = 0; i < key.length; i++) if (bytes[start + i] !== key.charCodeAt(i)) return false;
  return true;
}

/** Packs places into bytes for `openGazetteer`. Keys that are not ASCII are left out. */
export function pack(entries: readonly Entry[], facts: { attribution: string; home: Point | null }): Uint8Array {
  const byKey = new Map<string, number[]>();
  for (const [number, { keys }] of entries.entries()) {
    for (const [key, naming] of keys) {
      if (!/^[ -~]+$/.test(key)) continue;
      const meaning = number * namings.length + namings.indexOf(naming);
      const known = byKey.get(key);
      if (known) known.push(meaning);
      else byKey.set(key, [meaning]);
    }
  }
  const keys = [...byKey.keys()];
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(keys.length * 1.5 + 1)));
  const bits = bitsFor(keys.length);
  for (const [i, key] of keys.entries()) {
    const hashed = hash(key);
    let slot = hashed & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = (hashed & (-1 << bits)) | (i + 1);
  }
  const beginnings = new Uint8Array(beginningBits / 8);
  for (const key of keys) {
    const [first, second] = key.split(' ', 2);
    if (first === undefined || second === undefined) continue;
    const bit = beginning(first, second);
    beginnings[bit >> 3]! |= 1 << (bit & 7);
  }
  const codes = [...new Set(entries.map(({ place }) => codeOf(place)))];
  const codeNumber = new Map(codes.map((code, i) => [code, i]));
  const names = entries.map(({ place }) => new TextEncoder().encode(place.name));
  const column = <T>(of: (place: Place) => T): T[] => entries.map(({ place }) => of(place));
  const filled: Columns = {
    slots,
    beginnings,
    keyEnds: ends(keys.map((key) => key.length)),
    keys: new TextEncoder().encode(keys.join('')),
    meaningEnds: ends(keys.map((key) => byKey.get(key)!.length)),
    meanings: Uint32Array.from(keys.flatMap((key) => byKey.get(key)!)),
    nameEnds: ends(names.map((name) => name.length)),
    names: Uint8Array.from(names.flatMap((name) => [...name])),
    latitudes: Float32Array.from(column((place) => place.latitude)),
    longitudes: Float32Array.from(column((place) => place.longitude)),
    populations: Uint32Array.from(column((place) => place.population)),
    geonames: Uint32Array.from(column((place) => place.geonames ?? 0)),
    kinds: Uint8Array.from(column((place) => kinds.indexOf(place.kind) + (place.capital ? 128 : 0))),
    codes: Uint16Array.from(column((place) => codeNumber.get(codeOf(place))!)),
  };
  return lay({ ...facts, codes }, filled);
}

const codeOf = (place: Place): string => `${place.country ?? ''}.${place.region ?? ''}`;

function ends(lengths: number[]): Uint32Array<ArrayBuffer> {
  let end = 0;
  return Uint32Array.from(lengths, (length) => (end += length));
}

const aligned = (length: number): number => Math.ceil(length / 4) * 4;

function lay(facts: Omit<Head, 'columns'>, filled: Columns): Uint8Array {
  const places: Partial<Head['columns']> = {};
  let size = 0;
  const names = Object.keys(columns) as (keyof Columns)[];
  for (const name of names) {
    places[name] = [size, filled[name].length];
    size += aligned(filled[name].byteLength);
  }
  const head = new TextEncoder().encode(JSON.stringify({ ...facts, columns: places }));
  const start = aligned(4 + head.length);
  const bytes = new Uint8Array(start + size);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = filled[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start + places[name]![0]);
  }
  return bytes;
}

/** The gazetteer that `pack` made; `bytes` begin at a multiple of 4 of their buffer. */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
  const start = bytes.byteOffset + aligned(4 + length);
  const at = Object.fromEntries(
    Object.entries(columns).map(([name, Type]) => {
      const [from, count] = head.columns[name as keyof Columns];
      return [name, new Type(bytes.buffer as ArrayBuffer, start + from, count)];
    }),
  ) as unknown as Columns;
  const known = new Map<number, Place>();
  const bits = bitsFor(at.keyEnds.length);
  const last = at.slots.length - 1;

  const nameAt = (i: number): string =>
    new TextDecoder().decode(at.names.subarray(at.nameEnds[i - 1] ?? 0, at.nameEnds[i]));
  /** The names of the regions by their codes, found once somebody asks for a place. */
  let regions: Map<number, string> | null = null;
  const regionNames = (): Map<number, string> => {
    const found = new Map<number, string>();
    const region = kinds.indexOf('region');
    for (let i = 0; i < at.kinds.length; i++)
      if ((at.kinds[i]! & 127) === region && !found.has(at.codes[i]!)) found.set(at.codes[i]!, nameAt(i));
    return found;
  };

  const placeAt = (i: number): Place => {
    let place = known.get(i);
    if (place) return place;
    const kind = kinds[at.kinds[i]! & 127]!;
    const regionName = kind === 'region' ? undefined : (regions ??= regionNames()).get(at.codes[i]!);
    const [country = '', region = ''] = head.codes[at.codes[i]!]!.split('.');
    place = {
      name: nameAt(i),
      kind,
      latitude: rounded(at.latitudes[i]!),
      longitude: rounded(at.longitudes[i]!),
      population: at.populations[i]!,
      country: country || null,
      region: region || null,
      ...(region !== '' && regionName !== undefined && { regionName }),
      geonames: at.geonames[i] || null,
      capital: at.kinds[i]! >= 128,
    };
    if (known.size >= mostKnown) known.clear();
    known.set(i, place);
    return place;
  };

  return {
    home: head.home,
    begins(first, second) {
      const bit = beginning(first, second);
      return (at.beginnings[bit >> 3]! & (1 << (bit & 7))) !== 0;
    },
    find(key) {
      const hashed = hash(key);
      for (let slot = hashed & last; at.slots[slot] !== 0; slot = (slot + 1) & last) {
        const own = at.slots[slot]!;
        if ((own ^ hashed) >>> bits !== 0) continue;
        const i = (own & ~(-1 << bits)) - 1;
        const from = at.keyEnds[i - 1] ?? 0;
        if (at.keyEnds[i]! - from !== key.length || !standsAt(at.keys, from, key)) continue;
        const found: Named[] = [];
        for (let k = at.meaningEnds[i - 1] ?? 0; k < at.meaningEnds[i]!; k++) {
          const meaning = at.meanings[k]!;
          found.push({
            place: placeAt(Math.floor(meaning / namings.length)),
            naming: namings[meaning % namings.length]!,
          });
        }
        return found;
      }
      return [];
    },
  };
}

/** So many places at most are kept as objects. */
const mostKnown = 20_000;

/** To a metre or so, without what 32 bits add. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
