import { describe, expect, it } from 'vitest';
import { checkExcerpt } from '../../terms/excerpt.ts';
import type { When } from '../../terms/when.ts';
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
    expect(state!.value).toMatchObject({ state: 'refused', reason: 'the bridge is mined' });
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
    expect(routes('He moved from Arden to Brill and became a convoy driver.')).toEqual([]);
    expect(routes('A flight from Arden to Brill: people have left for less.')).toEqual([]);
    expect(routes('The transport corridor from Arden to Brill will be widened.')).toEqual([]);
  });

  it.each([
    'The bus route from Arden to Brill will close.',
    'Buses left Arden for Brill every hour.',
    'Boats carried 200 tourists from Arden to Brill.',
    'The marathon route from Arden to Brill was changed.',
    'People arrived in Brill from Arden for the final.',
    'Patients will be moved from Arden to Brill when the new hospital opens.',
    'An army convoy left Arden for Brill.',
    'A convoy of tractors drove from Arden to Brill.',
    'The ferry route from Arden to Brill was suspended, and residents of Corby were evacuated.',
    'Residents were evacuated. The road from Arden to Brill is flooded.',
    'The evacuation goes on. The highway between Arden and Brill is closed.',
  ])('[R268] ways of every day are none: %s', (text) => {
    expect(routes(text).filter(([from, , to]) => from === 'Arden' && to === 'Brill')).toEqual([]);
  });

  it('[R268] a road is one where people go along it, or where it is for them', () => {
    expect(routes('People are being evacuated along the road from Arden to Brill.')).toEqual([
      ['Arden', '', 'Brill', 'under-way'],
    ]);
    expect(routes('The evacuation road from Arden to Brill is closed.')).toEqual([['Arden', '', 'Brill', 'suspended']]);
  });

  it('[R226] what another subject did behind “and” is a part of its own', () => {
    expect(routes('The road from Arden to Brill was blocked, and 40 residents of Corby were evacuated.')).toEqual([
      ['Corby', '', null, 'succeeded'],
    ]);
  });

  it('[R268] what a report is about tells what its ways are for, and so does what parties say of one', () => {
    const left = 'Buses left Arden for Brill.';
    expect(routes(left)).toEqual([]);
    expect(routes(`${left}\n\nThe river has flooded the valley.`)).toEqual([['Arden', '', 'Brill', 'succeeded']]);
    expect(routes('A route from Arden to Brill was approved.')).toEqual([['Arden', '', 'Brill', 'accepted']]);
    expect(routes('There is a route from Arden to Brill.')).toEqual([['Arden', '', 'Brill', 'proposed']]);
  });

  it('[R268] who is got out of “the A and B regions” is got out of no town, where nobody says to where', () => {
    expect(routes('Some 400 people were evacuated from the Arden, Brill and Corby regions.')).toEqual([]);
    expect(routes('Some 400 people were evacuated from Arden and Brill.').map(([from]) => from)).toEqual([
      'Arden',
      'Brill',
    ]);
  });

  it('[R225] a way without an end leads where the report’s other ways from there do, if they lead to one place', () => {
    const opened = 'Buses will take residents from Arden to Brill. ';
    expect(routes(`${opened}By noon 300 people had been evacuated from Arden.`)).toEqual([
      ['Arden', '', 'Brill', 'proposed'],
      ['Arden', '', 'Brill', 'succeeded'],
    ]);
    expect(routes(`${opened}A convoy left Arden for Dorne. Some 300 people were evacuated from Arden.`).at(-1)).toEqual(
      ['Arden', '', null, 'succeeded'],
    );
  });

  it('[R226] a way has the state of its own part of a sentence; reasons, conditions and what came before give none', () => {
    expect(routes('The evacuation from Arden to Brill worked, while the one from Corby to Dorne was halted.')).toEqual([
      ['Arden', '', 'Brill', 'succeeded'],
      ['Corby', '', 'Dorne', 'suspended'],
    ]);
    expect(routes('Despite the shelling of the road, 300 people were evacuated from Arden to Brill.')).toEqual([
      ['Arden', '', 'Brill', 'succeeded'],
    ]);
    expect(routes('The convoy from Arden to Brill was halted after the road was blocked.')).toEqual([
      ['Arden', '', 'Brill', 'suspended'],
    ]);
    const state = (words: string) => routes(`${words} from Arden to Brill.`).map(([, , , one]) => one);
    expect(state('As the river rose, people will be evacuated')).toEqual(['proposed']);
    expect(state('People were being evacuated by boat')).toEqual(['under-way']);
    expect(state('No one was evacuated')).toEqual(['failed']);
    expect(state('No agreement was reached on a corridor')).toEqual(['failed']);
    expect(state('The dam broke, and the evacuation route is impassable')).toEqual(['disrupted']);
    expect(state('Firefighters led a column of 40 cars out of the smoke')).toEqual(['succeeded']);
    expect(state('The convoy was forced to turn around')).toEqual(['disrupted']);
    expect(state('The evacuation has resumed')).toEqual(['under-way']);
  });

  it('[R227] a way starts where people are evacuated, trapped or told to leave, and in what lies there', () => {
    expect(routes('Arden and Corby were evacuated to Brill as the river rose.')).toEqual([
      ['Arden', '', 'Brill', 'succeeded'],
      ['Corby', '', 'Brill', 'succeeded'],
    ]);
    expect(routes('The evacuation of Arden to Brill was ordered.')).toEqual([['Arden', '', 'Brill', 'proposed']]);
    expect(routes('Boats took 300 residents from flooded villages around Arden to a sports hall in Brill.')).toEqual([
      ['Arden', '', 'Brill', 'succeeded'],
    ]);
    expect(routes('People trapped in Arden were taken to Brill.')).toEqual([['Arden', '', 'Brill', 'succeeded']]);
    expect(routes('An evacuation order was issued for Arden, and residents were told to go to Brill.')).toEqual([
      ['Arden', '', 'Brill', 'proposed'],
    ]);
    expect(routes('Volunteers brought 250 people to safety in Brill from the villages of Arden and Corby.')).toEqual([
      ['Arden', '', 'Brill', 'succeeded'],
      ['Corby', '', 'Brill', 'succeeded'],
    ]);
    expect(routes('Fire crews evacuated Arden on Monday night.')).toEqual([['Arden', '', null, 'succeeded']]);
    expect(routes('Families fled Arden for Brill, and the evacuation continued.')).toEqual([
      ['Arden', '', 'Brill', 'succeeded'],
    ]);
    expect(
      routes('Residents of 12 villages near Arden have been moved to shelters in Brill after the dam burst.'),
    ).toEqual([['Arden', '', 'Brill', 'succeeded']]);
    expect(routes('Evacuees from towns of the Dorne region (Arden and Corby) have arrived in Brill.')).toEqual([
      ['Arden', '', 'Brill', 'succeeded'],
      ['Corby', '', 'Brill', 'succeeded'],
    ]);
    expect(routes('An aid convoy has reached Dorne.')).toEqual([[null, '', 'Dorne', 'succeeded']]);
  });

  it('[R228] a way goes on over its stations to its goal, or to several', () => {
    expect(routes('The evacuation route from Arden towards Brill, past Corby and Dorne to Estwick is open.')).toEqual([
      ['Arden', 'Brill Corby Dorne', 'Estwick', 'under-way'],
    ]);
    expect(routes('Residents were evacuated from Arden via Corby to Brill.')).toEqual([
      ['Arden', 'Corby', 'Brill', 'succeeded'],
    ]);
    expect(routes('Residents of Arden were evacuated to Brill and Dorne, Estwick said.')).toEqual([
      ['Arden', '', 'Brill', 'succeeded'],
      ['Arden', '', 'Dorne', 'succeeded'],
    ]);
    expect(routes('Corridors from Arden and Corby to Brill and Dorne respectively will open.')).toEqual([
      ['Arden', '', 'Brill', 'proposed'],
      ['Corby', '', 'Dorne', 'proposed'],
    ]);
    expect(routes('Routes were agreed: one from Arden to the south, one from Corby to Brill.')).toEqual([
      ['Corby', '', 'Brill', 'accepted'],
    ]);
  });

  it('[R229] lists go on with what their opening line says; a way that is only named is proposed', () => {
    expect(
      routes('Evacuation routes open today:\n\n- Arden to Brill\n- Corby – Dorne\n- Dorne → Brill: closed'),
    ).toEqual([
      ['Arden', '', 'Brill', 'under-way'],
      ['Corby', '', 'Dorne', 'under-way'],
      ['Dorne', '', 'Brill', 'suspended'],
    ]);
    expect(routes('Evacuation routes for 5 May:\n\nArden – Brill (via Dorne)')).toEqual([
      ['Arden', 'Dorne', 'Brill', 'proposed'],
    ]);
    expect(routes('From the village of Arden to Brill.')).toEqual([['Arden', '', 'Brill', 'proposed']]);
    expect(routes('Corridors from Arden to Brill will open. These routes will also go through Corby.')).toEqual([
      ['Arden', '', 'Brill', 'proposed'],
      [null, 'Corby', 'Brill', 'proposed'],
    ]);
  });

  it('[R230] as many people go on a way as are counted right before it', () => {
    const counted = (text: string) =>
      states(text).map(({ value }) => (value.kind === 'route' ? value.people : undefined));
    expect(counted('Boats evacuated 200 people from Arden to Brill and 40 patients from Corby to Dorne.')).toEqual([
      '200 people',
      '40 patients',
    ]);
    expect(counted('Of 3,000 people evacuated to Brill, 1,200 came from Arden.')).toEqual([null]);
    expect(
      routes('Some 500 people from Arden were evacuated to Brill. Of them, 213 are residents of Corby.').at(-1),
    ).toEqual(['Corby', '', 'Brill', 'succeeded']);
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

  it('[R231] what is destroyed, damaged, flooded, on fire or cut off is a place or something built', () => {
    const degrees = (text: string) => only(text).map((state) => 'aspect' in state && [state.aspect, state.degree]);
    expect(degrees('In Arden much of the city was flooded.')).toEqual([['flooding', 'lost']]);
    expect(degrees('Homes near Arden were damaged by the flood.')).toEqual([['damage', 'impaired']]);
    expect(degrees('The city of Arden, where 300 people live, is cut off.')).toEqual([['access', 'lost']]);
    expect(degrees('Most of Arden is under water.')).toEqual([['flooding', 'lost']]);
    expect(degrees('The crop around Arden was destroyed by the flood.')).toEqual([]);
    expect(degrees('Talks in Arden were cut off.')).toEqual([]);
    expect(degrees('Police in Arden say a car was found under water.')).toEqual([]);
  });

  it('[R232] what may be, will be or is yet to be is no condition', () => {
    expect(only('It can be a week before power is restored in Arden.')).toEqual([]);
    expect(only('Half of Arden may be submerged by Friday.')).toEqual([]);
    expect(only('If the dam breaks, Arden will be without water.')).toEqual([]);
  });

  it('[R233] the place in which a report was filed is none of its truce', () => {
    expect(only('ARDEN — A ceasefire in Brill and the rebel-held north unravelled.')).toMatchObject([
      { kind: 'truce', state: 'broken', places: ['Brill'] },
    ]);
  });

  it('[R168] times are those of the sentence: edges of a truce, the only one of a meeting or of what happened', () => {
    const on = (day: string) => ({ from: day, to: day });
    expect(only('The army announced a ceasefire in Arden from 8 March 2022 until 10 March 2022.')).toMatchObject([
      { from: on('2022-03-08'), until: on('2022-03-10') },
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

  it.each([
    ['Residents were evacuated from Arden to Brill on 9 March 2022.', null, ['2022-03-09', '2022-03-09']],
    ['The corridor from Arden to Brill was suspended on 9 March 2022.', null, ['2022-03-09', '2022-03-09']],
    [
      'The corridor from Arden to Brill was suspended from 7 March 2022 until 9 March 2022.',
      null,
      ['2022-03-07', '2022-03-09'],
    ],
    [
      'Open from 7 March 2022 until 9 March 2022, the corridor from Arden to Brill was suspended.',
      ['2022-03-07', '2022-03-09'],
      null,
    ],
    ['The army agreed on 7 March 2022 on a corridor from Arden to Brill.', null, null],
  ])('[R235] when something happened on a route is no window of it: “%s”', (text, window, happened) => {
    const ends = (when: When | null) => when && [when.from, when.to];
    const [state] = states(text);
    expect(state!.value.kind === 'route' && ends(state!.value.window)).toEqual(window);
    expect(ends(state!.happened)).toEqual(happened);
  });

  it.each([
    ['because of high water, the fire service said', 'high water'],
    ['due to heavy smoke, according to the county', 'heavy smoke'],
    ['due to shelling, adding that it would reopen', 'shelling'],
    ['because officials said the road was mined', 'officials said the road was mined'],
    ['because the road, officials said, was mined', 'the road, officials said, was mined'],
  ])('[R236] a reason ends where an attribution starts behind it: “%s”', (words, reason) => {
    const [state] = states(
      `The army said the corridor from Arden to Brill was suspended ${words}.`.replace(
        /^The army said the (?!.*adding)/,
        'The ',
      ),
    );
    expect(state!.value).toMatchObject({ state: 'suspended', reason });
  });

  it('[R236] and so does what somebody demands or refuses', () => {
    expect(
      only('Norway has rejected the evacuation routes, a spokesman for the president said.').map(
        (state) => 'what' in state && state.what,
      ),
    ).toContain('the evacuation routes');
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
