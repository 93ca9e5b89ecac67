import { describe, expect, test } from 'vitest';
import type { Attribution, FoundPlace, FoundTime, Reading, Suggestion } from '../reading/reading.ts';
import { attributionWords, placeWords, regionNames, timeWords } from './mark-words.ts';
import { marksIn, startOf } from './marks.ts';
import { saidIn, suggestedIn } from './suggested.ts';

const text = `The road from Mill to Ford has been closed because of high water, Jane Smith, the mayor, said on Monday.

“At least 17 houses are under water,” she said.`;
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const mill: FoundPlace = {
  start: 14,
  end: 18,
  words: 'Mill',
  sort: 'place',
  name: 'Mill',
  kind: 'town',
  country: 'AT',
  region: '05',
  latitude: 47.8123,
  longitude: 13.0512,
  geonames: 1,
  sure: true,
  others: [],
};
const time = (more: Partial<FoundTime>): FoundTime => ({
  start: 0,
  end: 6,
  words: 'Monday',
  type: 'DATE',
  value: '2024-03-04',
  mod: null,
  from: '2024-03-04',
  to: '2024-03-04',
  zone: null,
  unanchored: false,
  ...more,
});

const said: Attribution = {
  source: [at('Jane Smith, the mayor,')],
  cue: [at('said')],
  content: [at('The road from Mill to Ford has been closed because of high water')],
  speech: 'indirect',
  speaker: { name: 'Jane Smith', role: 'the mayor', ...at('Jane Smith') },
  named: true,
  via: [],
};
const quoted: Suggestion = {
  number: 1,
  sort: 'quotation',
  excerpt: {
    exact: 'At least 17 houses are under water,',
    prefix: '',
    suffix: '',
    ...at('At least 17 houses are under water,'),
  },
  speaker: null,
  mode: 'says',
  channel: null,
  figure: null,
  also: [],
  reader: null,
  said: null,
  happened: null,
};
const reading: Reading = {
  text,
  trace: null,
  blocks: [],
  title: null,
  authors: [],
  outlet: null,
  published: null,
  publishedFrom: null,
  language: 'en',
  address: null,
  alerts: [],
  notes: [],
  holes: [
    { code: 'outlet-missing', message: 'Nobody said which outlet.', places: [] },
    { code: 'name-missing', message: 'A name is missing.', places: [at('she'), at('the mayor')] },
  ],
  proposed: null,
  repeats: [[at('high water'), at('under water')]],
  times: [time(at('Monday'))],
  suggestions: [quoted],
  places: [mill],
  states: [],
  attributions: [said],
};

describe('the marks of a report', () => {
  const marks = marksIn(reading);

  test('[E73] are all that reading finds, each with its kind, its place and what it was understood to be', () => {
    const found = marks.map(({ kind, name, spans: [first], told }) => [
      kind,
      name,
      text.slice(first?.start, first?.end),
      told[0],
    ]);
    expect(found).toEqual([
      ['place', 'place-1', 'Mill', 'Mill, Austria'],
      ['repeat', 'repeat-1', 'high water', 'printed 2 times in much the same words'],
      ['attribution', 'attribution-1', 'said', 'Jane Smith (“Jane Smith, the mayor,”), by “said”'],
      ['hole', 'hole-2', 'the mayor', 'A name is missing.'],
      ['time', 'time-1', 'Monday', '2024-03-04'],
      ['repeat', 'repeat-2', 'under water', 'printed 2 times in much the same words'],
      ['hole', 'hole-1', 'she', 'A name is missing.'],
    ]);
  });

  test('[E73] stand in the order of the text, so that the next one is the next to be read', () => {
    const starts = marks.map(startOf);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test('[E73] of who says something the name and the words of saying show; what is said only when it is looked at', () => {
    const first = marks.find(({ kind }) => kind === 'attribution');
    const shown = (parts: string[]) =>
      first?.spans.filter(({ part }) => parts.includes(part)).map(({ start, end }) => text.slice(start, end));
    expect(shown(['cue', 'source'])).toEqual(['said', 'Jane Smith']);
    expect(shown(['content'])?.[0]).toBe('Jane Smith, the mayor,');
  });
});

describe('what a report suggests', () => {
  test('[E74] states stand among quotations and figures, in the order of the text, each with a name of its own', () => {
    const withState = {
      ...reading,
      states: [
        {
          number: 1,
          excerpt: { exact: text.slice(0, 103), prefix: '', suffix: '', start: 0, end: 103 },
          cue: { words: 'has been closed', start: 27, end: 42 },
          speaker: null,
          mode: 'says' as const,
          channel: null,
          terms: { kind: 'route' as const, aim: null, from: 'Mill', through: [], to: 'Ford' },
          value: {
            kind: 'route' as const,
            state: 'suspended' as const,
            reason: 'high water',
            people: null,
            window: null,
          },
          happened: null,
        },
      ],
    };
    const [first, ...others] = suggestedIn(withState);
    expect(first).toMatchObject({ name: 'state-1', sort: 'state', figure: null });
    expect(others.map(({ name }) => name)).toEqual(['suggestion-1']);
    const mark = marksIn(withState).find(({ name }) => name === 'state-1');
    expect(mark?.told).toEqual(['route (Mill to Ford): suspended, high water', 'speaker not given says']);
  });
});

describe('what somebody says', () => {
  test('[E86] is taken as it stands between its first and last words, with who says it', () => {
    expect(saidIn(reading, 'attribution-1')).toMatchObject({
      name: 'attribution-1',
      excerpt: { exact: 'The road from Mill to Ford has been closed because of high water', start: 0 },
      speaker: { name: 'Jane Smith', role: 'the mayor' },
      mode: 'says',
    });
    const apart = { ...said, content: [at('The road'), at('high water')] };
    expect(saidIn({ ...reading, attributions: [apart] }, 'attribution-1')?.excerpt.exact).toBe(
      'The road from Mill to Ford has been closed because of high water',
    );
    const beyond = { ...said, content: [at('The road'), at('At least')] };
    expect(saidIn({ ...reading, attributions: [beyond] }, 'attribution-1')?.excerpt.exact).toBe('The road');
    const joined = {
      ...reading,
      text: 'He said that the road is closed.',
      attributions: [{ ...said, content: [{ start: 8, end: 31 }] }],
    };
    expect(saidIn(joined, 'attribution-1')?.excerpt).toMatchObject({ exact: 'the road is closed', start: 13 });
    const confirming = 'Officials confirmed it. They did not deny it.';
    const by = (start: number, end: number) => ({
      ...reading,
      text: confirming,
      attributions: [{ ...said, cue: [{ start, end }] }],
    });
    expect(saidIn(by(10, 19), 'attribution-1')?.mode).toBe('confirms');
    expect(saidIn(by(29, 41), 'attribution-1')?.mode).toBe('says');
    expect(saidIn(reading, 'attribution-2')).toBeNull();
    expect(saidIn(reading, 'time-1')).toBeNull();
  });
});

describe('what was understood', () => {
  test.each<[Partial<FoundTime>, string[]]>([
    [{}, ['2024-03-04', 'exact to the day']],
    [{ from: '2024-03', to: '2024-05' }, ['2024-03 to 2024-05', 'exact to the month']],
    [{ from: '2024', to: '2024', mod: 'START' }, ['2024', 'exact to the year', 'early in it']],
    [{ to: null }, ['from 2024-03-04, end open', 'exact to the day']],
    [{ from: null }, ['until 2024-03-04, beginning open', 'exact to the day']],
    [
      { type: 'TIME', from: '2024-03-04T14:05', to: '2024-03-04T14:05' },
      ['2024-03-04 14:05', 'exact to the minute', 'zone not stated'],
    ],
    [
      { type: 'TIME', from: '2024-03-04T14:05', to: '2024-03-04T14:05', zone: 'Europe/Vienna' },
      ['2024-03-04 14:05', 'exact to the minute', 'zone Europe/Vienna'],
    ],
    [{ from: null, to: null, value: 'XXXX-WXX-1' }, ['nobody can tell which day (XXXX-WXX-1)']],
    [
      { from: null, to: null, value: 'XXXX-WXX-1', unanchored: true },
      ['nobody can tell which day (XXXX-WXX-1)', 'the day of the report is not known'],
    ],
    [{ type: 'DURATION', from: null, to: null, value: 'P2Y', mod: 'UNHEARD_OF' }, ['how long (P2Y)', 'UNHEARD_OF']],
  ])('[E73] of a time: stretch, precision and zone, and nothing guessed: %j', (more, words) => {
    expect(timeWords(time(more))).toEqual(words);
  });

  test('[E73] of a place: name, region, country and coordinates, and what else it may be', () => {
    const region = { ...mill, name: 'Salzburg', kind: 'region' as const };
    const unsure = { ...mill, sure: false, others: [region, { ...mill, name: 'Mühl', country: null, region: null }] };
    expect(placeWords(unsure, regionNames([unsure]))).toEqual([
      'Mill, Salzburg, Austria',
      'town at 47.81, 13.05',
      'not sure: perhaps Salzburg, Austria; or Mühl',
    ]);
    const people = { ...mill, sort: 'people' as const, name: 'Austria', kind: 'country' as const, region: null };
    expect(placeWords(people, new Map())[0]).toBe('people or adjective of Austria');
    expect(placeWords({ ...mill, country: '??' }, new Map())[0]).toBe('Mill, ??');
    // Two of one name in one country are told apart, and not by a number.
    const [twin, texan] = [
      { ...mill, latitude: 48.2 },
      { ...mill, country: 'US', region: 'TX' },
    ];
    expect(placeWords({ ...mill, sure: false, others: [twin, texan] }, new Map()).at(-1)).toBe(
      'not sure: perhaps Mill, at 48.20, 13.05, Austria; or Mill, TX, United States',
    );
    expect(placeWords({ ...mill, regionName: 'Salzburg' }, new Map())[0]).toBe('Mill, Salzburg, Austria');
  });

  test('[E73] of who says something: who, by which words, what, and through whom', () => {
    const nobody: Attribution = {
      source: [],
      cue: [at('said')],
      content: [at('The road from Mill'), at('high water')],
      speech: 'indirect',
      speaker: null,
      named: false,
      via: [at('Jane Smith')],
    };
    expect(attributionWords(text, nobody)).toEqual([
      'nobody named, by “said”',
      'not in quotation marks: The road from Mill … high water',
      'through Jane Smith',
    ]);
  });

  test('[E73] words of any length come to a line', () => {
    const long = 'x '.repeat(5000);
    const whole = { start: 0, end: long.length };
    const wordy: Attribution = {
      source: [],
      cue: [],
      content: [whole],
      speech: 'indirect',
      speaker: null,
      named: false,
      via: [],
    };
    expect(Math.max(...attributionWords(long, wordy).map(({ length }) => length))).toBeLessThan(250);
  });
});
