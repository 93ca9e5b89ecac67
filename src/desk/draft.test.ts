import { expect, test } from 'vitest';
import { statementOf } from '../../test/samples/flood.ts';
import { Command } from '../record/command.ts';
import { emptyDraft, holdsWork, labelOf, newerOf, readDraft } from './draft.ts';
import { kindNamed } from './kinds/kinds.ts';
import { emptyStatement } from './statement-draft.ts';

const empty = emptyDraft('a', 'flood');
const said = { ...empty, body: [{ kind: 'paragraph' as const, runs: [{ text: 'Water rises.' }] }] };

test('[E5] a draft holds work as soon as anything in it would be missed', () => {
  expect(holdsWork(empty)).toBe(false);
  expect(holdsWork({ ...empty, key: true })).toBe(false);
  expect(holdsWork({ ...empty, headline: ' ' })).toBe(false);
  for (const one of [
    said,
    { ...empty, headline: 'Now' },
    { ...empty, note: 'Wrong town.' },
    { ...empty, statements: [emptyStatement('s1')] },
    {
      ...empty,
      pending: { act: 'a', command: { kind: 'pin-post' as const, seen: 1, post: 'post-1' as const }, statements: [] },
    },
  ]) {
    expect(holdsWork(one)).toBe(true);
  }
});

test('[E5] a kept draft is read again as it was', () => {
  const draft = { ...said, statements: [emptyStatement('s1')], changed: '2026-01-01T00:00:00.000Z' };
  expect(readDraft(JSON.stringify(draft))).toEqual(draft);
});

test('[E5] a draft kept by an older desk is filled up', () => {
  expect(readDraft('{"id":"a","story":"flood","headline":"Now"}')).toEqual({ ...empty, headline: 'Now' });
});

test('[E25] statements, subjects and what was sent by an older desk are filled up, and say nothing that they did not', () => {
  const { kept: _, ...statement } = emptyStatement('s1');
  const subject = { ref: 'new-1', name: 'Road', kind: 'route', terms: { from: 'Mill' } };
  const value = { kind: 'route', state: 'proposed', reason: null, people: null };
  const older = {
    ...said,
    statements: [{ ...statement, suggestion: 3, values: { route: { state: 'proposed' } } }],
    subjects: [subject],
    pending: {
      act: 'a',
      command: {
        kind: 'publish',
        post: null,
        parties: [],
        subjects: [
          { ref: 'new-1', name: 'Road', terms: { kind: 'route', aim: null, from: null, through: [], to: null } },
        ],
        statements: [{ ...statementOf(), subject: 'new-1', value }],
      },
    },
  };
  const read = readDraft(JSON.stringify(older))!;
  expect(read).toMatchObject({
    body: said.body,
    statements: [{ kept: [], suggestion: 'suggestion-3', values: { route: { state: 'proposed' } } }],
    subjects: [{ ...subject, sides: [] }],
    pending: { act: 'a', command: { subjects: [{ sides: [] }], statements: [{ value: { ...value, window: null } }] } },
  });
  expect(Command.parse(read.pending?.command)).toEqual(read.pending?.command);
  expect(kindNamed('route').value(read.statements[0]?.values.route ?? {})).toEqual({ ...value, window: null });
  expect(kindNamed('truce').missing({})).toHaveLength(1);
});

test.each(['', 'null', '3', '{}', '{"id":1,"story":"flood"}', 'dropped'])(
  'what is no draft (%s) is none',
  (contents) => {
    expect(readDraft(contents)).toBeNull();
  },
);

test('of two copies the one changed last is taken', () => {
  const [older, newer] = [
    { ...said, changed: '2026-01-01T00:00:01.000Z' },
    { ...said, changed: '2026-01-01T00:00:02.000Z' },
  ];
  expect(newerOf(older, newer)).toBe(newer);
  expect(newerOf(newer, older)).toBe(newer);
  expect(newerOf(older, older)).toBe(older);
});

test('a draft is known by what it is and its first words', () => {
  expect(labelOf(empty)).toBe('New post');
  expect(labelOf(said)).toBe('New post: Water rises.');
  expect(labelOf({ ...said, purpose: { kind: 'correct', post: 'post-2', seen: 4 } })).toBe(
    'Correction of post-2: Water rises.',
  );
  expect(labelOf({ ...said, purpose: { kind: 'clarify', post: 'post-2', seen: 4 } })).toBe(
    'Clarification of post-2: Water rises.',
  );
  expect(labelOf({ ...empty, purpose: { kind: 'correct-statement', statement: 'statement-2', seen: 4 } })).toBe(
    'Correction of statement-2',
  );
  expect(labelOf({ ...empty, headline: 'x'.repeat(60) })).toHaveLength('New post: '.length + 48);
});
