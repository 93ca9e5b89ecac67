import { expect, it } from 'vitest';
import { lookupKey } from './places/names.ts';
import { openGazetteer, pack, type Entry } from './places/packed.ts';
import { read } from './read.ts';

const town = (name: string): Entry => ({
  place: {
    name,
    kind: 'town',
    latitude: 50,
    longitude: 10,
    population: 2_000_000,
    country: 'NO',
    region: null,
    geonames: null,
    capital: false,
  },
  keys: new Map([[lookupKey(name), 'name']]),
});
const gazetteer = openGazetteer(pack(['Arden', 'Brill'].map(town), { attribution: 'none', home: null }));

/** Where and over which period the first figure of a text is. */
function defined(text: string): (string | null)[] {
  const about = { contentType: 'text/plain', fileName: null, published: '2031-05-20' };
  const { suggestions } = read(new TextEncoder().encode(text), about, gazetteer);
  const { where, period } = suggestions.find(({ sort }) => sort === 'figure')!.figure!;
  return [where?.words ?? null, period?.words ?? null];
}

it.each([
  ['At least 17 people were hurt in Arden last week.', 'Arden', 'last week'],
  ['In Arden, 17 houses burned.', 'Arden', null],
  ['Some 17 houses burned in Arden, Brill.', 'Arden, Brill', null],
  ['Since 4 May, 17 houses have burned.', null, 'Since 4 May'],
  ['The council said on Monday that 17 houses burned.', null, null],
  ['Some 17 people fled from Arden to Brill.', null, null],
  ['Some 17 houses burned on Monday, and more on Tuesday.', null, null],
  ['Some 17 houses of the 2029 plan were built.', null, null],
  ['Some 17 members of the Arden council left.', null, null],
])('[R192] tells where and over which period a figure is: “%s”', (text, where, period) => {
  expect(defined(text)).toEqual([where, period]);
});
