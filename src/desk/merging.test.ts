import { expect, test } from 'vitest';
import { circumstancesAt, floodCast, given, minute } from '../../test/samples/flood.ts';
import { Command } from '../record/command.ts';
import { decide } from '../record/decide.ts';
import { deskView, type DeskParty } from '../views/desk-view.ts';
import { identityIn, mergeCommand, partyLine, splitCommand, targetsFor } from './merging.ts';
import { partyOptions } from './party-options.ts';

const before = given(floodCast);
const { parties, revision } = deskView(before, minute(2));
const [mayor, service, resident] = parties as [DeskParty, DeskParty, DeskParty];
const merge = mergeCommand(resident.id, mayor.id, revision);
const after = given(floodCast, merge);
const merged = deskView(after, minute(3)).parties;

test('[E21] merging and splitting are what the record takes', () => {
  expect(decide(before, Command.parse(merge), circumstancesAt(minute(2)))).toEqual([
    { kind: 'party-merged', party: resident.id, into: mayor.id },
  ]);
  const split = splitCommand(resident.id, 3);
  expect(decide(after, Command.parse(split), circumstancesAt(minute(3)))).toEqual([
    { kind: 'party-split', party: resident.id },
  ]);
});

test('[E21] a party can turn out to be any other that stands for itself, and never goes in a circle', () => {
  expect(targetsFor(resident, parties)).toEqual([mayor, service]);
  expect(targetsFor(service, merged).map(({ id }) => id)).toEqual([mayor.id]);
  expect(targetsFor(mayor, merged).map(({ id }) => id)).toEqual([service.id]);
});

test('[E21] both are shown with name, role, sort and number, by which two of one name are told apart', () => {
  expect(partyLine(mayor)).toBe('Jana Havlová, mayor, person, party-1');
  expect(partyLine(resident)).toBe('a resident, no role recorded, somebody not named, party-3');
});

test('a merged party is its other one, also through a third, until it is split', () => {
  expect(identityIn(parties, resident.id)).toBe(resident.id);
  expect(identityIn(merged, resident.id)).toBe(mayor.id);
  const further = merged.map((party) => (party.id === mayor.id ? { ...party, into: service.id } : party));
  expect(identityIn(further, resident.id)).toBe(service.id);
  expect(partyOptions(merged, [])).toMatchObject({
    'party-3': 'a resident, no role recorded, merged into Jana Havlová',
  });
});
