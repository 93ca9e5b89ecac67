import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverages } from '../../test/samples/commands.ts';
import {
  floodCast,
  given,
  minute,
  paragraph,
  people,
  posting,
  publishing,
  revisionBy,
  saidBy,
  statementOf,
} from '../../test/samples/flood.ts';
import type { Event } from '../journal/event.ts';
import type { Revision } from '../journal/revision.ts';
import type { Command } from './command.ts';
import { evolve, fold } from './evolve.ts';
import { emptyRecord, endingOf, find, type StoryRecord } from './record.ts';

const foldAll = (revisions: readonly Revision[], from = emptyRecord('river-flood')) => revisions.reduce(fold, from);

/** The record after one more command. */
const after = (record: StoryRecord, command: Command, by?: string) =>
  fold(record, revisionBy(command, record, undefined, by));

describe('folding', () => {
  test('[F2] in two parts gives what folding in one gives, at every cut', () => {
    fc.assert(
      fc.property(coverages(), ({ revisions, record }) => {
        for (let cut = 0; cut <= revisions.length; cut++) {
          expect(foldAll(revisions.slice(cut), foldAll(revisions.slice(0, cut)))).toEqual(record);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('[F3] the record as of a revision depends on nothing after it', () => {
    fc.assert(
      fc.property(coverages(), coverages(), fc.nat(), (one, other, at) => {
        const shared = one.revisions.slice(0, 1 + (at % one.revisions.length));
        const asOf = foldAll(shared);
        const before = structuredClone(asOf.posts.at(0));
        // Whatever is folded in afterwards, the record that was made stays as it was made.
        other.commands.slice(1).reduce((record, command) => {
          try {
            return after(record, command);
          } catch {
            return record;
          }
        }, asOf);
        expect(asOf).toEqual(foldAll(shared));
        expect(asOf.posts.at(0)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('[F4] the same journal gives the same record, and the journal is left as it was', () => {
    fc.assert(
      fc.property(coverages(), ({ revisions, record }) => {
        const copy = structuredClone(revisions);
        expect(foldAll(revisions)).toEqual(record);
        expect(revisions).toEqual(copy);
      }),
      { numRuns: 40 },
    );
  });

  test('[F5] what a record holds fits together', () => {
    fc.assert(
      fc.property(coverages(), ({ record }) => {
        const sequences = {
          report: record.reports,
          party: record.parties,
          subject: record.subjects,
          statement: record.statements,
          post: record.posts,
        };
        for (const [name, things] of Object.entries(sequences)) {
          expect([...things].map(({ id }) => id)).toEqual([...things].map((_, i) => `${name}-${i + 1}`));
        }
        const posts = [...record.posts];
        expect([...record.pinned].toSorted()).toEqual(
          posts
            .filter(({ pinned }) => pinned)
            .map(({ id }) => id)
            .toSorted(),
        );
        expect([...record.key].toSorted()).toEqual(
          posts
            .filter(({ key }) => key)
            .map(({ id }) => id)
            .toSorted(),
        );
        expect(posts.filter(({ withdrawn, pinned, key }) => withdrawn !== null && (pinned || key))).toEqual([]);
        const statements = [...record.statements];
        for (const { id, statements: on } of record.subjects) {
          expect([...on]).toEqual(statements.filter(({ subject }) => subject === id).map((statement) => statement.id));
        }
        for (const { id, statements: carried, withdrawn } of posts) {
          expect(carried).toEqual(statements.filter(({ post }) => post === id).map((statement) => statement.id));
          if (withdrawn !== null) {
            expect(carried.map((statement) => find(record.statements, statement)?.withdrawn)).not.toContain(null);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[F6] each thing says which revision brought and last changed it, when and by whom', () => {
    const record = after(after(given(floodCast), posting('The bridge is closed.'), 'Ondřej'), {
      kind: 'pin-post',
      seen: 3,
      post: 'post-2',
    });
    expect(record.last).toEqual({ revision: 4, at: minute(3), by: 'Marta' });
    expect(find(record.posts, 'post-2')).toMatchObject({
      published: { revision: 3, at: minute(2), by: 'Ondřej' },
      changed: { revision: 4, at: minute(3), by: 'Marta' },
    });
    expect(find(record.posts, 'post-1')).toMatchObject({ published: { revision: 2 }, changed: { revision: 2 } });
  });

  test('[F7] given a post, when it is corrected twice, then it says what it said before each time', () => {
    const correct = (seen: number, text: string, note: string): Command => ({
      kind: 'correct-post',
      seen,
      post: 'post-1',
      headline: null,
      body: paragraph(text),
      note,
    });
    const record = given(
      posting('6 m'),
      correct(2, '6.4 m', 'It was rounded.'),
      correct(3, '6.5 m', 'It was misheard.'),
    );
    expect(find(record.posts, 'post-1')).toMatchObject({
      body: paragraph('6.5 m'),
      corrections: [
        { revision: 3, note: 'It was rounded.', before: { headline: null, body: paragraph('6 m') } },
        { revision: 4, note: 'It was misheard.', before: { headline: null, body: paragraph('6.4 m') } },
      ],
    });
  });

  test('[F8] given a post with a statement, when it is withdrawn, then both stay on the record with the reason', () => {
    const record = given(floodCast, posting('300 have left.', { statements: [statementOf()] }), {
      kind: 'withdraw-post',
      seen: 3,
      post: 'post-2',
      reason: 'It was another town.',
    });
    const withdrawn = { revision: 4, at: minute(3), by: 'Marta', reason: 'It was another town.' };
    expect(find(record.posts, 'post-2')).toMatchObject({ withdrawn, body: paragraph('300 have left.') });
    expect(find(record.statements, 'statement-1')).toMatchObject({ withdrawn, post: 'post-2' });
    expect(find(record.subjects, 'subject-1')).toMatchObject({ changed: { revision: 4 } });
  });

  test('[F7] given a post, when it is clarified and corrected, then each says which it was', () => {
    const rewrite = (kind: 'correct-post' | 'clarify-post', seen: number, text: string): Command => ({
      kind,
      seen,
      post: 'post-1',
      headline: null,
      body: paragraph(text),
      note: 'It is the upper bridge.',
    });
    const record = given(
      posting('6 m'),
      rewrite('clarify-post', 2, '6 m at the bridge'),
      rewrite('correct-post', 3, '6.4 m'),
    );
    expect(find(record.posts, 'post-1')).toMatchObject({
      body: paragraph('6.4 m'),
      corrections: [
        { sort: 'clarification', before: { body: paragraph('6 m') } },
        { sort: 'correction', before: { body: paragraph('6 m at the bridge') } },
      ],
    });
  });

  test('[F8] given a statement, when it is corrected, then it stays with what was wrong and what took its place', () => {
    const record = given(floodCast, posting('300 have left.', { statements: [statementOf()] }), {
      kind: 'correct-statement',
      seen: 3,
      statement: 'statement-1',
      note: 'It was misheard.',
      parties: [],
      subjects: [],
      right: statementOf({ value: people(310) }),
    });
    const withdrawn = {
      revision: 4,
      at: minute(3),
      by: 'Marta',
      reason: 'It was misheard.',
      correctedBy: 'statement-2',
    };
    expect(find(record.statements, 'statement-1')).toMatchObject({ withdrawn, post: 'post-2' });
    expect(find(record.statements, 'statement-2')).toMatchObject({ withdrawn: null, post: null });
    expect(find(record.subjects, 'subject-1')).toMatchObject({ changed: { revision: 4 } });
  });

  test('[F9] given parties, when one is merged and split, then it says into which it was, and when', () => {
    const merge: Command = { kind: 'merge-parties', seen: 2, party: 'party-1', into: 'party-2' };
    const merged = given(floodCast, merge);
    expect(find(merged.parties, 'party-1')).toMatchObject({ into: 'party-2', changed: { revision: 3 } });
    expect(find(merged.parties, 'party-2')).toMatchObject({ into: null, changed: { revision: 2 } });
    const split = after(merged, { kind: 'split-party', seen: 3, party: 'party-1' });
    expect(find(split.parties, 'party-1')).toMatchObject({ into: null, changed: { revision: 4 } });
  });

  test('[F9] given a story, when it is described, then title and summary change and language and zone stay', () => {
    const record = given({ kind: 'describe-story', seen: 1, title: 'The flood falls', summary: 'Two days on.' });
    expect(record).toMatchObject({
      title: 'The flood falls',
      summary: 'Two days on.',
      language: 'en',
      zone: 'Europe/Prague',
    });
    expect(record).toMatchObject({ opened: { revision: 1 }, described: { revision: 2 } });
  });

  test('[F13] given an end and an opening, then each is kept with its words, and the story says whether it goes on', () => {
    const ended = given(floodCast, { kind: 'end-story', seen: 2, note: 'The water is gone.' });
    const on = after(ended, { kind: 'reopen-story', seen: 3, note: null }, 'Ondřej');
    const again = after(on, { kind: 'end-story', seen: 4, note: null });
    const [first, second] = again.endings;

    expect(endingOf(ended)).toMatchObject({ revision: 3, by: 'Marta', note: 'The water is gone.', reopened: null });
    expect(endingOf(on)).toBeNull();
    expect(first).toEqual({ ...endingOf(ended), reopened: { revision: 4, at: minute(3), by: 'Ondřej', note: null } });
    expect([second, endingOf(again)]).toEqual([again.endings[1], second]);
    expect(endingOf(ended)!.reopened).toBeNull();
  });

  test('[F14] an opening of what has not ended is an error: the journal is broken', () => {
    const stamp = { revision: 3, at: minute(2), by: 'Marta' };
    expect(() => evolve(given(floodCast), { kind: 'story-reopened', note: null }, stamp)).toThrowError('goes on');
  });

  test('[F9] given what a publication brings, then reports, parties, subjects and statements stand as it says', () => {
    const record = given(floodCast, publishing({ statements: [saidBy('party-1', { value: people(280) })] }));
    expect([...record.reports]).toMatchObject([{ id: 'report-1', outlet: 'Valley Courier', cited: { revision: 3 } }]);
    expect([...record.parties].map(({ id, name }) => [id, name])).toEqual([
      ['party-1', 'Jana Havlová'],
      ['party-2', 'Fire service'],
      ['party-3', 'a resident'],
    ]);
    expect([...record.statements]).toMatchObject([
      {
        id: 'statement-1',
        subject: 'subject-1',
        report: 'report-1',
        value: { best: 280 },
        post: null,
        withdrawn: null,
      },
    ]);
    expect([...find(record.subjects, 'subject-1')!.statements]).toEqual(['statement-1']);
  });

  test('[F9] given pinned and key posts, then they stand in the order of pinning and keying', () => {
    const on = (kind: 'pin-post' | 'unpin-post' | 'key-post' | 'unkey-post', post: `post-${number}`): Command => ({
      kind,
      seen: 20,
      post,
    });
    const posts = ['one', 'two', 'three'].map((text) => posting(text));
    let record = given(...posts);
    const step = (command: Command) => (record = after(record, { ...command, seen: record.last!.revision } as Command));
    for (const id of ['post-3', 'post-1', 'post-2'] as const) step(on('pin-post', id));
    for (const id of ['post-2', 'post-3'] as const) step(on('key-post', id));
    expect(record).toMatchObject({ pinned: ['post-3', 'post-1', 'post-2'], key: ['post-2', 'post-3'] });
    step(on('unpin-post', 'post-1'));
    step(on('unkey-post', 'post-2'));
    expect(record).toMatchObject({ pinned: ['post-3', 'post-2'], key: ['post-3'] });
    expect(find(record.posts, 'post-1')).toMatchObject({ pinned: false });
    expect(find(record.posts, 'post-2')).toMatchObject({ key: false, pinned: true });
  });

  test.each<Event>([
    { kind: 'post-withdrawn', post: 'post-7', reason: 'It never was.' },
    { kind: 'statement-withdrawn', statement: 'statement-7', reason: 'It never was.' },
    { kind: 'post-pinned', post: 'post-0' },
    { kind: 'party-merged', party: 'party-7', into: 'party-1' },
    { kind: 'party-split', party: 'party-7' },
    { kind: 'statement-corrected', statement: 'statement-7', by: 'statement-8', note: 'It never was.' },
  ])('[F10] an event on something that the journal does not hold is an error: $kind', (event) => {
    const record = given(posting('one'));
    expect(() => evolve(record, event, record.last!)).toThrow('the record holds no');
  });
});
