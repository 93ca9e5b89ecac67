import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Naming, Place } from '../places/gazetteer.ts';
import { lookupKey } from '../places/names.ts';
import { openGazetteer, pack, type Entry } from '../places/packed.ts';
import { read } from '../read.ts';

const entry = (
  name: string,
  kind: Place['kind'],
  population: number,
  country: string,
  ...keys: [string, Naming][]
): Entry => ({
  place: { name, kind, latitude: 50, longitude: 10, population, country, region: null, geonames: null, capital: false },
  keys: new Map<string, Naming>([[lookupKey(name), 'name'], ...keys]),
});
const gazetteer = openGazetteer(
  pack(
    [
      entry('Bremen', 'town', 550_000, 'DE'),
      entry('Rostock', 'town', 200_000, 'DE'),
      entry('Essen', 'town', 580_000, 'DE'),
      entry('Munich', 'town', 1_500_000, 'DE', ['munchen', 'other']),
      entry('France', 'country', 67_000_000, 'FR', ['de:frankreich', 'name'], ['es:francia', 'name']),
      entry('Valencia', 'town', 800_000, 'ES'),
    ],
    { attribution: 'none', home: null },
  ),
);
const reading = (text: string) =>
  read(new TextEncoder().encode(text), { contentType: null, fileName: null }, gazetteer);
const figures = (text: string) =>
  reading(text).suggestions.map(({ figure, speaker }) => [figure?.words, figure?.what ?? figure?.unit, speaker]);
const places = (text: string) => reading(text).places.map(({ words, name }) => [words, name]);

/** Long enough that its commonest words tell the language. */
const french =
  'Le feu a été plus fort que le vent, et la pluie est venue dans la nuit. Les gens du village sont partis avec des lampes, et ils ont attendu sur la route que le jour se lève. ';
const spanish =
  'La lluvia ha dejado sin luz a los pueblos de la costa, y se espera más en la noche. Los vecinos han pedido que no se abra la presa y que el agua baje por el canal. ';

describe('other languages', () => {
  it('[R165] the language is that of the markup, else of the commonest words; of none known no figures', () => {
    expect(figures(`${french}On compte 12 blessés.`)).toEqual([['12', 'blessés', null]]);
    expect(figures('Der Fluss ist in der Nacht gestiegen, und 12 Menschen sind tot.')).toEqual([
      ['12', 'Menschen', null],
    ]);
    const noteOf = (text: string) => reading(text).notes.find(({ code }) => code === 'language-not-covered')?.message;
    expect(noteOf(french)).toContain('figures in digits and places');
    expect(noteOf('<html lang="fi"><p>Tuuli kaatoi puita.')).toContain('no figures');
    expect(figures('<html lang="fi"><p>Tuuli kaatoi puita ja 12 ihmistä loukkaantui.</p>')).toEqual([]);
  });

  it('[R166] figures in digits are said by nobody, with what they count and the words of their bound', () => {
    expect(figures(`${french}Au moins 12 personnes, plus de 1 200 hectares et 3,5 millions d’euros.`)).toEqual([
      ['Au moins 12', 'personnes', null],
      ['plus de 1 200', 'hectares', null],
      ['3,5 millions', 'euros', null],
    ]);
  });

  it('[R166] dates, clock times, ages, numbers in names and what counts no noun are none', () => {
    expect(
      figures(
        `${french}Le 12 mars 2020 à 14 heures, le vol AF 447 et la loi 4 sont du passé : 80, 45 ans, 10-12 points.`,
      ),
    ).toEqual([]);
  });

  it('[R167] places are those that are known the world over, and towns behind the word for “in”', () => {
    const page = readFileSync('test/samples/reading/sturm/report.html');
    const found = read(page, { contentType: 'text/html', fileName: null }, gazetteer).places;
    expect(found.map(({ words, name }) => [words, name])).toEqual([
      ['Bremen', 'Bremen'],
      ['Rostock', 'Rostock'],
      ['München', 'Munich'],
      ['Frankreich', 'France'],
    ]);
    expect(places(`${spanish}No hay tren en Valencia. Francia ayuda.`)).toEqual([
      ['Valencia', 'Valencia'],
      ['Francia', 'France'],
    ]);
  });

  it('[R167] a word that opens a sentence is a place by its own name only, unless it stands elsewhere too', () => {
    const german = 'Der Regen ist in der Nacht auf das Land gefallen, und die Leute sind nicht nach Hause gekommen. ';
    expect(places(`${german}Munchen ist nass.`)).toEqual([]);
    expect(places(`${german}Munchen ist nass. Der Zug nach Munchen steht.`)).toHaveLength(2);
    expect(places(`${german}Frankreich hilft.`)).toEqual([['Frankreich', 'France']]);
  });

  it('[R167] the name of somebody or of something else holds no place', () => {
    expect(places(`${french}Marie Bremen et Rostock-Nord, en Bremen Europe.`)).toEqual([]);
  });
});
