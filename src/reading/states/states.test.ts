import { describe, expect, it } from 'vitest';
import { checkExcerpt } from '../../terms/excerpt.ts';
import { lookupKey } from '../places/names.ts';
import { openGazetteer, pack, type Entry } from '../places/packed.ts';
import { read } from '../read.ts';

const town = (name: string, country: string): Entry => ({
  place: {
    name,
    kind: 'town',
    latitude: 50,
    longitude: 10,
    population: 2_000_000,
    country,
    region: null,
    geonames: null,
    capital: false,
  },
  keys: new Map([[lookupKey(name), 'name']]),
});
const people = (name: string, adjective: string, country: string): Entry => ({
  place: { ...town(name, country).place, kind: 'country' },
  keys: new Map([
    [lookupKey(name), 'name'],
    [lookupKey(adjective), 'adjective'],
  ]),
});
const towns = ['Arden', 'Brill', 'Corby', 'Dorne', 'Estwick'].map((name) => town(name, 'NO'));
const sides = [people('Norway', 'Norwegian', 'NO'), people('Sweden', 'Swedish', 'SE')];
const gazetteer = openGazetteer(pack([...towns, ...sides], { attribution: 'none', home: null }));
const reading = (text: string) =>
  read(new TextEncoder().encode(text), { contentType: 'text/plain', fileName: null }, gazetteer);
const states = (text: string) => reading(text).states;
const routes = (text: string) =>
  states(text).flatMap(({ terms, value }) =>
    terms.kind === 'route' && value.kind === 'route'
      ? [[terms.from, terms.through.join(' '), terms.to, value.state]]
      : [],
  );

describe('routes', () => {
  it('[R155] stand where “from … to”, “between”, “link … with”, “leave … for” or dashes put them', () => {
    expect(routes('Corridors from Arden, the village of Brill and Corby to Dorne will open.')).toEqual([
      ['Arden', '', 'Dorne', 'proposed'],
      ['Brill', '', 'Dorne', 'proposed'],
      ['Corby', '', 'Dorne', 'proposed'],
    ]);
    expect(routes('Corridors will link Arden with Brill and Corby with Dorne.')).toEqual([
      ['Arden', '', 'Brill', 'proposed'],
      ['Corby', '', 'Dorne', 'proposed'],
    ]);
    expect(routes('A route between Arden and Dorne was agreed.')).toEqual([['Arden', '', 'Dorne', 'accepted']]);
    expect(routes('The convoy is due to leave Arden for Dorne.')).toEqual([['Arden', '', 'Dorne', 'proposed']]);
    expect(routes('The planned route is Arden - Brill - Corby - Dorne.')).toEqual([
      ['Arden', 'Brill Corby', 'Dorne', 'proposed'],
    ]);
  });

  it('[R156] have the state that the words give, and the reason', () => {
    expect(routes('The corridor from Arden to Brill failed.')).toEqual([['Arden', '', 'Brill', 'failed']]);
    expect(routes('The convoy from Arden to Brill came under fire.')).toEqual([['Arden', '', 'Brill', 'disrupted']]);
    expect(routes('Some 400 people were evacuated from Arden to Brill.')).toEqual([
      ['Arden', '', 'Brill', 'succeeded'],
    ]);
    const [state] = states('Officials rejected the corridor from Arden to Brill because the bridge is mined.');
    expect(state!.value).toMatchObject({ state: 'disrupted' });
    const [refused] = states('Officials rejected the corridor from Arden to Brill because of the weather.');
    expect(refused!.value).toMatchObject({ state: 'refused', reason: 'the weather' });
  });

  it('[R157] a line “Status: …” speaks for its paragraph, and a further way goes on with the state before it', () => {
    expect(routes('Status: suspended; the corridor from Arden to Brill will open.')).toEqual([
      ['Arden', '', 'Brill', 'suspended'],
    ]);
    expect(routes('A corridor from Arden to Dorne is planned. The route: Arden - Brill - Dorne.')).toEqual([
      ['Arden', '', 'Dorne', 'proposed'],
      ['Arden', 'Brill', 'Dorne', 'proposed'],
    ]);
  });

  it('[R158] without a word of a way out or in there is no route', () => {
    expect(routes('The price rose from Arden to Brill, it was announced.')).toEqual([]);
  });
});

describe('other states', () => {
  const only = (text: string) => states(text).map(({ terms, value }) => ({ ...terms, ...value }));

  it('[R159] truces are announced, agreed, refused, broken, with the places they are for', () => {
    expect(only('The army announced a ceasefire in Arden and Brill.')).toMatchObject([
      { kind: 'truce', state: 'announced', places: ['Arden', 'Brill'] },
    ]);
    expect(only('The truce in Corby was broken at noon.')).toMatchObject([{ kind: 'truce', state: 'broken' }]);
  });

  it('[R160] meetings name who meets, where, and whether it was', () => {
    expect(only('Norwegian and Swedish delegations held talks in Arden.')).toMatchObject([
      { kind: 'meeting', state: 'held', who: ['Norwegian', 'Swedish'], where: 'Arden' },
    ]);
    expect(only('Talks between Norway and Sweden were postponed.')).toMatchObject([
      { kind: 'meeting', state: 'postponed' },
    ]);
  });

  it('[R161] positions are what somebody named demands, offers, is open to or refuses, and on what condition', () => {
    const [state] = states('Norway is ready to lift the blockade if the bridge is handed over.');
    expect(state!.speaker?.name).toBe('Norway');
    expect(state!.value).toEqual({
      kind: 'position',
      stand: 'accepts-if',
      what: 'lift the blockade',
      condition: 'the bridge is handed over',
    });
    expect(only('Sweden demands an inquiry into the flood.')).toMatchObject([
      { stand: 'demands', what: 'an inquiry into the flood' },
    ]);
  });

  it('[R162] sites have conditions, aspect by aspect, in the words printed', () => {
    expect(only('Arden has been without electricity and water for a week; its hospital was destroyed.')).toMatchObject([
      { aspect: 'power', degree: 'lost', place: 'Arden', words: 'without electricity' },
      { aspect: 'water', degree: 'lost' },
      { aspect: 'damage', degree: 'lost' },
    ]);
    expect(only('In Brill the power has been restored.')).toMatchObject([{ aspect: 'power', degree: 'fine' }]);
  });

  it('[R168] times are those of the sentence: edges of a truce, the only one of a meeting or of what happened', () => {
    const on = (day: string) => ({ from: day, to: day });
    expect(only('The army announced a ceasefire in Arden from 8 March 2022 until 10 March 2022.')).toMatchObject([
      { from: on('2022-03-08'), until: on('2022-03-10') },
    ]);
    expect(only('Residents were evacuated from Arden to Brill on 9 March 2022.')).toMatchObject([
      { window: on('2022-03-09') },
    ]);
    expect(only('Norwegian and Swedish delegations will meet in Arden on 12 March 2022.')).toMatchObject([
      { when: on('2022-03-12') },
    ]);
    expect(only('The mayor said on 9 March 2022 that the truce in Corby was broken.')).toMatchObject([
      { from: null, until: null },
    ]);
    expect(only('The army agreed on 7 March 2022 on a corridor from Arden to Brill.')).toMatchObject([
      { window: null },
    ]);
  });

  it('[R163] each has its speaker, its sentence as excerpt, and the words of its state', () => {
    const text = 'The mayor, Anna Lind, said the corridor from Arden to Brill was suspended.\n\nIt snowed.';
    const { states, text: clean } = reading(text);
    const [state] = states;
    expect(state!.speaker?.name).toBe('Anna Lind');
    expect(clean.slice(state!.cue.start, state!.cue.end)).toBe('suspended');
    expect(() => checkExcerpt(clean, state!.excerpt)).not.toThrow();
  });
});
