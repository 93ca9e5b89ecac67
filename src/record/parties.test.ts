import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverages } from '../../test/samples/commands.ts';
import { floodCast, given, minute, people, publishing, revisionBy, saidBy } from '../../test/samples/flood.ts';
import type { PartyId } from '../terms/ids.ts';
import type { Command } from './command.ts';
import { evolve, fold } from './evolve.ts';
import { identityOf } from './parties.ts';
import { get, type StoryRecord } from './record.ts';
import { standing } from './standing.ts';
import { statementsOn, successorOf } from './voices.ts';

const said = (party: 1 | 2 | 3, best: number) =>
  publishing({ statements: [saidBy(`party-${party}`, { value: people(best) })] });

/** The record after more commands, each of which has seen all before it. */
function after(record: StoryRecord, ...commands: Command[]): StoryRecord {
  let so = record;
  for (const command of commands)
    so = fold(so, revisionBy({ ...command, seen: so.last!.revision } as Command, so, undefined));
  return so;
}

const merge = (party: 1 | 2 | 3, into: 1 | 2 | 3): Command => ({
  kind: 'merge-parties',
  seen: 0,
  party: `party-${party}`,
  into: `party-${into}`,
});
const split = (party: 1 | 2 | 3): Command => ({ kind: 'split-party', seen: 0, party: `party-${party}` });

const stands = (record: StoryRecord) => standing(record, 'subject-1', minute(60));
const voices = (record: StoryRecord) => stands(record).voices.map(({ id }) => id);

describe('a party under two names', () => {
  const heard = given(floodCast, said(1, 300), said(2, 280));

  test('[S25] given two parties who differ, when one is merged into the other, then the newer statement is their voice', () => {
    expect(stands(heard).state).toBe('disputed');
    for (const merged of [after(heard, merge(1, 2)), after(heard, merge(2, 1))]) {
      expect(stands(merged).state).toBe('stated');
      expect(voices(merged)).toEqual(['statement-2']);
      expect([...statementsOn(merged, get(merged.subjects, 'subject-1'))]).toHaveLength(2);
      expect(successorOf(merged, merged.statements.at(0)!)?.id).toBe('statement-2');
    }
  });

  test('[S25] given a party that was merged, when it is split, then both speak again', () => {
    expect(stands(after(heard, merge(1, 2), split(1)))).toEqual(stands(heard));
  });

  test('[S25] given a party merged into one that is merged, then all three are one', () => {
    const record = after(heard, said(3, 290), merge(1, 2), merge(2, 3));
    expect((['party-1', 'party-2', 'party-3'] as const).map((id) => identityOf(record, id))).toEqual(
      Array<PartyId>(3).fill('party-3'),
    );
    expect(voices(record)).toEqual(['statement-3']);
    // The one in the middle takes its own with it.
    expect(voices(after(record, split(2)))).toEqual(['statement-2', 'statement-3']);
  });

  test('[S25] merging and splitting are exact inverses for every standing', () => {
    fc.assert(
      fc.property(coverages(), fc.nat(), fc.nat(), fc.nat(4), ({ record }, one, other, day) => {
        const parties = [...record.parties];
        const party = parties.filter(({ into }) => into === null)[one % Math.max(1, parties.length)]?.id;
        const into = parties[other % Math.max(1, parties.length)]?.id;
        if (party === undefined || into === undefined || identityOf(record, into) === party) return;
        const stamp = record.last!;
        const merged = evolve(record, { kind: 'party-merged', party, into }, stamp);
        const back = evolve(merged, { kind: 'party-split', party }, stamp);
        for (const { id } of record.subjects) {
          const moment = minute(day * 24 * 60);
          expect(standing(back, id, moment)).toEqual(standing(record, id, moment));
        }
        for (const { id } of parties) expect(identityOf(back, id)).toBe(identityOf(record, id));
      }),
      { numRuns: 200 },
    );
  });
});
