import type { RouteState, RouteValue } from '../../journal/subjects/route.ts';
import type { Span } from '../reading.ts';
import { reasonIn, routeCues, stateIn } from './cues.ts';
import { wordsAt, type StateContext, type StateDraft } from './draft.ts';
import { waysIn, type Way } from './routes.ts';

/** Words of ways out or in for people or aid: alone, or with what tells them from flights and roads. */
const surely =
  /\b(?:corridors?|evacu\w+|convoys?|rescued|to rescue|(?:humanitarian|safe|green) (?:routes?|passages?|exits?))\b/i;
const perhaps =
  /\b(?:(?:routes?|passages?)(?: \w+){0,4} (?:from|between)\b|(?:routes?|passages?)[^.:]{0,60}(?::| [-–] )|buses\b.{0,80}\b(?:left|leave|depart)|(?:people|residents|civilians) (?:have )?(?:came|come|arrived|left|fled|can go|can leave)|from the (?:city|town|village|settlement) of)/i;

/** Whether words speak of ways out or in for people or aid. */
export const speaksOfRoutes = (words: string): boolean => surely.test(words) || perhaps.test(words);

/** Words for routes as such, and the states that are told of them as such. */
const corridors = /\b(?:humanitarian|evacuation|safe|green) (?:corridors?|routes?|passages?)\b/i;
const whole = new Set<RouteState>(['refused', 'failed', 'suspended', 'disrupted']);

const people =
  /\b((?:more than |over |at least |about |around |some |nearly |up to )?\d[\d,.]* (?:people|civilians|residents|children|women|evacuees|inhabitants))\b/i;
const aid = /\b(?:aid|supplies|food|medicines?|humanitarian cargo|relief goods)\b/i;
const out = /\b(?:evacuat\w+|civilians|residents|leave|women|children|evacuees|people)\b/i;

/** The states of the routes that a sentence names. */
export function routeStates(context: StateContext): StateDraft[] {
  const { text, sentence, ofRoutes, carried, status } = context;
  const words = wordsAt(text, sentence);
  if (!ofRoutes && !speaksOfRoutes(words)) return [];
  const ways = ofThese.test(words) ? withGoal(waysOf(context), context.goal) : waysOf(context);
  const body: Span = { start: Math.max(sentence.start, status?.end ?? 0), end: sentence.end };
  const own = stateIn(text, body, routeCues);
  const said = status && stateIn(text, status, routeCues);
  const found = said ?? own ?? carried;
  if (!found) return [];
  if (ways.length === 0) return status ? [] : asSuch(text, body, words);
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
    at: from ?? to ?? found.cue,
    terms: {
      kind: 'route',
      aim,
      from: name(from),
      through: through.slice(0, 20).map((one) => name(one)!),
      to: name(to),
    },
    value,
  }));
}

/** “Of these, 70 came from A”: of those who came to where the sentence before says. */
const ofThese = /^[“"‘']?(?:Of|Out of) (?:th(?:em|ese|ose|at)|the total)\b/i;

const withGoal = (ways: Way[], goal: Span | null): Way[] => ways.map((way) => ({ ...way, to: way.to ?? goal }));

function waysOf({ text, sentence, places, kindOf, status }: StateContext): Way[] {
  const words = wordsAt(text, sentence);
  const placeAt = ({ start, end }: Span) => places.find((place) => place.start < end && start < place.end);
  const isPeople = (span: Span | null): boolean => span !== null && placeAt(span)?.sort === 'people';
  // A start alone is little: only where the sentence surely speaks of a way, and from no country.
  const isStart = (from: Span | null): boolean => from !== null && surely.test(words) && kindOf(from) !== 'country';
  return waysIn(
    sentence.tokens.filter(({ start }) => status === null || start >= status.end),
    kindOf,
    speaksOfRoutes(words) || /^[^.]*:/.test(words),
  ).filter(({ from, to }) => !isPeople(from) && !isPeople(to) && (to !== null || isStart(from)));
}

/** Where the only ways of a sentence lead, if they lead to one place. */
export function goalOf(context: StateContext): Span | null {
  if (!context.ofRoutes && !speaksOfRoutes(wordsAt(context.text, context.sentence))) return null;
  const goals = waysOf(context).flatMap(({ to }) => (to ? [to] : []));
  const names = new Set(goals.map((goal) => wordsAt(context.text, goal)));
  return names.size === 1 ? goals[0]! : null;
}

/** A stand towards routes, or what became of them, where no way is named. */
function asSuch(text: string, body: Span, words: string): StateDraft[] {
  if (!corridors.test(words)) return [];
  return routeCues
    .filter(({ state }) => whole.has(state))
    .flatMap((cue): StateDraft[] => {
      const found = stateIn(text, body, [cue]);
      if (!found) return [];
      const reason = reasonIn(text, { start: found.cue.end, end: body.end });
      return [
        {
          cue: found.cue,
          terms: { kind: 'route', aim: out.test(words) ? 'people-out' : null, from: null, through: [], to: null },
          value: { kind: 'route', state: found.state, reason, people: null, window: null },
        },
      ];
    });
}
