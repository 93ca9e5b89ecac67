import type { Span } from '../reading.ts';
import { isCapital } from '../phrases.ts';
import type { Token } from '../sentences.ts';
import { goalAfter, goalBefore, placesAt, type Goal } from './ends.ts';
import { chainAt, namesAt, type KindOf } from './names.ts';
import { setOf } from '../word-sets.ts';

/** A way from somewhere to somewhere, as a sentence gives it; `null` is not said. */
export interface Way {
  from: Span | null;
  through: Span[];
  to: Span | null;
}

/** The ways that begin at a token, and the token behind them. */
interface Ways {
  ways: Way[];
  next: number;
}

const residents = setOf('residents people civilians inhabitants evacuees villagers families');
/** “From the towns of the A, B and C regions”: nobody says from which, and without a goal it is no way. */
const areas = setOf('regions districts provinces oblasts counties states');
const trapped = setOf('trapped stranded stuck besieged');

/**
 * The ways that a sentence speaks of: “from A and B to C”, “A - B - C”, “link A with B”, “between A and B”, “leave A for B”,
 * “evacuate A”, “A was evacuated to B”.
 *
 * Dashes alone make a way only where `chains` is set: they also join teams, schools and twin towns.
 */
export function waysIn(text: string, tokens: readonly Token[], kindOf: KindOf, chains: boolean): Way[] {
  const nameOf: NameOf = ({ start, end }) => text.slice(start, end).toLowerCase();
  const ways: Way[] = [];
  let pending: Pending = none;
  let last: Way[] = [];
  const add = (own: readonly Way[]): void => {
    ways.push(...own);
    last = [...own];
  };
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!.lower;
    const pair = pairAt(tokens, i, kindOf);
    if (pair) {
      add(pair.ways);
      i = pair.next - 1;
      continue;
    }
    const start = startAt(tokens, i, kindOf);
    if (start) {
      const chain = chainAt(tokens, start.at, kindOf);
      if (chain) {
        add([along(chain.names)]);
        i = chain.next - 1;
        continue;
      }
      if (!goesOn(tokens, pending.next, i)) {
        ways.push(...pending.names.map(openEnded));
        pending = none;
      }
      const { names, next } = placesAt(tokens, start.at);
      const back = goalBefore(tokens, i);
      const goal = goalAfter(tokens, next, kindOf);
      if (goal) {
        add(product([...pending.names, ...names], goal, tokens));
        pending = none;
        i = goal.next - 1;
      } else if (back && names.every((name) => nameOf(name) !== nameOf(back))) {
        add(names.map((from) => ({ from, through: [], to: back })));
        i = next - 1;
      } else if (!start.needsGoal && !(names.length > 1 && areas.has(tokens[next]?.lower ?? ''))) {
        pending = { names: [...pending.names, ...names], next };
        i = next - 1;
      }
      continue;
    }
    if (word === 'via' || word === 'through') {
      const chain = chainAt(tokens, i + 1, kindOf) ?? namesAt(tokens, i + 1);
      for (const way of last) way.through = chain.names;
      if (last.length > 0 && chain.names.length > 0) i = chain.next - 1;
      continue;
    }
    const chain = chains ? chainAt(tokens, i, kindOf) : null;
    if (!chain) continue;
    const known = ways.find((way) => way.from && way.to && holdsBoth(chain.names, way.from, way.to, nameOf));
    if (known) known.through = chain.names.slice(1, -1);
    else add([along(chain.names)]);
    i = chain.next - 1;
  }
  ways.push(...pending.names.map(openEnded));
  if (ways.length === 0) ways.push(...reached(tokens));
  return ways.slice(0, most).map((way) => ({ ...way, through: between(way, nameOf) }));
}

const movers = setOf('convoy convoys column columns trucks lorries buses boats ferries helicopters aid supplies');
const reaching = setOf('reach reached entered');

/** “The convoy has reached C”, from wherever. */
function reached(tokens: readonly Token[]): Way[] {
  const mover = tokens.findIndex(({ lower }) => movers.has(lower));
  const at =
    mover < 0 ? -1 : tokens.findIndex(({ lower, text }, i) => i > mover && (reaching.has(lower) || text === ';'));
  const list = at > 0 && at - mover < 10 ? namesAt(tokens, at + 1) : null;
  return (list?.names ?? []).slice(0, 1).map((to) => ({ from: null, through: [], to }));
}

/** A name as names are compared. */
type NameOf = (name: Span) => string;

/** So many ways at most are read from a sentence: nobody wrote one with more. */
const most = 60;

/** Starts that a goal behind may belong to: “from A, from B and from C to D”. */
interface Pending {
  names: Span[];
  next: number;
}
const none: Pending = { names: [], next: 0 };
const openEnded = (from: Span): Way => ({ from, through: [], to: null });

/** Where the places stand from which a way starts, if one does at a token; some words are too little without a goal. */
function startAt(tokens: readonly Token[], i: number, kindOf: KindOf): { at: number; needsGoal: boolean } | null {
  const word = tokens[i]!.lower;
  const before = tokens[i - 1]?.lower ?? '';
  const isStart =
    word === 'from' ||
    (word === 'of' && (residents.has(before) || before === 'out' || before === 'evacuation')) ||
    word === 'evacuate' ||
    word === 'evacuating' ||
    ((leaving.has(word) || word === 'evacuated') && kindOf(placesAt(tokens, i + 1).names[0] ?? tokens[i]!) !== null) ||
    (word === 'in' && (trapped.has(before) || residents.has(before))) ||
    (word === 'for' && isOrder(tokens, i));
  if (isStart) return placesAt(tokens, i + 1).names.length === 0 ? null : { at: i + 1, needsGoal: word === 'in' };
  if (!isCapital(tokens[i])) return null;
  const { names, next } = namesAt(tokens, i);
  const [first] = names;
  if (!first || kindOf(first) === null || kindOf(first) === 'country') return null;
  const goers = residents.has(tokens[next]?.lower ?? '');
  return goers || isEvacuated(tokens, next) ? { at: i, needsGoal: true } : null;
}

/** “an evacuation order for A”, “evacuation orders were issued for A” */
const isOrder = (tokens: readonly Token[], i: number): boolean => {
  const words = tokens.slice(Math.max(0, i - 6), i).map(({ lower }) => lower);
  return (
    /^(?:orders?|warnings?)$/.test(words[words.lastIndexOf('evacuation') + 1] ?? '') && words.includes('evacuation')
  );
};

/** “A and B were evacuated …” */
function isEvacuated(tokens: readonly Token[], from: number): boolean {
  const words = tokens.slice(from, from + 5).map(({ lower }) => lower);
  const at = words.indexOf('evacuated');
  return (
    at > 0 && words.slice(0, at).every((word) => /^(?:was|were|is|are|has|have|been|being|be|will|also|to)$/.test(word))
  );
}

/** Whether starts go on with further ones: only commas, numbers and who they are of stand between. */
function goesOn(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(
      ({ lower }) =>
        /^(?:,|and|also|as|well|another|some|over|about|more|than|\d[\d,.]*)$/.test(lower) || residents.has(lower),
    );
}

/** Each start with each goal; in their order where the words say “respectively”. */
function product(starts: readonly Span[], { to, through, next }: Goal, tokens: readonly Token[]): Way[] {
  const inOrder =
    starts.length === to.length && tokens.slice(next, next + 2).some(({ lower }) => lower === 'respectively');
  return starts.flatMap((from, i) =>
    (inOrder ? [to[i]!] : to.slice(0, most)).map((end) => ({ from, through, to: end })),
  );
}

const along = (names: Span[]): Way => ({ from: names[0]!, through: names.slice(1, -1), to: names.at(-1)! });

/** The stations of a way without its ends, where they are told again. */
function between({ from, through, to }: Way, nameOf: NameOf): Span[] {
  const ends = new Set([from, to].map((end) => end && nameOf(end)));
  return through.filter((station, i) => {
    const isEdge = i === 0 || i === through.length - 1;
    return !isEdge || !ends.has(nameOf(station));
  });
}

/** A chain that only tells the stations of a way that has just been named ends where it does. */
function holdsBoth(names: Span[], from: Span, to: Span, nameOf: NameOf): boolean {
  const words = new Set(names.map(nameOf));
  return words.has(nameOf(from)) && words.has(nameOf(to));
}

const linking = setOf('link links linking linked connect connects connecting joining');
const leaving = setOf('leave leaves left leaving departed depart departing fled flee fleeing escape escaped');

function pairAt(tokens: readonly Token[], i: number, kindOf: KindOf): Ways | null {
  const word = tokens[i]!.lower;
  if (linking.has(word)) return linkedAt(tokens, i);
  if (word === 'between') {
    const { names, next } = namesAt(tokens, i + 1);
    return names.length === 2 ? { ways: [along(names)], next } : null;
  }
  if (leaving.has(word)) {
    const from = placesAt(tokens, i + 1);
    const goal = from.names.length > 0 ? goalAfter(tokens, from.next, kindOf) : null;
    return goal && { ways: product(from.names, goal, tokens), next: goal.next };
  }
  // “A to B”, “A → B” at the head of a line or a part of it.
  const isHead = i === 0 || /^[:;•*–-]$/.test(tokens[i - 1]!.text);
  const from = isHead ? namesAt(tokens, i) : null;
  if (!from || from.names.length === 0 || tokens[from.next]?.lower !== 'to') return null;
  const goal = kindOf(from.names[0]!) === null ? null : goalAfter(tokens, from.next, kindOf);
  return goal && { ways: product(from.names, goal, tokens), next: goal.next };
}

/** “link A with B and C with D”, “connect A and B”. */
function linkedAt(tokens: readonly Token[], i: number): Ways | null {
  const ways: Way[] = [];
  let next = i + 1;
  for (;;) {
    const from = namesAt(tokens, next);
    if (from.names.length === 0) break;
    if (!['with', 'to'].includes(tokens[from.next]?.lower ?? '')) {
      if (ways.length === 0 && from.names.length === 2) return { ways: [along(from.names)], next: from.next };
      break;
    }
    const to = namesAt(tokens, from.next + 1);
    const [end, further] = to.names;
    if (!end) break;
    for (const start of from.names) ways.push({ from: start, through: [], to: end });
    next = to.next;
    if (!further || tokens[next]?.lower !== 'with') break;
    next = tokens.findIndex((token) => token.start === further.start);
  }
  return ways.length > 0 ? { ways, next } : null;
}
