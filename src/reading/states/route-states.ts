import type { RouteState, RouteValue } from '../../journal/subjects/route.ts';
import type { Span } from '../reading.ts';
import type { Token } from '../sentences.ts';
import { stateIn, type Found } from './cues.ts';
import { wordsAt, type StateContext, type StateDraft } from './draft.ts';
import { reasonIn } from './reasons.ts';
import { hasPurpose, isPurposeful, isRoad } from './route-purpose.ts';
import { persons, routeCues, routeStatesOf } from './route-cues.ts';
import { waysIn, type Way } from './routes.ts';

/** Words of ways out or in for people or aid: alone, or with what tells them from flights and roads. */
const surely =
  /\b(?:evacu\w+|airlift\w*|(?<!\b(?:army|military|armou?red|tank|troop|police|presidential|diplomatic|farmers[’']?|truckers[’']?|protest|wedding) )convoys?(?! of (?:\w+ )?(?:tanks|troops|soldiers|farmers|truckers|protesters|tractors|motorcycles|motorbikes))|rescued|to rescue|(?:humanitarian|safe|green|relief|aid|escape|exit) (?:corridors?|routes?|passages?|exits?|columns?|trucks|lorries|ships?|shipments?)|columns? (?:from|of (?:buses|cars|vehicles|people|evacuees|refugees))|deliver\w* (?:\w+ )?(?:aid|food|supplies|medicines?|relief)|(?<!\b(?:transport|transportation|highway|street|river|rail|freight|trade|traffic|commercial|economic|energy|business|wildlife|\d+) )corridors?(?! (?:of power|expansion|project)))\b/i;
const goers = `(?:${persons}|buses|coaches|boats|ferries|helicopters|trucks|lorries)`;
const perhaps = new RegExp(
  [
    String.raw`\b(?:routes?|passages?)(?: \w+){0,4} (?:from|between)\b`,
    String.raw`\b(?:routes?|passages?)[^.:]{0,60}(?::| [-–] )`,
    String.raw`\b(?:buses|boats|ferries|helicopters)\b.{0,80}\b(?:left|leave|leaving|reach|depart\w*|took|brought|carried|arrived)\b`,
    String.raw`\b${goers} (?:have |had )?(?:came|come|arrived|left|fled|escaped|can go|can leave)\b`,
    String.raw`\b${goers}\b.{0,80}\b(?:were|been|be|being) (?:taken|brought|moved|bused|transported|transferred|relocated|ferried|flown|airlifted|led)\b`,
    String.raw`\b(?:took|take|brought|bring|get|carried|ferried|moved|move|bused|flew|transported|led|escorted)\b.{0,60}\b(?:${goers}|cars|vehicles|columns?)\b.{0,60}\b(?:from|out of)\b`,
    String.raw`\b${goers}\b.{0,30}\b(?:told|ordered|urged|advised|asked) to (?:leave|evacuate)\b`,
    String.raw`\b(?:trapped|stranded|besieged) in\b.{0,80}\b(?:leave|left|taken|brought|reach|reached)\b`,
    String.raw`\b${goers} (?:of|from|in) .{0,60}\b(?:reached|arrived|to reach|to leave)\b`,
    String.raw`\b(?:want|wants|wish|wishing|wanting) to (?:leave|flee|be evacuated)\b`,
    String.raw`\bfrom the (?:city|town|village|settlement) of\b`,
  ].join('|'),
  'i',
);

const order = /\b(?:told|ordered|urged|advised|asked) to (?:leave|flee|evacuate)\b/i;
/** What else goes from one place to another. */
const elsewhere = /\b(?:flights?|airlines?|airways|fares?|tickets?|pipelines?|highway|interstate)\b/i;

/** Whether words say what the ways of their report are for. */
export const tellsPurpose = (words: string): boolean => surely.test(words) || isPurposeful(words);

/** Whether words speak of ways out or in for people or aid, in a report that says what its ways are for or does not. */
export const speaksOfRoutes = (words: string, isOfPurpose: boolean): boolean =>
  surely.test(words) || (perhaps.test(words) && !elsewhere.test(words) && hasPurpose(words, isOfPurpose));

/** Words for routes as such, and the states that are told of them as such. */
const corridors = /\b(?:humanitarian|evacuation|safe|green) (?:corridors?|routes?|passages?)\b/i;
const whole = new Set<RouteState>(['refused', 'failed', 'suspended', 'disrupted']);

const people =
  /\b(?:more than |over |at least |about |around |some |nearly |up to )?\d[\d,.]* (?:people|civilians|residents|children|women|evacuees|inhabitants|patients|refugees|families)\b/gi;
const aid = /\b(?:aid|supplies|food|medicines?|humanitarian cargo|relief goods)\b/i;
const out = /\b(?:evacuat\w+|civilians|residents|leave|women|children|evacuees|people)\b/i;

/** The states of the routes that a sentence names. */
export function routeStates(context: StateContext, ways: readonly Way[]): StateDraft[] {
  const { text, sentence, speaks, status, tails } = context;
  if (ways.length === 0 && (status || !speaks)) return [];
  const words = wordsAt(text, sentence);
  const body: Span = { start: Math.max(sentence.start, status?.end ?? 0), end: sentence.end };
  if (ways.length === 0) return asSuch(context, body, words);
  const said = status && stateIn(text, status, routeCues);
  const aim = out.test(words) ? 'people-out' : aid.test(words) ? 'aid-in' : null;
  const name = (span: Span | null): string | null => span && wordsAt(text, span).slice(0, 120);
  const isNamed = ({ from, to }: Way): boolean =>
    from !== null &&
    to !== null &&
    (!finite.test(words) || ofThese.test(words) || ofWay.test(text.slice(sentence.start, from.start)));
  const stateAt = routeStatesOf(text, body);
  return ways.flatMap((way) => {
    const { from, through, to } = way;
    const at = from ?? to ?? sentence;
    const found = said ?? stateAt(at.start) ?? (isNamed(way) ? listed(context, at) : null);
    if (!found) return [];
    const value: RouteValue = {
      kind: 'route',
      state: found.state,
      reason: whole.has(found.state) ? reasonIn(text, body, tails) : null,
      people: peopleAt(words, at.start - sentence.start),
      window: null,
    };
    const stations = through.slice(0, 20).map((one) => name(one)!);
    return [
      {
        cue: found.cue,
        at: from ?? to ?? found.cue,
        terms: { kind: 'route', aim, from: name(from), through: stations, to: name(to) },
        value,
      } satisfies StateDraft,
    ];
  });
}

/** How many people go on the way that is named at a place: the count nearest before it, else the first; not one of others. */
function peopleAt(words: string, at: number): string | null {
  const counts = [...words.matchAll(people)];
  const count = counts.findLast(({ index }) => index < at) ?? counts[0];
  if (!count || /\d/.test(words.slice(count.index + count[0].length, at))) return null;
  return count[0];
}

/** Words of a way right before where it starts. */
const ofWay = /\b(?:corridors?|routes?|passages?|evacuations?|convoys?|columns?)\b[^,;.]{0,40}$/i;

/** A sentence with one of these says something of its own; “From A to B.”, “The route: A - B - C” only names a way. */
const finite = /\b(?:is|are|was|were|has|have|had|will|would|does|did|\w{2,}ed)\b/i;

/** The state of a way that is only named: that of those before it, else it is proposed. */
const listed = ({ carried }: StateContext, at: Span): Found<RouteState> => carried ?? { state: 'proposed', cue: at };

/** “Of these, 70 came from A”: of those who came to where the sentence before says. */
const ofThese = /^[“"‘']?(?:Of|Out of) (?:th(?:em|ese|ose|at)|the total)\b/i;

/** “These routes also lead through C and D”. */
const theseWays =
  /^[“"‘']?(?:These|The|All) (?:\w+ )?(?:routes?|corridors?|passages?|convoys?|buses)\b[^.]*\b(?:through|via|transit|stop|pass)\b/;

/** The ways out or in that a sentence speaks of. */
export function waysOf(context: StateContext): Way[] {
  const { text, sentence, places, kindOf, status, ofRoutes, goal } = context;
  const words = wordsAt(text, sentence);
  const isShare = goal !== null && ofThese.test(words);
  const speaks = isShare || context.speaks;
  if (!ofRoutes && !speaks) return [];
  const placeAt = ({ start, end }: Span) => places.find((place) => place.start < end && start < place.end);
  const isPeople = (span: Span | null): boolean => span !== null && placeAt(span)?.sort === 'people';
  // A start alone is little: only where the sentence surely speaks of a way or asks people to leave, and from no country.
  const isSure = surely.test(words) || order.test(words);
  const isStart = (from: Span | null): boolean => from !== null && isSure && kindOf(from) !== 'country';
  // Where only the sentences before speak of ways: a sentence of its own has known ends, one that only names a way one.
  const isKnown = (...ends: (Span | null)[]): boolean => {
    const known = ends.filter((end) => end !== null && kindOf(end) !== null);
    return finite.test(words) ? known.length === 2 && known.some((end) => placeAt(end!)) : known.length > 0;
  };
  const isOnlyRoad = (from: Span | null): boolean =>
    from !== null && isRoad(text.slice(Math.max(sentence.start, from.start - 80), from.start));
  const tokens = withoutBrackets(sentence.tokens.filter(({ start }) => status === null || start >= status.end));
  const found = waysIn(text, tokens, kindOf, speaks || ofRoutes || /^[^.]*:/.test(words));
  const ways = isShare ? found.map((way) => ({ ...way, to: way.to ?? goal })) : found;
  if (goal && ways.length === 0 && theseWays.test(words)) {
    const through = places.filter(({ sort, kind }) => sort === 'place' && kind !== 'country');
    if (through.length > 0) return [{ from: null, through, to: goal }];
  }
  return ways.filter(
    ({ from, to }) =>
      !isPeople(from) &&
      !isPeople(to) &&
      !isOnlyRoad(from) &&
      (to !== null || isStart(from)) &&
      (speaks || isKnown(from, to)),
  );
}

/** Words that an editor put in, “A [to] B”, as words of the sentence. */
const withoutBrackets = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ text }, i) => {
    const word = text === '[' ? tokens[i + 1] : text === ']' ? tokens[i - 1] : undefined;
    const isWord = (text === '[' ? tokens[i + 2]?.text === ']' : tokens[i - 2]?.text === '[') && word !== undefined;
    return !(isWord && /^\p{Ll}/u.test(word.text));
  });

/** Where all of some ways lead, if they lead to one place. */
export function goalOf(text: string, ways: readonly Way[]): Span | null {
  const goals = ways.flatMap(({ to }) => (to ? [to] : []));
  const names = new Set(goals.map((goal) => wordsAt(text, goal)));
  return names.size === 1 ? goals[0]! : null;
}

/** A stand towards routes, or what became of them, where no way is named. */
function asSuch({ text, tails }: StateContext, body: Span, words: string): StateDraft[] {
  if (!corridors.test(words)) return [];
  return routeCues
    .filter(({ state }) => whole.has(state))
    .flatMap((cue): StateDraft[] => {
      const found = stateIn(text, body, [cue]);
      if (!found) return [];
      const reason = reasonIn(text, { start: found.cue.end, end: body.end }, tails);
      return [
        {
          cue: found.cue,
          terms: { kind: 'route', aim: out.test(words) ? 'people-out' : null, from: null, through: [], to: null },
          value: { kind: 'route', state: found.state, reason, people: null, window: null },
        },
      ];
    });
}
