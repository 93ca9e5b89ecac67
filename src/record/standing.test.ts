import { describe, expect, test } from 'vitest';
import {
  floodCast,
  given,
  minute,
  people,
  publishing,
  routeIs,
  saidBy,
  statementOf,
} from '../../test/samples/flood.ts';
import type { FigureValue } from '../journal/subjects/figure.ts';
import type { RouteState } from '../journal/subjects/route.ts';
import type { Command, NewStatement } from './command.ts';
import { kindOf } from './kinds/kinds.ts';
import { get } from './record.ts';
import { standing } from './standing.ts';
import { statementsOn, successorOf } from './voices.ts';

/** How a subject stands right after statements, each published by itself. */
function after(...statements: (NewStatement | Command)[]) {
  const record = recordAfter(...statements);
  return standing(record, 'subject-1', record.last!.at);
}

/** All statements on a subject, newest first, after statements that were each published by itself. */
function historyAfter(...statements: (NewStatement | Command)[]) {
  const record = recordAfter(...statements);
  return [...statementsOn(record, get(record.subjects, 'subject-1'))].map(({ id }) => id);
}

function recordAfter(...statements: (NewStatement | Command)[]) {
  const commands = statements.map((one) => ('kind' in one ? one : publishing({ statements: [one] })));
  return given(floodCast, ...commands);
}

const mayor = (value: FigureValue, more: Partial<NewStatement> = {}) => saidBy('party-1', { value, ...more });
const firemen = (value: FigureValue, more: Partial<NewStatement> = {}) => saidBy('party-2', { value, ...more });
const withdraw = (statement: `statement-${number}`, seen: number): Command => ({
  kind: 'withdraw-statement',
  seen,
  statement,
  reason: 'It was misheard.',
});

describe('the standing of a subject', () => {
  test('[S1] is unknown where nobody states how things are', () => {
    expect(after()).toEqual({
      subject: 'subject-1',
      state: 'unknown',
      voices: [],
      facts: [],
      disputes: [],
      more: 0,
      turns: null,
    });
  });

  test('[S2] is stated by one, agreed by several, disputed where two differ', () => {
    expect(after(mayor(people(300))).state).toBe('stated');
    expect(after(mayor(people(300)), firemen(people(300))).state).toBe('agreed');
    expect(after(mayor(people(300)), firemen(people(280)))).toMatchObject({
      state: 'disputed',
      disputes: [['statement-1', 'statement-2']],
    });
  });

  test('[S3] counts the newest statement of each party, and keeps the older ones as history', () => {
    const said = [mayor(people(200)), firemen(people(300)), mayor(people(300))];
    const { state, voices } = after(...said);
    expect(state).toBe('agreed');
    expect(voices.map(({ id }) => id)).toEqual(['statement-2', 'statement-3']);
    expect(historyAfter(...said)).toEqual(['statement-3', 'statement-2', 'statement-1']);
  });

  test('[S3] parties with one surname stay two', () => {
    const parties = [
      { ref: 'new-1', name: 'Novák', sort: 'person', role: 'mayor' },
      { ref: 'new-2', name: 'Novák', sort: 'person', role: 'baker' },
    ] as const;
    const statements = [saidBy('new-1', { value: people(300) }), saidBy('new-2', { value: people(300) })];
    const { voices } = after(publishing({ parties: [...parties], statements }));
    expect(voices).toHaveLength(2);
  });

  test('[S4] leaves out what was withdrawn, so that what the party said before counts again', () => {
    const said = [mayor(people(280)), mayor(people(900)), withdraw('statement-2', 4)];
    const { state, voices } = after(...said);
    expect(state).toBe('stated');
    expect(voices.map(({ id }) => id)).toEqual(['statement-1']);
    expect(historyAfter(...said)).toEqual(['statement-2', 'statement-1']);
    expect(after(mayor(people(280)), withdraw('statement-1', 3)).state).toBe('unknown');
  });

  describe('[S60] a correction', () => {
    const correct = (statement: `statement-${number}`, seen: number, best: number): Command => ({
      kind: 'correct-statement',
      seen,
      statement,
      note: 'Misheard.',
      parties: [],
      subjects: [],
      right: mayor(people(best)),
    });

    test('stands where the wrong one stood, and replaces nothing that came later', () => {
      const late = [mayor(people(200)), mayor(people(300)), correct('statement-1', 4, 210)] as const;
      expect(after(...late).voices.map(({ id }) => id)).toEqual(['statement-2']);
      const back = after(...late, withdraw('statement-2', 5));
      expect(back.voices.map(({ id }) => id)).toEqual(['statement-3']);
      const newer = after(mayor(people(200)), correct('statement-1', 3, 210), mayor(people(300)));
      expect(newer.voices.map(({ id }) => id)).toEqual(['statement-3']);
    });

    test('of a correction leads from the first wrong one to the last right one', () => {
      const statements = [mayor(people(200)), mayor(people(300))];
      const commands = statements.map((one) => publishing({ statements: [one] }));
      const record = given(floodCast, ...commands, correct('statement-1', 4, 210), correct('statement-3', 5, 220));
      const next = (id: `statement-${number}`) => successorOf(record, get(record.statements, id))?.id ?? null;
      expect([1, 2, 3, 4].map((number) => next(`statement-${number}`))).toEqual([
        'statement-4',
        null,
        'statement-4',
        'statement-2',
      ]);
    });
  });

  test("[S5] counts the desk's own voice as one voice", () => {
    expect(after(statementOf({ value: people(280) }), mayor(people(300))).state).toBe('disputed');
    expect(after(statementOf({ value: people(280) }), statementOf({ value: people(300) })).state).toBe('stated');
    expect(after(statementOf({ value: people(300) }), mayor(people(300))).state).toBe('stated');
  });

  test.each(['echoes', 'repeats'] as const)(
    '[S28] [S31] does not count as agreeing what only %s another voice',
    (kind) => {
      const link = { links: [{ kind, statement: 'statement-1' as const }] };
      expect(after(mayor(people(300)), firemen(people(300), link)).state).toBe('stated');
      expect(after(mayor(people(300)), firemen(people(280), link)).state).toBe('disputed');
      expect(after(mayor(people(300)), firemen(people(300), link), mayor(people(320))).state).toBe('disputed');
      // The party that is echoed says it once more: still nobody else does.
      expect(after(mayor(people(300)), firemen(people(300), link), mayor(people(300))).state).toBe('stated');
    },
  );

  test('[S6] [S31] is disputed where a statement denies or disputes another by a link, whatever they say', () => {
    const link = (kind: 'denies' | 'disputes' | 'echoes') => ({ links: [{ kind, statement: 'statement-1' as const }] });
    expect(after(mayor(people(300)), firemen(people(300), link('denies'))).state).toBe('disputed');
    expect(after(mayor(people(300)), firemen(people(300), link('disputes'))).state).toBe('disputed');
    expect(after(mayor(people(300)), firemen(people(300), link('echoes'))).state).toBe('stated');
    expect(after(mayor(people(200)), firemen(people(300), link('denies')), mayor(people(300))).state).toBe('agreed');
    // What was denied is said once more, and still denied.
    expect(after(mayor(people(300)), firemen(people(300), link('denies')), mayor(people(300))).state).toBe('disputed');
  });

  test('[S7] a denial contradicts the values it agrees with, and supports none', () => {
    for (const mode of ['denies', 'disputes'] as const) {
      expect(after(firemen(people(300), { mode })).state).toBe('unknown');
      expect(after(mayor(people(300)), firemen(people(300), { mode })).state).toBe('disputed');
      expect(after(mayor(people(300)), firemen(people(900), { mode })).state).toBe('stated');
      expect(after(mayor(people(300), { mode }), firemen(people(300), { mode })).state).toBe('unknown');
      expect(after(mayor(people(300)), mayor(people(300), { mode })).state).toBe('unknown');
    }
  });

  test('[S8] a forecast, demand, offer, refusal or warning says nothing of how things are, and replaces nothing that does', () => {
    for (const mode of ['forecasts', 'demands', 'offers', 'refuses', 'warns'] as const) {
      expect(after(mayor(people(900), { mode })).state).toBe('unknown');
      expect(after(mayor(people(300)), firemen(people(900), { mode })).state).toBe('stated');
      const { state, voices } = after(mayor(people(300)), mayor(people(900), { mode }));
      expect(state).toBe('stated');
      expect(voices).toHaveLength(2);
    }
  });
});

describe('figures', () => {
  const stateOf = (one: FigureValue, other: FigureValue) => after(mayor(one), firemen(other)).state;
  const range = (bound: FigureValue['bound'], low: number | null, best: number | null, high: number | null) =>
    people(0, { bound, low, best, high });

  test('[S10] of different definitions are different measures: neither agreed nor disputed', () => {
    const others: Partial<FigureValue>[] = [
      { what: 'people in shelters' },
      { where: 'upper town' },
      { where: null },
      { period: 'since Sunday' },
      { cumulative: false },
      { cumulative: null },
      { unit: 'households' },
    ];
    for (const other of others) expect(stateOf(people(300), people(280, other))).toBe('different-measures');
    expect(stateOf(people(300), people(300, { what: ' People  WHO left' }))).toBe('agreed');
  });

  test('[S10] a party that gives two measures has two voices, and a newer one replaces its own measure only', () => {
    const shelters = { what: 'people in shelters' };
    const { voices, state } = after(mayor(people(300)), mayor(people(80, shelters)), mayor(people(320)));
    expect(voices.map(({ id }) => id)).toEqual(['statement-2', 'statement-3']);
    expect(state).toBe('different-measures');
  });

  test.each<[string, FigureValue, FigureValue, 'agreed' | 'disputed']>([
    ['exactly 300 and at least 300', range('exactly', null, 300, null), range('at-least', 300, 300, null), 'agreed'],
    ['exactly 299 and at least 300', range('exactly', null, 299, null), range('at-least', 300, 300, null), 'disputed'],
    [
      'exactly 300 and more than 300',
      range('exactly', null, 300, null),
      range('more-than', 300, null, null),
      'disputed',
    ],
    ['exactly 3.4 and more than 3', range('exactly', null, 3.4, null), range('more-than', 3, null, null), 'agreed'],
    ['exactly 0 and more than 0', range('exactly', null, 0, null), range('more-than', 0, null, null), 'disputed'],
    ['exactly 300 and at most 300', range('exactly', null, 300, null), range('at-most', null, null, 300), 'agreed'],
    [
      'exactly 300 and fewer than 300',
      range('exactly', null, 300, null),
      range('fewer-than', null, null, 300),
      'disputed',
    ],
    [
      'more than 300 and fewer than 300',
      range('more-than', 300, null, null),
      range('fewer-than', null, null, 300),
      'disputed',
    ],
    ['about 300 and exactly 340', range('about', null, 300, null), range('exactly', null, 340, null), 'agreed'],
    ['about 300 and exactly 360', range('about', null, 300, null), range('exactly', null, 360, null), 'disputed'],
    ['about 6.4 and exactly 6.44', range('about', null, 6.4, null), range('exactly', null, 6.44, null), 'agreed'],
    ['about 6.4 and exactly 6.6', range('about', null, 6.4, null), range('exactly', null, 6.6, null), 'disputed'],
    ['about 5,000 and about 5,300', range('about', null, 5000, null), range('about', null, 5300, null), 'agreed'],
    ['about 0 and exactly 1', range('about', null, 0, null), range('exactly', null, 1, null), 'disputed'],
    [
      'between 200 and 400, and exactly 300',
      range('between', 200, null, 400),
      range('exactly', null, 300, null),
      'agreed',
    ],
    [
      'between 200 and 400, and exactly 401',
      range('between', 200, null, 400),
      range('exactly', null, 401, null),
      'disputed',
    ],
    ['hundreds and 12,000', range('magnitude', 200, null, null), range('exactly', null, 12_000, null), 'agreed'],
    ['hundreds and 12', range('magnitude', 200, null, null), range('exactly', null, 12, null), 'disputed'],
  ])('[S11] differ where their ranges do not meet: %s', (_, one, other, state) => {
    expect(stateOf(one, other)).toBe(state);
  });

  test.each<[string, FigureValue, FigureValue, 'agreed' | 'disputed']>([
    ['about 90 to 110 and 105', range('about', 90, null, 110), range('exactly', null, 105, null), 'agreed'],
    ['5 to 9 and 8', range('exactly', 5, null, 9), range('exactly', null, 8, null), 'agreed'],
    ['at most 60, 50 at least, and 5', range('at-most', 50, null, 60), range('exactly', null, 5, null), 'disputed'],
    ['about 1.5 and 1.9', range('about', null, 1.5, null), range('exactly', null, 1.9, null), 'disputed'],
    ['about 1.5 and 1.54', range('about', null, 1.5, null), range('exactly', null, 1.54, null), 'agreed'],
    ['more than 3 and 3.4', range('more-than', 3, null, null), range('exactly', null, 3.4, null), 'agreed'],
  ])('[S11] start from the range that is given: %s', (_, one, other, state) => {
    expect(stateOf(one, other)).toBe(state);
  });

  test.each<[string, FigureValue]>([
    ['at-least', range('at-least', null, null, 5)],
    ['fewer-than', range('fewer-than', 3, null, null)],
    ['between', range('between', null, null, 7)],
  ])('[D25] %s without the end that it speaks of is refused', (_, value) => {
    expect(() => kindOf(value).check(value, 'UTC')).toThrow(expect.objectContaining({ code: 'figure-end-missing' }));
  });

  test('[D25] a range with nothing in it is refused', () => {
    const nothing = range('more-than', 5, null, 5);
    expect(() => kindOf(nothing).check(nothing, 'UTC')).toThrow(expect.objectContaining({ code: 'figure-reversed' }));
  });
});

describe('routes', () => {
  const route = (party: 'party-1' | 'party-2', state: RouteState) =>
    saidBy(party, { subject: 'subject-2', value: routeIs(state) });
  const after = (...statements: NewStatement[]) =>
    standing(given(floodCast, publishing({ statements })), 'subject-2', minute(9));

  test.each(['proposed', 'accepted', 'refused', 'outcome-unknown'] as const)(
    '[S13] a route of which parties say only “%s” is unknown, never open',
    (state) => {
      expect(after(route('party-1', state), route('party-2', 'accepted')).state).toBe('unknown');
    },
  );

  test.each<[RouteState, RouteState, string]>([
    ['under-way', 'succeeded', 'agreed'],
    ['disrupted', 'suspended', 'agreed'],
    ['failed', 'disrupted', 'agreed'],
    ['under-way', 'suspended', 'disputed'],
    ['succeeded', 'failed', 'disputed'],
    ['succeeded', 'refused', 'stated'],
    ['succeeded', 'outcome-unknown', 'stated'],
  ])('[S14] what parties say happened agrees or differs: %s and %s are %s', (one, other, state) => {
    expect(after(route('party-1', one), route('party-2', other)).state).toBe(state);
  });

  test('[S14] a party has a stand and an outcome, and each replaces its like only', () => {
    const record = recordAfter(
      route('party-1', 'accepted'),
      route('party-1', 'under-way'),
      route('party-1', 'refused'),
      route('party-1', 'suspended'),
    );
    const { voices } = standing(record, 'subject-2', record.last!.at);
    const said = voices.map(({ id }) => get(record.statements, id).value);
    expect(said.map((value) => value.kind === 'route' && value.state)).toEqual(['refused', 'suspended']);
  });
});
