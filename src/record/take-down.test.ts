import { describe, expect, test } from 'vitest';
import { circumstancesAt, floodCast, given, minute, people, posting, saidBy } from '../../test/samples/flood.ts';
import { further } from '../../test/samples/further.ts';
import type { Command, CommandOf } from './command.ts';
import { decide } from './decide.ts';
import { find } from './record.ts';
import { standing } from './standing.ts';
import { isThere, revisionsWith } from './take-down.ts';

const seen = 99;
const takeDown = (...what: CommandOf<'remove-content'>['what']): CommandOf<'remove-content'> => ({
  kind: 'remove-content',
  seen,
  what,
  ground: 'privacy',
});

/** Two parties in dispute in post 2, which is pinned and a key point. */
const disputed = () =>
  further(
    given(floodCast),
    posting('They differ.', {
      statements: [saidBy('party-1', { value: people(300) }), saidBy('party-2', { value: people(280) })],
    }),
    { kind: 'pin-post', seen, post: 'post-2' },
    { kind: 'key-post', seen, post: 'post-2' },
  );

describe('taking down', () => {
  test('[D29] a post loses its words and its marks; its statements stand', () => {
    const record = further(disputed(), takeDown('post-2'));

    expect(find(record.posts, 'post-2')).toMatchObject({
      headline: null,
      body: [],
      pinned: false,
      key: false,
      statements: ['statement-1', 'statement-2'],
      removed: { ground: 'privacy', revision: 6 },
    });
    expect(record.pinned).toEqual([]);
    expect(record.key).toEqual([]);
    expect(standing(record, 'subject-1', minute(60)).state).toBe('disputed');
  });

  test('[F12] a statement no longer counts, and what it denied is denied no more', () => {
    const record = further(disputed(), takeDown('statement-2'));

    expect(standing(record, 'subject-1', minute(60))).toMatchObject({
      state: 'stated',
      voices: [{ id: 'statement-1' }],
      disputes: [],
    });
  });

  test('[D29] the same thing named twice is taken down once, and its marks are taken off once', () => {
    const record = further(disputed(), takeDown('post-2', 'post-2'));

    const events = decide(disputed(), { ...takeDown('post-2', 'post-2'), seen: 5 }, circumstancesAt(minute(60)));
    expect(events.map(({ kind }) => kind)).toEqual(['post-unpinned', 'post-unkeyed', 'content-removed']);
    expect(() => further(record, takeDown('post-2'))).toThrowError(
      expect.objectContaining({ code: 'already-removed' }),
    );
  });

  test('[D29] what is gone cannot be changed, and what there never was cannot be taken down', () => {
    const record = further(disputed(), takeDown('post-2', 'statement-1'));
    const refused = (command: Command, code: string) =>
      expect(() => further(record, command)).toThrowError(expect.objectContaining({ code }));

    refused({ kind: 'withdraw-post', seen, post: 'post-2', reason: 'Wrong.' }, 'already-removed');
    refused({ kind: 'pin-post', seen, post: 'post-2' }, 'already-removed');
    refused({ kind: 'withdraw-statement', seen, statement: 'statement-1', reason: 'Wrong.' }, 'already-removed');
    refused(takeDown('post-77'), 'thing-unknown');
  });

  test('[F12] a withdrawn post takes with it the reason that it gave to its statements, and no other reason', () => {
    const before = further(
      disputed(),
      { kind: 'withdraw-statement', seen, statement: 'statement-2', reason: 'Misheard.' },
      { kind: 'withdraw-post', seen, post: 'post-2', reason: 'Jana hides in the mill.' },
    );
    const record = further(before, takeDown('post-2'));
    const reasons = [...record.statements].map(({ withdrawn }) => withdrawn?.reason);

    expect([...before.statements].map(({ withdrawn }) => withdrawn?.reason)).toEqual([
      'Jana hides in the mill.',
      'Misheard.',
    ]);
    expect(reasons).toEqual(['—', 'Misheard.']);
    expect(find(record.subjects, 'subject-1')!.changed.revision).toBe(8);
  });

  test('[F12] the revisions that hold its texts are those that published, changed and withdrew it, each once', () => {
    const record = further(
      disputed(),
      { kind: 'withdraw-statement', seen, statement: 'statement-2', reason: 'Misheard.' },
      {
        kind: 'clarify-post',
        seen,
        post: 'post-2',
        headline: null,
        body: [{ kind: 'paragraph', runs: [{ text: 'They differed.' }] }],
        note: 'Since then one was withdrawn.',
      },
      { kind: 'withdraw-post', seen, post: 'post-2', reason: 'It was another river.' },
    );

    expect(revisionsWith(record, ['post-2'])).toEqual([3, 7, 8]);
    expect(revisionsWith(record, ['statement-1'])).toEqual([3, 8]);
    expect(revisionsWith(record, ['statement-2', 'post-2'])).toEqual([3, 6, 7, 8]);
    expect(revisionsWith(record, ['report-1'])).toEqual([3]);
    expect(isThere(record, 'report-1')).toBe(true);
    expect(isThere(record, 'report-9')).toBeUndefined();
  });
});
