import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minute, people } from '../../test/samples/flood.ts';
import { kindNames, siteIs, someValues } from '../../test/samples/values.ts';
import { Link, Mode } from '../journal/statement.ts';
import type { Value } from '../journal/subjects/subject.ts';
import type { StatementId } from '../terms/ids.ts';
import { disputesAmong, mostPairsListed } from './disputes.ts';
import { compare } from './kinds/claim.ts';
import type { RecordedStatement } from './record.ts';
import { weigh, type Weighed } from './weighing.ts';

/** Voices that say some values, in the order of recording. */
function voices(said: { value: Value; mode?: Mode; links?: Link[] }[]): Weighed[] {
  return said.map(({ value, mode = 'says', links = [] }, i) => {
    const nothing = { via: [], channel: null, happened: null, said: null, report: null, excerpt: null, post: null };
    const statement: RecordedStatement = {
      ...nothing,
      id: `statement-${i + 1}`,
      subject: 'subject-1',
      by: null,
      mode,
      value,
      links,
      recorded: { revision: 1, at: minute(0), by: 'Marta' },
      withdrawn: null,
      corrects: null,
      removed: null,
    };
    return weigh(statement, 'Europe/Prague');
  });
}

/** The rule as it is written down: each pair is looked at. */
function pairByPair(all: Weighed[]): [StatementId, StatementId][] {
  const denies = (one: Weighed, other: Weighed) =>
    one.links.some(({ kind, statement }) => statement === other.id && (kind === 'denies' || kind === 'disputes'));
  const differ = (one: Weighed, other: Weighed) => {
    const weights = `${one.weight} ${other.weight}`;
    if (weights === 'fact fact') return compare(one, other) === 'differ';
    return (weights === 'denial fact' || weights === 'fact denial') && compare(one, other) === 'agree';
  };
  return all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter((other) => differ(one, other) || denies(one, other) || denies(other, one))
      .map((other): [StatementId, StatementId] => [one.id, other.id]),
  );
}

const said = (kind: (typeof kindNames)[number], most: number) =>
  fc.array(
    fc.record({
      value: someValues[kind] as fc.Arbitrary<Value>,
      mode: fc.constantFrom(...Mode.options),
      links: fc.array(
        fc.record({
          kind: fc.constantFrom(...Link.shape.kind.options),
          statement: fc.nat(most).map((i) => `statement-${i + 1}` as const),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: most },
  );

describe('disputes', () => {
  test.each(kindNames)('[S2] %s: they are the pairs that looking at each pair finds', (kind) => {
    fc.assert(
      fc.property(said(kind, 12), (all) => {
        const heard = voices(all.map((one, i) => ({ ...one, links: ofOthers(one.links, i) })));
        const { pairs, more } = disputesAmong(heard);
        const right = pairByPair(heard);
        expect(pairs).toEqual(right.slice(0, mostPairsListed));
        expect(more).toBe(right.length - pairs.length);
      }),
      { numRuns: 200 },
    );
  });

  test('[S15] the first pairs are listed and all are counted', () => {
    const all = voices(Array.from({ length: 40 }, (_, i) => ({ value: people(i) })));
    const { pairs, more } = disputesAmong(all);
    expect(pairs).toEqual(pairByPair(all).slice(0, 50));
    expect(pairs.length + more).toBe((40 * 39) / 2);
  });

  test('[S15] a thousand voices who agree or differ take about a millisecond', () => {
    const thousand = (valueOf: (i: number) => Value) =>
      voices(Array.from({ length: 1000 }, (_, i) => ({ value: valueOf(i) })));
    const crowds = [
      thousand((i) => people(i)),
      thousand((i) => people(0, { bound: 'between', low: -i, best: null, high: i })),
      thousand((i) => people(0, { what: `people of street ${i}` })),
      thousand((i) => siteIs('power', (['fine', 'impaired', 'lost'] as const)[i % 3]!)),
    ];
    for (const crowd of crowds) {
      const times = Array.from({ length: 30 }, () => {
        const start = performance.now();
        disputesAmong(crowd);
        return performance.now() - start;
      });
      // Pair by pair it was a second. The best of many, because other programs run as well.
      expect(Math.min(...times)).toBeLessThan(3);
    }
  });
});

/** A statement refers to earlier ones only. */
const ofOthers = (links: Link[], i: number) => links.filter(({ statement }) => Number(statement.slice(10)) <= i);
