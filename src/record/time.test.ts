import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { given, minute, publishing, routeIs, saidBy, statementOf } from '../../test/samples/flood.ts';
import {
  appealIs,
  castOfEachKind,
  kindNames,
  meetingIs,
  positionIs,
  siteIs,
  someValues,
  someWhens,
  subjectOf,
  truceIs,
  when,
} from '../../test/samples/values.ts';
import { Mode } from '../journal/statement.ts';
import type { SubjectKind, Value } from '../journal/subjects/subject.ts';
import type { Moment } from '../terms/when.ts';
import type { Command, NewStatement } from './command.ts';
import type { StoryRecord } from './record.ts';
import { standing, type Standing } from './standing.ts';

/** The record after statements and commands, a minute apart from 15 September 2024, 6:02 UTC on. */
const recordOf = (...all: (NewStatement | Command)[]) =>
  given(castOfEachKind, ...all.map((one) => ('kind' in one ? one : publishing({ statements: [one] }))));

const by = (party: 1 | 2 | 3, value: Value, more: Partial<NewStatement> = {}) =>
  saidBy(`party-${party}`, { subject: subjectOf(value.kind), value, ...more });

/** How a kind's subject stands at a moment. */
const at = (moment: Moment, kind: SubjectKind, ...all: (NewStatement | Command)[]) =>
  standing(recordOf(...all), subjectOf(kind), moment);

const outdated = ({ voices }: Standing) => voices.map((voice) => voice.outdated);

const before = (moment: Moment) =>
  Temporal.Instant.from(moment).subtract({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' });

describe('a truce', () => {
  const night = '2024-09-15T22:00:00.000Z';

  test('[S19] given one announced without an end, when its day in the story’s zone is over, then it is unknown', () => {
    const announced = by(1, truceIs('announced'));
    expect(at(before(night), 'truce', announced)).toMatchObject({ state: 'stated', turns: night });
    expect(at(night, 'truce', announced)).toMatchObject({ state: 'unknown', facts: [], turns: null });
    expect(outdated(at(night, 'truce', announced))).toEqual(['lapsed']);
  });

  test('[S19] given one with an end, when that has come, then it is expired', () => {
    const until = when('2024-09-15T18:00');
    const announced = by(1, truceIs('announced', { until }));
    const six = '2024-09-15T16:01:00.000Z';
    expect(at(before(six), 'truce', announced)).toMatchObject({ state: 'stated', turns: six });
    expect(at(six, 'truce', announced)).toMatchObject({ state: 'expired', turns: null });
  });

  test('[S19] given one that one side calls held and the other broken, then it is disputed until the first lapses', () => {
    const all = [by(1, truceIs('holding')), by(2, truceIs('broken'))];
    expect(at(before(night), 'truce', ...all).state).toBe('disputed');
    // That it was broken stays said.
    expect(at(night, 'truce', ...all)).toMatchObject({ state: 'stated', disputes: [] });
  });

  test('[S19] given one of which somebody says again that it holds, then it holds for that day', () => {
    const again = by(1, truceIs('holding'), { said: when('2024-09-16') });
    expect(at('2024-09-16T12:00:00.000Z', 'truce', by(1, truceIs('holding')), again).state).toBe('stated');
  });
});

describe('a meeting', () => {
  const tomorrow = when('2024-09-16T10:00', '2024-09-16T12:00');
  const over = '2024-09-16T10:01:00.000Z';

  test('[S20] given one planned for tomorrow, then it is stated until it is over, and overdue from then on', () => {
    const planned = by(1, meetingIs('planned', { when: tomorrow }));
    for (const moment of ['2024-09-15T09:00:00.000Z', '2024-09-16T09:00:00.000Z', before(over)]) {
      expect(at(moment, 'meeting', planned)).toMatchObject({ state: 'stated', turns: over });
    }
    expect(at(over, 'meeting', planned)).toMatchObject({ state: 'overdue', turns: null });
    expect(outdated(at(over, 'meeting', planned))).toEqual(['overdue']);
  });

  test.each(['held', 'cancelled', 'postponed'] as const)(
    '[S20] given one that anybody calls %s, it is not overdue',
    (state) => {
      const planned = by(1, meetingIs('planned', { when: tomorrow }));
      expect(at(over, 'meeting', planned, by(2, meetingIs(state))).state).toBe('stated');
    },
  );

  test('[S17] given one that is only demanded or denied, then nothing is overdue', () => {
    const value = meetingIs('planned', { when: tomorrow });
    for (const mode of ['demands', 'forecasts', 'denies'] as const) {
      expect(at(over, 'meeting', by(1, value, { mode })).state).toBe('unknown');
    }
  });

  test('[S17] overdue goes before expired', () => {
    const planned = by(1, meetingIs('planned', { when: tomorrow }));
    expect(at(over, 'meeting', planned, by(2, meetingIs('under-way', { when: tomorrow }))).state).toBe('overdue');
  });
});

describe('other kinds', () => {
  test('[S24] given a route with a window, when that has closed, then it is expired unless somebody states an outcome', () => {
    const window = when('2024-09-15T09:00', '2024-09-15T21:00');
    const closed = '2024-09-15T19:01:00.000Z';
    const proposed = by(1, routeIs('proposed', { window }));
    expect(at(before(closed), 'route', proposed)).toMatchObject({ state: 'unknown', turns: closed });
    expect(at(closed, 'route', proposed).state).toBe('expired');
    const goes = by(2, routeIs('under-way', { window }));
    expect(at(before(closed), 'route', proposed, goes).state).toBe('stated');
    expect(at(closed, 'route', proposed, goes).state).toBe('expired');
    expect(at(closed, 'route', proposed, goes, by(2, routeIs('succeeded'))).state).toBe('stated');
  });

  test('[S21] given positions, then they stand side by side, whatever they are and however they are put', () => {
    const one = by(1, positionIs('demands', 'a new dyke'), { mode: 'demands' });
    const other = by(2, positionIs('refuses', 'a new dyke'), { mode: 'refuses' });
    expect(at(minute(9), 'position', one)).toMatchObject({ state: 'stated', disputes: [] });
    expect(at(minute(9), 'position', one, other)).toMatchObject({ state: 'side-by-side', disputes: [], turns: null });
  });

  test('[S22] given a site, then its aspects stand apart and degrees of one aspect are disputed', () => {
    const power = by(1, siteIs('power', 'lost'));
    expect(at(minute(9), 'site', power, by(2, siteIs('radiation-safety', 'fine'))).state).toBe('different-measures');
    expect(at(minute(9), 'site', power, by(2, siteIs('power', 'impaired'))).state).toBe('disputed');
    expect(at(minute(9), 'site', power, by(2, siteIs('power', 'lost'))).state).toBe('agreed');
    expect(at(minute(9), 'site', power, by(1, siteIs('water', 'lost'))).voices).toHaveLength(2);
  });

  test('[S23] given an appeal, when its last day is over, then it is expired', () => {
    const asked = by(1, appealIs('1234', { until: when('2024-09-30') }));
    expect(at('2024-09-30T21:59:59.999Z', 'appeal', asked).state).toBe('stated');
    expect(at('2024-09-30T22:00:00.000Z', 'appeal', asked).state).toBe('expired');
    expect(at(minute(9), 'appeal', asked, by(2, appealIs('5678'))).state).toBe('disputed');
  });

  test('[S16] what lasts until the last year of the calendar does not end', () => {
    const asked = by(1, appealIs('1234', { until: when('9999', '9999', 'America/Winnipeg') }));
    expect(at(minute(9), 'appeal', asked)).toMatchObject({ state: 'stated', turns: null });
  });

  test('[S16] given what time has outdated, when its party says it again, then it stands again', () => {
    const late = '2024-09-20T12:00:00.000Z';
    const old = by(1, truceIs('announced'), { said: when('2024-09-15') });
    const again = by(1, truceIs('announced'), { said: when('2024-09-20') });
    expect(at(late, 'truce', old).state).toBe('unknown');
    expect(at(late, 'truce', old, again)).toMatchObject({ state: 'stated' });
  });
});

/** Statements of the desk and three parties on one kind of subject, with times. */
const allSaid = (kind: SubjectKind) =>
  fc.array(
    fc.record({
      party: fc.nat(3),
      value: someValues[kind] as fc.Arbitrary<Value>,
      mode: fc.constantFrom('says', 'says', 'announces', 'denies', 'forecasts', ...Mode.options),
      said: fc.option(someWhens),
    }),
    { maxLength: 7 },
  );

type Said = NonNullable<ReturnType<typeof allSaid> extends fc.Arbitrary<(infer One)[]> ? One : never>;

const statementFor = ({ party, value, mode, said }: Said): NewStatement =>
  party === 0
    ? statementOf({ subject: subjectOf(value.kind), value, mode, said })
    : by(party as 1 | 2 | 3, value, { mode, said });

/** Moments from before the coverage until long after every time that a value names. */
const moments = fc.integer({ min: -3 * 24 * 60, max: 30 * 24 * 60 }).map((minutes) => minute(minutes));

/** All that time can change of how a subject stands. */
const changeable = ({ state, voices, facts, disputes, more, turns }: Standing) =>
  JSON.stringify([state, voices.map((voice) => voice.outdated), facts, disputes, more, turns]);

describe.each(kindNames)('any statements on a %s', (kind) => {
  test('[S9] the order in which those of different parties arrive does not matter, at any moment', () => {
    fc.assert(
      fc.property(allSaid(kind), fc.array(fc.nat(1000)), moments, (all, turns, moment) => {
        const statements = all.map(statementFor);
        const [one, other] = [statements, interleaved(statements, turns)].map((order) => {
          const record = recordOf(...order);
          return told(record, standing(record, subjectOf(kind), moment));
        });
        expect(other).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  test('[S18] nothing changes before the moment at which it turns, and then something does', () => {
    fc.assert(
      fc.property(allSaid(kind), moments, (all, moment) => {
        const record = recordOf(...all.map(statementFor));
        const stands = (moment: Moment) => standing(record, subjectOf(kind), moment);
        let now = stands(moment);
        // As many turns as there can be, each at its moment.
        for (let turn = 0; now.turns !== null; turn++) {
          expect(turn).toBeLessThan(all.length);
          expect(changeable(stands(before(now.turns)))).toBe(changeable(now));
          const then = stands(now.turns);
          expect(changeable(then)).not.toBe(changeable(now));
          expect(then.turns === null || then.turns > now.turns).toBe(true);
          now = then;
        }
        expect(changeable(stands('9999-12-31T23:59:59.999Z'))).toBe(changeable(now));
      }),
      { numRuns: 60 },
    );
  });
});

/** The same statements in another order that leaves the statements of each party in theirs. */
function interleaved(statements: NewStatement[], turns: number[]): NewStatement[] {
  const queues = Object.values(Object.groupBy(statements, ({ by }) => by?.party ?? 'desk')).map((queue) => [...queue!]);
  const order: NewStatement[] = [];
  for (let turn = 0; order.length < statements.length; turn++) {
    const waiting = queues.filter((queue) => queue.length > 0);
    order.push(waiting[(turns[turn] ?? 0) % waiting.length]!.shift()!);
  }
  return order;
}

/** How a subject stands, with what statements say in place of their names, which follow the order of arrival. */
function told(record: StoryRecord, { state, voices, facts, disputes, more, turns }: Standing) {
  const says = ({ by, mode, value, said }: Pick<NewStatement, 'by' | 'mode' | 'value' | 'said'>) =>
    JSON.stringify([by, mode, value, said]);
  const saying = new Map([...record.statements].map((statement) => [statement.id, says(statement)]));
  return {
    state,
    voices: voices.map(({ id, outdated }) => `${saying.get(id)} ${outdated}`).toSorted(),
    facts: facts.map((id) => saying.get(id)!).toSorted(),
    disputes: disputes
      .map((pair) =>
        pair
          .map((id) => saying.get(id)!)
          .toSorted()
          .join(),
      )
      .toSorted(),
    more,
    turns,
  };
}
