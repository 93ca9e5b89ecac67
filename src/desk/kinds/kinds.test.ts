import { describe, expect, test } from 'vitest';
import { SubjectTerms, Value, type SubjectKind } from '../../journal/subjects/subject.ts';
import type { Fields } from '../statement-draft.ts';
import type { Suggested } from '../suggested.ts';
import { kindNamed, kindNames, valueLine } from './kinds.ts';

const day = (from: string) => ({ from, to: from, zone: null, words: null });
const span = { from: '2024-09-15T09:00', to: '2024-09-15T21:00', zone: 'Europe/Prague', words: 'from nine to nine' };
const open = { from: '2024-09', to: null, zone: null, words: null };

/** Values of each kind: full ones, and those of which next to nothing is known. */
const values: Value[] = [
  {
    kind: 'figure',
    what: 'people',
    where: 'lower town',
    period: 'since Monday',
    cumulative: false,
    unit: 'persons',
    bound: 'between',
    low: 0,
    best: null,
    high: 300.5,
    words: 'up to 300.5',
  },
  {
    kind: 'figure',
    what: 'people',
    where: null,
    period: null,
    cumulative: null,
    unit: null,
    bound: 'exactly',
    low: null,
    best: 7,
    high: null,
    words: 'seven',
  },
  { kind: 'route', state: 'proposed', reason: 'high water', people: 'some 200', window: span },
  { kind: 'route', state: 'outcome-unknown', reason: null, people: null, window: null },
  { kind: 'truce', state: 'agreed', from: day('2024-09-15'), until: open, reason: 'the feast' },
  { kind: 'truce', state: 'broken', from: null, until: null, reason: null },
  { kind: 'meeting', state: 'planned', when: span, outcome: 'none yet' },
  { kind: 'meeting', state: 'cancelled', when: null, outcome: null },
  { kind: 'position', stand: 'accepts-if', what: 'the dyke is opened', condition: 'the lower town is empty' },
  { kind: 'position', stand: 'refuses', what: 'to leave', condition: null },
  { kind: 'site', aspect: 'power', degree: 'impaired', words: 'two hours a day' },
  { kind: 'site', aspect: 'radiation-safety', degree: null, words: 'being looked at' },
  {
    kind: 'appeal',
    charity: 'River Aid',
    charityNumber: '1000000',
    from: day('2024-09'),
    until: day('2024-10-31'),
    ways: [
      { country: 'Austria', means: 'online', address: 'https://example.org/give' },
      { country: null, means: 'cheque', address: null },
    ],
  },
  { kind: 'appeal', charity: null, charityNumber: null, from: null, until: null, ways: [] },
];

describe('a value', () => {
  test.each(values)('[E20] of the record comes back from its form as it was: $kind', (value) => {
    const kind = kindNamed(value.kind);
    expect(kind.value(kind.fieldsOf(value))).toEqual(value);
    expect(kind.missing(kind.fieldsOf(value))).toEqual([]);
    expect(valueLine(value)).not.toBe('');
  });

  test('has a form in every kind', () => {
    expect(new Set(values.map(({ kind }) => kind))).toEqual(new Set(kindNames));
  });

  test.each<[SubjectKind, Fields, Fields]>([
    ['route', { state: 'refused' }, { reason: '', people: ' ' }],
    ['truce', { state: 'announced' }, {}],
    ['meeting', { state: 'held' }, {}],
    ['position', { stand: 'demands', what: 'a road' }, {}],
    ['site', { aspect: 'water', words: 'none since Sunday' }, {}],
    ['appeal', {}, {}],
  ])('[E11] of a %s says nothing that was left empty', (kind, needed, left) => {
    const value = kindNamed(kind).value({ ...needed, ...left });
    expect(Value.parse(value)).toEqual(value);
    const said = Object.entries(value).filter(
      ([name, what]) => !(name in needed) && name !== 'kind' && name !== 'ways' && what !== null,
    );
    expect(said).toEqual([]);
  });

  test.each<[SubjectKind, Fields, string[]]>([
    [
      'figure',
      { what: 'houses', bound: 'between', words: '17 to 18', low: '18', high: '17' },
      ['its numbers from low to high'],
    ],
    ['route', {}, ['what is said of the route']],
    ['truce', {}, ['what is said of the truce']],
    ['meeting', {}, ['what is said of the meeting']],
    ['position', {}, ['where the party stands', 'what its position is about']],
    ['position', { stand: 'accepts-if', what: 'a road' }, ['the condition']],
    ['site', {}, ['what of the place is spoken of', 'the words for its condition']],
    ['appeal', {}, []],
    ['appeal', { ways: '1' }, ['by what means one gives']],
  ])('[E3] of a %s says what it still lacks', (kind, fields, lacks) => {
    expect(kindNamed(kind).missing(fields)).toEqual(lacks);
  });
});

describe('a time in a value', () => {
  test.each<[SubjectKind, string, Fields]>([
    ['route', 'window', { state: 'proposed' }],
    ['truce', 'from', { state: 'announced' }],
    ['truce', 'until', { state: 'announced' }],
    ['meeting', 'when', { state: 'planned' }],
    ['appeal', 'from', {}],
    ['appeal', 'until', {}],
  ])('[E19] of a %s is typed or unknown: %s', (of, name, needed) => {
    const kind = kindNamed(of);
    const when = (fields: Fields) => (kind.value({ ...needed, ...fields }) as unknown as Record<string, unknown>)[name];
    expect(when({})).toBeNull();
    expect(when({ [`${name}.from`]: '2024-09-15' })).toEqual(day('2024-09-15'));
    expect(kind.missing({ ...needed, [`${name}.from`]: 'Sunday' })).toHaveLength(1);
    // Words alone name no date: none is made of them.
    expect(kind.missing({ ...needed, [`${name}.words`]: 'tomorrow' })).toHaveLength(1);
  });
});

describe('a new subject', () => {
  test.each<[SubjectKind, Fields, object]>([
    ['figure', {}, {}],
    ['route', { from: 'lower town', through: 'Mill; Ford\nBridge' }, { through: ['Mill', 'Ford', 'Bridge'], to: null }],
    ['truce', { places: 'Mill, Ford,' }, { places: ['Mill', 'Ford'] }],
    ['meeting', { who: 'the mayor, the army', level: ' ' }, { who: ['the mayor', 'the army'], level: null }],
    ['position', {}, {}],
    ['site', { place: ' Mill ' }, { place: 'Mill', what: null }],
    ['appeal', { beneficiary: 'the lower town' }, { beneficiary: 'the lower town' }],
  ])('[E3] of a %s has the terms that were typed', (kind, fields, terms) => {
    const read = kindNamed(kind).terms(fields);
    expect(kindNamed(kind).missingTerms(fields)).toEqual([]);
    expect(SubjectTerms.parse(read)).toEqual(read);
    expect(read).toMatchObject({ kind, ...terms });
  });

  test.each<SubjectTerms>([
    { kind: 'figure' },
    { kind: 'route', aim: 'people-out', from: 'lower town', through: ['Mill', 'Ford'], to: 'upper town' },
    { kind: 'route', aim: null, from: null, through: [], to: null },
    { kind: 'truce', places: ['Mill', 'Ford'] },
    { kind: 'meeting', who: ['the mayor', 'the army'], level: 'ministers', mediator: 'the abbot', where: 'Ford' },
    { kind: 'meeting', who: ['the mayor'], level: null, mediator: null, where: null },
    { kind: 'position' },
    { kind: 'site', place: 'Mill', what: 'bridge' },
    { kind: 'appeal', beneficiary: 'the lower town' },
  ])('[E75] has a form that holds given terms, and says them again: $kind', (terms) => {
    const kind = kindNamed(terms.kind);
    expect(kind.terms(kind.fieldsOfTerms(terms))).toEqual(terms);
  });

  test.each<[SubjectKind, string]>([
    ['truce', 'the places of the truce'],
    ['meeting', 'who meets'],
    ['site', 'the place'],
    ['appeal', 'for whom it asks'],
  ])('[E3] of a %s says that it lacks %s', (kind, lacks) => {
    expect(kindNamed(kind).missingTerms({})).toEqual([lacks]);
  });
});

describe('a suggestion', () => {
  const suggestion: Suggested = {
    name: 'suggestion-1',
    sort: 'quotation',
    excerpt: { exact: 'We want a road,\nand we want it now', prefix: '', suffix: '', start: 0, end: 34 },
    speaker: null,
    mode: 'demands',
    channel: null,
    figure: null,
    state: null,
    reader: null,
    said: null,
    happened: null,
  };
  const filled = (given: Suggested) =>
    Object.fromEntries(
      kindNames.map((name) => [name, Object.values(kindNamed(name).filled(given)).filter((text) => text !== '')]),
    );

  test('[E11] fills in the speaker’s own words and the verb that is printed, and no more', () => {
    const words = 'We want a road, and we want it now';
    const nothing = { figure: [], route: [], truce: [], meeting: [], appeal: [] };
    expect(filled(suggestion)).toEqual({ ...nothing, position: ['demands', words], site: [words] });
    expect(filled({ ...suggestion, mode: 'says' })).toMatchObject({ position: [words] });
  });

  test('[E11] never fills in the outlet’s words around a number, nor half of what was said', () => {
    const nothing = { position: [], site: [] };
    expect(filled({ ...suggestion, sort: 'figure', mode: 'reports' })).toMatchObject(nothing);
    const exact = 'long '.repeat(100);
    expect(filled({ ...suggestion, mode: 'says', excerpt: { ...suggestion.excerpt, exact } })).toMatchObject(nothing);
  });
});
