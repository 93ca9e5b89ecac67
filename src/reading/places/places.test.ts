import { describe, expect, it } from 'vitest';
import { read } from '../read.ts';
import { findPlaces } from './find.ts';
import { distance, type Naming, type Place } from './gazetteer.ts';
import { lookupKey, loose } from './names.ts';
import { openGazetteer, pack, type Entry } from './packed.ts';
import { processorTime } from '../../../test/processor-time.ts';

const place = (name: string, kind: Place['kind'], latitude: number, longitude: number, rest: Partial<Place> = {}) => ({
  name,
  kind,
  latitude,
  longitude,
  population: 0,
  country: null,
  region: null,
  geonames: null,
  capital: false,
  ...rest,
});
const entry = (own: Place, ...others: [string, Naming][]): Entry => {
  const keys = new Map<string, Naming>([[lookupKey(own.name), 'name']]);
  for (const [name, naming] of others)
    keys.set(naming === 'short' || naming === 'state' ? `=${name}` : lookupKey(name), naming);
  for (const key of keys.keys()) if (key.length > 5 && !key.startsWith('~')) keys.set(`~${loose(key)}`, 'loose');
  return { place: own, keys };
};
const us = { country: 'US' };
const entries = [
  entry(
    place('United States', 'country', 39, -98, { ...us, population: 3e8 }),
    ['US', 'short'],
    ['American', 'adjective'],
  ),
  entry(place('Norway', 'country', 62, 10, { country: 'NO', population: 5e6 }), ['Norwegian', 'adjective']),
  entry(place('Oslo', 'town', 59.91, 10.75, { country: 'NO', population: 6e5, capital: true })),
  entry(place('Bergen', 'town', 60.39, 5.33, { country: 'NO', population: 2e5 })),
  entry(place('Paris', 'town', 48.85, 2.35, { country: 'FR', population: 2e6, capital: true })),
  entry(place('Paris', 'town', 33.66, -95.56, { ...us, region: 'TX', population: 25_000 })),
  entry(
    place('Texas', 'region', 31, -99, { ...us, region: 'TX', population: 3e7 }),
    ['Tex.', 'state'],
    ['TX', 'state'],
  ),
  entry(place('New York City', 'town', 40.71, -74, { ...us, region: 'NY', population: 8e6 }), ['New York', 'name']),
  entry(place('New York', 'region', 43, -75.5, { ...us, region: 'NY', population: 1.9e7 })),
  entry(place('Rochester', 'town', 43.15, -77.6, { ...us, region: 'NY', population: 2e5 })),
  entry(place('Washington', 'town', 38.9, -77, { ...us, region: 'DC', population: 6e5, capital: true })),
  entry(place('Washington', 'region', 47.4, -120.5, { ...us, region: 'WA', population: 7e6 })),
  entry(
    place('District of Columbia', 'region', 38.9, -77, { ...us, region: 'DC', population: 6e5 }),
    ['D.C.', 'state'],
    ['Washington D.C.', 'name'],
  ),
  entry(place('Ohio', 'region', 40.3, -82.8, { ...us, region: 'OH', population: 1e7 })),
  entry(place('Mexico', 'country', 23, -102, { country: 'MX', population: 1e8 })),
  entry(place('Mexico City', 'town', 19.4, -99.1, { country: 'MX', population: 1.2e7, capital: true }), [
    'Mexico',
    'name',
  ]),
  entry(place('Toluca', 'town', 19.3, -99.65, { country: 'MX', population: 4e5 })),
  entry(place('Berea', 'town', 41.37, -81.85, { ...us, region: 'OH', population: 19_000 })),
  entry(place('Berea', 'town', 37.57, -84.3, { ...us, region: 'KY', population: 15_000 })),
  entry(place('Hanover', 'town', 39.8, -76.98, { ...us, region: 'PA', population: 16_000 })),
  entry(place('Hanover', 'town', 37.7, -84.25, { ...us, region: 'KY', population: 14_000 })),
  entry(place('Clarksville', 'town', 33.61, -95.05, { ...us, region: 'TX', population: 3000 })),
  entry(place('Kharkiv', 'town', 49.98, 36.25, { country: 'UA', population: 1.4e6 }), ['Kharkov', 'other']),
  entry(place('Kharkiv', 'region', 49.5, 36.5, { country: 'UA', population: 2.6e6 })),
  entry(place('Zaporizhzhya', 'town', 47.85, 35.12, { country: 'UA', population: 7e5 })),
  entry(place('Reading', 'town', 51.46, -0.97, { country: 'GB', population: 2e5 })),
  entry(place('Jackson', 'town', 32.3, -90.2, { ...us, population: 1.5e5 })),
  entry(place('Saint Anne', 'town', 41, -87.7, { ...us, population: 5000 })),
  entry(place('Genève', 'town', 46.2, 6.15, { country: 'CH', region: 'GE', population: 180_000 }), ['Geneva', 'other']),
  entry(place('Geneva', 'region', 46.2, 6.1, { country: 'CH', region: 'GE', population: 200_000 })),
  entry(place('Geneva', 'town', 41.89, -88.31, { ...us, region: 'IL', population: 22_000 })),
  entry(place('Spain', 'country', 40, -4, { country: 'ES', population: 4.7e7 })),
  entry(place('Valencia', 'town', 39.47, -0.38, { country: 'ES', region: '60', population: 8e5 })),
  entry(place('Valencia', 'town', 10.16, -68, { country: 'VE', region: '07', population: 1.4e6 })),
];
const gazetteer = openGazetteer(pack(entries, { attribution: 'none', home: null }));
const find = (text: string) => findPlaces(text, [{ start: 0, end: text.length }], gazetteer);
const named = (text: string) =>
  find(text)
    .filter(({ sort }) => sort === 'place')
    .map(({ words }) => words);

describe('the gazetteer', () => {
  it('[R140] is looked up in its bytes, by folded name, and gives what was packed', () => {
    const [first, second, none] = gazetteer.find('paris').map(({ place }) => place);
    expect([first?.country, second?.region, none]).toEqual(['FR', 'TX', undefined]);
    expect(gazetteer.find('oslo')[0]!.place).toEqual(entries[2]!.place);
    expect(gazetteer.find('nowhere at all')).toEqual([]);
    for (const { place, keys } of entries) {
      for (const key of keys.keys()) {
        expect(gazetteer.find(key).some((named) => named.place.name === place.name)).toBe(true);
        const [first, second] = key.split(' ');
        if (second !== undefined) expect(gazetteer.begins(first!, second)).toBe(true);
      }
    }
    expect(gazetteer.begins('nowhere', 'at')).toBe(false);
  });

  it('[R276] a place has the name of its region, where the table has one', () => {
    const found = find('They left Rochester, New York, for Texas.');
    expect(found.map(({ name, regionName }) => [name, regionName])).toEqual([
      ['Rochester', 'New York'],
      ['New York', undefined],
      ['Texas', undefined],
    ]);
    const [, paris] = gazetteer.find('paris').map(({ place }) => place);
    expect(paris).toMatchObject({ region: 'TX', regionName: 'Texas' });
  });

  it('[R141] takes names for one that differ in marks, hyphens, “Saint” and transliteration only', () => {
    expect(lookupKey('Saint-Étienne')).toBe(lookupKey('St. Etienne'));
    expect(loose('zaporizhzhya')).toBe(loose('zaporizhzhia'));
    expect(loose('lysychansk')).toBe(loose('lisichansk'));
    expect(find('A column came to Zaporizhzhia.')[0]!.name).toBe('Zaporizhzhya');
    expect(named('They live in St. Anne.')).toEqual(['St. Anne']);
  });

  it('[R142] keeps the place that a desk’s home is near before the one better known', () => {
    const atHome = { ...gazetteer, home: { latitude: 33.6, longitude: -95.5 } };
    const text = 'A man was hurt in Paris.';
    expect(findPlaces(text, [{ start: 0, end: text.length }], atHome)[0]!.country).toBe('US');
    expect(find(text)[0]!.country).toBe('FR');
  });
});

describe('names of places', () => {
  it('[R143] are found with exact spans, without the s of a possessive', () => {
    const text = 'Rain fell on Oslo’s harbour and in Bergen, too.';
    const found = find(text);
    expect(found.map(({ words }) => words)).toEqual(['Oslo', 'Bergen']);
    for (const { start, end, words } of found) expect(text.slice(start, end)).toBe(words);
  });

  it('[R144] are none within the name of a person or of a body that is no branch of the place', () => {
    expect(named('Alan Jackson spoke. Then Jackson left.')).toEqual([]);
    expect(named('Mr. Jackson studied at the University of Bergen and at Oslo University.')).toEqual([]);
    expect(named('The Bergen Police closed the road.')).toEqual(['Bergen']);
  });

  it('[R145] are none where a town speaks: that is a government', () => {
    expect(named('Oslo said on Monday that it would wait.')).toEqual([]);
    expect(named('Norway said on Monday that it would wait.')).toEqual(['Norway']);
  });

  it('[R146] are none where a word only looks like one', () => {
    expect(named('Reading the letter took time. Her reading was slow.')).toEqual([]);
    expect(named('The train stopped in Reading.')).toEqual(['Reading']);
  });

  it('[R147] a people is marked as such, and is no place', () => {
    const [people, town] = find('A Norwegian ship left Bergen.');
    expect([people!.sort, people!.country, town!.sort]).toEqual(['people', 'NO', 'place']);
  });

  it('[R148] abbreviations count as printed, those of regions behind a town only', () => {
    expect(named('The US sent help. It gave us time.')).toEqual(['US']);
    expect(named('She was born in Washington D.C. and left.')).toEqual(['Washington D.C.']);
    expect(named('He lives in Paris, Tex., with a dog. TX was mentioned.')).toEqual(['Paris', 'Tex.']);
  });

  it('[R149] a division is named with its word', () => {
    expect(find('Villages in the Kharkiv Region lost power.')[0]).toMatchObject({
      words: 'Kharkiv Region',
      kind: 'region',
    });
  });
});

describe('where they lie', () => {
  it('[R150] what stands behind a comma and holds a place decides, there and wherever the name stands', () => {
    const found = find('The mayor of Paris, Texas, was there. In Paris it rained.').filter(
      ({ words }) => words === 'Paris',
    );
    expect(found.map(({ region }) => region)).toEqual(['TX', 'TX']);
  });

  it('[R151] other places of the text decide: those that hold one, and those near', () => {
    const [paris] = find('In Paris the river rose. Clarksville, Texas, is dry.');
    expect(paris!.region).toBe('TX');
  });

  it('[R214] two names that each mean another place alone mean two places near each other together', () => {
    expect(find('The mayor was in Berea.')[0]!.region).toBe('OH');
    expect(find('The mayor was in Hanover.')[0]!.region).toBe('PA');
    expect(find('The mayor was in Berea. Then she was in Hanover.').map(({ region }) => region)).toEqual(['KY', 'KY']);
  });

  it('[R215] the name of a country and of its capital is that of the country, whatever lies near', () => {
    expect(find('She went from Toluca to Mexico.')[1]).toMatchObject({ kind: 'country' });
  });

  it('[R211] in a list of regions each name is that of a region, and what is held by the next name is in no list', () => {
    const kinds = (text: string) => find(text).map(({ words, kind }) => `${words} ${kind}`);
    expect(kinds('Rain fell in Ohio, Texas, Washington and New York.')).toEqual([
      'Ohio region',
      'Texas region',
      'Washington region',
      'New York region',
    ]);
    expect(kinds('Rain fell in Washington and New York.')).toEqual(['Washington town', 'New York town']);
    expect(kinds('He flew from Ohio to Washington, D. C., in a day.')).toEqual([
      'Ohio region',
      'Washington town',
      'D. C. region',
    ]);
  });

  it('[R212] what stands behind a town’s comma, and what has a governor, is the region and no town', () => {
    expect(find('He lives in Rochester, New York.')[1]).toMatchObject({ words: 'New York', kind: 'region' });
    expect(find('New York Governor Jane Smith closed the port.')[0]).toMatchObject({
      words: 'New York',
      kind: 'region',
    });
    expect(find('He lives in New York.')[0]).toMatchObject({ words: 'New York', kind: 'town' });
  });

  it('[R267] a town is called in English as its region is, and a country behind two names decides for the one it holds', () => {
    const found = find('Talks were held in Geneva and Valencia, Spain.').map(
      ({ words, country }) => `${words} ${country}`,
    );
    expect(found).toEqual(['Geneva CH', 'Valencia ES', 'Spain ES']);
    expect(find('Talks were held in Geneva.')[0]).toMatchObject({ name: 'Genève', kind: 'town' });
    expect(find('He lives in Geneva, US.')[0]).toMatchObject({ name: 'Geneva', region: 'IL' });
  });

  it('[R164] the side of a place is where the place is', () => {
    expect(find('Rain fell in Greater Oslo.')[0]).toMatchObject({ words: 'Greater Oslo', name: 'Oslo' });
    expect(named('Rain fell in Northern Norwegian valleys.')).toEqual([]);
  });

  it('[R152] where two places are nearly as likely it is not sure', () => {
    expect(find('Smoke stood over Bergen.')[0]!.sure).toBe(true);
    expect(find('Smoke was seen in Kharkiv.')[0]!.sure).toBe(true);
    const [paris] = find('In Paris the river rose. Much of Texas is dry.');
    expect(paris!.sure).toBe(false);
    expect(paris!.others).toMatchObject([{ name: 'Paris', country: 'US' }]);
  });

  it('[R153] an appeal’s address is no place of the report', () => {
    const text = 'The fire in Bergen is out.\n\nDonate at bank account 12345678, The Fund, 1 Quay, Oslo.';
    const { places } = read(new TextEncoder().encode(text), { contentType: 'text/plain', fileName: null }, gazetteer);
    expect(places.map(({ words }) => words)).toEqual(['Bergen']);
  });

  it('[R154] the time grows with the length of the text, whatever it holds', () => {
    const texts = ['Paris ', 'A.', 'Paris, Texas, ', 'St. ', 'Kharkiv-', 'X '].map((piece) => piece.repeat(20_000));
    const began = processorTime();
    for (const text of texts) find(text);
    expect(processorTime() - began).toBeLessThan(10_000);
    expect(distance(entries[2]!.place, entries[3]!.place)).toBeCloseTo(304, -1);
  });
});
