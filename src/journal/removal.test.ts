import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueOfEach } from '../../test/samples/values.ts';
import { Event } from './event.ts';
import { blanked, placesOf, type Removable } from './removal.ts';
import type { Tombstone } from './removal-shapes.ts';
import { blankRevision, checkFollows, firstHash, seal } from './revision.ts';
import type { Value } from './subjects/subject.ts';

const removed: Tombstone = { revision: 9, at: '2024-09-15T07:00:00.000Z', ground: 'safety' };
const secret = 'Lock Street 9';
const hash = 'a'.repeat(64);
const told = { headline: secret, body: [{ kind: 'paragraph' as const, runs: [{ text: secret }] }] };

const statement = (value: Value): Event => ({
  kind: 'statement-recorded',
  statement: 'statement-1',
  subject: 'subject-1',
  by: { party: 'party-1', as: secret, role: secret },
  via: ['party-2'],
  channel: secret,
  mode: 'denies',
  value,
  happened: { from: '2024-09-14', to: null, zone: null, words: secret },
  said: { from: '2024-09-15', to: null, zone: null, words: secret },
  report: 'report-1',
  excerpt: { exact: secret, prefix: secret, suffix: secret, start: 0, end: secret.length },
  links: [],
});

const route: Value = { kind: 'route', state: 'refused', reason: secret, people: secret, window: null };

const holding: [Removable, Event][] = [
  ['post-1', { kind: 'post-published', post: 'post-1', ...told, language: 'en', statements: ['statement-1'] }],
  ['post-1', { kind: 'post-corrected', post: 'post-1', ...told, note: secret }],
  ['post-1', { kind: 'post-clarified', post: 'post-1', ...told, note: secret }],
  ['post-1', { kind: 'post-withdrawn', post: 'post-1', reason: secret }],
  ['statement-1', statement(route)],
  ['statement-1', { kind: 'statement-withdrawn', statement: 'statement-1', reason: secret }],
  ['statement-1', { kind: 'statement-corrected', statement: 'statement-1', by: 'statement-2', note: secret }],
  [
    'report-1',
    {
      kind: 'report-cited',
      report: 'report-1',
      text: hash,
      bytes: hash,
      title: secret,
      outlet: secret,
      origin: `https://example.org/${secret}`,
      published: secret,
      language: 'en',
    },
  ],
  [
    'payment-1',
    {
      kind: 'payment-entered',
      payment: 'payment-1',
      subject: 'subject-1',
      country: secret,
      payee: secret,
      lines: [{ label: secret, text: secret }],
      validUntil: { from: '2024-09-30', to: null, zone: null, words: secret },
    },
  ],
  ['payment-1', { kind: 'payment-withdrawn', payment: 'payment-1', reason: secret }],
];

describe('an event that is taken down', () => {
  test.each(holding.map(([id, event]) => [event.kind, id, event] as const))(
    '%s is found by its thing, loses its text and stays an event',
    (_, id, event) => {
      expect(placesOf([event], new Set([id]))).toEqual([0]);
      expect(placesOf([event], new Set(['post-2', 'statement-2', 'report-2', 'payment-2']))).toEqual([]);
      const after = blanked(event, removed);
      expect(JSON.stringify(after)).not.toContain(secret);
      expect(Event.parse(after)).toEqual(after);
      expect(after.kind).toBe(event.kind);
    },
  );

  test('a statement keeps its subject, the party that spoke and how, and says nothing, whatever its kind', () => {
    fc.assert(
      fc.property(valueOfEach, (values) => {
        for (const value of Object.values(values)) {
          const after = blanked(statement(value), removed);
          expect(Event.parse(after)).toMatchObject({
            subject: 'subject-1',
            by: { party: 'party-1' },
            mode: 'denies',
            value: { kind: value.kind },
            excerpt: null,
            removed,
          });
          // What it said makes no difference any more.
          expect(after).toEqual(blanked(statement(values[value.kind]), removed));
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each<Event>([
    { kind: 'post-pinned', post: 'post-1' },
    { kind: 'party-named', party: 'party-1', name: 'Jana', sort: 'person', role: null },
    { kind: 'content-removed', what: ['post-1'], ground: 'law' },
  ])('$kind holds no text that could be taken down', (event) => {
    expect(placesOf([event], new Set(['post-1', 'statement-1', 'report-1', 'payment-1']))).toEqual([]);
    expect(blanked(event, removed)).toEqual(event);
  });

  test('a post takes with it the reason that it gave to the statements which were withdrawn with it, and no other', () => {
    const withdrawn = (statement: `statement-${number}`): Event => ({
      kind: 'statement-withdrawn',
      statement,
      reason: secret,
    });
    const withPost: Event[] = [withdrawn('statement-1'), { kind: 'post-withdrawn', post: 'post-1', reason: secret }];
    expect(placesOf(withPost, new Set(['post-1']))).toEqual([0, 1]);
    expect(placesOf(withPost, new Set(['statement-1']))).toEqual([0]);
    expect(placesOf(withPost, new Set(['post-2']))).toEqual([]);
    expect(placesOf([withdrawn('statement-1')], new Set(['post-1']))).toEqual([]);
  });

  test('[J29] a revision that lost texts follows as before, and one that says something else instead does not', () => {
    const events = holding.map(([, event]) => event);
    const draft = { at: '2024-09-15T06:30:00.000Z', by: 'Marta', events, act: null };
    const last = { number: 0, hash: firstHash };
    const sealed = seal(
      'river-flood',
      draft,
      last,
      events.map((_, i) => `salt ${i}`),
    );
    const once = blankRevision(sealed, new Set(['post-1']), removed);
    const twice = blankRevision(once, new Set(['statement-1', 'report-1', 'payment-1']), removed);

    for (const revision of [once, twice]) {
      checkFollows(revision, last);
      expect(revision.hash).toBe(sealed.hash);
    }
    expect(JSON.stringify(twice)).not.toContain(secret);
    expect(twice.salts).toEqual(events.map(() => ''));
    expect(sealed.salts).toContain('salt 0');
    expect(() => checkFollows({ ...twice, blanked: { ...twice.blanked, 0: hash } }, last)).toThrow('hash');
    expect(() => checkFollows({ ...twice, blanked: {} }, last)).toThrow('hash');
  });
});
