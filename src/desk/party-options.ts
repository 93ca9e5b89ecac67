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
      known.map(({ id, name, role, into }) => {
        const twin = (count.get(name) ?? 0) > 1 ? id : '';
        const merged = into === null ? '' : `merged into ${known.find((party) => party.id === into)?.name ?? into}`;
        return [id, words(name, role, [twin, merged].filter((part) => part !== '').join(', '))];
      }),
    ),
    ...Object.fromEntries(fresh.map(({ ref, name, role }) => [ref, words(name, role, 'new')])),
  };
}
