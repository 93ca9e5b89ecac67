import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverages } from '../../test/samples/commands.ts';
import type { Event } from './event.ts';
import {
  bodyHash,
  checkFollows,
  digest,
  firstHash,
  revisionHash,
  schemaVersion,
  seal,
  type Draft,
  type Revision,
} from './revision.ts';

const start = { number: 0, hash: firstHash };
const opened: Event = {
  kind: 'story-opened',
  title: 'Flood on the river',
  summary: null,
  language: 'en',
  zone: 'Europe/Prague',
};
const described: Event = { kind: 'story-described', title: 'The flood falls', summary: null };
const draft: Draft = { at: '2024-09-15T06:00:00.000Z', by: 'Marta', events: [opened, described], act: 'act-1' };
const salts = ['salt one', 'salt two'];
const broken = expect.objectContaining({ code: 'journal-broken' });

describe('the hash chain', () => {
  test('[J2] given a draft, when it is sealed, then it is numbered, dated, signed and follows the last', () => {
    const first = seal('river-flood', draft, start, salts);
    expect(first).toMatchObject({ ...draft, story: 'river-flood', number: 1, schema: schemaVersion, salts });
    expect(() => checkFollows(first, start)).not.toThrow();
    const second = seal('river-flood', { ...draft, events: [described] }, first, ['salt three']);
    expect(second.number).toBe(2);
    expect(() => checkFollows(second, first)).not.toThrow();
  });

  test('[J25] the hash is made as the document says, so that others can verify it', () => {
    const bodies = [digest(`salt one\n${JSON.stringify(opened)}`), digest(`salt two\n${JSON.stringify(described)}`)];
    expect(bodies[0]).toBe(bodyHash(opened, 'salt one'));
    const right = (schema: number) =>
      digest(
        JSON.stringify([firstHash, 'river-flood', 1, schema, '2024-09-15T06:00:00.000Z', 'Marta', 'act-1', bodies]),
      );
    expect(seal('river-flood', draft, start, salts).hash).toBe(right(schemaVersion));
    // Written down once, so that a change of the recipe is noticed.
    expect(right(1)).toBe('0be0aafd95807ab0d858953951a7e159c48088c789012d767845d274106e0f8a');
    expect(digest('řeka')).toBe('589ae7ada1d41b350a91e6a1decbaca6adef8717494780453e76bb0077fdd9d9');
  });

  test.each<[string, Partial<Revision>]>([
    ['its time', { at: '2024-09-15T06:00:00.001Z' }],
    ['its editor', { by: 'Ondřej' }],
    ['its story', { story: 'wild-fire' }],
    ['its act', { act: null }],
    ['its schema', { schema: schemaVersion + 1 }],
    ['its number', { number: 2 }],
    ['an event', { events: [{ ...opened, title: 'Flood on the rover' }, described] }],
    ['the order of its events', { events: [described, opened] }],
    ['one event less', { events: [opened] }],
    ['one event more', { events: [opened, described, described] }],
    ['a salt', { salts: ['salt one', 'salt 2'] }],
    ['its hash', { hash: 'f'.repeat(64) }],
  ])('[J21] given a sealed revision, when %s is changed, then it no longer follows', (_, change) => {
    const revision = seal('river-flood', draft, start, salts);
    expect(() => checkFollows({ ...revision, ...change }, start)).toThrowError(broken);
  });

  test('[J21] given a journal, when a revision is left out, exchanged or put twice, then it is broken there', () => {
    fc.assert(
      fc.property(coverages(), fc.nat(), ({ revisions }, at) => {
        const verify = (all: readonly Revision[]) =>
          all.forEach((revision, i) => checkFollows(revision, all[i - 1] ?? start));
        expect(() => verify(revisions)).not.toThrow();
        const i = at % revisions.length;
        expect(() => verify(revisions.toSpliced(i, 0, revisions[i]!))).toThrowError(broken);
        if (i < revisions.length - 1) expect(() => verify(revisions.toSpliced(i, 1))).toThrowError(broken);
      }),
      { numRuns: 50 },
    );
  });

  test('[J25] given only the hashes of the bodies, the chain still verifies, so that a body can be blanked', () => {
    const { events, hash, ...rest } = seal('river-flood', draft, start, salts);
    const bodies = events.map((event, i) => bodyHash(event, salts[i]!));
    expect(revisionHash(firstHash, rest, bodies)).toBe(hash);
  });
});
