import type { RouteValue } from '../../journal/subjects/route.ts';
import type { Span } from '../reading.ts';
import { reasonIn, routeCues, stateIn } from './cues.ts';
import { wordsAt, type StateContext, type StateDraft } from './draft.ts';
import { waysIn } from './routes.ts';

/** Words of a text that speaks of ways out or in for people or aid. */
export const routeWords =
  /\b(?:corridors?|humanitarian (?:routes?|passages?)|evacuation routes?|(?:safe|green) (?:routes?|passages?|exits?)|evacuat\w+|convoys?|passages?)\b/i;

const people = /\b((?:more than |over |at least |about |around |some |nearly |up to )?\d[\d,.]* (?:people|civilians|residents|children|women|evacuees|inhabitants))\b/i;
const aid = /\b(?:aid|supplies|food|medicines?|humanitarian cargo|relief goods)\b/i;
const out = /\b(?:evacuat\w+|civilians|residents|leave|women|children|evacuees|people)\b/i;

/** The states of the routes that a sentence names. */
export function routeStates({ text, sentence, ofRoutes, status }: StateContext): StateDraft[] {
  const words = wordsAt(text, sentence);
  if (!ofRoutes && !routeWords.test(words)) return [];
  const ways = waysIn(sentence.tokens.filter(({ start }) => status === null || start >= status.end));
  if (ways.length === 0) return [];
  const body: Span = { start: Math.max(sentence.start, status?.end ?? 0), end: sentence.end };
  const own = stateIn(text, body, routeCues);
  const said = status && stateIn(text, status, routeCues);
  const found = said ?? own;
  if (!found) return [];
  const value: RouteValue = {
    kind: 'route',
    state: found.state,
    reason: ['refused', 'failed', 'suspended', 'disrupted'].includes(found.state) ? reasonIn(text, body) : null,
    people: people.exec(words)?.[1] ?? null,
    window: null,
  };
  const aim = out.test(words) ? 'people-out' : aid.test(words) ? 'aid-in' : null;
  const name = (span: Span | null): string | null => span && wordsAt(text, span).slice(0, 120);
  return ways.map(({ from, through, to }) => ({
    cue: found.cue,
    terms: { kind: 'route', aim, from: name(from), through: through.slice(0, 20).map((one) => name(one)!), to: name(to) },
    value,
  }));
}
