import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverages } from '../../test/samples/commands.ts';
import {
  floodCast,
  given,
  minute,
  people,
  posting,
  publishing,
  routeIs,
  saidBy,
  statementOf,
} from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import type { AppealValue } from '../journal/subjects/appeal.ts';
import type { MeetingValue } from '../journal/subjects/meeting.ts';
import type { Command, CommandOf, NewStatement } from '../record/command.ts';
import { get, type StoryRecord } from '../record/record.ts';
import { standing } from '../record/standing.ts';
import { sameVoice } from '../record/voices.ts';
import { weigh } from '../record/weighing.ts';
import { numberOf, type StatementId } from '../terms/ids.ts';
import type { Moment, When } from '../terms/when.ts';
import { dueView, type DueItem, type DueKind } from './due-view.ts';

const states = (...statements: NewStatement[]): Command => publishing({ statements });
const withdraw = (statement: `statement-${number}`): Command => ({
  kind: 'withdraw-statement',
  seen: 0,
  statement,
  reason: 'It was misheard.',
});

const clock = (from: string, to = from): When => ({ from, to, zone: null, words: null });
const items = (record: StoryRecord, moment: Moment = minute(30)) =>
  dueView(record, moment, { staleAfterHours: 6 }).items;
const ofKind = (kind: DueKind, record: StoryRecord, moment?: Moment): DueItem[] =>
  items(record, moment).filter((item) => item.kind === kind);

/** A story with one more subject, of a kind that the flood's cast lacks: subject 3. */
const opened = (
  terms: CommandOf<'publish'>['subjects'][number]['terms'],
  name: string,
  sides: `party-${number}`[] = [],
) => given(floodCast, publishing({ subjects: [{ ref: 'new-1', name, terms, sides }], statements: [statementOf()] }));

const meetingTerms = {
  kind: 'meeting',
  who: ['Town', 'Dyke board'],
  level: null,
  mediator: null,
  where: null,
} as const;
const meeting = (state: MeetingValue['state'], when: When | null): MeetingValue => ({
  kind: 'meeting',
  state,
  when,
  outcome: null,
});

describe('what time makes due', () => {
  const talks = opened({ ...meetingTerms, who: [...meetingTerms.who] }, 'Talks on the dyke');
  const on = { subject: 'subject-3' as const };
  const planned = further(
    talks,
    states(saidBy('party-1', { ...on, value: meeting('planned', clock('2024-09-15T09:00', '2024-09-15T10:00')) })),
  );

  test('[V11] given a planned meeting, when its time has passed and nobody states an outcome, then it is overdue since then', () => {
    expect(ofKind('overdue', planned, minute(120))).toEqual([]);
    expect(ofKind('overdue', planned, minute(121))).toEqual([
      {
        kind: 'overdue',
        what: 'statement-2',
        subject: 'subject-3',
        since: '2024-09-15T08:01:00.000Z',
        parts: { subject: 'Talks on the dyke', speaker: 'A speaker' },
      },
    ]);
  });

  test('[V11] given an overdue meeting, when anybody states an outcome, or it is withdrawn, then it is due no longer', () => {
    const held = further(planned, states(saidBy('party-2', { ...on, value: meeting('held', null) })));

    expect(ofKind('overdue', held, minute(200))).toEqual([]);
    expect(ofKind('overdue', further(planned, withdraw('statement-2')), minute(200))).toEqual([]);
  });

  test('[V11] given a meeting that is only demanded, when its time has passed, then nothing was due', () => {
    const demanded = further(
      talks,
      states(saidBy('party-1', { ...on, mode: 'demands', value: meeting('planned', clock('2024-09-15T09:00')) })),
    );

    expect(ofKind('overdue', demanded, minute(200))).toEqual([]);
  });

  test('[V11] given a route and a truce, when their time runs out, then one expired and the other lapsed', () => {
    const route = further(
      talks,
      states(
        saidBy('party-1', { subject: 'subject-2', value: routeIs('proposed', { window: clock('2024-09-15T09:00') }) }),
      ),
    );
    const truce = further(
      opened({ kind: 'truce', places: ['Eastern dyke'] }, 'Work on the dyke rests'),
      states(
        saidBy('party-1', {
          ...on,
          value: { kind: 'truce', state: 'announced', from: clock('2024-09-15'), until: null, reason: null },
        }),
      ),
    );

    expect(ofKind('expired', route, minute(200))).toMatchObject([{ what: 'statement-2', subject: 'subject-2' }]);
    expect(ofKind('lapsed', truce, minute(200))).toEqual([]);
    expect(ofKind('lapsed', truce, minute(24 * 60))).toMatchObject([{ since: '2024-09-15T22:00:00.000Z' }]);
  });
});

describe('disputes', () => {
  const disputed = given(
    floodCast,
    states(saidBy('party-1', { value: people(300) })),
    states(saidBy('party-2', { value: people(280) })),
  );

  test('[V12] given two that differ, when the desk has said nothing of it since, then it is unexplained since it began', () => {
    expect(ofKind('disputed-unexplained', disputed)).toEqual([
      {
        kind: 'disputed-unexplained',
        what: 'subject-1',
        subject: 'subject-1',
        since: minute(3),
        parts: {
          subject: 'People who left the lower town',
          pairs: [
            [
              { subject: 'People who left the lower town', speaker: 'A speaker' },
              { subject: 'People who left the lower town', speaker: 'A speaker' },
            ],
          ],
          more: 0,
        },
      },
    ]);
  });

  test.each([
    ['the desk speaks', states(statementOf({ value: people(290) }))],
    ['a post on it follows', posting('Why they differ.', { statements: [saidBy('party-3', { value: people(300) })] })],
    ['it ends', withdraw('statement-2')],
  ])('[V12] given an unexplained dispute, when %s, then it is on the list no longer', (_, command) => {
    expect(ofKind('disputed-unexplained', further(disputed, command))).toEqual([]);
  });

  test('[V12] given posts that carry both sides, when nothing else is said, then the dispute is unexplained', () => {
    const usual = given(
      floodCast,
      posting('The mayor counts.', { statements: [saidBy('party-1', { value: people(300) })] }),
      posting('The fire service counts.', { statements: [saidBy('party-2', { value: people(280) })] }),
    );
    const together = given(
      floodCast,
      posting('They count.', {
        statements: [saidBy('party-1', { value: people(300) }), saidBy('party-2', { value: people(280) })],
      }),
    );
    const repeat = posting('Why they differ.', { statements: [saidBy('party-2', { value: people(280) })] });

    for (const record of [usual, together]) {
      expect(ofKind('disputed-unexplained', record)).toMatchObject([{ since: record.last!.at }]);
      expect(ofKind('disputed-unexplained', further(record, repeat))).toEqual([]);
      const silently = further(record, states(saidBy('party-2', { value: people(280) })));
      expect(ofKind('disputed-unexplained', silently)).toMatchObject([{ since: record.last!.at }]);
    }
  });

  test('[V12] given an explained dispute, when another begins without a post, then that one is unexplained', () => {
    const explained = further(
      disputed,
      posting('They count otherwise.', { statements: [saidBy('party-2', { value: people(280) })] }),
    );
    const again = further(explained, states(saidBy('party-3', { value: people(1000) })));

    expect(ofKind('disputed-unexplained', explained)).toEqual([]);
    expect(ofKind('disputed-unexplained', again)).toMatchObject([{ since: minute(5), parts: { pairs: [{}, {}] } }]);
  });

  test('[V12] given a post that explains a dispute, when it is withdrawn, then the dispute is unexplained again', () => {
    const explained = further(
      disputed,
      posting('Both are right.', { statements: [saidBy('party-1', { subject: 'subject-1', value: people(300) })] }),
    );
    const gone: Command = { kind: 'withdraw-post', seen: 0, post: 'post-2', reason: 'They are not.' };

    expect(ofKind('disputed-unexplained', explained)).toEqual([]);
    expect(ofKind('disputed-unexplained', further(explained, gone))).toHaveLength(1);
  });
});

describe('who speaks and who does not', () => {
  test('[V13] given a subject, when only unnamed parties speak of it, then that is said until somebody with a name does', () => {
    const record = given(
      floodCast,
      states(saidBy('party-3', { by: { party: 'party-3', as: 'a resident', role: null } })),
    );

    expect(ofKind('unnamed-only', record)).toMatchObject([
      { what: 'subject-1', since: minute(2), parts: { speakers: ['a resident'] } },
    ]);
    expect(ofKind('unnamed-only', further(record, states(saidBy('party-1'))))).toEqual([]);
    const merged = further(record, { kind: 'merge-parties', seen: 0, party: 'party-3', into: 'party-1' });
    expect(ofKind('unnamed-only', merged)).toEqual([]);
  });

  test('[V14] given sides that are awaited, when one speaks, then only the others are silent', () => {
    const record = opened({ kind: 'position' }, 'Opening the sluice', ['party-1', 'party-2']);
    const spoken = further(
      record,
      states(
        saidBy('party-1', {
          subject: 'subject-3',
          value: { kind: 'position', stand: 'refuses', what: 'to open it', condition: null },
        }),
      ),
    );

    expect(ofKind('silent-side', record).map(({ parts }) => parts)).toMatchObject([
      { id: 'party-1' },
      { id: 'party-2' },
    ]);
    expect(ofKind('silent-side', spoken)).toMatchObject([
      { what: 'subject-3', since: minute(2), parts: { party: 'Fire service', id: 'party-2' } },
    ]);
  });

  test('[V15] given a subject, when nothing is recorded on it for the hours given, then it is stale since the last time', () => {
    const record = given(floodCast, states(saidBy('party-1')));

    expect(ofKind('stale', record, minute(6 * 60)).map(({ what }) => what)).toEqual([]);
    expect(ofKind('stale', record, minute(6 * 60 + 1)).map(({ what }) => what)).toEqual(['subject-2']);
    expect(ofKind('stale', record, minute(6 * 60 + 2))).toMatchObject([
      { what: 'subject-2', since: minute(1) },
      { what: 'subject-1', since: minute(2), parts: { hours: 6 } },
    ]);
  });
});

describe('holes', () => {
  test('[V16] given a report, when a statement that stands is cut from it, then what nobody said of it is named', () => {
    const record = given(floodCast, states(saidBy('party-1'), saidBy('party-2')));

    expect(ofKind('report-holes', record)).toEqual([
      {
        kind: 'report-holes',
        what: 'report-1',
        subject: null,
        since: minute(2),
        parts: { title: 'River still rising', holes: ['published'], statements: 2 },
      },
    ]);
    expect(ofKind('report-holes', further(record, withdraw('statement-1')))).toHaveLength(1);
    expect(ofKind('report-holes', further(record, withdraw('statement-1'), withdraw('statement-2')))).toEqual([]);
  });

  test('[V17] given a voice, when channel or times are not stated, then they are named; the desk’s own voice needs a time only', () => {
    const told = { channel: 'on local radio', said: clock('2024-09-15'), happened: clock('2024-09-15') };
    const record = given(
      floodCast,
      states(saidBy('party-1'), saidBy('party-2', told), statementOf(), saidBy('party-3', { ...told, said: null })),
    );

    expect(ofKind('statement-holes', record).map(({ what, parts }) => ({ what, ...parts }))).toMatchObject([
      { what: 'statement-1', holes: ['channel', 'said', 'happened'] },
      { what: 'statement-3', speaker: null, holes: ['happened'] },
      { what: 'statement-4', holes: ['said'] },
    ]);
    const again = further(record, states(saidBy('party-1', told)));
    expect(ofKind('statement-holes', again).map(({ what }) => what)).toEqual(['statement-3', 'statement-4']);
  });

  test('[V18] given an appeal, when a way to give has lost its address, then that way is named while the appeal runs', () => {
    const value: AppealValue = {
      kind: 'appeal',
      charity: 'Valley Relief',
      charityNumber: null,
      from: null,
      until: clock('2024-09-20'),
      ways: [
        { country: null, means: 'online', address: null },
        { country: 'Upper Valley', means: 'cheque', address: 'Mill Lane 1' },
      ],
    };
    const record = further(
      opened({ kind: 'appeal', beneficiary: 'the lower town' }, 'Help for the lower town'),
      states(saidBy('party-1', { subject: 'subject-3', value })),
    );

    expect(ofKind('appeal-way-without-address', record)).toMatchObject([
      { what: 'statement-2', subject: 'subject-3', parts: { way: 1, means: 'online', country: null } },
    ]);
    expect(ofKind('appeal-way-without-address', record, minute(10 * 24 * 60))).toEqual([]);
  });
});

describe('the list', () => {
  test('[V19] given many things, when they are listed, then the most urgent kind comes first, and in it the oldest', () => {
    const record = given(
      floodCast,
      states(
        saidBy('party-3', { subject: 'subject-2', value: routeIs('proposed', { window: clock('2024-09-15T09:00') }) }),
      ),
      states(saidBy('party-1', { value: people(300) }), saidBy('party-2', { value: people(200) })),
    );

    expect(items(record, minute(800)).map(({ kind }) => kind)).toEqual([
      'expired',
      'disputed-unexplained',
      'unnamed-only',
      'stale',
      'stale',
      'statement-holes',
      'statement-holes',
      'report-holes',
    ]);
  });

  test('[V20] given any coverage, when it is looked at, then each item has its cause, each cause its item, and no two are one', () => {
    fc.assert(
      fc.property(coverages(30), fc.nat(1000), ({ record }, later) => {
        const moment = minute(60 + later);
        const found = items(record, moment);
        const about = (kind: DueKind) => found.filter((item) => item.kind === kind).map(({ what }) => what);
        const subjects = [...record.subjects];

        const stale = subjects.filter(({ changed }) => Date.parse(changed.at) + 6 * 3_600_000 <= Date.parse(moment));
        expect(about('stale').toSorted()).toEqual(stale.map(({ id }) => id).toSorted());
        const stands = subjects.map(({ id }) => standing(record, id, moment));
        const told = [...record.posts].filter(({ withdrawn, removed }) => withdrawn === null && removed === null);
        const unexplained = stands.filter(({ subject, disputes, voices }) => {
          const last = told.findLast(({ statements }) =>
            statements.some((id) => get(record.statements, id).subject === subject),
          );
          const firstSaid = (id: StatementId) => {
            const statement = get(record.statements, id);
            const before = sameVoice(record, statement)
              .filter(
                ({ id, withdrawn, removed }) =>
                  withdrawn === null && removed === null && numberOf(id) < numberOf(statement.id),
              )
              .map(({ mode, value, recorded }) => ({ said: JSON.stringify([mode, value]), recorded }));
            const other = before.findIndex(({ said }) => said !== JSON.stringify([statement.mode, statement.value]));
            return [statement, ...before.slice(0, other < 0 ? undefined : other)].at(-1)!.recorded.revision;
          };
          const began = disputes.map((pair) => Math.max(...pair.map(firstSaid)));
          const post = last?.published.revision ?? 0;
          const desk = voices.some(({ party }) => party === null);
          return !desk && began.some((revision) => revision > post || post <= Math.min(...began));
        });
        expect(about('disputed-unexplained').toSorted()).toEqual(unexplained.map(({ subject }) => subject).toSorted());
        const run = stands
          .flatMap(({ facts, voices }) => (facts.length > 0 ? [] : voices))
          .filter(({ id, outdated }) => {
            const { weight } = weigh(get(record.statements, id), record.zone);
            return outdated !== null && (weight === null || weight === 'fact');
          });
        expect([...about('overdue'), ...about('expired'), ...about('lapsed')].toSorted()).toEqual(
          run.map(({ id }) => id).toSorted(),
        );
        const cut = new Set(
          [...record.statements].flatMap(({ withdrawn, report }) => (withdrawn === null ? (report ?? []) : [])),
        );
        expect(about('report-holes').toSorted()).toEqual([...cut].toSorted());
        const heard = stands.flatMap(({ voices }) =>
          voices.filter(({ outdated }) => outdated === null).map(({ id }) => get(record.statements, id)),
        );
        const holed = heard.filter(
          ({ by, channel, said, happened }) => happened === null || (by !== null && (channel ?? said) === null),
        );
        expect(about('statement-holes').toSorted()).toEqual(holed.map(({ id }) => id).toSorted());
        const names = found.map(({ kind, what, parts }) => JSON.stringify([kind, what, parts]));
        expect(names).toEqual([...new Set(names)]);
        expect(items(record, moment)).toEqual(found);
      }),
      { numRuns: 80 },
    );
  });
});
