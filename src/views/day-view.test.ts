import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverages } from '../../test/samples/commands.ts';
import { floodCast, given, minute, people, posting, publishing, routeIs, saidBy } from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import type { Command, NewStatement } from '../record/command.ts';
import type { Value } from '../journal/subjects/subject.ts';
import type { StoryRecord } from '../record/record.ts';
import { statementsOn, successorOf, successorsOn } from '../record/voices.ts';
import type { SubjectId } from '../terms/ids.ts';
import type { When } from '../terms/when.ts';
import { dayView, postsOfDay, statementsOfDay } from './day-view.ts';

const states = (...statements: NewStatement[]): Command => publishing({ statements });
const at = (from: string, to: string | null = from, zone: string | null = null): When => ({
  from,
  to,
  zone,
  words: null,
});
const on = (record: StoryRecord, day = '2024-09-14') => dayView(record, day, minute(60));
const happening = (...times: (When | null)[]) =>
  given(floodCast, states(...times.map((happened, i) => saidBy('party-1', { value: people(i), happened }))));
const ids = (groups: ReturnType<typeof dayView>['happened']) =>
  groups.flatMap(({ statements }) => statements.map(({ id }) => id));

describe('what happened on a day', () => {
  test('[V21] given statements of several days, when a day is asked for, then those whose time meets it are there', () => {
    const record = happening(
      at('2024-09-13'),
      at('2024-09-14'),
      at('2024-09-14T23:30'),
      at('2024-09-13T22:00', '2024-09-14T01:00'),
      at('2024-09-15T00:00'),
      null,
    );

    expect(ids(on(record).happened)).toEqual(['statement-4', 'statement-2', 'statement-3']);
  });

  test('[V21] given times of the clock, when their zone is not the story’s, then the day is still that of the story', () => {
    const record = happening(
      at('2024-09-13T23:00', '2024-09-13T23:00', 'UTC'),
      at('2024-09-13T23:00'),
      at('2024-09-14T23:00', '2024-09-14T23:00', 'UTC'),
    );

    expect(ids(on(record).happened)).toEqual(['statement-1']);
  });

  test('[V22] given a time that is longer than the day, when it meets the day, then it says so', () => {
    const record = happening(at('2024-09'), at('2024-09-14'), at('2024-10'));
    const [group] = on(record).happened;

    expect(group!.statements.map(({ id, wider }) => [id, wider])).toEqual([
      ['statement-1', true],
      ['statement-2', false],
    ]);
  });

  test('[V22] given a time whose end nobody stated, when it was recorded, then it says nothing of the days after that', () => {
    const record = happening(at('2024-09-13', null));

    expect(ids(on(record, '2024-09-12').happened)).toEqual([]);
    expect(ids(on(record, '2024-09-14').happened)).toEqual(['statement-1']);
    expect(ids(on(record, '2024-09-15').happened)).toEqual(['statement-1']);
    expect(ids(on(record, '2024-09-16').happened)).toEqual([]);
  });

  test('[V23] given statements on several subjects, when a day is asked for, then they stand by subject, which says how it stands now', () => {
    const happened = at('2024-09-14');
    const record = given(
      floodCast,
      states(
        saidBy('party-2', { subject: 'subject-2', value: routeIs('failed'), happened }),
        saidBy('party-1', { value: people(300), happened }),
        saidBy('party-2', { value: people(200), happened: null }),
      ),
    );

    expect(on(record).happened).toMatchObject([
      { subject: { id: 'subject-1', kind: 'figure' }, state: 'disputed', statements: [{ id: 'statement-2' }] },
      { subject: { id: 'subject-2', kind: 'route' }, state: 'stated', statements: [{ id: 'statement-1' }] },
    ]);
  });

  test('[V24] given statements of the day, when they are replaced, corrected or withdrawn later, then they are there and say so', () => {
    const happened = at('2024-09-14');
    const record = further(
      given(floodCast, states(...[1, 2, 3].map((party) => saidBy(`party-${party}` as 'party-1', { happened })))),
      states(saidBy('party-1', { happened: at('2024-09-15') })),
      { kind: 'withdraw-statement', seen: 0, statement: 'statement-2', reason: 'It was misheard.' },
      {
        kind: 'correct-statement',
        seen: 0,
        statement: 'statement-3',
        note: 'It was fewer.',
        parties: [],
        subjects: [],
        right: saidBy('party-3', { value: people(30), happened }),
      },
    );

    expect(on(record).happened[0]!.statements).toMatchObject([
      { id: 'statement-1', successor: { id: 'statement-4' }, withdrawn: null },
      { id: 'statement-2', successor: null, withdrawn: { reason: 'It was misheard.' } },
      { id: 'statement-3', successor: { id: 'statement-5' }, withdrawn: { correctedBy: 'statement-5' } },
      { id: 'statement-5', successor: null, withdrawn: null },
    ]);
  });

  test('[V24] given a statement of the day, when its text is taken down, then it is not there', () => {
    const record = further(happening(at('2024-09-14')), {
      kind: 'remove-content',
      seen: 0,
      what: ['statement-1'],
      ground: 'privacy',
    });

    expect(on(record)).toMatchObject({ happened: [], said: [] });
  });
});

describe('what was said and published on a day', () => {
  test('[V25] given statements that do not say when it happened, when they were said on the day, then they stand apart', () => {
    const record = given(
      floodCast,
      states(
        saidBy('party-1', { said: at('2024-09-14T09:00') }),
        saidBy('party-2', { said: at('2024-09-14'), happened: at('2024-09-13') }),
        saidBy('party-3', { said: at('2024-09-15') }),
      ),
    );

    expect(ids(on(record).said)).toEqual(['statement-1']);
    expect(ids(on(record).happened)).toEqual([]);
  });

  test('[V26] given posts, when a day is asked for, then those published on it in the story’s zone are there, oldest first', () => {
    const record = further(given(posting('One.'), posting('Two.')), {
      kind: 'withdraw-post',
      seen: 0,
      post: 'post-1',
      reason: 'Twice.',
    });

    expect(on(record, '2024-09-15').posts).toMatchObject([
      { id: 'post-1', withdrawn: { reason: 'Twice.' } },
      { id: 'post-2', withdrawn: null },
    ]);
    expect(on(record).posts).toEqual([]);
  });
});

describe('a day', () => {
  test.each(['2024-09', '2024-02-30', '2024-09-14T10:00', 'yesterday.'])(
    '[V27] given %s, when it is asked for, then it is refused',
    (day) => {
      expect(() => on(given(floodCast), day)).toThrow(expect.objectContaining({ code: 'when-unreadable' }));
    },
  );

  test('[V27] given any times, when each day is asked for, then a statement is in one group at most and its day is asked for', () => {
    const day = fc.integer({ min: 1, max: 20 }).map((day) => `2024-09-${String(day).padStart(2, '0')}`);
    const time = fc.option(day.map((from) => at(from)));
    fc.assert(
      fc.property(fc.array(fc.record({ happened: time, said: time }), { maxLength: 6 }), day, (times, asked) => {
        const record = given(
          floodCast,
          ...times.map(({ happened, said }, i) => states(saidBy('party-1', { value: people(i), happened, said }))),
        );
        const { happened, said } = on(record, asked);
        const expected = (belongs: (time: (typeof times)[number]) => boolean) =>
          times.flatMap((time, i) => (belongs(time) ? [`statement-${i + 1}`] : []));
        expect(ids(happened)).toEqual(expected((time) => time.happened?.from === asked));
        expect(ids(said)).toEqual(expected((time) => time.happened === null && time.said?.from === asked));
      }),
      { numRuns: 60 },
    );
  });

  test('[V61] given more than a day lists, when it is asked for, then the last are there, shared among subjects, and how many more', () => {
    const timed = (i: number) =>
      at(`2024-09-14T${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`);
    const on14 = (count: number, subject: SubjectId, value: Value) =>
      states(...Array.from({ length: count }, (_, i) => saidBy('party-1', { subject, value, happened: timed(i) })));
    const record = given(floodCast, on14(260, 'subject-1', people(3)), on14(3, 'subject-2', routeIs('succeeded')));
    const [figure, route] = on(record).happened;

    expect([figure!.statements.length, figure!.unlisted]).toEqual([statementsOfDay / 2, 10]);
    expect(figure!.statements[0]!.id).toBe('statement-11');
    expect([route!.statements.length, route!.unlisted]).toEqual([3, 0]);

    const posts = given(floodCast, ...Array.from({ length: postsOfDay + 4 }, (_, i) => posting(`Number ${i}`)));
    const day = on(posts, '2024-09-15');
    expect([day.posts.length, day.posts[0]!.id]).toEqual([postsOfDay, 'post-6']);
    expect(day.unlisted).toEqual({ first: 'post-1', posts: 5 });
    expect(on(record, '2024-09-15').unlisted).toBeNull();
  });

  test('[V62] given any coverage, what took the place of all statements of a subject is what took that of each', () => {
    fc.assert(
      fc.property(coverages(30), ({ record }) => {
        for (const subject of record.subjects) {
          const all = successorsOn(record, subject);
          for (const statement of statementsOn(record, subject)) {
            expect(all.get(statement.id) ?? null).toBe(successorOf(record, statement));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
