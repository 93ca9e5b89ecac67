import type { CommandOf } from '../record/command.ts';
import type { Party } from '../record/record.ts';
import type { PartyId } from '../terms/ids.ts';

/** Who a party is among the parties of a story: itself, or the party that it was merged into. */
export function identityIn(parties: readonly Party[], id: PartyId): PartyId {
  const into = parties.find((party) => party.id === id)?.into ?? null;
  return into === null ? id : identityIn(parties, into);
}

/** The parties that one can turn out to be: those that stand for themselves, and not what was merged into it. */
export function targetsFor(party: Party, parties: readonly Party[]): Party[] {
  return parties.filter(({ id, into }) => into === null && id !== party.id);
}

/** The command that merges a party into another. */
export function mergeCommand(party: PartyId, into: PartyId, seen: number): CommandOf<'merge-parties'> {
  return { kind: 'merge-parties', seen, party, into };
}

/** The command that makes a merged party one of its own again. */
export function splitCommand(party: PartyId, seen: number): CommandOf<'split-party'> {
  return { kind: 'split-party', seen, party };
}

/** Words for what sort a party is. */
export const sorts: Record<Party['sort'], string> = {
  person: 'person',
  body: 'body',
  unnamed: 'somebody not named',
};

/** A party in words by which it is told apart: its name, role, sort and number. */
export function partyLine({ id, name, role, sort }: Party): string {
  return `${name}, ${role ?? 'no role recorded'}, ${sorts[sort]}, ${id}`;
}
