import type { Party } from '../record/record.ts';
import type { NewParty } from './statement-draft.ts';

/** The parties to choose from, each with its role; those of one name also with their number, because they stay apart. */
export function partyOptions(known: readonly Party[], fresh: readonly NewParty[]): Record<string, string> {
  const count = new Map<string, number>();
  for (const { name } of [...known, ...fresh]) count.set(name, (count.get(name) ?? 0) + 1);
  const words = (name: string, role: string | null, more: string) =>
    [name || 'no name yet', role || 'no role recorded', more].filter((part) => part !== '').join(', ');
  return {
    ...Object.fromEntries(
      known.map(({ id, name, role }) => [id, words(name, role, (count.get(name) ?? 0) > 1 ? id : '')]),
    ),
    ...Object.fromEntries(fresh.map(({ ref, name, role }) => [ref, words(name, role, 'new')])),
  };
}
