import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverages, type Coverage } from '../../test/samples/commands.ts';
import {
  floodCast,
  given,
  minute,
  paragraph,
  people,
  posting,
  publishing,
  routeIs,
  saidBy,
  statementOf,
} from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import { RouteState } from '../journal/subjects/route.ts';
import type { Command, NewStatement } from '../record/command.ts';
import { fold } from '../record/evolve.ts';
import { emptyRecord, type StoryRecord } from '../record/record.ts';
import { standing } from '../record/standing.ts';
import type { Moment } from '../terms/when.ts';
import type { Change } from './change.ts';
import { changesView } from './changes-view.ts';

const noon = minute(360);
const states = (...statements: NewStatement[]): Command => publishing({ statements });
const seenNow = { seen: 99 };

const changed = (before: StoryRecord, after: StoryRecord, at: { before?: Moment; after?: Moment } = {}) =>
  changesView(before, after, { before: noon, after: noon, ...at }).changes;
const kinds = (changes: Change[]) => changes.map(({ kind }) => kind);
const voicesOf = (changes: Change[]) => changes.flatMap((change) => ('voices' in change ? change.voices : []));

const withdraw = (statement: `statement-${number}`): Command => ({
  kind: 'withdraw-statement',
  ...seenNow,
  statement,
  reason: 'It was misheard.',
});
const mend = (
  post: `post-${number}`,
  text: string,
  kind: 'correct-post' | 'clarify-post' = 'correct-post',
): Command => ({
  kind,
  ...seenNow,
  post,
  headline: null,
  body: paragraph(text),
  note: `Now it says: ${text}`,
});
const onPost = (kind: 'pin-post' | 'unpin-post' | 'key-post' | 'unkey-post', post: `post-${number}`): Command => ({
  kind,
  ...seenNow,
  post,
});

describe('a subject', () => {
  const cast = given(floodCast);

  test('[V1] given a route nobody spoke of, when one party states an outcome, then its standing changed and says by whom', () => {
    const statement = saidBy('party-2', { subject: 'subject-2', value: routeIs('succeeded') });
    const after = further(cast, states(statement));

    expect(changed(cast, after)).toMatchObject([
      {
        kind: 'standing',
        subject: { id: 'subject-2', name: 'Road over the eastern dyke', kind: 'route' },
        was: 'unknown',
        now: { state: 'stated', facts: [{ speaker: { name: 'A speaker' }, value: { state: 'succeeded' } }] },
        voices: [{ kind: 'said', was: null, now: { id: 'statement-1' } }],
        byTime: false,
      },
    ]);
  });

  test('[V1] given one voice, when another differs, then the dispute names the pair', () => {
    const before = further(cast, states(saidBy('party-1', { value: people(300) })));
    const after = further(before, states(saidBy('party-2', { value: people(280) })));

    expect(changed(before, after)).toMatchObject([
      {
        kind: 'standing',
        was: 'stated',
        now: { state: 'disputed', disputes: [[{ id: 'statement-1' }, { id: 'statement-2' }]] },
      },
    ]);
  });

  test('[V2] given a voice, when the party says something else twice, then the change is from the first to the last', () => {
    const before = further(cast, states(saidBy('party-1', { value: people(300) })));
    const after = further(
      before,
      states(saidBy('party-1', { value: people(310) })),
      states(saidBy('party-1', { value: people(320) })),
    );

    expect(changed(before, after)).toMatchObject([
      { kind: 'voices', voices: [{ kind: 'changed', was: { id: 'statement-1' }, now: { id: 'statement-3' } }] },
    ]);
  });

  test('[V2] given a voice, when the party says the same again, then it is repeated', () => {
    const before = further(cast, states(saidBy('party-1')));
    const after = further(before, states(saidBy('party-1')));

    expect(voicesOf(changed(before, after))).toMatchObject([{ kind: 'repeated', now: { id: 'statement-2' } }]);
  });

  test('[V2] given two statements of one party, when the newer is withdrawn, then the older counts again', () => {
    const before = further(
      cast,
      states(saidBy('party-1', { value: people(300) })),
      states(saidBy('party-1', { value: people(900) })),
    );
    const after = further(before, withdraw('statement-2'));

    expect(voicesOf(changed(before, after))).toMatchObject([
      { kind: 'withdrawn', was: { id: 'statement-2' }, now: { id: 'statement-1' }, why: 'It was misheard.' },
    ]);
  });

  test('[V2] given a voice, when it is withdrawn and the party speaks anew, then both are told', () => {
    const before = further(cast, states(saidBy('party-1', { value: people(300) })));
    const after = further(before, withdraw('statement-1'), states(saidBy('party-1', { value: people(320) })));

    expect(voicesOf(changed(before, after))).toMatchObject([
      { kind: 'withdrawn', was: { id: 'statement-1' }, now: null },
      { kind: 'said', now: { id: 'statement-2' } },
    ]);
  });

  test('[V2] given a voice, when it is corrected twice, then the last correction stands for it with what was wrong first', () => {
    const before = further(cast, states(saidBy('party-1', { value: people(900) })));
    const correct = (statement: `statement-${number}`, best: number): Command => ({
      kind: 'correct-statement',
      ...seenNow,
      statement,
      note: `It is ${best}.`,
      parties: [],
      subjects: [],
      right: saidBy('party-1', { value: people(best) }),
    });
    const after = further(before, correct('statement-1', 90), correct('statement-2', 93));

    expect(voicesOf(changed(before, after))).toMatchObject([
      { kind: 'corrected', was: { id: 'statement-1' }, now: { id: 'statement-3' }, why: 'It is 90.' },
    ]);
    expect(voicesOf(changed(before, further(after, withdraw('statement-3'))))).toMatchObject([
      { kind: 'withdrawn', was: { id: 'statement-1' }, now: null, why: 'It was misheard.' },
    ]);
  });

  test('[V2] given a voice, when its text is taken down, then the change holds none of it', () => {
    const secret = saidBy('party-1', { value: people(300, { words: 'three hundred souls' }) });
    const before = further(cast, states(secret));
    const after = further(before, { kind: 'remove-content', ...seenNow, what: ['statement-1'], ground: 'privacy' });

    expect(voicesOf(changed(before, after))).toMatchObject([
      { kind: 'taken-down', was: { id: 'statement-1' }, now: null },
    ]);
    expect(JSON.stringify(changed(before, after))).not.toMatch(/souls|A speaker/);
  });

  test('[V3] given a route with a window, when only time passes, then it expired and says that nothing else changed it', () => {
    const window = { from: '2024-09-15T10:00', to: '2024-09-15T12:00', zone: null, words: null };
    const record = further(
      cast,
      states(saidBy('party-1', { subject: 'subject-2', value: routeIs('proposed', { window }) }), saidBy('party-1')),
    );
    const later = { before: minute(10), after: minute(600) };

    expect(changed(record, record, later)).toMatchObject([
      {
        kind: 'standing',
        subject: { id: 'subject-2' },
        was: 'unknown',
        now: { state: 'expired' },
        voices: [{ kind: 'outdated', now: { id: 'statement-1', outdated: 'expired' } }],
        byTime: true,
      },
    ]);
    expect(changed(record, record, { before: minute(10), after: minute(20) })).toEqual([]);
  });

  test('[V3] given routes with windows, when time passes, then a subject is told exactly where it stands otherwise', () => {
    const hour = fc.integer({ min: 8, max: 20 });
    const route = fc.record({ party: fc.constantFrom(1, 2), state: fc.constantFrom(...RouteState.options), hour });
    fc.assert(
      fc.property(fc.array(route, { maxLength: 5 }), hour, hour, (said, one, other) => {
        const record = further(
          cast,
          ...said.map(({ party, state, hour }) => {
            const end = `2024-09-15T${String(hour).padStart(2, '0')}:00`;
            const value = routeIs(state, { window: { from: end, to: end, zone: null, words: null } });
            return states(saidBy(`party-${party}`, { subject: 'subject-2', value }));
          }),
        );
        const [first, last] = [one, other].toSorted((a, b) => a - b).map((hour) => minute((hour - 8) * 60 + 30));
        const told = changed(record, record, { before: first!, after: last! });
        const [was, is] = [first, last].map((moment) => standing(record, 'subject-2', moment!));
        const outdated = (stands: typeof was) => JSON.stringify(stands?.voices.map(({ outdated }) => outdated));
        expect(told).toHaveLength(outdated(was) === outdated(is) ? 0 : 1);
        expect(told.map(({ kind }) => kind === 'standing')).toEqual(told.map(() => was?.state !== is?.state));
      }),
      { numRuns: 150 },
    );
  });

  test('[V4] given a new subject, when it is opened, then it is told even where nobody has said anything of it', () => {
    const after = further(
      cast,
      publishing({
        subjects: [{ ref: 'new-1', name: 'Upper bridge', terms: { kind: 'figure' }, sides: [] }],
        statements: [saidBy('party-1', { subject: 'new-1' })],
      }),
      withdraw('statement-1'),
    );

    expect(changed(cast, after)).toMatchObject([
      { kind: 'opened', subject: { id: 'subject-3' }, now: { state: 'unknown' }, voices: [] },
    ]);
  });
});

describe('posts, headline and parties', () => {
  test('[V5] given older posts, when they are corrected, clarified and withdrawn, then each is told with the desk’s words', () => {
    const before = given(posting('One.'), posting('Two.'), posting('Three.'));
    const after = further(
      before,
      mend('post-1', 'One and a half.'),
      mend('post-1', 'One and three quarters.', 'clarify-post'),
      mend('post-2', 'Two, in short.', 'clarify-post'),
      { kind: 'withdraw-post', ...seenNow, post: 'post-3', reason: 'It was another river.' },
    );

    expect(changed(before, after)).toMatchObject([
      { kind: 'post-withdrawn', post: { id: 'post-3' }, why: ['It was another river.'] },
      {
        kind: 'post-corrected',
        post: { id: 'post-1' },
        why: ['Now it says: One and a half.', 'Now it says: One and three quarters.'],
      },
      { kind: 'post-clarified', post: { id: 'post-2' } },
    ]);
  });

  test('[V5] given a post, when it is taken down, then only that is told', () => {
    const before = further(given(posting('One.')), onPost('pin-post', 'post-1'));
    const after = further(before, { kind: 'remove-content', ...seenNow, what: ['post-1'], ground: 'law' });

    expect(changed(before, after)).toMatchObject([{ kind: 'post-taken-down', post: { id: 'post-1', body: [] } }]);
  });

  test('[V6] given a story, when posts are published, then those that stand are counted, with the first and the key points', () => {
    const before = given(posting('One.'));
    const after = further(
      before,
      posting('Two.'),
      posting('Three.'),
      posting('Four.'),
      { kind: 'withdraw-post', ...seenNow, post: 'post-2', reason: 'Twice.' },
      onPost('key-post', 'post-4'),
    );

    expect(changed(before, after)).toMatchObject([
      { kind: 'posts', count: 2, first: { id: 'post-3' }, key: [{ id: 'post-4' }] },
    ]);
  });

  test('[V7] given a story, when its headline, key points, pins and parties change, then each is told, the weightiest first', () => {
    const before = further(given(floodCast, posting('Two.')), onPost('pin-post', 'post-1'), states(saidBy('party-3')));
    const after = further(
      before,
      { kind: 'merge-parties', ...seenNow, party: 'party-3', into: 'party-1' },
      onPost('unpin-post', 'post-1'),
      onPost('key-post', 'post-2'),
      { kind: 'describe-story', ...seenNow, title: 'Flood falls', summary: 'At last.' },
      { kind: 'end-story', ...seenNow, note: 'Over.' },
    );

    expect(changed(before, after)).toMatchObject([
      { kind: 'ended', at: after.last!.at, note: 'Over.' },
      { kind: 'headline', was: 'Flood on the river', now: 'Flood falls' },
      { kind: 'summary', was: null, now: 'At last.' },
      { kind: 'key-points', added: [{ id: 'post-2' }], removed: [] },
      { kind: 'pins', added: [], removed: [{ id: 'post-1' }] },
      {
        kind: 'party-merged',
        party: { id: 'party-3', name: 'a resident' },
        other: { id: 'party-1', name: 'Jana Havlová' },
        subjects: [{ id: 'subject-1' }],
      },
    ]);
  });

  test('[V7] given two parties that differ, when they are merged and later split, then the dispute goes and comes', () => {
    const apart = given(
      floodCast,
      states(saidBy('party-1', { value: people(300) }), saidBy('party-2', { value: people(280) })),
    );
    const merged = further(apart, { kind: 'merge-parties', ...seenNow, party: 'party-1', into: 'party-2' });
    const split = further(merged, { kind: 'split-party', ...seenNow, party: 'party-1' });

    expect(changed(apart, merged)).toMatchObject([
      {
        kind: 'standing',
        was: 'disputed',
        now: { state: 'stated' },
        voices: [{ kind: 'merged', now: { id: 'statement-2' } }],
      },
      { kind: 'party-merged' },
    ]);
    expect(changed(merged, split)).toMatchObject([
      {
        kind: 'standing',
        was: 'stated',
        now: { state: 'disputed' },
        voices: [{ kind: 'again', now: { id: 'statement-1' } }],
      },
      { kind: 'party-split', other: { id: 'party-2' } },
    ]);
    expect(changed(apart, split)).toEqual([]);
  });
});

describe('what is told', () => {
  test('[V8] given anything, when it changes and changes back, then it is not there', () => {
    const before = given(floodCast, states(saidBy('party-1')));
    const after = further(
      before,
      onPost('pin-post', 'post-1'),
      onPost('unpin-post', 'post-1'),
      mend('post-1', 'The river falls.'),
      mend('post-1', 'The river rises.'),
      states(saidBy('party-2', { value: people(1) })),
      withdraw('statement-2'),
      { kind: 'describe-story', ...seenNow, title: 'Other', summary: null },
      { kind: 'describe-story', ...seenNow, title: 'Flood on the river', summary: null },
      posting('Soon gone.'),
      { kind: 'withdraw-post', ...seenNow, post: 'post-2', reason: 'Twice.' },
    );

    expect(changed(before, after)).toEqual([]);
  });

  test('[V8] given any coverage, when a revision is compared with itself, then nothing changed', () => {
    fc.assert(
      fc.property(coverages(20), (coverage) => {
        for (const record of recordsOf(coverage)) expect(changed(record, record)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('[V60] given an older record that shares nothing in memory, then only what changed is read of it', () => {
    const commands = [floodCast, posting('It rains.', { statements: [saidBy('party-1')] })];
    const shared = given(...commands);
    const after = further(shared, posting('It rains on.'), mend('post-2', 'It pours.'));
    const read: string[] = [];
    const watched = <Kind extends object>(things: Kind): Kind =>
      new Proxy(things, {
        get(target, key) {
          const value = Reflect.get(target, key, target) as unknown;
          if (typeof value !== 'function') return value;
          return (...given: unknown[]) => {
            read.push(`${String(key)} ${given.map(String).join(' ')}`);
            return Reflect.apply(value, target, given) as unknown;
          };
        },
      });
    const { subjects, statements, posts, parties, ...rest } = given(...commands);
    const lists = { subjects: watched(subjects), statements: watched(statements), posts: watched(posts) };
    const before = { ...rest, ...lists, parties: watched(parties) };

    expect(changed(before, after)).toEqual(changed(shared, after));
    expect(kinds(changed(before, after))).toEqual(['post-corrected', 'posts']);
    expect([...new Set(read)]).toEqual(['at 1']);
  });

  test('[V9] given any two revisions, when they are compared, then a subject is told exactly where its voices differ', () => {
    fc.assert(
      fc.property(coverages(30), fc.nat(1000), fc.nat(1000), (coverage, one, other) => {
        const records = recordsOf(coverage);
        const [first, last] = [one % records.length, other % records.length].toSorted((a, b) => a - b);
        const [before, after] = [records[first!]!, records[last!]!];
        const told = changed(before, after).flatMap((change) => ('subject' in change ? [change.subject.id] : []));
        const differing = [...after.subjects].filter(({ id }, place) => {
          if (before.subjects.at(place) === undefined) return true;
          const [was, is] = [before, after].map((record) => standing(record, id, noon));
          const visible = ({ state, voices }: typeof was & {}) =>
            JSON.stringify([state, voices.map(({ id, outdated }) => [id, outdated])]);
          return visible(was!) !== visible(is!);
        });
        expect(told.toSorted()).toEqual(differing.map(({ id }) => id).toSorted());
      }),
      { numRuns: 150 },
    );
  });

  test('[V9] given statements of different parties, when they come in another order, then the same is told', () => {
    const said = [
      saidBy('party-1', { value: people(300) }),
      saidBy('party-2', { value: people(280) }),
      saidBy('party-3', { subject: 'subject-2', value: routeIs('failed') }),
      statementOf({ value: people(290) }),
    ];
    const before = given(floodCast);
    const told = (order: NewStatement[]) =>
      changed(before, further(before, ...order.map((one) => states(one)))).map((change) => {
        if (!('voices' in change)) return change.kind;
        const heard = change.voices.map(({ kind, now }) => JSON.stringify([kind, now?.speaker, now?.value]));
        return [change.kind, change.subject.id, change.now.state, heard.toSorted()];
      });

    fc.assert(
      fc.property(fc.shuffledSubarray(said, { minLength: said.length }), (order) => {
        expect(told(order)).toEqual(told(said));
      }),
      { numRuns: 24 },
    );
  });

  test('[V10] given any two revisions, when they are compared, then standings come first and lines of one weight by name', () => {
    const before = given(floodCast);
    const after = further(
      before,
      { kind: 'describe-story', ...seenNow, title: 'Other', summary: null },
      posting('Two.', { statements: [saidBy('party-2', { subject: 'subject-2', value: routeIs('failed') })] }),
      states(saidBy('party-1')),
    );

    expect(kinds(changed(before, after))).toEqual(['standing', 'standing', 'posts', 'headline']);
    expect(changesView(before, after, { before: noon, after: noon })).toMatchObject({ from: 2, to: 5 });
  });

  test('[V10] given the record before its first revision, when it is compared, then what there is is new', () => {
    expect(kinds(changed(emptyRecord('river-flood'), given(floodCast)))).toEqual(['opened', 'opened', 'posts']);
  });
});

/** The record after each revision of a coverage. */
function recordsOf({ revisions }: Coverage): StoryRecord[] {
  const records: StoryRecord[] = [];
  for (const revision of revisions) records.push(fold(records.at(-1) ?? emptyRecord('river-flood'), revision));
  return records;
}
