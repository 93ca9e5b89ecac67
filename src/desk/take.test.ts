import { describe, expect, test } from 'vitest';
import {
  floodCast,
  floodReport,
  floodReportText,
  floodSentences,
  given,
  minute,
  paragraph,
} from '../../test/samples/flood.ts';
import type { SuggestedState } from '../reading/reading.ts';
import type { RouteTerms, RouteValue } from '../journal/subjects/route.ts';
import type { SubjectTerms } from '../journal/subjects/subject.ts';
import { excerptAt } from '../terms/excerpt.ts';
import { deskView } from '../views/desk-view.ts';
import { commandOf } from './command-of.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { partyOptions } from './party-options.ts';
import type { KeptReport } from './report.ts';
import type { Suggested } from './suggested.ts';
import { quotationOf, takenFrom, takeStatement } from './take.ts';
import { noTime } from './when-draft.ts';

const view = deskView(given(floodCast), minute(9));
const draft: Draft = { ...emptyDraft('d', 'river-flood'), body: paragraph('The river rises on.') };
const text = floodReport.words;
const report: KeptReport = {
  text: floodReportText,
  origin: null,
  fileName: null,
  takenIn: '2024-09-15T06:00:00.000Z',
  takenInBy: 'Marta',
  line: floodReport.title ?? '',
  near: [],
  reading: {
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
    holes: [],
    proposed: null,
    repeats: [],
    times: [],
    suggestions: [],
    places: [],
    states: [],
    attributions: [],
  },
};
const start = text.indexOf(floodSentences[1]);
const excerpt = excerptAt(text, start, start + floodSentences[1].length);
const suggestion: Suggested = {
  name: 'suggestion-1',
  sort: 'figure',
  excerpt,
  speaker: { name: 'Jana Havlová', role: 'Mayor', start, end: start + 18 },
  mode: 'says',
  channel: null,
  figure: {
    words: 'at least 300',
    bound: 'at-least',
    low: 300,
    best: null,
    high: null,
    unit: null,
    what: 'people',
    start: start + 24,
    end: start + 36,
    where: null,
    period: null,
  },
  state: null,
  reader: null,
  said: null,
  happened: null,
};
const taken = (given: Draft, one: Suggested | null, on = view) => {
  const { change } = takeStatement(given, on, report, excerpt, one);
  return { ...given, ...change };
};
const by = (name: string, role: string | null = null): Suggested => ({
  ...suggestion,
  speaker: { name, role, start: 0, end: 1 },
});

describe('taking a statement', () => {
  test('fills in what the suggestion says, and leaves the subject to the editor', () => {
    expect(taken(draft, suggestion).statements).toMatchObject([
      {
        id: 's1',
        report: { text: floodReportText, title: 'River still rising' },
        excerpt,
        party: 'party-1',
        as: 'Jana Havlová',
        role: 'Mayor',
        subject: null,
        values: {
          figure: { words: 'at least 300', bound: 'at-least', low: '300', best: '', high: '', what: 'people' },
          route: {},
        },
      },
    ]);
  });

  test('[E69] a suggestion is known as taken for as long as its statement is in the post, and selected words never are', () => {
    const once = taken(draft, suggestion);
    expect(takenFrom(once, report, suggestion)?.id).toBe('s1');
    expect(takenFrom(once, report, { ...suggestion, name: 'suggestion-2' })).toBeUndefined();
    expect(takenFrom(once, { ...report, text: 'f'.repeat(64) }, suggestion)).toBeUndefined();
    expect(takenFrom({ ...once, statements: [] }, report, suggestion)).toBeUndefined();
    expect(takenFrom(taken(draft, null), report, suggestion)).toBeUndefined();
  });

  test('[E11] invents nothing for words that were selected by hand', () => {
    expect(taken(draft, null).statements).toMatchObject([
      {
        excerpt,
        party: null,
        as: '',
        role: '',
        channel: '',
        mode: 'says',
        subject: null,
        values: { figure: {}, route: {} },
        via: [],
      },
    ]);
  });

  test('leaves what is written alone', () => {
    expect(taken(draft, suggestion).body).toBe(draft.body);
  });
});

describe('the party of a speaker', () => {
  test('[E12] a leading article and the case of letters do not tell names apart', () => {
    const known = view.parties.find(({ id }) => id === 'party-1')!;
    const taken = takeStatement(draft, view, report, excerpt, {
      ...suggestion,
      speaker: { ...suggestion.speaker!, name: `The ${known.name.toUpperCase()}` },
    });
    expect(taken.change.statements!.at(-1)?.party).toBe(known.id);
    expect(taken.change.parties).toEqual([]);
  });

  test('[E12] is new where nobody has exactly the printed name; whether it is a person is not guessed', () => {
    const after = taken(draft, by('Havlová', 'Mayor'));
    expect(after.parties).toEqual([{ ref: 'new-1', name: 'Havlová', sort: null, role: 'Mayor' }]);
    expect(after.statements[0]).toMatchObject({ party: 'new-1' });
  });

  test('[E12] is the same for one new name in one post, and another for another', () => {
    const after = taken(taken(taken(draft, by('Karel Novák', 'general')), by('Karel Novák')), by('Novák'));
    expect(after.parties.map(({ name }) => name)).toEqual(['Karel Novák', 'Novák']);
    expect(after.statements.map(({ party }) => party)).toEqual(['new-1', 'new-1', 'new-2']);
  });

  test('[E12] is left to the editor where two have that name', () => {
    const twins = view.parties
      .filter(({ name }) => name === 'Jana Havlová')
      .map((party) => ({ ...party, id: 'party-9' as const, role: 'nurse' }));
    const both = { ...view, parties: [...view.parties, ...twins] };
    expect(taken(draft, suggestion, both).statements[0]).toMatchObject({ party: null, as: 'Jana Havlová' });
    expect(partyOptions(both.parties, [{ ref: 'new-1', name: '', sort: null, role: '' }])).toMatchObject({
      'party-1': 'Jana Havlová, mayor, party-1',
      'party-2': 'Fire service, no role recorded',
      'party-9': 'Jana Havlová, nurse, party-9',
      'new-1': 'no name yet, no role recorded, new',
    });
  });
});

describe('taking a state', () => {
  const route: SuggestedState = {
    number: 4,
    excerpt,
    cue: { words: 'has closed', start, end: start + 10 },
    speaker: null,
    mode: 'announces',
    channel: null,
    terms: { kind: 'route', aim: 'people-out', from: 'Mill', through: ['Ford'], to: 'Upper town' },
    value: {
      kind: 'route',
      state: 'suspended',
      reason: 'high water',
      people: null,
      window: { from: '2024-09-15', to: null, zone: null, words: 'from Sunday on' },
    },
    happened: null,
  };
  const state = (more: Partial<SuggestedState> = {}): Suggested => ({
    ...suggestion,
    name: 'state-4',
    sort: 'state',
    figure: null,
    mode: 'announces',
    state: { ...route, ...more },
  });
  const site = (place: string, what: string | null) =>
    state({
      terms: { kind: 'site', place, what },
      value: { kind: 'site', aspect: 'damage', degree: 'lost', words: 'destroyed' },
    });
  const made = (given: Draft, on = view) => {
    const command = commandOf({ ...given, parties: given.parties.map((one) => ({ ...one, sort: 'body' })) }, on);
    return command.ok && command.command.kind === 'publish' ? command.command : null;
  };

  test('[E75] opens its subject with the terms found, and fills the form of its kind with the value found', () => {
    const after = taken(draft, state());
    const { subjects, statements } = made(after)!;
    expect(subjects).toMatchObject([{ name: 'Mill to Upper town', terms: route.terms }]);
    expect(statements).toMatchObject([
      {
        subject: 'new-1',
        by: { party: 'party-1', as: 'Jana Havlová' },
        mode: 'announces',
        value: route.value,
        excerpt,
      },
    ]);
  });

  test('[E75] two states of one subject in one post open it once', () => {
    const twice = taken(taken(draft, state()), state({ value: { ...route.value, state: 'failed' } as RouteValue }));
    expect(twice.subjects).toHaveLength(1);
    expect(twice.statements.map(({ subject }) => subject)).toEqual(['new-1', 'new-1']);
    const position = state({
      terms: { kind: 'position' },
      value: { kind: 'position', stand: 'demands', what: 'a road', condition: null },
    });
    // Positions have no terms that tell one issue from another.
    expect(taken(taken(draft, position), position).subjects).toHaveLength(2);
  });

  test('[E76] a way or a place that is on record is not opened again; a truce or a meeting is, for there may be another', () => {
    const terms: SubjectTerms[] = [
      { kind: 'route', aim: null, from: 'the Mill', through: ['ford'], to: 'upper town' },
      { kind: 'site', place: 'Mill', what: 'bridge' },
      { kind: 'truce', places: ['Mill'] },
    ];
    const like = view.subjects.find(({ id }) => id === 'subject-1')!;
    const subjects = terms.map((terms, i) => ({ ...like, id: `subject-${i + 50}` as const, terms }));
    const on = { ...view, subjects: [...view.subjects, ...subjects] };
    const about = (one: Suggested) => taken(draft, one, on).statements[0]?.subject;
    expect(about(state())).toBe('subject-50');
    const by = (through: string[]) => state({ terms: { ...(route.terms as RouteTerms), through } });
    expect([about(by([])), about(by(['Bridge']))]).toEqual(['subject-50', 'new-1']);
    expect(about(site('mill', 'bridge'))).toBe('subject-51');
    expect(about(site('Mill', null))).toBe('new-1');
    const truce = state({
      terms: { kind: 'truce', places: ['Mill'] },
      value: { kind: 'truce', state: 'agreed', from: null, until: null, reason: null },
    });
    expect(about(truce)).toBe('new-1');
  });

  test('[E77] when it was said and when it happened are taken over where the report prints them', () => {
    const monday = { from: '2024-09-16', to: '2024-09-16', zone: null, words: 'on Monday' };
    const after = taken(draft, { ...suggestion, said: monday });
    expect(after.statements).toMatchObject([{ said: { from: '2024-09-16', words: 'on Monday' }, happened: noTime }]);
  });
});

describe('quoting', () => {
  test('puts the exact words with who said them into the text', () => {
    const words = excerptAt('She said: we\n\nwait.', 10, 19);
    expect(quotationOf(words, by('Jana Havlová', 'mayor'), 'en')).toEqual({
      kind: 'quotation',
      runs: [{ text: '“we wait.” — Jana Havlová, mayor' }],
      language: 'en',
    });
  });

  test('[E11] shows the hole where nobody is named', () => {
    expect(quotationOf(excerpt, null, null).kind).toBe('quotation');
    expect(JSON.stringify(quotationOf(excerpt, null, null))).toContain('speaker not given');
  });

  test('[E101] a figure fills in where it holds and over which period, where its sentence says so, and nothing else', () => {
    const printed = (words: string) => ({ words, start, end: start + words.length });
    const placed = { ...suggestion.figure!, where: printed('Weir Lane'), period: printed('since Monday') };
    const filled = (figure: Suggested['figure']) =>
      takeStatement(emptyDraft('d', 'river-flood'), view, report, excerpt, {
        ...suggestion,
        figure,
      }).change.statements!.at(-1)!.values.figure;
    expect(filled(placed)).toMatchObject({ where: 'Weir Lane', period: 'since Monday' });
    expect(filled(suggestion.figure)).toMatchObject({ where: '', period: '' });
    // One that an older server read.
    const { where: _, period: __, ...older } = suggestion.figure!;
    expect(filled(older as Suggested['figure'])).toMatchObject({ where: '', period: '' });
  });
});
