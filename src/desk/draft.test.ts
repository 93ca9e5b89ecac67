import { expect, test } from 'vitest';
import { emptyDraft, holdsWork, labelOf, newerOf, readDraft } from './draft.ts';
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
  expect(labelOf({ ...empty, headline: 'x'.repeat(60) })).toHaveLength('New post: '.length + 48);
});
