import type { SuggestedState } from '../reading.ts';
import { lookupKey } from '../places/names.ts';

/** Gives routes without an end the one of the report's other routes from there, where these all lead to one place. */
export function withEnds(states: readonly SuggestedState[]): SuggestedState[] {
  const goals = new Map<string, Map<string, string>>();
  for (const { terms } of states) {
    if (terms.kind !== 'route' || terms.from === null || terms.to === null) continue;
    const from = lookupKey(terms.from);
    goals.set(from, (goals.get(from) ?? new Map<string, string>()).set(lookupKey(terms.to), terms.to));
  }
  return states.map((state) => {
    const { terms } = state;
    if (terms.kind !== 'route' || terms.from === null || terms.to !== null) return state;
    const known = goals.get(lookupKey(terms.from));
    return known?.size === 1 ? { ...state, terms: { ...terms, to: [...known.values()][0]! } } : state;
  });
}
